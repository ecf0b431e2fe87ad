#include "events/merge.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "events/prominence.h"
#include "mentions/calendar.h"

namespace incidents {
namespace {

/// No article goes back farther; it keeps a text of any length linear.
constexpr std::size_t kWindow = 64;

template <class Item>
std::span<const Item> latest(const std::vector<Item>& all) {
  return std::span(all).last(std::min(all.size(), kWindow));
}

class Merger {
 public:
  Merger(const DocumentView& view, const EventTypes& types, const Settings& settings, const CasualtyFacts& casualties,
         const FrameFacts& facts, std::vector<Draft>& drafts)
      : view_(view), types_(types), settings_(settings), casualties_(casualties), facts_(facts), drafts_(drafts),
        bearing_(settings.number("bearing", 2)), link_(settings.number("link", 1.5)),
        lead_sentences_(static_cast<std::uint32_t>(settings.number("lead_sentences", 2))) {}

  void run() {
    drafts_.clear();
    sections_are_items_ = has_sections_apart();
    for (std::uint32_t f = 0; f < facts_.frames.size(); ++f) place_frame(f);
    drop_unreal();
    drop_weak();
    for (Draft& d : drafts_) d.type = decide_type(d);
    name_accidents();
    std::erase_if(drafts_, [](const Draft& d) { return d.type == kNoEvent; });
    decide_main(view_, types_, settings_, facts_, drafts_);
  }

 private:
  // ---- joining

  /// A list item or “the second incident” begins: what follows is told of it.
  void start_item(const Frame& frame) {
    if (frame.section && sections_are_items_) {
      current_ = kNone;
      pending_ = unplaced_ = adoptable_ = kNone;
    }
    if (!frame.list_item && frame.ordinal == 0 && !(frame.section && sections_are_items_)) return;
    counted_item_ = frame.ordinal > 0;
    brief_ = frame.brief;
    if (frame.ordinal == 1) items_date_ = date_told_before(frame);
    item_ = static_cast<std::uint32_t>(drafts_.size());
    item_draft_ = kNone;
    opening_ = kNone;
    for (std::uint32_t d = 0; d < drafts_.size() && counted_item_; ++d) {
      if (drafts_[d].ordinal == frame.ordinal) item_draft_ = current_ = d;
    }
  }

  /// A page of news in brief: the headings between its paragraphs name happenings that have nothing to do with each other.
  bool has_sections_apart() const {
    constexpr std::size_t kHeadings = 3;
    std::vector<EventId> named;
    for (const Frame& frame : facts_.frames) {
      const EventId type = frame.section ? primary_type(frame) : kNoEvent;
      if (type == kNoEvent) continue;
      const bool apart = std::none_of(named.begin(), named.end(), [&](EventId e) {
        return types_.compatible(e, type) || types_[e].follows[type] || types_[type].follows[e];
      });
      if (apart) named.push_back(type);
    }
    return named.size() >= kHeadings;
  }

  /// “On Thursday there were two clashes. The first …”
  MentionIndex date_told_before(const Frame& frame) const {
    constexpr std::uint32_t kNear = 2;
    for (const Frame* f = &frame; f != facts_.frames.data() && (f - 1)->sentence + kNear >= frame.sentence;) {
      --f;
      if (f->date != kNone && !f->unreal) return f->date;
    }
    return kNone;
  }

  /// “On Monday tension rose again. In the capital a mob burnt houses”: the next sentence goes on with the day. When
  /// somebody was arrested for it may be any day later.
  MentionIndex day_going_on(std::uint32_t index, EventId type) const {
    const Frame& frame = facts_.frames[index];
    if (index == 0 || frame.date != kNone || frame.headline || frame.shift_soft || frame.shift || frame.background || frame.past_perfect || frame.aggregate || frame.paragraph_start) return kNone;
    constexpr int kDays = 7;
    const std::string_view category = view_.string(types_[type].category);
    if (category == "operation" || category == "politics") return kNone;
    const Frame& before = facts_.frames[index - 1];
    if (before.sentence + 1 < frame.sentence || before.date == kNone || before.headline || before.background || before.past_perfect || before.aggregate || before.unreal) return kNone;
    const Timex& t = timex(before.date);
    const bool recent = t.start && view_.published && days_from_civil(*view_.published) - days_from_civil(*t.start) <= kDays;
    return recent && t.precision == DatePrecision::day && !names_no_day(t) ? before.date : kNone;
  }

  bool is_of_other_item(std::uint32_t draft) const {
    return item_draft_ != kNone ? draft != item_draft_ : draft < item_;
  }

  void place_frame(std::uint32_t index) {
    const std::uint32_t joined = joined_;
    adoptable_ = std::exchange(unplaced_, kNone);
    place(index);
    if (joined_ == joined) unplaced_ = index;
  }

  void place(std::uint32_t index) {
    const Frame& frame = facts_.frames[index];
    start_item(frame);
    if (frame.unreal && !still_tells(frame.unreal_cue)) return;
    const EventId type = primary_type(frame);
    if (completes_pending(frame, type)) {
      open(pending_, primary_type(facts_.frames[pending_]));
      pending_ = kNone;
      return join(index, current_, type);
    }
    pending_ = kNone;
    std::uint32_t best = kNone;
    double best_score = 0;
    for (auto d = static_cast<std::uint32_t>(drafts_.size() > kWindow ? drafts_.size() - kWindow : 0); d < drafts_.size(); ++d) {
      const double score = link_score(frame, type, drafts_[d], d);
      if (best == kNone || score >= best_score) {
        best = d;
        best_score = score;
      }
    }
    if (frame.ordinal > 0 && item_draft_ != kNone) return join(index, item_draft_, type);
    if (best != kNone && best_score >= link_) {
      join(index, best, type);
      if (denies_claims(frame) && points_at_several(frame)) share_claim(index, best);
      return;
    }
    if (clears_out_only(frame, type)) return;
    if (frame.shift && type == kNoEvent) moved_ = frame.sentence;
    const bool tells = type != kNoEvent && (frame.weight >= bearing_ || frame.headline || strikes_back_with_toll(frame)) && !is_aside(frame, type) && (!frame.asks || frame.headline);
    if (tells) return open(index, names_only_a_happening(frame, type) ? kind_of(drafts_.front()) : type);
    if (frame.ordinal > 0) {
      opening_ = index;
      return;
    }
    if (opening_ != kNone && type != kNoEvent && (tells_of_victims(frame) || has_word(frame, type))) return open(index, type);
    if (current_ == kNone && type != kNoEvent && !frame.headline) pending_ = index;
    if (current_ == kNone || frame.headline || frame.section) return;
    if (dates_the_deed(frame, type)) return open_deed(index);
    if (type == kNoEvent && is_elsewhere(frame)) {
      return open(index, is_abroad(frame) ? kind_of(drafts_[current_]) : decide_type(drafts_[current_]));
    }
    // A sentence without an event of its own says more of the one before it, or tells of another of its kind.
    if (const std::uint32_t to = supported_by(frame); !opens_item(frame, type) && supports(frame, drafts_[current_])) {
      join(index, to, kNoEvent);
      if (denies_claims(frame) && points_at_several(frame)) share_claim(index, to);
      return;
    }
    if (type != kNoEvent) pending_ = index;
    if (type == kNoEvent && tells_of_victims(frame) && !is_bloodless(drafts_[current_]) && !is_operation(drafts_[current_]) && (frame.aggregate || frame.date != kNone || !frame.places.empty())) {
      open(index, kind_of(drafts_[current_]));
    }
  }

  /// “X was arrested. The incident happened on Sunday when …”: the day is the deed's, which the next sentence tells.
  bool dates_the_deed(const Frame& frame, EventId type) const {
    return type != kNoEvent && frame.date != kNone && is_operation(drafts_[current_]) && names_no_kind(frame);
  }

