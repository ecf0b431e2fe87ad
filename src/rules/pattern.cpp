#include "rules/pattern.h"

#include <algorithm>
#include <charconv>
#include <tuple>
#include <utility>

namespace incidents {
namespace {

constexpr std::uint32_t kMaxRepeat = 8;
constexpr std::uint32_t kMaxGap = 12;
constexpr std::string_view kBlanks = " \t";
constexpr std::string_view kMarks = "()|?{}[]&!\"";  // end a word wherever they stand

bool is_blank(char c) { return c == ' ' || c == '\t'; }

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

/// Recursive descent; every function leaves the position behind what it took.
class PatternParser {
 public:
  explicit PatternParser(const RuleText& source) : source_(source), text_(source.text()) {}

  PatternNode pattern() {
    PatternNode root = alternatives(true);
    if (!at_end()) fail(std::string("unexpected '") + text_[position_] + "'");
    if (brackets_ == 1) fail("the mention's '[' has no ']'");
    if (brackets_ != 0 && root.kind == PatternNode::Kind::alternatives) {
      throw PatternError{root.at, "put ( ) around alternatives that stand beside [ ]"};
    }
    return root;
  }

  std::vector<PatternTerm> members() {
    std::vector<PatternTerm> result;
    while (!at_end()) result.push_back(term());
    return result;
  }

 private:
  [[noreturn]] void fail(std::string message) const { fail_at(position_, std::move(message)); }
  [[noreturn]] void fail_at(std::size_t offset, std::string message) const {
    throw PatternError{source_.at(offset), std::move(message)};
  }

  void skip_blanks() {
    while (position_ < text_.size() && is_blank(text_[position_])) ++position_;
  }
  bool at_end() {
    skip_blanks();
    return position_ == text_.size();
  }
  char peek() {
    skip_blanks();
    return position_ < text_.size() ? text_[position_] : '\0';
  }
  bool take(char c) {
    if (peek() != c) return false;
    ++position_;
    return true;
  }
  void expect(char c, std::string_view what) {
    if (!take(c)) fail("expected '" + std::string(1, c) + "' " + std::string(what));
  }
  RulePosition here() {
    skip_blanks();
    return source_.at(position_);
  }

  PatternNode alternatives(bool top) {
    PatternNode node{.kind = PatternNode::Kind::alternatives, .at = here()};
    do {
      node.children.push_back(sequence(top));
    } while (take('|'));
    if (node.children.size() == 1) return std::move(node.children.front());
    return node;
  }

  PatternNode sequence(bool top) {
    PatternNode node{.kind = PatternNode::Kind::sequence, .at = here()};
    for (char c = peek(); c != '\0' && c != '|' && c != ')'; c = peek()) {
      if (c == '[' || c == ']') {
        node.children.push_back(bracket(top));
      } else {
        node.children.push_back(item());
      }
    }
    if (node.children.empty()) fail(position_ == 0 ? "the pattern is empty" : "expected an atom");
    return node;
  }

  PatternNode bracket(bool top) {
    const bool opens = peek() == '[';
    if (!top) fail("[ ] may not stand inside ( )");
    if (brackets_ != (opens ? 0 : 1)) {
      fail(opens ? "a pattern has one mention: a second '['" : brackets_ == 0 ? "']' without '['" : "a second ']'");
    }
    PatternNode node{.kind = opens ? PatternNode::Kind::mention_begin : PatternNode::Kind::mention_end, .at = here()};
    ++position_;
    ++brackets_;
    return node;
  }

  /// A slot, group, gap, anchor or atom, with its repetition.
  PatternNode item() {
    PatternNode node = unit();
    const bool repeatable = node.kind == PatternNode::Kind::atom || node.kind == PatternNode::Kind::slot ||
                            node.kind == PatternNode::Kind::sequence || node.kind == PatternNode::Kind::alternatives;
    if (position_ >= text_.size()) return node;
    std::uint32_t min = 0, max = 1;
    if (text_[position_] == '?') {
      if (!repeatable) fail("'?' must follow an atom, a slot or a group");
      ++position_;
    } else if (text_[position_] == '{') {
      if (!repeatable) fail("a repetition must follow an atom, a slot or a group");
      ++position_;
      std::tie(min, max) = bounds();
    } else {
      return node;
    }
    PatternNode repeat{.kind = PatternNode::Kind::repeat, .at = node.at, .min = min, .max = max};
    repeat.children.push_back(std::move(node));
    return repeat;
  }

