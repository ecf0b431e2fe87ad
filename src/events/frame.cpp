#include "events/frame.h"

#include <algorithm>

#include "events/attacker.h"
#include "events/bearing.h"
#include "events/charge.h"
#include "events/event_date.h"
#include "events/foreground.h"
#include "events/frame_boundary.h"
#include "events/frame_days.h"
#include "events/frame_places.h"
#include "events/list_items.h"
#include "events/reality.h"
#include "events/totals.h"
#include "events/trigger_reader.h"
#include "mentions/place.h"

namespace incidents {
namespace {

/// Walks through the sentences and their clauses; what a clause tells and where a frame ends, its parts decide.
class FrameBuilder {
 public:
  FrameBuilder(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, FrameFacts& out)
      : view_(view), sym_(view.sym), types_(types), casualties_(casualties), out_(out) {}

  void run() {
    out_.frames.clear();
    out_.headline_sentences = view_.headline_sentences;
    out_.dateline = first_dateline();
    chronicle_ = days_.has_date_lines();
    std::uint32_t clause = 0, figure = 0;
    for (std::uint32_t s = 0; s < view_.sentences.size(); ++s) {
      const std::uint32_t first_clause = clause;
      while (clause < view_.clauses.size() && view_.clauses[clause].sentence == s) ++clause;
      read_sentence(s, first_clause, clause, figure);
    }
    items_.number_first(out_.frames);
  }

 private:
  MentionIndex first_dateline() const {
    const auto& all = view_.mentions->all;
    const auto is_dateline = [&](const Mention& m) {
      return m.kind == MentionKind::place && !m.superseded && view_.mentions->places[m.payload].is_dateline;
    };
    auto found = std::find_if(all.begin(), all.end(), is_dateline);
    if (found == all.end()) return kNone;
    // “State/Town:” is from the town.
    const auto town = std::find_if(found + 1, all.end(), is_dateline);
    const bool joined = town != all.end() && town->begin <= found->end + 1;
    if (joined && contains(view_.mentions->places[found->payload], view_.mentions->places[town->payload])) found = town;
    return static_cast<MentionIndex>(found - all.begin());
  }

  bool is_section_heading(const Sentence& s) const {
    return s.first > 0 && (view_.tokens[s.first].flags & (kLineStart | kParagraphStart)) && s.last - s.first <= sym_.headline_tokens &&
           view_.line_ends_after(s.last - 1) && !view_.is_end_mark(s.last - 1);
  }

  // ---- sentences

  void read_sentence(std::uint32_t s, std::uint32_t first_clause, std::uint32_t last_clause, std::uint32_t& figure) {
    Frame frame;
    const std::size_t first_frame = out_.frames.size();
    std::vector<Frame> deeds;  // behind the arrest for them, which is the news
    std::size_t cause = kNoCause;
    start(frame, s, view_.sentences[s].first);
    for (std::uint32_t c = first_clause; c < last_clause; ++c) {
      const Clause& clause = view_.clauses[c];
      const bool another = c > first_clause && boundary_.tells_next_accident(frame, c, last_clause);
      const bool led_to = c > first_clause && view_.clauses[c - 1].cause && !frame.triggers.empty();
      if (c > first_clause && (another || led_to || boundary_.opens_new_frame(frame, clause))) {
        finish(frame, figure);
        if (led_to) cause = out_.frames.size() - 1;
        start(frame, s, clause.first);
        frame.shift = frame.another = another;
      }
      if (const auto deed = charges_.find_deed(clause)) {
        deeds.push_back(take_deed(frame, clause, *deed, figure));
        continue;
      }
      frame.last = clause.last;
      read_clause(frame, clause);
    }
    if (cause != kNoCause) share_setting(out_.frames[cause], frame);
    finish(frame, figure);
    out_.frames.insert(out_.frames.end(), deeds.begin(), deeds.end());
    if (frame.headline && first_frame + 1 < out_.frames.size()) share_out_toll(first_frame);
  }

