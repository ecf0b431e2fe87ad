#include "output/format.h"

#include "output/formats.h"

namespace incidents::output {

namespace {
constexpr Format kFormats[] = {
    {"text", "a timeline to read, with totals (the default)", "txt", "\n", false, begin_nothing, record_text, end_text},
    {"json", "one JSON document, or an array of them for several inputs", "json", ",\n", false, begin_json, record_json,
     end_json},
    {"ndjson", "one JSON document a line, in input order", "ndjson", "", true, begin_nothing, record_ndjson, end_nothing},
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