  std::pair<std::uint32_t, std::uint32_t> bounds() {
    const std::size_t start = position_;
    const std::uint32_t min = integer("a repetition is {m,n}");
    std::uint32_t max = min;
    if (take(',')) max = integer("a repetition needs an upper bound: {m,n}");
    expect('}', "after a repetition");
    if (max < min || max == 0) fail_at(start, "a repetition {m,n} needs m ≤ n and n ≥ 1");
    if (max > kMaxRepeat) fail_at(start, "a repetition goes up to " + std::to_string(kMaxRepeat));
    return {min, max};
  }

  std::uint32_t integer(std::string_view message) {
    skip_blanks();
    std::uint32_t value = 0;
    const char* first = text_.data() + position_;
    const auto [last, code] = std::from_chars(first, text_.data() + text_.size(), value);
    if (code != std::errc{}) fail(std::string(message));
    position_ += static_cast<std::size_t>(last - first);
    return value;
  }

  PatternNode unit() {
    const RulePosition at = here();
    const char c = text_[position_];
    if (c == '^' || c == '$') {
      ++position_;
      return {.kind = c == '^' ? PatternNode::Kind::sentence_start : PatternNode::Kind::sentence_end, .at = at};
    }
    if (text_.substr(position_).starts_with("..")) return gap(at);
    if (c == '(') return group();
    if (const std::size_t colon = slot_colon(); colon != std::string_view::npos) return slot(at, colon);
    return atom(at);
  }

  PatternNode gap(RulePosition at) {
    const std::size_t start = position_;
    position_ += 2;
    if (position_ >= text_.size() || text_[position_] < '0' || text_[position_] > '9') {
      fail_at(start, "a gap needs its bound: ..3");
    }
    const std::uint32_t width = integer("a gap needs its bound: ..3");
    if (width == 0 || width > kMaxGap) fail_at(start, "a gap is 1 to " + std::to_string(kMaxGap) + " tokens wide");
    return {.kind = PatternNode::Kind::gap, .at = at, .max = width};
  }

  PatternNode group() {
    ++position_;
    PatternNode node = alternatives(false);
    expect(')', "to close the group");
    return node;
  }

  /// Where the colon of `name:` stands when a slot begins here.
  std::size_t slot_colon() const {
    std::size_t end = position_;
    while (end < text_.size() && is_name(text_[end])) ++end;
    const bool is_slot = end > position_ && end + 1 < text_.size() && text_[end] == ':' && !is_blank(text_[end + 1]);
    return is_slot ? end : std::string_view::npos;
  }

  PatternNode slot(RulePosition at, std::size_t colon) {
    PatternNode node{.kind = PatternNode::Kind::slot, .at = at};
    node.name = text_.substr(position_, colon - position_);
    position_ = colon + 1;
    const char c = text_[position_];
    if (c == '[' || c == '^' || c == '$' || text_.substr(position_).starts_with("..")) {
      fail("a slot holds an atom or a group");
    }
    node.children.push_back(c == '(' ? group() : atom(here()));
    return node;
  }

  PatternNode atom(RulePosition at) {
    PatternNode node{.kind = PatternNode::Kind::atom, .at = at};
    do {
      node.terms.push_back(term());
    } while (take('&'));
    return node;
  }

