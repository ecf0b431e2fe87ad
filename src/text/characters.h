#pragma once
/// What a code point of the normal form is to the tokeniser.
#include <cstdint>
#include <string_view>

namespace incidents {

enum class CharacterKind : std::uint8_t {
  blank,
  line_end,
  digit,       ///< 0 to 9
  latin,       ///< a to z
  devanagari,  ///< letters and signs
  letter,      ///< letters and marks of other scripts, accented Latin
  punctuation,
  symbol
};

struct Character {
  char32_t c = 0;
  CharacterKind kind = CharacterKind::line_end;
  std::uint8_t width = 0;  ///< bytes; 0 at the end of the text
};

/// The code point at `at` of valid UTF-8; an empty line end behind the text.
Character read_character(std::string_view text, std::uint32_t at);

/// The code point before `at`; an empty line end before the text.
Character read_character_before(std::string_view text, std::uint32_t at);

constexpr bool is_word_part(CharacterKind kind) {
  return kind == CharacterKind::latin || kind == CharacterKind::devanagari || kind == CharacterKind::letter;
}

}  // namespace incidents
