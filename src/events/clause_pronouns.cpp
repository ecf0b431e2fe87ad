#include "events/clause_pronouns.h"

namespace incidents {

const LexicalMatch* ClausePronouns::object_before(const Mention& m) const {
  const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
  for (std::uint32_t t = m.begin; t > first;) {
    const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
    if (!p || view_.attribute(p->entry, sym_.k_case) != sym_.v_ko) continue;
    return view_.attribute(p->entry, sym_.k_number) == sym_.v_plural ? nullptr : p;
  }
  return nullptr;
}

const LexicalMatch* ClausePronouns::subject_before(const Mention& m, bool hurt) const {
  if (const LexicalMatch* object = object_before(m)) return object;
  const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
  for (std::uint32_t t = m.begin; t > first;) {
    const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
    if (!p) continue;
    const StringId points = view_.attribute(p->entry, sym_.k_points);
    const StringId held = view_.attribute(p->entry, sym_.k_case);
    const bool his = held == sym_.v_ka && hurt && view_.attribute(p->entry, sym_.k_number) != sym_.v_plural;  // “uske sir mein chot lagi”
    const bool subject = held == sym_.v_ne || view_.attribute(p->entry, sym_.k_direct) == sym_.v_yes || his;
    if (subject && points == sym_.v_far) return lists_.has_people_between(p->end, m.begin) ? nullptr : p;
  }
  return nullptr;
}

const LexicalMatch* ClausePronouns::genitive_before(const Mention& m) const {
  if (const LexicalMatch* p = view_.phrase_before(m.begin, sym_.pronoun)) return p;
  if (is_of_beasts(m)) return nullptr;  // “his buffalo's death”
  constexpr std::uint32_t kReach = 6;
  const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
  for (std::uint32_t t = m.begin; t > first && t + kReach > m.begin && !view_.is_punctuation(t - 1);) {
    const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
    if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ka) return lists_.has_people_between(p->end, m.begin) ? nullptr : p;
  }
  return nullptr;
}

const LexicalMatch* ClausePronouns::plural_object_before(const Mention& m) const {
  const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
  for (std::uint32_t t = m.begin; t > first;) {
    const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
    if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ko) return p;
  }
  return nullptr;
}

bool ClausePronouns::has_object(const Mention& m) const {
  const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
  for (std::uint32_t t = m.begin; t > first;) {
    const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
    if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ko) return true;
    if (view_.case_at(t) == sym_.v_ko && (t == first || view_.mention_over(t - 1, MentionKind::date) == kNone)) return true;
  }
  return false;
}

bool ClausePronouns::is_of_beasts(const Mention& m) const {
  constexpr std::uint32_t kReach = 3;
  for (std::uint32_t t = m.begin; t > 0 && t + kReach > m.begin;) {
    const LexicalMatch* beast = view_.phrase_before(t--, sym_.animal);
    if (beast) return view_.case_at(beast->end) == sym_.v_ka;
  }
  return false;
}

}  // namespace incidents
