#include "events/frame_days.h"

#include <algorithm>

#include "mentions/calendar.h"

namespace incidents {

void FrameDays::choose(Frame& frame, MentionIndex date, std::size_t first) const {
  const bool tells = tells_since(frame, first), tied = tied_since(frame, first, view_.mention(date).end);
  const bool better = frame.date == kNone || (tied && !frame.date_tied) || dates_.is_better(view_.mention(date), view_.mention(frame.date)) ||
                      (tells && !frame.date_told && !dates_.is_better(view_.mention(frame.date), view_.mention(date)));
  if (!better || (frame.date_tied && !tied)) return;
  frame.date = date;
  frame.date_told = tells;
  frame.date_tied = tied;
}

bool FrameDays::is_day_of_court(const Frame& frame) const {
  constexpr int kDays = 10;
  const Timex& t = view_.mentions->dates[view_.mention(frame.date).payload];
  if (!t.start || !view_.published) return false;
  const int ago = days_from_civil(*view_.published) - days_from_civil(*t.start);
  if (ago < 0 || ago > kDays) return false;
  return std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
    return hit.oblique || (hit.from_effect && view_.case_at(view_.mention(hit.mention).end) != 0);
  });
}

void FrameDays::read_future(Frame& frame) const {
  if (frame.date == kNone || !view_.published) return;
  const Timex& t = view_.mentions->dates[view_.mention(frame.date).payload];
  // What is written out in full is right even where the day of publication is not.
  if (!t.start || t.resolved_from == ResolvedFrom::explicit_ || !(*view_.published < *t.start)) return;
  frame.date = kNone;
  const bool told = std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
    return casualties_.figures[f].quantity && !casualties_.figures[f].zero;
  });
  const bool lasts = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) { return types_[hit.type].lasting; });
  if (told || lasts || frame.triggers.empty()) return;
  frame.triggers.clear();
  frame.unreal_cue = Cue::planned;
}

bool FrameDays::ends_ahead(const Frame& frame) const {
  std::uint32_t last = frame.last;
  while (last > frame.first && view_.is_punctuation(last - 1)) --last;
  return last > frame.first && view_.is_still_to_come(last - 1, last) && frame.figures.empty();
}

void FrameDays::take_time_before(Frame& frame, const std::vector<Frame>& told) const {
  constexpr std::uint32_t kNear = 2;
  if (frame.date != kNone || frame.triggers.empty() || frame.headline || told.empty()) return;
  const MentionIndex cue = view_.find_cue(Cue::meantime, frame.first, frame.last);
  if (cue == kNone || view_.mention(cue).begin > frame.first + kNear) return;
  for (auto f = told.rbegin(); f != told.rend() && f->sentence + kNear >= frame.sentence; ++f) {
    const bool right_before = f->sentence + 1 == frame.sentence && f->past_perfect;  // “before that … had tried. Then …”
    if (f->headline || ((f->earlier || f->unreal) && !right_before)) return;
    if (f->date == kNone) continue;
    if (f->earlier) return take_earlier_time(frame, *f);
    if (view_.mentions->dates[view_.mention(f->date).payload].precision == DatePrecision::day) frame.date = f->date;
    return;
  }
}

MentionIndex FrameDays::date_of_line(std::uint32_t sentence) const {
  const Sentence& line = view_.sentences[sentence];
  if (!view_.line_ends_after(line.last - 1) || !(view_.tokens[line.first].flags & (kLineStart | kParagraphStart))) return kNone;
  MentionIndex found = kNone;
  for (std::uint32_t t = line.first; t < line.last; ++t) {
    const MentionIndex date = view_.mention_at(t, MentionKind::date);
    if (date == kNone) {
      if (!view_.is_punctuation(t)) return kNone;
      continue;
    }
    if (found == kNone) found = date;
    t = view_.mention(date).end - 1;
  }
  return found;
}

bool FrameDays::has_date_lines() const {
  constexpr int kSeveral = 2;
  int lines = 0;
  for (std::uint32_t s = 0; s < view_.sentences.size() && lines < kSeveral; ++s) lines += date_of_line(s) != kNone;
  return lines >= kSeveral;
}

void FrameDays::take_date_line(Frame& frame) const {
  if (frame.date == kNone && !frame.headline && frame.sentence > 0) frame.date = date_of_line(frame.sentence - 1);
}

void FrameDays::read_recent(Frame& frame) const {
  if (!frame.past_perfect || frame.date == kNone) return;
  const DateForm& form = view_.mentions->dates[view_.mention(frame.date).payload].form;
  if (form.op != DateOp::vague || form.reference != TimeReference::past) return;
  frame.earlier = frame.background = true;
}

bool FrameDays::tells_since(const Frame& frame, std::size_t first) {
  return std::any_of(frame.triggers.begin() + static_cast<std::ptrdiff_t>(std::min(first, frame.triggers.size())), frame.triggers.end(),
                     [](const TriggerHit& t) { return t.strength != Strength::support && !t.from_effect; });
}

/// “today they laid the report on the riot that happened in August 2013”: only a place between the day and the riot.
bool FrameDays::tied_since(const Frame& frame, std::size_t first, std::uint32_t date_end) const {
  constexpr std::uint32_t kReach = 6;
  return std::any_of(frame.triggers.begin() + static_cast<std::ptrdiff_t>(std::min(first, frame.triggers.size())), frame.triggers.end(), [&](const TriggerHit& t) {
    const std::uint32_t begin = view_.mention(t.mention).begin;
    return t.told && date_end <= begin && begin - date_end <= kReach;
  });
}

/// “On 6 December too they had marched. Then six had been hurt”: of that day.
void FrameDays::take_earlier_time(Frame& frame, const Frame& before) {
  frame.date = before.date;
  frame.earlier = frame.background = true;
  if (frame.places.empty()) frame.places = before.places;
}

}  // namespace incidents
