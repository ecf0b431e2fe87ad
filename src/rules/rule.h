#pragma once
/// Rule files as trees: what the parser gives the compiler. Grammar, one file a phase:
///
///   set NAME = member …                       members: word  lemma~  @class  %OTHER  "several words"
///   rule subject.detail
///     match = pattern
///     make  = KIND key=value …                values: words, numbers, $slot
///     yes   = sentence with [the mention] => key=value …
///     yes (2024-07-26) = sentence …           read as if published that day
///     no    = sentence
///
/// A deeper indented line goes on with the line before; a line that starts with # is a comment. Patterns:
///   word  lemma~  @class  @class{key=a|b key!=c}  %SET  #  *  "…"  !x  x & y      one edge of the lattice each
///   ^  $  sentence start and end     ..3  a gap of at most 3 tokens inside the clause
///   name:x  ( a | b )  x?  x{0,3}  [ … ]
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "incidents/incident.h"
#include "lexicon/source.h"

namespace incidents {

/// A place in a rule file; columns count code points from 1.
struct RulePosition {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
};

/// `{key=a|b}` or `{key!=a}` behind a class.
struct AttributeCondition {
  std::string key;
  std::vector<std::string> values;
  bool negated = false;
  RulePosition at;
};

/// One test on an edge; terms joined by & stand on the same edge.
struct PatternTerm {
  enum class Kind : std::uint8_t { word, lemma, any_form_of_class, set, digits, any_word };
  Kind kind = Kind::word;
  bool negated = false;
  bool quoted = false;
  std::string text;  ///< the word, lemma, class or set without its sign
  std::vector<AttributeCondition> conditions;
  RulePosition at;
};

struct PatternNode {
  enum class Kind : std::uint8_t {
    atom,          ///< terms, joined by &
    sequence,      ///< children in order
    alternatives,  ///< one of children, the first is preferred
    repeat,        ///< child min to max times, more is preferred
    gap,           ///< at most max tokens, fewer are preferred
    slot,          ///< child, kept under `name`
    sentence_start,
    sentence_end,
    mention_begin,  ///< [
    mention_end     ///< ]
  };
  Kind kind = Kind::sequence;
  RulePosition at;
  std::vector<PatternTerm> terms = {};
  std::vector<PatternNode> children = {};
  std::uint32_t min = 0;
  std::uint32_t max = 0;
  std::string name = {};
};

struct RuleArgument {
  std::string key;
  std::string value;
  bool is_slot = false;
  RulePosition at;
};

struct RuleExample {
  bool wanted = true;              ///< `yes`
  std::string text;                ///< with its brackets
  std::vector<RuleArgument> want;  ///< behind =>
  std::optional<Date> published;
  RulePosition at;  ///< of the text's first character
};

struct RuleSource {
  std::string name;
  RulePosition at;
  std::optional<PatternNode> match;
  std::string kind;  ///< what `make` makes
  RulePosition kind_at;
  std::vector<RuleArgument> arguments;
  std::vector<RuleExample> examples;
};

struct SetSource {
  std::string name;
  RulePosition at;
  std::vector<PatternTerm> members;
};

struct RuleFile {
  const DataFile* file = nullptr;
  std::vector<std::string_view> lines;  ///< views into the file
  std::vector<SetSource> sets;
  std::vector<RuleSource> rules;

  Error error(RulePosition at, std::string message) const;
};

/// Parses one file; what cannot be parsed goes to `problems` and is left out. `file` must outlive the result.
RuleFile parse_rules(const DataFile& file, Problems& problems);

}  // namespace incidents
