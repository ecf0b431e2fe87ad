#include "events/role_reading.h"

#include <algorithm>

namespace incidents {

std::string_view RoleReading::kind_of(const Mention& m) const {
  return m.payload != kNone ? std::string_view(view.mentions->actors[m.payload].kind) : std::string_view("civilian");
}

StringId RoleReading::role_kind(const Mention& m) const {
  const bool is_criminal = m.class_id == sym.criminal;
  return view.lexicon.find_string(is_criminal ? std::string_view("criminal") : kind_of(m));
}

bool RoleReading::overlaps(std::uint32_t begin, std::uint32_t end) const {
  return std::any_of(hits.begin(), hits.end(), [&](const RoleHit& h) { return h.begin < end && begin < h.end; });
}

bool RoleReading::is_victim(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t f : frame.figures) {
    for (std::uint32_t p : casualties.figures[f].victims) {
      if (casualties.people[p].begin < end && begin < casualties.people[p].end) return true;
    }
  }
  return false;
}

RoleHit RoleReading::hit(const NounPhrase& p, std::string_view role) const {
  RoleHit h;
  h.begin = p.begin;
  h.end = p.end;
  h.name = phrase_text(view, p);
  h.role = role;
  h.alias = phrase_alias(view, p);
  describe(p, h);
  h.criminal = p.actor != kNone && view.mention(p.actor).class_id == sym.criminal;
  h.anyone = is_anyone(p.begin, p.end) && !is_owned(p);
  h.named = p.actor != kNone && view.mention(p.actor).payload != kNone && view.mentions->actors[view.mention(p.actor).payload].named_person;
  h.single = h.named || is_one_person(p);
  if (h.named) {
    const LexicalMatch* title = view.phrase_before(view.mention(p.actor).begin, sym.office);
    if (title && title->begin >= p.begin) h.title = title->entry;
  }
  if (const LexicalMatch* noun = last_people_noun(p)) {
    h.head = noun->entry;
    h.bare = p.end - p.begin == 1;
    h.accused = view.attribute(noun->entry, sym.k_accused) == sym.v_yes;
    h.criminal = h.criminal || view.lexicon.entry_class(noun->entry) == sym.criminal;
    h.by_deed = view.attribute(noun->entry, sym.k_deed) != 0;
  }
  for (std::uint32_t t = p.begin; t < p.end; ++t) h.force = h.force || view.phrase_at(t, sym.force);
  return h;
}

RoleHit RoleReading::hit(const NounPhrase& p, const RoleTable::Row& row) const {
  RoleHit h = hit(p, row.role);
  h.row = roles.index(&row);
  return h;
}

const LexicalMatch* RoleReading::last_people_noun(const NounPhrase& p) const {
  for (std::uint32_t t = p.core; t < p.end; ++t) {
    const LexicalMatch* noun = people_noun_at(view, t);
    if (noun && noun->end == p.end) return noun;
  }
  return nullptr;
}

const LexicalMatch* RoleReading::thing_before(std::uint32_t end) const {
  const LexicalMatch* thing = view.phrase_before(end, sym.structure);
  if (!thing) thing = view.phrase_before(end, sym.vehicle);
  if (thing && (view.mention_over(thing->begin, MentionKind::weapon) != kNone || view.attribute(thing->entry, sym.k_generic) == sym.v_yes)) return nullptr;
  return thing;
}

bool RoleReading::is_anyone(std::uint32_t begin, std::uint32_t end) const {
  for (std::uint32_t t = begin; t < end; ++t) {
    const LexicalMatch* noun = people_noun_at(view, t);
    if (noun && noun->end == end) return view.attribute(noun->entry, sym.k_generic) == sym.v_yes && view.lexicon.entry_class(noun->entry) == sym.person_common;
  }
  return false;
}

std::vector<NounPhrase> RoleReading::phrases_before(std::uint32_t end, std::uint32_t limit) const {
  std::vector<NounPhrase> joined = joined_phrases_before(view, end, limit);
  add_included(joined, limit);
  return joined;
}

bool RoleReading::is_owned(const NounPhrase& p) const {
  for (std::uint32_t t = p.begin; t < p.end; ++t) {
    if (view.case_at(t) == sym.v_ka) return true;
  }
  return false;
}

bool RoleReading::is_one_person(const NounPhrase& p) const {
  const LexicalMatch* noun = last_people_noun(p);
  if (!noun || view.is_plural_form(p.end - 1) || view.attribute(noun->entry, sym.k_plural) == sym.v_yes) return false;
  for (std::uint32_t t = p.core; t < noun->begin; ++t) {
    const MentionIndex number = view.mention_over(t, MentionKind::number);
    if (number == kNone) continue;
    const NumberValue& value = view.mentions->numbers[view.mention(number).payload];
    return value.min == 1.0 && value.max == 1.0;
  }
  const ClassId id = view.lexicon.entry_class(noun->entry);
  return id == sym.person_common || id == sym.relation || id == sym.office;
}

void RoleReading::describe(const NounPhrase& p, RoleHit& h) const {
  if (p.actor != kNone && view.mention(p.actor).payload != kNone) {
    const ActorValue& actor = view.mentions->actors[view.mention(p.actor).payload];
    h.kind = actor.kind;
    h.country = actor.country;
    return;
  }
  if (thing_before(p.end)) {
    h.kind = "civilian";
    return;
  }
  const MentionIndex place = view.mention_over(p.end - 1, MentionKind::place);
  h.kind = place != kNone ? "government" : "organization";
  if (place != kNone) h.country = view.mentions->places[view.mention(place).payload].resolved.country;
}

void RoleReading::add_included(std::vector<NounPhrase>& joined, std::uint32_t limit) const {
  const NounPhrase whole = joined.front();
  if (whole.empty() || whole.begin <= limit) return;
  if (!is_anyone(whole.begin, whole.end) && view.mention_over(whole.end - 1, MentionKind::number) == kNone) return;
  std::uint32_t begin = whole.begin;
  if (const LexicalMatch* other = view.phrase_before(begin, sym.quantifier); other && other->begin > limit) begin = other->begin;
  const LexicalMatch* including = view.phrase_before(begin, sym.marker);
  if (!including || view.attribute(including->entry, sym.k_case) != sym.v_samet || including->begin <= limit) return;
  std::vector<NounPhrase> parts = joined_phrases_before(view, including->begin, limit);
  const bool told = std::any_of(parts.begin(), parts.end(), [](const NounPhrase& q) { return !q.empty() && q.actor != kNone; });
  if (!told) return;
  if (is_anyone(whole.begin, whole.end)) joined.erase(joined.begin());
  joined.insert(joined.begin(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
}

}  // namespace incidents
