#include "events/relation.h"

#include <algorithm>

#include "mentions/calendar.h"

namespace incidents {
namespace {

constexpr int kLater = 30;  // days that bodies are still found

}  // namespace

bool Relation::contradicts(const Frame& a, const Frame& b) const {
  const auto is_toll = [&](const Figure& f) { return f.quantity && !f.zero && !f.part && (f.effect == Effect::killed || f.effect == Effect::injured); };
  return std::any_of(a.figures.begin(), a.figures.end(), [&](std::uint32_t i) {
    const Figure& mine = casualties_.figures[i];
    return is_toll(mine) && std::any_of(b.figures.begin(), b.figures.end(), [&](std::uint32_t k) {
      const Figure& other = casualties_.figures[k];
      return is_toll(other) && mine.effect == other.effect && mine.quantity->min != other.quantity->min;
    });
  });
}

bool Relation::may_be_one(const Frame& frame, const Draft& draft) const {
  return frame.few_strikes && (!content_.tells_of_victims(frame) || (draft.headline && draft.frames.size() == 1));
}

bool Relation::is_told(MentionIndex place, const Draft& draft) const {
  const auto told = latest(draft.frames);
  return std::any_of(told.begin(), told.end(), [&](std::uint32_t f) {
    const auto places = latest(facts_.frames[f].places);
    return std::any_of(places.begin(), places.end(), [&](MentionIndex p) { return relate(view_.sym, content_.toponym(p), content_.toponym(place)) == PlaceRelation::same; });
  });
}

bool Relation::tells_districts_apart(const Draft& draft) const {
  MentionIndex first = kNone;
  for (std::uint32_t f : latest(draft.frames)) {
    for (MentionIndex p : latest(facts_.frames[f].places)) {
      if (level_of(content_.toponym(p)) >= LocationPrecision::admin1) continue;
      if (first == kNone) first = p;
      if (relate(view_.sym, content_.toponym(first), content_.toponym(p)) == PlaceRelation::apart) return true;
    }
  }
  return false;
}

bool Relation::tells_fewer(const Frame& frame, const Draft& draft) const {
  const auto most = [&](const Frame& told, Effect effect) {
    std::int64_t count = 0;
    for (std::uint32_t f : told.figures) {
      const Figure& figure = casualties_.figures[f];
      if (figure.effect == effect && figure.quantity && !figure.zero) count = std::max(count, figure.quantity->min.value_or(0));
    }
    return count;
  };
  const auto most_before = [&](Effect effect) {
    std::int64_t before = 0;
    for (std::uint32_t f : latest(draft.frames)) before = std::max(before, most(facts_.frames[f], effect));
    return before;
  };
  const std::int64_t dead = most(frame, Effect::killed), dead_before = most_before(Effect::killed);
  if (dead > 0 || dead_before > 0) return dead > 0 && dead < dead_before;
  const std::int64_t hurt = most(frame, Effect::injured);
  return hurt > 0 && hurt < most_before(Effect::injured);
}

bool Relation::dwarfs(const Frame& frame, const Draft& draft) const {
  constexpr std::int64_t kMany = 100, kTimes = 8;
  if (draft.aggregate || frame.headline || !view_.has_cue(Cue::aggregate, frame.first, frame.last)) return false;
  const auto most = [&](const Frame& told) {
    std::int64_t dead = 0;
    for (std::uint32_t f : told.figures) {
      const Figure& figure = casualties_.figures[f];
      if (figure.effect == Effect::killed && figure.quantity && !figure.zero && !figure.part) dead = std::max(dead, figure.quantity->min.value_or(0));
    }
    return dead;
  };
  const std::int64_t here = most(frame);
  if (here < kMany) return false;
  std::int64_t before = 0;
  for (std::uint32_t f : latest(draft.frames)) before = std::max(before, most(facts_.frames[f]));
  return before > 0 && here >= kTimes * before;
}

bool Relation::tells_of_lands(const Draft& draft) const {
  const auto told = latest(draft.frames);
  return std::any_of(told.begin(), told.end(), [&](std::uint32_t f) {
    const auto& places = facts_.frames[f].places;
    const auto is_land = [&](MentionIndex p) { return level_of(content_.toponym(p)) == LocationPrecision::country; };
    const auto first = std::find_if(places.begin(), places.end(), is_land);
    return first != places.end() && std::any_of(first + 1, places.end(), [&](MentionIndex p) {
      return is_land(p) && content_.toponym(p).resolved.country != content_.toponym(*first).resolved.country;
    });
  });
}

bool Relation::counts_several(const Draft& draft) const {
  const auto told = latest(draft.frames);
  return std::any_of(told.begin(), told.end(), [&](std::uint32_t f) { return facts_.frames[f].occurrences.has_value() || facts_.frames[f].plural; });
}

bool Relation::has_rival_toll(const Frame& frame, const Draft& draft) const {
  bool rival = false;
  for (std::uint32_t f : frame.figures) {
    const Figure& a = casualties_.figures[f];
    if (a.effect != Effect::killed || !a.quantity || a.zero || a.part) continue;
    for (std::uint32_t g : latest(draft.frames)) {
      for (std::uint32_t h : facts_.frames[g].figures) {
        const Figure& b = casualties_.figures[h];
        if (b.effect != Effect::killed || !b.quantity || b.zero || b.part) continue;
        if (a.quantity->min == b.quantity->min) return false;  // “10”, “at least 10”
        rival = true;
      }
    }
  }
  return rival;
}

bool Relation::turns_away(const Frame& frame, const Draft& draft) const {
  if (!frame.shift || facts_.dateline == kNone || !draft.places.empty() || !content_.names_below(frame.places, LocationPrecision::admin1)) return false;
  return std::all_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
    return relate(view_.sym, content_.toponym(p), content_.toponym(facts_.dateline)) == PlaceRelation::apart;
  });
}

