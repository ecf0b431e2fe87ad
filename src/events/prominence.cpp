#include "events/prominence.h"

#include <algorithm>
#include <cstdlib>

#include "events/compare.h"
#include "mentions/calendar.h"

namespace incidents {
namespace {

class MainIncidents {
 public:
  MainIncidents(const DocumentView& view, const EventTypes& types, const Settings& settings, const FrameFacts& facts,
                std::vector<Draft>& drafts)
      : view_(view), types_(types), facts_(facts), drafts_(drafts),
        lead_sentences_(static_cast<std::uint32_t>(settings.number("lead_sentences", 2))) {}

  void run() {
    looks_back_ = is_retrospect();
    const bool digest = is_digest();
    const bool by_headline = !digest && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& d) { return d.headline && !d.aggregate && !is_recalled_by_headline(d); });
    const bool by_total = opens_with_total();
    for (Draft& d : drafts_) {
      constexpr std::uint32_t kBehind = 2;  // the first happening may stand behind a sentence on what it is about
      const bool lead = d.first_sentence < facts_.headline_sentences + lead_sentences_ + (&d == &drafts_.front() ? kBehind : 0);
      // A total is news where the article opens with it; farther on it sums up.
      const bool sums_up = d.aggregate && ((!d.headline && &d != &drafts_.front()) || !is_of_these_days(d));
      d.main = !sums_up && !d.background && (by_headline ? d.headline : lead);
      if (&d != &drafts_.front() && (is_before_lead(d) || was_before_lead(d))) d.main = false;
      if (!d.background && ((opens_section(d) && !d.earlier && !(&d != &drafts_.front() && is_before_lead(d))) || is_item(d) || digest)) d.main = !d.aggregate;
      d.of_total = by_total && is_of_kind(d) && !d.aggregate && !d.background && !is_history(view_, d.date) && !begins_before_total(d);
      if (d.of_total || (d.ordinal > 0 && !d.aggregate && !d.background && !is_of_earlier_day(d))) d.main = true;
      d.main = d.main && !is_tried(d) && !is_history(view_, d.date);
      if (&d != &drafts_.front() && is_news_too(d) && (!by_headline || (is_of_kind(d) && (tells_of_land(drafts_.front()) || (is_far_strike(d) && is_far_strike(drafts_.front())))))) d.main = true;
      if (!d.background && !d.aggregate && led_to_lead(d) && !is_history(view_, d.date)) d.main = true;
    }
    for (Draft& d : drafts_) {
      if (d.of_charge && facts_.frames[d.frames.front()].charged_deed) d.main = false;  // the arrest is the news
      if (facts_.frames[d.frames.front()].protested) d.main = false;                    // the protest is
    }
    prefer_arrest();
    if (!drafts_.empty() && !is_tried(drafts_.front()) && !is_history(view_, drafts_.front().date) && std::none_of(drafts_.begin(), drafts_.end(), [](const Draft& d) { return d.main; })) drafts_.front().main = true;
  }

 private:
  const Timex& timex(MentionIndex date) const { return view_.mentions->dates[view_.mention(date).payload]; }

