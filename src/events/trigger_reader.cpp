#include "events/trigger_reader.h"

#include <algorithm>

#include "events/context.h"
#include "events/people.h"

namespace incidents {

void TriggerReader::add(Frame& frame, MentionIndex i, const Mention& m) const {
  TriggerHit hit;
  hit.mention = i;
  hit.type = types_.find(view_.attribute(m, sym_.k_type));
  const bool charge = hit.type != kNoEvent && is_charge(m, hit.type);
  if (charge) frame.charge = hit.type;
  if (charge && !is_of_court(m)) frame.charged_by = charge_over(m);
  if (hit.type == kNoEvent || (view_.is_shielded(m) && !(charge && is_of_court(m))) || !read_context(hit, m)) return;
  const StringId strength = view_.attribute(m, sym_.k_strength);
  hit.strength = strength == sym_.v_strong ? Strength::strong : strength == sym_.v_support ? Strength::support : Strength::weak;
  hit.occasion = is_circumstance(m, hit.type) && hit.strength == Strength::strong;
  if (is_circumstance(m, hit.type) || (types_.is_unrest(hit.type) && describes_people(m)) || is_deliberate(m, hit.type)) hit.strength = Strength::support;
  const bool leads_on = is_cause(m);
  if (leads_on && types_.is_unrest(hit.type)) return;  // of “in protest against”
  if (leads_on && hit.strength == Strength::support) hit.strength = Strength::weak;
  hit.noun = view_.is_noun(m);
  if (ends_attack(m, hit)) hit.strength = Strength::support;
  hit.oblique = is_oblique(hit, m);
  hit.told = reality_.is_told_as_happened(m) || leads_on;
  const Clause& clause = view_.clauses[view_.clause_of(m.begin)];
  const bool nominal = hit.noun || view_.case_at(m.end) != 0;  // “by the biting”
  if (nominal && !hit.told && (reality_.speaks_in_general(clause) || (hit.oblique && reality_.wishes(clause)))) hit.strength = Strength::support;
  if (view_.is_habitual(m.begin, m.end)) {
    frame.unreal_cue = Cue::habit;
    return;
  }
  if ((!hit.noun && reality_.is_ahead(m, hit.type)) || (hit.noun && !hit.oblique && reality_.is_told_as_ahead(m, hit.type, clause))) {
    frame.unreal_cue = Cue::planned;
    return;
  }
  frame.triggers.push_back(hit);
  read_opening(frame, m);
  read_pointer(frame, m);
  totals_.count(frame, m);
}

void TriggerReader::add_implied(Frame& frame, const Clause& clause) const {
  view_.for_each(MentionKind::effect, clause.first, clause.last, [&](MentionIndex i, const Mention& m) {
    const StringId implied = view_.attribute(m, sym_.k_implies);
    const EventId type = types_.find(implied);
    if (type == kNoEvent || reality_.is_negated(m, clause) || view_.is_habitual(m.begin, m.end) || view_.is_shielded(m) || strikes_no_people(view_, m) || strikes_attacker(view_, m)) return;
    // One word for an arrest is one vote: beside a riot it must not outweigh it.
    if (types_[type].follows.any() && tells(frame, type, m)) return;
    TriggerHit hit;
    hit.mention = i;
    hit.type = type;
    hit.strength = is_circumstance(m, type) ? Strength::support : Strength::weak;
    hit.from_effect = true;
    frame.triggers.push_back(hit);
  });
}

/// “hamle mein”, “ghuspaith ki suchna”: the form of “did” is a genitive where a noun follows.
bool TriggerReader::is_oblique(const TriggerHit& hit, const Mention& m) const {
  if (hit.noun) return view_.case_at(m.end) != 0;
  if (m.end - m.begin < 2 || m.end >= view_.size() || view_.case_at(m.end - 1) != sym_.v_ka) return false;
  const std::uint32_t of = view_.has_class(m.end, sym_.adjective) ? m.end + 1 : m.end;
  return (view_.has_class(of, sym_.noun) || view_.has_class(of, sym_.happening)) && !view_.has_class(of, sym_.verb);
}

/// Reads `also` and `context`; false where the noun that the row asks for is missing. Where the context has a word for
/// each of the row's types, the noun found chooses the type.
bool TriggerReader::read_context(TriggerHit& hit, const Mention& m) const {
  const std::string_view also = view_.string(view_.attribute(m, sym_.k_also));
  const std::string_view names = view_.string(view_.attribute(m, sym_.k_context));
  hit.also = types(also);
  if (names.empty()) return true;
  const auto found = find_context(view_, m, names);
  if (!found) return false;
  if (*found > 0 && count_words(names) == count_words(also) + 1) {
    const EventId chosen = types_.find(view_.lexicon.find_string(word_of(also, *found - 1)));
    if (chosen != kNoEvent) {
      hit.also.set(hit.type);
      hit.type = chosen;
    }
  }
  return true;
}

std::size_t TriggerReader::count_words(std::string_view names) {
  return names.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(names.begin(), names.end(), ' '));
}

std::string_view TriggerReader::word_of(std::string_view names, std::size_t index) {
  for (; index > 0; --index) names.remove_prefix(names.find(' ') + 1);
  return names.substr(0, names.find(' '));
}

