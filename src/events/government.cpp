#include "events/government.h"

#include <algorithm>

#include "events/people.h"

namespace incidents {

bool Government::governs(std::uint32_t after, bool outlaw) const {
  if (after < view_.size() && view_.phrase_at(after, sym_.negation)) return false;
  const std::uint32_t end = reach(after);
  const bool attack = reading_.category() == Category::attack || reading_.category() == Category::crime;
  for (const TriggerHit& hit : frame_.triggers) {
    const Mention& m = view_.mention(hit.mention);
    if (m.begin < after || m.begin >= end) continue;
    if (!is_own(hit) && !(hit.from_effect && attack)) continue;
    if (happened_before(m)) continue;
    if (is_in_speech(after, m.begin)) continue;
    // “X ke khilaf hatya ka mamla darj karaya”, but not “kathit taur par hatya kar di”.
    const MentionIndex blame = view_.find_cue(Cue::allege, after, m.begin);
    if (blame != kNone && view_.attribute(view_.mention(blame), sym_.k_blames) != 0) continue;
    if (view_.attribute(m, sym_.k_doer) == sym_.v_no) continue;  // “shot down 28 drones”: another's attack
    if (!outlaw && answers(hit)) continue;
    if (hit.strength == Strength::support && follows_deed(after)) continue;  // “hamle ke baad X ne gherabandi ki”
    // “nishana banane ka aarop lagaya”: an infinitive in the genitive is no predicate.
    const bool predicate = view_.case_at(m.end) == sym_.v_ka ? !is_genitive(m.end) : !hit.oblique;
    if (hit.from_effect ? does(m) : predicate) return true;
  }
  return attack && harms(after, end);
}

bool Government::is_in_speech(std::uint32_t after, std::uint32_t t) const {
  const MentionIndex said = view_.find_cue(Cue::attribution, after, t);
  if (said == kNone) return false;
  for (std::uint32_t u = view_.mention(said).end; u < t; ++u) {
    if (is_quotation_mark(view_, u)) return true;
  }
  return false;
}

bool Government::tells(std::uint32_t after, bool thing) const {
  // “motorcycles par aae hathiyarband log”: who came on it is told, not what was hit.
  if (thing && carries(after)) return false;
  const std::uint32_t end = std::max(reach(after), view_.clauses[view_.clause_of(after - 1)].last);
  for (const TriggerHit& hit : frame_.triggers) {
    const Mention& m = view_.mention(hit.mention);
    if (answers(hit)) continue;  // who is fired back at attacked
    if (m.end > after && m.begin < end && bears_on(hit, thing) && !is_purpose(m)) return true;
  }
  if (thing && view_.has_cue(Cue::damage, after - 1, end)) return true;  // its words may begin with the postposition
  bool befell = false;
  view_.for_each(MentionKind::effect, after, end, [&](MentionIndex, const Mention& m) { befell = befell || !is_purpose(m); });
  return befell;
}

bool Government::befalls(std::uint32_t begin, std::uint32_t after) const {
  if (after >= view_.size() || !view_.has_class(after, sym_.verb) || carries(after)) return false;
  const std::uint32_t first = view_.clauses[view_.clause_of(after - 1)].first;
  return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
    const Mention& m = view_.mention(hit.mention);
    return hit.noun && !hit.from_effect && m.begin >= first && m.end <= begin && view_.case_at(m.end) == 0 && bears_on(hit, false);
  });
}

bool Government::answers(const TriggerHit& hit) const {
  return hit.type != reading_.type && view_.attribute(view_.mention(hit.mention), sym_.k_doer) == sym_.v_answer;
}

bool Government::only_answers(std::uint32_t after) const {
  const std::uint32_t end = reach(after);
  const TriggerHit* first = nullptr;
  for (const TriggerHit& hit : frame_.triggers) {
    const Mention& m = view_.mention(hit.mention);
    if (m.begin < after || m.begin >= end || !is_own(hit) || view_.attribute(m, sym_.k_doer) == sym_.v_no) continue;
    if (!first || m.begin < view_.mention(first->mention).begin) first = &hit;
  }
  return first && view_.attribute(view_.mention(first->mention), sym_.k_doer) == sym_.v_answer;
}

