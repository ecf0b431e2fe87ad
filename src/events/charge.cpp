#include "events/charge.h"

#include <algorithm>

#include "events/quantified.h"
#include "mentions/calendar.h"

namespace incidents {

void Charges::tell_deeds(DocumentView& view) const {
  for (const Clause& clause : view.clauses) {
    const MentionIndex cue = view.find_cue(Cue::charge, clause.first, clause.last);
    if (cue == kNone) continue;
    const Sentence& s = view.sentences[clause.sentence];
    if (view.has_cue(Cue::trial, s.first, s.last)) {
      view.drop_cue(cue);  // a court tells of the deed itself
      continue;
    }
    const ChargedDeed deed = deed_of(clause, cue);
    if (deed.trigger != kNone && (deed.date != kNone || has_own_place(clause, deed))) view.tell_charge(cue);
    else if (view.attribute(view.mention(cue), view.sym.k_soft) == view.sym.v_yes) view.drop_cue(cue);
  }
}

std::optional<ChargedDeed> Charges::find_deed(const Clause& clause) const {
  const MentionIndex cue = view_.find_cue(Cue::told_charge, clause.first, clause.last);
  return cue == kNone ? std::nullopt : std::optional(deed_of(clause, cue));
}

ChargedDeed Charges::deed_of(const Clause& clause, MentionIndex cue) const {
  const Mention& charge = view_.mention(cue);
  ChargedDeed deed;
  deed.trigger = trigger_in(charge);
  deed.first = begin_of_deed(clause.first, charge.begin);
  deed.last = charge.end;
  if (deed.trigger == kNone) return deed;
  deed.last = begin_of_doers(view_.mention(deed.trigger).end, charge.end);
  deed.date = own_date(clause, deed);
  return deed;
}

/// Behind “pulis ne”: who arrested is no part of the deed.
std::uint32_t Charges::begin_of_deed(std::uint32_t first, std::uint32_t trigger) const {
  std::uint32_t after = 0;
  for (std::uint32_t t = trigger; t-- > first;) {
    if (view_.case_at(t, &after) == view_.sym.v_ne) return after;
  }
  return first;
}

/// “hatya karne wale | do badmashon ko”, “hatya ke | aaropi ko”: who was arrested.
std::uint32_t Charges::begin_of_doers(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (view_.mention_at(t, MentionKind::number) != kNone || view_.mention_at(t, MentionKind::actor) != kNone || people_noun_at(view_, t)) return t;
  }
  return last;
}

MentionIndex Charges::trigger_in(const Mention& charge) const {
  MentionIndex found = kNone;
  view_.for_each(MentionKind::trigger, charge.begin, charge.end, [&](MentionIndex i, const Mention&) {
    if (found == kNone) found = i;
  });
  return found;
}

/// The deed's day: it is tied to the deed by its words, it is long past, or the arrest has another.
MentionIndex Charges::own_date(const Clause& clause, const ChargedDeed& deed) const {
  MentionIndex own = kNone;
  const std::uint32_t limit = view_.mention(deed.trigger).begin;
  view_.for_each(MentionKind::date, deed.first, limit, [&](MentionIndex i, const Mention& m) {
    if (!view_.mentions->dates[m.payload].duration) own = i;
  });
  if (own == kNone) return kNone;
  const Mention& m = view_.mention(own);
  const Timex& t = view_.mentions->dates[m.payload];
  const bool other = dates_.event_date(deed.last, view_.sentences[clause.sentence].last) != kNone || dates_.event_date(clause.first, deed.first) != kNone;
  return other || is_long_ago(t) || is_tied_to_deed(m) ? own : kNone;
}

bool Charges::is_long_ago(const Timex& t) const {
  constexpr int kDays = 10;
  const auto last = t.end ? t.end : t.start;
  return last && view_.published && days_from_civil(*view_.published) - days_from_civil(*last) > kDays;
}

/// “somvar ko hui hatya”, “chhatra ki 10 julai ko hui hatya”.
bool Charges::is_tied_to_deed(const Mention& m) const {
  const bool date = m.kind == MentionKind::date;
  if (date && (view_.is_shielded(m) || (m.begin > 0 && view_.case_at(m.begin - 1) == view_.sym.v_ka))) return true;
  return m.end + 1 < view_.size() && view_.case_at(m.end) != 0 && view_.phrase_at(m.end + 1, view_.sym.happened);
}

/// A scene that a verb ties to the deed, or beside another that is the arrest's.
bool Charges::has_own_place(const Clause& clause, const ChargedDeed& deed) const {
  bool own = false, other = false;
  const auto is_scene = [&](const Mention& m) {
    const Toponym& t = view_.mentions->places[m.payload];
    return t.is_scene_candidate && !t.is_adjective && !t.is_dateline;
  };
  view_.for_each(MentionKind::place, deed.first, view_.mention(deed.trigger).begin, [&](MentionIndex, const Mention& m) {
    own = own || (is_scene(m) && view_.case_at(m.end) == view_.sym.v_mein);
    other = other || is_tied_to_deed(m);
  });
  view_.for_each(MentionKind::place, clause.first, deed.first, [&](MentionIndex, const Mention&) { other = true; });
  view_.for_each(MentionKind::place, deed.last, clause.last, [&](MentionIndex, const Mention& m) { other = other || is_scene(m); });
  return own && other;
}

}  // namespace incidents
