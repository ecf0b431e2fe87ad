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
  std::vector<program::Group> groups;
  std::vector<program::Anchored> anchored;
  std::vector<std::uint32_t> need_atoms;
  std::vector<std::uint32_t> key_groups;
  std::vector<program::ClassMask> masks;

  program::View view() const {
    return {phases, rules, arguments, slot_names, instructions, atoms,      terms,      conditions,
            values, keys,  uses,      groups,     anchored,     need_atoms, key_groups, masks};
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


/// Tokens that a part of a pattern may take, or that lie between two of its edges.
struct Width {
  std::uint32_t least = 0;
  std::uint32_t most = 0;  ///< program::kFar and above: no bound
};

/// Each match takes an edge with one of the keys, which begins so far behind that of the need before it. `atoms`: those
/// one of which takes it.
struct PatternNeed {
  PatternKeys keys;
  std::set<std::uint32_t> atoms;
  Width behind;
};

struct EmittedPattern {
  std::vector<program::Instruction> instructions;
  std::vector<std::string> slots;
  std::vector<PatternNeed> needs;  ///< in the order of their edges
  std::size_t rarest_need = 0;     ///< index; nothing where there are no needs
};

class PatternEmitter {
 public:
  PatternEmitter(Vocabulary& vocabulary, ProgramBuilder& program) : vocabulary_(vocabulary), program_(program) {}

  /// Throws PatternError on an unknown name and on patterns that mean nothing (an empty mention, a gap at an end).
  EmittedPattern emit(const PatternNode& pattern, RulePosition rule, const PatternSets& sets);

  /// How many of a sample of sentences have the key. Needs are chosen by it; unknown keys are taken for common ones.
  struct {
    std::map<PatternKey, std::uint32_t> with_key;
    std::uint32_t sentences = 0;
  } sample;

  /// Starts a phase: what was emitted before has no part in it.
  void open_phase() { known_atoms_.clear(); }
  /// Keys one of which an edge must have for the atom to hold; KeyKind::none where it may be any.
  PatternKeys keys_of(const program::Atom& atom) const;

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
  /// The sentences of the sample, roughly, that have one of the keys.
  std::size_t sentences_with(const PatternKeys& keys) const;
  std::uint32_t add_atom(const std::vector<program::Term>& written);
  bool is_told_by_keys(const program::Atom& atom) const;
  /// All that a term asks, whatever the indices it is written with.
  void spell_out(const program::Term& term, std::vector<std::uint64_t>& out) const;

  Vocabulary& vocabulary_;
  ProgramBuilder& program_;
  std::map<std::vector<std::uint64_t>, std::uint32_t> known_atoms_;  ///< of the phase, by what they ask
};

}  // namespace incidents
