#include "events/head_count.h"

#include <algorithm>

namespace incidents {

std::optional<Quantity> HeadCount::count_of(const PeoplePhrase& p, std::uint32_t effect_end) const {
  return p.quantified != kNone ? counted(facts_.quantified[p.quantified]) : implied_count(p, effect_end);
}

Quantity HeadCount::counted(const Quantified& n) const {
  Quantity q = to_quantity(view_, n.number);
  if (const std::int64_t places = places_of_each(n.number); places > 1) {
    if (q.min) *q.min *= places;
    if (q.max) *q.max *= places;
  }
  if (n.head == kNone) return q;
  const StringId each = view_.attribute(n.head, sym_.k_count);
  if (each == 0) return q;
  const std::int64_t k = std::atoi(std::string(view_.string(each)).c_str());
  if (q.min) *q.min *= k;
  if (q.max) *q.max *= k;
  return q;
}

std::optional<Quantity> HeadCount::implied_count(const PeoplePhrase& p, std::uint32_t effect_end, bool listed) const {
  Quantity q = exact_quantity(1);
  q.text = view_.text(p.begin, p.end);
  q.span = view_.source->span(p.begin, p.end);
  if (p.named) return q;
  const LexicalMatch* noun = head_noun(view_, p);
  if (!noun) return std::nullopt;
  if (const StringId count = view_.attribute(noun->entry, sym_.k_count); count != 0) {
    q.min = q.max = std::atoi(std::string(view_.string(count)).c_str());
    return q;
  }
  if (view_.attribute(noun->entry, sym_.k_plural) == sym_.v_yes) return std::nullopt;
  const LexicalMatch* many = p.begin > 0 ? view_.phrase_before(p.begin, sym_.quantifier) : nullptr;
  if (many && view_.attribute(many->entry, sym_.k_plural) == sym_.v_yes) return std::nullopt;  // “baqi bachche”
  const bool single = listed && (view_.attribute(noun->entry, sym_.k_plural) == sym_.v_no ||
                                 view_.lexicon.entry_class(noun->entry) == sym_.relation || view_.is_singular_form(noun->end - 1));
  if (view_.is_plural_form(noun->end - 1) || (!single && p.case_marker == 0 && plural_verb_after(effect_end))) return std::nullopt;
  return q;
}

bool HeadCount::plural_verb_after(std::uint32_t t) const {
  if (t > 0 && view_.has_class(t - 1, sym_.plural_verb)) return true;
  for (std::uint32_t u = t; u < view_.size() && u < t + 4 && view_.has_class(u, sym_.verb); ++u) {
    if (view_.has_class(u, sym_.plural_verb)) return true;
  }
  return false;
}

std::string HeadCount::who_text(const PeoplePhrase& p) const {
  std::uint32_t begin = p.begin;
  if (p.quantified != kNone) {
    const Quantified& q = facts_.quantified[p.quantified];
    if (q.counted == Counted::bare) return {};
    if (q.begin == p.begin) begin = view_.mention(q.number).end;
  }
  return view_.text(begin, p.end);
}

/// “in X, Y and Z one each” (ek-ek): the places of the list before a doubled number; 1 where it is not doubled.
std::int64_t HeadCount::places_of_each(MentionIndex number) const {
  const Mention& m = view_.mention(number);
  if (m.end - m.begin != 3 || !view_.is_mark(m.begin + 1, '-') || view_.word(m.begin) != view_.word(m.begin + 2)) return 1;
  std::int64_t count = 0;
  constexpr std::uint32_t kGap = 3;  // a comma, “and”, a class word
  constexpr std::uint32_t kCause = 6;  // “in X and Y of falling walls two each”
  std::uint32_t limit = m.begin;
  const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
  for (std::uint32_t t = m.begin; t > first && limit - t <= (count > 0 ? kGap : kCause); --t) {
    const MentionIndex place = view_.mention_over(t - 1, MentionKind::place);
    if (place == kNone && count > 0 && view_.case_at(t - 1) == sym_.v_mein) break;  // “in A three, in B and C two each”
    if (place == kNone) continue;
    ++count;
    t = limit = view_.mention(place).begin;
    ++t;
  }
  return std::max<std::int64_t>(count, 1);
}

}  // namespace incidents
