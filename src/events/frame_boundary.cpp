#include "events/frame_boundary.h"

#include <algorithm>

#include "events/attacker.h"
#include "events/compare.h"
#include "mentions/calendar.h"

namespace incidents {

bool FrameBoundary::opens_new_frame(const Frame& frame, const Clause& clause) const {
  if (frame.triggers.empty()) return false;
  if (frame.headline && tells_here_and_there(frame.first, clause.first)) return false;
  if (answers_attack(frame, clause) || sums_up_years(frame, clause) || rises_against(frame, clause)) return true;
  if (clause.relative) return false;
  // A found body is no happening of its own beside what the next words call it.
  const bool names_event = std::any_of(frame.triggers.begin(), frame.triggers.end(), [](const TriggerHit& t) { return t.strength != Strength::support; });
  bool tells = false, of_another = frame.headline && names_event;
  view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
    tells = true;
    const EventId type = types_.find(view_.attribute(m, sym_.k_type));
    of_another = of_another && type != kNoEvent && !types_[type].general &&
                 std::none_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
                   return types_.compatible(t.type, type) || types_[type].follows[t.type] || types_[t.type].follows[type];
                 });
  });
  if (!tells) return false;
  if (of_another) return true;  // a headline of two happenings
  const MentionIndex date = dates_.event_date(clause.first, clause.last);
  if (date != kNone && frame.date != kNone && differs(view_.mention(date), view_.mention(frame.date))) return true;
  bool elsewhere = false;
  view_.for_each(MentionKind::place, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
    if (!places_.is_scene(m) || frame.places.empty()) return;
    elsewhere = std::none_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
      return related(view_.mentions->places[view_.mention(p).payload], view_.mentions->places[m.payload]);
    });
  });
  if (!elsewhere) return false;
  return frame.headline || view_.has_cue(Cue::shift, clause.first, clause.last) || (has_toll(frame.first, clause.first) && has_toll(clause.first, clause.last));
}

bool FrameBoundary::tells_next_accident(const Frame& frame, std::uint32_t index, std::uint32_t last_clause) const {
  const Clause& clause = view_.clauses[index];
  if (clause.relative || frame.triggers.empty() || frame.places.empty() || !has_victims(frame.first, clause.first)) return false;
  std::uint32_t end = index + 1;
  while (end < last_clause && view_.clauses[end].relative) ++end;
  if (!has_victims(clause.first, view_.clauses[end - 1].last) || reality_.unreal_cue(clause) != Cue::none) return false;
  return names_accident(frame, clause) && is_elsewhere(frame, clause);
}

/// “here bombs, there robbed booths, eleven dead”
bool FrameBoundary::tells_here_and_there(std::uint32_t first, std::uint32_t last) const {
  const MentionIndex cue = view_.find_cue(Cue::aggregate, first, last);
  return cue != kNone && view_.attribute(view_.mention(cue), sym_.k_several) == sym_.v_yes;
}

/// People killed or hurt, by tokens [first, last).
bool FrameBoundary::has_toll(std::uint32_t first, std::uint32_t last) const {
  const auto from = std::partition_point(casualties_.figures.begin(), casualties_.figures.end(), [&](const Figure& f) { return f.begin < first; });
  for (auto f = from; f != casualties_.figures.end() && f->begin < last; ++f) {
    const Figure& figure = *f;
    if (figure.quantity && !figure.zero && !figure.part && (figure.effect == Effect::killed || figure.effect == Effect::injured)) return true;
  }
  return false;
}

/// “X struck Y, whereupon Y fired missiles at X”.
bool FrameBoundary::answers_attack(const Frame& frame, const Clause& clause) const {
  if (frame.triggers.size() > kMostTriggers) return false;
  const std::string before = attacker_country(view_, types_, frame);
  bool answers = false;
  if (before.empty()) return false;
  view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
    const EventId type = types_.find(view_.attribute(m, sym_.k_type));
    if (answers || type == kNoEvent || types_.category(type) != Category::attack) return;
    const std::string now = attacker_country(view_, m, clause.first, view_.case_at(m.end) != 0);
    answers = !now.empty() && now != before;
  });
  return answers;
}

