#include "events/merge.h"

#include <utility>

#include "events/dropping.h"
#include "events/link_score.h"
#include "events/prominence.h"
#include "mentions/calendar.h"

namespace incidents {
namespace {

class Merger {
 public:
  Merger(const Material& material, const Settings& settings, std::vector<Draft>& drafts)
      : material_(material), view_(material.view), types_(material.types), casualties_(material.casualties), facts_(material.facts),
        settings_(settings), drafts_(drafts), content_(material), votes_(material, content_), relation_(material, content_, votes_),
        links_(material, content_, votes_, relation_, at_, drafts), bearing_(settings.number("bearing", 2)),
        link_(settings.number("link", 1.5)),
        lead_sentences_(static_cast<std::uint32_t>(settings.number("lead_sentences", 2))) {}

  void run() {
    drafts_.clear();
    at_.sections = has_sections_apart();
    for (std::uint32_t f = 0; f < facts_.frames.size(); ++f) place_frame(f);
    sum_up_counted();
    split_headline_total();
    drop_no_incidents(material_, settings_, content_, votes_, drafts_);
    votes_.decide_all(drafts_);
    decide_main(view_, types_, settings_, facts_, drafts_);
  }

 private:
  /// “Two blasts killed 18”, and then each of them with a toll of its own: the first is their total.
  void sum_up_counted() {
    constexpr std::size_t kItems = 12;
    for (std::size_t total = 0; total + 2 < drafts_.size(); ++total) {
      Draft& t = drafts_[total];
      if (t.aggregate || t.background || (!relation_.counts_several(t) && !is_violence(t) && !relation_.tells_of_lands(t))) continue;
      std::size_t parts = 0;
      for (std::size_t d = total + 1; d < std::min(drafts_.size(), total + 1 + kItems); ++d) parts += is_part_of(drafts_[d], t);
      t.aggregate = t.summed = parts >= 2;
    }
  }

  bool is_violence(const Draft& draft) const {
    const EventId told = votes_.decide_type(draft);
    return told != kNoEvent && types_[told].category == Category::unrest && !types_[told].bloodless;
  }

  /// “Three farmers took their lives”, and then each of them: the headline's number is of all, not of the one that it was
  /// joined to.
  void split_headline_total() {
    const auto one = std::find_if(drafts_.begin(), drafts_.end(), [](const Draft& d) { return d.headline && !d.aggregate; });
    if (one == drafts_.end()) return;
    const EventId type = votes_.decide_type(*one);
    if (type == kNoEvent || !types_[type].discrete || types_[type].category == Category::attack) return;
    const auto body = std::stable_partition(one->frames.begin(), one->frames.end(), [&](std::uint32_t f) { return facts_.frames[f].headline; });
    const std::int64_t total = most_dead(std::span(one->frames.begin(), body)), own = most_dead(std::span(body, one->frames.end()));
    if (total < 2 || own >= total) return;
    if (body == one->frames.end()) {
      one->aggregate = one->summed = add_up(*one, type, total);
      return;
    }
    if (!add_up(*one, type, total - std::max<std::int64_t>(own, 1))) return;
    Draft sum;
    sum.frames.assign(one->frames.begin(), body);
    sum.votes = one->votes;
    sum.aggregate = sum.headline = sum.summed = true;
    sum.last_sentence = facts_.frames[sum.frames.back()].sentence;
    one->frames.erase(one->frames.begin(), body);
    one->headline = false;
    one->first_sentence = facts_.frames[one->frames.front()].sentence;
    drafts_.insert(drafts_.begin(), std::move(sum));
  }

  std::int64_t most_dead(std::span<const std::uint32_t> frames) const {
    std::int64_t most = 0;
    for (std::uint32_t f : frames) {
      for (std::uint32_t g : facts_.frames[f].figures) {
        const Figure& figure = casualties_.figures[g];
        if (figure.effect == Effect::killed && figure.quantity) most = std::max(most, figure.quantity->min.value_or(0));
      }
    }
    return most;
  }

  /// Have the others of the type as many dead, each with some of them?
  bool add_up(const Draft& one, EventId type, std::int64_t rest) const {
    std::int64_t sum = 0;
    for (const Draft& d : drafts_) {
      if (&d == &one || d.aggregate || d.earlier || votes_.decide_type(d) != type) continue;
      sum += most_dead(d.frames);
    }
    return sum == rest && rest > 0;
  }

