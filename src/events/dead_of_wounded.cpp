#include "events/dead_of_wounded.h"

#include <algorithm>

#include "events/effect_reality.h"

namespace incidents {

void DeadOfWounded::count_among_wounded(Figure& figure, const Mention& m, const Clause& clause) const {
  const Figure& before = facts_.figures.back();
  figure.of_wounded = !is_on_the_spot(clause, m) && before.effect == Effect::injured && before.end < m.begin && (refers_to(before, clause, m) || died_in_care(before, clause, figure));
  if (figure.of_wounded && figure.group == 0) figure.group = before.group;
  forget_wounded(figure);
}

bool DeadOfWounded::is_of_the_same(const Figure& figure, const Mention& m) const {
  if (figure.effect != Effect::killed || facts_.figures.empty()) return false;
  const Figure& before = facts_.figures.back();
  if (before.effect != Effect::injured || before.zero || !before.quantity || before.quantity->max != 1) return false;
  if (view_.sentence_of(before.begin) != view_.sentence_of(m.begin) || before.end > m.begin) return false;
  if (is_predicate(view_, m) && !count_.plural_verb_after(m.end) && !lists_.has_living_between(before.end, m.begin)) return true;
  for (std::uint32_t t = before.end; t < m.begin; ++t) {
    const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
    if (!p || view_.attribute(p->entry, sym_.k_number) == sym_.v_plural) continue;
    const StringId points = view_.attribute(p->entry, sym_.k_points), held = view_.attribute(p->entry, sym_.k_case);
    if ((points == sym_.v_far || points == sym_.v_near || points == sym_.v_relative) && (held == 0 || held == sym_.v_ne || held == sym_.v_ka)) return true;
  }
  return false;
}

void DeadOfWounded::turn_to_dead(const Figure& figure) const {
  Figure& hurt = facts_.figures.back();
  hurt.effect = Effect::killed;
  hurt.end = figure.end;
  hurt.cue = figure.cue;
}

/// “of these three died on the spot”: they are no wounded.
bool DeadOfWounded::is_on_the_spot(const Clause& clause, const Mention& m) const {
  for (std::uint32_t t = clause.first; t < m.end; ++t) {
    if (view_.phrase_at(t, sym_.on_the_spot)) return true;
  }
  return false;
}

/// “five were burnt. During treatment two children died”: of the five.
bool DeadOfWounded::died_in_care(const Figure& hurt, const Clause& clause, const Figure& dead) const {
  // “nine were taken to hospital, where two gave up”
  const LexicalMatch* where = view_.phrase_at(clause.first, sym_.pronoun);
  const bool there = where && view_.attribute(where->entry, sym_.k_joins) != 0 && view_.sentence_of(hurt.begin) + 1 >= clause.sentence &&
                     dead.cue != kNone && view_.attribute(view_.mention(dead.cue), sym_.k_later) == sym_.v_yes;
  if (!(there || view_.has_cue(Cue::treated, clause.first, clause.last)) || !hurt.quantity || !dead.quantity) return false;
  return hurt.quantity->min.value_or(0) > dead.quantity->min.value_or(0) && view_.sentence_of(hurt.begin) + 2 >= clause.sentence;
}

/// “two more workers hurt in the blast died on Friday”: the same people, who are hurt no more.
void DeadOfWounded::forget_wounded(const Figure& dead) const {
  const std::uint32_t sentence = view_.sentence_of(dead.begin);
  for (auto f = facts_.figures.rbegin(); f != facts_.figures.rend() && view_.sentence_of(f->begin) == sentence; ++f) {
    if (f->effect != Effect::injured) continue;
    const bool same = f->begin == dead.begin || std::any_of(f->victims.begin(), f->victims.end(), [&](std::uint32_t v) {
      return std::find(dead.victims.begin(), dead.victims.end(), v) != dead.victims.end();
    });
    if (same) f->quantity.reset();
  }
}

/// “… were hurt, of whom one”, “… were hurt. Of these one”.
bool DeadOfWounded::refers_to(const Figure& before, const Clause& clause, const Mention& m) const {
  const std::uint32_t told = view_.sentence_of(before.begin);
  if (told == clause.sentence) return tells_part(before.end, m.begin);
  constexpr std::uint32_t kOpening = 3;
  const std::uint32_t first = view_.sentences[clause.sentence].first;
  if (told + 1 != clause.sentence) return false;
  for (std::uint32_t t = first; t < std::min(m.begin, first + kOpening); ++t) {
    const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
    if (p && view_.attribute(p->entry, sym_.k_number) == sym_.v_plural) return true;
  }
  return false;
}

/// “of whom”, but not “five, a child included”.
bool DeadOfWounded::tells_part(std::uint32_t first, std::uint32_t last) const {
  bool found = false;
  view_.for_each(MentionKind::cue, first, last, [&](MentionIndex, const Mention& cue) {
    if (sym_.cue_of(view_.attribute(cue, sym_.k_cue)) != Cue::part) return;
    found = found || std::none_of(facts_.people.begin(), facts_.people.end(), [&](const PeoplePhrase& p) { return p.part && p.after == cue.end; });
  });
  return found;
}

}  // namespace incidents
