#include "events/list_items.h"

#include <algorithm>

namespace incidents {

bool ListItems::opens_list_item(std::uint32_t first) const {
  if (first == 0 || !(view_.tokens[first].flags & (kLineStart | kParagraphStart))) return false;
  const std::uint32_t number = view_.is_mark(first, '(') ? first + 1 : first;
  return number + 1 < view_.size() && view_.tokens[number].kind == TokenKind::number &&
         view_.tokens[number].end - view_.tokens[number].begin <= 2 &&
         (view_.is_mark(number + 1, ')') || view_.is_mark(number + 1, '.') || view_.is_mark(number + 1, '-'));
}

MentionIndex ListItems::opens_item_of_town(std::uint32_t first) const {
  const MentionIndex town = town_of_line(first);
  return town != kNone && towns_ > 1 ? town : kNone;
}

std::uint32_t ListItems::read_ordinal(const Frame& frame) const {
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

bool ListItems::counts_this(const Frame& frame) const {
  bool found = false;
  view_.for_each(MentionKind::number, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
    found = found || (view_.mentions->numbers[m.payload].ordinal && is_told_of_this(m.end));
  });
  return found;
}

void ListItems::number_first(std::vector<Frame>& frames) const {
  constexpr std::size_t kNear = 4;
  for (std::size_t second = 2; second < frames.size(); ++second) {
    if (frames[second].ordinal != 2) continue;
    for (std::size_t f = second; f-- > second - std::min(second, kNear);) {
      Frame& first = frames[f];
      if (first.ordinal > 0 || first.headline || first.occurrences) break;
      if (!opens_with_one(first)) continue;
      first.ordinal = 1;
      first.shift = true;
      break;
    }
  }
}

/// “one blast was …”, “of these, one blast …”
bool ListItems::opens_with_one(const Frame& frame) const {
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

MentionIndex ListItems::town_of_line(std::uint32_t first) const {
  if (first == 0 || !(view_.tokens[first].flags & (kLineStart | kParagraphStart)) || view_.line_ends_after(first)) return kNone;
  const MentionIndex place = view_.mention_at(first, MentionKind::place);
  if (place == kNone || view_.mention(place).end >= view_.size() || !view_.is_mark(view_.mention(place).end, ':')) return kNone;
  return place;
}

void ListItems::count_towns() {
  MentionIndex last = kNone;
  for (const Sentence& s : view_.sentences) {
    const MentionIndex town = town_of_line(s.first);
    if (town == kNone) continue;
    const auto toponym = [&](MentionIndex p) -> const Toponym& { return view_.mentions->places[view_.mention(p).payload]; };
    towns_ += last == kNone || toponym(town).standard_name != toponym(last).standard_name;
    last = town;
  }
}

/// “yah doosri ghatna hai”: of the one that was told.
bool ListItems::is_told_of_this(std::uint32_t t) const {
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
bool ListItems::names_happening(std::uint32_t t) const {
  if (view_.phrase_at(t, sym_.happening)) return true;
  const LexicalMatch* word = view_.phrase_at(t, sym_.trigger);
  if (word && view_.begins_with_noun(*word)) return true;  // “the second blast happened”
  const MentionIndex trigger = view_.mention_at(t, MentionKind::trigger);
  return trigger != kNone && view_.is_noun(view_.mention(trigger));
}

/// “a blast”, “an incident”; no “a thief”.
bool ListItems::names_blow(std::uint32_t t) const {
  if (view_.phrase_at(t, sym_.happening)) return true;
  const MentionIndex trigger = view_.mention_at(t, MentionKind::trigger);
  if (trigger == kNone || !view_.is_noun(view_.mention(trigger))) return false;
  const EventId type = types_.find(view_.attribute(view_.mention(trigger), sym_.k_type));
  return type != kNoEvent && (types_.category(type) == Category::attack || types_.category(type) == Category::accident || types_.category(type) == Category::disaster);
}

}  // namespace incidents