  /// Told by a court story, an obituary or on its anniversary: the deed is old.
  bool is_tried(const Draft& d) const {
    if (looks_back_ && !is_recent(d)) return true;
    return std::any_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) {
      const Frame& frame = facts_.frames[f];
      const Sentence& s = view_.sentences[frame.sentence];
      return frame.sentence <= d.first_sentence + 1 && view_.has_cue(Cue::trial, s.first, s.last);
    });
  }

  /// “37 years ago too a plane had crashed in X”, above the news of another.
  bool is_recalled_by_headline(const Draft& d) const {
    return is_history(view_, d.date) && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& other) {
      return &other != &d && other.type == d.type && other.date != kNone && !is_history(view_, other.date);
    });
  }

  /// The riot of “after the riot a curfew” in the headline.
  bool led_to_lead(const Draft& d) const {
    return std::any_of(drafts_.front().frames.begin(), drafts_.front().frames.end(), [&](std::uint32_t f) {
      const Frame& frame = facts_.frames[f];
      return frame.headline && std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return t.led_to && types_.compatible(t.type, d.type); });
    });
  }

  /// “three died in separate accidents”, “three blasts”, then each of them.
  bool opens_with_total() const {
    if (drafts_.empty() || !drafts_.front().aggregate) return false;
    if (drafts_.front().summed) return true;
    return std::any_of(drafts_.front().frames.begin(), drafts_.front().frames.end(), [&](std::uint32_t f) {
      const Frame& frame = facts_.frames[f];
      return frame.sentence <= facts_.headline_sentences + 1 && (frame.occurrences || view_.has_cue(Cue::separate, frame.first, frame.last));
    });
  }

  /// A headline of attacks in some land: each of them is news.
  bool tells_of_land(const Draft& d) const {
    if (types_[d.type].category != Category::attack) return false;
    bool land = false, narrower = false;
    for (std::uint32_t f : d.frames) {
      if (!facts_.frames[f].headline) continue;
      for (MentionIndex p : facts_.frames[f].places) {
        const bool whole = level_of(view_.mentions->places[view_.mention(p).payload]) == LocationPrecision::country;
        (whole ? land : narrower) = true;
      }
    }
    return land && !narrower;
  }

  /// By what armies strike each other with from afar, with a toll: the news of a day of war.
  bool is_far_strike(const Draft& d) const {
    if (facts_.frames[d.frames.front()].past_perfect) return false;
    if (std::none_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) { return !facts_.frames[f].figures.empty(); })) return false;
    return types_[d.type].owner == DeedOwner::states;
  }

  /// Of the category that the total in front is of, or what its word may stand for.
  bool is_of_kind(const Draft& d) const {
    const Category category = types_[d.type].category;
    const bool violent = category == Category::attack || category == Category::crime;
    if (types_[drafts_.front().type].category == Category::unrest && violent) return true;
    return types_[d.type].category == types_[drafts_.front().type].category || types_.compatible(d.type, drafts_.front().type);
  }

  /// A round-up by its heading: “the news in brief”.
  bool is_digest() const {
    const std::uint32_t last = std::min<std::uint32_t>(facts_.headline_sentences + 1, static_cast<std::uint32_t>(view_.sentences.size()));
    return last > 0 && view_.has_cue(Cue::digest, 0, view_.sentences[last - 1].last);
  }

  bool is_retrospect() const {
    constexpr std::uint32_t kDateline = 4;  // “Patna.” is a sentence
    const std::uint32_t headlines = facts_.headline_sentences;
    const bool dateline = headlines < view_.sentences.size() && view_.sentences[headlines].last - view_.sentences[headlines].first <= kDateline;
    return std::any_of(facts_.frames.begin(), facts_.frames.end(), [&](const Frame& frame) {
      const Sentence& s = view_.sentences[frame.sentence];
      return frame.sentence <= headlines + dateline &&
             (view_.has_cue(Cue::trial, s.first, s.last) || view_.has_cue(Cue::anniversary, s.first, s.last));
    });
  }

  bool is_recent(const Draft& d) const {
    constexpr int kDays = 3;
    if (d.date == kNone || !view_.published) return false;
    const Timex& t = timex(d.date);
    return t.start && std::abs(days_from_civil(*view_.published) - days_from_civil(*t.start)) <= kDays;
  }

  /// A total of a day or some weeks is the news itself; one of a year or a war stands behind it.
  bool is_of_these_days(const Draft& d) const {
    constexpr int kDays = 31;
    if (d.date == kNone) return true;
    const Timex& t = timex(d.date);
    if (!t.start && !t.since && t.precision == DatePrecision::day) return true;  // a day of a text whose date is not known
    if (t.start && !t.end && view_.published) return days_from_civil(*view_.published) - days_from_civil(*t.start) <= kDays;  // “since Friday”
    return t.start && t.end && days_from_civil(*t.end) - days_from_civil(*t.start) <= kDays;
  }

  /// Told with a day weeks before that of the first happening: what went before it.
  bool is_before_lead(const Draft& d) const {
    constexpr int kDays = 21;
    const Draft& lead = drafts_.front();
    if (d.date == kNone || d.headline) return false;
    const Timex& a = timex(d.date);
    // News without a day is of these days.
    if (lead.date == kNone) return a.end && view_.published && (lead.type != d.type || facts_.frames[d.frames.front()].past_perfect) && days_from_civil(*view_.published) - days_from_civil(*a.end) > kDays;
    const Timex& b = timex(lead.date);
    return a.end && b.start && days_from_civil(*b.start) - days_from_civil(*a.end) > kDays;
  }

  /// “On Friday bombs had been thrown”: told as over, with a day before the lead's.
  bool was_before_lead(const Draft& d) const {
    const Draft& lead = drafts_.front();
    if (d.date == kNone || lead.date == kNone || d.headline || lead.aggregate || !facts_.frames[d.frames.front()].past_perfect) return false;
    const Timex &a = timex(d.date), &b = timex(lead.date);
    return a.end && b.start && *a.end < *b.start;
  }

  /// The spark of a violence that the article sums up from its first day on.
  bool begins_before_total(const Draft& d) const {
    const Draft& total = drafts_.front();
    if (!total.summed || d.date == kNone || total.date == kNone) return false;
    const Timex &a = timex(d.date), &b = timex(total.date);
    return a.end && b.start && *a.end < *b.start;
  }

  /// An item of those told together as of a day before the news.
  bool is_of_earlier_day(const Draft& d) const {
    const Draft& lead = drafts_.front();
    if (d.shared_date == kNone || lead.date == kNone || lead.aggregate || lead.ordinal > 0) return false;
    const Timex &a = timex(d.shared_date), &b = timex(lead.date);
    return a.end && b.start && *a.end < *b.start;
  }

  /// “arrested the man who had robbed a jeweller in September”: the news is the arrest.
  void prefer_arrest() {
    constexpr int kDays = 14;
    if (drafts_.empty() || !view_.published) return;
    Draft& deed = drafts_.front();
    if (!types_.is_deed(deed.type) || deed.aggregate || deed.date == kNone) return;
    const Timex& told = timex(deed.date);
    if (!told.end || days_from_civil(*view_.published) - days_from_civil(*told.end) <= kDays) return;
    for (Draft& d : drafts_) {
      if (d.background || d.aggregate || !types_[d.type].takes_people || !is_recent(d)) continue;
      d.main = true;
      deed.main = false;
    }
  }

  /// Told in a heading or right behind one. A line that names no event (the agency's sign) is no heading of it.
  bool opens_section(const Draft& d) const {
    return std::any_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) { return facts_.frames[f].section && !facts_.frames[f].triggers.empty(); }) ||
           stands_behind_heading(d.frames.front());
  }

  /// Right behind it, or behind its dateline: “Giddhaur.” is a sentence.
  bool stands_behind_heading(std::uint32_t index) const {
    constexpr std::uint32_t kDateline = 4;
    if (index > 1 && facts_.frames[index - 1].triggers.empty() && facts_.frames[index - 1].last - facts_.frames[index - 1].first <= kDateline) --index;
    return index > 0 && facts_.frames[index - 1].section;
  }

  bool is_item(const Draft& d) const { return facts_.frames[d.frames.front()].list_item; }

  /// Without a headline: a second story of the same days, no history and no follow-up.
  bool is_news_too(const Draft& d) const {
    const Draft& lead = drafts_.front();
    if (d.background || d.aggregate || lead.date == kNone) return false;
    const Category category = types_[d.type].category;
    if (category == Category::operation || category == Category::politics) return false;
    // Without a day it is of the lead's, unless it is told as over.
    if (d.date == kNone) return types_.compatible(d.type, lead.type) && !facts_.frames[d.frames.front()].past_perfect;
    const Timex &a = timex(d.date), &b = timex(lead.date);
    if (!a.start || !b.start || a.precision != DatePrecision::day) return false;
    const int days = days_from_civil(*b.start) - days_from_civil(*a.start);
    // “only a day before, … had been killed”: told as over, it is what went before.
    return days == 0 || (std::abs(days) == 1 && !(days == 1 && facts_.frames[d.frames.front()].past_perfect));
  }

  const DocumentView& view_;
  const EventTypes& types_;
  const FrameFacts& facts_;
  std::vector<Draft>& drafts_;
  std::uint32_t lead_sentences_;
  bool looks_back_ = false;  ///< the article opens with a court or an anniversary
};

}  // namespace

void decide_main(const DocumentView& view, const EventTypes& types, const Settings& settings, const FrameFacts& frames,
                 std::vector<Draft>& drafts) {
  MainIncidents(view, types, settings, frames, drafts).run();
}

bool is_history(const DocumentView& view, MentionIndex date) {
  constexpr int kHistoryDays = 180;
  if (date == kNone || !view.published) return false;
  const Timex& t = view.mentions->dates[view.mention(date).payload];
  return t.end && days_from_civil(*view.published) - days_from_civil(*t.end) > kHistoryDays;
}

}  // namespace incidents
