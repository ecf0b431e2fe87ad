#include "events/event_date.h"

#include <algorithm>

#include "events/compare.h"
#include "events/quantified.h"
#include "mentions/dateline.h"

namespace incidents {
namespace {

/// No length of time, and no “at that time” of a text that has told of none.
bool has_calendar_place(const DocumentView& view, const Mention& m) {
  const Timex& t = view.mentions->dates[m.payload];
  return !t.duration && (t.form.op != DateOp::context || t.start);
}

}  // namespace

/// Is the date the day of telling: between a speaker and a verb of saying, with no event word in between?
bool EventDates::is_reported(const Mention& date) const {
  const Clause& clause = view_.clauses[view_.clause_of(date.begin)];
  if (dates_happening(clause, date)) return false;
  bool said = false, event_between = false;
  std::uint32_t said_at = clause.last;
  // The cue may reach over the clause's end: “said that”.
  const std::uint32_t limit = std::min(view_.sentences[clause.sentence].last, clause.last + 3);
  view_.for_each(MentionKind::cue, date.end, limit, [&](MentionIndex i, const Mention& m) {
    if (m.begin >= clause.last) return;
    const Cue cue = view_.cue(i);
    if (!said && (cue == Cue::attribution || cue == Cue::forecast)) {
      said = true;
      said_at = m.begin;
    }
  });
  if (!said) return tells_only_that_it_was_said(clause, date);
  // “ghatna somvar ki batai ja rahi hai”: what is said is the day.
  if (view_.case_at(date.end) == view_.sym.v_ka && date.end + 1 == said_at) return false;
  for (MentionKind kind : {MentionKind::trigger, MentionKind::effect}) {
    view_.for_each(kind, date.end, said_at, [&](MentionIndex, const Mention& m) {
      // “budhvar ko ghatna ki pushti ki”: what is confirmed, not what happened that day.
      const bool confirmed = view_.case_at(m.end) == view_.sym.v_ka && m.end + 1 >= said_at;
      event_between = event_between || !confirmed;
    });
  }
  return !event_between;
}

/// “ghatna somvar raat ki batai ja rahi hai”: what is said is the day.
bool EventDates::dates_happening(const Clause& clause, const Mention& date) const {
  if (view_.case_at(date.end) != view_.sym.v_ka) return false;
  constexpr std::uint32_t kOpening = 4;
  for (std::uint32_t t = clause.first; t < std::min(date.begin, clause.first + kOpening); ++t) {
    if (view_.phrase_at(t, view_.sym.happening)) return true;
  }
  return false;
}

/// “The officials gave this information on Thursday”: no event word in the clause at all.
bool EventDates::tells_only_that_it_was_said(const Clause& clause, const Mention& date) const {
  bool said = false;  // “according to the police on the 22nd …”: what follows is the day's
  view_.for_each(MentionKind::cue, clause.first, clause.last, [&](MentionIndex i, const Mention& m) {
    said = said || (view_.cue(i) == Cue::attribution && m.end > date.begin);
  });
  if (!said) return false;
  bool told = false;
  for (MentionKind kind : {MentionKind::trigger, MentionKind::effect}) {
    view_.for_each(kind, clause.first, clause.last, [&](MentionIndex, const Mention&) { told = true; });
  }
  return !told;
}

/// Is it the day of what was done about it later: “on Tuesday the police filed a case of murder”? No event word behind
/// the date is itself the predicate.
bool EventDates::is_aftermath(const Mention& date) const {
  const Clause& clause = view_.clauses[view_.clause_of(date.begin)];
  std::uint32_t done_at = kNone;
  constexpr std::uint32_t kBefore = 4;  // “antim sanskar somvar ko”
  const std::uint32_t from = date.begin > clause.first + kBefore ? date.begin - kBefore : clause.first;
  view_.for_each(MentionKind::cue, from, clause.last, [&](MentionIndex i, const Mention& m) {
    if (view_.cue(i) == Cue::aftermath && done_at == kNone) done_at = m.begin;
  });
  if (done_at == kNone || is_tied(date)) return false;
  bool told = false;
  for (MentionKind kind : {MentionKind::trigger, MentionKind::effect}) {
    view_.for_each(kind, date.end, clause.last, [&](MentionIndex, const Mention& m) {
      if ((m.begin < done_at || done_at < date.begin) && (!is_in_case(m) || follows_verb(date.end, m))) told = true;
    });
  }
  return !told;
}

/// “somvar ko hue hamle ki ninda ki”, “somvar ko nav ke doobne ke baad”: the day is that of the event word, which a verb
/// ties to it.
bool EventDates::follows_verb(std::uint32_t from, const Mention& event) const {
  constexpr std::uint32_t kNear = 3;
  for (std::uint32_t t = from; t < event.end; ++t) {
    if (t > from && view_.mention_at(t, MentionKind::date) != kNone) return false;  // tied to the day behind
    if ((t < from + kNear || t >= event.begin) && view_.has_class(t, view_.sym.verb) && !view_.phrase_at(t, view_.sym.marker)) return true;
  }
  return false;
}

/// “in the attack”, “by lightning” (the postposition may be a part of the words), “the seven dead of …”.
bool EventDates::is_in_case(const Mention& m) const {
  if (view_.case_at(m.end) != 0 || (m.end - m.begin > 1 && view_.case_at(m.end - 1) != 0)) return true;
  std::uint32_t t = m.end;
  if (const MentionIndex number = t < view_.size() ? view_.mention_at(t, MentionKind::number) : kNone; number != kNone) t = view_.mention(number).end;
  const LexicalMatch* people = t < view_.size() ? people_noun_at(view_, t) : nullptr;
  return people && view_.case_at(people->end) != 0;
}

/// “was hurt in an accident and died on Friday under treatment”: the day of the death. No event word stands between the
/// day and what is said of the treatment or the death.
bool EventDates::is_of_later_death(const Mention& date) const {
  const Clause& clause = view_.clauses[view_.clause_of(date.begin)];
  const MentionIndex cue = view_.find_cue(Cue::treated, clause.first, clause.last);
  if (cue == kNone) return false;
  bool told = false;
  view_.for_each(MentionKind::trigger, date.end, std::max(date.end, view_.mention(cue).begin), [&](MentionIndex, const Mention&) { told = true; });
  return !told;
}

/// “the number rose on Saturday to 11”: the day of the count.
bool EventDates::is_of_count(const Mention& date) const {
  const MentionIndex cue = view_.mention_over(date.begin, MentionKind::cue);
  return cue != kNone && view_.cue(cue) == Cue::revise && view_.mention(cue).end > date.end;
}

/// “The toll rose on Wednesday to 21”: the day that stands right beside the word for the change.
bool EventDates::is_of_new_toll(const Mention& date) const {
  constexpr std::uint32_t kBeside = 1;
  const Clause& clause = view_.clauses[view_.clause_of(date.begin)];
  bool beside = false;
  view_.for_each(MentionKind::cue, clause.first, clause.last, [&](MentionIndex i, const Mention& m) {
    if (view_.cue(i) != Cue::revise) return;
    beside = beside || (m.end <= date.begin ? date.begin - m.end < kBeside : m.begin >= date.end && m.begin - date.end <= kBeside);
  });
  return beside;
}

/// The first date of the range that is no day of telling; an exact one before a vague one.
MentionIndex EventDates::event_date(std::uint32_t first, std::uint32_t last) const {
  MentionIndex best = kNone;
  view_.for_each(MentionKind::date, first, last, [&](MentionIndex i, const Mention& m) {
    // Shielded: the day of a wedding, of a fair to come.
    if (!has_calendar_place(view_, m) || is_reported(m) || is_aftermath(m) || is_of_new_toll(m) || is_of_later_death(m) || is_of_count(m) || is_dateline(m) || view_.is_shielded(m)) return;
    if (best != kNone && is_tied(view_.mention(best))) return;
    if (best == kNone || is_tied(m) || is_better(m, view_.mention(best)) || is_behind_occasion(view_.mention(best), m, last)) best = i;
  });
  return best;
}

/// “the riot that happened in X in August 2013”: a participle of “happen” stands between the day and the event's noun.
bool EventDates::is_tied(const Mention& date) const {
  constexpr std::uint32_t kToParticiple = 4, kToNoun = 3;
  const std::uint32_t last = view_.clauses[view_.clause_of(date.begin)].last;
  for (std::uint32_t t = date.end; t < std::min(last, date.end + kToParticiple); ++t) {
    if (!view_.has_class(t, view_.sym.happened)) continue;
    for (std::uint32_t noun = t + 1; noun < std::min(last, t + 1 + kToNoun); ++noun) {
      const MentionIndex event = view_.mention_at(noun, MentionKind::trigger);
      if (event != kNone && view_.case_at(view_.mention(event).end) != 0) return true;
    }
    return false;
  }
  return false;
}

/// “over what had happened yesterday they marched today”: the first day is the occasion's. Where nothing happens behind the
/// second, “in the matter of the bridge that fell on Tuesday three were suspended on Thursday”, it is the event's.
bool EventDates::is_behind_occasion(const Mention& first, const Mention& second, std::uint32_t last) const {
  if (view_.mentions->dates[second.payload].precision != DatePrecision::day) return false;
  bool happens = false;
  for (const MentionKind kind : {MentionKind::trigger, MentionKind::effect}) {
    view_.for_each(kind, second.end, std::max(second.end, last), [&](MentionIndex, const Mention&) { happens = true; });
  }
  if (!happens) return false;
  for (std::uint32_t t = first.end; t < second.begin; ++t) {
    const StringId marker = view_.case_at(t);
    if (marker == view_.sym.v_ke_jawab || marker == view_.sym.v_ke_bare || marker == view_.sym.v_ke_khilaf) return true;
  }
  return false;
}

bool EventDates::is_better(const Mention& a, const Mention& b) const {
  const Timex& x = view_.mentions->dates[a.payload];
  const Timex& y = view_.mentions->dates[b.payload];
  if (names_no_day(x) != names_no_day(y)) return !names_no_day(x);
  return is_day(x) && !is_day(y);
}

/// A feast that moves through the calendar is no day of it: “November 2012: on the full moon of K …”.
bool EventDates::is_day(const Timex& date) {
  return date.precision == DatePrecision::day && (date.start || date.form.op != DateOp::named);
}

/// A line that is only a date, or a reporter's name and a date: the day of the page.
bool EventDates::stands_alone(const Mention& date) const {
  constexpr std::uint32_t kName = 6, kTime = 6;
  std::uint32_t last = date.end - 1;
  while (!view_.line_ends_after(last) && last < date.end + kTime && last + 1 < view_.size()) ++last;
  if (!view_.line_ends_after(last)) return false;
  std::uint32_t t = date.begin;
  while (t > 0 && date.begin - t < kName && !(view_.tokens[t].flags & (kLineStart | kParagraphStart))) --t;
  if (t > 0 && !(view_.tokens[t].flags & (kLineStart | kParagraphStart))) return false;
  for (; t <= last; ++t) {
    if (t == date.begin) t = date.end;
    if (t > last) break;
    if (view_.has_class(t, view_.sym.verb) || view_.phrase_at(t, view_.sym.marker) || view_.mention_over(t, MentionKind::trigger) != kNone) return false;
  }
  return true;
}

/// A date right behind the dateline's place, closed by a mark: the day of filing.
bool EventDates::is_dateline(const Mention& date) const {
  const DateForm& form = view_.mentions->dates[date.payload].form;
  if (form.year != 0 && page_line(view_.normal, view_.tokens, date, view_.sym.publication_words) != PageLine::none) return true;
  if (view_.case_at(date.end) != 0) return false;  // “Baghdad: ravivaar ko …” goes on with the sentence
  const Sentence& s = view_.sentences[view_.sentence_of(date.begin)];
  if (stands_alone(date)) return true;
  // “Village, February 22 --”: of a place that nobody knows.
  constexpr std::uint32_t kOpening = 4;
  const bool goes_on = form.day != 0 && form.month != 0 && view_.mention_at(date.end, MentionKind::place) != kNone;
  const bool opens = date.begin > s.first && date.begin - s.first <= kOpening && view_.is_mark(date.begin - 1, ',') &&
                     (view_.tokens[s.first].flags & (kLineStart | kParagraphStart));
  if (opens && date.end < view_.size() && (view_.is_mark(date.end, '-') || view_.is_mark(date.end, '(') || view_.is_end_mark(date.end) || goes_on)) return true;
  // “Patna: mangalvar subah Patna mein …”: behind a mark that closes the dateline the date is the sentence's, unless another
  // mark closes it.
  const bool closed = date.end >= s.last || view_.is_punctuation(date.end) || view_.line_ends_after(date.end - 1);
  const bool apart = date.begin > s.first && view_.is_punctuation(date.begin - 1) && !view_.is_mark(date.begin - 1, ',');
  if (apart && !closed) return false;
  for (std::uint32_t t = date.begin; t > s.first && t + 6 > date.begin; --t) {
    const MentionIndex place = view_.mention_over(t - 1, MentionKind::place);
    if (place != kNone && view_.mentions->places[view_.mention(place).payload].is_dateline) return true;
    // “Lucknow: in the area of Thakurganj station on Monday”: the sentence has begun.
    const bool ends_word = place == kNone || view_.mention(place).end == t;
    if (!view_.is_punctuation(t - 1) && (place == kNone || (ends_word && !view_.is_punctuation(t)))) return false;
  }
  return false;
}

MentionIndex EventDates::reported_date(std::uint32_t first, std::uint32_t last) const {
  MentionIndex found = kNone;
  view_.for_each(MentionKind::date, first, last, [&](MentionIndex i, const Mention& m) {
    if (has_calendar_place(view_, m) && (is_reported(m) || is_dateline(m))) found = i;
  });
  return found;
}

}  // namespace incidents
