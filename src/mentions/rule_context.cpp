#include "mentions/rule_context.h"

namespace incidents {

const SlotMatch* RuleMatchContext::slot(std::string_view name) const {
  std::uint32_t found = kNone;
  for (const MakeArgument& argument : rules.arguments(match.rule)) {
    if (argument.slot != kNone && lexicon.string(argument.key) == name) found = argument.slot;
  }
  for (std::uint32_t i = 0; found == kNone && i < rules.slot_count(match.rule); ++i) {
    if (lexicon.string(rules.slot_name(match.rule, i)) == name) found = i;
  }
  return found == kNone || match.slots[found].begin == kNone ? nullptr : &match.slots[found];
}

const Mention* RuleMatchContext::mention(std::string_view slot_name) const {
  const SlotMatch* found = slot(slot_name);
  return found == nullptr || found->mention == kNone ? nullptr : &mentions.all[found->mention];
}

std::string_view RuleMatchContext::argument(std::string_view key) const {
  for (const MakeArgument& argument : rules.arguments(match.rule)) {
    if (lexicon.string(argument.key) != key) continue;
    return argument.slot == kNone ? lexicon.string(argument.literal) : attribute(match.slots[argument.slot], key);
  }
  return {};
}

std::string_view RuleMatchContext::attribute(const SlotMatch& slot, std::string_view key) const {
  const StringId id = lexicon.find_string(key);
  return id == kNone ? std::string_view() : lexicon.string(rules.slot_attribute(mentions, slot, id));
}

std::string_view RuleMatchContext::text(std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return {};
  const auto tokens = lattice.tokens();
  return normal.substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin);
}

}  // namespace incidents
