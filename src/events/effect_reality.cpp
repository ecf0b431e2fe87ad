#include "events/effect_reality.h"

#include <algorithm>

namespace incidents {

bool is_predicate(const DocumentView& view, const Mention& effect) {
  return view.has_class(effect.end - 1, view.sym.verb) || (effect.end < view.size() && view.has_class(effect.end, view.sym.verb));
}

bool EffectReality::has_befallen(const Mention& m, const Clause& clause, Effect effect) const {
  return !is_cause(m, clause) && !is_only_possible(m, clause) && !is_purpose(m) && !is_habit(m, effect) && !is_answered(m);
}

bool EffectReality::is_negated(const Mention& m, const Clause& clause) const {
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    if (!view_.phrase_at(t, sym_.negation)) continue;
    if (t >= m.end && t <= m.end + 4) return true;   // ghayal nahin hua
    if (t < m.begin && nobody_in(clause, m)) return true;  // na koi hatahat hua
  }
  return false;
}

bool EffectReality::nobody_in(const Clause& clause, const Mention& m) const {
  for (std::uint32_t t = clause.first; t < std::min(clause.last, m.end + 3); ++t) {
    if (const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
        p && view_.string(view_.attribute(p->entry, sym_.k_points)) == "any") return true;
  }
  return false;
}

bool EffectReality::is_noun_in_case(const Mention& m) const {
  return view_.attribute(m, sym_.k_frame) == sym_.v_subject && view_.case_at(m.end) != 0 && !view_.has_class(m.end - 1, sym_.verb) &&
         !view_.phrase_before(m.end, sym_.victim_noun);
}

bool EffectReality::is_asked(const Mention& m) const {
  const LexicalMatch* p = m.begin > 0 ? view_.phrase_before(m.begin, sym_.pronoun) : nullptr;
  return p && view_.attribute(p->entry, sym_.k_points) == sym_.v_question;
}

/// Feared, planned, threatened, staged: not a casualty.
bool EffectReality::is_only_possible(const Mention& m, const Clause& clause) const {
  if (view_.is_still_to_come(m.begin, m.end) || view_.is_habitual(m.begin, m.end)) return true;
  const std::uint32_t from = clause.first, to = clause.last;
  for (Cue cue : {Cue::feared, Cue::planned, Cue::threat, Cue::forecast, Cue::possible}) {
    const MentionIndex i = view_.find_cue(cue, from, to);
    if (i != kNone && view_.mention(i).begin >= m.begin) return true;
  }
  return false;
}

/// “goli lagne se do ghayal”: how it befell those of whom the next word tells.
bool EffectReality::is_cause(const Mention& m, const Clause& clause) const {
  if (view_.case_at(m.end) != sym_.v_se && view_.case_at(m.end - 1) != sym_.v_se) return false;
  bool told = false;
  view_.for_each(MentionKind::effect, m.end, clause.last, [&](MentionIndex, const Mention& next) {
    told = told || (next.begin >= m.end && !view_.is_shielded(next) && sym_.effect(view_.attribute(next, sym_.k_effect)).has_value());
  });
  return told;
}

/// “hazaaron log jaan ganva rahe hain”: what goes on all the time is no toll.
bool EffectReality::is_habit(const Mention& m, Effect effect) const {
  if (effect != Effect::killed && effect != Effect::injured) return false;
  const LexicalMatch* goes_on = m.end < view_.size() ? view_.phrase_at(m.end, sym_.function) : nullptr;
  if (!goes_on || view_.attribute(goes_on->entry, sym_.k_part) != sym_.v_auxiliary) return false;
  const LexicalMatch* is = goes_on->end < view_.size() ? view_.phrase_at(goes_on->end, sym_.function) : nullptr;
  return is && view_.attribute(is->entry, sym_.k_part) == sym_.v_auxiliary && !view_.has_class(goes_on->end, sym_.was);
}

}  // namespace incidents
