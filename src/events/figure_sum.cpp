#include "events/figure_sum.h"

#include <algorithm>

#include "events/everybody.h"

namespace incidents {

void FigureSum::set_flags(Figure& figure, const Clause& clause) const {
  figure.revised = view_.has_cue(Cue::revise, clause.first, clause.last);
  figure.earlier = view_.has_cue(Cue::earlier, clause.first, clause.last);
  // “jinmen se do …” at the very beginning holds for all clauses of its sentence.
  constexpr std::uint32_t kOpening = 3;
  const Sentence& s = view_.sentences[clause.sentence];
  figure.part = (view_.has_cue(Cue::part, clause.first, clause.last) && clause.relative) ||
                view_.has_cue(Cue::part, s.first, std::min(s.last, s.first + kOpening)) ||
                (figure.effect == Effect::missing && opens_with_these(s));
}

void FigureSum::add(Figure& figure, std::uint32_t index, const Mention& m) {
  const PeoplePhrase& p = facts_.people[index];
  std::optional<Quantity> q;
  if (p.quantified != kNone) {
    q = count_.counted(facts_.quantified[p.quantified]);
    figure.others = figure.others || facts_.quantified[p.quantified].others;
  } else {
    q = count_.implied_count(p, m.end, !figure.victims.empty() || lists_.ends_list(index));
    if (!q) q = count_of_all(view_, facts_.quantified, aboard_, p);
    if (!q) q = as_many_as_before(p);
  }
  if (figure.victims.empty()) {
    figure.quantity = q;
    figure.second = q && is_second(p);
    figure.group = group_of(view_, p, facts_.quantified);
    figure.who = count_.who_text(p);
  } else if (q && figure.quantity) {
    add_side(figure, p, *q);
    if (const StringId group = group_of(view_, p, facts_.quantified); group != figure.group) figure.other_group = group;
    figure.others = false;
  } else if (q) {
    figure.quantity = q;
  } else if (figure.quantity) {
    figure.quantity->max.reset();
    figure.quantity->qualifier = Qualifier::at_least;
  }
  const bool one = p.case_marker == 0 && p.named && is_pronoun_told();  // “his leg was hit. Constable X was hurt too”
  figure.also = figure.also || is_also_of(p) || ((p.case_marker == sym_.v_ko || one) && p.after < view_.size() && view_.has_class(p.after, sym_.also_word));
  figure.victims.push_back(index);
  taken_.resize(facts_.people.size());
  taken_[index] = true;
  figure.begin = std::min(figure.begin, p.begin);
  figure.end = std::max(figure.end, p.end);
}

void FigureSum::add_companion(Figure& figure, std::uint32_t chosen, const Mention& m) {
  const PeoplePhrase& one = facts_.people[chosen];
  if (!figure.quantity || figure.quantity->max != 1 || chosen + 1 >= facts_.people.size()) return;
  const PeoplePhrase& with = facts_.people[chosen + 1];
  if (with.part && with.begin == one.after && with.after <= m.begin && count_.implied_count(with, m.end)) add(figure, chosen + 1, m);
}

void FigureSum::add_list_before(Figure& figure, std::uint32_t chosen, std::uint32_t stop, const Mention& m) {
  std::uint32_t right = chosen;
  for (std::uint32_t p = chosen; p-- > 0; right = p) {
    const PeoplePhrase& left = facts_.people[p];
    if (left.begin < stop) break;
    // “14 passengers and of the crew three”: whose members they are.
    if (left.case_marker == sym_.v_ka && left.quantified == kNone && left.after == facts_.people[right].begin) continue;
    // “the driver and car savar | two men”: what they ride in.
    if (left.quantified == kNone && left.after == facts_.people[right].begin && view_.phrase_before(left.end, sym_.aboard)) continue;
    // “X and havildar | Y”: the office of who is named.
    if (lists_.is_title_of(left, facts_.people[right])) {
      // “jinmein se ek, pradhan arakshak X, ki”: the one is he.
      const bool one = p > 0 && facts_.people[p - 1].quantified != kNone && facts_.quantified[facts_.people[p - 1].quantified].counted == Counted::bare;
      if (one) break;
      continue;
    }
    if (left.part && left.after >= facts_.people[right].from - 1) {
      add_included(figure, chosen, p, stop, m);
      break;
    }
    if (lists_.counts_told(facts_.people[right])) break;
    if (!(lists_.is_joined(left, facts_.people[right]) || lists_.is_joined_by_places(left, facts_.people[right])) || !can_suffer(view_, left)) break;
    add(figure, p, m);
  }
}

/// “Of these 36 missing people are from …”
bool FigureSum::opens_with_these(const Sentence& s) const {
  if (s.first + 1 >= s.last) return false;
  const MentionIndex i = view_.mention_over(s.first, MentionKind::cue);
  return i != kNone && view_.cue(i) == Cue::anaphor && view_.mention(i).end == s.first + 2 && view_.case_at(s.first + 1) == sym_.v_se;
}

/// “X, Y samet nau log”: phrase `p` and those joined to it are parts of the chosen one.
void FigureSum::add_included(Figure& figure, std::uint32_t chosen, std::uint32_t p, std::uint32_t stop, const Mention& m) {
  // “the mother-in-law including a child”: without a number neither holds the other.
  const bool counts = facts_.people[chosen].quantified != kNone || !figure.quantity;
  counts ? add_part(figure, facts_.people[p]) : add(figure, p, m);
  // Parts may be a list too: “two women and a child including nine people”.
  while (p > 0 && lists_.is_joined(facts_.people[p - 1], facts_.people[p]) && facts_.people[p - 1].begin >= stop) {
    --p;
    counts ? add_part(figure, facts_.people[p]) : add(figure, p, m);
  }
}

/// “14 passengers and three of the crew”: the sum is computed, its sides are its parts.
void FigureSum::add_side(Figure& figure, const PeoplePhrase& p, const Quantity& q) const {
  auto& parts = figure.parts;
  if (figure.victims.size() == 1) parts.insert(parts.begin(), {*figure.quantity, some(figure.who)});
  parts.insert(parts.begin(), {q, some(count_.who_text(p))});
  add_to(*figure.quantity, q);
  figure.quantity->text.clear();
  figure.who.clear();
}

std::optional<std::string> FigureSum::some(std::string text) {
  return text.empty() ? std::nullopt : std::optional(std::move(text));
}

void FigureSum::add_to(Quantity& sum, const Quantity& more) {
  if (sum.min && more.min) *sum.min += *more.min;
  if (sum.max && more.max) *sum.max += *more.max;
  else sum.max.reset();
  if (sum.qualifier == Qualifier::exact) sum.qualifier = more.qualifier;
}

void FigureSum::add_part(Figure& figure, const PeoplePhrase& p) {
  Casualty::Part part;
  if (p.quantified != kNone) part.quantity = to_quantity(view_, facts_.quantified[p.quantified].number);
  else if (const auto implied = count_.implied_count(p, p.end)) part.quantity = *implied;
  else return;
  part.who = count_.who_text(p);
  figure.parts.push_back(std::move(part));
  figure.begin = std::min(figure.begin, p.begin);
}

/// “four died and as many were hurt”: the number told last in the sentence.
std::optional<Quantity> FigureSum::as_many_as_before(const PeoplePhrase& p) const {
  const LexicalMatch* word = p.begin > 0 ? view_.phrase_before(p.begin, sym_.quantifier) : nullptr;
  if (!word || view_.string(view_.attribute(word->entry, sym_.k_quantity)) != "as_many" || facts_.figures.empty()) return std::nullopt;
  const Figure& before = facts_.figures.back();
  if (before.zero || view_.sentence_of(before.begin) != view_.sentence_of(p.begin)) return std::nullopt;
  return before.quantity;
}

/// “the second youth”, “his companion”
bool FigureSum::is_second(const PeoplePhrase& p) const {
  const auto ordinal = [&](std::uint32_t t) {
    const MentionIndex number = view_.mention_over(t, MentionKind::number);
    return number != kNone && view_.mentions->numbers[view_.mention(number).payload].ordinal;
  };
  // “his companion, a worker”
  const LexicalMatch* companion = view_.phrase_at(p.begin, sym_.person_common);
  if (!companion && p.begin > 0) companion = view_.phrase_before(p.begin, sym_.person_common);
  const bool beside = companion && view_.string(view_.attribute(companion->entry, sym_.k_quantity)) == "other";
  return p.quantified == kNone && (beside || ordinal(p.begin) || (p.begin > 0 && ordinal(p.begin - 1)));
}

/// Was whoever was hurt last told by a pronoun?
bool FigureSum::is_pronoun_told() const {
  return !facts_.figures.empty() && facts_.figures.back().effect == Effect::injured && facts_.figures.back().victims.empty() && !facts_.figures.back().part;
}

/// “chini sena ke bhi paanch sainik”: five of the others too.
bool FigureSum::is_also_of(const PeoplePhrase& p) const {
  return p.quantified != kNone && p.begin > 1 && view_.has_class(p.begin - 1, sym_.also_word) && view_.case_at(p.begin - 2) == sym_.v_ka;
}

}  // namespace incidents
