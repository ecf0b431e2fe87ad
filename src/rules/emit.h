#pragma once
/// One pattern → the instructions of a small automaton, with all names resolved.
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "lexicon/vocabulary.h"
#include "rules/pattern.h"
#include "rules/program.h"
#include "rules/rule.h"

namespace incidents {

/// A program while it grows.
struct ProgramBuilder {
  std::vector<program::Phase> phases;
  std::vector<program::Rule> rules;
  std::vector<program::Argument> arguments;
  std::vector<StringId> slot_names;
  std::vector<program::Instruction> instructions;
  std::vector<program::Atom> atoms;
  std::vector<program::Term> terms;
  std::vector<program::Condition> conditions;
  std::vector<StringId> values;
  std::vector<program::Key> keys;
  std::vector<program::Use> uses;
  std::vector<program::Start> starts;
  std::vector<std::uint32_t> key_groups;
  std::vector<program::ClassMask> masks;

  program::View view() const {
    return {phases,     rules,  arguments, slot_names, instructions, atoms,      terms,
            conditions, values, keys,      uses,       starts,       key_groups, masks};
  }
};

/// A set's members: terms on one edge, and runs of several words.
struct PatternSet {
  std::vector<program::Term> terms;
  std::vector<std::vector<WordId>> phrases;
};
using PatternSets = std::map<std::string, PatternSet, std::less<>>;

/// What an edge may be found by: a word, lemma, class, …
using PatternKey = std::pair<program::KeyKind, std::uint32_t>;
using PatternKeys = std::set<PatternKey>;

/// Each match takes an edge with one of these keys.
struct PatternNeed {
  PatternKeys keys;
  bool behind_first = true;  ///< it is never the first edge
  auto operator<=>(const PatternNeed&) const = default;
};

struct EmittedPattern {
  std::vector<program::Instruction> instructions;
  std::vector<std::string> slots;
  PatternKeys first_keys;  ///< KeyKind::none: may start anywhere
  std::vector<PatternNeed> needs;
};

class PatternEmitter {
 public:
  PatternEmitter(Vocabulary& vocabulary, ProgramBuilder& program) : vocabulary_(vocabulary), program_(program) {}

  /// Throws PatternError on an unknown name and on patterns that mean nothing (an empty mention, a gap at an end).
  EmittedPattern emit(const PatternNode& pattern, RulePosition rule, const PatternSets& sets);

  PatternSet resolve_members(const std::vector<PatternTerm>& members, const PatternSets& sets);

  /// Attributes that exist; nothing is checked while `keys` is empty.
  struct {
    std::set<std::string, std::less<>> keys;
    std::set<std::pair<std::string, std::string>> values;
  } known;

 private:
  class Emission;

  program::Term resolve(const PatternTerm& term, const PatternSets& sets);
  program::Term resolve_class(const PatternTerm& term);
  void check_condition(const AttributeCondition& condition, bool values_known) const;
  const PatternSet& find_set(const PatternTerm& term, const PatternSets& sets) const;
  program::Term any_of(const PatternSet& set);
  std::uint8_t edges_of(const program::Term& term) const;
  bool tests_classes(const program::Term& term) const;
  std::vector<program::Term> join_exclusions(const std::vector<program::Term>& terms);
  std::uint32_t add_atom(const std::vector<program::Term>& written);

  Vocabulary& vocabulary_;
  ProgramBuilder& program_;
};

}  // namespace incidents
