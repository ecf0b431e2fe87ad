#include "events/link_score.h"

#include <algorithm>

#include "events/people.h"
#include "events/prominence.h"
#include "mentions/calendar.h"
#include "mentions/place.h"

namespace incidents {

bool LinkScore::is_of_other_item(std::uint32_t draft) const {
  return at_.item_draft != kNone ? draft != at_.item_draft : draft < at_.item;
}

/// “She was found hanging. Her father accuses the in-laws of murder”: what is alleged is what was told.
bool LinkScore::calls_it(const Frame& frame, EventId type, const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  if (told == kNoEvent || !(types_[told].alleged[type] || types_[type].alleged[told])) return false;
  if (content_.accuses(frame) || draft.votes[type] > 0) return true;
  const auto told_in = latest(draft.frames);
  return std::any_of(told_in.begin(), told_in.end(), [&](std::uint32_t f) { return content_.accuses(facts_.frames[f]); });
}

/// “Behind the blast the rebels also opened fire”: opens with what the draft tells and goes on in its kind.
bool LinkScore::goes_on_after(const Frame& frame, EventId type, const Draft& draft) const {
  if (!frame.anaphor || frame.shift || frame.background || draft.background) return false;
  if (types_[type].category != types_[votes_.decide_type(draft)].category) return false;
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return t.oblique && t.type != type && votes_.types_fit(t.type, &t, draft);
  });
}

double LinkScore::score(const Frame& frame, EventId type, const Draft& draft, std::uint32_t index) const {
  const Pair p{.frame = frame,
               .type = type,
               .draft = draft,
               .index = index,
               .place = place_of(frame, type, draft, index),
               .date = frame.date != kNone && draft.date != kNone ? compare_dates(content_.timex(frame.date), content_.timex(draft.date)) : 0,
               .moves = frame.shift && (relation_.names_narrower(frame, draft) || (type != kNoEvent && is_of_new_place(frame, draft))),
               .is_current = index == at_.current};
  return of_type(p) + of_place(p) + of_day(p) + of_pointers(p) + of_looking_back(p) + of_totals(p) + of_items(p) + of_toll(p);
}

double LinkScore::of_type(const Pair& p) const {
  const Frame& frame = p.frame;
  const EventId type = p.type;
  const Draft& draft = p.draft;
  if (type == kNoEvent) return votes_.is_operation(draft) && content_.tells_of_lost(frame) ? -1 : 0.5;
  if (is_deed_of_taken(frame, type, draft)) return -4;
  if (votes_.any_type_fits(frame, type, draft) || votes_.explains(type, draft) || calls_it(frame, type, draft)) return 2;
  if (names_too(frame, draft) && relation_.same_toll(frame, draft)) return 2;
  if (votes_.follows(type, draft) && !is_deed_apart(frame, draft) && !is_unrest_apart(frame, type, draft)) {
    return relation_.own_day(frame, draft) && !votes_.belongs_later(type, draft) ? -3 : 1.5;
  }
  if (goes_on_after(frame, type, draft) && p.is_current) return 1;
  if (tells_what_headline_sums(p)) return 2;
  if (only_supports(frame) && content_.tells_of_victims(frame)) return 0;  // bodies that are found say nothing of their own
  return is_strong(frame, type) ? -4 : -2.5;
}

/// “of snakes, of lightning and of drowning four died”: one of several causes, whichever was taken for the first.
bool LinkScore::names_too(const Frame& frame, const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  if (told == kNoEvent || (types_[told].category != Category::accident && types_[told].category != Category::disaster)) return false;
  return std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return t.type == told; });
}

/// Places apart say nothing where a happening reaches both, or the one is only named more closely.
PlaceRelation LinkScore::place_of(const Frame& frame, EventId type, const Draft& draft, std::uint32_t index) const {
  const PlaceRelation place = relation_.relate_places(frame, draft);
  if (place != PlaceRelation::apart) return place;
  const bool reaches = is_of_brief(frame, index) || is_felt_too(frame, type) || is_part_of_wide(frame, type, draft);
  return reaches ? PlaceRelation::unknown : place;
}

/// In another land, with other dead: what else two lands share, no single blow does.
bool LinkScore::is_of_other_land(const Pair& p) const {
  if (p.type == kNoEvent || p.frame.headline || p.frame.anaphor || !content_.tells_of_victims(p.frame) || relation_.same_toll(p.frame, p.draft)) return false;
  const auto land = [&](MentionIndex place) { return content_.toponym(place).resolved.country; };
  const auto told = latest(p.draft.places);
  return !told.empty() && std::all_of(p.frame.places.begin(), p.frame.places.end(), [&](MentionIndex a) {
    return land(a) && std::all_of(told.begin(), told.end(), [&](MentionIndex b) { return land(b) && land(a) != land(b); });
  });
}

