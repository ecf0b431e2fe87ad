#include "events/totals.h"

#include <algorithm>

#include "events/compare.h"
#include "mentions/calendar.h"

namespace incidents {
namespace {

/// A night reaches into the next day and is no more than one.
bool covers_days(const Timex& t) {
  return t.start && t.end && days_from_civil(*t.end) - days_from_civil(*t.start) > 1;
}

}  // namespace

/// “40 se zyada hamle”: how many happenings.
void Totals::count(Frame& frame, const Mention& m) const {
  constexpr std::uint32_t kReach = 12;
  for (auto i = first_from(casualties_.quantified, m.begin > kReach ? m.begin - kReach : 0); i < casualties_.quantified.size(); ++i) {
    const Quantified& q = casualties_.quantified[i];
    if (q.begin > m.end + 4) break;
    if (q.counted != Counted::occurrence || q.head_begin < m.begin || q.head_begin >= m.end) continue;
    if (view_.case_at(q.head_end) == sym_.v_mein_se) continue;  // “one of 24 volcanoes”
    if (frame.occurrences) continue;
    if (const MentionIndex e = view_.mention_over(q.head_begin, MentionKind::effect); e != kNone && !is_killing(view_.mention(e))) continue;
    const Quantity n = to_quantity(view_, q.number);
    if (n.min && *n.min >= 2) frame.occurrences = n;
  }
}

/// “three murders” are happenings; three deaths, three arrests are not.
bool Totals::is_killing(const Mention& effect) const {
  return sym_.effect(view_.attribute(effect, sym_.k_effect)) == Effect::killed && view_.attribute(effect, sym_.k_implies) != 0;
}

/// A plural without a number or a pointer speaks of such happenings in general: “murders are on the rise”.
bool Totals::is_any_of_kind(const Mention& m) const {
  if (!view_.is_plural_form(m.end - 1)) return false;
  if (m.begin > 0 && (view_.mention_over(m.begin - 1, MentionKind::number) != kNone || view_.has_class(m.begin - 1, sym_.determiner) ||
                      view_.phrase_before(m.begin, sym_.quantifier))) return false;
  return true;
}

/// “more than 175 times”, “90 cases”: how many happenings, where no trigger itself is counted.
void Totals::read_times(Frame& frame) const {
  if (frame.occurrences || (frame.triggers.empty() && frame.figures.empty())) return;
  for (auto i = first_from(casualties_.quantified, frame.first); i < casualties_.quantified.size(); ++i) {
    const Quantified& q = casualties_.quantified[i];
    if (q.begin >= frame.last) return;
    const bool times = q.counted == Counted::measure && q.head != kNone &&
                       view_.attribute(q.head, sym_.k_measures) == sym_.v_times;
    if (!times && q.counted != Counted::cases) continue;
    if (view_.is_shielded(view_.mention(q.number))) continue;  // “25 cases are pending against him”
    if (frame.triggers.empty() && times) continue;
    if (times && !spans_time(frame) && !view_.has_cue(Cue::aggregate, frame.first, frame.last)) continue;  // “stabbed 18 times” is one stabbing
    const Quantity n = to_quantity(view_, q.number);
    if (n.min && *n.min >= 2) frame.occurrences = n;
  }
}

/// Is the frame's date a span longer than a week, or open?
bool Totals::spans_time(const Frame& frame) const {
  if (frame.date == kNone) return false;
  const Timex& t = timex(frame.date);
  return t.since || (t.precision != DatePrecision::day && t.precision != DatePrecision::week) ||
         (t.start && t.end && days_from_civil(*t.end) - days_from_civil(*t.start) > 31);
}

/// “in separate road accidents”: several, how many is not said. A flood in several districts stays one.
void Totals::read_several(Frame& frame) const {
  if (frame.occurrences || frame.figures.empty()) return;
  const bool apart = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return types_[t.type].discrete || types_[t.type].category != Category::disaster;
  });
  if (!apart) return;
  // “at three places” counts strikes, brawls and crashes, but no raids.
  const bool strikes = !frame.triggers.empty() && std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return t.strength == Strength::support || types_.is_deed(t.type) || types_[t.type].category == Category::accident || types_[t.type].discrete;
  });
  view_.for_each(MentionKind::cue, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
    const StringId several = view_.attribute(m, sym_.k_several);
    if (several == 0 || (several != sym_.v_yes && !strikes)) return;
    frame.occurrences = Quantity{2, std::nullopt, Qualifier::several, view_.text(m.begin, m.end), view_.source->span(m.begin, m.end)};
  });
}

