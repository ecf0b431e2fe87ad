#pragma once
/// The automaton of the normaliser's fast gear: over classes of code points that are in normal form already, it knows of
/// each next one whether a folding rule may apply. The rules themselves are in normalise.cpp.
#include <array>
#include <cstdint>

#include "text/devanagari.h"

namespace incidents::normal_form {

using namespace devanagari;

inline constexpr char32_t kEllipsis = 0x2026;
inline constexpr char32_t kDiaeresis = 0xA8;

/// Classes of code points that are in normal form already, as far as one can tell from each alone.
enum Class : std::uint8_t {
  kOther,
  kDigit,
  kZero,
  kDot,
  kColon,
  kQuote,
  kStop,
  kConsonant,
  kNasal,
  kGlide,
  kVowel,
  kSign,
  kFrontSign,
  kNasalSign,
  kKiller,
  kNeedsFolding,
  kClasses
};

/// What the end of the output looks like, as far as a rule may care.
enum State : std::uint8_t {
  kNothing,
  kBareConsonant,  ///< a consonant with its inherent vowel
  kBareNasal,
  kGlideOnVowel,  ///< ya behind a vowel: -yii, -ye would fold
  kOpenVowel,     ///< a vowel letter or sign
  kNasalised,     ///< an anusvara
  kKilled,        ///< a virama
  kNasalKilled,   ///< nasal + virama
  kLetterZero,    ///< Devanagari letter + 0
  kLetterColon,   ///< Devanagari letter + :
  kLetterQuote,   ///< Devanagari letter + '
  kOneDot,
  kTwoDots,
  kAfterStop,
  kAfterQuote,
  kFoldNext,  ///< whatever follows needs a look
  kStates,
  kSlow = kStates  ///< no state: a rule may apply
};

constexpr bool ends_in_letter(State s) { return s >= kBareConsonant && s <= kNasalised; }
constexpr bool is_letter_mark(State s) { return s == kLetterColon || s == kLetterQuote; }
constexpr bool ends_in_vowel(State s) { return s >= kBareConsonant && s <= kOpenVowel; }

/// The state after a code point of class `c` in state `s`; kSlow where a rule may apply.
constexpr State next_state(State s, Class c) {
  if (s == kFoldNext || c == kNeedsFolding) return kSlow;
  if (s == kLetterZero && c != kDigit && c != kZero) return kSlow;
  const bool killed = s == kKilled || s == kNasalKilled;
  switch (c) {
    case kConsonant:
      return s == kNasalKilled || is_letter_mark(s) ? kSlow : kBareConsonant;
    case kNasal:
      return s == kNasalKilled || is_letter_mark(s) ? kSlow : kBareNasal;
    case kGlide:
      if (s == kNasalKilled || is_letter_mark(s)) return kSlow;
      return ends_in_vowel(s) ? kGlideOnVowel : kBareConsonant;
    case kVowel:
      return killed || is_letter_mark(s) ? kSlow : kOpenVowel;
    case kSign:
      return s == kBareConsonant || s == kBareNasal || s == kGlideOnVowel ? kOpenVowel : kSlow;
    case kFrontSign:
      return s == kBareConsonant || s == kBareNasal ? kOpenVowel : kSlow;
    case kNasalSign:
      return ends_in_vowel(s) ? kNasalised : kSlow;
    case kKiller:
      if (s == kBareConsonant || s == kGlideOnVowel) return kKilled;
      return s == kBareNasal ? kNasalKilled : kSlow;
    default:
      break;
  }
  if (killed) return kSlow;
  switch (c) {
    case kZero:
      return ends_in_letter(s) ? kLetterZero : kNothing;
    case kColon:
      return ends_in_letter(s) ? kLetterColon : kNothing;
    case kDot:
      if (s == kTwoDots) return kSlow;
      return s == kOneDot ? kTwoDots : kOneDot;
    case kQuote:
      if (s == kAfterQuote || s == kLetterQuote) return kSlow;
      return ends_in_letter(s) ? kLetterQuote : kAfterQuote;
    case kStop:
      return s == kAfterStop ? kSlow : kAfterStop;
    default:
      return kNothing;
  }
}

inline constexpr auto kNext = [] {
  std::array<std::array<State, kClasses>, kStates> table{};
  for (std::uint8_t s = 0; s < kStates; ++s) {
    for (std::uint8_t c = 0; c < kClasses; ++c) table[s][c] = next_state(static_cast<State>(s), static_cast<Class>(c));
  }
  return table;
}();

inline constexpr auto kAscii = [] {
  std::array<Class, 128> table{};
  for (char32_t c = 0; c < 128; ++c)
    table[c] = c < 0x20 || c == 0x7F || (c >= U'A' && c <= U'Z') ? kNeedsFolding : kOther;
  for (char32_t c = U'1'; c <= U'9'; ++c) table[c] = kDigit;
  for (const char32_t c : {U'&', U';', U'>', U'|', U'`'}) table[c] = kNeedsFolding;
  table[U'\n'] = kOther;
  table[U'0'] = kZero;
  table[U'.'] = kDot;
  table[U':'] = kColon;
  table[U'\''] = kQuote;
  return table;
}();

inline constexpr auto kDevanagari = [] {
  std::array<Class, kLast - kFirst + 1> table{};
  for (char32_t c = kFirst; c <= kLast; ++c) {
    Class& entry = table[c - kFirst];
    if (is_consonant(c)) {
      const bool folds =
          c == 0x0929 || c == 0x0931 || c == 0x0934 || (c >= 0x0958 && c <= 0x095F && c != kRra && c != kRrha);
      entry = folds ? kNeedsFolding : is_nasal(c) ? kNasal : c == kYa ? kGlide : kConsonant;
    } else if (is_vowel(c)) {
      entry = kVowel;
    } else if (is_vowel_sign(c)) {
      entry = kSign;
    } else {
      entry = kNeedsFolding;
    }
  }
  table[kSignIi - kFirst] = kFrontSign;
  table[kSignE - kFirst] = kFrontSign;
  table[kAnusvara - kFirst] = kNasalSign;
  table[kVirama - kFirst] = kKiller;
  table[kDanda - kFirst] = kStop;
  return table;
}();

/// True for a code point that ends in a vowel which a following ya would only glide from.
inline bool is_on_vowel(char32_t c) { return is_consonant(c) || is_vowel(c) || is_vowel_sign(c); }

/// The state behind an output that ends in `second`, `last`; the same as the automaton's own.
inline State state_of(char32_t last, char32_t second) {
  if (is_nasal(last)) return kBareNasal;
  if (last == kYa) return is_on_vowel(second) ? kGlideOnVowel : kBareConsonant;
  if (is_consonant(last)) return kBareConsonant;
  if (is_vowel(last) || is_vowel_sign(last)) return kOpenVowel;
  const bool behind_letter = is_on_vowel(second) || second == kAnusvara;
  switch (last) {
    case kAnusvara:
      return kNasalised;
    case kVirama:
      return is_nasal(second) ? kNasalKilled : kKilled;
    case U'0':
      return behind_letter ? kLetterZero : kNothing;
    case U':':
      return behind_letter ? kLetterColon : kNothing;
    case U'.':
      return second == U'.' ? kTwoDots : kOneDot;
    case U'\'':
      return behind_letter ? kLetterQuote : kAfterQuote;
    case kDanda:
      return kAfterStop;
    case kEllipsis:
    case kDiaeresis:
      return kFoldNext;
    default:
      return kNothing;
  }
}

}  // namespace incidents::normal_form
