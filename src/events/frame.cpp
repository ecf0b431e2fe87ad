#include "events/frame.h"

#include <algorithm>

#include "events/attacker.h"
#include "events/charge.h"
#include "events/compare.h"
#include "events/context.h"
#include "events/event_date.h"
#include "events/totals.h"
#include "events/people.h"
#include "mentions/place.h"
#include "mentions/calendar.h"

namespace incidents {
namespace {

constexpr Cue kUnrealInClause[] = {Cue::planned, Cue::threat, Cue::feared, Cue::foiled, Cue::forecast, Cue::ban, Cue::habit};
constexpr Cue kUnrealInSentence[] = {Cue::drill, Cue::film, Cue::metaphor, Cue::sport, Cue::market, Cue::verbal_attack,
                                     Cue::anniversary};

class FrameBuilder {
 public:
  FrameBuilder(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, FrameFacts& out)
      : view_(view), sym_(view.sym), types_(types), casualties_(casualties), out_(out), dates_(view), charges_(view), totals_(view, types, casualties) {}

  void run() {
    out_.frames.clear();
    out_.headline_sentences = view_.headline_sentences;
    out_.dateline = first_dateline();
    count_towns();
    std::uint32_t clause = 0, figure = 0;
    for (std::uint32_t s = 0; s < view_.sentences.size(); ++s) {
      const std::uint32_t first_clause = clause;
      while (clause < view_.clauses.size() && view_.clauses[clause].sentence == s) ++clause;
      read_sentence(s, first_clause, clause, figure);
    }
    number_first_items();
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

  // ---- items

  /// “two blasts killed 18. One blast was in X. The second …”: that one is the first.
  void number_first_items() const {
    constexpr std::size_t kNear = 4;
    for (std::size_t second = 2; second < out_.frames.size(); ++second) {
      if (out_.frames[second].ordinal != 2) continue;
      for (std::size_t f = second; f-- > second - std::min(second, kNear);) {
        Frame& first = out_.frames[f];
        if (first.ordinal > 0 || first.headline || first.occurrences) break;
        if (!opens_with_one(first)) continue;
        first.ordinal = 1;
        first.shift = true;
        break;
      }
    }
  }

  /// “one blast was …”, “of these, one blast …”
  bool opens_with_one(const Frame& frame) const {
    constexpr std::uint32_t kOpening = 6;
    for (std::uint32_t t = frame.first; t < std::min(frame.last, frame.first + kOpening); ++t) {
      const MentionIndex number = view_.mention_at(t, MentionKind::number);
      if (number == kNone) continue;
      const NumberValue& value = view_.mentions->numbers[view_.mention(number).payload];
      std::uint32_t after = view_.mention(number).end;
      if (value.ordinal || value.min != 1 || value.max != 1) continue;
      if (after < frame.last && view_.mention_over(after, MentionKind::weapon) != kNone && view_.mention_over(after, MentionKind::trigger) == kNone) ++after;
      if (names_blow(after)) return true;
    }
    return false;
  }

  // ---- headlines

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
      const bool another = c > first_clause && tells_next_accident(frame, c, last_clause);
      const bool led_to = c > first_clause && view_.clauses[c - 1].cause && !frame.triggers.empty();
      if (c > first_clause && (another || led_to || opens_new_frame(frame, clause))) {
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
    cause.weight = weigh(cause);
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
      if (i != deed.trigger) return add_trigger(told, i, m);
      TriggerHit hit;
      hit.mention = i;
      hit.type = charge;
      hit.strength = Strength::strong;
      hit.noun = true;
      told.triggers.push_back(hit);
    });
    view_.for_each(MentionKind::place, deed.first, deed.last, [&](MentionIndex i, const Mention& m) {
      if (is_scene(m)) told.places.push_back(i);
    });
    take_figures(told, figure);
    told.weight = weigh(told);
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
    const MentionIndex town = opens_item_of_town(first);
    frame.brief = town != kNone;
    frame.list_item = opens_list_item(first) || frame.brief;
    if (town != kNone) frame.places.push_back(town);
    frame.shift = frame.list_item;
  }

  /// “(2) …”, “3. …”: the next item of a list.
  bool opens_list_item(std::uint32_t first) const {
    if (first == 0 || !(view_.tokens[first].flags & (kLineStart | kParagraphStart))) return false;
    const std::uint32_t number = view_.is_mark(first, '(') ? first + 1 : first;
    return number + 1 < view_.size() && view_.tokens[number].kind == TokenKind::number &&
           view_.tokens[number].end - view_.tokens[number].begin <= 2 &&
           (view_.is_mark(number + 1, ')') || view_.is_mark(number + 1, '.') || view_.is_mark(number + 1, '-'));
  }

  /// “Hisua : …”, “Warisaliganj : …”: towns that open paragraphs, two at least, are those of the news in brief.
  MentionIndex opens_item_of_town(std::uint32_t first) const {
    const MentionIndex town = town_of_line(first);
    return town != kNone && towns_ > 1 ? town : kNone;
  }

  MentionIndex town_of_line(std::uint32_t first) const {
    if (first == 0 || !(view_.tokens[first].flags & (kLineStart | kParagraphStart)) || view_.line_ends_after(first)) return kNone;
    const MentionIndex place = view_.mention_at(first, MentionKind::place);
    if (place == kNone || view_.mention(place).end >= view_.size() || !view_.is_mark(view_.mention(place).end, ':')) return kNone;
    return place;
  }

  void count_towns() {
    MentionIndex last = kNone;
    for (const Sentence& s : view_.sentences) {
      const MentionIndex town = town_of_line(s.first);
      if (town == kNone) continue;
      const auto toponym = [&](MentionIndex p) -> const Toponym& { return view_.mentions->places[view_.mention(p).payload]; };
      towns_ += last == kNone || toponym(town).standard_name != toponym(last).standard_name;
      last = town;
    }
  }