/// “Meanwhile in town B on Tuesday four died in a clash”: opens with a town apart and a day, and has dead of its own.
bool LinkScore::opens_with_other_toll(const Pair& p) const {
  constexpr std::uint32_t kOpening = 5;
  const Frame& frame = p.frame;
  if (p.type == kNoEvent || frame.anaphor || frame.headline || frame.background || frame.date == kNone || frame.places.empty()) return false;
  const EventId told = votes_.decide_type(p.draft);
  if (told == kNoEvent || types_[told].category == Category::disaster || p.draft.aggregate || p.draft.date == kNone || !is_told_in_body(p.draft)) return false;
  if (view_.mention(frame.places.front()).begin > frame.first + kOpening) return false;
  return content_.tells_of_victims(frame) && relation_.has_rival_toll(frame, p.draft);
}

/// “Town A: … on Monday two drowned. [Next] In town B on Monday a lorry killed two”: opens with another settlement, a day and
/// another kind of happening.
bool LinkScore::opens_elsewhere(const Pair& p) const {
  constexpr std::uint32_t kOpening = 5;
  const Frame& frame = p.frame;
  if (p.type == kNoEvent || frame.anaphor || frame.headline || frame.background || frame.date == kNone || frame.places.empty()) return false;
  const EventId before = votes_.decide_type(p.draft);
  if (before == kNoEvent || before == p.type || types_[before].general || types_[p.type].general || p.draft.date == kNone) return false;
  if (p.draft.aggregate || p.draft.background || !is_strong(frame, p.type) || !is_told_in_body(p.draft)) return false;
  const MentionIndex first = *std::min_element(frame.places.begin(), frame.places.end(), [&](MentionIndex a, MentionIndex b) { return view_.mention(a).begin < view_.mention(b).begin; });
  if (view_.mention(first).begin > frame.first + kOpening || level_of(content_.toponym(first)) != LocationPrecision::place) return false;
  bool settled = false;
  for (MentionIndex q : latest(p.draft.places)) {
    const Toponym& told = content_.toponym(q);
    if (level_of(told) != LocationPrecision::place) continue;
    const PlaceRelation relation = relate(view_.sym, content_.toponym(first), told);
    if (relation == PlaceRelation::nested && contains(told, content_.toponym(first))) continue;  // the district's own town
    if (relation == PlaceRelation::same || relation == PlaceRelation::nested) return false;
    settled = true;
  }
  return settled;
}

double LinkScore::of_place(const Pair& p) const {
  if (opens_elsewhere(p)) return -6;
  if (p.place == PlaceRelation::same) return p.moves ? 0 : 2;
  if (p.place == PlaceRelation::nested) return p.moves ? 0 : 1;
  if (p.place != PlaceRelation::apart) return 0;
  const double score = has_toll_of_its_own(p.frame, p.type, p.draft) ? -2 : 0;
  if (spreads(p.frame, p.type) || tries(p.draft, p.frame)) return score;
  if (is_of_other_land(p) || opens_with_other_toll(p)) return score - 6;
  const bool told_fully = p.draft.frames.size() > 1 && p.frame.date != kNone && p.type != kNoEvent && is_strong(p.frame, p.type);
  return score - (told_fully ? 3.5 : 3);
}

double LinkScore::of_day(const Pair& p) const {
  // A sentence without a word or place of its own goes on with what was told last.
  const bool goes_on = p.type == kNoEvent && p.frame.places.empty() && !p.is_current;
  if (p.date > 0) return goes_on ? 0.5 : 1.5;
  if (p.date == 0 || relation_.is_own_day(p.frame, p.draft)) return 0;
  return relation_.comes_later(p.frame, p.draft) || (p.type != kNoEvent && votes_.belongs_later(p.type, p.draft)) ? -1 : -3;
}

/// “This attack”, “meanwhile”, “nobody has claimed it”, and that what was told last is likelier meant.
double LinkScore::of_pointers(const Pair& p) const {
  const Frame& frame = p.frame;
  double score = 0;
  if (frame.anaphor && !frame.shift && p.is_current) score += 2.5;
  if (p.is_current && content_.speaks_of_claim(frame)) score += 3;
  if (strikes_back(frame, p.draft)) score -= 5;
  if (frame.shift && !(p.place == PlaceRelation::same && p.date >= 0 && !p.moves)) score -= 2.5;
  if (is_moved(frame) && p.date <= 0) score -= 2.5;
  if (p.is_current) score += is_of_brief(frame, p.index) ? 2.5 : 1;
  if (frame.another && p.is_current) score -= 5;
  if (is_shelter_of_all(p)) score += 1.5;
  return score;
}

/// “[new paragraph] Thousands are in relief camps”: of what the headline tells, not of the last of its places.
bool LinkScore::is_shelter_of_all(const Pair& p) const {
  return p.frame.paragraph_start && p.draft.headline && !p.is_current && p.type != kNoEvent && types_[p.type].counted && types_[p.type].category == Category::operation &&
         !types_[p.type].takes_people && p.frame.places.empty() && p.frame.date == kNone && votes_.follows(p.type, p.draft);
}

