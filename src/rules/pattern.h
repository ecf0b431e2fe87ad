#pragma once
/// The parser of one pattern, as stands behind `match =` or `set NAME =`.
#include <string>
#include <string_view>
#include <vector>

#include "rules/rule.h"

namespace incidents {

/// A value that may go over several lines: its text, joined by blanks, and where each piece of it stands.
class RuleText {
 public:
  void append(std::string_view piece, RulePosition at);
  std::string_view text() const { return text_; }
  /// Where the character at byte `offset` of text() stands.
  RulePosition at(std::size_t offset) const;

 private:
  struct Piece {
    std::size_t offset = 0;
    RulePosition at;
  };
  std::string text_;
  std::vector<Piece> pieces_;
};

/// A syntax error inside a value.
struct PatternError {
  RulePosition at;
  std::string message;
};

/// Throws PatternError.
PatternNode parse_pattern(const RuleText& text);

/// The members of a set: words, lemmas, classes, sets and quoted words. Throws PatternError.
std::vector<PatternTerm> parse_members(const RuleText& text);

}  // namespace incidents