  /// “In X over the murder of a trader on Monday the shops were shut”: the place is of both, and the day of the answer unless
  /// its words tie it to the murder; what came at once has it too.
  void share_setting(Frame& cause, Frame& answer) const {
    const LexicalMatch* marker = view_.phrase_before(cause.last, sym_.marker);
    const StringId held = marker ? view_.attribute(marker->entry, sym_.k_case) : 0;
    cause.cause = true;
    cause.protested = held == sym_.v_ke_khilaf || held == sym_.v_ke_bare;
    if (answer.places.empty()) answer.places = cause.places;
    if (answer.date != kNone || cause.date == kNone) return;
    const std::uint32_t behind = view_.mention(cause.date).end;
    const auto happened = [&](std::uint32_t t) { return t < view_.size() && view_.phrase_at(t, sym_.happened); };
    if (happened(behind) || happened(behind + 1)) return;
    answer.date = cause.date;
    if (!cause.protested) return;
    cause.date = kNone;
    cause.weight = bearing_.weigh(cause);
  }

  /// “In A the police for the murder of X on 10 July on Thursday arrested Y”: the deed gets a frame, which is returned;
  /// `frame` goes on with the arrest.
  Frame take_deed(Frame& frame, const Clause& clause, const ChargedDeed& deed, std::uint32_t& figure) {
    const Clause before{clause.first, deed.first, clause.sentence, clause.relative};
    read_clause(frame, before);
    frame.last = deed.first;
    Frame arrest = frame;
    if (!frame.triggers.empty()) {
      finish(frame, figure);
      start(arrest, clause.sentence, deed.last);
    }
    Frame told;
    start(told, clause.sentence, deed.first);
    told.paragraph_start = told.list_item = told.shift = false;
    told.last = deed.last;
    told.charged_deed = true;
    told.date = deed.date;
    const EventId charge = types_.find(view_.attribute(view_.mention(deed.trigger), sym_.k_type));
    view_.for_each(MentionKind::trigger, deed.first, deed.last, [&](MentionIndex i, const Mention& m) {
      if (i != deed.trigger) return triggers_.add(told, i, m);
      TriggerHit hit;
      hit.mention = i;
      hit.type = charge;
      hit.strength = Strength::strong;
      hit.noun = true;
      told.triggers.push_back(hit);
    });
    view_.for_each(MentionKind::place, deed.first, deed.last, [&](MentionIndex i, const Mention& m) {
      if (places_.is_scene(m)) told.places.push_back(i);
    });
    take_figures(told, figure);
    told.weight = bearing_.weigh(told);
    arrest.first = deed.last;
    arrest.last = clause.last;
    arrest.charge = charge;
    read_clause(arrest, {deed.last, clause.last, clause.sentence, false});
    if (arrest.places.empty()) arrest.places = told.places;  // no other is told
    frame = std::move(arrest);
    return told;
  }

  /// “Blast in X, attack in Y, 17 dead”: the number behind the last of several is of them all.
  void share_out_toll(std::size_t first_frame) {
    const bool alone = std::all_of(out_.frames.begin() + static_cast<std::ptrdiff_t>(first_frame), out_.frames.end() - 1,
                                   [](const Frame& f) { return f.figures.empty(); });
    Frame& last = out_.frames.back();
    if (!alone || last.figures.empty() || last.triggers.empty()) return;
    const std::uint32_t trigger = view_.mention(last.triggers.back().mention).end;
    std::erase_if(last.figures, [&](std::uint32_t f) { return casualties_.figures[f].begin >= trigger && view_.is_mark(trigger, ','); });
  }

  void start(Frame& frame, std::uint32_t s, std::uint32_t first) {
    frame = {};
    frame.sentence = s;
    frame.first = frame.last = first;
    frame.headline = s < out_.headline_sentences;
    frame.section = !frame.headline && is_section_heading(view_.sentences[s]);
    frame.paragraph_start = view_.tokens[first].flags & kParagraphStart;
    const MentionIndex town = items_.opens_item_of_town(first);
    frame.brief = town != kNone;
    frame.list_item = items_.opens_list_item(first) || frame.brief;
    if (town != kNone) frame.places.push_back(town);
    frame.shift = frame.list_item;
  }