  bool is_part_of(const Draft& part, const Draft& total) const {
    const EventId a = votes_.decide_type(part), b = votes_.decide_type(total);
    if (part.aggregate || part.background || a == kNoEvent || b == kNoEvent) return false;
    const Category category = types_[a].category;
    const bool violent = is_violence(total) && (category == Category::attack || category == Category::crime || category == Category::unrest);
    if (!types_.compatible(a, b) && !violent) return false;
    if (part.date != kNone && total.date != kNone && compare_dates(content_.timex(part.date), content_.timex(total.date)) < 0) return false;
    const Frame& opening = facts_.frames[part.frames.front()];
    return std::any_of(part.frames.begin(), part.frames.end(), [&](std::uint32_t f) { return relation_.tells_fewer(facts_.frames[f], total); }) || (part.ordinal > 0 && !opening.headline);
  }

  /// A list item or “the second incident” begins: what follows is told of it.
  void start_item(const Frame& frame) {
    if (frame.section && at_.sections) {
      at_.current = kNone;
      pending_ = unplaced_ = adoptable_ = kNone;
    }
    if (!frame.list_item && frame.ordinal == 0 && !(frame.section && at_.sections)) return;
    at_.counted_item = frame.ordinal > 0;
    at_.brief = frame.brief;
    if (frame.ordinal == 1) items_date_ = date_told_before(frame);
    at_.item = static_cast<std::uint32_t>(drafts_.size());
    at_.item_draft = kNone;
    opening_ = kNone;
    for (std::uint32_t d = 0; d < drafts_.size() && at_.counted_item; ++d) {
      if (drafts_[d].ordinal == frame.ordinal) at_.item_draft = at_.current = d;
    }
  }

  /// A page of news in brief: the headings between its paragraphs name happenings that have nothing to do with each other.
  bool has_sections_apart() const {
    constexpr std::size_t kHeadings = 3, kOfAll = 4;
    std::vector<EventId> named;
    std::size_t headings = 0;
    for (const Frame& frame : facts_.frames) {
      const bool heading = frame.section || frame.headline;  // the first item's is the page's headline
      headings += heading;
      const EventId type = heading ? votes_.primary_type(frame) : kNoEvent;
      if (type == kNoEvent) continue;
      const bool apart = std::none_of(named.begin(), named.end(), [&](EventId e) {
        return types_.compatible(e, type) || types_[e].follows[type] || types_[type].follows[e];
      });
      if (apart) named.push_back(type);
    }
    return named.size() >= kHeadings || (named.size() + 1 >= kHeadings && headings >= kOfAll);
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
    const Category category = types_[type].category;
    if (category == Category::operation || category == Category::politics) return kNone;
    const Frame& before = facts_.frames[index - 1];
    if (before.sentence + 1 < frame.sentence || before.date == kNone || before.headline || before.background || before.past_perfect || before.aggregate || before.unreal) return kNone;
    return is_recent_day(before.date) ? before.date : kNone;
  }

  /// People who block the road over an accident or a murder do so, if nothing else is told, on its day.
  MentionIndex day_of_cause(const Frame& frame, EventId type) const {
    if (types_[type].category != Category::unrest || at_.current == kNone || frame.date != kNone || frame.headline || frame.shift || frame.background) return kNone;
    const Draft& cause = drafts_[at_.current];
    const EventId told = votes_.decide_type(cause);
    if (told == kNoEvent || cause.date == kNone || cause.background || cause.aggregate) return kNone;
    if (types_[told].category != Category::accident && types_[told].category != Category::crime) return kNone;
    return is_recent_day(cause.date) ? cause.date : kNone;
  }

