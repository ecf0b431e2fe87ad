#pragma once
/// Reading UTF-8 that may be malformed, one code point at a time.
#include <cstdint>
#include <string>
#include <string_view>

namespace incidents::output {

/// A code point and the bytes it took; `malformed` ones are a single byte long.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t length = 1;
  bool malformed = false;
};

/// The code point at `at`, which must be inside `text`.
CodePoint decode_at(std::string_view text, std::size_t at);

/// Controls that a terminal would obey or that hide what is written: C0, DEL, C1, line separators, bidirectional marks.
bool is_hazardous(char32_t c);

/// Appends `text` with line breaks and tabs as one blank, hazardous characters and malformed bytes as U+FFFD.
void append_printable(std::string& out, std::string_view text);
std::string printable(std::string_view text);

}  // namespace incidents::output