  // ---- clauses

  void read_clause(Frame& frame, const Clause& clause) {
    const Cue unreal = reality_.unreal_cue(clause);
    const std::size_t told_before = frame.triggers.size();
    view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex i, const Mention& m) {
      const bool not_told = unreal != Cue::none && !reality_.takes_planners(m, unreal, clause) && !reality_.is_taken_for_granted(m, unreal);
      if (not_told || reality_.is_negated(m, clause)) {
        frame.unreal_cue = unreal == Cue::none ? Cue::negation : unreal;
        return;
      }
      triggers_.add(frame, i, m);
    });
    if (unreal != Cue::none) frame.unreal_cue = unreal;
    if (unreal == Cue::none) triggers_.add_implied(frame, clause);
    const bool happened = unreal == Cue::foiled || frame.triggers.size() > told_before || !Reality::voids_clause(unreal);
    if (const MentionIndex date = dates_.event_date(clause.first, clause.last); date != kNone && happened) days_.choose(frame, date, told_before);
    if (const MentionIndex told = dates_.reported_date(clause.first, clause.last); told != kNone) frame.reported = told;
    view_.for_each(MentionKind::place, clause.first, clause.last, [&](MentionIndex i, const Mention& m) {
      if (places_.is_scene(m) && happened) frame.places.push_back(i);
    });
    read_pointers(frame, clause);
  }

  /// Whether the clause turns elsewhere, looks back, or points at what was told.
  void read_pointers(Frame& frame, const Clause& clause) const {
    if (const MentionIndex cue = view_.find_cue(Cue::shift, clause.first, clause.last); cue != kNone) {
      const bool soft = view_.attribute(view_.mention(cue), sym_.k_soft) == sym_.v_yes;
      (soft ? frame.shift_soft : frame.shift) = true;
    }
    frame.earlier = frame.earlier || view_.has_cue(Cue::background, clause.first, clause.last);
    frame.background = frame.earlier || frame.background || view_.has_cue(Cue::recall, clause.first, clause.last);
    // “in the attack” points back where the sentence begins with it; farther in it is this sentence's own event.
    constexpr std::uint32_t kOpening = 3;
    const std::uint32_t begin = view_.sentences[clause.sentence].first;
    if (const MentionIndex cue = view_.find_cue(Cue::anaphor, clause.first, clause.last); cue != kNone) {
      frame.anaphor = frame.anaphor || view_.mention(cue).begin < begin + kOpening;
    }
  }

  // ---- the whole frame

  void take_figures(Frame& frame, std::uint32_t& figure) const {
    const auto& figures = casualties_.figures;
    while (figure < figures.size() && figures[figure].begin < frame.last) {
      if (figures[figure].begin >= frame.first) frame.figures.push_back(figure);
      ++figure;
    }
  }

  /// “for the murder of X”: X is no victim of the arrest.
  void drop_lost_of_charge(Frame& frame) const {
    if (frame.charged_by == kNone) return;
    const Mention& charge = view_.mention(frame.charged_by);
    std::erase_if(frame.figures, [&](std::uint32_t f) {
      const MentionIndex cue = casualties_.figures[f].cue;
      return cue != kNone && view_.mention(cue).begin < charge.end && charge.begin < view_.mention(cue).end;
    });
  }

