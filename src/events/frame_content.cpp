#include "events/frame_content.h"

#include <algorithm>

#include "events/prominence.h"

namespace incidents {

bool only_supports(const Frame& frame) {
  return std::all_of(frame.triggers.begin(), frame.triggers.end(), [](const TriggerHit& t) { return t.strength == Strength::support; });
}

bool is_strong(const Frame& frame, EventId type) {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(),
                     [&](const TriggerHit& t) { return t.type == type && t.strength == Strength::strong; });
}

bool has_word(const Frame& frame, EventId type) {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(),
                     [&](const TriggerHit& t) { return t.type == type && t.strength != Strength::support && !t.from_effect; });
}

const TriggerHit* primary_hit(const Frame& frame, EventId type) {
  for (const TriggerHit& t : frame.triggers) {
    if (t.type == type) return &t;
  }
  return nullptr;
}

bool has_own_word(const Frame& frame) {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(),
                     [](const TriggerHit& t) { return t.strength == Strength::strong && !t.from_effect; });
}

bool only_leads_up(const Frame& frame) { return frame.past_perfect && frame.triggers.empty() && frame.figures.empty(); }

bool FrameContent::names_no_kind(const Frame& frame) const {
  return std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return view_.phrase_at(view_.mention(t.mention).begin, view_.sym.happening) && t.strength == Strength::support;
  });
}

bool FrameContent::tells_of_lost(const Frame& frame) const {
  return std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    const Effect e = casualties_.figures[f].effect;
    return e == Effect::killed || e == Effect::injured || e == Effect::missing || e == Effect::kidnapped;
  });
}

std::int64_t FrameContent::most_dead(const Frame& frame) const {
  std::int64_t most = 0;
  for (std::uint32_t f : frame.figures) {
    const Figure& figure = casualties_.figures[f];
    if (figure.effect != Effect::killed || figure.zero) continue;
    if (!figure.quantity || !figure.quantity->max) return -1;
    most = std::max(most, *figure.quantity->max);
  }
  return most;
}

std::int64_t FrameContent::most_of(Effect effect, const Frame& frame) const {
  std::int64_t most = 0;
  for (std::uint32_t f : frame.figures) {
    const Figure& figure = casualties_.figures[f];
    if (figure.effect == effect && figure.quantity) most = std::max(most, figure.quantity->min.value_or(0));
  }
  return most;
}

bool FrameContent::tells_of_victims(const Frame& frame) const {
  return std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    const Figure& figure = casualties_.figures[f];
    return figure.quantity && !figure.zero && !figure.part && (figure.effect == Effect::killed || figure.effect == Effect::injured);
  });
}

bool FrameContent::accuses(const Frame& frame) const {
  return view_.has_cue(Cue::allege, frame.first, frame.last) || view_.has_cue(Cue::aftermath, frame.first, frame.last) ||
         (frame.headline && view_.has_cue(Cue::attribution, frame.first, frame.last));
}

const Timex& FrameContent::timex(MentionIndex date) const { return view_.mentions->dates[view_.mention(date).payload]; }

const Toponym& FrameContent::toponym(MentionIndex place) const { return view_.mentions->places[view_.mention(place).payload]; }

bool FrameContent::answers(const Frame& frame) const {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(),
                     [&](const TriggerHit& t) { return view_.attribute(view_.mention(t.mention), view_.sym.k_doer) == view_.sym.v_reply; });
}

bool FrameContent::tells_earlier_one(const Frame& frame) const {
  if (!frame.earlier || !frame.past_perfect) return false;
  const bool tolls = !frame.anaphor && tells_of_victims(frame);
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return t.strength != Strength::support && !t.from_effect && (!t.oblique || tolls);
  });
}

bool FrameContent::tells_latest(const Frame& frame) const {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    const std::uint32_t begin = view_.mention(t.mention).begin;
    for (std::uint32_t back = 1; back <= 2 && begin >= frame.first + back; ++back) {
      if (view_.phrase_at(begin - back, view_.sym.latest)) return true;
    }
    return false;
  });
}

bool FrameContent::tells_day_too(const Frame& frame) const {
  const Mention& date = view_.mention(frame.date);
  std::uint32_t t = date.end;
  view_.case_at(t, &t);
  return t < view_.size() && view_.phrase_at(t, view_.sym.also_word);
}

bool FrameContent::is_revised(const Frame& frame) const {
  return std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) { return casualties_.figures[f].earlier; });
}

bool FrameContent::is_old(const Frame& frame) const { return is_history(view_, frame.date); }

bool FrameContent::speaks_of_claim(const Frame& frame) const {
  return view_.has_cue(Cue::claim, frame.first, frame.last) || view_.has_cue(Cue::no_claim, frame.first, frame.last);
}

bool FrameContent::denies_claims(const Frame& frame) const { return view_.has_cue(Cue::no_claim, frame.first, frame.last); }

bool FrameContent::points_at_several(const Frame& frame) const {
  for (std::uint32_t t = frame.first; t < frame.last; ++t) {
    const LexicalMatch* p = view_.phrase_at(t, view_.sym.determiner);
    if (p && view_.attribute(p->entry, view_.sym.k_number) == view_.sym.v_plural) return true;
  }
  return false;
}

bool FrameContent::speaks_of_both(const Frame& frame) const {
  if (frame.date != kNone || !frame.places.empty() || !frame.figures.empty() || !view_.has_cue(Cue::attribution, frame.first, frame.last)) return false;
  for (std::uint32_t t = frame.first; t + 1 < frame.last; ++t) {
    const bool happening = view_.phrase_at(t + 1, view_.sym.happening) || view_.mention_at(t + 1, MentionKind::trigger) != kNone;
    if (!happening) continue;
    const LexicalMatch* all = view_.phrase_at(t, view_.sym.quantifier);
    const MentionIndex number = view_.mention_over(t, MentionKind::number);
    const bool both = number != kNone && view_.is_oblique_plural(t);  // “donon”, “teenon”
    if (both || (all && all->end == t + 1 && view_.string(view_.attribute(all->entry, view_.sym.k_quantity)) == "all")) return true;
  }
  return false;
}

bool FrameContent::names_below(std::span<const MentionIndex> places, LocationPrecision level) const {
  return std::any_of(places.begin(), places.end(), [&](MentionIndex p) { return level_of(toponym(p)) < level; });
}

}  // namespace incidents