  /// The deed of which the day is told: the one told before, the one they were arrested for, or what the next sentence tells.
  void open_deed(std::uint32_t index) {
    const EventId charge = drafts_[current_].charge;
    const std::uint32_t told = latest_deed();
    const bool fits = told != kNone && drafts_[told].date == kNone && !is_of_other_item(told) &&
                      (charge == kNoEvent || types_.compatible(charge, decide_type(drafts_[told])));
    if (fits) return join(index, told, kNoEvent);
    if (charge == kNoEvent) {
      pending_ = index;
      return;
    }
    const bool headline = drafts_[current_].headline;  // it names the charge
    const auto places = drafts_[current_].places;
    open(index, charge);
    drafts_.back().votes[charge] += kOneWord;
    if (brief_ && drafts_.back().places.empty()) drafts_.back().places = places;
    drafts_.back().headline = headline;
    drafts_.back().of_charge = true;
  }

  /// The last draft told that is no arrest and no total; kNone for none.
  std::uint32_t latest_deed() const {
    for (auto d = static_cast<std::uint32_t>(drafts_.size()); d-- > drafts_.size() - latest(drafts_).size();) {
      if (!drafts_[d].aggregate && !drafts_[d].background && !is_operation(drafts_[d])) return d;
    }
    return kNone;
  }

  /// Arrests and searches, but not rescues, which belong to what they follow.
  bool is_operation(const Draft& draft) const {
    const EventId told = decide_type(draft);
    return told != kNoEvent && view_.string(types_[told].category) == "operation" && types_[told].later.none();
  }

  /// Its only event words are such as “ghatna”, “vardaat”.
  bool names_no_kind(const Frame& frame) const {
    return std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      return view_.phrase_at(view_.mention(t.mention).begin, view_.sym.happening) && t.strength == Strength::support;
    });
  }

  /// The dead, wounded and missing are of the deed, not of the arrest told last.
  std::uint32_t supported_by(const Frame& frame) const {
    if (!is_operation(drafts_[current_]) || !tells_of_lost(frame)) return current_;
    const std::uint32_t deed = latest_deed();
    return deed == kNone ? current_ : deed;
  }

