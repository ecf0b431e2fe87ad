#include "text/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <array>

#include "text/devanagari.h"

namespace incidents {
namespace {

constexpr auto kAscii = [] {
  std::array<CharacterKind, 128> table{};
  for (std::size_t c = 0; c < table.size(); ++c) {
    const char symbols[] = {'%', '$', '+', '=', '<', '>', '^', '~', '#', '&', '@', '*', '\\', '_'};
    table[c] = CharacterKind::punctuation;
    for (const char symbol : symbols) {
      if (static_cast<char>(c) == symbol) table[c] = CharacterKind::symbol;
    }
    if (c >= '0' && c <= '9') table[c] = CharacterKind::digit;
    if (c >= 'a' && c <= 'z') table[c] = CharacterKind::latin;
    if (c <= ' ') table[c] = CharacterKind::blank;
  }
  table['\n'] = CharacterKind::line_end;
  return table;
}();

CharacterKind kind_of_other(char32_t c) {
  const auto character = static_cast<UChar32>(c);
  const auto mask = U_GET_GC_MASK(character);
  if ((mask & (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0) return CharacterKind::letter;
  if ((mask & U_GC_Z_MASK) != 0) return CharacterKind::blank;
  return (mask & U_GC_P_MASK) != 0 ? CharacterKind::punctuation : CharacterKind::symbol;
}

CharacterKind kind_of(char32_t c) {
  if (c < 128) return kAscii[c];
  if (devanagari::is_letter(c)) return CharacterKind::devanagari;
  if (c == devanagari::kDanda) return CharacterKind::punctuation;
  return kind_of_other(c);
}

}  // namespace

Character read_character(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return {};
  const auto* const data = reinterpret_cast<const std::uint8_t*>(text.data());
  if (data[at] < 128) return {data[at], kAscii[data[at]], 1};
  std::uint32_t end = at;
  std::int32_t c = 0;
  U8_NEXT_UNSAFE(data, end, c);
  return {static_cast<char32_t>(c), kind_of(static_cast<char32_t>(c)), static_cast<std::uint8_t>(end - at)};
}

Character read_character_before(std::string_view text, std::uint32_t at) {
  if (at == 0) return {};
  --at;
  while (U8_IS_TRAIL(static_cast<std::uint8_t>(text[at]))) --at;
  return read_character(text, at);
}

}  // namespace incidents
