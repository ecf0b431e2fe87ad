#include "events/reality.h"

#include <algorithm>

namespace incidents {
namespace {

constexpr Cue kUnrealInClause[] = {Cue::planned, Cue::threat, Cue::feared, Cue::foiled, Cue::forecast, Cue::ban, Cue::habit};
constexpr Cue kUnrealInSentence[] = {Cue::drill, Cue::film, Cue::metaphor, Cue::sport, Cue::market, Cue::verbal_attack,
                                     Cue::anniversary};

}  // namespace

Cue Reality::unreal_cue(const Clause& clause) const {
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

bool Reality::voids_clause(Cue cue) {
  return std::find(std::begin(kUnrealInClause), std::end(kUnrealInClause), cue) != std::end(kUnrealInClause);
}

bool Reality::lies_ahead(Cue cue) {
  return cue == Cue::planned || cue == Cue::feared || cue == Cue::forecast || cue == Cue::threat;
}

bool Reality::takes_planners(const Mention& m, Cue unreal, const Clause& clause) const {
  if (unreal != Cue::planned && unreal != Cue::threat && unreal != Cue::foiled) return false;
  const EventId type = types_.find(view_.attribute(m, sym_.k_type));
  if (type == kNoEvent || !(types_[type].takes_people || (types_[type].exchange && unreal == Cue::planned))) return false;
  return view_.has_cue(unreal, clause.first, m.begin) && !view_.has_cue(unreal, m.begin, clause.last);
}

bool Reality::is_taken_for_granted(const Mention& m, Cue unreal) const {
  const MentionIndex cue = view_.mention_over(m.begin, MentionKind::cue);
  return voids_clause(unreal) && unreal != Cue::habit && is_told_as_happened(m) && (cue == kNone || view_.cue(cue) != unreal);
}

bool Reality::is_told_as_happened(const Mention& m) const {
  constexpr std::uint32_t kModifiers = 2;
  if (!view_.is_noun(m) || view_.case_at(m.end) == 0) return false;
  for (std::uint32_t t = m.begin, back = 0; t > 0 && back <= kModifiers; --t, ++back) {
    if (view_.has_class(t - 1, sym_.happened)) return true;
    if (!view_.has_class(t - 1, sym_.adjective) && view_.mention_over(t - 1, MentionKind::number) == kNone) return false;
  }
  return false;
}

bool Reality::is_negated(const Mention& m, const Clause& clause) const {
  if (m.begin > clause.first && view_.phrase_before(m.begin, sym_.negation) && !view_.is_noun(m)) return true;  // “nahin pakda”
  for (std::uint32_t t = m.end; t < std::min(clause.last, m.end + 4); ++t) {
    if (view_.phrase_at(t, sym_.negation)) return true;
  }
  return false;
}

bool Reality::speaks_in_general(const Clause& clause) const {
  std::uint32_t last = clause.last;
  while (last > clause.first && view_.is_punctuation(last - 1)) --last;
  if (last < clause.first + 3 || !view_.is_habitual_verb(last - 2)) return false;
  if (view_.has_cue(Cue::attribution, last - 3, last) || view_.has_cue(Cue::allege, last - 3, last)) return false;
  return !is_definite(clause);
}

bool Reality::wishes(const Clause& clause) const {
  std::uint32_t last = clause.last;
  while (last > clause.first && view_.is_punctuation(last - 1)) --last;
  if (last < clause.first + 3 || !view_.has_class(last - 1, sym_.verb) || is_definite(clause)) return false;
  return std::any_of(sym_.wish_endings.begin(), sym_.wish_endings.end(), [&](std::string_view ending) { return view_.word(last - 1).ends_with(ending); });
}

bool Reality::is_ahead(const Mention& m, EventId type) const {
  return types_.category(type) != Category::politics && types_.category(type) != Category::unrest && view_.is_still_to_come(m.begin, m.end);
}

bool Reality::is_told_as_ahead(const Mention& m, EventId type, const Clause& clause) const {
  constexpr std::uint32_t kReach = 9;
  if (types_.category(type) == Category::politics || types_.is_unrest(type) || is_definite(clause)) return false;
  std::uint32_t last = clause.last;
  while (last > m.end && view_.is_punctuation(last - 1)) --last;
  if (last <= m.end || last - m.end > kReach || !view_.is_still_to_come(last - 1, last)) return false;
  for (std::uint32_t t = m.end; t < last; ++t) {
    if (view_.is_punctuation(t)) return false;
  }
  return true;
}

/// “Read also [line] Bus overturns, five dead [line]”: the line behind those words is another story's.
bool Reality::is_link(std::uint32_t sentence) const {
  constexpr std::uint32_t kLongest = 6;
  if (sentence == 0) return false;
  const Sentence &s = view_.sentences[sentence], &before = view_.sentences[sentence - 1];
  if (before.last - before.first > kLongest || !(view_.tokens[s.first].flags & (kLineStart | kParagraphStart)) || !view_.line_ends_after(s.last - 1)) return false;
  const MentionIndex cue = view_.find_cue(Cue::metaphor, before.first, before.last);
  return cue != kNone && view_.attribute(view_.mention(cue), sym_.k_next_line) == sym_.v_yes;
}

/// Does it give a day or a figure?
bool Reality::is_definite(const Clause& clause) const {
  bool definite = false;
  view_.for_each(MentionKind::date, clause.first, clause.last, [&](MentionIndex, const Mention& m) { definite = definite || view_.mentions->dates[m.payload].start; });
  const auto& all = casualties_.figures;
  auto f = std::partition_point(all.begin(), all.end(), [&](const Figure& figure) { return figure.begin < clause.first; });
  for (; f != all.end() && f->begin < clause.last; ++f) definite = definite || f->quantity;
  return definite;
}

}  // namespace incidents
