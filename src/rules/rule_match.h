#pragma once
/// What a rule found: kept by the mention that was made of it, so that later phases and the events layer can ask for
/// slots and arguments.
#include <array>
#include <cstdint>

#include "lexicon/lexicon.h"

namespace incidents {

using RuleId = std::uint32_t;
using PhaseId = std::uint32_t;  ///< phases are the files of data/rules in name order: 10-numbers, 20-dates, …

inline constexpr std::uint32_t kMaxSlots = 8;

/// A named slot's match: tokens [begin, end), and the mention or lexicon entry that it consumed where it was one. A
/// slot over several edges gives the last mention among them (heads come last), else the last entry.
struct SlotMatch {
  std::uint32_t begin = kNone;  ///< kNone: an optional slot that took no part
  std::uint32_t end = kNone;
  std::uint32_t mention = kNone;
  EntryId entry = kNone;
  bool operator==(const SlotMatch&) const = default;
};

struct RuleMatch {
  RuleId rule = 0;
  std::uint32_t begin = 0;  ///< the mention's tokens: what [ ] encloses, or the whole match
  std::uint32_t end = 0;
  std::uint32_t whole_begin = 0;  ///< with its context
  std::uint32_t whole_end = 0;
  std::array<SlotMatch, kMaxSlots> slots;  ///< in order of the rule's slot names
};

}  // namespace incidents
