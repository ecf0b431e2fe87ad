#include "events/incident_date.h"

#include "events/annotation.h"
#include "events/compare.h"
#include "mentions/calendar.h"

namespace incidents {
namespace {

/// Weighs the days of one draft.
class DateSetter {
 public:
  explicit DateSetter(Assembly& assembly)
      : assembly_(assembly), in_(assembly.in), view_(assembly.view), draft_(assembly.draft), out_(assembly.out) {}

  void set_date() {
    MentionIndex chosen = kNone;
    double best = -1;
    const Frame* dated_by = draft_.dated_by == kNone ? nullptr : &assembly_.frame(draft_.dated_by);
    assembly_.each_frame([&](const Frame& f) {
      if (f.date == kNone || is_remark(f)) return;
      const Timex& t = view_.mentions->dates[view_.mention(f.date).payload];
      if (!draft_.aggregate && !in_.types[draft_.type].lasting && t.form.op == DateOp::until && !t.start) return;  // “by Friday nine bodies were found”
      if (!draft_.aggregate && t.since && lasts_weeks(t) && f.sentence > draft_.first_sentence + 1 && !in_.types[draft_.type].lasting) return;  // “since the attack of last July the town lies in ruins”
      if (is_instant() && (t.form.op == DateOp::window || t.since) && lasts_weeks(t)) return;  // “killed two whom they had held for seven months”
      double score = f.weight + (t.start ? 3 : 0) + (t.precision == DatePrecision::day ? 2 : t.precision == DatePrecision::month ? 1 : 0) + (f.headline ? -1 : 0) - (names_no_day(t) ? 2 : 0) - (t.since || is_window(t) ? 2 : 0) + dates_event(f) + (&f == dated_by ? 0.5 : 0);
      if (draft_.aggregate && t.precision != DatePrecision::day) score += 3;
      if (score > best) {
        best = score;
        chosen = f.date;
      }
    });
    if (chosen == kNone) return take_lead_date();
    const Mention& m = view_.mention(chosen);
    out_.date = to_incident_date(view_, m);
    close_date();
    extend_date(m);
    assembly_.because("date", m.begin, m.end, m.origin);
  }

 private:
  /// A killing or a crash does not go on for weeks.
  bool is_instant() const {
    if (draft_.aggregate) return false;
    const EventType& t = in_.types[draft_.type];
    return assembly_.category() == Category::accident || (assembly_.category() == Category::crime && t.owner != DeedOwner::states && out_.type != "kidnapping" && out_.type != "extortion") || out_.type == "assassination" || out_.type == "stabbing";
  }

  static bool lasts_weeks(const Timex& t) {
    constexpr int kDays = 13;
    return t.start && (!t.end || days_from_civil(*t.end) - days_from_civil(*t.start) > kDays);
  }

  /// “in seven months”: how long something has gone on.
  bool is_window(const Timex& t) const {
    return !draft_.aggregate && (t.form.op == DateOp::window || t.form.op == DateOp::within) && t.start != t.end;
  }

  /// How surely the sentence's day is the event's: less where it tells only what was done about it, or what was found.
  double dates_event(const Frame& f) const {
    constexpr double kStated = 8, kOwn = 1.5, kFollows = -3;
    if (states_day(view_, f)) return kStated;
    bool follows = false;
    for (const TriggerHit& hit : f.triggers) {
      const bool own = in_.types.compatible(hit.type, draft_.type);
      if (own && hit.strength != Strength::support && !hit.from_effect) return kOwn;
      follows = follows || (!own && in_.types[hit.type].follows[draft_.type]);
    }
    return follows ? kFollows : 0;
  }

  /// A total “since March” counts up to the day of publication.
  void close_date() {
    IncidentDate& d = *out_.date;
    if (!draft_.aggregate || !d.start || d.end || !view_.published || *view_.published < *d.start) return;
    d.end = view_.published;
    d.timex = timex_of_interval({d.start, d.end});
  }

  /// Without a word for the happening or a toll, since long ago, or farther on, pointing at nothing and weeks old: its
  /// day is of something else.
  bool is_remark(const Frame& f) const {
    constexpr int kDays = 14;
    if (draft_.tried) return false;  // the deed of a court story is old
    if (!f.triggers.empty() || !f.figures.empty()) return false;
    const Timex& t = view_.mentions->dates[view_.mention(f.date).payload];
    // “work has been going on for a year”, “for the first time since 1948”.
    if (!draft_.aggregate && (t.since || t.form.op == DateOp::window)) return true;
    if (f.anaphor || f.headline || f.sentence <= draft_.first_sentence + 1) return false;
    return view_.published && t.end && days_from_civil(*view_.published) - days_from_civil(*t.end) > kDays;
  }

  /// A happening of the same news told without a day shares the main one's; of one “on the other side” nothing says so.
  void take_lead_date() {
    if (draft_.shared_date != kNone) {
      out_.date = to_incident_date(view_, view_.mention(draft_.shared_date));
      out_.date->resolved_from = ResolvedFrom::context;
      return;
    }
    const Incident* of = draft_.of_total ? in_.total : in_.lead;
    const Frame& opening = assembly_.frame(draft_.frames.front());
    if (!draft_.of_total && (opening.shift_soft || opening.brief)) return;
    if (!of || !of->date || draft_.aggregate || draft_.background || (!draft_.of_total && of->category != out_.category && !follows_at_once() && !befalls_likewise(*of))) return;
    out_.date = of->date;
    out_.date->resolved_from = ResolvedFrom::context;
  }

  /// “two crushed by a lorry, uproar”: told in one headline, the crowd's anger is of the same day.
  bool follows_at_once() const { return draft_.headline && assembly_.category() == Category::unrest; }

  /// “In the storm nine died. Likewise one drowned in D”: mishaps and what nature does are told of one day together.
  bool befalls_likewise(const Incident& lead) const {
    const auto befalls = [](Category c) { return c == Category::accident || c == Category::disaster; };
    return befalls(assembly_.category()) && befalls(to_category(lead.category));
  }

  /// “on Thursday and Friday”: both days.
  void extend_date(const Mention& m) {
    std::uint32_t next = m.end;
    if (next < view_.size() && view_.case_at(next) != 0) return;
    if (next >= view_.size() || !view_.phrase_at(next, view_.sym.conjunction)) return;
    const MentionIndex second = view_.mention_at(next + 1, MentionKind::date);
    if (second == kNone) return;
    const Timex& t = view_.mentions->dates[view_.mention(second).payload];
    IncidentDate& d = *out_.date;
    if (!t.end || !d.end || t.precision != DatePrecision::day || d.precision != DatePrecision::day || *t.end < *d.end) return;
    d.end = t.end;
    d.text = view_.text(m.begin, view_.mention(second).end);
    d.span = view_.source->span(m.begin, view_.mention(second).end);
  }

  Assembly& assembly_;
  const AssembleInput& in_;
  const DocumentView& view_;
  const Draft& draft_;
  Incident& out_;
};

}  // namespace

void set_date(Assembly& assembly) { DateSetter(assembly).set_date(); }

}  // namespace incidents
