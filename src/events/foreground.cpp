#include "events/foreground.h"

#include <algorithm>

#include "events/attacker.h"

namespace incidents {

void Foreground::raise_occasions(Frame& frame) const {
  for (TriggerHit& occasion : frame.triggers) {
    if (!occasion.occasion) continue;
    std::size_t following = 0;
    const bool alone = std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      const bool follows = types_[t.type].follows[occasion.type];
      following += follows;
      return follows || t.strength == Strength::support || t.type == occasion.type;
    });
    if (alone && following > 0) occasion.strength = Strength::strong;
  }
}

void Foreground::lower_what_led_to_it(Frame& frame) const {
  for (TriggerHit& before : frame.triggers) {
    if (!before.oblique || before.strength == Strength::support) continue;
    const Mention& cause = view_.mention(before.mention);
    const bool answered = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      const Mention& m = view_.mention(t.mention);
      if (t.strength != Strength::strong || t.oblique || m.begin < cause.end || view_.clause_of(m.begin) != view_.clause_of(cause.begin)) return false;
      return types_[t.type].bloodless && !types_.compatible(t.type, before.type) && follows_in_time(cause.end, m.begin);
    });
    if (!answered) continue;
    before.strength = Strength::support;
    before.led_to = true;
    const MentionIndex day = dates_.event_date(cause.end, frame.last);
    if (day != kNone) frame.date = day;
  }
}

void Foreground::weaken_generalities(Frame& frame) const {
  // “in the attacks on Sunday a school was destroyed”: those of a day, in which something came to harm.
  const bool harms = frame.date != kNone && view_.mentions->dates[view_.mention(frame.date).payload].precision == DatePrecision::day && view_.has_cue(Cue::damage, frame.first, frame.last);
  if (!frame.figures.empty() || harms) return;
  for (TriggerHit& hit : frame.triggers) {
    if (!hit.noun || !totals_.is_any_of_kind(view_.mention(hit.mention))) continue;
    hit.strength = hit.strength == Strength::strong ? Strength::weak : Strength::support;
  }
}

void Foreground::point_at_claimed(Frame& frame) const {
  const MentionIndex claim = view_.find_cue(Cue::claim, frame.first, frame.last);
  if (claim == kNone) return;
  const Mention& m = view_.mention(claim);
  for (std::size_t t = 0; t < frame.triggers.size(); ++t) {
    const Mention& trigger = view_.mention(frame.triggers[t].mention);
    const bool claimed = trigger.begin <= m.begin + 1 && trigger.end + 1 >= m.begin && frame.triggers[t].oblique;
    if (claimed) frame.pointed = t;
  }
}

void Foreground::drop_answered(Frame& frame) const {
  if (frame.triggers.size() > kMostTriggers) return;
  const bool claims = view_.has_cue(Cue::claim, frame.first, frame.last);
  const auto is_answered = [&](const TriggerHit& hit) {
    const Mention& m = view_.mention(hit.mention);
    const StringId marker = view_.case_at(m.end);
    if ((marker != sym_.v_ke_baad && marker != sym_.v_ke_jawab) || types_.category(hit.type) != Category::attack) return false;
    const std::string struck_first = attacker_country(view_, m, frame.first, true);
    return !struck_first.empty() && std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      const Mention& later = view_.mention(t.mention);
      if (later.begin < m.end || types_.category(t.type) != Category::attack) return false;
      const std::string answers = attacker_country(view_, later, m.end, t.oblique && !claims);
      return !answers.empty() && answers != struck_first;
    });
  };
  const auto hit = std::find_if(frame.triggers.begin(), frame.triggers.end(), is_answered);
  if (hit == frame.triggers.end()) return;
  const std::uint32_t end = view_.mention(hit->mention).begin;
  const auto before = [&](MentionIndex p) { return view_.mention(p).end <= end; };
  if (!std::all_of(frame.places.begin(), frame.places.end(), before)) std::erase_if(frame.places, before);
  frame.triggers.erase(hit);
  frame.pointed = static_cast<std::size_t>(-1);
  frame.answers = true;
}

bool Foreground::follows_in_time(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (view_.case_at(t) == sym_.v_ke_baad) return true;
  }
  return false;
}

}  // namespace incidents
