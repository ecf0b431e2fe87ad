#pragma once
/// The Devanagari block by the part that a code point plays in an akshara. Names, since no letter may stand in code.
#include <array>
#include <cstdint>

namespace incidents::devanagari {

constexpr char32_t kFirst = 0x0900;
constexpr char32_t kLast = 0x097F;

constexpr char32_t kAnusvara = 0x0902;
constexpr char32_t kVisarga = 0x0903;
constexpr char32_t kLetterA = 0x0905;
constexpr char32_t kLetterAa = 0x0906;
constexpr char32_t kLetterI = 0x0907;
constexpr char32_t kLetterIi = 0x0908;
constexpr char32_t kLetterU = 0x0909;
constexpr char32_t kLetterUu = 0x090A;
constexpr char32_t kLetterE = 0x090F;
constexpr char32_t kLetterAi = 0x0910;
constexpr char32_t kLetterCandraO = 0x0911;
constexpr char32_t kLetterO = 0x0913;
constexpr char32_t kLetterAu = 0x0914;
constexpr char32_t kKa = 0x0915;
constexpr char32_t kGha = 0x0918;
constexpr char32_t kNga = 0x0919;
constexpr char32_t kCa = 0x091A;
constexpr char32_t kJha = 0x091D;
constexpr char32_t kNya = 0x091E;
constexpr char32_t kTta = 0x091F;
constexpr char32_t kDda = 0x0921;
constexpr char32_t kDdha = 0x0922;
constexpr char32_t kNna = 0x0923;
constexpr char32_t kTa = 0x0924;
constexpr char32_t kDha = 0x0927;
constexpr char32_t kNa = 0x0928;
constexpr char32_t kPa = 0x092A;
constexpr char32_t kBha = 0x092D;
constexpr char32_t kMa = 0x092E;
constexpr char32_t kYa = 0x092F;
constexpr char32_t kRa = 0x0930;
constexpr char32_t kSha = 0x0936;
constexpr char32_t kSa = 0x0938;
constexpr char32_t kHa = 0x0939;
constexpr char32_t kNukta = 0x093C;
constexpr char32_t kAvagraha = 0x093D;
constexpr char32_t kSignAa = 0x093E;
constexpr char32_t kSignI = 0x093F;
constexpr char32_t kSignIi = 0x0940;
constexpr char32_t kSignU = 0x0941;
constexpr char32_t kSignUu = 0x0942;
constexpr char32_t kSignCandraE = 0x0945;
constexpr char32_t kSignE = 0x0947;
constexpr char32_t kSignAi = 0x0948;
constexpr char32_t kSignCandraO = 0x0949;
constexpr char32_t kSignO = 0x094B;
constexpr char32_t kSignAu = 0x094C;
constexpr char32_t kVirama = 0x094D;
constexpr char32_t kRra = 0x095C;
constexpr char32_t kRrha = 0x095D;
constexpr char32_t kDanda = 0x0964;
constexpr char32_t kDigitZero = 0x0966;
constexpr char32_t kDigitNine = 0x096F;
constexpr char32_t kAbbreviationSign = 0x0970;

constexpr bool is_in_block(char32_t c) { return c >= kFirst && c <= kLast; }
constexpr bool is_digit(char32_t c) { return c >= kDigitZero && c <= kDigitNine; }
constexpr bool is_consonant(char32_t c) {
  return (c >= kKa && c <= kHa) || (c >= 0x0958 && c <= 0x095F) || (c >= 0x0978 && c <= kLast);
}
constexpr bool is_vowel(char32_t c) {
  return (c >= 0x0904 && c <= kLetterAu) || c == 0x0960 || c == 0x0961 || (c >= 0x0972 && c <= 0x0977);
}
constexpr bool is_vowel_sign(char32_t c) {
  return (c >= kSignAa && c <= kSignAu) || c == 0x093A || c == 0x093B || c == 0x094E || c == 0x094F ||
         (c >= 0x0955 && c <= 0x0957) || c == 0x0962 || c == 0x0963;
}
constexpr bool is_nasal(char32_t c) { return c == kNga || c == kNya || c == kNna || c == kNa || c == kMa; }

/// Letters and signs: everything that words are made of.
constexpr bool is_letter(char32_t c) {
  return is_in_block(c) && c != kDanda && c != kDanda + 1 && c != kAbbreviationSign && !is_digit(c);
}

}  // namespace incidents::devanagari