  /// A day of the week before the article's.
  bool is_recent_day(MentionIndex date) const {
    constexpr int kDays = 7;
    const Timex& t = content_.timex(date);
    const bool recent = t.start && view_.published && days_from_civil(*view_.published) - days_from_civil(*t.start) <= kDays;
    return recent && t.precision == DatePrecision::day && !names_no_day(t);
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
    const EventId type = votes_.primary_type(frame);
    if (announces_only(frame, type)) return;
    if (heads_the_next(index, type)) {
      at_.current = kNone;
      return;
    }
    if (completes_pending(frame, type)) {
      open(pending_, votes_.primary_type(facts_.frames[pending_]));
      pending_ = kNone;
      return join(index, at_.current, type);
    }
    pending_ = kNone;
    std::uint32_t best = kNone;
    double best_score = 0;
    for (auto d = static_cast<std::uint32_t>(drafts_.size() - latest(drafts_).size()); d < drafts_.size(); ++d) {
      if (frame.charged_deed && votes_.is_operation(drafts_[d])) continue;  // told beside the arrest for it
      const double score = links_.score(frame, type, drafts_[d], d);
      if (best == kNone || score >= best_score) {
        best = d;
        best_score = score;
      }
    }
    if (frame.ordinal > 0 && at_.item_draft != kNone) return join(index, at_.item_draft, type);
    if (type == kNoEvent && tells_of_opened(frame)) {
      const EventId kind = votes_.decide_type(drafts_.front());
      open(index, kind);
      return drafts_.back().votes.add(kind, kOneWord);
    }
    if (best != kNone && best_score >= link_) {
      join(index, best, type);
      if ((content_.denies_claims(frame) && content_.points_at_several(frame)) || content_.speaks_of_both(frame)) share_claim(index, best);
      return;
    }
    if (frame.charged_deed) return open_charged(index, type);
    if (takes_its_doers(frame, type)) return join(index, at_.current, kNoEvent);
    if (clears_out_only(frame, type)) return;
    if (frame.shift && type == kNoEvent) at_.moved = frame.sentence;
    if (tells_deed_of_taken(frame, type)) return open(index, type);
    const bool tells = type != kNoEvent && (frame.weight >= bearing_ || frame.headline || strikes_back_with_toll(frame) || recalls_one_like_it(frame, type) || is_first_toll(frame, type) || sums_up_all(frame)) && !is_aside(frame, type) && (!frame.asks || frame.headline);
    if (tells) return open(index, kind_told(frame, type));
    if (frame.ordinal > 0) {
      opening_ = index;
      at_.current = kNone;  // “here …” is of this item, not of the total before it
      return;
    }
    if (opening_ != kNone && type != kNoEvent && (content_.tells_of_victims(frame) || has_word(frame, type))) return open(index, type);
    if (opening_ != kNone && type == kNoEvent && content_.tells_of_victims(frame) && frame.sentence == facts_.frames[opening_].sentence + 1) {
      if (const EventId opened = votes_.primary_type(facts_.frames[opening_]); opened != kNoEvent) return open(index, opened);
    }
    if (at_.current == kNone && type != kNoEvent && !frame.headline) pending_ = index;
    if (at_.current == kNone || frame.headline || frame.section) return;
    if (dates_the_deed(frame, type)) return open_deed(index);
    if (type == kNoEvent && is_elsewhere(frame)) {
      return open(index, is_abroad(frame) ? votes_.kind_of(drafts_[at_.current]) : votes_.decide_type(drafts_[at_.current]));
    }
    // A sentence without an event of its own says more of the one before it, or tells of another of its kind.
    if (const std::uint32_t to = supported_by(frame); !opens_item(frame, type) && supports(frame, drafts_[at_.current])) {
      join(index, to, kNoEvent);
      if ((content_.denies_claims(frame) && content_.points_at_several(frame)) || content_.speaks_of_both(frame)) share_claim(index, to);
      return;
    }
    if (type != kNoEvent) pending_ = index;
    if (type == kNoEvent && content_.tells_of_victims(frame) && !votes_.is_bloodless(drafts_[at_.current]) && !votes_.is_operation(drafts_[at_.current]) && (frame.aggregate || frame.date != kNone || !frame.places.empty() || relation_.dwarfs(frame, drafts_[at_.current]))) {
      open(index, kind_of_toll(frame, drafts_[at_.current]));
    }
  }

  /// “this year 141 rebels have been killed”: behind attacks, in clashes.
  EventId kind_of_toll(const Frame& frame, const Draft& draft) const {
    const EventId told = votes_.decide_type(draft);
    const bool fighters = std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      const Figure& figure = casualties_.figures[f];
      for (std::uint32_t t = figure.begin; figure.effect == Effect::killed && t < figure.end; ++t) {
        if (view_.phrase_at(t, view_.sym.armed_group)) return true;
      }
      return false;
    });
    for (EventId e = 0; fighters && told != kNoEvent && types_[told].category == Category::attack && e < types_.size(); ++e) {
      if (types_[e].exchange) return e;
    }
    return votes_.kind_of(draft);
  }

