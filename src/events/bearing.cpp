#include "events/bearing.h"

#include <algorithm>

namespace incidents {

double Bearing::weigh(const Frame& frame) const {
  double strong = 0, weak = 0, figures = 0;
  for (const TriggerHit& t : frame.triggers) {
    if (t.strength == Strength::strong) strong = 2;
    else if (t.strength == Strength::weak) weak = weak < 1 ? 1.25 : 1.5;
    else weak = std::max(weak, 0.5);
  }
  for (std::uint32_t f : frame.figures) {
    const Figure& figure = casualties_.figures[f];
    if (figure.quantity && !figure.zero) figures = std::max(figures, 1.0);
    else figures = std::max(figures, 0.25);
  }
  if (strong + weak == 0) return 0;
  if (figures == 0 && counts_people(frame)) figures = 0.6;
  const bool group_tells = std::any_of(frame.triggers.begin(), frame.triggers.end(),
                                       [&](const TriggerHit& t) { return types_[t.type].counted; });
  if (figures > 0 && figures < 1 && group_tells) figures = 1.2;
  if (figures >= 1 && view_.has_cue(Cue::separate, frame.first, frame.last)) figures += 1;  // “three died in separate accidents”
  // “the blast that happened outside the fort has shaken the country”
  constexpr double kTold = 0.6;
  const bool told = std::any_of(frame.triggers.begin(), frame.triggers.end(), [](const TriggerHit& t) { return t.told && t.strength != Strength::support; });
  return (told ? kTold : 0) + strong + weak + figures + (strong + weak >= 1 ? participants(frame) : 0) + weigh_setting(frame, strong > 0 && figures < 1) + (frame.aggregate && figures >= 1 ? weigh_total(frame) : 0);
}

bool Bearing::is_set_on_fire(const Frame& frame, std::uint32_t behind) const {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return view_.mention(t.mention).begin == behind && types_[t.type].damages;
  });
}

/// “hamle mein ek school tabah ho gaya”
bool Bearing::strikes_property(const Frame& frame) const {
  const bool attack = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
    return types_[hit.type].category == Category::attack && !hit.from_effect;
  });
  for (std::uint32_t t = frame.first; attack && t + 1 < frame.last; ++t) {
    const LexicalMatch* thing = view_.phrase_at(t, sym_.structure);
    if (!thing) thing = view_.phrase_at(t, sym_.vehicle);
    if (!thing || thing->end >= frame.last) continue;
    const MentionIndex cue = view_.mention_at(thing->end, MentionKind::cue);
    if (view_.phrase_at(thing->end, sym_.struck) || (cue != kNone && view_.cue(cue) == Cue::damage)) return true;
  }
  return false;
}

/// “in May an attempt on X's life had been made”: an attack with a day on somebody who is named.
bool Bearing::strikes_person(const Frame& frame) const {
  if (frame.date == kNone) return false;
  const bool attack = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
    return types_.category(hit.type) == Category::attack && !hit.from_effect && !hit.oblique && hit.strength != Strength::support;
  });
  bool named = false;
  if (attack) view_.for_each(MentionKind::actor, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
    const StringId marker = view_.case_at(m.end);
    named = named || ((marker == sym_.v_par || marker == sym_.v_ko) && m.payload != kNone && view_.mentions->actors[m.payload].kind == "person");
  });
  return named;
}

/// Who did it to whom makes a sentence tell more: an agent with ne, somebody with par or ko.
double Bearing::participants(const Frame& frame) const {
  bool agent = false, target = false;
  view_.for_each(MentionKind::actor, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
    const StringId marker = view_.case_at(m.end);
    agent = agent || marker == sym_.v_ne || marker == sym_.v_dwara;
    target = target || marker == sym_.v_par || marker == sym_.v_ko;
  });
  for (std::uint32_t t = frame.first; agent && !target && t < frame.last; ++t) {
    for (const ClassId id : {sym_.structure, sym_.vehicle}) {
      const LexicalMatch* thing = view_.phrase_at(t, id);
      std::uint32_t behind = 0;
      const StringId marker = thing ? view_.case_at(thing->end, &behind) : 0;
      // “set fire to the vehicles”: in Hindi, in them.
      const bool burnt = marker == sym_.v_mein && is_set_on_fire(frame, behind);
      target = target || marker == sym_.v_par || marker == sym_.v_ko || burnt;
    }
  }
  if (agent && target) return 1.2;
  if (strikes_person(frame)) return 0.7;
  if (strikes_property(frame)) return 0.8;
  // A protest has no object, and a curfew not even a doer that news would name.
  constexpr double kAlone = 0.6;
  const bool alone = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
    const EventType& type = types_[hit.type];
    return hit.strength == Strength::strong && !hit.oblique && ((agent && type.owner == DeedOwner::anybody) || (!hit.noun && type.category == Category::unrest));
  });
  return alone ? kAlone : 0;
}

/// Has it a word of what befalls people, with how many; `uncounted`: of a crime, with anybody?
bool Bearing::befalls_people(const Frame& frame, bool uncounted) const {
  const bool counted = std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    return casualties_.figures[f].quantity && !casualties_.figures[f].zero;
  });
  const auto befalls = [&](const TriggerHit& t) {
    const Category category = types_[t.type].category;
    if (t.from_effect || (uncounted && category != Category::crime)) return false;
    return category != Category::operation && category != Category::politics && category != Category::unrest;
  };
  if (!(counted || (uncounted && names_people(frame)))) return false;
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), befalls);
}

bool Bearing::names_people(const Frame& frame) const {
  bool found = false;
  view_.for_each(MentionKind::actor, frame.first, frame.last, [&](MentionIndex, const Mention&) { found = true; });
  return found;
}

bool Bearing::counts_people(const Frame& frame) const {
  for (auto i = first_from(casualties_.quantified, frame.first); i < casualties_.quantified.size(); ++i) {
    if (casualties_.quantified[i].begin >= frame.last) break;
    if (casualties_.quantified[i].counted == Counted::people) return true;
  }
  return false;
}

/// Does a dateline stand right before it or in it? It is the place where no other is told.
bool Bearing::opens_item(const Frame& frame) const {
  constexpr std::uint32_t kLongestDateline = 12;
  const std::uint32_t from = frame.first > kLongestDateline ? frame.first - kLongestDateline : 0;
  bool found = false;
  view_.for_each(MentionKind::place, from, frame.last, [&](MentionIndex, const Mention& m) {
    found = found || view_.mentions->places[m.payload].is_dateline;
  });
  return found;
}

/// “in this war so many have died”: hundreds are a war's, whatever the word for it.
double Bearing::weigh_total(const Frame& frame) const {
  constexpr std::int64_t kMany = 100;
  const bool many = std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    return casualties_.figures[f].quantity && casualties_.figures[f].quantity->min.value_or(0) >= kMany;
  });
  return many ? 0.5 : frame.pointed < frame.triggers.size() ? 0.3 : 0;
}

/// What its day, its place and where it stands add. What an article opens with is its news, if somebody suffered.
double Bearing::weigh_setting(const Frame& frame, bool uncounted) const {
  constexpr double kOrdinal = 0.5, kDay = 0.6, kPlace = 0.6, kOpening = 0.4;
  const bool opens = frame.sentence == view_.headline_sentences && !view_.has_cue(Cue::deny, frame.first, frame.last) && befalls_people(frame, uncounted);
  return (frame.ordinal > 0 ? kOrdinal : 0) + (frame.date != kNone ? kDay : 0) + (frame.places.empty() && !opens_item(frame) ? 0 : kPlace) + (opens ? kOpening : 0);
}

}  // namespace incidents
