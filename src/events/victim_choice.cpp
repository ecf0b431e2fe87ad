#include "events/victim_choice.h"

#include <algorithm>

#include "events/effect_reality.h"

namespace incidents {

Chosen VictimChoice::choose(const Mention& m, const Clause& clause, StringId frame) const {
  std::uint32_t stop = clause.first;
  // What stands before an earlier effect of the clause belongs to that one.
  view_.for_each(MentionKind::effect, clause.first, m.begin, [&](MentionIndex, const Mention& other) {
    if (other.end <= m.begin && lists_.has_people_between(other.end, m.begin)) stop = std::max(stop, other.end);
  });
  std::uint32_t chosen = described_behind(m, frame);
  if (chosen == kNone) chosen = find_victim(stop, m, frame, false);
  if (frame == sym_.v_object && chosen != kNone) chosen = object_over_doer(chosen, stop, m);
  if (frame == sym_.v_agent) chosen = find_agent(stop, m, chosen);
  // “doctors ne unhen mrit ghoshit kia”: with an object the one with ne only says so.
  if (chosen == kNone && frame == sym_.v_subject && !pronouns_.has_object(m)) chosen = find_victim(stop, m, frame, true);
  if (chosen != kNone && frame == sym_.v_subject) chosen = nearer_with_ne(chosen, m);
  // “X ko goli maarkar hatya kar di”: a deed with its object.
  if (chosen == kNone && frame == sym_.v_genitive && view_.attribute(m, sym_.k_implies) != 0 && is_predicate(view_, m) && !pronouns_.genitive_before(m)) {
    chosen = find_victim(stop, m, sym_.v_object, false);
    if (chosen != kNone && facts_.people[chosen].case_marker != sym_.v_ko) chosen = kNone;
  }
  if (chosen == kNone && clause.first > view_.sentences[clause.sentence].first && !lists_.has_people_between(clause.first, m.begin)) {
    chosen = in_clause_before(m, frame);
    if (chosen != kNone) stop = view_.clauses[view_.clause_of(m.begin) - 1].first;  // “four workers and two residents …, who were …”
  }
  // “pulis use hirasat mein lekar”: the pronoun is the object, not the bare subject before it.
  if (chosen != kNone && frame == sym_.v_object && facts_.people[chosen].case_marker == 0) {
    const LexicalMatch* object = pronouns_.object_before(m);
    if (object && object->begin >= facts_.people[chosen].end) chosen = kNone;
  }
  return {chosen, stop};
}

/// The clause has no people at all: its subject stands in the one before; kNone where another effect befell that one.
std::uint32_t VictimChoice::in_clause_before(const Mention& m, StringId frame) const {
  const Clause& before = view_.clauses[view_.clause_of(m.begin) - 1];
  const std::uint32_t subject = find_victim(before.first, m, frame, false);
  return subject != kNone && belongs_to_other_effect(subject, before) ? kNone : subject;
}

/// The nearest fitting phrase between `stop` and the effect, a counted one first; kNone when none fits.
std::uint32_t VictimChoice::find_victim(std::uint32_t stop, const Mention& m, StringId frame, bool with_ne) const {
  std::uint32_t uncounted = kNone;
  for (std::uint32_t index = lists_.first_phrase_from(m.begin); index-- > 0;) {
    const PeoplePhrase& p = facts_.people[index];
    // A relative clause in commas may stand between: “five people, among them two children, died”.
    const bool reaches = p.case_marker == sym_.v_ka && p.after == m.begin;
    if (p.begin < stop && !reaches) break;
    if (p.end > m.begin || !can_suffer(view_, p)) continue;
    // “do ghayalon ne dam toda”: only where nothing else fits.
    if (!case_fits(p, frame, m) && !(with_ne && p.case_marker == sym_.v_ne)) continue;
    // “badmash ko SOG aur pulis ne …”: one of those who acted.
    const bool acts_too = frame == sym_.v_object && p.case_marker == 0 && index + 1 < facts_.people.size() &&
                          facts_.people[index + 1].case_marker == sym_.v_ne && lists_.is_joined(p, facts_.people[index + 1]);
    if (acts_too || lists_.describes_doer(index)) continue;
    const bool bare = p.quantified != kNone && facts_.quantified[p.quantified].counted == Counted::bare;
    if (bare && !bare_number_fits(p, m)) continue;
    if (p.quantified != kNone) return uncounted == kNone || lists_.is_apposition(p, facts_.people[uncounted]) ? index : uncounted;
    if (uncounted == kNone) uncounted = index;
  }
  return uncounted;
}

bool VictimChoice::case_fits(const PeoplePhrase& p, StringId frame, const Mention& m) const {
  if (p.part) return false;
  if (frame == sym_.v_genitive) {
    if (p.case_marker == sym_.v_ka) return true;
    if (p.case_marker == 0 && is_beside_beasts(p)) return true;
    // Headline and "three more bodies": the bare number right before it, or one word farther.
    return p.case_marker == 0 && p.quantified != kNone && p.end + 1 >= m.begin;
  }
  if (frame == sym_.v_agent && p.case_marker == sym_.v_ne) return true;  // “naxalion ne aatmasamarpan kia”
  if (p.case_marker == 0) return true;
  // “yatri ke sir mein chot aai”, but “pulis ke hatthe chadhe”: who holds them.
  if (p.case_marker == sym_.v_ka) return behind_also(p.after) == m.begin && !holds_people(m);
  if (frame == sym_.v_agent) return false;
  if (frame == sym_.v_object) return p.case_marker == sym_.v_ko;
  return p.case_marker == sym_.v_ko;  // "do jawanon ko chot aai"
}

/// “a farmer and his 12 cattle's death”: the postposition of the list stands behind the beasts.
bool VictimChoice::is_beside_beasts(const PeoplePhrase& p) const {
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t last = view_.sentences[view_.sentence_of(p.begin)].last;
  if (p.after >= last || !view_.phrase_at(p.after, sym_.conjunction)) return false;
  for (std::uint32_t t = p.after + 1; t < std::min(last, p.after + kReach); ++t) {
    if (const LexicalMatch* beast = view_.phrase_at(t, sym_.animal)) return view_.case_at(beast->end) == sym_.v_ka;
    if (view_.is_punctuation(t)) return false;
  }
  return false;
}

bool VictimChoice::holds_people(const Mention& m) const {
  const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
  return effect == Effect::detained || effect == Effect::kidnapped;
}

/// A number without a noun is a victim count only right at its effect: “chhah ki maut”, “tin ghayal”.
bool VictimChoice::bare_number_fits(const PeoplePhrase& p, const Mention& m) const {
  if (p.after >= m.begin) return true;
  // “donon ki mauqe par hi maut”: what stands behind the genitive only says where and how.
  const bool genitive = (p.case_marker == sym_.v_ka && view_.attribute(m, sym_.k_frame) == sym_.v_genitive) ||
                        (p.case_marker == sym_.v_ne && view_.attribute(m, sym_.k_frame) == sym_.v_subject);
  const std::uint32_t reach = genitive ? 7 : 3;
  std::uint32_t strangers = 0;
  for (std::uint32_t t = p.after; t < m.begin; ++t) {
    if (view_.is_punctuation(t) || (!genitive && view_.phrase_at(t, sym_.marker))) return false;
    ++strangers;
  }
  return strangers <= reach;
}

/// “rescuers look for lapata hue 93 logon ko”: the effect describes the counted people behind it, not those before.
std::uint32_t VictimChoice::described_behind(const Mention& m, StringId frame) const {
  std::uint32_t p = lists_.first_phrase_from(m.end);
  if (frame == sym_.v_genitive || p >= facts_.people.size()) return kNone;
  const std::uint32_t opens = facts_.people[p].begin;
  while (p + 1 < facts_.people.size() && lists_.is_joined(facts_.people[p], facts_.people[p + 1])) ++p;  // “agwa kiye gaye ek chhatra aur ek chhatra ko”
  const PeoplePhrase& phrase = facts_.people[p];
  if (frame == sym_.v_object && has_person_as_object(m, lists_.first_phrase_from(m.end))) return kNone;
  const bool counted = opens == m.end && phrase.case_marker != 0 && phrase.quantified != kNone &&
                       facts_.quantified[phrase.quantified].counted == Counted::people;
  return counted && view_.sentence_of(phrase.begin) == view_.sentence_of(m.begin) ? p : kNone;
}

/// “chhatra ko baramad kar saat logon ko giraftar kiya”: the object stands before it.
bool VictimChoice::has_person_as_object(const Mention& m, std::uint32_t behind) const {
  if (behind == 0) return false;
  const PeoplePhrase& before = facts_.people[behind - 1];
  if (before.case_marker != sym_.v_ko || before.after > m.begin || view_.clause_of(before.begin) != view_.clause_of(m.begin)) return false;
  bool other = false;
  view_.for_each(MentionKind::effect, before.after, m.begin, [&](MentionIndex, const Mention& e) { other = other || e.end <= m.begin; });
  return !other;
}

/// “kishori ko gaanv ka ek yuvak utha le gaya”: beside somebody with ko who stands bare did it; `chosen` where nobody has.
std::uint32_t VictimChoice::object_over_doer(std::uint32_t chosen, std::uint32_t stop, const Mention& m) const {
  if (facts_.people[chosen].case_marker != 0 || sym_.effect(view_.attribute(m, sym_.k_effect)) != Effect::kidnapped) return chosen;
  const std::uint32_t first = std::max(stop, view_.clauses[view_.clause_of(m.begin)].first);
  for (std::uint32_t index = chosen; index-- > 0 && facts_.people[index].begin >= first;) {
    const PeoplePhrase& p = facts_.people[index];
    if (p.case_marker == sym_.v_ko && can_suffer(view_, p)) return index;
  }
  return chosen;
}

/// The phrase with ne, who gave himself up; what stands bare nearer to the verb is somebody else. `otherwise` where none is.
std::uint32_t VictimChoice::find_agent(std::uint32_t stop, const Mention& m, std::uint32_t otherwise) const {
  for (std::uint32_t index = lists_.first_phrase_from(m.begin); index-- > 0;) {
    const PeoplePhrase& p = facts_.people[index];
    if (p.begin < stop) break;
    if (p.end <= m.begin && p.case_marker == sym_.v_ne && can_suffer(view_, p)) return index;
  }
  return otherwise;
}

/// “bike savar do yuvakon ne dam toda”, “maan aur beti ne …”: the one before ne, with whom the other is joined or whom it
/// describes; `chosen` where it is not so.
std::uint32_t VictimChoice::nearer_with_ne(std::uint32_t chosen, const Mention& m) const {
  const std::uint32_t next = chosen + 1;
  if (next >= facts_.people.size() || pronouns_.has_object(m)) return chosen;
  const PeoplePhrase &left = facts_.people[chosen], &right = facts_.people[next];
  constexpr std::uint32_t kCause = 3;  // “ne thand se dam toda”
  const bool suffers = right.case_marker == sym_.v_ne && right.after <= m.begin && m.begin - right.after <= kCause &&
                       !lists_.has_people_between(right.after, m.begin) && can_suffer(view_, right);
  const bool describes = left.quantified == kNone && left.after == right.begin;
  return suffers && (describes || lists_.is_joined(left, right)) ? next : chosen;
}

bool VictimChoice::belongs_to_other_effect(std::uint32_t phrase, const Clause& clause) const {
  bool found = false;
  view_.for_each(MentionKind::effect, facts_.people[phrase].end, clause.last,
                 [&](MentionIndex, const Mention&) { found = true; });
  return found;
}

}  // namespace incidents