  /// “X was arrested. The incident happened on Sunday when …”: the day is the deed's, which the next sentence tells.
  bool dates_the_deed(const Frame& frame, EventId type) const {
    return type != kNoEvent && frame.date != kNone && votes_.is_operation(drafts_[at_.current]) && content_.names_no_kind(frame);
  }

  /// “Two men were caught. They had beaten the patwari”: told as over, with what they did to whom.
  bool tells_deed_of_taken(const Frame& frame, EventId type) const {
    if (type == kNoEvent || at_.current == kNone || !frame.past_perfect || frame.headline || frame.shift || frame.aggregate || frame.asks) return false;
    const EventId told = votes_.decide_type(drafts_[at_.current]);
    constexpr double kSomebody = 0.6;  // beside a weak word
    return told != kNoEvent && types_[told].takes_people && types_.is_deed(type) && has_word(frame, type) && frame.weight + kSomebody >= bearing_;
  }

  /// The deed of which the day is told: the one told before, the one they were arrested for, or what the next sentence tells.
  void open_deed(std::uint32_t index) {
    const EventId charge = drafts_[at_.current].charge;
    const std::uint32_t told = latest_deed();
    const bool fits = told != kNone && drafts_[told].date == kNone && !links_.is_of_other_item(told) &&
                      (charge == kNoEvent || types_.compatible(charge, votes_.decide_type(drafts_[told])));
    if (fits) return join(index, told, kNoEvent);
    if (charge == kNoEvent) {
      pending_ = index;
      return;
    }
    const bool headline = drafts_[at_.current].headline;  // it names the charge
    const auto places = drafts_[at_.current].places;
    open(index, charge);
    drafts_.back().votes.add(charge, kOneWord);
    if (at_.brief && drafts_.back().places.empty()) drafts_.back().places = places;
    drafts_.back().headline = headline;
    drafts_.back().of_charge = true;
  }

  /// The deed that is told within the sentence of the arrest, of which the next sentence goes on to tell.
  void open_charged(std::uint32_t index, EventId type) {
    const std::uint32_t arrest = at_.current;
    open(index, type);
    drafts_.back().of_charge = true;
    if (arrest != kNone) at_.current = arrest;
  }

  /// The last draft told that is no arrest and no total; kNone for none.
  std::uint32_t latest_deed() const {
    for (auto d = static_cast<std::uint32_t>(drafts_.size()); d-- > drafts_.size() - latest(drafts_).size();) {
      if (!drafts_[d].aggregate && !drafts_[d].background && !votes_.is_operation(drafts_[d])) return d;
    }
    return kNone;
  }

  /// The dead, wounded and missing are of the deed, not of the arrest told last.
  std::uint32_t supported_by(const Frame& frame) const {
    if (!votes_.is_operation(drafts_[at_.current]) || !content_.tells_of_lost(frame)) return at_.current;
    const std::uint32_t deed = latest_deed();
    return deed == kNone ? at_.current : deed;
  }