bool Relation::own_day(const Frame& frame, const Draft& draft) const {
  return frame.date != kNone && draft.date != kNone && compare_dates(content_.timex(frame.date), content_.timex(draft.date)) < 0;
}

/// With a day and a word of its own: “in town B on Monday a shop burnt down”, in the district of town A.
bool Relation::is_told_fully(const Frame& frame) const {
  if (frame.anaphor || frame.headline || frame.background || frame.date == kNone) return false;
  const EventId type = votes_.primary_type(frame);
  return type != kNoEvent && is_strong(frame, type);
}

/// Both name towns or villages that we know, none of which is one of the other's, near one or around one.
bool Relation::is_in_other_town(const Frame& frame, const Draft& draft) const {
  const auto mine = latest(frame.places), told = latest(draft.places);
  bool other = false;
  for (MentionIndex a : mine) {
    const Toponym& here = content_.toponym(a);
    if (level_of(here) != LocationPrecision::place || here.is_origin) continue;
    for (MentionIndex b : told) {
      const Toponym& there = content_.toponym(b);
      if (level_of(there) != LocationPrecision::place || there.is_origin) continue;
      if (!are_towns_apart(view_.sym, here, there)) return false;
      other = true;
    }
  }
  return other;
}

PlaceRelation Relation::relate_places(const Frame& frame, const Draft& draft) const {
  if (turns_away(frame, draft)) return PlaceRelation::apart;
  if (is_told_fully(frame) && is_in_other_town(frame, draft)) return PlaceRelation::apart;
  const PlaceRelation wide = relate_below(frame, draft, LocationPrecision::country);
  const bool moves = frame.shift || (frame.past_perfect && content_.tells_of_victims(frame) && votes_.is_accident(draft));
  if (wide != PlaceRelation::same && !(wide == PlaceRelation::nested && moves)) return wide;
  if (relate_below(frame, draft, LocationPrecision::admin1) != PlaceRelation::apart) return wide;
  return moves ? PlaceRelation::apart : PlaceRelation::unknown;
}

/// Compares the places below a level, where both name some; else all.
PlaceRelation Relation::relate_below(const Frame& frame, const Draft& draft, LocationPrecision level) const {
  PlaceRelation best = PlaceRelation::unknown;
  const auto mine = latest(frame.places), told = latest(draft.places);
  const bool narrow = content_.names_below(mine, level) && content_.names_below(told, level);
  for (MentionIndex a : mine) {
    if ((narrow && level_of(content_.toponym(a)) >= level) || content_.toponym(a).is_origin) continue;
    for (MentionIndex b : told) {
      if ((narrow && level_of(content_.toponym(b)) >= level) || content_.toponym(b).is_origin) continue;
      const PlaceRelation r = relate(view_.sym, content_.toponym(a), content_.toponym(b));
      if (r == PlaceRelation::same) return r;
      if (r == PlaceRelation::nested || (r == PlaceRelation::apart && best == PlaceRelation::unknown)) best = r;
    }
  }
  return best;
}