bool Government::is_own(const TriggerHit& hit) const {
  // Those who fired at soldiers are not who then bombed them from the air.
  if (reading_.category() == Category::attack && reading_.types[hit.type].category == reading_.event().category) {
    return reading_.types.compatible(hit.type, reading_.type) || hit.also[reading_.type] || hit.strength == Strength::support;
  }
  return reading_.types[hit.type].category == reading_.event().category || reading_.types.compatible(hit.type, reading_.type);
}

bool Government::fronted(std::uint32_t begin, std::uint32_t after) const {
  if (after >= view_.size() || !view_.has_class(after, sym_.verb)) return false;
  return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
    return hit.noun && !hit.from_effect && view_.mention(hit.mention).end == begin && is_own(hit);
  });
}

EventId Government::event_after(std::uint32_t t) const {
  const std::uint32_t end = t < view_.size() ? view_.clauses[view_.clause_of(t)].last : t;
  for (const TriggerHit& hit : frame_.triggers) {
    const Mention& m = view_.mention(hit.mention);
    if (m.begin >= t && m.begin < end) return hit.type;
  }
  return reading_.type;
}

std::uint32_t Government::behind_aside(std::uint32_t from, std::uint32_t last) const {
  if (from + 1 >= last || !view_.is_mark(from, ',')) return from;
  const LexicalMatch* p = view_.phrase_at(from + 1, sym_.pronoun);
  if (!p || view_.attribute(p->entry, sym_.k_points) != sym_.v_relative) return from;
  for (std::uint32_t t = p->end; t < last; ++t) {
    if (view_.is_mark(t, ',')) return t + 1;
  }
  return from;
}

std::uint32_t Government::reach(std::uint32_t from) const {
  const std::uint32_t last = std::min(frame_.last, view_.sentences[view_.sentence_of(from)].last);
  from = behind_aside(from, last);
  for (std::uint32_t t = from; t < last; ++t) {
    if (view_.is_mark(t, ',')) {
      // “Y par, jiski pahchan nahin hui, | hamla kiya”, “Y, jiski …, | ko goli maari”: an aside to somebody else.
      const std::uint32_t behind = behind_aside(t, last);
      if (behind > t && (view_.case_at(behind) != 0 || view_.phrase_before(t, sym_.marker))) t = behind;
      if (t >= last) return last;
    }
    if (view_.case_at(t) == sym_.v_ne || view_.is_mark(t, ';')) return t;
    if (const LexicalMatch* c = view_.phrase_at(t, sym_.conjunction)) {
      if (view_.attribute(c->entry, sym_.k_joins) == sym_.v_clause) return t;
    }
    if (const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun)) {
      if (view_.attribute(p->entry, sym_.k_points) == sym_.v_relative || view_.attribute(p->entry, sym_.k_case) == sym_.v_ne) return t;
    }
  }
  return last;
}

bool Government::harms(std::uint32_t first, std::uint32_t last) const {
  bool befell = false;
  view_.for_each(MentionKind::effect, first, last, [&](MentionIndex, const Mention& m) {
    const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
    const bool harm = effect == Effect::killed || effect == Effect::injured || effect == Effect::kidnapped;
    if (harm && does(m) && !happened_before(m) && view_.attribute(m, sym_.k_later) == 0 && !view_.is_shielded(m) && !strikes_no_people(view_, m) &&
        (reading_.event().exchange || !strikes_attacker(view_, m))) befell = true;
  });
  return befell;
}

bool Government::happened_before(const Mention& m) const {
  std::uint32_t t = m.end;
  while (t < frame_.last && t < m.end + 2 && view_.has_class(t, sym_.verb)) ++t;
  const std::string_view marker = view_.string(view_.case_at(t));
  return t > m.end && (marker == "ke_baad" || marker == "ke_pehle");
}

bool Government::does(const Mention& effect) const {
  return view_.case_at(effect.end) == 0 && view_.attribute(effect, sym_.k_frame) != sym_.v_subject;
}