/// “in air strikes”, “air strikes were made”, “missiles were fired”
bool Totals::names_attacks(const Frame& frame) const {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
    if (hit.strength == Strength::support || hit.from_effect || (types_[hit.type].category != Category::attack && !types_.is_blast(hit.type))) return false;
    const Mention& m = view_.mention(hit.mention);
    if (hit.noun && view_.is_plural_form(m.end - 1)) return true;
    if (!hit.noun && !types_[hit.type].discrete && !types_.is_blast(hit.type)) return false;  // “shots were fired” is one shooting
    for (std::uint32_t t = m.begin + 1; t < std::min(frame.last, m.end + 1); ++t) {
      if (view_.has_class(t, sym_.plural_verb)) return true;
    }
    return false;
  });
}

/// A total over a span of time, not one happening.
void Totals::decide(Frame& frame) const {
  frame.plural = names_attacks(frame);
  read_times(frame);
  read_several(frame);
  const bool counted = frame.occurrences.has_value();
  const bool totals = view_.has_cue(Cue::aggregate, frame.first, frame.last);
  const bool span_of_time = spans_time(frame);
  const bool has_facts = !frame.figures.empty() || counted;
  const bool in_days = frame.date != kNone && covers_days(timex(frame.date));
  frame.aggregate = (counted && (totals || span_of_time || in_days || frame.date == kNone)) ||
                    (totals && has_facts && (span_of_time || reaches_now(frame))) ||
                    (span_of_time && has_facts && is_long_since(frame)) ||
                    ((span_of_time || in_days) && has_facts && tells_of_many(frame)) || (span_of_time && tells_of_violence(frame)) || (has_facts && tells_of_accidents(frame)) || counts_hours(frame) || (has_facts && (spans_years(frame) || is_year_of_many(frame))) ||
                    ((in_days || (span_of_time && names_land(frame))) && falls_on_many(frame)) ||
                    (view_.has_cue(Cue::separate, frame.first, frame.last) && !frame.figures.empty() &&
                     !view_.has_cue(Cue::earlier, frame.first, frame.last));
  frame.few_strikes = frame.aggregate && counted && !totals && !span_of_time && !in_days && is_double_strike(frame);
  if (!frame.aggregate && ((counted && frame.date != kNone) || strikes_here_and_there(frame))) frame.aggregate = names_places_apart(frame) || (counted && has_toll_of_accidents(frame));
}

/// “on Monday two died in three road accidents”: they share nothing but the day, as blasts in one works may.
bool Totals::has_toll_of_accidents(const Frame& frame) const {
  return !frame.figures.empty() && !frame.triggers.empty() && std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return t.strength == Strength::support || t.from_effect || (types_[t.type].category == Category::accident && !types_.is_blast(t.type));
  });
}

/// “in districts A and B six were killed by lightning”: of a kind that strikes one place, with a joint toll.
bool Totals::strikes_here_and_there(const Frame& frame) const {
  if (frame.figures.empty() || frame.triggers.empty()) return false;
  const bool apart = std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return t.strength == Strength::support || t.from_effect || (types_[t.type].discrete && types_[t.type].category == Category::disaster);
  });
  return apart && std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return types_[t.type].discrete; });
}

/// “in strikes of the last 24 hours 93 were killed”: all those of a day and a night.
bool Totals::counts_hours(const Frame& frame) const {
  constexpr std::int64_t kMany = 5;
  if (frame.date == kNone || timex(frame.date).form.unit != TimeUnit::hour || timex(frame.date).form.op != DateOp::window) return false;
  const bool attacks = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return t.noun && types_[t.type].category == Category::attack && is_any_of_kind(view_.mention(t.mention));
  });
  return attacks && std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    const Figure& figure = casualties_.figures[f];
    return figure.effect == Effect::killed && figure.quantity && figure.quantity->min.value_or(0) >= kMany;
  });
}

/// “between 2015 and 2022”: no happening lasts that long.
bool Totals::spans_years(const Frame& frame) const {
  constexpr int kDays = 400;
  if (frame.date == kNone) return false;
  const Timex& t = timex(frame.date);
  return !t.vague && t.start && t.end && days_from_civil(*t.end) - days_from_civil(*t.start) > kDays;
}

