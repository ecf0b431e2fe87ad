/// Tokens by one scan: what a token starts with says how it goes on. Numbers take in every mark that stands between
/// digits, words take in the dots of initials and abbreviations; everything else is one code point.
#include "text/tokenise.h"

#include <algorithm>
#include <array>

#include "text/characters.h"
#include "text/devanagari.h"
#include "text/sentences.h"

namespace incidents {
namespace {

using namespace devanagari;

/// Weapon and road names have short numbers; what follows the hyphen in `julaaii-2021` is a year.
constexpr std::uint32_t kLongestNameNumber = 3;

class Scanner {
 public:
  Scanner(std::string_view text, std::vector<Token>& tokens, const TokenContext& context)
      : text_(text), tokens_(tokens), context_(context) {}

  void run() {
    while (at_ < text_.size()) {
      const Character next = read(at_);
      switch (next.kind) {
        case CharacterKind::blank:
          flags_ |= kSpaceBefore;
          at_ += next.width;
          break;
        case CharacterKind::line_end:
          pass_line_end();
          break;
        case CharacterKind::digit:
          scan_number();
          break;
        case CharacterKind::latin:
        case CharacterKind::devanagari:
        case CharacterKind::letter:
          scan_word();
          break;
        case CharacterKind::punctuation:
          scan_mark(next);
          break;
        case CharacterKind::symbol:
          emit(at_ + next.width, TokenKind::symbol);
          break;
      }
    }
  }

