#pragma once
/// Normal form → tokens and sentences.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace incidents {

enum class TokenKind : std::uint8_t {
  word,         ///< letters of any script; may hold dots (`do.`, `e.ke.`); al-asad is three tokens
  number,       ///< digits with grouping, decimals, ranges, times, dates: 1,25,000 2.5 15-20 11:30 17/03/2021
  mixed,        ///< letters and digits that belong together: 5viin, ak-47, eke-47, f-16
  punctuation,  ///< one mark
  symbol        ///< %, ₹, $, …
};

/// Bits of `Token::flags`.
enum TokenFlag : std::uint8_t {
  kSpaceBefore = 1,     ///< white space stands before it
  kLineStart = 2,       ///< first token of a line
  kParagraphStart = 4,  ///< first token after a blank line (or of the text)
  kCapitalised = 8,     ///< Latin word whose first letter was a capital in the source (normal form is lower case)
};

struct Token {
  std::uint32_t begin = 0;  ///< byte offsets in the normal form
  std::uint32_t end = 0;
  std::uint32_t word = 0;  ///< Lexicon word id, filled by look-up; 0 = not in the lexicon
  TokenKind kind = TokenKind::word;
  std::uint8_t flags = 0;
};

/// Tokens [first, last).
struct Sentence {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
};

struct Tokens {
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
};

/// Words that a full stop may follow without ending a sentence: titles, units, states and the names of letters. They
/// are data (data/lexicon/abbreviations.tsv), in normal form and without their last dot (`ki.mii` for kilometre).
class Abbreviations {
 public:
  Abbreviations() = default;
  explicit Abbreviations(std::vector<std::string> forms);
  bool contains(std::string_view form) const;

 private:
  std::vector<std::string> forms_;  ///< sorted
};

/// What tokenise may know beside the text. Both members may be left empty.
struct TokenContext {
  const Abbreviations* abbreviations = nullptr;
  std::span<const std::uint32_t> capitals;  ///< OffsetMap::capitals(), for kCapitalised
};

/// Total and linear. `out` is overwritten and keeps its capacity. Words at a hyphen are split (aas | - | paas), numbers
/// and letter-digit names are not. A sentence ends at danda ? ! and at a full stop that ends no abbreviation, initial,
/// decimal or clock time; at a blank line; and at a line end that closes a headline or paragraph. Quotes and brackets
/// that close behind the mark belong to the sentence.
void tokenise(std::string_view normal, Tokens& out, const TokenContext& context = {});

}  // namespace incidents