/// What is told as over, recalled or old is another happening than the news.
double LinkScore::of_looking_back(const Pair& p) const {
  const Frame& frame = p.frame;
  const EventId type = p.type;
  const Draft& draft = p.draft;
  double score = 0;
  if (tells_cause(p)) return 3;
  if (frame.background && p.date <= 0 && !draft.tried && !recalls(frame, draft, p.index)) {
    score -= frame.past_perfect && frame.date != kNone && !content_.timex(frame.date).vague ? 4 : 2;
  }
  if (content_.tells_earlier_one(frame) && (p.date <= 0 || (!frame.anaphor && relation_.has_rival_toll(frame, draft))) && !draft.tried && !draft.background) score -= 4;
  if (p.date <= 0 && content_.is_old(frame) && !(draft.tried && draft.date == kNone)) score -= 4;
  const bool over = frame.past_perfect && !content_.is_revised(frame) && frame.date != kNone && !draft.background && !draft.tried && !is_solved(type, draft);
  if (over && (p.date < 0 || ((p.date == 0 || p.place == PlaceRelation::apart) && content_.tells_of_victims(frame)))) score -= 2;
  if (looks_elsewhere(frame, draft, p.date)) score -= 4;
  if (goes_on_looking_back(frame)) score += p.is_current ? 1.5 : -1.5;
  if (is_deed_before(frame, draft)) score -= 4;
  if (opens_with_history(p)) score -= 6;
  if (is_long_before(frame, type, draft)) score -= 4;
  if (returns_to_news(frame, draft)) score -= 3;
  if (content_.tells_latest(frame) && !frame.background) score += is_over(draft) ? -5 : p.place == PlaceRelation::apart || p.date < 0 ? 0 : 1.5;
  return score;
}

/// “In protest against the murder of X the shops were shut. X had been shot on Monday”: how it came to what led to the protest.
bool LinkScore::tells_cause(const Pair& p) const {
  const Draft& draft = p.draft;
  if (!facts_.frames[draft.frames.front()].cause || draft.date != kNone || draft.aggregate || p.frame.aggregate || p.type == kNoEvent) return false;
  if (!p.frame.past_perfect && !p.frame.background) return false;
  const auto told = latest(draft.frames);
  if (std::any_of(told.begin(), told.end(), [&](std::uint32_t f) { return !facts_.frames[f].cause && !facts_.frames[f].headline; })) return false;
  return p.place != PlaceRelation::apart && (votes_.any_type_fits(p.frame, p.type, draft) || votes_.explains(p.type, draft)) && !content_.is_old(p.frame);
}

/// “In May this year X had been attacked”, behind news without a day, which is of these days.
bool LinkScore::is_long_before(const Frame& frame, EventId type, const Draft& draft) const {
  constexpr int kDays = 30;
  constexpr std::uint32_t kLead = 4;
  if (frame.date == kNone || draft.date != kNone || !frame.past_perfect || frame.anaphor || draft.tried || draft.background || !view_.published) return false;
  if (type == kNoEvent || types_[type].category == Category::crime || votes_.is_operation(draft) || !has_word(frame, type)) return false;
  if (draft.first_sentence > facts_.headline_sentences + kLead || states_day(view_, frame)) return false;
  const Timex& t = content_.timex(frame.date);
  return t.end && days_from_civil(*view_.published) - days_from_civil(*t.end) > kDays;
}

/// “37 years ago too a plane had crashed in X [headline]. A plane crashed on Thursday in X”: the headline recalls.
bool LinkScore::opens_with_history(const Pair& p) const {
  return p.date < 0 && p.draft.headline && is_history(view_, p.draft.date) && !content_.is_old(p.frame) && p.type != kNoEvent && has_word(p.frame, p.type);
}

/// A total and what is told one by one stay apart.
double LinkScore::of_totals(const Pair& p) const {
  const Frame& frame = p.frame;
  const EventId type = p.type;
  const Draft& draft = p.draft;
  double score = 0;
  if (type == kNoEvent && !frame.aggregate && frame.date == kNone && frame.places.empty() && tells_whole_number(frame)) score += draft.aggregate ? 3 : -1.5;
  if (frame.aggregate && draft.aggregate && ((!frame.anaphor && p.place != PlaceRelation::same) || p.date < 0)) score -= 3;
  if (frame.aggregate && draft.aggregate && sums_up_longer(frame, draft)) score -= 8;
  if (frame.aggregate && !relation_.may_be_one(frame, draft) && !draft.aggregate && !relation_.same_toll(frame, draft)) score -= 8;
  const bool says_more = is_cared_for(p) || adds_to_total(p) || tells_what_headline_sums(p) || (p.is_current && frame.places.empty() && frame.date == kNone &&
                                             (type == kNoEvent || fits_by_the_way(frame, type, draft) || goes_on_rising(p)));
  const bool same_total = type == kNoEvent && frame.places.empty() && relation_.same_toll(frame, draft);
  if (draft.aggregate && !frame.aggregate && !frame.anaphor && !says_more && !same_total) {
    // “since April 550 have been killed. Last week a mine blew up a bus and killed 62”
    score -= frame.date != kNone && relation_.has_rival_toll(frame, draft) ? 8 : 4;
  }
  if (relation_.dwarfs(frame, draft)) score -= 8;
  if (tells_next(frame, type, p.place, draft)) score -= 3;
  if (is_one_of_several(frame, type, draft)) score -= 5;
  return score;
}

