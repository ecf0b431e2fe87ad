#include "events/toll_number.h"

#include <algorithm>

namespace incidents {

std::uint32_t TollNumber::tally_behind(const Mention& m, const Clause& clause) const {
  for (std::uint32_t t = m.end; t < std::min(clause.last, m.end + 5); ++t) {
    if (const LexicalMatch* noun = view_.phrase_at(t, sym_.tally)) return noun->end;
    if (view_.is_punctuation(t) || view_.mention_at(t, MentionKind::number) != kNone) break;
  }
  return kNone;
}

bool TollNumber::take_number_near(Figure& figure, const Mention& m, const Clause& clause) const {
  const Quantified* best = nullptr;
  for (auto i = first_from(facts_.quantified, clause.first); i < facts_.quantified.size(); ++i) {
    const Quantified& q = facts_.quantified[i];
    if (q.begin >= clause.last) break;
    if (view_.mention(q.number).end == m.begin) best = &q;  // “11 mauten”, the noun being the happening counted
    if (q.counted == Counted::measure || q.counted == Counted::thing) continue;
    // “the toll rose to six, cases to 1500”: behind a comma another number counts something else.
    if (best && best->begin >= m.end && has_comma_between(best->end, q.begin)) break;
    const bool alone = q.counted == Counted::victims || (q.counted == Counted::bare && stands_alone(q, clause));
    if (q.begin >= m.end && alone) best = &q;
  }
  if (!best) return false;
  figure.quantity = to_quantity(view_, best->number);
  figure.begin = std::min(figure.begin, best->begin);
  figure.end = std::max(figure.end, best->end);
  return true;
}

bool TollNumber::has_comma_between(std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t t = first; t < last; ++t) {
    if (view_.is_mark(t, ',')) return true;
  }
  return false;
}

/// No other noun follows the number: “… ki sankhya 11 ho gai”, but not “shav par kai nishan”.
bool TollNumber::stands_alone(const Quantified& q, const Clause& clause) const {
  const std::uint32_t t = view_.mention(q.number).end;
  return t >= clause.last || view_.is_punctuation(t) || view_.has_class(t, sym_.verb) || view_.phrase_at(t, sym_.marker) ||
         view_.phrase_at(t, sym_.function) || view_.phrase_at(t, sym_.effect_) || view_.mention_over(t, MentionKind::cue) != kNone;
}

}  // namespace incidents
