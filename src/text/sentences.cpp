/// Sentences end at marks, at blank lines and at most line ends. News copy is one paragraph a line, under headlines
/// that have no mark, so a line end closes its sentence but in a few cases:
///   - the text was wrapped by hand: no line is long, and the next line's first word would not have fitted any more on
///   the
///     line before it, the one trace that wrapping leaves;
///   - the line ends in a word that asks for another one (a postposition, “and”), and it is no headline;
///   - a paragraph was torn: its first half is longer than a headline and has no mark at its end, in a text whose other
///     long lines have theirs (some outlets never set one).
#include "text/sentences.h"

#include <algorithm>

#include "text/characters.h"
#include "text/devanagari.h"

namespace incidents {
namespace {

/// Columns, in code points. Mail and terminals wrap between these; a text with a longer line is not wrapped.
constexpr std::uint32_t kNarrowestWrap = 40;
constexpr std::uint32_t kWidestWrap = 160;

/// Share of the widest line that a line and the next word must overrun: wrapping counts columns, not code points, so
/// that lines vary.
constexpr std::uint32_t kFitPercent = 90;

/// Code points of a line that is longer than headlines are.
constexpr std::uint32_t kLongLine = 100;

/// How many marked long lines must stand against each one without a mark.
constexpr std::uint32_t kMarkedShare = 4;

/// Code points of a line that may be half a sentence, where a page breaks its lines anywhere, and how many lines without a
/// mark may stand there for each one that ends in a binder.
constexpr std::uint32_t kTornLine = 25;
constexpr std::uint32_t kBoundShare = 4;

/// Tokens. Sentences of news stay under a hundred; a text without any mark must not become one sentence, since later
/// steps look through whole sentences: it is cut behind a comma from the first length on, anywhere at the second.
constexpr std::uint32_t kLongSentence = 250;
constexpr std::uint32_t kLongestSentence = 400;

class Splitter {
 public:
  Splitter(std::string_view text, const Abbreviations* words, Tokens& out)
      : text_(text), words_(words), tokens_(out.tokens), sentences_(out.sentences) {}

  void run() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (i != first_ && (ended_ ? !belongs_to_end(i) : breaks_line(i) || is_too_long(i))) close(i);
      take(i);
    }
    if (first_ < tokens_.size()) close(static_cast<std::uint32_t>(tokens_.size()));
  }

 private:
  char32_t mark(std::uint32_t i) const {
    const Token& token = tokens_[i];
    return token.kind == TokenKind::punctuation ? read_character(text_, token.begin).c : 0;
  }

  bool has_flag(std::uint32_t i, TokenFlag flag) const { return (tokens_[i].flags & flag) != 0; }

  void close(std::uint32_t end) {
    sentences_.push_back({first_, end});
    first_ = end;
    ended_ = false;
  }

  void take(std::uint32_t i) {
    if (has_flag(i, kParagraphStart)) quote_open_ = false;
    const char32_t c = mark(i);
    if (c == U'"') quote_open_ = !quote_open_;
    if (c == devanagari::kDanda || c == U'!' || c == U'?') ended_ = true;
    if (c == U'.' && ends_at_stop(i)) ended_ = true;
    if (c == 0 && stands_for_danda(i)) ended_ = true;
  }

  /// Pages that were set in a legacy font keep its danda as a Latin I or l behind the verb.
  bool stands_for_danda(std::uint32_t i) const {
    const Token& token = tokens_[i];
    if (i == first_ || words_ == nullptr || token.end != token.begin + 1) return false;
    const char letter = text_[token.begin];
    if (letter != 'l' && !(letter == 'i' && has_flag(i, kCapitalised))) return false;
    const Token& verb = tokens_[i - 1];
    return verb.kind == TokenKind::word && words_->closes(text_.substr(verb.begin, verb.end - verb.begin));
  }

  /// True where the full stop (or run of two) that is token `i` ends a sentence: not behind the number of a list item,
  /// and not glued between a word and a mark or Latin letter.
  bool ends_at_stop(std::uint32_t i) const {
    if (i == first_) return false;
    const bool is_list_item = tokens_[i - 1].kind == TokenKind::number && has_flag(i - 1, kLineStart);
    if (is_list_item) return false;
    const Character next = read_character(text_, tokens_[i].end);
    switch (next.kind) {
      case CharacterKind::blank:
      case CharacterKind::line_end:
      case CharacterKind::devanagari:
        return true;
      case CharacterKind::punctuation:
        return next.c == U'"' || next.c == U'\'' || next.c == U')' || next.c == U']' || next.c == U'(';
      default:
        return false;
    }
  }

  /// Behind an end mark: more end marks and what closes with it still belong to the sentence.
  bool belongs_to_end(std::uint32_t i) const {
    if (has_flag(i, kLineStart)) return false;
    const char32_t c = mark(i);
    if (c == devanagari::kDanda || c == U'!' || c == U'?') return true;
    const bool apart = has_flag(i, kSpaceBefore);
    if (c == U'.' || c == U')' || c == U']' || c == U'}') return !apart;
    if (c != U'"' && c != U'\'') return false;
    const CharacterKind next = read_character(text_, tokens_[i].end).kind;
    const bool before_blank = next == CharacterKind::blank || next == CharacterKind::line_end;
    if (c == U'\'') return !apart && before_blank;
    return apart ? quote_open_ && before_blank : quote_open_ || before_blank;
  }