  bool tells_of_lost(const Frame& frame) const {
    return std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      const Effect e = casualties_.figures[f].effect;
      return e == Effect::killed || e == Effect::injured || e == Effect::missing || e == Effect::kidnapped;
    });
  }

  /// “high buildings were emptied for a while”, “40 houses were cleared”: beside what made it necessary no happening of its
  /// own where nobody is counted.
  bool clears_out_only(const Frame& frame, EventId type) const {
    if (type == kNoEvent || drafts_.empty() || types_[type].later.none()) return false;
    const bool counted = std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      return casualties_.figures[f].quantity && !casualties_.figures[f].zero;
    });
    return !counted && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& d) { return follows(type, d); });
  }

  /// Victims at another place of a kind of happening that has one place.
  bool is_elsewhere(const Frame& frame) const {
    const EventId told = decide_type(drafts_[current_]);
    return told != kNoEvent && types_[told].discrete && tells_of_victims(frame) &&
           relate_places(frame, drafts_[current_]) == PlaceRelation::apart;
  }

  /// In another land than what is being told: not by the same kind of strike, as far as the words say.
  bool is_abroad(const Frame& frame) const {
    const auto told = latest(drafts_[current_].places);
    return std::none_of(told.begin(), told.end(), [&](MentionIndex p) {
      return toponym(p).resolved.country == toponym(frame.places.front()).resolved.country;
    });
  }

  /// A general verb (“fell”) without a day or a toll beside a happening that is being told.
  bool is_aside(const Frame& frame, EventId type) const {
    return types_[type].general && !is_strong(frame, type) && frame.date == kNone && frame.figures.empty() &&
           !frame.headline && !frame.section && current_ != kNone && supports(frame, drafts_[current_]);
  }

  /// Two sentences that tell one happening only together: “a tractor ran over a mine. Five died in the blast.”
  bool completes_pending(const Frame& frame, EventId type) const {
    if (pending_ == kNone || frame.shift || frame.headline) return false;
    const Frame& before = facts_.frames[pending_];
    const bool twice = type != kNoEvent && type == primary_type(before) && is_strong(frame, type) && is_strong(before, type);
    if (drafts_.empty() && !names_no_kind(before) && !twice && ((before.places.empty() && frame.places.empty()) || !(frame.anaphor || tells_of_victims(frame)))) return false;
    const EventId first = primary_type(before);
    const bool fits = type == kNoEvent || types_.compatible(first, type) || primary_hit(frame, type)->also[first] || names_no_kind(before);
    const bool same_day = frame.date == kNone || before.date == kNone || compare_dates(timex(frame.date), timex(before.date)) >= 0;
    return fits && same_day && frame.sentence <= before.sentence + 1 &&
           (before.weight + frame.weight >= bearing_ || tells_of_victims(frame));
  }

  /// “at such crossings 31 died in 17 accidents”: in a story of a train, trains.
  void name_accidents() {
    const EventId lead = drafts_.empty() ? kNoEvent : drafts_.front().type;
    name_totals_without_words();
    if (lead != kNoEvent && view_.string(types_[lead].category) == "disaster") return name_eruptions(lead);
    if (lead == kNoEvent || types_[lead].general || view_.string(types_[lead].category) != "accident") return;
    for (Draft& d : drafts_) {
      if (d.aggregate && d.type != kNoEvent && types_[d.type].general && types_[d.type].category == types_[lead].category) d.type = lead;
    }
  }

  /// “six have died in the violence … in 2018 twelve were killed in separate incidents”: of the kind of the total before it.
  void name_totals_without_words() {
    for (std::size_t d = 1; d < drafts_.size(); ++d) {
      Draft& draft = drafts_[d];
      const EventId before = drafts_[d - 1].type;
      const Frame& frame = facts_.frames[draft.frames.front()];
      if (!draft.aggregate || !drafts_[d - 1].aggregate || before == kNoEvent || draft.frames.size() > 1 || frame.triggers.empty() || !names_no_kind(frame)) continue;
      if (frame.triggers.front().also[before]) draft.type = before;
    }
  }

  /// “the worst blast was in 1991”, “as it burst”: in a story of a volcano, volcanoes.
  void name_eruptions(EventId lead) {
    for (Draft& d : drafts_) {
      if (d.type == kNoEvent || view_.string(types_[d.type].category) != "accident") continue;
      const bool erupts = types_[lead].covers[d.type] && view_.string(types_[d.type].type) == "explosion";
      const bool bursts = types_[d.type].general && d.votes[lead] > 0;
      if (erupts || bursts) d.type = lead;
    }
  }

  /// What did not happen, is feared or planned is no event, but the sentence may still name who says so.
  static bool still_tells(Cue cue) {
    return cue == Cue::negation || cue == Cue::feared || cue == Cue::planned || cue == Cue::forecast || cue == Cue::ban || cue == Cue::habit;
  }

  bool tells_of_victims(const Frame& frame) const {
    return std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      const Figure& figure = casualties_.figures[f];
      return figure.quantity && !figure.zero && !figure.part && (figure.effect == Effect::killed || figure.effect == Effect::injured);
    });
  }

  /// “in several incidents twelve died”: of the kind that the article is about.
  bool names_only_a_happening(const Frame& frame, EventId type) const {
    return !drafts_.empty() && types_[type].general && view_.string(types_[type].category) == "accident" && only_supports(frame) &&
           tells_of_victims(frame) && view_.string(types_[decide_type(drafts_.front())].category) != "disaster";
  }

  /// The type that says only the category of the draft's, or the draft's own where its category has none.
  EventId kind_of(const Draft& draft) const {
    const EventId own = decide_type(draft);
    for (EventId e = 0; e < types_.size(); ++e) {
      if (types_[e].general && types_[e].category == types_[own].category) return e;
    }
    return own;
  }

  EventId primary_type(const Frame& frame) const {
    EventId best = kNoEvent;
    double best_vote = 0;
    if (frame.pointed < frame.triggers.size()) return frame.triggers[frame.pointed].type;
    for (const TriggerHit& t : frame.triggers) {
      const double v = vote(t) + (is_politics(t.type) ? (t.oblique ? -kAside : kAside) : 0);
      if (v > best_vote) {
        best_vote = v;
        best = t.type;
      }
    }
    return best;
  }

  bool is_politics(EventId type) const { return view_.string(types_[type].category) == "politics"; }

  double vote(const TriggerHit& t) const {
    double v = t.strength == Strength::strong ? 3 : t.strength == Strength::weak ? 1.5 : 0.6;
    if (t.from_effect) v = 1.2;
    if (types_[t.type].general) v *= 0.5;
    return v;
  }

  /// May a mention of the type speak of what the draft tells? Types that only follow it (the arrest after the riot) do
  /// not stand for it.
  bool types_fit(EventId type, const TriggerHit* hit, const Draft& draft) const {
    const EventId main = decide_type(draft);
    const double most = *std::max_element(draft.votes.begin(), draft.votes.end());
    for (EventId e = 0; e < draft.votes.size(); ++e) {
      if (draft.votes[e] <= 0 || draft.votes[e] < (e == main ? kShare : 0.8) * most || !types_.compatible(main, e) ||
          types_[e].follows[main]) continue;
      if (types_.compatible(type, e) || (hit && hit->also[e])) return true;
    }
    return false;
  }

  /// “A body was found. … It looks like murder”: so far only a death without its cause was told, that may be this.
  bool explains(EventId type, const Draft& draft) const {
    const EventId told = decide_type(draft);
    return told != kNoEvent && types_[told].general && draft.votes[told] < kOneHint && draft.votes[type] > 0;
  }

  /// Of words that count as much as the frame's first: “broke the ceasefire and shelled”.
  bool any_type_fits(const Frame& frame, EventId type, const Draft& draft) const {
    const TriggerHit* first = primary_hit(frame, type);
    if (types_fit(type, first, draft)) return true;
    return first && frame.pointed >= frame.triggers.size() &&
           std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
             return t.type != type && types_[t.type].category == types_[type].category && vote(t) >= vote(*first) && types_fit(t.type, &t, draft);
           });
  }

  /// “She was found hanging. Her father accuses the in-laws of murder”: what is alleged is what was told.
  bool calls_it(const Frame& frame, EventId type, const Draft& draft) const {
    const EventId told = decide_type(draft);
    if (told == kNoEvent || !(types_[told].alleged[type] || types_[type].alleged[told])) return false;
    if (accuses(frame) || draft.votes[type] > 0) return true;
    const auto told_in = latest(draft.frames);
    return std::any_of(told_in.begin(), told_in.end(), [&](std::uint32_t f) { return accuses(facts_.frames[f]); });
  }

  /// Somebody accuses, or files a case; the family's words of a headline.
  bool accuses(const Frame& frame) const {
    return view_.has_cue(Cue::allege, frame.first, frame.last) || view_.has_cue(Cue::aftermath, frame.first, frame.last) ||
           (frame.headline && view_.has_cue(Cue::attribution, frame.first, frame.last));
  }

  /// “Behind the blast the rebels also opened fire”: opens with what the draft tells and goes on in its kind.
  bool goes_on_after(const Frame& frame, EventId type, const Draft& draft) const {
    if (!frame.anaphor || frame.shift || frame.background || draft.background) return false;
    if (types_[type].category != types_[decide_type(draft)].category) return false;
    return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      return t.oblique && t.type != type && types_fit(t.type, &t, draft);
    });
  }

  bool follows(EventId type, const Draft& draft) const {
    for (EventId e = 0; e < draft.votes.size(); ++e) {
      if (draft.votes[e] >= (types_[e].general ? kGeneralWord : 1.2) && (types_[type].follows[e] || types_[e].follows[type])) return true;
    }
    return false;
  }

  const Timex& timex(MentionIndex date) const { return view_.mentions->dates[view_.mention(date).payload]; }
  const Toponym& toponym(MentionIndex place) const { return view_.mentions->places[view_.mention(place).payload]; }

  double link_score(const Frame& frame, EventId type, const Draft& draft, std::uint32_t index) const {
    double score = 0;
    if (type == kNoEvent) score += is_operation(draft) && tells_of_lost(frame) ? -1 : 0.5;
    else if (any_type_fits(frame, type, draft) || explains(type, draft) || calls_it(frame, type, draft)) score += 2;
    else if (follows(type, draft) && !is_deed_apart(frame, draft) && !is_unrest_apart(frame, type, draft)) score += own_day(frame, draft) && !belongs_later(type, draft) ? -3 : 1.5;
    else if (goes_on_after(frame, type, draft) && index == current_) score += 1;
    else if (only_supports(frame) && tells_of_victims(frame)) score += 0;  // bodies that are found say nothing of their own
    else score -= is_strong(frame, type) ? 4 : 2.5;

    PlaceRelation place = relate_places(frame, draft);
    if (place == PlaceRelation::apart && (is_of_brief(frame, index) || is_felt_too(frame, type) || is_part_of_wide(frame, type, draft))) place = PlaceRelation::unknown;
    const bool moves = frame.shift && names_narrower(frame, draft);  // “elsewhere, in X”, of a land told as a whole
    if (place == PlaceRelation::same && !moves) score += 2;
    if (place == PlaceRelation::nested && !moves) score += 1;
    if (place == PlaceRelation::apart && !spreads(frame, type) && !tries(draft, frame)) {
      score -= draft.frames.size() > 1 && frame.date != kNone && type != kNoEvent && is_strong(frame, type) ? 3.5 : 3;
    }
    const int date = frame.date != kNone && draft.date != kNone ? compare_dates(timex(frame.date), timex(draft.date)) : 0;
    // A sentence without a word or place of its own goes on with what was told last.
    const bool goes_on = type == kNoEvent && frame.places.empty() && index != current_;
    if (date > 0) score += goes_on ? 0.5 : 1.5;
    if (date < 0 && !is_own_day(frame, draft)) score -= comes_later(frame, draft) || (type != kNoEvent && belongs_later(type, draft)) ? 1 : 3;

    if (frame.anaphor && !frame.shift && index == current_) score += 2.5;
    if (index == current_ && speaks_of_claim(frame)) score += 3;
    if (strikes_back(frame, draft)) score -= 5;
    if (frame.shift && !(place == PlaceRelation::same && date >= 0 && !moves)) score -= 2.5;
    if (frame.background && date <= 0 && !draft.tried && !recalls(frame, draft, index)) score -= frame.past_perfect && frame.date != kNone && !timex(frame.date).vague ? 4 : 2;
    if (tells_earlier_one(frame) && date <= 0 && !draft.tried && !draft.background) score -= 4;
    if (date <= 0 && is_old(frame) && !(draft.tried && draft.date == kNone)) score -= 4;
    if (frame.aggregate && draft.aggregate && ((!frame.anaphor && place != PlaceRelation::same) || date < 0)) score -= 3;
    if (frame.past_perfect && !is_revised(frame) && frame.date != kNone && !draft.background && !draft.tried && !is_solved(type, draft) &&
        (date < 0 || ((date == 0 || place == PlaceRelation::apart) && tells_of_victims(frame)))) score -= 2;
    if (looks_elsewhere(frame, draft, date)) score -= 4;
    if (frame.aggregate && !may_be_one(frame, draft) && !draft.aggregate && !same_toll(frame, draft)) score -= 8;
    if (is_moved(frame) && date <= 0) score -= 2.5;
    const bool says_more = type == kNoEvent && index == current_ && frame.places.empty() && frame.date == kNone;
    if (draft.aggregate && !frame.aggregate && !frame.anaphor && !says_more) score -= 4;
    if (index == current_) score += is_of_brief(frame, index) ? 2.5 : 1;
    if (goes_on_looking_back(frame)) score += index == current_ ? 1.5 : -1.5;
    if (tells_next(frame, type, place, draft)) score -= 3;
    if (is_one_of_several(frame, type, draft)) score -= 5;
    if (frame.another && index == current_) score -= 5;
    if (draft.headline && !frame.headline && draft.frames.size() == 1 && index + 1 == drafts_.size()) score += 1.5;
    if (frame.list_item && !draft.headline) score -= 5;
    else if (is_of_other_item(index) && !draft.headline && (counted_item_ || !frame.anaphor)) score -= 5;
    else if (brief_ && is_of_other_item(index) && is_told_in_body(draft)) score -= 8;
    if (same_toll(frame, draft)) score += 1.5;
    if (is_bloodless(draft) && tells_of_victims(frame)) score -= 5;
    if (is_deed_before(frame, draft)) score -= 4;
    if (place == PlaceRelation::apart && has_toll_of_its_own(frame, type, draft)) score -= 2;
    return score;
  }

  /// “Hisua : a youth was stabbed. In village X, in Wednesday's incident, …”: the village is the town's.
  bool is_of_brief(const Frame& frame, std::uint32_t draft) const {
    return brief_ && !frame.list_item && !is_of_other_item(draft) && only_supports(frame);
  }

  bool is_told_in_body(const Draft& draft) const {
    const auto told_in = latest(draft.frames);
    return std::any_of(told_in.begin(), told_in.end(), [&](std::uint32_t f) { return !facts_.frames[f].headline; });
  }

  /// Told with a word and a toll of its own, where the draft has another toll already: two crashes of one day in two towns.
  bool has_toll_of_its_own(const Frame& frame, EventId type, const Draft& draft) const {
    if (type == kNoEvent || frame.anaphor || !is_strong(frame, type) || !tells_of_victims(frame)) return false;
    const EventId told_type = decide_type(draft);
    const bool spread = told_type != kNoEvent && view_.string(types_[told_type].category) == "disaster" && !types_[told_type].discrete;
    if (spread) return false;  // a storm has a toll in each town
    const auto told = latest(draft.frames);
    return std::any_of(told.begin(), told.end(), [&](std::uint32_t f) { return contradicts(frame, facts_.frames[f]); });
  }

  /// Both tell how many died, or were hurt, and not the same.
  bool contradicts(const Frame& a, const Frame& b) const {
    const auto is_toll = [&](const Figure& f) { return f.quantity && !f.zero && !f.part && (f.effect == Effect::killed || f.effect == Effect::injured); };
    return std::any_of(a.figures.begin(), a.figures.end(), [&](std::uint32_t i) {
      const Figure& mine = casualties_.figures[i];
      return is_toll(mine) && std::any_of(b.figures.begin(), b.figures.end(), [&](std::uint32_t k) {
        const Figure& other = casualties_.figures[k];
        return is_toll(other) && mine.effect == other.effect && mine.quantity->min != other.quantity->min;
      });
    });
  }

  /// Two blasts in the town are the attack that was told, where no other toll says otherwise.
  bool may_be_one(const Frame& frame, const Draft& draft) const {
    return frame.few_strikes && (!tells_of_victims(frame) || (draft.headline && draft.frames.size() == 1));
  }

  static bool only_supports(const Frame& frame) {
    return std::all_of(frame.triggers.begin(), frame.triggers.end(), [](const TriggerHit& t) { return t.strength == Strength::support; });
  }

  /// A quake is felt far away: without a day and victims another place is no other disaster.
  bool spreads(const Frame& frame, EventId type) const {
    return type != kNoEvent && types_[type].wide && frame.date == kNone &&
           frame.figures.empty() && !frame.shift && !frame.section && !frame.headline;
  }

  /// The court that the article opens with sits elsewhere than where the deed was done.
  bool tries(const Draft& draft, const Frame& frame) const {
    return draft.tried && draft.date == kNone && frame.date != kNone && is_old(frame);
  }

  /// “two months ago a woman had died …” behind the news that somebody was arrested for it.
  bool is_deed_before(const Frame& frame, const Draft& draft) const {
    constexpr int kDays = 7;
    const EventId told = decide_type(draft);
    if (told == kNoEvent || view_.string(types_[told].type) != "arrest" || !frame.past_perfect || frame.date == kNone || !view_.published) return false;
    const Timex& t = timex(frame.date);
    return t.end && days_from_civil(*view_.published) - days_from_civil(*t.end) > kDays &&
           std::none_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) { return hit.type == told; });
  }

  /// Another land attacks than the one whose attack the draft tells, elsewhere or with a toll of its own. An exchange
  /// of fire has two sides.
  bool strikes_back(const Frame& frame, const Draft& draft) const {
    if (frame.attacker.empty() || draft.attacker.empty() || frame.attacker == draft.attacker) return false;
    const EventId type = primary_type(frame);
    if (frame.answers) return true;
    if (type == kNoEvent || types_[type].exchange) return false;
    const PlaceRelation place = turns_away(frame, draft) ? PlaceRelation::apart : relate_places(frame, draft);
    return place == PlaceRelation::apart || answers(frame) || (frame.places.empty() && tells_of_victims(frame) && !same_toll(frame, draft));
  }

  bool strikes_back_with_toll(const Frame& frame) const {
    return current_ != kNone && tells_of_victims(frame) && strikes_back(frame, drafts_[current_]);
  }

  bool answers(const Frame& frame) const {
    return std::any_of(frame.triggers.begin(), frame.triggers.end(),
                       [&](const TriggerHit& t) { return view_.attribute(view_.mention(t.mention), view_.sym.k_doer) == view_.sym.v_reply; });
  }

  /// “Some days before, rebels had attacked a camp”: told as over, by a word of its own, before what the news is about.
  bool tells_earlier_one(const Frame& frame) const {
    if (!frame.earlier || !frame.past_perfect) return false;
    const bool tolls = !frame.anaphor && tells_of_victims(frame);
    return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      return t.strength != Strength::support && !t.from_effect && (!t.oblique || tolls);
    });
  }

  /// Behind what is older than the news, as over like it.
  bool goes_on_looking_back(const Frame& frame) const {
    if (!frame.past_perfect || frame.background || frame.shift || current_ == kNone) return false;
    const Draft& draft = drafts_[current_];
    return draft.background && frame.sentence <= draft.last_sentence + 1 && !own_day(frame, draft);
  }

  /// The wounded are those of the riot, not of the curfew that followed.
  bool is_bloodless(const Draft& draft) const {
    const EventId told = decide_type(draft);
    return told != kNoEvent && types_[told].bloodless;
  }

  /// “tremors were felt in India too”: one quake for many countries.
  bool is_felt_too(const Frame& frame, EventId type) const {
    return type != kNoEvent && types_[type].wide && !frame.shift && frame.date == kNone && frame.figures.empty();
  }

  /// “Let us tell you that on Sunday night he was on his way home”: no earlier happening, but when that of the news was.
  bool recalls(const Frame& frame, const Draft& draft, std::uint32_t index) const {
    constexpr int kDays = 45;
    if (!frame.background || frame.earlier || frame.date == kNone || index != current_) return false;
    if (draft.date != kNone && !(states_day(view_, frame) && is_own_day(frame, draft))) return false;
    if (tells_day_too(frame)) return false;
    if (draft.aggregate || draft.background || (tells_of_victims(frame) && !same_toll(frame, draft))) return false;
    const Timex& t = timex(frame.date);
    return t.precision == DatePrecision::day && t.start && view_.published && relate_places(frame, draft) != PlaceRelation::apart &&
           days_from_civil(*view_.published) - days_from_civil(*t.start) <= kDays;
  }

  /// “in the next state a wall fell and killed a couple”, of a cyclone: one of its tolls.
  bool is_part_of_wide(const Frame& frame, EventId type, const Draft& draft) const {
    const EventId told = decide_type(draft);
    return told != kNoEvent && types_[told].wide && frame.date == kNone && !frame.shift && !frame.background && !frame.headline &&
           (type == kNoEvent || types_[type].follows[told]);
  }

  /// “on 12 May too a car fell”: another one.
  bool tells_day_too(const Frame& frame) const {
    const Mention& date = view_.mention(frame.date);
    std::uint32_t t = date.end;
    view_.case_at(t, &t);
    return t < view_.size() && view_.phrase_at(t, view_.sym.also_word);
  }

  /// A round-up opens with a total (“five died in separate accidents”): each sentence behind it with an event word, a
  /// toll or a vehicle and a place of its own tells the next one.
  bool tells_next(const Frame& frame, EventId type, PlaceRelation place, const Draft& draft) const {
    if (!round_up_ || draft.aggregate || frame.anaphor || frame.aggregate || type == kNoEvent) return false;
    return place != PlaceRelation::same && names_below(frame.places, LocationPrecision::country) && names_below(draft.places, LocationPrecision::country) &&
           (place == PlaceRelation::apart || has_word(frame, type) || tells_of_victims(frame));
  }

  /// “in districts A, B and C 13 died of lightning … in village X of A it struck three herdsmen”: one stroke of those that
  /// were counted together.
  bool is_one_of_several(const Frame& frame, EventId type, const Draft& draft) const {
    if (type == kNoEvent || !types_[type].discrete || frame.anaphor || frame.headline) return false;
    const bool narrow = std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
      return level_of(toponym(p)) == LocationPrecision::place && !is_told(p, draft);
    });
    return narrow && is_strong(frame, type) && tells_of_victims(frame) && tells_districts_apart(draft);
  }

  bool is_told(MentionIndex place, const Draft& draft) const {
    const auto told = latest(draft.frames);
    return std::any_of(told.begin(), told.end(), [&](std::uint32_t f) {
      const auto places = latest(facts_.frames[f].places);
      return std::any_of(places.begin(), places.end(), [&](MentionIndex p) { return relate(view_.sym, toponym(p), toponym(place)) == PlaceRelation::same; });
    });
  }

  bool tells_districts_apart(const Draft& draft) const {
    MentionIndex first = kNone;
    for (std::uint32_t f : latest(draft.frames)) {
      for (MentionIndex p : latest(facts_.frames[f].places)) {
        if (level_of(toponym(p)) >= LocationPrecision::admin1) continue;
        if (first == kNone) first = p;
        if (relate(view_.sym, toponym(first), toponym(p)) == PlaceRelation::apart) return true;
      }
    }
    return false;
  }

  /// The next of a round-up, told in more sentences than one.
  bool opens_item(const Frame& frame, EventId type) const {
    const Draft& told = drafts_[current_];
    if (told.aggregate && round_up_) return type != kNoEvent && !frame.anaphor && !frame.aggregate && names_below(frame.places, LocationPrecision::admin2) && has_word(frame, type);
    return tells_next(frame, type, relate_places(frame, told), told);
  }

  /// Recalled or told as over, of another day and with another toll than what is being told.
  bool looks_elsewhere(const Frame& frame, const Draft& draft, int date) const {
    if (!frame.background && !(frame.past_perfect && frame.date != kNone)) return false;
    if (frame.anaphor || draft.background || draft.aggregate || is_revised(frame)) return false;
    const bool same_day = date > 0 && timex(frame.date).start == timex(draft.date).start && timex(frame.date).end == timex(draft.date).end;
    return !same_day && has_rival_toll(frame, draft);
  }

  /// Both count their dead, and no count is the same.
  bool has_rival_toll(const Frame& frame, const Draft& draft) const {
    bool rival = false;
    for (std::uint32_t f : frame.figures) {
      const Figure& a = casualties_.figures[f];
      if (a.effect != Effect::killed || !a.quantity || a.zero || a.part) continue;
      for (std::uint32_t g : latest(draft.frames)) {
        for (std::uint32_t h : facts_.frames[g].figures) {
          const Figure& b = casualties_.figures[h];
          if (b.effect != Effect::killed || !b.quantity || b.zero || b.part) continue;
          if (a.quantity->min == b.quantity->min && a.quantity->max == b.quantity->max) return false;
          rival = true;
        }
      }
    }
    return rival;
  }

  /// “nine were reported dead at first”: an earlier figure of what is being told.
  bool is_revised(const Frame& frame) const {
    return std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) { return casualties_.figures[f].earlier; });
  }

  /// Told with a day half a year before publication or longer ago: history.
  bool is_old(const Frame& frame) const { return is_history(view_, frame.date); }

  /// The rescue days after a flood is the flood's.
  bool belongs_later(EventId type, const Draft& draft) const {
    const EventId told = decide_type(draft);
    return told != kNoEvent && types_[type].later[told];
  }

  /// “Ludhiana. A firm was raided. … Meanwhile, in Amritsar”: what is told without a place is where the article comes from.
  bool turns_away(const Frame& frame, const Draft& draft) const {
    if (!frame.shift || facts_.dateline == kNone || !draft.places.empty() || !names_below(frame.places, LocationPrecision::admin1)) return false;
    return std::all_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
      return relate(view_.sym, toponym(p), toponym(facts_.dateline)) == PlaceRelation::apart;
    });
  }

  /// “In another case the court …. He had, in January 2018, …”: what the sentence before turned to.
  bool is_moved(const Frame& frame) const {
    return moved_ != kNone && frame.sentence == moved_ + 1 && !frame.shift && (frame.date != kNone || !frame.places.empty());
  }

  /// A crime told without a day and a victim, or beside an arrest: what follows with a day, as over, is that crime.
  bool is_solved(EventId type, const Draft& draft) const {
    if (type == kNoEvent || type != decide_type(draft) || draft.date != kNone || draft.aggregate || view_.string(types_[type].category) != "crime") return false;
    const auto told = latest(drafts_);
    const bool announced = std::none_of(draft.frames.begin(), draft.frames.end(), [&](std::uint32_t f) { return tells_of_victims(facts_.frames[f]); });
    return announced || std::any_of(told.begin(), told.end(), [&](const Draft& d) { return is_operation(d); });
  }

  /// They were arrested for a deed that is told now in words of its own.
  bool is_deed_apart(const Frame& frame, const Draft& draft) const {
    return draft.charge != kNoEvent && is_operation(draft) && std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
             return t.strength == Strength::strong && !t.from_effect && types_.compatible(t.type, draft.charge);
           });
  }

  /// “The lessee was arrested. [new paragraph] The families are on strike”: unrest after an arrest is no part of it.
  bool is_unrest_apart(const Frame& frame, EventId type, const Draft& draft) const {
    const bool opens = frame.paragraph_start || (&frame != facts_.frames.data() && (&frame - 1)->section);
    return opens && !frame.anaphor && is_operation(draft) && view_.string(types_[type].category) == "unrest" && (frame.section || is_strong(frame, type));
  }

  /// A later arrest is one of its own.
  bool own_day(const Frame& frame, const Draft& draft) const {
    return frame.date != kNone && draft.date != kNone && compare_dates(timex(frame.date), timex(draft.date)) < 0;
  }

  static bool is_strong(const Frame& frame, EventId type) {
    return std::any_of(frame.triggers.begin(), frame.triggers.end(),
                       [&](const TriggerHit& t) { return t.type == type && t.strength == Strength::strong; });
  }

  bool speaks_of_claim(const Frame& frame) const {
    return view_.has_cue(Cue::claim, frame.first, frame.last) || view_.has_cue(Cue::no_claim, frame.first, frame.last);
  }

  bool denies_claims(const Frame& frame) const { return view_.has_cue(Cue::no_claim, frame.first, frame.last); }

  /// “nobody has claimed these attacks”.
  bool points_at_several(const Frame& frame) const {
    for (std::uint32_t t = frame.first; t < frame.last; ++t) {
      const LexicalMatch* p = view_.phrase_at(t, view_.sym.determiner);
      if (p && view_.attribute(p->entry, view_.sym.k_number) == view_.sym.v_plural) return true;
    }
    return false;
  }

  /// The claim speaks of all attacks told so far.
  void share_claim(std::uint32_t index, std::uint32_t already) {
    for (auto d = static_cast<std::uint32_t>(drafts_.size() - latest(drafts_).size()); d < drafts_.size(); ++d) {
      Draft& draft = drafts_[d];
      if (d == already || draft.aggregate || draft.background) continue;
      const EventId e = decide_type(draft), f = decide_type(drafts_[already]);
      if (types_[e].category == types_[f].category) draft.frames.push_back(index);
    }
  }

  static bool has_word(const Frame& frame, EventId type) {
    return std::any_of(frame.triggers.begin(), frame.triggers.end(),
                       [&](const TriggerHit& t) { return t.type == type && t.strength != Strength::support && !t.from_effect; });
  }

  const TriggerHit* primary_hit(const Frame& frame, EventId type) const {
    for (const TriggerHit& t : frame.triggers) {
      if (t.type == type) return &t;
    }
    return nullptr;
  }

  /// Where both name something narrower than a country, the countries around them say nothing; that two towns lie in one
  /// state only takes back that they are apart. “On the other hand, in Y …”: in the state that a headline named beside X.
  PlaceRelation relate_places(const Frame& frame, const Draft& draft) const {
    const PlaceRelation wide = relate_below(frame, draft, LocationPrecision::country);
    const bool moves = frame.shift || (frame.past_perfect && tells_of_victims(frame) && is_accident(draft));
    if (wide != PlaceRelation::same && !(wide == PlaceRelation::nested && moves)) return wide;
    if (relate_below(frame, draft, LocationPrecision::admin1) != PlaceRelation::apart) return wide;
    return moves ? PlaceRelation::apart : PlaceRelation::unknown;
  }

  /// Something that has one place.
  bool is_accident(const Draft& draft) const {
    const EventId told = decide_type(draft);
    return told != kNoEvent && view_.string(types_[told].category) == "accident";
  }

  /// Compares the places below a level, where both name some; else all.
  PlaceRelation relate_below(const Frame& frame, const Draft& draft, LocationPrecision level) const {
    PlaceRelation best = PlaceRelation::unknown;
    const auto mine = latest(frame.places), told = latest(draft.places);
    const bool narrow = names_below(mine, level) && names_below(told, level);
    for (MentionIndex a : mine) {
      if ((narrow && level_of(toponym(a)) >= level) || toponym(a).is_origin) continue;
      for (MentionIndex b : told) {
        if ((narrow && level_of(toponym(b)) >= level) || toponym(b).is_origin) continue;
        const PlaceRelation r = relate(view_.sym, toponym(a), toponym(b));
        if (r == PlaceRelation::same) return r;
        if (r == PlaceRelation::nested || (r == PlaceRelation::apart && best == PlaceRelation::unknown)) best = r;
      }
    }
    return best;
  }

  /// “in X of the country” against what was told of the country alone.
  bool names_narrower(const Frame& frame, const Draft& draft) const {
    return names_below(latest(frame.places), LocationPrecision::country) && !names_below(latest(draft.places), LocationPrecision::country);
  }

  bool names_below(std::span<const MentionIndex> places, LocationPrecision level) const {
    return std::any_of(places.begin(), places.end(), [&](MentionIndex p) { return level_of(toponym(p)) < level; });
  }

  /// A death in hospital, a new toll: days after the event but of the event.
  bool comes_later(const Frame& frame, const Draft& draft) const {
    const Timex &a = timex(frame.date), &b = timex(draft.date);
    if (!a.start || !b.end || !(*b.end < *a.start)) return false;
    return !has_own_word(frame);
  }

  static bool has_own_word(const Frame& frame) {
    return std::any_of(frame.triggers.begin(), frame.triggers.end(),
                       [](const TriggerHit& t) { return t.strength == Strength::strong && !t.from_effect; });
  }

  /// “on Sunday two more bodies were found. The avalanche came on the 28th”: the day told first was a later one.
  bool is_own_day(const Frame& frame, const Draft& draft) const {
    if (draft.dated_by == kNone) return false;
    if (states_day(view_, frame) && !frame.shift && !draft.background) return !states_day(view_, facts_.frames[draft.dated_by]);
    const EventId told = decide_type(draft);
    if (!frame.background && !frame.shift && only_follows(facts_.frames[draft.dated_by], told) && is_earlier_day(frame, draft)) return true;
    if (goes_on_leading_up(frame, draft)) return true;
    if (!has_own_word(frame) || has_own_word(facts_.frames[draft.dated_by])) return false;
    const bool over = only_leads_up(facts_.frames[draft.dated_by]);
    const bool fits = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return t.type == told || (over && types_.compatible(t.type, told)); });
    const Timex &a = timex(frame.date), &b = timex(draft.date);
    if (!fits || !a.end || !b.start || a.precision != DatePrecision::day) return false;
    const int days = days_from_civil(*b.start) - days_from_civil(*a.end);
    if (days < 0) return over && days >= -kLater;
    return days > 0 && days <= kLater;
  }

  /// “on Tuesday they had set out. On Wednesday morning they were on patrol”: the later day is nearer to the event.
  bool goes_on_leading_up(const Frame& frame, const Draft& draft) const {
    constexpr int kDays = 3;
    const Frame& before = facts_.frames[draft.dated_by];
    if (!frame.triggers.empty() || frame.background || frame.shift || !only_leads_up(before) || frame.sentence > before.sentence + 2) return false;
    const Timex &a = timex(frame.date), &b = timex(draft.date);
    if (!a.start || !b.end || a.precision != DatePrecision::day) return false;
    const int days = days_from_civil(*a.start) - days_from_civil(*b.end);
    return days > 0 && days <= kDays;
  }

  /// “on Tuesday he was sent to jail”: only what was done about it.
  bool only_follows(const Frame& frame, EventId told) const {
    if (frame.triggers.empty() || told == kNoEvent) return false;
    return std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return types_[t.type].follows[told] && !types_.compatible(t.type, told); });
  }

  bool is_earlier_day(const Frame& frame, const Draft& draft) const {
    const Timex &a = timex(frame.date), &b = timex(draft.date);
    if (!a.end || !b.start || a.precision != DatePrecision::day) return false;
    const int days = days_from_civil(*b.start) - days_from_civil(*a.end);
    return days > 0 && days <= kLater;
  }

  /// “on Friday they had quarrelled”: told as over, without a word for the event or a toll.
  static bool only_leads_up(const Frame& frame) { return frame.past_perfect && frame.triggers.empty() && frame.figures.empty(); }

  bool same_toll(const Frame& frame, const Draft& draft) const {
    for (std::uint32_t f : frame.figures) {
      const Figure& a = casualties_.figures[f];
      if (!a.quantity || a.zero || a.quantity->min.value_or(0) < 2) continue;
      for (std::uint32_t g : latest(draft.frames)) {
        for (std::uint32_t h : facts_.frames[g].figures) {
          const Figure& b = casualties_.figures[h];
          if (b.quantity && a.effect == b.effect && a.quantity->min == b.quantity->min && a.quantity->max == b.quantity->max) return true;
        }
      }
    }
    return false;
  }

  bool supports(const Frame& frame, const Draft& draft) const {
    if (frame.shift || frame.aggregate || is_old(frame) || strikes_back(frame, draft)) return false;
    if (frame.background && !recalls(frame, draft, current_)) return false;
    if (is_bloodless(draft) && tells_of_victims(frame)) return false;
    if (frame.date != kNone && draft.date != kNone && compare_dates(timex(frame.date), timex(draft.date)) < 0 &&
        !comes_later(frame, draft) && !is_own_day(frame, draft)) return false;
    if (draft.date == kNone && is_of_other_day(frame)) return false;
    return frame.sentence <= draft.last_sentence + 2;
  }

  /// “the day before that 20 had died”: where the article opens with a day, what has none shares it.
  bool is_of_other_day(const Frame& frame) const {
    const Draft& lead = drafts_.front();
    return frame.past_perfect && frame.date != kNone && lead.date != kNone && tells_of_victims(frame) && !is_revised(frame) &&
           compare_dates(timex(frame.date), timex(lead.date)) < 0;
  }

  void open(std::uint32_t index, EventId type) {
    const Frame& frame = facts_.frames[index];
    Draft d;
    d.votes.assign(types_.size(), 0);
    d.aggregate = frame.aggregate;
    d.other_side = current_ != kNone && strikes_back(frame, drafts_[current_]);
    d.background = frame.background;
    d.earlier = frame.earlier && frame.past_perfect;
    d.tried = frame.tried;
    d.ordinal = frame.ordinal;
    d.first_sentence = frame.sentence;
    if (counted_item_ && !drafts_.empty()) expect_kind(frame, decide_type(drafts_.front()), d);
    if (!drafts_.empty()) expect_lead(frame, decide_type(drafts_.front()), d);
    const std::uint32_t opening = std::exchange(opening_, kNone);
    constexpr std::uint32_t kNear = 2;
    const bool opened = opening != kNone && frame.sentence <= facts_.frames[opening].sentence + kNear;
    if (opened) d.ordinal = facts_.frames[opening].ordinal;
    d.shared_date = d.ordinal > 0 ? items_date_ : day_going_on(index, type);
    round_up_ = round_up_ || (frame.aggregate && frame.sentence < facts_.headline_sentences + lead_sentences_);
    drafts_.push_back(std::move(d));
    const auto added = static_cast<std::uint32_t>(drafts_.size() - 1);
    if (opened) join(opening, added, kNoEvent);
    else if (added == 0 && dates_the_next(index)) join(index - 1, added, kNoEvent);
    join(index, added, type);
    constexpr double kOfTheArticle = 3;
    if (!frame.triggers.empty() && !primary_hit(frame, type)) drafts_[added].votes[type] += kOfTheArticle;
    if (adoptable_ != kNone && adoptable_ != index && leads_to(facts_.frames[adoptable_], frame, type)) adopt(adoptable_, added);
  }

  /// “The police stopped a lorry on Thursday. They arrested three smugglers.”: too little by itself, it says when and
  /// where of what the next sentence tells.
  bool leads_to(const Frame& before, const Frame& frame, EventId type) const {
    if (frame.shift || frame.headline || frame.section || frame.background || frame.aggregate || frame.ordinal > 0) return false;
    if (before.shift || before.headline || before.section || before.background || before.aggregate || before.unreal_cue != Cue::none || before.tried) return false;
    if (frame.sentence != before.sentence + 1 || before.date == kNone || timex(before.date).precision != DatePrecision::day || is_old(before)) return false;
    if (frame.date != kNone && compare_dates(timex(frame.date), timex(before.date)) < 0) return false;
    const EventId first = primary_type(before);
    if (first == kNoEvent) return drafts_.size() == 1 && !before.past_perfect;
    return types_.compatible(first, type) || types_[first].follows[type] || types_[type].follows[first] || types_[first].general ||
           std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return types_[t.type].category == types_[first].category; });
  }

  void adopt(std::uint32_t index, std::uint32_t to) {
    const Frame& before = facts_.frames[index];
    if (relate_places(before, drafts_[to]) == PlaceRelation::apart) return;
    const std::uint32_t last = drafts_[to].last_sentence;
    join(index, to, kNoEvent);
    Draft& d = drafts_[to];
    std::rotate(d.frames.begin(), d.frames.end() - 1, d.frames.end());
    d.first_sentence = before.sentence;
    d.last_sentence = last;
  }

  /// “In X trouble rained down on Tuesday. 14 died of lightning”: the article's first sentence has the day of the second.
  bool dates_the_next(std::uint32_t index) const {
    const Frame& frame = facts_.frames[index];
    if (index == 0 || frame.headline || frame.date != kNone || frame.shift || frame.anaphor) return false;
    const Frame& before = facts_.frames[index - 1];
    if (before.headline || before.unreal || before.background || before.date == kNone || before.sentence + 1 != frame.sentence ||
        !before.triggers.empty() || !before.figures.empty()) return false;
    return timex(before.date).precision == DatePrecision::day && !before.places.empty();
  }

  /// “five died of lightning … the first incident …”: what is told one by one is of the kind that the article opens with,
  /// where its own words do not say otherwise.
  void expect_kind(const Frame& frame, EventId kind, Draft& d) const {
    if (kind == kNoEvent || types_[kind].general) return;
    constexpr double kExpected = 1.2, kFits = 3;
    d.votes[kind] += kExpected;
    for (const TriggerHit& t : frame.triggers) {
      if (t.also[kind]) d.votes[kind] += kFits;
    }
  }

  /// In news of a bombing or a volcano a plain “blast” told of earlier is one too: words that fit the lead's type take it.
  void expect_lead(const Frame& frame, EventId kind, Draft& d) const {
    if (kind == kNoEvent || types_[kind].general || frame.aggregate) return;
    constexpr double kFits = 1.5;
    for (const TriggerHit& t : frame.triggers) {
      // A quake or a volcano is told in words for accidents, but no lightning in a fire's.
      const bool wider = types_[t.type].covers[kind] ||
                         (view_.string(types_[kind].category) == "disaster" && view_.string(types_[t.type].category) == "accident");
      if (t.strength != Strength::strong && t.also[kind] && wider) d.votes[kind] += kFits;
    }
  }

  /// Adds the frame to a draft; its triggers vote unless it only supports what is told (type kNoEvent).
  void join(std::uint32_t index, std::uint32_t to, EventId type) {
    const Frame& frame = facts_.frames[index];
    Draft& d = drafts_[to];
    if (type != kNoEvent && frame.triggers.empty()) d.votes[type] += 1;
    for (const TriggerHit& t : frame.triggers) {
      if (type == kNoEvent) break;
      const bool aside = view_.clauses[view_.clause_of(view_.mention(t.mention).begin)].relative;
      // The fighting that a truce ends is told beside it.
      const double share = is_politics(type) && !is_politics(t.type) ? kBeside : 1;
      d.votes[t.type] += share * vote(t) * (frame.headline ? 1.2 : aside ? 0.6 : 1);
      for (EventId e = 0; e < types_.size(); ++e) {
        if (t.also[e]) d.votes[e] += 0.25;
      }
    }
    d.aggregate = d.aggregate || (frame.aggregate && !may_be_one(frame, d) && same_toll(frame, d));  // the total that a headline gives without its span
    d.frames.push_back(index);
    ++joined_;
    d.headline = d.headline || frame.headline;
    if (d.attacker.empty()) d.attacker = frame.attacker;
    if (d.charge == kNoEvent) d.charge = frame.charge;
    weigh_evidence(frame, d);
    d.last_sentence = frame.sentence;
    if (d.date == kNone || (frame.date != kNone && (names_no_day(timex(d.date)) || is_own_day(frame, d) || is_day_of_span(frame, d)))) {
      d.date = frame.date;
      d.dated_by = index;
    }
    const bool narrower = !names_below(d.places, LocationPrecision::admin2) && names_below(frame.places, LocationPrecision::admin2) && !frame.shift;
    if (d.places.empty() || !frame.triggers.empty() || frame.anaphor || narrower) d.places.insert(d.places.end(), frame.places.begin(), frame.places.end());
    current_ = to;
  }

  /// The day of what was told with a span of time first: “in seven months … on Saturday”.
  bool is_day_of_span(const Frame& frame, const Draft& draft) const {
    if (draft.aggregate || timex(frame.date).precision != DatePrecision::day) return false;
    return timex(draft.date).precision != DatePrecision::day && compare_dates(timex(frame.date), timex(draft.date)) > 0;
  }

  /// Weapons and actors beside a general word narrow it: “attack” with a missile is a missile attack (narrows.tsv).
  void weigh_evidence(const Frame& frame, Draft& d) const {
    for (const Narrowing& n : types_.narrowings()) {
      if (n.weapon ? d.votes[n.type] <= 0 : d.votes[n.type] < kToldAside) continue;
      const MentionKind kind = n.weapon ? MentionKind::weapon : MentionKind::actor;
      view_.for_each(kind, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
        const std::string_view value = n.weapon || m.payload == kNone ? view_.string(view_.attribute(m, view_.sym.k_kind))
                                                                      : std::string_view(view_.mentions->actors[m.payload].kind);
        if (value == n.evidence) d.votes[n.becomes] += n.weight;
      });
    }
  }

  // ---- what is no incident after all

  /// A drill or a film that a later sentence reveals undoes what was told before it on the same subject.
  void drop_unreal() {
    // Sentences between two changes of subject are a block.
    std::vector<std::uint32_t> blocks = {0};
    for (const Frame& f : facts_.frames) {
      if (f.shift || f.section) blocks.push_back(std::max(blocks.back(), f.sentence));
    }
    const auto block_of = [&](std::uint32_t sentence) {
      return static_cast<std::size_t>(std::upper_bound(blocks.begin(), blocks.end(), sentence) - blocks.begin());
    };
    std::vector<bool> staged(blocks.size() + 1);
    std::uint32_t idiom = 0;
    for (const Frame& f : facts_.frames) {
      if (f.unreal_cue == Cue::market || f.unreal_cue == Cue::sport) ++idiom;
      if (f.unreal_cue == Cue::drill || f.unreal_cue == Cue::film) staged[block_of(f.sentence)] = true;
    }
    std::erase_if(drafts_, [&](const Draft& d) {
      return staged[block_of(d.first_sentence)] && block_of(d.last_sentence) == block_of(d.first_sentence);
    });
    if (idiom >= 2) {
      std::erase_if(drafts_, [&](const Draft& d) { return !has_people(d); });
    }
    current_ = kNone;
  }

  bool has_people(const Draft& d) const {
    for (std::uint32_t f : d.frames) {
      for (std::uint32_t g : facts_.frames[f].figures) {
        if (casualties_.figures[g].quantity && !casualties_.figures[g].victims.empty()) return true;
      }
    }
    return false;
  }

  /// A headline that no sentence of the body takes up stands only where it tells enough by itself.
  void drop_weak() {
    std::erase_if(drafts_, [&](const Draft& d) { return tells_in_general(d) || is_passing(d); });
    std::erase_if(drafts_, [&](const Draft& d) {
      double weight = d.of_charge ? bearing_ : 0;
      for (std::uint32_t f : d.frames) {
        const Frame& frame = facts_.frames[f];
        weight += frame.weight;
        if (!frame.headline && tells_of_victims(frame)) weight += frame.triggers.empty() ? bearing_ : 1;
      }
      return weight < bearing_;
    });
  }

  /// Far from the beginning and without a day, a place, people, an actor or a weapon: a word in passing.
  bool is_passing(const Draft& d) const {
    if (d.headline || d.first_sentence < facts_.headline_sentences + lead_sentences_ || d.aggregate || d.ordinal > 0 || d.date != kNone || !d.places.empty()) return false;
    return std::all_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) {
      const Frame& frame = facts_.frames[f];
      bool told = frame.section || frame.list_item || !frame.figures.empty();
      for (const MentionKind kind : {MentionKind::actor, MentionKind::weapon, MentionKind::place}) {
        view_.for_each(kind, frame.first, frame.last, [&](MentionIndex, const Mention&) { told = true; });
      }
      return !told;
    });
  }

  /// “there have been several stampedes before”: no day, no number, no victims.
  bool tells_in_general(const Draft& d) const {
    return d.aggregate && d.date == kNone && std::all_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) {
             const Frame& frame = facts_.frames[f];
             return frame.figures.empty() && (!frame.occurrences || frame.occurrences->qualifier == Qualifier::several);
           });
  }

  EventId decide_type(const Draft& d) const {
    EventId best = kNoEvent;
    for (EventId e = 0; e < types_.size(); ++e) {
      if (d.votes[e] <= 0) continue;
      if (best == kNoEvent || outranks(d, e, best)) best = e;
    }
    return best;
  }

  /// The fire after a blast is the blast's, but a beam that burst in a fire of which all else tells is no blast.
  bool gives_way(const Draft& d, EventId later, EventId to) const {
    constexpr double kWord = 1.2;
    if (!types_[later].follows[to] || d.votes[to] < kWord) return false;
    return types_[later].category != types_[to].category || view_.string(types_[to].category) != "accident" || d.votes[to] >= kByTheWay * d.votes[later];
  }

  /// A type that only follows another, and one that says only the category, give way.
  bool outranks(const Draft& d, EventId a, EventId b) const {
    if (gives_way(d, a, b)) return false;
    if (gives_way(d, b, a)) return true;
    if (types_[b].yields[a] && d.votes[a] >= kOneWord) return true;
    if (types_[a].yields[b] && d.votes[b] >= kOneWord) return false;
    if (types_[b].general && types_[b].covers[a] && d.votes[a] >= 1) return true;
    if (types_[a].general && types_[a].covers[b] && d.votes[b] >= 1) return false;
    return d.votes[a] > d.votes[b];
  }

  const DocumentView& view_;
  const EventTypes& types_;
  const Settings& settings_;
  const CasualtyFacts& casualties_;
  const FrameFacts& facts_;
  std::vector<Draft>& drafts_;
  double bearing_, link_;
  std::uint32_t lead_sentences_;
  static constexpr double kToldAside = 0.5;  // more votes than another word's `also` gives
  static constexpr double kByTheWay = 0.25;  // of a type's votes, below which another is told by the way only
  static constexpr double kGeneralWord = 0.7;  // votes of one weak word that says only the category
  static constexpr double kOneWord = 2.8;  // votes of one strong word
  static constexpr double kBeside = 0.3;
  static constexpr double kAside = 0.1;  // “amid efforts for a truce, rockets fell”: the other; “after days of fire they agreed”: this
  static constexpr double kOneHint = 1.2;  // votes of words that only confirm
  static constexpr int kLater = 30;  // days that bodies are still found
  static constexpr double kShare = 0.34;  // of a draft's votes, that a type needs to be one that is told there

  std::uint32_t item_ = 0;             ///< drafts before this one belong to earlier items of a list
  std::uint32_t item_draft_ = kNone;   ///< the item's draft where the list comes back to one
  MentionIndex items_date_ = kNone;    ///< the day told of the counted items together
  bool counted_item_ = false;          ///< the item is told by its number
  bool brief_ = false;                 ///< the item is news in brief of a town, and nothing of what was told before
  std::uint32_t opening_ = kNone;      ///< frame that only said where the item is
  bool round_up_ = false;               ///< the article opens with a total
  std::uint32_t current_ = kNone;
  bool sections_are_items_ = false;    ///< each heading begins another story
  std::uint32_t joined_ = 0;           ///< frames that told of some draft so far
  std::uint32_t unplaced_ = kNone;     ///< the last frame, where it told of none
  std::uint32_t adoptable_ = kNone;    ///< the frame before the one being placed, where it told of none
  std::uint32_t moved_ = kNone;    ///< sentence that turned to another thing without telling it
  std::uint32_t pending_ = kNone;  ///< the frame before, when it told too little to stand and fits nothing
};

}  // namespace

void merge_frames(const DocumentView& view, const EventTypes& types, const Settings& settings,
                  const CasualtyFacts& casualties, const FrameFacts& frames, std::vector<Draft>& drafts) {
  Merger(view, types, settings, casualties, frames, drafts).run();
}

}  // namespace incidents