/// “the whole number of the wounded is 108,438”: of the total.
bool LinkScore::tells_whole_number(const Frame& frame) const {
  return !frame.figures.empty() && view_.has_cue(Cue::aggregate, frame.first, frame.last);
}

/// “this year 90 have died” behind the total of a day.
bool LinkScore::sums_up_longer(const Frame& frame, const Draft& draft) const {
  constexpr std::int64_t kDays = 31;
  if (frame.date == kNone || draft.date == kNone) return false;
  const auto days = [&](MentionIndex date) -> std::int64_t {
    const Timex& t = content_.timex(date);
    const auto end = t.end ? t.end : t.since ? view_.published : std::nullopt;  // “from January on”
    return t.start && end ? days_from_civil(*end) - days_from_civil(*t.start) : -1;
  };
  const std::int64_t told = days(draft.date);
  return days(frame.date) > kDays && told >= 0 && told < kDays;
}

/// “two were singed”, in a story of lightning: a weak word that fits what is told.
bool LinkScore::fits_by_the_way(const Frame& frame, EventId type, const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  return told != kNoEvent && type != told && !is_strong(frame, type) && primary_hit(frame, type) && primary_hit(frame, type)->also[told];
}

/// “Here bombs, there robbed booths, eleven dead [headline]. In the violence of polling day …”: what the total is of.
bool LinkScore::tells_what_headline_sums(const Pair& p) const {
  const EventId told = votes_.decide_type(p.draft);
  if (!p.draft.headline || !p.draft.aggregate || told == kNoEvent || p.type == kNoEvent || p.frame.shift || p.frame.background) return false;
  if (types_[told].category != Category::attack || types_[p.type].category != Category::unrest || types_[p.type].bloodless) return false;
  return p.is_current && std::all_of(p.draft.frames.begin(), p.draft.frames.end(), [&](std::uint32_t f) { return facts_.frames[f].headline || facts_.frames[f].triggers.empty(); });
}

/// “45 have died in the unrest. During the protests 500 were hurt and 341 arrested”: of the same total.
bool LinkScore::adds_to_total(const Pair& p) const {
  const EventId told = votes_.decide_type(p.draft);
  if (told == kNoEvent || types_[told].category != Category::unrest || types_[told].bloodless || !p.is_current || p.type == kNoEvent) return false;
  if (p.frame.date != kNone || p.frame.shift || p.frame.paragraph_start || content_.names_below(p.frame.places, LocationPrecision::admin1)) return false;
  return votes_.any_type_fits(p.frame, p.type, p.draft) && !p.frame.figures.empty() && !relation_.has_rival_toll(p.frame, p.draft);
}

/// “22 died in two days of violent protests. Protesters set fire to the parliament”: what crowds did in them.
bool LinkScore::goes_on_rising(const Pair& p) const {
  const EventId told = votes_.decide_type(p.draft);
  return p.frame.figures.empty() && told != kNoEvent && types_[told].category == Category::unrest && !types_[told].bloodless &&
         types_[told].covers[p.type] && types_[p.type].follows[told];
}

/// “40,000 are in camps”, behind how many died in the floods so far.
bool LinkScore::is_cared_for(const Pair& p) const {
  return p.is_current && p.type != kNoEvent && p.frame.date == kNone && p.place != PlaceRelation::apart && votes_.belongs_later(p.type, p.draft);
}

/// The body takes up its headline; each item of a list tells its own.
double LinkScore::of_items(const Pair& p) const {
  const Frame& frame = p.frame;
  const Draft& draft = p.draft;
  double score = 0;
  if (draft.headline && !frame.headline && draft.frames.size() == 1 && p.index + 1 == drafts_.size()) score += 1.5;
  if (frame.list_item && !draft.headline) score -= 5;
  else if (is_of_other_item(p.index) && (!draft.headline || (at_.counted_item && draft.aggregate) || (at_.sections && !draft.aggregate && is_told_in_body(draft))) && (at_.counted_item || !frame.anaphor)) score -= 5;
  else if (at_.brief && is_of_other_item(p.index) && is_told_in_body(draft)) score -= 8;
  return score;
}

double LinkScore::of_toll(const Pair& p) const {
  double score = 0;
  // Two crashes in two towns may have the same toll.
  const bool elsewhere = p.place == PlaceRelation::apart && p.type != kNoEvent && p.type == votes_.decide_type(p.draft) && types_[p.type].category == Category::accident;
  if (!elsewhere && relation_.same_toll(p.frame, p.draft)) score += 1.5;
  if (votes_.is_bloodless(p.draft) && content_.tells_of_victims(p.frame)) score -= 5;
  if (is_blow_apart(p.frame, p.type, p.draft) || is_strike_apart(p) || is_there_too(p)) score -= 5;
  if (confirms_total(p)) score += 6;
  if (is_arrest_for_deed(p)) score -= 5;
  if (is_taken_in_for(p)) score += 3;
  return score;
}