  /// Once its clauses are read: weighs them against each other and stores the frame.
  void finish(Frame& frame, std::uint32_t& figure) {
    take_figures(frame, figure);
    drop_lost_of_charge(frame);
    foreground_.raise_occasions(frame);
    foreground_.lower_what_led_to_it(frame);
    foreground_.weaken_generalities(frame);
    places_.keep_scenes_of_trigger(frame);
    if (!out_.frames.empty()) places_.take_place_pointed_at(frame, out_.frames.back());
    read_mood(frame);
    read_tense(frame);
    days_.take_time_before(frame, out_.frames);
    if (told_in_body_ || chronicle_) days_.take_date_line(frame);
    if (chronicle_ && frame.sentence > 0 && days_.date_of_line(frame.sentence - 1) != kNone) frame.shift = !frame.anaphor;
    foreground_.point_at_claimed(frame);
    number_item(frame);
    void_what_is_ahead(frame);
    totals_.decide(frame);
    if (!out_.frames.empty()) days_.read_recent(frame);
    if (frame.pointed < frame.triggers.size() && !frame.list_item) frame.shift = false;  // “on the other side, in this clash”
    foreground_.drop_answered(frame);
    frame.attacker = attacker_country(view_, types_, frame);
    frame.weight = bearing_.weigh(frame);
    told_in_body_ = told_in_body_ || (!frame.headline && !frame.section && !frame.triggers.empty());
    out_.frames.push_back(frame);
  }

  /// Is it asked, told by a court, or still to come?
  void read_mood(Frame& frame) const {
    const Sentence& s = view_.sentences[frame.sentence];
    frame.asks = view_.is_mark(s.last - 1, '?');
    frame.tried = view_.has_cue(Cue::trial, s.first, s.last);
    if (frame.tried && frame.date != kNone && days_.is_day_of_court(frame)) frame.date = kNone;
    days_.read_future(frame);
    if (frame.triggers.empty() && days_.ends_ahead(frame)) frame.places.clear();
  }

  void read_tense(Frame& frame) const {
    for (std::uint32_t t = frame.last; t > frame.first && t + 4 > frame.last; --t) {
      frame.past_perfect = frame.past_perfect || view_.has_class(t - 1, sym_.was);
      const LexicalMatch* is = view_.phrase_at(t - 1, sym_.function);
      frame.present = frame.present || (is && view_.attribute(is->entry, sym_.k_tense) == sym_.v_present);
    }
  }

  /// Which of several happenings it is, and whether it turns to another one.
  void number_item(Frame& frame) const {
    if (items_.counts_this(frame)) {
      frame.date = kNone;
      frame.anaphor = true;
      frame.shift = frame.shift_soft = false;
    }
    frame.ordinal = items_.read_ordinal(frame);
    frame.shift = frame.shift || frame.ordinal > 0 || (frame.shift_soft && (!frame.places.empty() || frame.date != kNone));
  }

  void void_what_is_ahead(Frame& frame) const {
    frame.unreal = frame.unreal_cue != Cue::none && frame.triggers.empty();
    if (!frame.unreal || !Reality::lies_ahead(frame.unreal_cue)) return;
    frame.date = kNone;  // the day of what is only planned or feared
    frame.places.clear();
  }

  static constexpr std::size_t kNoCause = static_cast<std::size_t>(-1);

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
  FrameFacts& out_;
  bool chronicle_ = false;     ///< days stand above what is told, each in a line of its own
  bool told_in_body_ = false;  ///< a frame below the headlines has told of something
  const EventDates dates_{view_};
  const Charges charges_{view_};
  const Totals totals_{view_, types_, casualties_};
  const Reality reality_{view_, types_, casualties_};
  const TriggerReader triggers_{view_, types_, reality_, totals_};
  const FramePlaces places_{view_};
  const FrameBoundary boundary_{view_, types_, casualties_, dates_, places_, reality_};
  const FrameDays days_{view_, types_, casualties_, dates_};
  const ListItems items_{view_, types_};
  const Foreground foreground_{view_, types_, dates_, totals_};
  const Bearing bearing_{view_, types_, casualties_};
};

}  // namespace

bool states_day(const DocumentView& view, const Frame& frame) {
  if (frame.date == kNone) return false;
  const Mention& date = view.mention(frame.date);
  const MentionIndex cue = view.find_cue(Cue::own_day, frame.first, frame.last);
  return cue != kNone && view.mention(cue).begin <= date.begin && date.begin < view.mention(cue).end;
}

void build_frames(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, FrameFacts& out) {
  FrameBuilder(view, types, casualties, out).run();
}

}  // namespace incidents
