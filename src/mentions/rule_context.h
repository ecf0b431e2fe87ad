#pragma once
/// A rule's match while a mention is being made of it, and the functions that make the payload. Each kind's module
/// defines its own builder; the recogniser calls them.
#include <string_view>

#include "rules/rules.h"

namespace incidents {

/// Everything is valid only during the call. Mention indices are those of `mentions` as it is now.
struct RuleMatchContext {
  const Lexicon& lexicon;
  const Rules& rules;
  std::string_view normal;
  const Lattice& lattice;    ///< tokens, and the phrases and mentions that the phase saw
  const Mentions& mentions;  ///< of this phase too
  const RuleMatch& match;

  /// The match of the slot `name`, or of the slot that the rule's make gives as `name=$slot`; nullptr where there is
  /// none or where it took no part.
  const SlotMatch* slot(std::string_view name) const;
  /// The mention in a slot, or nullptr.
  const Mention* mention(std::string_view slot_name) const;
  /// A literal of make; for `key=$slot` the attribute `key` of what the slot matched; "" where make has no such key.
  std::string_view argument(std::string_view key) const;
  /// The attribute of the row or rule in a slot; "" when it has none.
  std::string_view attribute(const SlotMatch& slot, std::string_view key) const;
  /// Words of tokens [begin, end) in normal form, as they stand in the text.
  std::string_view text(std::uint32_t begin, std::uint32_t end) const;
};

/// Makes the payload of a rule with `make = number …`. False drops the match.
bool build_number(const RuleMatchContext& context, NumberValue& out);
/// The same for `make = date …`: what the words say, before it is resolved against the publication date.
bool build_timex(const RuleMatchContext& context, Timex& out);
/// The same for `make = place …`.
bool build_place(const RuleMatchContext& context, Toponym& out);

}  // namespace incidents