  /// A clause tells of another happening when it has a trigger or effect of its own and another day or place than
  /// the clauses before it.
  bool opens_new_frame(const Frame& frame, const Clause& clause) const {
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
      if (!is_scene(m) || frame.places.empty()) return;
      elsewhere = std::none_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
        return related(view_.mentions->places[view_.mention(p).payload], view_.mentions->places[m.payload]);
      });
    });
    if (!elsewhere) return false;
    return frame.headline || view_.has_cue(Cue::shift, clause.first, clause.last) || (has_toll(frame.first, clause.first) && has_toll(clause.first, clause.last));
  }

  /// “here bombs, there robbed booths, eleven dead”
  bool tells_here_and_there(std::uint32_t first, std::uint32_t last) const {
    const MentionIndex cue = view_.find_cue(Cue::aggregate, first, last);
    return cue != kNone && view_.attribute(view_.mention(cue), sym_.k_several) == sym_.v_yes;
  }

  /// People killed or hurt, by tokens [first, last).
  bool has_toll(std::uint32_t first, std::uint32_t last) const {
    const auto from = std::partition_point(casualties_.figures.begin(), casualties_.figures.end(), [&](const Figure& f) { return f.begin < first; });
    for (auto f = from; f != casualties_.figures.end() && f->begin < last; ++f) {
      const Figure& figure = *f;
      if (figure.quantity && !figure.zero && !figure.part && (figure.effect == Effect::killed || figure.effect == Effect::injured)) return true;
    }
    return false;
  }

  /// “X struck Y, whereupon Y fired missiles at X”.
  bool answers_attack(const Frame& frame, const Clause& clause) const {
    if (frame.triggers.size() > kMostTriggers) return false;
    const std::string before = attacker_country(view_, types_, frame);
    bool answers = false;
    if (before.empty()) return false;
    view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
      const EventId type = types_.find(view_.attribute(m, sym_.k_type));
      if (answers || type == kNoEvent || category(type) != Category::attack) return;
      const std::string now = attacker_country(view_, m, clause.first, view_.case_at(m.end) != 0);
      answers = !now.empty() && now != before;
    });
    return answers;
  }

  /// “a schoolgirl was run over, whereupon villagers blocked the road”: people who rise because of what was told.
  bool rises_against(const Frame& frame, const Clause& clause) const {
    const bool befell = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      return t.strength == Strength::strong && !t.oblique && !is_unrest(t.type) && category(t.type) != Category::operation && category(t.type) != Category::politics;
    });
    if (!befell || unreal_cue(clause) != Cue::none) return false;
    bool rises = false, doers = false;
    view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
      const EventId type = types_.find(view_.attribute(m, sym_.k_type));
      rises = rises || (type != kNoEvent && types_[type].owner == DeedOwner::anybody && view_.attribute(m, sym_.k_strength) == sym_.v_strong &&
                        view_.case_at(m.end) == 0 && !view_.is_shielded(m));
    });
    view_.for_each(MentionKind::actor, clause.first, clause.last, [&](MentionIndex, const Mention& m) { doers = doers || view_.case_at(m.end) == sym_.v_ne; });
    return rises && doers;
  }

  /// “In X four died as jeep and lorry collided, in Y a car hit a tree and two lost their lives”: a clause with a word for
  /// an accident, a place that is none of those told before, and victims of its own. A flood has many places.
  bool tells_next_accident(const Frame& frame, std::uint32_t index, std::uint32_t last_clause) const {
    const Clause& clause = view_.clauses[index];
    if (clause.relative || frame.triggers.empty() || frame.places.empty() || !has_victims(frame.first, clause.first)) return false;
    std::uint32_t end = index + 1;
    while (end < last_clause && view_.clauses[end].relative) ++end;
    if (!has_victims(clause.first, view_.clauses[end - 1].last) || unreal_cue(clause) != Cue::none) return false;
    return names_accident(frame, clause) && is_elsewhere(frame, clause);
  }

  bool has_victims(std::uint32_t first, std::uint32_t last) const {
    const auto& all = casualties_.figures;
    auto f = std::partition_point(all.begin(), all.end(), [&](const Figure& figure) { return figure.begin < first; });
    for (; f != all.end() && f->begin < last; ++f) {
      if ((f->effect == Effect::killed || f->effect == Effect::injured) && f->quantity && !f->zero) return true;
    }
    return false;
  }

  bool names_accident(const Frame& frame, const Clause& clause) const {
    bool found = false;
    view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
      const EventId type = types_.find(view_.attribute(m, sym_.k_type));
      if (type == kNoEvent || view_.is_shielded(m) || view_.attribute(m, sym_.k_strength) == sym_.v_support) return;
      const bool one_place = category(type) == Category::accident || types_[type].discrete;
      found = found || (one_place && std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
                          return category(t.type) == Category::accident || category(t.type) == Category::disaster;
                        }));
    });
    return found;
  }

  bool is_elsewhere(const Frame& frame, const Clause& clause) const {
    bool elsewhere = false, known = false;
    view_.for_each(MentionKind::place, clause.first, clause.last, [&](MentionIndex, const Mention& m) {
      if (!is_scene(m)) return;
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
  /// many: “while in two months 20 died in such incidents”.
  bool sums_up_years(const Frame& frame, const Clause& clause) const {
    constexpr int kYear = 366, kWeeks = 20;
    const MentionIndex date = dates_.event_date(clause.first, clause.last);
    if (date == kNone || !has_toll(frame.first, clause.first) || !has_toll(clause.first, clause.last)) return false;
    const Timex& t = view_.mentions->dates[view_.mention(date).payload];
    if (!t.start || !t.end) return false;
    const std::int64_t days = days_from_civil(*t.end) - days_from_civil(*t.start);
    return days > kYear || (days > kWeeks && tells_of_such(clause));
  }

  /// “in such incidents”, “in accidents”.
  bool tells_of_such(const Clause& clause) const {
    for (std::uint32_t t = clause.first; t < clause.last; ++t) {
      const LexicalMatch* happenings = view_.phrase_at(t, sym_.happening);
      if (happenings && view_.is_plural_form(happenings->end - 1) && view_.case_at(happenings->end) == sym_.v_mein) return true;
    }
    return false;
  }

  bool differs(const Mention& a, const Mention& b) const {
    const Timex& x = view_.mentions->dates[a.payload];
    const Timex& y = view_.mentions->dates[b.payload];
    return x.start && y.start && x.end && y.end && (*x.end < *y.start || *y.end < *x.start);
  }

  /// “In the university”: the body's house is meant.
  bool is_stood_at(std::uint32_t end) const {
    const StringId marker = view_.case_at(end);
    return marker == sym_.v_mein || marker == sym_.v_par;
  }

  /// “a think tank of Islamabad”: the place of a body, not of what happened.
  bool belongs_to_body(const Mention& m) const {
    std::uint32_t t = m.end;
    if (view_.case_at(t, &t) != sym_.v_ka) return false;
    constexpr std::uint32_t kModifiers = 2;
    for (std::uint32_t k = 0; k <= kModifiers && t < view_.size() && !view_.is_punctuation(t); ++k, ++t) {
      const MentionIndex actor = view_.mention_at(t, MentionKind::actor);
      if (actor == kNone || view_.mention_over(t, MentionKind::place) != kNone) continue;  // “panchayat P” is a village
      const Mention& a = view_.mention(actor);
      if (a.payload == kNone) return false;
      const std::string_view kind = view_.mentions->actors[a.payload].kind;
      return kind == "media" || ((kind == "organization" || kind == "government") && !is_stood_at(a.end));
    }
    return false;
  }

  bool is_scene(const Mention& m) const {
    const Toponym& t = view_.mentions->places[m.payload];
    if (!t.is_scene_candidate || t.is_adjective || t.is_dateline || is_gloss(m)) return false;
    if (t.is_sure) return true;
    // “the Iran-backed militia”, “Delhi Police”: a part of somebody's name.
    const MentionIndex actor = view_.mention_over(m.begin, MentionKind::actor);
    if (actor != kNone && view_.mention(actor).end > m.end) return false;
    return !belongs_to_body(m) && !is_of_occasion(m);
  }

  /// “(Mumbai Agra National Highway)”, “Iran attacked Israel: …”: words in Latin letters among their like say the same again.
  bool is_gloss(const Mention& place) const {
    if (!is_latin(place.begin)) return false;
    const bool in_brackets = place.begin > 0 && view_.is_mark(place.begin - 1, '(') && place.begin > 1 && !is_latin(place.begin - 2);
    const bool beside = (place.begin > 0 && is_latin(place.begin - 1)) || (place.end < view_.size() && is_latin(place.end));
    constexpr std::uint32_t kRun = 8;
    std::uint32_t end = place.end;
    while (end < std::min(view_.size(), place.end + kRun) && is_latin(end)) ++end;
    return in_brackets || (beside && view_.case_at(end) == 0);  // “Greater Noida West mein”
  }

  bool is_latin(std::uint32_t token) const {
    const char c = view_.word(token).front();
    return c >= 'a' && c <= 'z';
  }

  /// “Manipur ghatna ke virodh mein”, “Fatehabad mein hue lathicharge ke virodh mein”: where the occasion was.
  bool is_of_occasion(const Mention& place) const {
    constexpr std::uint32_t kReach = 8;
    const std::uint32_t last = std::min(view_.sentences[view_.sentence_of(place.begin)].last, place.end + kReach);
    bool named = view_.case_at(place.end) == 0;
    std::uint32_t happened = 0;  // end of the event word
    for (std::uint32_t t = place.end; t < last; ++t) {
      if (view_.mention_at(t, MentionKind::place) != kNone || view_.is_punctuation(t)) return false;
      const StringId marker = view_.case_at(t);
      if (marker == sym_.v_ke_khilaf || marker == sym_.v_ke_bare) return named && happened == t;
      const MentionIndex event = view_.mention_at(t, MentionKind::trigger);
      const LexicalMatch* happening = view_.phrase_at(t, sym_.happening);
      if (event == kNone && !happening) continue;
      happened = event != kNone ? view_.mention(event).end : happening->end;
      named = named || (t > place.end && view_.has_class(t - 1, sym_.verb) && view_.case_at(t - 1) == 0);  // “ki” is also a verb
    }
    return false;
  }

  // ---- clauses

  void read_clause(Frame& frame, const Clause& clause) {
    const Cue unreal = unreal_cue(clause);
    const std::size_t told_before = frame.triggers.size();
    view_.for_each(MentionKind::trigger, clause.first, clause.last, [&](MentionIndex i, const Mention& m) {
      const bool not_told = unreal != Cue::none && !takes_planners(m, unreal, clause) && !is_taken_for_granted(m, unreal);
      if (not_told || is_negated(m, clause)) {
        frame.unreal_cue = unreal == Cue::none ? Cue::negation : unreal;
        return;
      }
      add_trigger(frame, i, m);
    });
    if (unreal != Cue::none) frame.unreal_cue = unreal;
    if (unreal == Cue::none) add_implied(frame, clause);
    const bool happened = unreal == Cue::foiled || frame.triggers.size() > told_before ||
                          std::find(std::begin(kUnrealInClause), std::end(kUnrealInClause), unreal) == std::end(kUnrealInClause);
    if (const MentionIndex date = dates_.event_date(clause.first, clause.last); date != kNone && happened) choose_date(frame, date, told_before);
    if (const MentionIndex told = dates_.reported_date(clause.first, clause.last); told != kNone) frame.reported = told;
    view_.for_each(MentionKind::place, clause.first, clause.last, [&](MentionIndex i, const Mention& m) {
      if (is_scene(m) && happened) frame.places.push_back(i);
    });
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

  /// “Planning a robbery, ten were arrested”, “… had an encounter with the police”: the deed was only planned, the arrest or the
  /// fight behind the plan has happened.
  bool takes_planners(const Mention& m, Cue unreal, const Clause& clause) const {
    if (unreal != Cue::planned && unreal != Cue::threat && unreal != Cue::foiled) return false;
    const EventId type = types_.find(view_.attribute(m, sym_.k_type));
    if (type == kNoEvent || !(types_[type].takes_people || (types_[type].exchange && unreal == Cue::planned))) return false;
    return view_.has_cue(unreal, clause.first, m.begin) && !view_.has_cue(unreal, m.begin, clause.last);
  }

  /// “After the blast that happened in X there is an alert in Y”: what the clause warns of is not the blast.
  bool is_taken_for_granted(const Mention& m, Cue unreal) const {
    const bool of_clause = std::find(std::begin(kUnrealInClause), std::end(kUnrealInClause), unreal) != std::end(kUnrealInClause);
    const MentionIndex cue = view_.mention_over(m.begin, MentionKind::cue);
    return of_clause && unreal != Cue::habit && is_told_as_happened(m) && (cue == kNone || view_.cue(cue) != unreal);
  }

  /// “hue hamle ke baad”, “hui bhishan aag mein”: a noun with a postposition behind the participle of “happen”.
  bool is_told_as_happened(const Mention& m) const {
    constexpr std::uint32_t kModifiers = 2;
    if (!attribute_is_noun(m) || view_.case_at(m.end) == 0) return false;
    for (std::uint32_t t = m.begin, back = 0; t > 0 && back <= kModifiers; --t, ++back) {
      if (view_.has_class(t - 1, sym_.happened)) return true;
      if (!view_.has_class(t - 1, sym_.adjective) && view_.mention_over(t - 1, MentionKind::number) == kNone) return false;
    }
    return false;
  }

  /// “Read also [line] Bus overturns, five dead [line]”: the line behind those words is another story's.
  bool is_link(std::uint32_t sentence) const {
    constexpr std::uint32_t kLongest = 6;
    if (sentence == 0) return false;
    const Sentence &s = view_.sentences[sentence], &before = view_.sentences[sentence - 1];
    if (before.last - before.first > kLongest || !(view_.tokens[s.first].flags & (kLineStart | kParagraphStart)) || !view_.line_ends_after(s.last - 1)) return false;
    const MentionIndex cue = view_.find_cue(Cue::metaphor, before.first, before.last);
    return cue != kNone && view_.attribute(view_.mention(cue), sym_.k_soft) == sym_.v_yes;
  }

  Cue unreal_cue(const Clause& clause) const {
    const Sentence& s = view_.sentences[clause.sentence];
    if (is_link(clause.sentence)) return Cue::metaphor;
    // What was staged undoes the sentences around it too.
    for (Cue cue : {Cue::drill, Cue::film}) {
      if (view_.has_cue(cue, s.first, s.last)) return cue;
    }
    for (Cue cue : kUnrealInClause) {
      if (view_.has_cue(cue, clause.first, clause.last)) return cue;
    }
    for (Cue cue : kUnrealInSentence) {
      if (view_.has_cue(cue, s.first, s.last)) return cue;
    }
    return Cue::none;
  }

  bool is_negated(const Mention& m, const Clause& clause) const {
    if (m.begin > clause.first && view_.phrase_before(m.begin, sym_.negation) && !attribute_is_noun(m)) return true;  // “nahin pakda”
    for (std::uint32_t t = m.end; t < std::min(clause.last, m.end + 4); ++t) {
      if (view_.phrase_at(t, sym_.negation)) return true;
    }
    return false;
  }

  void add_trigger(Frame& frame, MentionIndex i, const Mention& m) {
    TriggerHit hit;
    hit.mention = i;
    hit.type = types_.find(view_.attribute(m, sym_.k_type));
    const bool charge = hit.type != kNoEvent && is_charge(m, hit.type);
    if (charge) frame.charge = hit.type;
    if (charge && !is_of_court(m)) frame.charged_by = charge_over(m);
    if (hit.type == kNoEvent || (view_.is_shielded(m) && !(charge && is_of_court(m))) || !read_context(hit, m)) return;
    const StringId strength = view_.attribute(m, sym_.k_strength);
    hit.strength = strength == sym_.v_strong ? Strength::strong : strength == sym_.v_support ? Strength::support : Strength::weak;
    hit.occasion = is_circumstance(m, hit.type) && hit.strength == Strength::strong;
    if (is_circumstance(m, hit.type) || (is_unrest(hit.type) && describes_people(m)) || is_deliberate(m, hit.type)) hit.strength = Strength::support;
    const bool leads_on = is_cause(m);
    if (leads_on && is_unrest(hit.type)) return;  // of “in protest against”
    if (leads_on && hit.strength == Strength::support) hit.strength = Strength::weak;
    hit.noun = attribute_is_noun(m);
    if (ends_attack(m, hit)) hit.strength = Strength::support;
    hit.oblique = is_oblique(hit, m);
    hit.told = is_told_as_happened(m) || leads_on;
    const Clause& clause = view_.clauses[view_.clause_of(m.begin)];
    const bool nominal = hit.noun || view_.case_at(m.end) != 0;  // “by the biting”
    if (nominal && !hit.told && (speaks_in_general(clause) || (hit.oblique && wishes(clause)))) hit.strength = Strength::support;
    if (view_.is_habitual(m.begin, m.end)) {
      frame.unreal_cue = Cue::habit;
      return;
    }
    if ((!hit.noun && is_ahead(m, hit.type)) || (hit.noun && !hit.oblique && is_told_as_ahead(m, hit.type, clause))) {
      frame.unreal_cue = Cue::planned;
      return;
    }
    frame.triggers.push_back(hit);
    read_opening(frame, m);
    read_pointer(frame, m);
    totals_.count(frame, m);
  }

  /// “hamle mein”, “ghuspaith ki suchna”: the form of “did” is a genitive where a noun follows.
  bool is_oblique(const TriggerHit& hit, const Mention& m) const {
    if (hit.noun) return view_.case_at(m.end) != 0;
    if (m.end - m.begin < 2 || m.end >= view_.size() || view_.case_at(m.end - 1) != sym_.v_ka) return false;
    const std::uint32_t of = view_.has_class(m.end, sym_.adjective) ? m.end + 1 : m.end;
    return (view_.has_class(of, sym_.noun) || view_.has_class(of, sym_.happening)) && !view_.has_class(of, sym_.verb);
  }

  void weaken_generalities(Frame& frame) const {
    if (!frame.figures.empty()) return;
    for (TriggerHit& hit : frame.triggers) {
      if (!hit.noun || !totals_.is_any_of_kind(view_.mention(hit.mention))) continue;
      hit.strength = hit.strength == Strength::strong ? Strength::weak : Strength::support;
    }
  }

  /// “heat waves make it hard to go out”: the clause ends with what happens again and again, without a day or a number.
  bool speaks_in_general(const Clause& clause) const {
    std::uint32_t last = clause.last;
    while (last > clause.first && view_.is_punctuation(last - 1)) --last;
    if (last < clause.first + 3 || !view_.is_habitual_verb(last - 2)) return false;
    if (view_.has_cue(Cue::attribution, last - 3, last) || view_.has_cue(Cue::allege, last - 3, last)) return false;
    return !is_definite(clause);
  }

  /// Does it give a day or a figure?
  bool is_definite(const Clause& clause) const {
    bool definite = false;
    view_.for_each(MentionKind::date, clause.first, clause.last, [&](MentionIndex, const Mention& m) { definite = definite || view_.mentions->dates[m.payload].start; });
    const auto& all = casualties_.figures;
    auto f = std::partition_point(all.begin(), all.end(), [&](const Figure& figure) { return figure.begin < clause.first; });
    for (; f != all.end() && f->begin < clause.last; ++f) definite = definite || f->quantity;
    return definite;
  }

  /// “in the time of a flood let there be boats”, “one should leave the house”.
  bool wishes(const Clause& clause) const {
    std::uint32_t last = clause.last;
    while (last > clause.first && view_.is_punctuation(last - 1)) --last;
    if (last < clause.first + 3 || !view_.has_class(last - 1, sym_.verb) || is_definite(clause)) return false;
    return std::any_of(sym_.wish_endings.begin(), sym_.wish_endings.end(), [&](std::string_view ending) { return view_.word(last - 1).ends_with(ending); });
  }

  /// “will set the hostages free”. Who announces a strike or a meeting has done so already; the cues tell of those.
  bool is_ahead(const Mention& m, EventId type) const {
    return category(type) != Category::politics && category(type) != Category::unrest && view_.is_still_to_come(m.begin, m.end);
  }

  /// “abductions will flourish as a trade once more”: the noun is what the clause's last verb, a future one, tells of.
  bool is_told_as_ahead(const Mention& m, EventId type, const Clause& clause) const {
    constexpr std::uint32_t kReach = 9;
    if (category(type) == Category::politics || is_unrest(type) || is_definite(clause)) return false;
    std::uint32_t last = clause.last;
    while (last > m.end && view_.is_punctuation(last - 1)) --last;
    if (last <= m.end || last - m.end > kReach || !view_.is_still_to_come(last - 1, last)) return false;
    for (std::uint32_t t = m.end; t < last; ++t) {
      if (view_.is_punctuation(t)) return false;
    }
    return true;
  }

  /// Reads `also` and `context`; false where the noun that the row asks for is missing. Where the context has a word for
  /// each of the row's types, the noun found chooses the type.
  bool read_context(TriggerHit& hit, const Mention& m) const {
    const std::string_view also = view_.string(view_.attribute(m, sym_.k_also));
    const std::string_view names = view_.string(view_.attribute(m, sym_.k_context));
    hit.also = types(also);
    if (names.empty()) return true;
    const auto found = find_context(view_, m, names);
    if (!found) return false;
    if (*found > 0 && count_words(names) == count_words(also) + 1) {
      const EventId chosen = types_.find(view_.lexicon.find_string(word_of(also, *found - 1)));
      if (chosen != kNoEvent) {
        hit.also.set(hit.type);
        hit.type = chosen;
      }
    }
    return true;
  }

  static std::size_t count_words(std::string_view names) {
    return names.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(names.begin(), names.end(), ' '));
  }

  static std::string_view word_of(std::string_view names, std::size_t index) {
    for (; index > 0; --index) names.remove_prefix(names.find(' ') + 1);
    return names.substr(0, names.find(' '));
  }

  /// “during the procession”, “against the murder”: the occasion of what is told, not the news.
  bool is_circumstance(const Mention& m, EventId type) const {
    const StringId marker = view_.case_at(m.end);
    if (is_cause(m)) return false;
    // “during the attack 23 people died”: of the attack.
    if (marker == sym_.v_ke_dauran && category(type) == Category::attack) return false;
    return marker != 0 && std::find(sym_.circumstance_cases.begin(), sym_.circumstance_cases.end(), marker) !=
                              sym_.circumstance_cases.end();
  }

  /// “yuvak ki hatya ke virodh mein”: told beside what it led to.
  bool is_cause(const Mention& m) const {
    const MentionIndex cue = view_.mention_over(m.begin, MentionKind::cue);
    return cue != kNone && view_.cue(cue) == Cue::cause;
  }

  /// A court tells of the deed itself: “hatya ke aaropi ko umrakaid”.
  bool is_of_court(const Mention& m) const {
    const Sentence& s = view_.sentences[view_.sentence_of(m.begin)];
    return view_.has_cue(Cue::trial, s.first, s.last);
  }

  /// “balatkar ke aarop mein giraftar”, “hatya ke mamle mein”: the deed behind what is told.
  bool is_charge(const Mention& m, EventId type) const {
    if ((category(type) != Category::crime && category(type) != Category::attack) || is_cause(m)) return false;
    return charge_over(m) != kNone || view_.case_at(m.end) == sym_.v_ke_bare;
  }

  MentionIndex charge_over(const Mention& m) const {
    const MentionIndex cue = view_.mention_over(m.begin, MentionKind::cue);
    return cue != kNone && view_.cue(cue) == Cue::charge ? cue : kNone;
  }

  Category category(EventId type) const { return types_[type].category; }
  bool is_unrest(EventId type) const { return category(type) == Category::unrest; }

  /// “The police shot the attacker”: the end of the attack that is told.
  bool ends_attack(const Mention& m, const TriggerHit& hit) const {
    return !hit.noun && (category(hit.type) == Category::attack || category(hit.type) == Category::crime) && has_attacker_as_object(view_, m);
  }

  /// “hamlavar ne car se gate ko takkar maar di”: who is named by the deed had no accident.
  bool is_deliberate(const Mention& m, EventId type) const {
    if (category(type) != Category::accident) return false;
    const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
    for (std::uint32_t t = m.begin; t-- > first;) {
      if (view_.case_at(t) == sym_.v_ne) return view_.phrase_before(t, sym_.armed_group) || view_.phrase_before(t, sym_.criminal);
    }
    return false;
  }

  /// “pradarshan kar rahe logon par …”: what the people were doing to whom something then happened.
  bool describes_people(const Mention& m) const {
    constexpr std::uint32_t kReach = 6;
    std::uint32_t t = m.end;
    const std::uint32_t last = std::min(view_.sentences[view_.sentence_of(m.begin)].last, m.end + kReach);
    while (t < last && (view_.has_class(t, sym_.verb) || view_.phrase_at(t, sym_.function))) ++t;
    if (t == m.end) return false;
    while (t < last && (view_.has_class(t, sym_.adjective) || view_.mention_over(t, MentionKind::number) != kNone)) ++t;
    const LexicalMatch* people = t < last ? people_noun_at(view_, t) : nullptr;
    return people && view_.case_at(people->end) != 0 && view_.case_at(people->end) != sym_.v_ne;
  }

  /// The names of a cell, by blanks, or of a rule's value, by bars.
  EventSet types(std::string_view names) const {
    EventSet out;
    while (!names.empty()) {
      const std::size_t blank = names.find_first_of(" |");
      if (const StringId id = view_.lexicon.find_string(names.substr(0, blank)); id != kNone) {
        if (const EventId e = types_.find(id); e != kNoEvent) out.set(e);
      }
      if (blank == std::string_view::npos) break;
      names.remove_prefix(blank + 1);
    }
    return out;
  }

  /// “In the clash …”, “after the blast …” at the very beginning: the clash that was told, as no place or day stands before it.
  void read_opening(Frame& frame, const Mention& m) const {
    const std::uint32_t first = view_.sentences[view_.sentence_of(m.begin)].first;
    const StringId marker = view_.case_at(m.end);
    if (first > 0 && m.begin <= first + 1 && (marker == sym_.v_mein || (marker == sym_.v_ke_baad && category(frame.triggers.back().type) == Category::attack))) frame.anaphor = true;
  }

  /// “is hamle mein”: a demonstrative right before the trigger or one word before it.
  void read_pointer(Frame& frame, const Mention& m) const {
    for (std::uint32_t t = m.begin > 2 ? m.begin - 2 : 0; t < m.begin; ++t) {
      if (!view_.has_class(t, sym_.determiner) || view_.mention_over(t, MentionKind::date) != kNone) continue;  // “isi din”
      frame.anaphor = true;
      if (frame.triggers.back().strength != Strength::support) frame.pointed = frame.triggers.size() - 1;
    }
  }

  bool attribute_is(EntryId entry, StringId key, std::string_view value) const {
    return view_.string(view_.attribute(entry, key)) == value;
  }

  void add_implied(Frame& frame, const Clause& clause) {
    view_.for_each(MentionKind::effect, clause.first, clause.last, [&](MentionIndex i, const Mention& m) {
      const StringId implied = view_.attribute(m, sym_.k_implies);
      const EventId type = types_.find(implied);
      if (type == kNoEvent || is_negated(m, clause) || view_.is_habitual(m.begin, m.end) || view_.is_shielded(m) || strikes_no_people(view_, m) || strikes_attacker(view_, m)) return;
      // One word for an arrest is one vote: beside a riot it must not outweigh it.
      if (types_[type].follows.any() && tells(frame, type, m)) return;
      TriggerHit hit;
      hit.mention = i;
      hit.type = type;
      hit.strength = is_circumstance(m, type) ? Strength::support : Strength::weak;
      hit.from_effect = true;
      frame.triggers.push_back(hit);
    });
  }

  /// Do the same words stand as a trigger of that type already?
  bool tells(const Frame& frame, EventId type, const Mention& words) const {
    return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      const Mention& m = view_.mention(t.mention);
      return t.type == type && m.begin < words.end && words.begin < m.end;
    });
  }

  // ---- dates

  static bool tells_since(const Frame& frame, std::size_t first) {
    return std::any_of(frame.triggers.begin() + static_cast<std::ptrdiff_t>(std::min(first, frame.triggers.size())), frame.triggers.end(),
                       [](const TriggerHit& t) { return t.strength != Strength::support && !t.from_effect; });
  }

  /// The clause that tells of the event has its day: “on Monday night a noise was heard, whereupon on Tuesday arms were
  /// found”. `first`: the first trigger of the clause.
  void choose_date(Frame& frame, MentionIndex date, std::size_t first) const {
    const bool tells = tells_since(frame, first), tied = tied_since(frame, first, view_.mention(date).end);
    const bool better = frame.date == kNone || (tied && !frame.date_tied) || dates_.is_better(view_.mention(date), view_.mention(frame.date)) ||
                        (tells && !frame.date_told && !dates_.is_better(view_.mention(frame.date), view_.mention(date)));
    if (!better || (frame.date_tied && !tied)) return;
    frame.date = date;
    frame.date_told = tells;
    frame.date_tied = tied;
  }

  /// “today they laid the report on the riot that happened in August 2013”: only a place between the day and the riot.
  bool tied_since(const Frame& frame, std::size_t first, std::uint32_t date_end) const {
    constexpr std::uint32_t kReach = 6;
    return std::any_of(frame.triggers.begin() + static_cast<std::ptrdiff_t>(std::min(first, frame.triggers.size())), frame.triggers.end(), [&](const TriggerHit& t) {
      const std::uint32_t begin = view_.mention(t.mention).begin;
      return t.told && date_end <= begin && begin - date_end <= kReach;
    });
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

  void finish(Frame& frame, std::uint32_t& figure) {
    take_figures(frame, figure);
    drop_lost_of_charge(frame);
    raise_occasions(frame);
    lower_what_led_to_it(frame);
    weaken_generalities(frame);
    keep_scenes_of_trigger(frame);
    take_place_pointed_at(frame);
    const Sentence& s = view_.sentences[frame.sentence];
    frame.asks = view_.is_mark(s.last - 1, '?');
    frame.tried = view_.has_cue(Cue::trial, s.first, s.last);
    if (frame.tried && frame.date != kNone && is_of_court(frame)) frame.date = kNone;
    read_future(frame);
    if (frame.triggers.empty() && ends_ahead(frame)) frame.places.clear();
    for (std::uint32_t t = frame.last; t > frame.first && t + 4 > frame.last; --t) {
      frame.past_perfect = frame.past_perfect || view_.has_class(t - 1, sym_.was);
      const LexicalMatch* is = view_.phrase_at(t - 1, sym_.function);
      frame.present = frame.present || (is && view_.attribute(is->entry, sym_.k_tense) == sym_.v_present);
    }
    take_time_before(frame);
    take_date_line(frame);
    point_at_claimed(frame);
    if (counts_this(frame)) {
      frame.date = kNone;
      frame.anaphor = true;
      frame.shift = frame.shift_soft = false;
    }
    frame.ordinal = read_ordinal(frame);
    frame.shift = frame.shift || frame.ordinal > 0 || (frame.shift_soft && (!frame.places.empty() || frame.date != kNone));
    frame.unreal = frame.unreal_cue != Cue::none && frame.triggers.empty();
    if (frame.unreal && is_ahead(frame.unreal_cue)) {
      frame.date = kNone;  // the day of what is only planned or feared
      frame.places.clear();
    }
    totals_.decide(frame);
    read_recent(frame);
    if (frame.pointed < frame.triggers.size() && !frame.list_item) frame.shift = false;  // “on the other side, in this clash”
    drop_answered(frame);
    frame.attacker = attacker_country(view_, types_, frame);
    frame.weight = weigh(frame);
    told_in_body_ = told_in_body_ || (!frame.headline && !frame.section && !frame.triggers.empty());
    out_.frames.push_back(frame);
  }

  /// “Lately a convoy had been attacked”: older than the news.
  void read_recent(Frame& frame) const {
    if (!frame.past_perfect || frame.date == kNone || out_.frames.empty()) return;
    const DateForm& form = view_.mentions->dates[view_.mention(frame.date).payload].form;
    if (form.op != DateOp::vague || form.reference != TimeReference::past) return;
    frame.earlier = frame.background = true;
  }

  /// “X took responsibility for the attack and says it took eight hostages”: the sentence is about the attack claimed.
  void point_at_claimed(Frame& frame) const {
    const MentionIndex claim = view_.find_cue(Cue::claim, frame.first, frame.last);
    if (claim == kNone) return;
    const Mention& m = view_.mention(claim);
    for (std::size_t t = 0; t < frame.triggers.size(); ++t) {
      const Mention& trigger = view_.mention(frame.triggers[t].mention);
      const bool claimed = trigger.begin <= m.begin + 1 && trigger.end + 1 >= m.begin && frame.triggers[t].oblique;
      if (claimed) frame.pointed = t;
    }
  }

  /// “the second incident is of village X”, “in the third case”: near the frame's beginning.
  std::uint32_t read_ordinal(const Frame& frame) const {
    constexpr std::uint32_t kOpening = 9, kOfParagraph = 24;
    const std::uint32_t reach = frame.paragraph_start ? kOfParagraph : kOpening;
    for (std::uint32_t t = frame.first; t < std::min(frame.last, frame.first + reach); ++t) {
      const MentionIndex number = view_.mention_at(t, MentionKind::number);
      if (number == kNone) continue;
      const Mention& m = view_.mention(number);
      const NumberValue& value = view_.mentions->numbers[m.payload];
      if (value.ordinal && value.min && *value.min >= 1 && *value.min <= kMostItems && names_happening(m.end) && !is_told_of_this(m.end)) {
        return static_cast<std::uint32_t>(*value.min);
      }
    }
    return 0;
  }

  /// “in four days this is the second happening”: the days are of both, the news is the one that was told.
  bool counts_this(const Frame& frame) const {
    bool found = false;
    view_.for_each(MentionKind::number, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
      found = found || (view_.mentions->numbers[m.payload].ordinal && is_told_of_this(m.end));
    });
    return found;
  }

  /// “yah doosri ghatna hai”: of the one that was told.
  bool is_told_of_this(std::uint32_t t) const {
    while (t < view_.size() && view_.has_class(t, sym_.adjective) && !view_.phrase_at(t, sym_.happening)) ++t;
    const LexicalMatch* happening = view_.phrase_at(t, sym_.happening);
    if (!happening) return false;
    const std::uint32_t last = view_.sentences[view_.sentence_of(t)].last;
    if (happening->end >= last) return true;  // “…, in four days the second”
    if (view_.has_cue(Cue::attribution, happening->end, std::min(last, happening->end + 5))) return true;  // “is said to be the second”
    const LexicalMatch* copula = view_.phrase_at(happening->end, sym_.function);
    return copula && view_.attribute(copula->entry, sym_.k_part) == sym_.v_auxiliary;
  }

  /// “ghatna”, or the event's own noun: “the second blast”.
  bool names_happening(std::uint32_t t) const {
    if (view_.phrase_at(t, sym_.happening)) return true;
    const LexicalMatch* word = view_.phrase_at(t, sym_.trigger);
    if (word && view_.begins_with_noun(*word)) return true;  // “the second blast happened”
    const MentionIndex trigger = view_.mention_at(t, MentionKind::trigger);
    return trigger != kNone && attribute_is_noun(view_.mention(trigger));
  }

  /// “a blast”, “an incident”; no “a thief”.
  bool names_blow(std::uint32_t t) const {
    if (view_.phrase_at(t, sym_.happening)) return true;
    const MentionIndex trigger = view_.mention_at(t, MentionKind::trigger);
    if (trigger == kNone || !attribute_is_noun(view_.mention(trigger))) return false;
    const EventId type = types_.find(view_.attribute(view_.mention(trigger), sym_.k_type));
    return type != kNoEvent && (category(type) == Category::attack || category(type) == Category::accident || category(type) == Category::disaster);
  }

  bool attribute_is_noun(const Mention& m) const { return view_.string(view_.attribute(m, sym_.k_form_kind)) == "noun"; }

  /// “X was sentenced on Monday for the murder”: the days before publication are the court's where no word for the event
  /// is itself the predicate.
  bool is_of_court(const Frame& frame) const {
    constexpr int kDays = 10;
    const Timex& t = view_.mentions->dates[view_.mention(frame.date).payload];
    if (!t.start || !view_.published) return false;
    const int ago = days_from_civil(*view_.published) - days_from_civil(*t.start);
    if (ago < 0 || ago > kDays) return false;
    return std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
      return hit.oblique || (hit.from_effect && view_.case_at(view_.mention(hit.mention).end) != 0);
    });
  }

  /// A list in which each item has its day as a line of its own above it. The day above the whole news is the page's.
  void take_date_line(Frame& frame) const {
    if (frame.date != kNone || frame.headline || frame.sentence == 0 || !told_in_body_) return;
    const Sentence& line = view_.sentences[frame.sentence - 1];
    if (!view_.line_ends_after(line.last - 1) || !(view_.tokens[line.first].flags & (kLineStart | kParagraphStart))) return;
    for (std::uint32_t t = line.first; t < line.last; ++t) {
      const MentionIndex date = view_.mention_at(t, MentionKind::date);
      if (date == kNone) {
        if (!view_.is_punctuation(t)) return;
        continue;
      }
      if (frame.date == kNone) frame.date = date;
      t = view_.mention(date).end - 1;
    }
  }

  /// “On Saturday he had gone to the temple. Meanwhile he was shot”: the day goes on.
  void take_time_before(Frame& frame) const {
    constexpr std::uint32_t kNear = 2;
    if (frame.date != kNone || frame.triggers.empty() || frame.headline || out_.frames.empty()) return;
    const MentionIndex cue = view_.find_cue(Cue::meantime, frame.first, frame.last);
    if (cue == kNone || view_.mention(cue).begin > frame.first + kNear) return;
    for (auto f = out_.frames.rbegin(); f != out_.frames.rend() && f->sentence + kNear >= frame.sentence; ++f) {
      const bool right_before = f->sentence + 1 == frame.sentence && f->past_perfect;  // “before that … had tried. Then …”
      if (f->headline || ((f->earlier || f->unreal) && !right_before)) return;
      if (f->date == kNone) continue;
      if (f->earlier) return take_earlier_time(frame, *f);
      if (view_.mentions->dates[view_.mention(f->date).payload].precision == DatePrecision::day) frame.date = f->date;
      return;
    }
  }

  /// “On 6 December too they had marched. Then six had been hurt”: of that day.
  static void take_earlier_time(Frame& frame, const Frame& before) {
    frame.date = before.date;
    frame.earlier = frame.background = true;
    if (frame.places.empty()) frame.places = before.places;
  }

  /// “Next week the president will go to B”: nothing has happened there.
  bool ends_ahead(const Frame& frame) const {
    std::uint32_t last = frame.last;
    while (last > frame.first && view_.is_punctuation(last - 1)) --last;
    return last > frame.first && view_.is_still_to_come(last - 1, last) && frame.figures.empty();
  }

  /// A day that is still ahead is no day of what has happened: without victims nothing has happened yet.
  void read_future(Frame& frame) const {
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

  /// “Behind X's air strike on A, Y fired rockets at B”: told is what Y did, and A is not where.
  void drop_answered(Frame& frame) const {
    if (frame.triggers.size() > kMostTriggers) return;
    const bool claims = view_.has_cue(Cue::claim, frame.first, frame.last);
    const auto is_answered = [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      const StringId marker = view_.case_at(m.end);
      if ((marker != sym_.v_ke_baad && marker != sym_.v_ke_jawab) || category(hit.type) != Category::attack) return false;
      const std::string struck_first = attacker_country(view_, m, frame.first, true);
      return !struck_first.empty() && std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
        const Mention& later = view_.mention(t.mention);
        if (later.begin < m.end || category(t.type) != Category::attack) return false;
        const std::string answers = attacker_country(view_, later, m.end, t.oblique && !claims);
        return !answers.empty() && answers != struck_first;
      });
    };
    const auto hit = std::find_if(frame.triggers.begin(), frame.triggers.end(), is_answered);
    if (hit == frame.triggers.end()) return;
    const std::uint32_t end = view_.mention(hit->mention).begin;
    const auto before = [&](MentionIndex p) { return view_.mention(p).end <= end; };
    if (!std::all_of(frame.places.begin(), frame.places.end(), before)) std::erase_if(frame.places, before);
    frame.triggers.erase(hit);
    frame.pointed = static_cast<std::size_t>(-1);
    frame.answers = true;
  }

  /// “patharav ke baad karfyu”: what crowds or states did in answer is the news; what led to it stands in a phrase before.
  void lower_what_led_to_it(Frame& frame) const {
    for (TriggerHit& before : frame.triggers) {
      if (!before.oblique || before.strength == Strength::support) continue;
      const Mention& cause = view_.mention(before.mention);
      const bool answered = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
        const Mention& m = view_.mention(t.mention);
        if (t.strength != Strength::strong || t.oblique || m.begin < cause.end || view_.clause_of(m.begin) != view_.clause_of(cause.begin)) return false;
        return types_[t.type].bloodless && !types_.compatible(t.type, before.type) && follows_in_time(cause.end, m.begin);
      });
      if (!answered) continue;
      before.strength = Strength::support;
      before.led_to = true;
      const MentionIndex day = dates_.event_date(cause.end, frame.last);
      if (day != kNone) frame.date = day;
    }
  }

  bool follows_in_time(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      if (view_.case_at(t) == sym_.v_ke_baad) return true;
    }
    return false;
  }

  /// “During the clash nine were arrested”: what only follows the occasion does not tell more than it.
  void raise_occasions(Frame& frame) const {
    for (TriggerHit& occasion : frame.triggers) {
      if (!occasion.occasion) continue;
      std::size_t following = 0;
      const bool alone = std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
        const bool follows = types_[t.type].follows[occasion.type];
        following += follows;
        return follows || t.strength == Strength::support || t.type == occasion.type;
      });
      if (alone && following > 0) occasion.strength = Strength::strong;
    }
  }

  static bool is_ahead(Cue cue) {
    return cue == Cue::planned || cue == Cue::feared || cue == Cue::forecast || cue == Cue::threat;
  }

  /// “News from X. Here a wall fell …”: a pronoun of place takes the place named last.
  void take_place_pointed_at(Frame& frame) const {
    if (!frame.places.empty() || out_.frames.empty()) return;
    for (std::uint32_t t = frame.first; t < frame.last; ++t) {
      const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
      if (!p || !attribute_is(p->entry, sym_.k_points, "place")) continue;
      if (t == view_.sentences[frame.sentence].first && view_.phrase_at(t, sym_.conjunction)) continue;  // “udhar”: elsewhere
      constexpr std::uint32_t kBack = 2;
      const Frame& before = out_.frames.back();
      if (before.sentence + kBack < frame.sentence) return;
      frame.places = before.places;
      // “Two died there”: of what the sentence before told.
      const bool goes_on = view_.attribute(p->entry, sym_.k_more) == sym_.v_yes && t <= frame.first + 1 && before.sentence + 1 == frame.sentence && frame.date == kNone && !frame.paragraph_start && !frame.shift;
      frame.anaphor = frame.anaphor || (goes_on && !before.triggers.empty() && !before.places.empty());
      if (goes_on && before.figures.empty() && before.date != kNone && !before.headline) frame.date = before.date;  // “On Saturday it reached X. There 14 died”
      return;
    }
  }

  /// Where the clause of the strongest word has places of its own, those of clauses before it are the occasion's:
  /// “because of the war in X …, which led to attacks in Y”.
  void keep_scenes_of_trigger(Frame& frame) const {
    const TriggerHit* strongest = nullptr;
    for (const TriggerHit& t : frame.triggers) {
      if (!strongest || t.strength > strongest->strength) strongest = &t;
    }
    if (!strongest || strongest->strength != Strength::strong) return;
    const std::uint32_t clause = view_.clause_of(view_.mention(strongest->mention).begin);
    const auto before = [&](MentionIndex p) { return view_.clause_of(view_.mention(p).begin) < clause; };
    const bool own = std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
      const Mention& m = view_.mention(p);
      return view_.clause_of(m.begin) == clause && !view_.mentions->places[m.payload].is_origin;  // “people of H died”
    });
    if (own) std::erase_if(frame.places, before);
  }

  bool is_set_on_fire(const Frame& frame, std::uint32_t behind) const {
    return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      return view_.mention(t.mention).begin == behind && types_[t.type].damages;
    });
  }

  /// Who did it to whom makes a sentence tell more: an agent with ne, somebody with par or ko.
  /// “hamle mein ek school tabah ho gaya”
  bool strikes_property(const Frame& frame) const {
    const bool attack = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
      return types_[hit.type].category == Category::attack && !hit.from_effect;
    });
    for (std::uint32_t t = frame.first; attack && t + 1 < frame.last; ++t) {
      const LexicalMatch* thing = view_.phrase_at(t, sym_.structure);
      if (!thing) thing = view_.phrase_at(t, sym_.vehicle);
      if (!thing || thing->end >= frame.last) continue;
      const MentionIndex cue = view_.mention_at(thing->end, MentionKind::cue);
      if (view_.phrase_at(thing->end, sym_.struck) || (cue != kNone && view_.cue(cue) == Cue::damage)) return true;
    }
    return false;
  }

  /// “in May an attempt on X's life had been made”: an attack with a day on somebody who is named.
  bool strikes_person(const Frame& frame) const {
    if (frame.date == kNone) return false;
    const bool attack = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
      return category(hit.type) == Category::attack && !hit.from_effect && !hit.oblique && hit.strength != Strength::support;
    });
    bool named = false;
    if (attack) view_.for_each(MentionKind::actor, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
      const StringId marker = view_.case_at(m.end);
      named = named || ((marker == sym_.v_par || marker == sym_.v_ko) && m.payload != kNone && view_.mentions->actors[m.payload].kind == "person");
    });
    return named;
  }

  double participants(const Frame& frame) const {
    bool agent = false, target = false;
    view_.for_each(MentionKind::actor, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
      const StringId marker = view_.case_at(m.end);
      agent = agent || marker == sym_.v_ne || marker == sym_.v_dwara;
      target = target || marker == sym_.v_par || marker == sym_.v_ko;
    });
    for (std::uint32_t t = frame.first; agent && !target && t < frame.last; ++t) {
      for (const ClassId id : {sym_.structure, sym_.vehicle}) {
        const LexicalMatch* thing = view_.phrase_at(t, id);
        std::uint32_t behind = 0;
        const StringId marker = thing ? view_.case_at(thing->end, &behind) : 0;
        // “set fire to the vehicles”: in Hindi, in them.
        const bool burnt = marker == sym_.v_mein && is_set_on_fire(frame, behind);
        target = target || marker == sym_.v_par || marker == sym_.v_ko || burnt;
      }
    }
    if (agent && target) return 1.2;
    if (strikes_person(frame)) return 0.7;
    if (strikes_property(frame)) return 0.8;
    // A protest has no object, and a curfew not even a doer that news would name.
    constexpr double kAlone = 0.6;
    const bool alone = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) {
      const EventType& type = types_[hit.type];
      return hit.strength == Strength::strong && !hit.oblique && ((agent && type.owner == DeedOwner::anybody) || (!hit.noun && type.category == Category::unrest));
    });
    return alone ? kAlone : 0;
  }

  /// Has it a word of what befalls people, with how many; `uncounted`: of a crime, with anybody?
  bool befalls_people(const Frame& frame, bool uncounted) const {
    const bool counted = std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      return casualties_.figures[f].quantity && !casualties_.figures[f].zero;
    });
    const auto befalls = [&](const TriggerHit& t) {
      const Category category = types_[t.type].category;
      if (t.from_effect || (uncounted && category != Category::crime)) return false;
      return category != Category::operation && category != Category::politics && category != Category::unrest;
    };
    if (!(counted || (uncounted && names_people(frame)))) return false;
    return std::any_of(frame.triggers.begin(), frame.triggers.end(), befalls);
  }

  bool names_people(const Frame& frame) const {
    bool found = false;
    view_.for_each(MentionKind::actor, frame.first, frame.last, [&](MentionIndex, const Mention&) { found = true; });
    return found;
  }

  bool counts_people(const Frame& frame) const {
    for (auto i = first_from(casualties_.quantified, frame.first); i < casualties_.quantified.size(); ++i) {
      if (casualties_.quantified[i].begin >= frame.last) break;
      if (casualties_.quantified[i].counted == Counted::people) return true;
    }
    return false;
  }

  /// Does a dateline stand right before it or in it? It is the place where no other is told.
  bool opens_item(const Frame& frame) const {
    constexpr std::uint32_t kLongestDateline = 12;
    const std::uint32_t from = frame.first > kLongestDateline ? frame.first - kLongestDateline : 0;
    bool found = false;
    view_.for_each(MentionKind::place, from, frame.last, [&](MentionIndex, const Mention& m) {
      found = found || view_.mentions->places[m.payload].is_dateline;
    });
    return found;
  }

  /// “in this war so many have died”: hundreds are a war's, whatever the word for it.
  double weigh_total(const Frame& frame) const {
    constexpr std::int64_t kMany = 100;
    const bool many = std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) {
      return casualties_.figures[f].quantity && casualties_.figures[f].quantity->min.value_or(0) >= kMany;
    });
    return many ? 0.5 : frame.pointed < frame.triggers.size() ? 0.3 : 0;
  }

  /// What its day, its place and where it stands add. What an article opens with is its news, if somebody suffered.
  double weigh_setting(const Frame& frame, bool uncounted) const {
    constexpr double kOrdinal = 0.5, kDay = 0.6, kPlace = 0.6, kOpening = 0.4;
    const bool opens = frame.sentence == out_.headline_sentences && !view_.has_cue(Cue::deny, frame.first, frame.last) && befalls_people(frame, uncounted);
    return (frame.ordinal > 0 ? kOrdinal : 0) + (frame.date != kNone ? kDay : 0) + (frame.places.empty() && !opens_item(frame) ? 0 : kPlace) + (opens ? kOpening : 0);
  }

  double weigh(const Frame& frame) const {
    double strong = 0, weak = 0, figures = 0;
    for (const TriggerHit& t : frame.triggers) {
      if (t.strength == Strength::strong) strong = 2;
      else if (t.strength == Strength::weak) weak = weak < 1 ? 1.25 : 1.5;
      else weak = std::max(weak, 0.5);
    }
    for (std::uint32_t f : frame.figures) {
      const Figure& figure = casualties_.figures[f];
      if (figure.quantity && !figure.zero) figures = std::max(figures, 1.0);
      else figures = std::max(figures, 0.25);
    }
    if (strong + weak == 0) return 0;
    if (figures == 0 && counts_people(frame)) figures = 0.6;
    const bool group_tells = std::any_of(frame.triggers.begin(), frame.triggers.end(),
                                         [&](const TriggerHit& t) { return types_[t.type].counted; });
    if (figures > 0 && figures < 1 && group_tells) figures = 1.2;
    if (figures >= 1 && view_.has_cue(Cue::separate, frame.first, frame.last)) figures += 1;  // “three died in separate accidents”
    // “the blast that happened outside the fort has shaken the country”
    constexpr double kTold = 0.6;
    const bool told = std::any_of(frame.triggers.begin(), frame.triggers.end(), [](const TriggerHit& t) { return t.told && t.strength != Strength::support; });
    return (told ? kTold : 0) + strong + weak + figures + (strong + weak >= 1 ? participants(frame) : 0) + weigh_setting(frame, strong > 0 && figures < 1) + (frame.aggregate && figures >= 1 ? weigh_total(frame) : 0);
  }

  std::uint32_t towns_ = 0;  ///< that open paragraphs: “X : …”
  static constexpr std::size_t kNoCause = static_cast<std::size_t>(-1);
  static constexpr std::size_t kMostTriggers = 16;  // of a sentence that anybody reads; it keeps a text of any length linear
  static constexpr double kMostItems = 20;  // that an article counts through

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
  FrameFacts& out_;
  bool told_in_body_ = false;  ///< a frame below the headlines has told of something
  EventDates dates_;
  Charges charges_;
  Totals totals_;
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