/// “last year 1,180 drowned in the state”: of a kind that kills a few at one place.
bool Totals::is_year_of_many(const Frame& frame) const {
  constexpr std::int64_t kMany = 20;
  if (frame.date == kNone || timex(frame.date).precision != DatePrecision::year) return false;
  const bool apart = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    const Category category = types_[t.type].category;
    return (types_[t.type].discrete || (types_[t.type].general && category == Category::accident)) && category != Category::attack && category != Category::crime;
  });
  return apart && std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    const Figure& figure = casualties_.figures[f];
    return figure.quantity && figure.quantity->min.value_or(0) >= kMany;
  });
}

/// “two blasts in the town one after another” are one attack.
bool Totals::is_double_strike(const Frame& frame) const {
  constexpr std::int64_t kFew = 3;
  if (!frame.occurrences->max || *frame.occurrences->max > kFew || frame.places.empty() || names_places_apart(frame)) return false;
  const bool settled = std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
    return level_of(view_.mentions->places[view_.mention(p).payload]) == LocationPrecision::place;
  });
  return settled && std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    const Category category = types_[t.type].category;
    return t.strength == Strength::support || category == Category::attack || types_.is_blast(t.type);
  });
}

/// “this season so far”: a span without a day.
bool Totals::reaches_now(const Frame& frame) const {
  bool found = false;
  view_.for_each(MentionKind::cue, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
    found = found || view_.string(view_.attribute(m, sym_.k_several)) == "now";
  });
  return found;
}

/// “nine killed by lightning in a week”: many of a kind that happens to a few at a time.
bool Totals::falls_on_many(const Frame& frame) const {
  constexpr std::int64_t kMany = 5;
  const bool apart = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return types_[t.type].discrete && types_[t.type].category != Category::attack;
  });
  return apart && std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    const Figure& figure = casualties_.figures[f];
    return figure.effect == Effect::killed && figure.quantity && figure.quantity->min && *figure.quantity->min >= kMany;
  });
}

/// “804 were killed in violence in the country in August”: a deed that is no single one, over a month in a land.
bool Totals::tells_of_violence(const Frame& frame) const {
  constexpr std::int64_t kMany = 20;
  const bool lasting = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
    return hit.noun && view_.has_class(view_.mention(hit.mention).end - 1, sym_.mass_deed);
  });
  const bool land = lasting && (names_land(frame) || std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
    return level_of(view_.mentions->places[view_.mention(p).payload]) == LocationPrecision::country;
  }));
  return land && std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    const Figure& figure = casualties_.figures[f];
    return figure.quantity && figure.quantity->min.value_or(0) >= kMany;
  });
}

/// “in the state”, “in the country”
bool Totals::names_land(const Frame& frame) const {
  for (std::uint32_t t = frame.first; t < frame.last; ++t) {
    const LexicalMatch* land = view_.phrase_at(t, sym_.level_noun);
    if (!land || view_.case_at(land->end) != sym_.v_mein) continue;
    const StringId level = view_.attribute(land->entry, sym_.k_level);
    if (level == sym_.v_admin1 || level == sym_.v_admin2 || level == sym_.v_country) return true;
  }
  return false;
}

/// “since April last year”, “since 2014”.
bool Totals::is_long_since(const Frame& frame) const {
  constexpr int kDays = 31;
  if (frame.date == kNone || !view_.published) return false;
  const Timex& t = timex(frame.date);
  if (t.since && !t.start) return true;  // “since the war broke out”
  return t.since && t.start && days_from_civil(*view_.published) - days_from_civil(*t.start) > kDays;
}

/// “in attacks this year”: a plural beside a span of time.
bool Totals::tells_of_many(const Frame& frame) const {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
    return hit.noun && hit.strength != Strength::support && types_[hit.type].category != Category::operation &&
           is_any_of_kind(view_.mention(hit.mention));
  });
}

/// “five died in road accidents”: of whatever day, they are several.
bool Totals::tells_of_accidents(const Frame& frame) const {
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
    const Mention& m = view_.mention(hit.mention);
    return hit.noun && hit.strength == Strength::strong && types_[hit.type].category == Category::accident && is_any_of_kind(m) &&
           view_.case_at(m.end) == sym_.v_mein;
  });
}

/// “in X and Y”, not “in X of Y”.
bool Totals::names_places_apart(const Frame& frame) const {
  for (std::size_t i = 1; i < frame.places.size(); ++i) {
    const Mention& outer = view_.mention(frame.places[i - 1]);
    const bool hangs = outer.end + 1 == view_.mention(frame.places[i]).begin && view_.case_at(outer.end) == sym_.v_ka;
    const Toponym& a = view_.mentions->places[outer.payload];
    if (!hangs && !related(a, view_.mentions->places[view_.mention(frame.places[i]).payload])) return true;
  }
  return false;
}

}  // namespace incidents