bool Government::follows_deed(std::uint32_t t) const {
  const std::uint32_t first = view_.clauses[view_.clause_of(t - 1)].first;
  return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
    const Mention& m = view_.mention(hit.mention);
    return m.begin >= first && m.end < t && view_.case_at(m.end) == sym_.v_ke_baad && is_own(hit);
  });
}

bool Government::is_genitive(std::uint32_t t) const {
  if (view_.case_at(t) != sym_.v_ka) return false;
  if (t + 1 >= view_.size() || view_.is_punctuation(t + 1)) return false;
  const LexicalMatch* f = view_.phrase_at(t + 1, sym_.function);
  return !(f && view_.attribute(f->entry, sym_.k_part) == sym_.v_auxiliary);
}

bool Government::bears_on(const TriggerHit& hit, bool thing) const {
  if (hit.from_effect || is_own(hit)) return true;
  const Category other = reading_.types[hit.type].category, own = reading_.category();
  const auto is_deed = [](Category c) { return c == Category::attack || c == Category::crime; };
  return (is_deed(other) || (thing && other == Category::accident)) && (is_deed(own) || own == Category::unrest);
}

bool Government::is_purpose(const Mention& m) const {
  std::uint32_t t = m.end;
  while (t < frame_.last && t < m.end + 2 && view_.case_at(t) == 0 && view_.has_class(t, sym_.verb)) ++t;
  return view_.case_at(t) == sym_.v_ke_liye;
}

bool Government::carries(std::uint32_t t) const {
  constexpr std::uint32_t kReach = 5;
  if (t < view_.size() && view_.phrase_at(t, sym_.vehicle)) return false;  // “tanker par | bike savar badmashon ne”
  if (rides(t)) return true;
  if (t >= frame_.last || !(view_.has_class(t, sym_.verb) || (view_.case_at(t - 1) == sym_.v_par && view_.phrase_at(t, sym_.aboard))) || view_.mention_over(t, MentionKind::number) != kNone) return false;
  if (view_.mention_over(t, MentionKind::trigger) != kNone) return false;
  // “cycle par rakhe | bam se”: what the bomb was put on.
  const bool bomb = view_.has_class(t, sym_.situated) && t + 1 < frame_.last && (view_.mention_at(t + 1, MentionKind::weapon) != kNone || view_.mention_at(t + 1, MentionKind::trigger) != kNone);
  if (bomb && view_.phrase_before(t - 1, sym_.vehicle)) return true;
  const bool happens = view_.has_class(t, sym_.occurring);
  for (std::uint32_t u = t + 1; u < std::min(frame_.last, t + kReach); ++u) {
    // “qafile par hue naksali hamle mein”: the word only says whose attack it was.
    const MentionIndex rider = view_.mention_at(u, MentionKind::actor);
    const MentionIndex deed = view_.mention_at(u, MentionKind::trigger);
    // “qafile par hue X ke hamle mein”: whose attack it was, and nobody came on it.
    if (rider != kNone && happens && view_.case_at(view_.mention(rider).end) == sym_.v_ka) return false;
    if (rider != kNone) return deed == kNone || view_.mention(deed).end <= view_.mention(rider).end;
    if (view_.mention_at(u, MentionKind::trigger) != kNone || view_.mention_at(u, MentionKind::weapon) != kNone) return false;
  }
  return false;
}

bool Government::rides(std::uint32_t t) const {
  const bool off = view_.case_at(t - 1) == sym_.v_se;
  if ((!off && view_.case_at(t - 1) != sym_.v_par) || !view_.phrase_before(t - 1, sym_.vehicle)) return false;
  if (off && view_.has_class(t, sym_.verb) && view_.mention_over(t, MentionKind::trigger) == kNone) return true;
  if (const MentionIndex number = view_.mention_at(t, MentionKind::number); number != kNone) t = view_.mention(number).end;
  const MentionIndex rider = t < frame_.last ? view_.mention_at(t, MentionKind::actor) : kNone;
  return rider != kNone && view_.mention(rider).end < frame_.last && view_.case_at(view_.mention(rider).end) == 0;
}

}  // namespace incidents