/// “during the procession”, “against the murder”: the occasion of what is told, not the news.
bool TriggerReader::is_circumstance(const Mention& m, EventId type) const {
  const StringId marker = view_.case_at(m.end);
  if (is_cause(m)) return false;
  // “during the attack 23 people died”: of the attack.
  if (marker == sym_.v_ke_dauran && types_.category(type) == Category::attack) return false;
  return marker != 0 && std::find(sym_.circumstance_cases.begin(), sym_.circumstance_cases.end(), marker) !=
                            sym_.circumstance_cases.end();
}

/// “yuvak ki hatya ke virodh mein”: told beside what it led to.
bool TriggerReader::is_cause(const Mention& m) const {
  const MentionIndex cue = view_.mention_over(m.begin, MentionKind::cue);
  return cue != kNone && view_.cue(cue) == Cue::cause;
}

/// A court tells of the deed itself: “hatya ke aaropi ko umrakaid”.
bool TriggerReader::is_of_court(const Mention& m) const {
  const Sentence& s = view_.sentences[view_.sentence_of(m.begin)];
  return view_.has_cue(Cue::trial, s.first, s.last);
}

/// “balatkar ke aarop mein giraftar”, “hatya ke mamle mein”: the deed behind what is told.
bool TriggerReader::is_charge(const Mention& m, EventId type) const {
  if ((types_.category(type) != Category::crime && types_.category(type) != Category::attack) || is_cause(m)) return false;
  return charge_over(m) != kNone || view_.case_at(m.end) == sym_.v_ke_bare;
}

MentionIndex TriggerReader::charge_over(const Mention& m) const {
  const MentionIndex cue = view_.mention_over(m.begin, MentionKind::cue);
  return cue != kNone && view_.cue(cue) == Cue::charge ? cue : kNone;
}

/// “The police shot the attacker”: the end of the attack that is told.
bool TriggerReader::ends_attack(const Mention& m, const TriggerHit& hit) const {
  return !hit.noun && (types_.category(hit.type) == Category::attack || types_.category(hit.type) == Category::crime) && has_attacker_as_object(view_, m);
}

/// “hamlavar ne car se gate ko takkar maar di”: who is named by the deed had no accident.
bool TriggerReader::is_deliberate(const Mention& m, EventId type) const {
  if (types_.category(type) != Category::accident) return false;
  const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
  for (std::uint32_t t = m.begin; t-- > first;) {
    if (view_.case_at(t) == sym_.v_ne) return view_.phrase_before(t, sym_.armed_group) || view_.phrase_before(t, sym_.criminal);
  }
  return false;
}

/// “pradarshan kar rahe logon par …”: what the people were doing to whom something then happened.
bool TriggerReader::describes_people(const Mention& m) const {
  constexpr std::uint32_t kReach = 6;
  std::uint32_t t = m.end;
  const std::uint32_t last = std::min(view_.sentences[view_.sentence_of(m.begin)].last, m.end + kReach);
  while (t < last && (view_.has_class(t, sym_.verb) || view_.phrase_at(t, sym_.function))) ++t;
  if (t == m.end) return false;
  while (t < last && (view_.has_class(t, sym_.adjective) || view_.mention_over(t, MentionKind::number) != kNone)) ++t;
  const LexicalMatch* people = t < last ? people_noun_at(view_, t) : nullptr;
  return people && view_.case_at(people->end) != 0 && view_.case_at(people->end) != sym_.v_ne;
}

/// The names of a cell, by blanks, or of a rule's value, by bars.
EventSet TriggerReader::types(std::string_view names) const {
  EventSet out;
  while (!names.empty()) {
    const std::size_t blank = names.find_first_of(" |");
    if (const StringId id = view_.lexicon.find_string(names.substr(0, blank)); id != kNone) {
      if (const EventId e = types_.find(id); e != kNoEvent) out.set(e);
    }
    if (blank == std::string_view::npos) break;
    names.remove_prefix(blank + 1);
  }
  return out;
}

/// “In the clash …”, “after the blast …” at the very beginning: the clash that was told, as no place or day stands before it.
void TriggerReader::read_opening(Frame& frame, const Mention& m) const {
  const std::uint32_t first = view_.sentences[view_.sentence_of(m.begin)].first;
  const StringId marker = view_.case_at(m.end);
  if (first > 0 && m.begin <= first + 1 && (marker == sym_.v_mein || (marker == sym_.v_ke_baad && types_.category(frame.triggers.back().type) == Category::attack))) frame.anaphor = true;
}

/// “is hamle mein”: a demonstrative right before the trigger or one word before it.
void TriggerReader::read_pointer(Frame& frame, const Mention& m) const {
  for (std::uint32_t t = m.begin > 2 ? m.begin - 2 : 0; t < m.begin; ++t) {
    if (!view_.has_class(t, sym_.determiner) || view_.mention_over(t, MentionKind::date) != kNone) continue;  // “isi din”
    frame.anaphor = true;
    if (frame.triggers.back().strength != Strength::support) frame.pointed = frame.triggers.size() - 1;
  }
}

/// Do the same words stand as a trigger of that type already?
bool TriggerReader::tells(const Frame& frame, EventId type, const Mention& words) const {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    const Mention& m = view_.mention(t.mention);
    return t.type == type && m.begin < words.end && words.begin < m.end;
  });
}

}  // namespace incidents