/// “The first blast was in X. The second in Y. The police confirm nine dead”: as many as in both.
bool LinkScore::confirms_total(const Pair& p) const {
  return p.type == kNoEvent && !p.is_current && &p.draft == &drafts_.front() && p.frame.places.empty() && p.frame.date == kNone && !p.frame.shift &&
         relation_.counts_several(p.draft) && relation_.same_toll(p.frame, p.draft);
}

/// Who is taken in behind the curfew that followed a riot took part in the riot; behind the protest that followed a crime,
/// did the crime, unless they are called a crowd or just people.
bool LinkScore::is_arrest_for_deed(const Pair& p) const {
  const EventId told = votes_.decide_type(p.draft);
  if (p.type == kNoEvent || !types_[p.type].takes_people || told == kNoEvent) return false;
  const bool curfew = types_[told].category == Category::unrest && types_[told].bloodless;
  if (!curfew && types_[told].owner != DeedOwner::anybody) return false;
  for (std::uint32_t t = p.frame.first; t < p.frame.last; ++t) {
    if (view_.phrase_at(t, view_.sym.crowd)) return false;
    const LexicalMatch* people = curfew ? nullptr : people_noun_at(view_, t);
    if (people && view_.attribute(people->entry, view_.sym.k_generic) == view_.sym.v_yes) return false;
  }
  const auto before = latest(drafts_);
  return std::any_of(before.begin(), before.end(), [&](const Draft& d) {
    return is_cause(d) && (curfew || (d.headline && d.first_sentence < p.draft.first_sentence));
  });
}

/// What people are taken in for: a deed or a riot that is the news.
bool LinkScore::is_cause(const Draft& d) const {
  const EventId type = votes_.decide_type(d);
  if (type == kNoEvent || d.background || d.aggregate) return false;
  return types_.is_deed(type) || (types_[type].category == Category::unrest && !types_[type].bloodless && types_[type].owner != DeedOwner::anybody);
}

/// Behind the curfew, back to the riot.
bool LinkScore::is_taken_in_for(const Pair& p) const {
  if (p.type == kNoEvent || !types_[p.type].takes_people || at_.current == kNone || p.frame.date != kNone || !p.frame.places.empty()) return false;
  const EventId current = votes_.decide_type(drafts_[at_.current]);
  return current != kNoEvent && types_[current].category == Category::unrest && types_[current].bloodless && is_cause(p.draft) && types_[p.type].follows[votes_.decide_type(p.draft)];
}

/// “Hisua : a youth was stabbed. In village X, in Wednesday's incident, …”: the village is the town's.
bool LinkScore::is_of_brief(const Frame& frame, std::uint32_t draft) const {
  return at_.brief && !frame.list_item && !is_of_other_item(draft) && only_supports(frame);
}

bool LinkScore::is_told_in_body(const Draft& draft) const {
  const auto told_in = latest(draft.frames);
  return std::any_of(told_in.begin(), told_in.end(), [&](std::uint32_t f) { return !facts_.frames[f].headline; });
}

/// Told with a word and a toll of its own, where the draft has another toll already: two crashes of one day in two towns.
bool LinkScore::has_toll_of_its_own(const Frame& frame, EventId type, const Draft& draft) const {
  if (type == kNoEvent || frame.anaphor || !is_strong(frame, type) || !content_.tells_of_victims(frame)) return false;
  const EventId told_type = votes_.decide_type(draft);
  const bool spread = told_type != kNoEvent && types_[told_type].category == Category::disaster && !types_[told_type].discrete;
  if (spread) return false;  // a storm has a toll in each town
  const auto told = latest(draft.frames);
  return std::any_of(told.begin(), told.end(), [&](std::uint32_t f) { return relation_.contradicts(frame, facts_.frames[f]); });
}

/// In rains that went on for days a house fell in one village, lightning struck in another: what is told with a village and a
/// toll of its own is no more of what was told so far, where that is no total either.
bool LinkScore::is_blow_apart(const Frame& frame, EventId type, const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  if (type == kNoEvent || told == kNoEvent || frame.anaphor || frame.headline || draft.aggregate) return false;
  if (types_[told].category != Category::disaster || types_[told].wide || types_[told].discrete) return false;
  if (type == told || !is_strong(frame, type) || !content_.tells_of_lost(frame)) return false;
  if (types_[type].category == Category::disaster && !types_[type].discrete) return false;
  return is_of_new_place(frame, draft) && tells_narrowly(draft) && !relation_.same_toll(frame, draft);
}