/// “a schoolgirl was run over, whereupon villagers blocked the road”: people who rise because of what was told.
bool FrameBoundary::rises_against(const Frame& frame, const Clause& clause) const {
  const bool befell = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return t.strength == Strength::strong && !t.oblique && !types_.is_unrest(t.type) && types_.category(t.type) != Category::operation && types_.category(t.type) != Category::politics;
  });
  if (!befell || reality_.unreal_cue(clause) != Cue::none) return false;
  bool rises = false, doers = false;
  view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
    const EventId type = types_.find(view_.attribute(m, sym_.k_type));
    rises = rises || (type != kNoEvent && types_[type].owner == DeedOwner::anybody && view_.attribute(m, sym_.k_strength) == sym_.v_strong &&
                      view_.case_at(m.end) == 0 && !view_.is_shielded(m));
  });
  view_.for_each(MentionKind::actor, clause.first, clause.last, [&](MentionIndex, const Mention& m) { doers = doers || view_.case_at(m.end) == sym_.v_ne; });
  return rises && doers;
}

bool FrameBoundary::has_victims(std::uint32_t first, std::uint32_t last) const {
  const auto& all = casualties_.figures;
  auto f = std::partition_point(all.begin(), all.end(), [&](const Figure& figure) { return figure.begin < first; });
  for (; f != all.end() && f->begin < last; ++f) {
    if ((f->effect == Effect::killed || f->effect == Effect::injured) && f->quantity && !f->zero) return true;
  }
  return false;
}

bool FrameBoundary::names_accident(const Frame& frame, const Clause& clause) const {
  bool found = false;
  view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
    const EventId type = types_.find(view_.attribute(m, sym_.k_type));
    if (type == kNoEvent || view_.is_shielded(m) || view_.attribute(m, sym_.k_strength) == sym_.v_support) return;
    const bool one_place = types_.category(type) == Category::accident || types_[type].discrete;
    found = found || (one_place && std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
                        return types_.category(t.type) == Category::accident || types_.category(t.type) == Category::disaster;
                      }));
  });
  return found;
}

bool FrameBoundary::is_elsewhere(const Frame& frame, const Clause& clause) const {
  bool elsewhere = false, known = false;
  view_.for_each(MentionKind::place, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
    if (!places_.is_scene(m)) return;
    const Toponym& place = view_.mentions->places[m.payload];
    if (level_of(place) >= LocationPrecision::admin1) return;
    elsewhere = true;
    known = known || std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
      const PlaceRelation r = relate(sym_, view_.mentions->places[view_.mention(p).payload], place);
      return r == PlaceRelation::same;
    });
  });
  return elsewhere && !known;
}

/// “55 were shot dead, in two years 5,000 have died”: a total behind the news; of weeks, where it says that there were
/// many: “while in two months 20 died in such incidents”. What died “this year so far” is no toll of the news.
bool FrameBoundary::sums_up_years(const Frame& frame, const Clause& clause) const {
  constexpr int kYear = 366, kWeeks = 20;
  const MentionIndex date = dates_.event_date(clause.first, clause.last);
  if (date == kNone || !has_toll(clause.first, clause.last)) return false;
  const Timex& t = view_.mentions->dates[view_.mention(date).payload];
  // A flood may have lasted all year.
  bool lasts = false;
  view_.for_each(MentionKind::trigger, frame.first, clause.last, [&](MentionIndex, const Mention& m) {
    const EventId type = types_.find(view_.attribute(m, sym_.k_type));
    lasts = lasts || (type != kNoEvent && types_.category(type) == Category::disaster);
  });
  if (!lasts && t.form.op == DateOp::period && t.form.unit == TimeUnit::year && t.form.direction == 0) return true;
  if (!has_toll(frame.first, clause.first)) return false;
  if (!t.start || !t.end) return false;
  const std::int64_t days = days_from_civil(*t.end) - days_from_civil(*t.start);
  return days > kYear || (days > kWeeks && tells_of_such(clause));
}

/// “in such incidents”, “in accidents”.
bool FrameBoundary::tells_of_such(const Clause& clause) const {
  for (std::uint32_t t = clause.first; t < clause.last; ++t) {
    const LexicalMatch* happenings = view_.phrase_at(t, sym_.happening);
    if (happenings && view_.is_plural_form(happenings->end - 1) && view_.case_at(happenings->end) == sym_.v_mein) return true;
  }
  return false;
}

bool FrameBoundary::differs(const Mention& a, const Mention& b) const {
  const Timex& x = view_.mentions->dates[a.payload];
  const Timex& y = view_.mentions->dates[b.payload];
  return x.start && y.start && x.end && y.end && (*x.end < *y.start || *y.end < *x.start);
}

}  // namespace incidents
