#pragma once
/// Reading UTF-8 that may be malformed, one code point at a time.
#include <cstddef>
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

/// The end of the Indic letters (U+0800 to U+0FFF) that stand at `at`: what most texts consist of, taken in big steps.
inline std::size_t skip_indic(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  while (at + 2 < text.size() && byte(at) == 0xe0 && (byte(at + 1) & 0xe0) == 0xa0 && (byte(at + 2) & 0xc0) == 0x80) at += 3;
  return at;
}

/// Controls that a terminal would obey or that hide what is written: C0, DEL, C1, line separators, bidirectional marks.
bool is_hazardous(char32_t c);

/// Appends `text` with line breaks and tabs as one blank, hazardous characters and malformed bytes as U+FFFD.
void append_printable(std::string& out, std::string_view text);
std::string printable(std::string_view text);

}  // namespace incidents::output