bool Relation::names_narrower(const Frame& frame, const Draft& draft) const {
  return content_.names_below(latest(frame.places), LocationPrecision::country) && !content_.names_below(latest(draft.places), LocationPrecision::country);
}

bool Relation::comes_later(const Frame& frame, const Draft& draft) const {
  const Timex &a = content_.timex(frame.date), &b = content_.timex(draft.date);
  if (!a.start || !b.end || !(*b.end < *a.start)) return false;
  return !has_own_word(frame);
}

bool Relation::is_own_day(const Frame& frame, const Draft& draft) const {
  if (draft.dated_by == kNone) return false;
  if (states_day(view_, frame) && !frame.shift && !draft.background) return !states_day(view_, facts_.frames[draft.dated_by]);
  const EventId told = votes_.decide_type(draft);
  if (!frame.background && !frame.shift && votes_.only_follows(facts_.frames[draft.dated_by], told) && is_earlier_day(frame, draft)) return true;
  if (goes_on_leading_up(frame, draft)) return true;
  if (frame.background || !has_own_word(frame) || has_own_word(facts_.frames[draft.dated_by])) return false;
  const bool over = only_leads_up(facts_.frames[draft.dated_by]);
  const bool fits = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return t.type == told || (over && types_.compatible(t.type, told)); });
  const Timex &a = content_.timex(frame.date), &b = content_.timex(draft.date);
  if (!fits || !a.end || !b.start || a.precision != DatePrecision::day) return false;
  const int days = days_from_civil(*b.start) - days_from_civil(*a.end);
  if (days < 0) return over && days >= -kLater;
  return days > 0 && days <= kLater;
}

/// “on Tuesday they had set out. On Wednesday morning they were on patrol”: the later day is nearer to the event.
bool Relation::goes_on_leading_up(const Frame& frame, const Draft& draft) const {
  constexpr int kDays = 3;
  const Frame& before = facts_.frames[draft.dated_by];
  if (!frame.triggers.empty() || frame.background || frame.shift || !only_leads_up(before) || frame.sentence > before.sentence + 2) return false;
  const Timex &a = content_.timex(frame.date), &b = content_.timex(draft.date);
  if (!a.start || !b.end || a.precision != DatePrecision::day) return false;
  const int days = days_from_civil(*a.start) - days_from_civil(*b.end);
  return days > 0 && days <= kDays;
}

bool Relation::is_earlier_day(const Frame& frame, const Draft& draft) const {
  const Timex &a = content_.timex(frame.date), &b = content_.timex(draft.date);
  if (!a.end || !b.start || a.precision != DatePrecision::day) return false;
  const int days = days_from_civil(*b.start) - days_from_civil(*a.end);
  return days > 0 && days <= kLater;
}

/// “two policemen too were hurt”: others than those told.
bool Relation::says_too(const Figure& figure) const {
  if (figure.cue == kNone) return false;
  const std::uint32_t begin = view_.mention(figure.cue).begin;
  return begin > 0 && view_.has_class(begin - 1, view_.sym.also_word);
}

bool Relation::same_toll(const Frame& frame, const Draft& draft) const {
  for (std::uint32_t f : frame.figures) {
    const Figure& a = casualties_.figures[f];
    if (!a.quantity || a.zero || says_too(a) || a.quantity->min.value_or(0) < 2) continue;
    for (std::uint32_t g : latest(draft.frames)) {
      for (std::uint32_t h : facts_.frames[g].figures) {
        const Figure& b = casualties_.figures[h];
        if (!b.quantity || a.effect != b.effect || a.quantity->min != b.quantity->min) continue;
        if (a.quantity->max == b.quantity->max || facts_.frames[g].headline) return true;  // a headline leaves “at least” out
      }
    }
  }
  return false;
}

bool Relation::is_day_of_span(const Frame& frame, const Draft& draft) const {
  if (draft.aggregate || content_.timex(frame.date).precision != DatePrecision::day) return false;
  return content_.timex(draft.date).precision != DatePrecision::day && compare_dates(content_.timex(frame.date), content_.timex(draft.date)) > 0;
}

}  // namespace incidents