/// “Lightning struck in village A. In village B too lightning struck”: another of its kind. A quake is felt there too.
bool LinkScore::is_there_too(const Pair& p) const {
  if (p.type == kNoEvent || p.frame.headline || p.draft.aggregate || p.place == PlaceRelation::same || !has_word(p.frame, p.type)) return false;
  const EventType& type = types_[p.type];
  const bool struck = type.category == Category::disaster ? type.discrete : type.category != Category::operation && type.category != Category::politics && !type.bloodless;
  if (!struck) return false;
  return std::any_of(p.frame.places.begin(), p.frame.places.end(), [&](MentionIndex i) {
    if (level_of(content_.toponym(i)) > LocationPrecision::admin2 || relation_.is_told(i, p.draft)) return false;
    std::uint32_t after = view_.mention(i).end;
    const StringId marker = view_.case_at(after, &after);
    return (marker == view_.sym.v_mein || marker == view_.sym.v_par) && after < p.frame.last && view_.phrase_at(after, view_.sym.also_word);
  });
}

/// “In town A a strike killed twelve. In town B eight died in a bombing”: towns of one land, each with its dead.
bool LinkScore::is_strike_apart(const Pair& p) const {
  if (p.place != PlaceRelation::unknown || p.type == kNoEvent || p.frame.anaphor || p.frame.headline || p.draft.aggregate) return false;
  const EventId told = votes_.decide_type(p.draft);
  if (told == kNoEvent || types_[told].category != Category::attack || types_[p.type].category != Category::attack) return false;
  if (!has_word(p.frame, p.type) || relation_.same_toll(p.frame, p.draft) || !relation_.has_rival_toll(p.frame, p.draft)) return false;
  const auto is_town = [&](MentionIndex place) { return is_town_by_itself(content_.toponym(place)); };
  const auto told_in = latest(p.draft.places);
  return std::any_of(p.frame.places.begin(), p.frame.places.end(), [&](MentionIndex i) { return is_town(i) && !relation_.is_told(i, p.draft); }) &&
         std::any_of(told_in.begin(), told_in.end(), is_town);
}

/// Names a settlement or building that the draft does not.
bool LinkScore::is_of_new_place(const Frame& frame, const Draft& draft) const {
  return std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
    return level_of(content_.toponym(p)) == LocationPrecision::place && !relation_.is_told(p, draft);
  });
}

/// Are its dead and wounded those of one settlement, with no other figure in the headline?
bool LinkScore::tells_narrowly(const Draft& draft) const {
  const Frame* first = nullptr;
  for (std::uint32_t f : latest(draft.frames)) {
    const Frame& frame = facts_.frames[f];
    if (!content_.tells_of_lost(frame)) continue;
    if (first && relation_.contradicts(frame, *first)) return false;
    if (!first) first = &frame;
    if (!frame.headline && !frame.places.empty() && !content_.names_below(frame.places, LocationPrecision::admin2)) return false;
  }
  const auto told = latest(draft.places);
  return first && std::any_of(told.begin(), told.end(), [&](MentionIndex p) { return level_of(content_.toponym(p)) == LocationPrecision::place; });
}

/// A quake is felt far away: without a day and victims another place is no other disaster.
bool LinkScore::spreads(const Frame& frame, EventId type) const {
  return type != kNoEvent && types_[type].wide && frame.date == kNone &&
         frame.figures.empty() && !frame.shift && !frame.section && !frame.headline;
}

/// The court that the article opens with sits elsewhere than where the deed was done.
bool LinkScore::tries(const Draft& draft, const Frame& frame) const {
  return draft.tried && draft.date == kNone && frame.date != kNone && content_.is_old(frame);
}

/// “two months ago a woman had died …” behind the news that somebody was arrested for it.
bool LinkScore::is_deed_before(const Frame& frame, const Draft& draft) const {
  constexpr int kDays = 7;
  const EventId told = votes_.decide_type(draft);
  if (told == kNoEvent || !types_[told].takes_people || !frame.past_perfect || frame.date == kNone || !view_.published) return false;
  const Timex& t = content_.timex(frame.date);
  return t.end && days_from_civil(*view_.published) - days_from_civil(*t.end) > kDays &&
         std::none_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& hit) { return hit.type == told; });
}

bool LinkScore::strikes_back(const Frame& frame, const Draft& draft) const {
  if (frame.attacker.empty() || draft.attacker.empty() || frame.attacker == draft.attacker) return false;
  const EventId type = votes_.primary_type(frame);
  if (frame.answers) return true;
  if (type == kNoEvent || types_[type].exchange) return false;
  const PlaceRelation place = relation_.relate_places(frame, draft);
  return place == PlaceRelation::apart || content_.answers(frame) || (frame.places.empty() && content_.tells_of_victims(frame) && !relation_.same_toll(frame, draft));
}

/// Behind what is older than the news, as over like it.
bool LinkScore::goes_on_looking_back(const Frame& frame) const {
  if (!frame.past_perfect || frame.background || frame.shift || at_.current == kNone) return false;
  const Draft& draft = drafts_[at_.current];
  return draft.background && frame.sentence <= draft.last_sentence + 1 && !relation_.own_day(frame, draft);
}

