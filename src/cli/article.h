#pragma once
/// From raw input (a file's bytes, a page, a record) to what the extractor reads.
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "incidents/extractor.h"

namespace incidents::cli {

/// One document as it was read, before it is understood.
struct RawInput {
  enum class Kind { text, html, record };
  Kind kind = Kind::text;
  std::string bytes;
  std::optional<std::string> path;  ///< none for standard input
  std::uint64_t line = 0;           ///< of a record in its file, from 1; 0 for a whole file
  std::optional<Date> modified;     ///< the file's, in UTC, where it was asked for

  /// How messages name it: `news/a.ndjson:12`, `standard input`.
  std::string label() const;
};

struct ArticleOptions {
  std::optional<Date> date;  ///< --date
  std::string text_field;    ///< empty: the names that scrapers use
  std::string date_field;
  bool keep = false;         ///< carry the record's other keys through
};

struct Article {
  std::string text;
  ArticleInfo info;
  std::string record;  ///< JSON of the record's other keys; empty when not kept
  std::vector<std::string> notes;  ///< what the user should know of it
};

/// The article, or in words why there is none.
std::variant<Article, std::string> make_article(RawInput raw, const ArticleOptions& options);

}  // namespace incidents::cli
