#pragma once
/// The rule language's run time: a view over the compiled rules of a data image and the machine that matches one phase
/// over a lattice of tokens, lexicon phrases and earlier mentions.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "mentions/mention.h"

namespace incidents {

using RuleId = std::uint32_t;
using PhaseId = std::uint32_t;  ///< phases are the files of data/rules in name order: 10-numbers, 20-dates, …

/// One `key=value` of a rule's `make` line: a literal, or a slot whose match is the value.
struct MakeArgument {
  StringId key = 0;
  StringId literal = 0;        ///< 0 when the value is a slot
  std::uint32_t slot = kNone;  ///< index into RuleMatch::slots
};

/// A named slot's match: tokens [begin, end), and the mention or lexicon entry that it consumed where it was one.
struct SlotMatch {
  std::uint32_t begin = kNone;  ///< kNone: an optional slot that took no part
  std::uint32_t end = kNone;
  std::uint32_t mention = kNone;
  EntryId entry = kNone;
};

struct RuleMatch {
  RuleId rule = 0;
  std::uint32_t begin = 0;  ///< the mention's tokens: what [ ] encloses, or the whole match
  std::uint32_t end = 0;
  std::array<SlotMatch, 8> slots;  ///< in order of the rule's slot names
};

/// What a phase reads. Any of its edges may be taken as “one token” by a rule: the plain token, a lexicon phrase, an
/// earlier mention (those with `superseded` are skipped).
struct Lattice {
  std::string_view normal;
  std::span<const Token> tokens;
  std::span<const LexicalMatch> phrases;    ///< sorted by begin
  std::span<const Mention> mentions;        ///< any order
  std::span<const Sentence> sentences;      ///< matches never cross a sentence
};

class Rules {
 public:
  Rules() = default;
  explicit Rules(const Lexicon& lexicon);  ///< views lexicon.section("rules")

  std::uint32_t phase_count() const;
  std::string_view phase_name(PhaseId) const;        ///< "10-numbers"
  std::string_view name(RuleId) const;               ///< "count.killed.verb"
  SourceLine source(RuleId) const;
  StringId make_kind(RuleId) const;                  ///< "number", "date", "casualty", …
  ClassId make_class(RuleId) const;                  ///< the class later rules see its mentions as (the kind's name)
  std::span<const MakeArgument> arguments(RuleId) const;
  /// The argument of that key, or nullptr.
  const MakeArgument* argument(RuleId, StringId key) const;
  StringId slot_name(RuleId, std::uint32_t slot) const;

  /// All matches of one phase, leftmost, then longest, then file order; their mention parts do not overlap. Reuses
  /// `out` and keeps its own buffers in `scratch`.
  struct MatchScratch;
  void match(PhaseId, const Lattice&, std::vector<RuleMatch>& out) const;
};

}  // namespace incidents
