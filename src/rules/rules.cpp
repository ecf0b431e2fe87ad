#include "rules/rules.h"

#include <algorithm>

namespace incidents {
namespace {

std::string_view flag(bool set) { return set ? std::string_view("yes") : std::string_view(); }

std::string_view qualifier_name(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::exact:
      return "exact";
    case Qualifier::about:
      return "about";
    case Qualifier::at_least:
      return "at_least";
    case Qualifier::more_than:
      return "more_than";
    case Qualifier::at_most:
      return "at_most";
    case Qualifier::less_than:
      return "less_than";
    case Qualifier::range:
      return "range";
    case Qualifier::several:
      return "several";
  }
  return {};
}

std::string_view number_attribute(const NumberValue& value, std::string_view key) {
  if (key == "ordinal") return flag(value.ordinal);
  if (key == "article") return flag(value.article);
  return key == "qualifier" ? qualifier_name(value.qualifier) : std::string_view();
}

std::string_view date_attribute(const Timex& value, std::string_view key) {
  if (key == "duration") return flag(value.duration);
  if (key == "vague") return flag(value.vague);
  return key == "since" ? flag(value.since) : std::string_view();
}

std::string_view place_attribute(const Toponym& value, std::string_view key) {
  if (key == "adjective") return flag(value.is_adjective);
  return key == "kind" ? std::string_view(value.resolved.kind) : std::string_view();
}

std::string_view actor_attribute(const ActorValue& value, std::string_view key) {
  if (key == "plural") return flag(value.plural);
  return key == "kind" ? std::string_view(value.kind) : std::string_view();
}

}  // namespace

std::string_view computed_attribute(const Mentions& mentions, const Mention& mention, std::string_view key) {
  const std::uint32_t at = mention.payload;
  switch (mention.kind) {
    case MentionKind::number:
      if (at < mentions.numbers.size()) return number_attribute(mentions.numbers[at], key);
      break;
    case MentionKind::date:
      if (at < mentions.dates.size()) return date_attribute(mentions.dates[at], key);
      break;
    case MentionKind::place:
      if (at < mentions.places.size()) return place_attribute(mentions.places[at], key);
      break;
    case MentionKind::actor:
      if (at < mentions.actors.size()) return actor_attribute(mentions.actors[at], key);
      break;
    case MentionKind::count:
      if (at < mentions.counts.size() && key == "what") return mentions.counts[at].what_class;
      break;
    default:
      break;
  }
  return {};
}

Rules::Rules(const Lexicon& lexicon) : lexicon_(&lexicon), program_(program::view(lexicon.section("rules"))) {
  for (std::size_t kind = 0; kind < kMentionKindNames.size(); ++kind) {
    kind_classes_[kind] = lexicon.find_class(kMentionKindNames[kind]);
    if (kind_classes_[kind] != 0) kind_mask_.add(kind_classes_[kind]);
  }
  for (std::uint32_t id = 1; id < class_uses_.size(); ++id) class_uses_[id] = uses(program::KeyKind::has_class, id);
}

std::span<const program::Use> Rules::uses(program::KeyKind kind, std::uint32_t id) const {
  if (program_.keys.empty()) return {};
  const std::size_t mask = program_.keys.size() - 1;
  for (std::size_t i = program::hash_key(kind, id) & mask;; i = (i + 1) & mask) {
    const program::Key& key = program_.keys[i];
    if (key.kind == kind && key.id == id) return program_.uses.subspan(key.first_use, key.use_count);
    if (key.kind == program::KeyKind::none) return {};
  }
}

std::string_view Rules::phase_name(PhaseId phase) const { return lexicon_->string(program_.phases[phase].name); }
std::string_view Rules::name(RuleId rule) const { return lexicon_->string(program_.rules[rule].name); }
SourceLine Rules::source(RuleId rule) const {
  return {lexicon_->string(program_.rules[rule].file), program_.rules[rule].line};
}
StringId Rules::make_kind(RuleId rule) const { return program_.rules[rule].make_kind; }
ClassId Rules::make_class(RuleId rule) const { return static_cast<ClassId>(program_.rules[rule].make_class); }

std::span<const MakeArgument> Rules::arguments(RuleId rule) const {
  const program::Rule& r = program_.rules[rule];
  return program_.arguments.subspan(r.first_argument, r.argument_count);
}

const MakeArgument* Rules::argument(RuleId rule, StringId key) const {
  const auto all = arguments(rule);
  const auto found = std::find_if(all.begin(), all.end(), [key](const MakeArgument& a) { return a.key == key; });
  return found == all.end() ? nullptr : &*found;
}

std::uint32_t Rules::slot_count(RuleId rule) const { return program_.rules[rule].slot_count; }
StringId Rules::slot_name(RuleId rule, std::uint32_t slot) const {
  return slot < slot_count(rule) ? program_.slot_names[program_.rules[rule].first_slot + slot] : 0;
}

std::uint32_t Rules::find_slot(RuleId rule, StringId name) const {
  for (std::uint32_t slot = 0; slot < slot_count(rule); ++slot) {
    if (slot_name(rule, slot) == name) return slot;
  }
  return kNone;
}

StringId Rules::attribute(const Mentions& mentions, const Mention& mention, StringId key) const {
  if (mention.origin.kind == Origin::Kind::entry) return lexicon_->entry_attribute(mention.origin.id, key);
  if (mention.origin.kind != Origin::Kind::rule) return 0;
  const MakeArgument* found = argument(mention.origin.id, key);
  if (found == nullptr) return 0;
  if (found->slot == kNone) return found->literal;
  if (mention.rule_match >= mentions.rule_matches.size()) return 0;
  return slot_attribute(mentions, mentions.rule_matches[mention.rule_match].slots[found->slot], key);
}

StringId Rules::slot_attribute(const Mentions& mentions, const SlotMatch& slot, StringId key) const {
  // A slot's mention is of an earlier phase than the mention that has the slot, so this comes to an end.
  if (slot.mention < mentions.all.size()) return attribute(mentions, mentions.all[slot.mention], key);
  return slot.entry == kNone ? 0 : lexicon_->entry_attribute(slot.entry, key);
}

}  // namespace incidents
