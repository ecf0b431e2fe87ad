#include "text/folding.h"

#include <array>

#include "text/devanagari.h"

namespace incidents {
namespace {

using namespace devanagari;

constexpr std::array<char16_t, kLast - kFirst + 1> make_block() {
  std::array<char16_t, kLast - kFirst + 1> block{};
  const auto set = [&block](char32_t from, char32_t to) { block[from - kFirst] = static_cast<char16_t>(to); };
  for (char32_t c = kFirst; c <= kLast; ++c) set(c, c);
  set(0x0900, kAnusvara);  // inverted chandrabindu
  set(0x0901, kAnusvara);  // chandrabindu
  set(kVisarga, kDropped);
  set(0x0929, kNa);
  set(0x0931, kRa);
  set(0x0934, 0x0933);
  for (char32_t c = 0x0951; c <= 0x0954; ++c) set(c, kDropped);  // Vedic accents
  set(0x0958, kKa);
  set(0x0959, 0x0916);
  set(0x095A, 0x0917);
  set(0x095B, 0x091C);
  set(0x095E, 0x092B);
  set(0x095F, kYa);
  set(kDanda + 1, kDanda);
  for (char32_t c = kDigitZero; c <= kDigitNine; ++c) set(c, U'0' + (c - kDigitZero));
  set(kAbbreviationSign, U'.');
  return block;
}

constexpr auto kBlock = make_block();

constexpr bool is_blank(char32_t c) {
  return c == U'\t' || c == 0x0B || c == 0x0C || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

constexpr bool is_line_end(char32_t c) { return c == U'\n' || c == U'\r' || c == 0x85 || c == 0x2028 || c == 0x2029; }

/// Format and control characters: joiners, direction marks, soft hyphen, byte order mark, variation selectors.
constexpr bool is_invisible(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x034F || c == 0x061C || c == 0x180E ||
         (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF || (c >= 0xE0000 && c <= 0xE0FFF);
}

char32_t fold_mark(char32_t c) {
  switch (c) {
    case U'`':
    case 0xB4:
    case 0x02B9:
    case 0x02BC:
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x2032:
    case 0x2039:
    case 0x203A:
      return U'\'';
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x2033:
    case 0x301D:
    case 0x301E:
      return U'"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2212:
    case 0xFE58:
    case 0xFE63:
      return U'-';
    case U'|':
    case 0x01C0:
    case 0x05C0:
    case 0x2223:
    case 0x2502:
    case 0xFFE8:
      return kDanda;
    default:
      return c;
  }
}

}  // namespace

char32_t fold(char32_t c) {
  if (is_in_block(c)) return kBlock[c - kFirst];
  if (c >= 0xFF01 && c <= 0xFF5E) c = c - 0xFF01 + 0x21;  // full width ASCII
  if (c >= U'A' && c <= U'Z') return c + 0x20;
  if (c >= 0xC0 && c <= 0xDE && c != 0xD7) return c + 0x20;
  if (is_blank(c)) return U' ';
  if (is_line_end(c)) return U'\n';
  if (is_invisible(c)) return kDropped;
  return fold_mark(c);
}

}  // namespace incidents
