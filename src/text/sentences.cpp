/// Sentences end at marks, at blank lines and at most line ends. News copy is one paragraph a line with headlines that
/// have no mark, so a line end closes its sentence unless the text was wrapped by hand: then the next line's first word
/// would not have fitted any more on the line before it. That is the one trace that wrapping leaves, and needs no word.
#include "text/sentences.h"

#include <algorithm>

#include "text/characters.h"
#include "text/devanagari.h"

namespace incidents {
namespace {

/// Columns, in code points. Mail and terminals wrap between these; a text whose longest line is longer is not wrapped.
constexpr std::uint32_t kNarrowestWrap = 40;
constexpr std::uint32_t kWidestWrap = 160;

/// Share of the block's longest line that line and next word must overrun: wrapping counts columns, not code points, so
/// lines vary.
constexpr std::uint32_t kFitPercent = 90;

class Splitter {
 public:
  Splitter(std::string_view text, Tokens& out) : text_(text), tokens_(out.tokens), sentences_(out.sentences) {}

  void run() {
    for (std::uint32_t i = 0; i < tokens_.size(); ++i) {
      if (i != first_ && (ended_ ? !belongs_to_end(i) : breaks_line(i))) close(i);
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
    if (has_flag(i, kParagraphStart)) {
      quote_open_ = false;
      block_begin_ = tokens_[i].begin;
    }
    const char32_t c = mark(i);
    if (c == U'"') quote_open_ = !quote_open_;
    if (c == devanagari::kDanda || c == U'!' || c == U'?') ended_ = true;
    if (c == U'.' && ends_at_stop(i)) ended_ = true;
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

  // Lines.

  /// True where token `i` starts a line and the one before it ended a headline or paragraph.
  bool breaks_line(std::uint32_t i) {
    if (has_flag(i, kParagraphStart)) return true;
    if (!has_flag(i, kLineStart)) return false;
    const char32_t last = mark(i - 1);
    if (last == U',') return false;
    if (tokens_[i].kind == TokenKind::punctuation && (mark(i) == U'-' || mark(i) == U'(')) return true;
    return !is_wrapped(i);
  }

  bool is_wrapped(std::uint32_t i) {
    measure_block();
    if (widest_line_ < kNarrowestWrap || widest_line_ > kWidestWrap) return false;
    const std::uint32_t line_end = tokens_[i - 1].end;
    const std::uint32_t line_begin = begin_of_line(line_end);
    const std::uint32_t word_end = end_of_word(tokens_[i].begin);
    const std::uint32_t needed = columns(line_begin, line_end) + 1 + columns(tokens_[i].begin, word_end);
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

  /// Sets `widest_line_` for the lines from the paragraph's first token to the next blank line, once a paragraph.
  void measure_block() {
    if (measured_ == block_begin_) return;
    measured_ = block_begin_;
    widest_line_ = 0;
    for (std::uint32_t line = block_begin_; line < text_.size();) {
      const auto end = static_cast<std::uint32_t>(std::min(text_.find('\n', line), text_.size()));
      if (is_blank_line(line, end)) break;
      widest_line_ = std::max(widest_line_, columns(line, end));
      line = end + 1;
    }
  }

  bool is_blank_line(std::uint32_t begin, std::uint32_t end) const {
    return text_.substr(begin, end - begin).find_first_not_of(' ') == std::string_view::npos;
  }

  std::string_view text_;
  const std::vector<Token>& tokens_;
  std::vector<Sentence>& sentences_;
  std::uint32_t first_ = 0;              ///< first token of the open sentence
  bool ended_ = false;                   ///< its end mark was met
  bool quote_open_ = false;              ///< an odd number of double quotes since the paragraph began
  std::uint32_t block_begin_ = 0;        ///< first token after the last blank line
  std::uint32_t measured_ = 0xFFFFFFFF;  ///< the block whose widest line is known
  std::uint32_t widest_line_ = 0;
};

}  // namespace

void split_sentences(std::string_view normal, Tokens& out) { Splitter(normal, out).run(); }

}  // namespace incidents
