#pragma once
/// JSON records as scrapers write them.
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "cli/article.h"

namespace incidents::cli {

/// The fields that matter of one record.
struct Record {
  std::string text;
  std::optional<std::string> id, url, title;
  std::optional<Date> date;
  std::string unread_date;  ///< as it stands in the record, where it is not understood
  std::string rest;  ///< JSON of the keys that were not understood; empty unless asked for
};

/// Reads one JSON object; in words what is wrong with it otherwise.
std::variant<Record, std::string> read_record(std::string_view json, const ArticleOptions& options);

}  // namespace incidents::cli