/// Told behind the news, as over, with a day more than a week ago.
bool LinkScore::is_over(const Draft& draft) const {
  constexpr int kDays = 7;
  if (&draft == &drafts_.front() || draft.date == kNone) return false;
  if (draft.background) return true;
  if (!facts_.frames[draft.frames.front()].past_perfect || !view_.published) return false;
  const Timex& t = content_.timex(draft.date);
  return t.end && days_from_civil(*view_.published) - days_from_civil(*t.end) > kDays;
}

/// “In August 73 had been killed. Nobody has claimed the attack”: behind what was told as over, what is so now is of the news.
bool LinkScore::returns_to_news(const Frame& frame, const Draft& draft) const {
  if (!frame.present || frame.past_perfect || frame.background || frame.anaphor || frame.shift || frame.date != kNone || !frame.places.empty()) return false;
  const bool hurts = content_.most_of(Effect::injured, frame) > 0 && content_.most_dead(frame) == 0 && content_.most_of(Effect::missing, frame) == 0;
  return is_over(draft) && facts_.frames[draft.frames.back()].past_perfect && (hurts || content_.speaks_of_claim(frame));
}

/// “tremors were felt in India too”: one quake for many countries.
bool LinkScore::is_felt_too(const Frame& frame, EventId type) const {
  return type != kNoEvent && types_[type].wide && !frame.shift && frame.date == kNone && frame.figures.empty();
}

bool LinkScore::recalls(const Frame& frame, const Draft& draft, std::uint32_t index) const {
  constexpr int kDays = 45;
  if (!frame.background || frame.earlier || frame.date == kNone || index != at_.current) return false;
  if (draft.date != kNone && !(states_day(view_, frame) && relation_.is_own_day(frame, draft))) return false;
  if (content_.tells_day_too(frame)) return false;
  if (draft.aggregate || draft.background || (content_.tells_of_victims(frame) && !relation_.same_toll(frame, draft))) return false;
  const Timex& t = content_.timex(frame.date);
  return t.precision == DatePrecision::day && t.start && view_.published && relation_.relate_places(frame, draft) != PlaceRelation::apart &&
         days_from_civil(*view_.published) - days_from_civil(*t.start) <= kDays;
}

/// “in the next state a wall fell and killed a couple”, of a cyclone: one of its tolls.
bool LinkScore::is_part_of_wide(const Frame& frame, EventId type, const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  return told != kNoEvent && types_[told].wide && frame.date == kNone && !frame.shift && !frame.background && !frame.headline &&
         (type == kNoEvent || types_[type].follows[told]);
}

bool LinkScore::tells_next(const Frame& frame, EventId type, PlaceRelation place, const Draft& draft) const {
  if (!at_.round_up || draft.aggregate || frame.anaphor || frame.aggregate || type == kNoEvent) return false;
  return place != PlaceRelation::same && content_.names_below(frame.places, LocationPrecision::country) && content_.names_below(draft.places, LocationPrecision::country) &&
         (place == PlaceRelation::apart || has_word(frame, type) || content_.tells_of_victims(frame));
}

/// “in districts A, B and C 13 died of lightning … in village X of A it struck three herdsmen”: one stroke of those that
/// were counted together.
bool LinkScore::is_one_of_several(const Frame& frame, EventId type, const Draft& draft) const {
  if (is_next_land(frame, draft)) return true;
  if (frame.anaphor || frame.headline) return false;
  if (is_landfall_apart(frame, draft)) return true;
  if (type == kNoEvent && is_strike_told_by_toll(frame, draft)) return true;
  if (type == kNoEvent) return false;
  if (!types_[type].discrete) return is_one_of_counted(frame, type, draft);
  const bool narrow = std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
    return level_of(content_.toponym(p)) == LocationPrecision::place && !relation_.is_told(p, draft);
  });
  if (!narrow) return is_one_of_counted(frame, type, draft);
  if (relation_.tells_districts_apart(draft)) return is_strong(frame, type) || content_.tells_of_victims(frame);
  return (is_strong(frame, type) && relation_.tells_fewer(frame, draft) && !content_.names_below(draft.places, LocationPrecision::admin2)) || is_one_of_counted(frame, type, draft);
}

/// “two blasts in the country killed ten. In town A a blast killed seven”: told with fewer dead and a place of its own.
bool LinkScore::is_one_of_counted(const Frame& frame, EventId type, const Draft& draft) const {
  const Category category = types_[type].category;
  if ((category != Category::attack && category != Category::crime && category != Category::accident && category != Category::unrest) || !has_word(frame, type)) return false;
  if (frame.aggregate || !relation_.tells_fewer(frame, draft)) return false;
  const bool of_land = is_violence_of_land(draft);
  if (!of_land && (category == Category::unrest || !relation_.counts_several(draft))) return false;
  const LocationPrecision level = of_land ? LocationPrecision::admin1 : LocationPrecision::country;
  return std::any_of(frame.places.begin(), frame.places.end(), [&](MentionIndex p) {
    return level_of(content_.toponym(p)) < level && !relation_.is_told(p, draft);
  });
}