  bool is_too_long(std::uint32_t i) const {
    const std::uint32_t length = i - first_;
    return length >= kLongestSentence || (length >= kLongSentence && mark(i - 1) == U',');
  }

  // Lines.

  /// True where token `i` starts a line and the one before it ended a headline or paragraph.
  bool breaks_line(std::uint32_t i) {
    if (has_flag(i, kParagraphStart)) return true;
    if (!has_flag(i, kLineStart)) return false;
    const char32_t last = mark(i - 1);
    if (last == U',') return false;
    if (tokens_[i].kind == TokenKind::punctuation && (mark(i) == U'-' || mark(i) == U'(')) return true;
    if (numbers_item(i)) return true;
    return !continues_line(i);
  }

  /// “2. …”, “2) …”: a list goes on with its next item.
  bool numbers_item(std::uint32_t i) const {
    if (tokens_[i].kind != TokenKind::number || i + 2 >= tokens_.size()) return false;
    const bool marked = (mark(i + 1) == U'.' || mark(i + 1) == U')') && !has_flag(i + 1, kSpaceBefore);
    return marked && has_flag(i + 2, kSpaceBefore);
  }

  /// True where token `i`, the first of its line, goes on with the sentence of the line before it.
  bool continues_line(std::uint32_t i) {
    if (!measured_) measure_lines();
    const std::uint32_t line_end = tokens_[i - 1].end;
    const std::uint32_t line = begin_of_line(line_end), length = columns(line, line_end);
    const bool is_first = line == 0;
    if (is_torn() ? ends_in_binder(text_.substr(line, line_end - line)) || (!is_first && length >= kTornLine)
                  : !is_first && ends_in_binder(text_.substr(line, line_end - line))) return true;
    if (widest_line_ > kWidestWrap) {
      return length >= kLongLine && long_lines_ > kMarkedShare * (long_lines_ - marked_long_lines_);
    }
    if (widest_line_ < kNarrowestWrap) return false;
    const std::uint32_t needed = length + 1 + columns(tokens_[i].begin, end_of_word(tokens_[i].begin));
    return needed * 100 > widest_line_ * kFitPercent;
  }

  std::uint32_t begin_of_line(std::uint32_t at) const {
    const std::size_t found = text_.substr(0, at).rfind('\n');
    return found == std::string_view::npos ? 0 : static_cast<std::uint32_t>(found) + 1;
  }

  std::uint32_t end_of_word(std::uint32_t at) const {
    return static_cast<std::uint32_t>(std::min(text_.find_first_of(" \n", at), text_.size()));
  }

  std::uint32_t columns(std::uint32_t begin, std::uint32_t end) const {
    return static_cast<std::uint32_t>(std::count_if(text_.begin() + begin, text_.begin() + end, [](char byte) {
      return (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
    }));
  }

  /// Some pages break their lines anywhere: one in four of the lines without a mark ends in a word that asks for another.
  bool is_torn() const { return bound_lines_ >= 2 && bound_lines_ * kBoundShare >= unmarked_lines_; }

  bool ends_in_binder(std::string_view line) const {
    if (words_ == nullptr) return false;
    const std::size_t last = line.find_last_not_of(' ');
    if (last == std::string_view::npos) return false;
    line = line.substr(0, last + 1);
    return words_->binds(line.substr(line.find_last_of(' ') + 1));
  }

  void measure_lines() {
    measured_ = true;
    for (std::uint32_t line = 0; line < text_.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', line), text_.size()));
      const std::uint32_t length = columns(line, end);
      const std::string_view written = text_.substr(line, end - line);
      widest_line_ = std::max(widest_line_, length);
      if (length != 0 && !ends_in_mark(written)) {
        ++unmarked_lines_;
        if (ends_in_binder(written)) ++bound_lines_;
      }
      if (length >= kLongLine) {
        ++long_lines_;
        if (ends_in_mark(written)) ++marked_long_lines_;
      }
      line = end + 1;
    }
  }

  static bool ends_in_mark(std::string_view line) {
    const std::size_t last = line.find_last_not_of(" \"')]");
    if (last == std::string_view::npos) return false;
    const char32_t c = read_character_before(line, static_cast<std::uint32_t>(last) + 1).c;
    return c == devanagari::kDanda || c == U'.' || c == U'!' || c == U'?';
  }

  std::string_view text_;
  const Abbreviations* words_;
  const std::vector<Token>& tokens_;
  std::vector<Sentence>& sentences_;
  std::uint32_t first_ = 0;  ///< first token of the open sentence
  bool ended_ = false;       ///< its end mark was met
  bool quote_open_ = false;  ///< an odd number of double quotes since the paragraph began
  bool measured_ = false;
  std::uint32_t widest_line_ = 0;
  std::uint32_t long_lines_ = 0;
  std::uint32_t marked_long_lines_ = 0;
  std::uint32_t unmarked_lines_ = 0;  ///< lines without a mark at their end
  std::uint32_t bound_lines_ = 0;     ///< those of them that end in a binder
};

}  // namespace

void split_sentences(std::string_view normal, const Abbreviations* words, Tokens& out) {
  Splitter(normal, words, out).run();
}

}  // namespace incidents
