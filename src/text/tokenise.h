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

/// Why a full stop or a line end behind a word need not end a sentence.
enum class AbbreviationKind : std::uint8_t {
  none,
  abbreviation,  ///< title, unit, state: its dot never ends a sentence that goes on in its line
  letter,        ///< name of a Latin letter, for initials (e. ke.) and weapon names (eke47)
  letter_word,   ///< the same, but also a word that may end a sentence: an initial only beside another one
  numbered       ///< what has a number for a name (haaiive-5): the number is a token of its own
};

struct Abbreviation {
  std::string form;  ///< normal form, one word, without dots: the two halves of ki.mii. are two rows
  AbbreviationKind kind = AbbreviationKind::abbreviation;
  bool binds = false;   ///< asks for another word: a line that ends in it goes on in the next
  bool closes = false;  ///< ends a clause: a lone I or l behind it is a danda that was set in another font
};

/// Words that a full stop or a line end may follow without ending a sentence. They are data: data/abbreviations.tsv.
class Abbreviations {
 public:
  Abbreviations() = default;
  explicit Abbreviations(std::vector<Abbreviation> rows);
  AbbreviationKind find(std::string_view form) const;
  bool binds(std::string_view form) const;
  bool closes(std::string_view form) const;

  /// True when `word` is nothing but names of letters, one after another (eke, esaelaar).
  bool spells_letters(std::string_view word) const;

 private:
  const Abbreviation* row(std::string_view form) const;

  std::vector<Abbreviation> rows_;  ///< sorted by form
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