  /// “A youth was shot dead in X on Monday. The police have arrested two men”: with neither day nor place of their own those
  /// who were taken are told of the deed, unless the headline says that they were.
  bool takes_its_doers(const Frame& frame, EventId type) const {
    if (type == kNoEvent || at_.current == kNone || types_[type].category != Category::operation) return false;
    if (frame.headline || frame.section || frame.list_item || frame.aggregate || frame.background || frame.shift || !frame.places.empty()) return false;
    if (frame.date != kNone && content_.timex(frame.date).form.op != DateOp::day_part) return false;  // “late at night”
    const bool takes = types_[type].takes_people || std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      return casualties_.figures[f].effect == Effect::detained;
    });
    const Draft& deed = drafts_[at_.current];
    if (!takes || deed.aggregate || deed.background || deed.tried || deed.of_charge) return false;
    const EventId told = votes_.decide_type(deed);
    if (told == kNoEvent || types_[told].apart || (!types_.is_deed(told) && types_[told].category != Category::unrest)) return false;
    for (const Frame& f : facts_.frames) {
      if (f.sentence >= facts_.headline_sentences) break;
      if (std::any_of(f.triggers.begin(), f.triggers.end(), [&](const TriggerHit& hit) { return types_[hit.type].category == Category::operation; })) return false;
    }
    return true;
  }

  /// “Several incidents in the district”: no kind, no toll; what happened the body tells one by one.
  bool announces_only(const Frame& frame, EventId type) const {
    return frame.headline && frame.aggregate && type != kNoEvent && types_[type].general && types_[type].category == Category::accident &&
           frame.figures.empty() && only_supports(frame);
  }

  /// A heading between paragraphs, of another kind of happening than what was told, which the next sentence tells with its day
  /// and place.
  bool heads_the_next(std::uint32_t index, EventId type) const {
    const Frame& frame = facts_.frames[index];
    if (!frame.section || type == kNoEvent || at_.current == kNone || index + 1 >= facts_.frames.size()) return false;
    const Frame& next = facts_.frames[index + 1];
    const EventId told = votes_.primary_type(next);
    if (next.section || told == kNoEvent || next.date == kNone || next.places.empty() || !types_.compatible(told, type)) return false;
    const EventId before = votes_.decide_type(drafts_[at_.current]);
    return before != kNoEvent && before != type;
  }

  /// “high buildings were emptied for a while”, “40 houses were cleared”: beside what made it necessary no happening of its
  /// own where nobody is counted.
  bool clears_out_only(const Frame& frame, EventId type) const {
    if (type == kNoEvent || drafts_.empty() || types_[type].later.none()) return false;
    const bool counted = std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      return casualties_.figures[f].quantity && !casualties_.figures[f].zero;
    });
    return !counted && std::any_of(drafts_.begin(), drafts_.end(), [&](const Draft& d) { return votes_.follows(type, d); });
  }

  /// Victims at another place of a kind of happening that has one place.
  bool is_elsewhere(const Frame& frame) const {
    const EventId told = votes_.decide_type(drafts_[at_.current]);
    return told != kNoEvent && types_[told].discrete && content_.tells_of_victims(frame) &&
           relation_.relate_places(frame, drafts_[at_.current]) == PlaceRelation::apart;
  }

  /// In another land than what is being told: not by the same kind of strike, as far as the words say.
  bool is_abroad(const Frame& frame) const {
    const auto told = latest(drafts_[at_.current].places);
    return std::none_of(told.begin(), told.end(), [&](MentionIndex p) {
      return content_.toponym(p).resolved.country == content_.toponym(frame.places.front()).resolved.country;
    });
  }

  /// A general verb (“fell”) without a day or a toll beside a happening that is being told.
  bool is_aside(const Frame& frame, EventId type) const {
    return types_[type].general && !is_strong(frame, type) && frame.date == kNone && frame.figures.empty() &&
           !frame.headline && !frame.section && at_.current != kNone && supports(frame, drafts_[at_.current]);
  }

  /// Two sentences that tell one happening only together: “a tractor ran over a mine. Five died in the blast.”
  bool completes_pending(const Frame& frame, EventId type) const {
    if (pending_ == kNone || frame.shift || frame.headline) return false;
    const Frame& before = facts_.frames[pending_];
    // “On hearing of the matter people got angry. They blocked the road”: a happening of its own.
    if (!drafts_.empty() && type != kNoEvent && types_[type].category == Category::unrest && frame.weight >= bearing_ && content_.names_no_kind(before)) return false;
    const bool twice = type != kNoEvent && type == votes_.primary_type(before) && is_strong(frame, type) && is_strong(before, type);
    if (drafts_.empty() && !content_.names_no_kind(before) && !twice && ((before.places.empty() && frame.places.empty()) || !(frame.anaphor || content_.tells_of_victims(frame)))) return false;
    const EventId first = votes_.primary_type(before);
    const bool fits = type == kNoEvent || types_.compatible(first, type) || primary_hit(frame, type)->also[first] || content_.names_no_kind(before);
    const bool same_day = frame.date == kNone || before.date == kNone || compare_dates(content_.timex(frame.date), content_.timex(before.date)) >= 0;
    return fits && same_day && frame.sentence <= before.sentence + 1 &&
           (before.weight + frame.weight >= bearing_ || content_.tells_of_victims(frame));
  }

  /// What did not happen, is feared or planned is no event, but the sentence may still name who says so.
  static bool still_tells(Cue cue) {
    return cue == Cue::negation || cue == Cue::feared || cue == Cue::planned || cue == Cue::forecast || cue == Cue::ban || cue == Cue::habit;
  }

  /// “in several incidents twelve died”: of the kind that the article is about.
  bool names_only_a_happening(const Frame& frame, EventId type) const {
    return !drafts_.empty() && types_[type].general && types_[type].category == Category::accident && only_supports(frame) &&
           content_.tells_of_victims(frame) && types_[votes_.decide_type(drafts_.front())].category != Category::disaster;
  }

  /// “The second incident is of X. There a farmer started his pump and died”: of the kind that was told.
  bool tells_of_opened(const Frame& frame) const {
    constexpr std::uint32_t kNear = 3;
    if (opening_ == kNone || !at_.counted_item || at_.current != kNone || drafts_.empty() || frame.anaphor) return false;
    return frame.sentence <= facts_.frames[opening_].sentence + kNear && content_.tells_of_lost(frame) && !relation_.same_toll(frame, drafts_.front());
  }

  /// “On June 12th too two had died in such an incident”: few words, but a day and a toll of its own.
  bool recalls_one_like_it(const Frame& frame, EventId type) const {
    return types_[type].general && frame.background && (frame.past_perfect || votes_.is_likewise(frame)) && frame.date != kNone && content_.tells_of_victims(frame);
  }

  /// What a frame that opens a draft tells: by its own word or, where that says only that something happened, by what was told.
  EventId kind_told(const Frame& frame, EventId type) const {
    if (!drafts_.empty() && types_[type].general && types_[type].category == Category::accident && votes_.is_likewise(frame)) {
      const EventId like = votes_.decide_type(at_.current != kNone ? drafts_[at_.current] : drafts_.front());
      if (like != kNoEvent && types_[like].category != Category::operation) return like;
    }
    return names_only_a_happening(frame, type) ? votes_.kind_of(drafts_.front()) : type;
  }

  /// “They bombed the town all night. In the attacks 492 have died”: the first toll of an article needs no place of its own.
  bool is_first_toll(const Frame& frame, EventId type) const {
    constexpr double kLess = 0.4;
    constexpr std::uint32_t kLead = 6;
    return drafts_.empty() && frame.weight >= bearing_ - kLess && has_word(frame, type) && counts_dead(frame) && !content_.accuses(frame) && !view_.has_cue(Cue::deny, frame.first, frame.last) && !frame.background && !content_.is_old(frame) &&
           frame.sentence <= facts_.headline_sentences + kLead;
  }

  bool counts_dead(const Frame& frame) const {
    constexpr std::int64_t kSome = 3;
    return std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      const Figure& figure = casualties_.figures[f];
      return figure.effect == Effect::killed && figure.quantity && figure.quantity->min.value_or(0) >= kSome && !figure.part;
    });
  }

  /// “so far nine thousand have lost their lives”
  bool sums_up_all(const Frame& frame) const { return !drafts_.empty() && relation_.dwarfs(frame, drafts_.front()); }

  bool strikes_back_with_toll(const Frame& frame) const {
    return at_.current != kNone && content_.tells_of_victims(frame) && links_.strikes_back(frame, drafts_[at_.current]);
  }

  /// The next of a round-up, told in more sentences than one.
  bool opens_item(const Frame& frame, EventId type) const {
    const Draft& told = drafts_[at_.current];
    if (told.aggregate && at_.round_up) return type != kNoEvent && !frame.anaphor && !frame.aggregate && content_.names_below(frame.places, LocationPrecision::admin2) && has_word(frame, type);
    return links_.tells_next(frame, type, relation_.relate_places(frame, told), told);
  }

  /// The claim speaks of all attacks told so far.
  void share_claim(std::uint32_t index, std::uint32_t already) {
    for (auto d = static_cast<std::uint32_t>(drafts_.size() - latest(drafts_).size()); d < drafts_.size(); ++d) {
      Draft& draft = drafts_[d];
      if (d == already || draft.aggregate || draft.background) continue;
      const EventId e = votes_.decide_type(draft), f = votes_.decide_type(drafts_[already]);
      if (types_[e].category == types_[f].category) draft.frames.push_back(index);
    }
  }

  bool supports(const Frame& frame, const Draft& draft) const {
    if (frame.shift || frame.aggregate || content_.is_old(frame) || links_.strikes_back(frame, draft) || relation_.dwarfs(frame, draft)) return false;
    if (reaches_next_land(frame, draft)) return false;
    if (frame.background && !links_.recalls(frame, draft, at_.current)) return false;
    if (votes_.is_bloodless(draft) && content_.tells_of_victims(frame)) return false;
    if (frame.date != kNone && draft.date != kNone && compare_dates(content_.timex(frame.date), content_.timex(draft.date)) < 0 &&
        !relation_.comes_later(frame, draft) && !relation_.is_own_day(frame, draft)) return false;
    if (draft.date == kNone && (is_of_other_day(frame) || links_.is_long_before(frame, votes_.primary_type(frame), draft))) return false;
    return frame.sentence <= draft.last_sentence + 2;
  }

  /// “On Saturday it reached land B”: no more of what it did in land A, where the article told of both.
  bool reaches_next_land(const Frame& frame, const Draft& draft) const {
    const EventId told = votes_.decide_type(draft);
    return told != kNoEvent && types_[told].wide && &draft != &drafts_.front() && relation_.tells_of_lands(drafts_.front()) &&
           relation_.relate_places(frame, draft) == PlaceRelation::apart;
  }

  /// “the day before that 20 had died”: where the article opens with a day, what has none shares it.
  bool is_of_other_day(const Frame& frame) const {
    const Draft& lead = drafts_.front();
    return frame.past_perfect && frame.date != kNone && lead.date != kNone && content_.tells_of_victims(frame) && !content_.is_revised(frame) &&
           compare_dates(content_.timex(frame.date), content_.timex(lead.date)) < 0;
  }

  void open(std::uint32_t index, EventId type) {
    const Frame& frame = facts_.frames[index];
    Draft d;
    d.votes = Votes(types_.size());
    d.aggregate = frame.aggregate || (!drafts_.empty() && relation_.dwarfs(frame, drafts_.front()));
    d.other_side = at_.current != kNone && links_.strikes_back(frame, drafts_[at_.current]);
    d.background = frame.background;
    d.earlier = frame.earlier && frame.past_perfect;
    d.tried = frame.tried;
    d.ordinal = frame.ordinal;
    d.first_sentence = frame.sentence;
    if (at_.counted_item && !drafts_.empty()) votes_.expect_kind(frame, votes_.decide_type(drafts_.front()), d);
    if (!drafts_.empty()) votes_.expect_lead(frame, votes_.decide_type(drafts_.front()), d);
    const std::uint32_t opening = std::exchange(opening_, kNone);
    constexpr std::uint32_t kNear = 3;
    const bool opened = opening != kNone && frame.sentence <= facts_.frames[opening].sentence + kNear;
    if (opened) d.ordinal = facts_.frames[opening].ordinal;
    d.shared_date = d.ordinal > 0 ? items_date_ : day_going_on(index, type);
    if (d.shared_date == kNone && d.ordinal == 0) d.shared_date = day_of_cause(frame, type);
    at_.round_up = at_.round_up || (frame.aggregate && frame.sentence < facts_.headline_sentences + lead_sentences_);
    drafts_.push_back(std::move(d));
    const auto added = static_cast<std::uint32_t>(drafts_.size() - 1);
    if (opened) join(opening, added, kNoEvent);
    else if (added == 0 && dates_the_next(index)) join(index - 1, added, kNoEvent);
    else if (const std::uint32_t named = added == 0 ? what_was_tried(index, type) : kNone; named != kNone) join(named, added, votes_.primary_type(facts_.frames[named]));
    join(index, added, type);
    constexpr double kOfTheArticle = 3;
    if (!frame.triggers.empty() && !primary_hit(frame, type)) drafts_[added].votes.add(type, kOfTheArticle);
    if (adoptable_ != kNone && adoptable_ != index && leads_to(facts_.frames[adoptable_], frame, type)) adopt(adoptable_, added);
  }

  /// “The police stopped a lorry on Thursday. They arrested three smugglers.”: too little by itself, it says when and
  /// where of what the next sentence tells.
  bool leads_to(const Frame& before, const Frame& frame, EventId type) const {
    if (frame.shift || frame.headline || frame.section || frame.background || frame.aggregate || frame.ordinal > 0) return false;
    if (before.shift || before.headline || before.section || before.background || before.aggregate || before.unreal_cue != Cue::none || before.tried) return false;
    if (frame.sentence != before.sentence + 1 || before.date == kNone || content_.timex(before.date).precision != DatePrecision::day || content_.is_old(before)) return false;
    if (frame.date != kNone && compare_dates(content_.timex(frame.date), content_.timex(before.date)) < 0) return false;
    const EventId first = votes_.primary_type(before);
    if (first == kNoEvent) return drafts_.size() == 1 && !before.past_perfect;
    return types_.compatible(first, type) || types_[first].follows[type] || types_[type].follows[first] || types_[first].general ||
           std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return types_[t.type].category == types_[first].category; });
  }

  void adopt(std::uint32_t index, std::uint32_t to) {
    const Frame& before = facts_.frames[index];
    if (relation_.relate_places(before, drafts_[to]) == PlaceRelation::apart) return;
    const std::uint32_t last = drafts_[to].last_sentence;
    join(index, to, kNoEvent);
    Draft& d = drafts_[to];
    std::rotate(d.frames.begin(), d.frames.end() - 1, d.frames.end());
    d.first_sentence = before.sentence;
    d.last_sentence = last;
  }

  /// “A court has sentenced 38 for the serial blasts of 2008 in X. In the blasts 56 had died”
  std::uint32_t what_was_tried(std::uint32_t index, EventId type) const {
    constexpr std::uint32_t kNear = 3;
    if (facts_.frames[index].headline) return kNone;
    for (std::uint32_t f = index; f-- > index - std::min(index, kNear);) {
      const Frame& before = facts_.frames[f];
      const EventId told = votes_.primary_type(before);
      if (before.tried && told != kNoEvent && types_.compatible(told, type)) return f;
    }
    return kNone;
  }

  /// “In X trouble rained down on Tuesday. 14 died of lightning”: the article's first sentence has the day of the second.
  bool dates_the_next(std::uint32_t index) const {
    const Frame& frame = facts_.frames[index];
    if (index == 0 || frame.headline || frame.date != kNone || frame.shift || frame.anaphor) return false;
    const Frame& before = facts_.frames[index - 1];
    if (before.headline || before.unreal || before.background || before.date == kNone || before.sentence + 1 != frame.sentence ||
        !before.triggers.empty() || !before.figures.empty()) return false;
    return content_.timex(before.date).precision == DatePrecision::day && !before.places.empty();
  }

  /// Adds the frame to a draft; its triggers vote unless it only supports what is told (type kNoEvent).
  void join(std::uint32_t index, std::uint32_t to, EventId type) {
    const Frame& frame = facts_.frames[index];
    Draft& d = drafts_[to];
    if (type != kNoEvent) votes_.cast(frame, type, d);
    d.aggregate = d.aggregate || (frame.aggregate && !relation_.may_be_one(frame, d) && relation_.same_toll(frame, d));  // the total that a headline gives without its span
    d.frames.push_back(index);
    ++joined_;
    d.headline = d.headline || frame.headline;
    if (d.attacker.empty()) d.attacker = frame.attacker;
    if (d.charge == kNoEvent) d.charge = frame.charge;
    votes_.weigh_evidence(frame, d);
    d.last_sentence = frame.sentence;
    const bool dates = frame.date != kNone && content_.timex(frame.date).form.op != DateOp::day_part;  // no day beside “late at night”
    if (d.date == kNone || (dates && (names_no_day(content_.timex(d.date)) || relation_.is_own_day(frame, d) || relation_.is_day_of_span(frame, d)))) {
      d.date = frame.date;
      d.dated_by = index;
    }
    const bool narrower = !content_.names_below(d.places, LocationPrecision::admin2) && content_.names_below(frame.places, LocationPrecision::admin2) && !frame.shift;
    if (d.places.empty() || !frame.triggers.empty() || frame.anaphor || narrower) d.places.insert(d.places.end(), frame.places.begin(), frame.places.end());
    at_.current = to;
  }

  const Material& material_;
  const DocumentView& view_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
  const FrameFacts& facts_;
  const Settings& settings_;
  std::vector<Draft>& drafts_;
  Reading at_;
  FrameContent content_;
  TypeVotes votes_;
  Relation relation_;
  LinkScore links_;
  double bearing_, link_;
  std::uint32_t lead_sentences_;

  MentionIndex items_date_ = kNone;    ///< the day told of the counted items together
  std::uint32_t opening_ = kNone;      ///< frame that only said where the item is
  std::uint32_t joined_ = 0;           ///< frames that told of some draft so far
  std::uint32_t unplaced_ = kNone;     ///< the last frame, where it told of none
  std::uint32_t adoptable_ = kNone;    ///< the frame before the one being placed, where it told of none
  std::uint32_t pending_ = kNone;      ///< the frame before, when it told too little to stand and fits nothing
};

}  // namespace

void merge_frames(const DocumentView& view, const EventTypes& types, const Settings& settings,
                  const CasualtyFacts& casualties, const FrameFacts& frames, std::vector<Draft>& drafts) {
  Merger({view, types, casualties, frames}, settings, drafts).run();
}

}  // namespace incidents