/// “On Saturday it reached land B. There 14 died”: no more of what it did in land A.
bool LinkScore::is_next_land(const Frame& frame, const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  if (told == kNoEvent || !types_[told].wide || drafts_.empty() || &draft == &drafts_.front() || frame.headline) return false;
  return content_.tells_of_victims(frame) && relation_.tells_of_lands(drafts_.front()) && relation_.relate_places(frame, draft) == PlaceRelation::apart;
}

/// “In air strikes on provinces A and B 27 died. Witnesses say that in the suburb C ten were killed”
bool LinkScore::is_strike_told_by_toll(const Frame& frame, const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  if (told == kNoEvent || types_[told].category != Category::attack || frame.aggregate || frame.shift || draft.aggregate || !relation_.counts_several(draft)) return false;
  return content_.tells_of_victims(frame) && relation_.tells_fewer(frame, draft) && relation_.tells_districts_apart(draft) && is_of_new_place(frame, draft);
}

/// “the cyclone killed 23 in lands A and B. On Friday it reached A, where nine died”: with a day of its own.
bool LinkScore::is_landfall_apart(const Frame& frame, const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  const auto reached = [&](const Draft& d) { return &d != &draft && !d.background && d.date != kNone && types_.compatible(votes_.decide_type(d), told); };
  if (told == kNoEvent || !types_[told].wide || frame.aggregate || !relation_.tells_of_lands(draft) || !relation_.tells_fewer(frame, draft)) return false;
  const auto others = latest(drafts_);
  return frame.date != kNone || (!frame.places.empty() && std::any_of(others.begin(), others.end(), reached));
}

/// “in the violence of polling day eleven died in the state”: a riot of no town.
bool LinkScore::is_violence_of_land(const Draft& draft) const {
  const EventId told = votes_.decide_type(draft);
  return told != kNoEvent && types_[told].category == Category::unrest && !types_[told].bloodless && !draft.places.empty() &&
         !content_.names_below(draft.places, LocationPrecision::admin1);
}

/// Recalled or told as over, of another day and with another toll than what is being told.
bool LinkScore::looks_elsewhere(const Frame& frame, const Draft& draft, int date) const {
  if (!frame.background && !(frame.past_perfect && frame.date != kNone)) return false;
  if (frame.anaphor || draft.background || draft.aggregate || content_.is_revised(frame)) return false;
  const bool same_day = date > 0 && content_.timex(frame.date).start == content_.timex(draft.date).start && content_.timex(frame.date).end == content_.timex(draft.date).end;
  // “before this, on Saturday”, of a Saturday: what was earlier in the day.
  return (!same_day || content_.tells_earlier_one(frame)) && relation_.has_rival_toll(frame, draft);
}

/// “In another case the court …. He had, in January 2018, …”: what the sentence before turned to.
bool LinkScore::is_moved(const Frame& frame) const {
  return at_.moved != kNone && frame.sentence == at_.moved + 1 && !frame.shift && (frame.date != kNone || !frame.places.empty());
}

/// A crime told without a day and a victim, or beside an arrest: what follows with a day, as over, is that crime.
bool LinkScore::is_solved(EventId type, const Draft& draft) const {
  if (type == kNoEvent || type != votes_.decide_type(draft) || draft.date != kNone || draft.aggregate || types_[type].category != Category::crime) return false;
  const auto told = latest(drafts_);
  const bool announced = std::none_of(draft.frames.begin(), draft.frames.end(), [&](std::uint32_t f) { return content_.tells_of_victims(facts_.frames[f]); });
  return announced || std::any_of(told.begin(), told.end(), [&](const Draft& d) { return votes_.is_operation(d); });
}

/// “Two thieves were caught. They had broken into a house”: the deed of those who were arrested, told as over.
bool LinkScore::is_deed_of_taken(const Frame& frame, EventId type, const Draft& draft) const {
  constexpr double kBarelyNamed = 1;  // “the thief” says less than the word for the deed
  const EventId told = votes_.decide_type(draft);
  return frame.past_perfect && type != kNoEvent && told != kNoEvent && types_[told].takes_people && types_.is_deed(type) && has_word(frame, type) &&
         draft.votes[type] < kBarelyNamed;
}

/// They were arrested for a deed that is told now in words of its own.
bool LinkScore::is_deed_apart(const Frame& frame, const Draft& draft) const {
  return draft.charge != kNoEvent && votes_.is_operation(draft) && std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
           return t.strength == Strength::strong && !t.from_effect && types_.compatible(t.type, draft.charge);
         });
}

/// “The lessee was arrested. [new paragraph] The families are on strike”: unrest after an arrest is no part of it.
bool LinkScore::is_unrest_apart(const Frame& frame, EventId type, const Draft& draft) const {
  const bool opens = frame.paragraph_start || (&frame != facts_.frames.data() && (&frame - 1)->section);
  return opens && !frame.anaphor && votes_.is_operation(draft) && types_[type].category == Category::unrest && (frame.section || is_strong(frame, type));
}

}  // namespace incidents