  PatternTerm term() {
    PatternTerm result;
    result.at = here();
    if (take('!')) result.negated = true;
    const char c = peek();
    if (c == '"') {
      quoted(result);
    } else if (c == '@') {
      ++position_;
      result.kind = PatternTerm::Kind::any_form_of_class;
      result.text = name("a class name must follow '@'");
      if (position_ + 1 < text_.size() && text_[position_] == '{' &&
          !(text_[position_ + 1] >= '0' && text_[position_ + 1] <= '9')) {
        conditions(result);
      }
    } else if (c == '%') {
      ++position_;
      result.kind = PatternTerm::Kind::set;
      result.text = name("a set name must follow '%'");
    } else if (c == '#' || c == '*') {
      ++position_;
      result.kind = c == '#' ? PatternTerm::Kind::digits : PatternTerm::Kind::any_word;
    } else {
      word(result);
    }
    return result;
  }

  void quoted(PatternTerm& result) {
    const std::size_t start = position_++;
    const std::size_t close = text_.find('"', position_);
    if (close == std::string_view::npos) fail_at(start, "the quote is not closed");
    result.text = text_.substr(position_, close - position_);
    result.quoted = true;
    position_ = close + 1;
    if (result.text.find_first_not_of(kBlanks) == std::string::npos) fail_at(start, "the quotes are empty");
  }

  void word(PatternTerm& result) {
    const std::size_t start = position_;
    while (position_ < text_.size() && !is_blank(text_[position_]) &&
           kMarks.find(text_[position_]) == std::string_view::npos) {
      ++position_;
    }
    result.text = text_.substr(start, position_ - start);
    if (result.text.empty()) {
      fail(position_ < text_.size() ? std::string("unexpected '") + text_[position_] + "'" : "expected an atom");
    }
    if (result.text.back() == '~') {
      result.text.pop_back();
      result.kind = PatternTerm::Kind::lemma;
      if (result.text.empty()) fail_at(start, "a lemma must stand before '~'");
    }
  }

  std::string name(std::string_view message) {
    const std::size_t start = position_;
    while (position_ < text_.size() && is_name(text_[position_])) ++position_;
    if (position_ == start) fail(std::string(message));
    return std::string(text_.substr(start, position_ - start));
  }

  void conditions(PatternTerm& result) {
    ++position_;
    do {
      AttributeCondition condition;
      condition.at = here();
      condition.key = name("expected an attribute: {key=value}");
      condition.negated = take('!');
      expect('=', "after the attribute's name");
      do {
        condition.values.push_back(value());
      } while (take('|'));
      result.conditions.push_back(std::move(condition));
      take(',');
    } while (peek() != '}' && peek() != '\0');
    expect('}', "to close the attributes");
  }

  std::string value() {
    skip_blanks();
    const std::size_t start = position_;
    while (position_ < text_.size() && !is_blank(text_[position_]) &&
           std::string_view("|,}").find(text_[position_]) == std::string_view::npos) {
      ++position_;
    }
    if (position_ == start) fail("expected a value");
    return std::string(text_.substr(start, position_ - start));
  }

  const RuleText& source_;
  std::string_view text_;
  std::size_t position_ = 0;
  int brackets_ = 0;  ///< brackets seen: 0, 1, 2
};

}  // namespace

void RuleText::append(std::string_view piece, RulePosition at) {
  if (!text_.empty()) text_ += ' ';
  pieces_.push_back({text_.size(), at});
  text_ += piece;
}

RulePosition RuleText::at(std::size_t offset) const {
  if (pieces_.empty()) return {};
  const auto next = std::upper_bound(pieces_.begin(), pieces_.end(), offset,
                                     [](std::size_t wanted, const Piece& piece) { return wanted < piece.offset; });
  const Piece& piece = *(next == pieces_.begin() ? next : next - 1);
  const std::string_view before = text();
  const std::size_t length = std::min(offset, before.size()) - piece.offset;
  return {piece.at.line, piece.at.column + count_code_points(before.substr(piece.offset, length))};
}

PatternNode parse_pattern(const RuleText& text) { return PatternParser(text).pattern(); }

std::vector<PatternTerm> parse_members(const RuleText& text) { return PatternParser(text).members(); }

}  // namespace incidents