 private:
  Character read(std::uint32_t at) const { return read_character(text_, at); }
  char byte(std::uint32_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  bool is_digit_at(std::uint32_t at) const { return byte(at) >= '0' && byte(at) <= '9'; }
  bool is_latin_at(std::uint32_t at) const { return byte(at) >= 'a' && byte(at) <= 'z'; }
  bool is_word_at(std::uint32_t at) const { return is_word_part(read(at).kind); }
  std::string_view slice(std::uint32_t begin, std::uint32_t end) const { return text_.substr(begin, end - begin); }

  std::uint32_t digits_end(std::uint32_t at) const {
    while (is_digit_at(at)) ++at;
    return at;
  }
  std::uint32_t word_end(std::uint32_t at) const {
    for (Character next = read(at); is_word_part(next.kind); next = read(at)) at += next.width;
    return at;
  }
  std::uint32_t alphanumeric_end(std::uint32_t at) const {
    while (is_latin_at(at) || is_digit_at(at)) ++at;
    return at;
  }

  void emit(std::uint32_t end, TokenKind kind) {
    while (capital_ < context_.capitals.size() && context_.capitals[capital_] < at_) ++capital_;
    if (capital_ < context_.capitals.size() && context_.capitals[capital_] == at_) flags_ |= kCapitalised;
    tokens_.push_back({at_, end, 0, kind, flags_});
    flags_ = 0;
    at_ = end;
  }

  void pass_line_end() {
    flags_ |= kSpaceBefore | ((flags_ & kLineStart) != 0 ? kParagraphStart : kLineStart);
    ++at_;
  }

  // Numbers.

  /// The end of digits with their grouping and decimals: 1,25,000 100,000 2.5 17.3.2021. Commas between numbers that
  /// are no grouping are not part of it (19,20,21).
  std::uint32_t element_end(std::uint32_t begin) const {
    std::uint32_t end = digits_end(begin);
    if (byte(end) == ',' && is_digit_at(end + 1)) end = grouping_end(begin, end);
    while (byte(end) == '.' && is_digit_at(end + 1)) end = digits_end(end + 1);
    return end;
  }

  std::uint32_t grouping_end(std::uint32_t begin, std::uint32_t first_end) const {
    constexpr std::uint32_t kLastGroup = 3;
    constexpr int kMostGroups = 8;  // also bounds how often a long list of numbers is looked through
    if (first_end - begin > kLastGroup) return first_end;
    std::uint32_t end = first_end;
    std::uint32_t length = 2;
    for (int groups = 0; byte(end) == ',' && is_digit_at(end + 1); ++groups) {
      if ((length != 2 && length != kLastGroup) || groups == kMostGroups) return first_end;
      const std::uint32_t next = digits_end(end + 1);
      length = next - end - 1;
      end = next;
    }
    return length == kLastGroup ? end : first_end;
  }

  void scan_number() {
    std::uint32_t end = element_end(at_);
    for (char mark = byte(end); (mark == '-' || mark == '/' || mark == ':') && is_digit_at(end + 1); mark = byte(end)) {
      end = element_end(end + 1);
    }
    const std::uint32_t suffix = suffix_end(end);
    emit(suffix, suffix == end ? TokenKind::number : TokenKind::mixed);
  }

  /// The end of what belongs to a number that ends at `end` though it is letters: an ordinal's ending, a name's letter
  /// (5g, 130j). Other words glued to a number are words of their own.
  std::uint32_t suffix_end(std::uint32_t end) const {
    if (is_latin_at(end)) return latin_suffix_end(end);
    const bool hyphen = byte(end) == '-';
    const std::uint32_t begin = hyphen ? end + 1 : end;
    const std::uint32_t ordinal_end = word_end(begin);
    return is_ordinal_ending(slice(begin, ordinal_end), byte(end - 1)) ? ordinal_end : end;
  }

  std::uint32_t latin_suffix_end(std::uint32_t end) const {
    const std::uint32_t run_end = alphanumeric_end(end);
    const std::string_view run = slice(end, run_end);
    const bool is_ordinal = run == "st" || run == "nd" || run == "rd" || run == "th";
    const bool has_digit = std::ranges::any_of(run, [](char c) { return c >= '0' && c <= '9'; });
    return run.size() == 1 || is_ordinal || has_digit ? run_end : end;
  }

  /// The endings of 1st, 2nd and 3rd, 4th, 6th and of all others, in any gender and case: consonant, vowel sign, and an
  /// anusvara if need be. Those of 1 to 4 and 6 would be words behind any other digit.
  bool is_ordinal_ending(std::string_view run, char digit) const {
    constexpr std::size_t kShortest = 6;
    if (run.size() < kShortest) return false;
    const Character consonant = read_character(run, 0);
    const Character sign = read_character(run, 3);
    if (sign.c != kSignAa && sign.c != kSignIi && sign.c != kSignE && sign.c != kSignO) return false;
    const bool bare = run.size() == kShortest;
    if (!bare && (run.size() != kShortest + 3 || read_character(run, kShortest).c != kAnusvara)) return false;
    constexpr char32_t kVa = 0x0935;
    constexpr char32_t kLa = 0x0932;
    constexpr char32_t kTha = 0x0925;
    constexpr char32_t kTtha = 0x0920;
    switch (consonant.c) {
      case kVa:
        return true;
      case kLa:
        return digit == '1' && bare;
      case kRa:
        return (digit == '2' || digit == '3') && bare;
      case kTha:
        return digit == '4' && bare;
      case kTtha:
        return digit == '6' && bare;
      default:
        return false;
    }
  }

  // Words.

  void scan_word() {
    std::uint32_t end = word_end(at_);
    if (end_of_verb(end) != end) return emit(end_of_verb(end), TokenKind::word);
    if (is_digit_at(end) && joins_digits(end) && !is_numbered(end)) {
      end = is_latin_at(at_) ? alphanumeric_end(end) : digits_end(end);
      return emit(name_number_end(end), TokenKind::mixed);
    }
    const std::uint32_t name_end = name_number_end(end);
    if (name_end != end && !is_numbered(end)) return emit(name_end, TokenKind::mixed);
    if (byte(end) == '.') end = dotted_end(end);
    emit(end, TokenKind::word);
  }

  /// The end of the verb that a danda in the shape of a Latin I or l is glued to; `end` where there is none.
  std::uint32_t end_of_verb(std::uint32_t end) const {
    if (context_.abbreviations == nullptr || end - at_ < 2 || (byte(end - 1) != 'i' && byte(end - 1) != 'l')) return end;
    return context_.abbreviations->closes(slice(at_, end - 1)) ? end - 1 : end;
  }

  /// The word that ends at `end` has a number for a name (haaiive-5), which is no part of the word.
  bool is_numbered(std::uint32_t end) const { return find(slice(at_, end)) == AbbreviationKind::numbered; }

  /// Digits glued to a word are its own where it is Latin (g20) or spells letters (eke47); else somebody forgot a
  /// blank.
  bool joins_digits(std::uint32_t end) const {
    if (is_latin_at(end - 1)) return true;
    return context_.abbreviations != nullptr && context_.abbreviations->spells_letters(slice(at_, end));
  }

  /// The end of hyphen and short number behind a name that ends at `end` (ak-47, mig-27, mq-9b); `end` if there is
  /// none.
  std::uint32_t name_number_end(std::uint32_t end) const {
    if (byte(end) != '-' || !is_digit_at(end + 1)) return end;
    const std::uint32_t number_end = digits_end(end + 1);
    if (number_end - end - 1 > kLongestNameNumber) return end;
    const char mark = byte(number_end);
    if ((mark == ',' || mark == '.' || mark == ':') && is_digit_at(number_end + 1)) return end;
    if (is_latin_at(number_end)) return latin_suffix_end(number_end);
    const std::uint32_t letter_end = word_end(number_end);
    const bool is_letter = letter_end != number_end && context_.abbreviations != nullptr &&
                           context_.abbreviations->spells_letters(slice(number_end, letter_end));
    return is_letter ? letter_end : number_end;
  }

  /// The end of a word with the dots that belong to it, for a word that ends before a dot at `end`.
  std::uint32_t dotted_end(std::uint32_t end) {
    std::uint32_t begin = at_;
    bool is_initial = was_dotted();
    while (byte(end) == '.') {
      const std::uint32_t next = end + 1;
      const bool goes_on = is_word_at(next);
      const bool is_host = goes_on && is_latin_at(end - 1) && is_latin_at(next);
      if (!is_host && !takes_dot(slice(begin, end), next, is_initial)) return end;
      if (!goes_on) return is_host ? end : next;
      is_initial = true;
      begin = next;
      end = word_end(next);
    }
    return end;
  }

  /// The last token was a word with its dot.
  bool was_dotted() const {
    return !tokens_.empty() && tokens_.back().kind == TokenKind::word && text_[tokens_.back().end - 1] == '.';
  }

  /// True where the dot before `next` belongs to `word`.
  bool takes_dot(std::string_view word, std::uint32_t next, bool behind_initial) const {
    if (word.size() == read_character(word, 0).width) return true;  // one letter
    const AbbreviationKind kind = find(word);
    if (kind != AbbreviationKind::letter_word) return kind != AbbreviationKind::none && kind != AbbreviationKind::numbered;
    return behind_initial || is_initial_at(next);
  }

  /// A letter's name and a dot stand at `at` or behind one blank.
  bool is_initial_at(std::uint32_t at) const {
    if (byte(at) == ' ') ++at;
    const std::uint32_t end = word_end(at);
    if (byte(end) != '.') return false;
    const AbbreviationKind kind = find(slice(at, end));
    return kind == AbbreviationKind::letter || kind == AbbreviationKind::letter_word;
  }

  AbbreviationKind find(std::string_view word) const {
    return context_.abbreviations == nullptr ? AbbreviationKind::none : context_.abbreviations->find(word);
  }

  /// One mark, or a run of hyphens or dots.
  void scan_mark(Character mark) {
    std::uint32_t end = at_ + mark.width;
    if (mark.c == U'-' || mark.c == U'.') {
      while (byte(end) == text_[at_]) ++end;
    }
    emit(end, TokenKind::punctuation);
  }

  std::string_view text_;
  std::vector<Token>& tokens_;
  const TokenContext& context_;
  std::uint32_t at_ = 0;
  std::uint8_t flags_ = kLineStart | kParagraphStart;
  std::size_t capital_ = 0;
};

}  // namespace

void tokenise(std::string_view normal, Tokens& out, const TokenContext& context) {
  out.tokens.clear();
  out.sentences.clear();
  Scanner(normal, out.tokens, context).run();
  split_sentences(normal, context.abbreviations, out);
}

}  // namespace incidents
