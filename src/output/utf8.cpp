#include "output/utf8.h"

namespace incidents::output {
namespace {
constexpr std::string_view kReplacement = "\xef\xbf\xbd";
}

CodePoint decode_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, 1, false};
  const int more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead >= 0xc2 && lead < 0xe0 ? 1 : 0;
  if (more == 0 || at + static_cast<std::size_t>(more) >= text.size()) {
    return {0xfffd, 1, true};
  }
  char32_t value = lead & (0x3fu >> more);
  for (int i = 1; i <= more; ++i) {
    const unsigned char next = byte(at + static_cast<std::size_t>(i));
    if ((next & 0xc0) != 0x80) return {0xfffd, 1, true};
    value = value << 6 | (next & 0x3fu);
  }
  constexpr char32_t kSmallest[] = {0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xd800 && value < 0xe000;
  if (value < kSmallest[more] || value > 0x10ffff || surrogate) return {0xfffd, 1, true};
  return {value, static_cast<std::uint8_t>(more + 1), false};
}

bool is_hazardous(char32_t c) {
  return c < 0x20 || (c >= 0x7f && c < 0xa0) || c == 0x2028 || c == 0x2029 || c == 0x200e || c == 0x200f || c == 0x61c ||
         (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

void append_printable(std::string& out, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint c = decode_at(text, at);
    if (c.value == '\n' || c.value == '\t' || c.value == '\r' || c.value == 0x2028 || c.value == 0x2029) {
      out += ' ';
    } else if (c.malformed || is_hazardous(c.value)) {
      out += kReplacement;
    } else {
      out.append(text, at, c.length);
    }
    at += c.length;
  }
}

std::string printable(std::string_view text) {
  std::string out;
  append_printable(out, text);
  return out;
}

}  // namespace incidents::output
