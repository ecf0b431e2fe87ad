#pragma once
/// The rule language's run time: a view over the compiled rules of a data image and the machine that matches one phase
/// over a lattice of tokens, lexicon phrases and earlier mentions.
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "mentions/mention.h"
#include "rules/lattice.h"
#include "rules/positions.h"
#include "rules/program.h"
#include "rules/rule_match.h"

namespace incidents {

/// A rule with `make = nothing kind=place` makes no mention: it removes those of that kind which it covers.
inline constexpr std::string_view kMakeNothing = "nothing";

/// Attributes that a mention has by what it is, beside those of its row or rule; a rule may test them.
inline constexpr std::array<std::string_view, 10> kMentionAttributes = {
    "ordinal", "article", "qualifier", "duration", "vague", "since", "adjective", "kind", "plural", "what"};

/// One `key=value` of a rule's `make` line: a literal, or a slot whose match is the value.
using MakeArgument = program::Argument;

/// Buffers of the machine for stretches of at most 64 N - 1 tokens (see match.cpp).
template <std::size_t N>
struct SieveScratch {
  /// On which tokens of the stretch an atom was tried, and on which it held.
  struct Answers {
    std::uint64_t stretch = 0;
    Positions<N> asked;
    Positions<N> held;
  };
  std::vector<Positions<N>> groups;  ///< by group: where one of its keys stands; empty between stretches
  std::array<Positions<N>, 256> classes{};  ///< by class: where its mentions begin; empty between stretches
  std::vector<Answers> atoms;        ///< by atom of the phase
  std::vector<Positions<N>> reach;   ///< by instruction of the rule: from where it leads to a match
};

/// Buffers of the machine, kept from call to call.
struct MatchScratch {
  /// A key of the phase stands at a token: what it is to the phase, as its Use says.
  struct Sighting {
    std::uint32_t token = 0;
    std::uint32_t first_group = 0;
    std::uint32_t group_count = 0;
  };
  std::vector<std::vector<Sighting>> sighted;  ///< by phase: keys that words and rows of the text have, by token
  std::vector<program::ClassMask> row_classes;  ///< by token: the classes of rows that start there, kinds not among them
  std::vector<program::ClassMask> classes;      ///< the same, of rows and of the phase's mentions
  std::uint64_t stretch = 0;                    ///< number of the one that is matched
  std::vector<ClassId> noted_classes;           ///< classes of mentions in the stretch
  std::vector<std::uint32_t> noted;             ///< groups with a key in it
  SieveScratch<1> short_sieve;
  SieveScratch<2> middle_sieve;
  SieveScratch<8> long_sieve;

  struct Job {
    std::uint32_t instruction = 0;
    std::uint32_t position = 0;
    std::uint32_t trail = 0;  ///< length of the trail when the job was put by
    std::uint32_t edge_mention = kNone;
    EntryId edge_entry = kNone;
    std::uint32_t from = kNone;  ///< where the edge taken begins; kNone when no edge was taken
  };
  /// One step of the path that is being tried: an edge taken or a marker passed.
  struct Step {
    program::Op op = program::Op::match;
    std::uint32_t slot = 0;
    std::uint32_t position = 0;
    std::uint32_t mention = kNone;
    EntryId entry = kNone;
  };
  std::vector<std::uint32_t> visited;  ///< by instruction and position: the search that was there last
  std::uint32_t attempt = 0;
  std::vector<Job> jobs;
  std::vector<Step> trail;
  std::vector<RuleMatch> candidates;
  std::vector<std::uint32_t> order;
};

class Rules {
 public:
  Rules() = default;
  /// Views lexicon.section("rules"), which must outlive it, as must the lexicon. Throws Error(data) when damaged.
  explicit Rules(const Lexicon& lexicon);

  std::uint32_t phase_count() const { return static_cast<std::uint32_t>(program_.phases.size()); }
  std::uint32_t rule_count() const { return static_cast<std::uint32_t>(program_.rules.size()); }
  std::string_view phase_name(PhaseId) const;  ///< "10-numbers"
  std::string_view name(RuleId) const;         ///< "count.killed.verb"
  SourceLine source(RuleId) const;
  StringId make_kind(RuleId) const;  ///< "number", "date", "casualty", …
  ClassId make_class(RuleId) const;  ///< the class later rules see its mentions as; 0 for `nothing`
  std::span<const MakeArgument> arguments(RuleId) const;
  /// The argument of that key, or nullptr.
  const MakeArgument* argument(RuleId, StringId key) const;
  std::uint32_t slot_count(RuleId) const;
  StringId slot_name(RuleId, std::uint32_t slot) const;
  /// Index of the slot of that name, or kNone.
  std::uint32_t find_slot(RuleId, StringId name) const;

  /// The attribute `key` of a mention: the literal of its rule's `make`, or for `key=$slot` the attribute of what the
  /// slot matched, or the attribute of its row; 0 where none gives it.
  StringId attribute(const Mentions& mentions, const Mention& mention, StringId key) const;
  /// The same of what a slot matched: its mention, else its row.
  StringId slot_attribute(const Mentions& mentions, const SlotMatch& slot, StringId key) const;

  /// Looks up which rules the words and rows of a text may begin. To be called once a text, before `match`; all phases
  /// go by what it leaves in `scratch`.
  void open(const Lattice&, MatchScratch&) const;

  /// All matches of one phase, leftmost (by the mention's first token), then longest (by the end of the whole match),
  /// then with most context before, then longest mention, then in file order; mentions do not overlap. `out` is
  /// overwritten.
  void match(PhaseId, const Lattice&, MatchScratch&, std::vector<RuleMatch>& out) const;

  const program::View& view() const { return program_; }

 private:
  friend class EdgeTests;
  template <std::size_t N>
  friend class StretchMatcher;
  std::span<const program::Use> uses(program::KeyKind kind, std::uint32_t id) const;
  /// The class of the mention's kind; 0 where it is none to rules.
  ClassId kind_class(const Mention& mention) const {
    const auto kind = static_cast<std::size_t>(mention.kind);
    return kind < kind_classes_.size() ? kind_classes_[kind] : ClassId{0};
  }

  const Lexicon* lexicon_ = nullptr;
  program::View program_;
  std::array<ClassId, kMentionKindNames.size()> kind_classes_{};
  program::ClassMask kind_mask_;  ///< of those
  std::array<std::span<const program::Use>, 256> class_uses_;
};

/// The computed attribute `key` (one of kMentionAttributes) of a mention: "yes" or "" for a flag, "" when it has none.
std::string_view computed_attribute(const Mentions& mentions, const Mention& mention, std::string_view key);

}  // namespace incidents
