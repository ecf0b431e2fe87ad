#include "output/format.h"

#include "output/formats.h"

namespace incidents::output {

namespace {
constexpr Format kFormats[] = {
    {"text", "a timeline to read, with totals (the default)", "txt", "\n", false, begin_nothing, record_text, end_text},
    {"json", "one JSON document (schema incidents/1), or an array of them for several inputs", "json", ",\n", false,
     begin_json, record_json, end_json},
    {"ndjson", "one JSON document a line, in input order", "ndjson", "", true, begin_nothing, record_ndjson, end_nothing},
    {"csv", "one row an incident, for spreadsheets and databases (RFC 4180)", "csv", "", false, begin_csv, record_csv,
     end_nothing},
    {"tsv", "the same with tabs", "tsv", "", false, begin_tsv, record_tsv, end_nothing},
    {"acled", "one row an incident in ACLED's columns, more columns as x_…", "csv", "", false, begin_acled, record_acled,
     end_nothing},
    {"geojson", "a feature collection for maps (RFC 7946)", "geojson", ",\n", false, begin_geojson, record_geojson,
     end_geojson},
    {"timelinejs", "the CSV columns of TimelineJS; incidents without a date are left out", "csv", "", false,
     begin_timelinejs, record_timelinejs, end_nothing},
};
}

void begin_nothing(const Style&, std::string&) {}
void end_nothing(const Summary&, const Style&, std::string&) {}

std::span<const Format> formats() { return kFormats; }

const Format* find_format(std::string_view name) {
  for (const Format& format : kFormats) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

}  // namespace incidents::output
