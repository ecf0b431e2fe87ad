#include "events/people_lists.h"

#include <algorithm>

namespace incidents {

std::uint32_t PeopleLists::first_phrase_from(std::uint32_t token) const {
  return static_cast<std::uint32_t>(std::partition_point(facts_.people.begin(), facts_.people.end(),
                                                         [&](const PeoplePhrase& p) { return p.begin < token; }) -
                                    facts_.people.begin());
}

bool PeopleLists::has_people_between(std::uint32_t first, std::uint32_t last) const {
  const std::uint32_t p = first_phrase_from(first);
  return p < facts_.people.size() && facts_.people[p].end <= last;
}

bool PeopleLists::has_living_between(std::uint32_t first, std::uint32_t last) const {
  if (has_people_between(first, last)) return true;
  for (std::uint32_t t = first; t < last; ++t) {
    if (view_.phrase_at(t, sym_.animal)) return true;
  }
  return false;
}

bool PeopleLists::is_joined(const PeoplePhrase& left, const PeoplePhrase& right) const {
  if (left.case_marker != 0) return false;
  bool joined = false;
  std::uint32_t trade = 0;  // words of “and stall owner X”
  for (std::uint32_t t = left.after; t < right.from; ++t) {
    if (view_.is_mark(t, ',') || view_.phrase_at(t, sym_.conjunction)) joined = true;
    else if (const std::uint32_t age = measure_end(t); age > t) t = age - 1;  // “and their 8 saal ka child”
    else if (joined && left.named && right.quantified == kNone && trade == 0 && is_plain(t)) ++trade;
    else if (!view_.phrase_at(t, sym_.pronoun) && !view_.has_class(t, sym_.adjective) &&
             !view_.phrase_at(t, sym_.quantifier) && !view_.phrase_at(t, sym_.nationality)) return false;
  }
  return joined;
}

bool PeopleLists::is_joined_by_places(const PeoplePhrase& left, const PeoplePhrase& right) const {
  if (left.case_marker != 0 || left.quantified == kNone || right.quantified == kNone) return false;
  const Counted counted = facts_.quantified[left.quantified].counted;
  if (counted != Counted::bare && counted != Counted::people) return false;
  bool joined = false, placed = false;
  for (std::uint32_t t = left.after; t < right.from; ++t) {
    const MentionIndex place = view_.mention_over(t, MentionKind::place);
    if (view_.is_mark(t, ',') || view_.phrase_at(t, sym_.conjunction)) joined = !placed;
    else if (place != kNone) t = view_.mention(place).end - 1;
    else if (view_.case_at(t) == sym_.v_mein) placed = true;
    else if (view_.case_at(t) == sym_.v_se && view_.mention_over(t - 1, MentionKind::place) != kNone) placed = true;  // “A se do aur B se teen”
    else if (!view_.phrase_at(t, sym_.place_class) && view_.case_at(t) != sym_.v_ka && !view_.is_mark(t, '-') && !is_plain(t)) return false;
  }
  return joined && placed;
}

bool PeopleLists::ends_list(std::uint32_t index) const {
  return index > 0 && is_joined(facts_.people[index - 1], facts_.people[index]);
}

bool PeopleLists::is_title_of(const PeoplePhrase& title, const PeoplePhrase& person) const {
  if (!person.named || title.named || title.quantified != kNone || title.case_marker != 0 || title.after != person.begin) return false;
  const LexicalMatch* noun = head_noun(view_, title);
  const ClassId id = noun ? view_.lexicon.entry_class(noun->entry) : ClassId{};
  return noun && (id == sym_.office || id == sym_.force || id == sym_.person_common) && title.end == noun->end;
}

bool PeopleLists::describes_doer(std::uint32_t index) const {
  if (index + 1 >= facts_.people.size() || facts_.people[index].case_marker != 0 || facts_.people[index].named) return false;
  const PeoplePhrase& next = facts_.people[index + 1];
  return next.case_marker == sym_.v_ne && next.begin == facts_.people[index].end && !next.named;
}

bool PeopleLists::counts_told(const PeoplePhrase& p) const {
  if (p.quantified == kNone || facts_.quantified[p.quantified].counted != Counted::bare) return false;
  const MentionIndex number = facts_.quantified[p.quantified].number;
  const LexicalMatch* word = number == kNone ? nullptr : view_.phrase_at(view_.mention(number).begin, sym_.number_word);
  return word && view_.string(view_.attribute(word->entry, sym_.k_kind)) == "all";
}

bool PeopleLists::is_apposition(const PeoplePhrase& counted, const PeoplePhrase& uncounted) const {
  return !uncounted.named && counted.end <= uncounted.begin && counted.case_marker == 0 &&
         counted.end + 1 >= uncounted.begin && !is_joined(counted, uncounted);
}

/// A word without a case, that is no verb and tells nothing.
bool PeopleLists::is_plain(std::uint32_t t) const {
  if (view_.is_punctuation(t) || view_.case_at(t) != 0 || view_.has_class(t, sym_.verb)) return false;
  return view_.mention_over(t, MentionKind::trigger) == kNone && view_.mention_over(t, MentionKind::effect) == kNone && view_.mention_over(t, MentionKind::date) == kNone &&
         view_.mention_over(t, MentionKind::place) == kNone;
}

/// Token behind “8 years ka”; `t` where no measure begins there.
std::uint32_t PeopleLists::measure_end(std::uint32_t t) const {
  const auto q = first_from(facts_.quantified, t);
  if (q >= facts_.quantified.size() || facts_.quantified[q].begin != t || facts_.quantified[q].counted != Counted::measure) return t;
  std::uint32_t end = facts_.quantified[q].head_end;
  const EntryId head = facts_.quantified[q].head;
  if (head != kNone && view_.string(view_.attribute(head, sym_.k_measures)) == "age") return end;  // “65 varshiya”
  return view_.case_at(end, &end) == sym_.v_ka ? end : t;
}

}  // namespace incidents
