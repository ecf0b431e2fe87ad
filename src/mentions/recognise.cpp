#include "mentions/recognise.h"

#include <algorithm>

#include "mentions/number.h"
#include "mentions/rule_context.h"

namespace incidents {
namespace {

constexpr std::size_t kKinds = kMentionKindNames.size();

std::optional<MentionKind> find_kind(std::string_view name) {
  const auto found = std::find(kMentionKindNames.begin(), kMentionKindNames.end(), name);
  if (found == kMentionKindNames.end()) return std::nullopt;
  return static_cast<MentionKind>(found - kMentionKindNames.begin());
}

std::optional<std::string> text_or_none(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

template <class Value>
std::uint32_t keep(std::vector<Value>& values, Value value) {
  values.push_back(std::move(value));
  return static_cast<std::uint32_t>(values.size() - 1);
}

/// The last actor inside the match: heads come last.
const ActorValue* covered_actor(const RuleMatchContext& context) {
  const ActorValue* found = nullptr;
  for (std::uint32_t token = context.match.begin; token < context.match.end; ++token) {
    for (const std::uint32_t index : context.lattice.mentions_at(token)) {
      const Mention& mention = context.mentions.all[index];
      if (mention.kind != MentionKind::actor || mention.end > context.match.end || mention.payload == kNone) continue;
      found = &context.mentions.actors[mention.payload];
      break;
    }
  }
  return found;
}

ActorValue build_actor(const RuleMatchContext& context) {
  ActorValue actor;
  if (const ActorValue* head = covered_actor(context)) {
    actor.kind = head->kind;
    actor.country = head->country;
    actor.named_person = head->named_person;
  }
  const SlotMatch* name = context.slot("name");
  actor.name =
      name != nullptr ? context.text(name->begin, name->end) : context.text(context.match.begin, context.match.end);
  if (const std::string_view kind = context.argument("kind"); !kind.empty()) actor.kind = kind;
  for (const std::string_view key : {"cc", "country"}) {
    if (const std::string_view country = context.argument(key); !country.empty()) actor.country = country;
  }
  if (context.argument("plural") == "yes") actor.plural = true;
  if (const std::string_view named = context.argument("named"); !named.empty()) actor.named_person = named == "yes";
  return actor;
}

CountValue build_count(const RuleMatchContext& context) {
  CountValue count;
  if (const SlotMatch* number = context.slot("number")) count.number = number->mention;
  const SlotMatch* who = context.slot("who");
  if (who != nullptr) {
    count.what = who->mention;
    count.who = context.text(who->begin, who->end);
    count.what_class = context.attribute(*who, "group");
  }
  if (const std::string_view what = context.argument("what"); !what.empty()) count.what_class = what;
  return count;
}

/// Makes the payload that the kind asks for; false where the builder refuses the match.
bool build_payload(const RuleMatchContext& context, Mentions& mentions, Mention& mention) {
  switch (mention.kind) {
    case MentionKind::number: {
      NumberValue value;
      if (!build_number(context, value)) return false;
      mention.payload = keep(mentions.numbers, value);
      return true;
    }
    case MentionKind::date: {
      Timex value;
      if (!build_timex(context, value)) return false;
      mention.payload = keep(mentions.dates, std::move(value));
      return true;
    }
    case MentionKind::place: {
      Toponym value;
      if (!build_place(context, value)) return false;
      mention.payload = keep(mentions.places, std::move(value));
      return true;
    }
    case MentionKind::actor:
      mention.payload = keep(mentions.actors, build_actor(context));
      return true;
    case MentionKind::count:
      mention.payload = keep(mentions.counts, build_count(context));
      return true;
    default:
      return true;
  }
}

/// Mentions by first token, the longer first, and every index to them set right.
void sort_mentions(Mentions& mentions, RecogniseScratch& scratch) {
  const auto& all = mentions.all;
  auto& order = scratch.order;
  order.resize(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (all[a].begin != all[b].begin) return all[a].begin < all[b].begin;
    if (all[a].end != all[b].end) return all[a].end > all[b].end;
    return a < b;
  });
  scratch.sorted.clear();
  scratch.new_index.resize(all.size());
  for (const std::uint32_t old : order) {
    scratch.new_index[old] = static_cast<std::uint32_t>(scratch.sorted.size());
    scratch.sorted.push_back(all[old]);
  }
  mentions.all.swap(scratch.sorted);
  const auto renumber = [&](std::uint32_t& index) {
    if (index != kNone) index = scratch.new_index[index];
  };
  for (RuleMatch& match : mentions.rule_matches) {
    for (SlotMatch& slot : match.slots) renumber(slot.mention);
  }
  for (CountValue& count : mentions.counts) {
    renumber(count.number);
    renumber(count.what);
  }
}

}  // namespace

void Mentions::clear() {
  all.clear();
  numbers.clear();
  dates.clear();
  places.clear();
  actors.clear();
  counts.clear();
  rule_matches.clear();
}

Recogniser::Recogniser(const Lexicon& lexicon, const Rules& rules)
    : lexicon_(lexicon), rules_(rules), kind_key_(lexicon.find_string("kind")), cc_key_(lexicon.find_string("cc")) {
  const Table classes = lexicon.table("classes");
  for (std::uint32_t row = 0; row < classes.row_count(); ++row) {
    const ClassId id = lexicon.find_class(classes.text(row, "class"));
    if (id != 0) kinds_[id] = find_kind(classes.text(row, "mention"));
  }
  for (std::size_t kind = 0; kind < kKinds; ++kind) {
    const ClassId id = lexicon.find_class(kMentionKindNames[kind]);
    if (id != 0) rule_kinds_[id] = static_cast<MentionKind>(kind);
  }
}

void Recogniser::recognise(std::string_view normal, Tokens& tokens, Mentions& mentions,
                           RecogniseScratch& scratch) const {
  recognise_until(rules_.phase_count(), normal, tokens, mentions, scratch);
}

void Recogniser::recognise_until(PhaseId last_phase, std::string_view normal, Tokens& tokens, Mentions& mentions,
                                 RecogniseScratch& scratch) const {
  mentions.clear();
  scratch.phrases.clear();
  lexicon_.look_up(normal, tokens.tokens, scratch.phrases);
  add_lexical_mentions(normal, tokens, scratch.phrases, mentions);
  compose_numbers(lexicon_, normal, tokens.tokens, scratch.phrases, mentions);
  scratch.lattice.open(lexicon_, normal, tokens.tokens, tokens.sentences, scratch.phrases);
  rules_.open(scratch.lattice, scratch.match);
  for (PhaseId phase = 0; phase < rules_.phase_count() && phase <= last_phase; ++phase) {
    // Where a phase found nothing, the next sees what it saw.
    if (phase == 0 || !scratch.matches.empty()) scratch.lattice.set_mentions(mentions);
    rules_.match(phase, scratch.lattice, scratch.match, scratch.matches);
    for (const RuleMatch& match : scratch.matches) apply(match, normal, mentions, scratch.lattice);
  }
  sort_mentions(mentions, scratch);
}

void Recogniser::add_lexical_mentions(std::string_view normal, const Tokens& tokens,
                                      std::span<const LexicalMatch> phrases, Mentions& mentions) const {
  std::array<std::uint32_t, kKinds> taken_to{};  // by kind: mentions of one kind do not overlap
  for (const LexicalMatch& phrase : phrases) {
    const ClassId class_id = lexicon_.entry_class(phrase.entry);
    const std::optional<MentionKind> kind = kinds_[class_id];
    if (!kind) continue;
    std::uint32_t& taken = taken_to[static_cast<std::size_t>(*kind)];
    if (phrase.begin < taken) continue;
    taken = phrase.end;
    Mention mention;
    mention.kind = *kind;
    mention.begin = phrase.begin;
    mention.end = phrase.end;
    mention.origin = {Origin::Kind::entry, phrase.entry};
    mention.class_id = class_id;
    if (*kind == MentionKind::place) {
      Toponym place;
      place.entry = phrase.entry;
      mention.payload = keep(mentions.places, std::move(place));
    } else if (*kind == MentionKind::actor) {
      const std::uint32_t first = tokens.tokens[phrase.begin].begin;
      ActorValue actor;
      actor.name = normal.substr(first, tokens.tokens[phrase.end - 1].end - first);
      actor.kind = lexicon_.string(lexicon_.entry_attribute(phrase.entry, kind_key_));
      actor.country = text_or_none(lexicon_.string(lexicon_.entry_attribute(phrase.entry, cc_key_)));
      mention.payload = keep(mentions.actors, std::move(actor));
    }
    mentions.all.push_back(mention);
  }
}

void Recogniser::apply(const RuleMatch& match, std::string_view normal, Mentions& mentions,
                       const Lattice& lattice) const {
  const ClassId class_id = rules_.make_class(match.rule);
  const RuleMatchContext context{lexicon_, rules_, normal, lattice, mentions, match};
  if (class_id == 0) return remove_covered(match, context.argument("kind"), mentions, lattice);
  Mention mention;
  mention.kind = rule_kind(class_id);
  mention.begin = match.begin;
  mention.end = match.end;
  mention.origin = {Origin::Kind::rule, match.rule};
  mention.class_id = class_id;
  if (!build_payload(context, mentions, mention)) return;
  remove_same(mention, mentions, lattice);
  mention.rule_match = keep(mentions.rule_matches, match);
  mentions.all.push_back(mention);
}

MentionKind Recogniser::rule_kind(ClassId id) const {
  if (rule_kinds_[id]) return *rule_kinds_[id];
  return kinds_[id].value_or(MentionKind::other);
}

void Recogniser::remove_same(const Mention& by, Mentions& mentions, const Lattice& lattice) const {
  for (std::uint32_t token = by.begin; token < by.end; ++token) {
    for (const std::uint32_t index : lattice.mentions_at(token)) {
      Mention& old = mentions.all[index];
      const bool same = old.kind == by.kind && (by.kind != MentionKind::other || old.class_id == by.class_id);
      if (same && old.end <= by.end) old.superseded = true;
    }
  }
}

void Recogniser::remove_covered(const RuleMatch& match, std::string_view kind, Mentions& mentions,
                                const Lattice& lattice) const {
  const std::optional<MentionKind> wanted = find_kind(kind);
  const ClassId class_id = kind.empty() ? ClassId{0} : lexicon_.find_class(kind);
  for (std::uint32_t token = match.begin; token < match.end; ++token) {
    for (const std::uint32_t index : lattice.mentions_at(token)) {
      Mention& old = mentions.all[index];
      const bool named = kind.empty() || (wanted && old.kind == *wanted) || (class_id != 0 && old.class_id == class_id);
      if (named && old.end <= match.end) old.superseded = true;
    }
  }
}

std::string_view attribute(const Lexicon& lexicon, const Rules& rules, const Mentions& mentions, const Mention& mention,
                           std::string_view key) {
  const StringId id = lexicon.find_string(key);
  return id == kNone ? std::string_view() : lexicon.string(rules.attribute(mentions, mention, id));
}

const SlotMatch* slot(const Lexicon& lexicon, const Rules& rules, const Mentions& mentions, const Mention& mention,
                      std::string_view name) {
  const StringId id = lexicon.find_string(name);
  if (id == kNone || mention.rule_match >= mentions.rule_matches.size()) return nullptr;
  const RuleMatch& match = mentions.rule_matches[mention.rule_match];
  const MakeArgument* argument = rules.argument(match.rule, id);
  const std::uint32_t index =
      argument != nullptr && argument->slot != kNone ? argument->slot : rules.find_slot(match.rule, id);
  return index == kNone || match.slots[index].begin == kNone ? nullptr : &match.slots[index];
}

std::string_view origin_name(const Lexicon& lexicon, const Rules& rules, const Mention& mention) {
  switch (mention.origin.kind) {
    case Origin::Kind::entry:
      return lexicon.string(lexicon.entry_name(mention.origin.id));
    case Origin::Kind::rule:
      return rules.name(mention.origin.id);
    case Origin::Kind::none:
      break;
  }
  return {};
}

SourceLine origin_source(const Lexicon& lexicon, const Rules& rules, const Mention& mention) {
  switch (mention.origin.kind) {
    case Origin::Kind::entry:
      return lexicon.entry_source(mention.origin.id);
    case Origin::Kind::rule:
      return rules.source(mention.origin.id);
    case Origin::Kind::none:
      break;
  }
  return {};
}

}  // namespace incidents
