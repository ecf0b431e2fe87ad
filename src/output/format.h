#pragma once
/// Output formats: one row each. `record` is called for every document, by any thread, and depends on its arguments
/// alone; the caller writes `begin`, the records in input order with `separator` between those that are not empty, `end`.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "incidents/extractor.h"
#include "output/labels.h"
#include "output/summary.h"

namespace incidents::output {

/// How a run's results are to look. `labels` must be set; it is used by formats for people.
struct Style {
  const Labels* labels = nullptr;
  bool several = false;  ///< more than one document may come
  bool color = false;
  OffsetUnit offsets = OffsetUnit::code_points;
  bool bom = false;      ///< a byte order mark before CSV, for spreadsheets
  /// Columns that a text takes in a terminal; code units when not set.
  std::size_t (*width)(std::string_view) = nullptr;
  std::string_view language = "en";  ///< of labels
  /// What the world's tables say of an ISO 3166-1 alpha-2 code; the code alone is printed when not set.
  std::string (*country_name)(std::string_view alpha2, std::string_view language) = nullptr;
  int (*country_number)(std::string_view alpha2) = nullptr;
  std::string (*world_region)(std::string_view alpha2) = nullptr;
};

struct Format {
  std::string_view name;
  std::string_view help;
  std::string_view extension;  ///< of files, without the dot
  std::string_view separator;
  bool lines;                  ///< every document is exactly one line, so that a run can be resumed
  void (*begin)(const Style&, std::string& out);
  void (*record)(const Document&, const Style&, std::string& out);
  void (*end)(const Summary&, const Style&, std::string& out);
};

std::span<const Format> formats();

/// nullptr when no format has that name.
const Format* find_format(std::string_view name);

/// A small table: main, background, both, aggregates, with killed and injured.
void append_tallies_text(const Summary& summary, const Style& style, std::string& out);
/// The `summary` object of the incidents/1 contract.
void append_summary_json(const Summary& summary, std::string& out);

}  // namespace incidents::output
