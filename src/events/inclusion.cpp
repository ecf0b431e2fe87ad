#include "events/inclusion.h"

#include <algorithm>

namespace incidents {
namespace {

class InclusionFinder {
 public:
  InclusionFinder(const DocumentView& view, CasualtyFacts& facts) : view_(view), facts_(facts) {}

  void run() {
    const std::size_t told = facts_.figures.size();
    for (std::uint32_t p = 0; p < facts_.people.size(); ++p) {
      if (facts_.people[p].part) read(p, told);
    }
    std::stable_sort(facts_.figures.begin(), facts_.figures.end(),
                     [](const Figure& a, const Figure& b) { return a.begin < b.begin; });
  }

 private:
  bool counts_people(const PeoplePhrase& p) const {
    return p.quantified != kNone && facts_.quantified[p.quantified].counted == Counted::people;
  }

  void read(std::uint32_t last, std::size_t told) {
    const PeoplePhrase& phrase = facts_.people[last];
    if (!counts_people(phrase)) return;
    const Clause& clause = view_.clauses[view_.clause_of(phrase.begin)];
    if (effect_in(phrase.end, clause.last)) return;  // “two women among them, seven died” is read where they die
    std::uint32_t first = last;
    while (first > 0 && joins(facts_.people[first - 1], facts_.people[first], clause)) --first;
    const auto effect = effect_before(clause, facts_.people[first].begin, told);
    if (!effect) return;
    for (std::uint32_t p = first; p <= last; ++p) add(p, *effect);
  }

  /// Nothing but “and” and commas between two counted phrases.
  bool joins(const PeoplePhrase& left, const PeoplePhrase& right, const Clause& clause) const {
    if (left.begin < clause.first || left.case_marker != 0 || !counts_people(left) || left.after >= right.begin) return false;
    for (std::uint32_t t = left.after; t < right.begin; ++t) {
      if (!view_.is_mark(t, ',') && !view_.phrase_at(t, view_.sym.conjunction)) return false;
    }
    return true;
  }

  std::optional<Effect> effect_in(std::uint32_t first, std::uint32_t last) const {
    std::optional<Effect> found;
    view_.for_each(MentionKind::effect, first, last, [&](MentionIndex, const Mention& m) {
      if (!found) found = view_.sym.effect(view_.attribute(m, view_.sym.k_effect));
    });
    return found;
  }

  std::optional<Effect> effect_before(const Clause& clause, std::uint32_t end, std::size_t told) const {
    for (std::uint32_t t = clause.first; t < end; ++t) {
      const LexicalMatch* noun = view_.phrase_at(t, view_.sym.victim_noun);
      if (!noun) continue;
      if (const auto effect = view_.sym.effect(view_.attribute(noun->entry, view_.sym.k_effect))) return effect;
    }
    if (const auto effect = effect_in(clause.first, end)) return effect;
    if (!clause.relative && !view_.phrase_at(clause.first, view_.sym.pronoun)) return std::nullopt;
    // The figures told before this pass are in order.
    const auto begin = facts_.figures.begin();
    auto f = std::partition_point(begin, begin + static_cast<std::ptrdiff_t>(told),
                                  [&](const Figure& figure) { return figure.begin < clause.first; });
    while (f != begin && view_.sentence_of((--f)->begin) + 1 >= clause.sentence) {
      if (f->quantity && !f->zero && !f->part) return f->effect;
    }
    return std::nullopt;
  }

  void add(std::uint32_t p, Effect effect) {
    const PeoplePhrase& phrase = facts_.people[p];
    const Quantified& q = facts_.quantified[phrase.quantified];
    Figure figure;
    figure.effect = effect;
    figure.quantity = to_quantity(view_, q.number);
    figure.who = view_.text(q.begin == phrase.begin ? view_.mention(q.number).end : phrase.begin, phrase.end);
    figure.group = q.group;
    figure.part = true;
    figure.begin = phrase.begin;
    figure.end = phrase.end;
    facts_.figures.push_back(std::move(figure));
  }

  const DocumentView& view_;
  CasualtyFacts& facts_;
};

}  // namespace

void find_inclusions(const DocumentView& view, CasualtyFacts& facts) { InclusionFinder(view, facts).run(); }

}  // namespace incidents
