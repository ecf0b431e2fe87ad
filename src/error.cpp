#include "incidents/error.h"

#include <utility>

#include <fmt/format.h>

namespace incidents {
namespace {

/// `file:line:column: ` as far as it is known.
std::string place_of(const Location& location) {
  if (location.file.empty() && location.line == 0) return {};
  std::string place = location.file.empty() ? "<input>" : location.file;
  if (location.line != 0) place += fmt::format(":{}", location.line);
  if (location.line != 0 && location.column != 0) place += fmt::format(":{}", location.column);
  return place + ": ";
}

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The white space that stands before a caret under `column`. Tabs are kept, so that the caret lines up whatever the
/// terminal's tab width. Combining marks count as columns like any code point.
std::string indent_of(const std::string& excerpt, std::uint32_t column) {
  std::string indent;
  std::uint32_t at = 1;
  for (const char byte : excerpt) {
    if (is_continuation(byte)) continue;
    if (at == column) return indent;
    indent += byte == '\t' ? '\t' : ' ';
    ++at;
  }
  // A column past the end (something is missing there) is shown right after the line.
  return indent;
}

std::string render(const std::string& message, const Location& location) {
  std::string text = place_of(location) + message;
  if (location.excerpt.empty()) return text;
  text += '\n' + location.excerpt;
  if (location.column != 0) text += '\n' + indent_of(location.excerpt, location.column) + '^';
  return text;
}

}  // namespace

Error::Error(ErrorCode code, std::string message, Location location)
    : code_(code),
      message_(std::move(message)),
      location_(std::move(location)),
      rendered_(render(message_, location_)) {}

}  // namespace incidents
