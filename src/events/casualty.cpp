#include "events/casualty.h"

#include <algorithm>

#include "events/clause_pronouns.h"
#include "events/dead_of_wounded.h"
#include "events/effect_reality.h"
#include "events/everybody.h"
#include "events/figure_sum.h"
#include "events/head_count.h"
#include "events/people_lists.h"
#include "events/rolls.h"
#include "events/told_before.h"
#include "events/toll_number.h"
#include "events/victim_choice.h"

namespace incidents {
namespace {

/// Walks through the effects of the document; whom each befell, and how many, its parts decide.
class CasualtyFinder {
 public:
  CasualtyFinder(const DocumentView& view, CasualtyFacts& facts) : view_(view), sym_(view.sym), facts_(facts) {}

  void run() {
    find_quantified(view_, facts_.quantified);
    collect_people(view_, facts_.quantified, facts_.people);
    aboard_ = counted_aboard(view_, facts_.quantified);
    for (MentionIndex i = 0; i < view_.mentions->all.size(); ++i) {
      const Mention& m = view_.mention(i);
      if (m.superseded) continue;
      if (m.kind == MentionKind::effect) read_effect(i, m);
      if (view_.cue(i) == Cue::no_casualty && !view_.is_shielded(m)) read_nobody(i, m);
    }
    rolls_.read_victim_nouns();
    std::stable_sort(facts_.figures.begin(), facts_.figures.end(),
                     [](const Figure& a, const Figure& b) { return a.begin < b.begin; });
  }

 private:
  /// “nobody was hurt”. A row may say whom it is about: nobody died says nothing of the injured.
  void read_nobody(MentionIndex index, const Mention& m) const {
    const auto only = sym_.effect(view_.attribute(m, sym_.k_effect));
    for (Effect e : {Effect::killed, Effect::injured}) {
      if (!only || *only == e || *only == Effect::hurt) add_zero(index, m, e);
    }
    if (only == Effect::detained) add_zero(index, m, Effect::detained);
  }

  void read_effect(MentionIndex index, const Mention& m) {
    const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
    if (!effect || view_.is_shielded(m) || reality_.is_noun_in_case(m) || reality_.is_asked(m)) return;
    const Clause& clause = view_.clauses[view_.clause_of(m.begin)];
    if (reality_.is_negated(m, clause)) return read_negated(index, m, clause, *effect);
    if (!reality_.has_befallen(m, clause, *effect)) return;
    const std::uint32_t tally = toll_number_.tally_behind(m, clause);
    const StringId frame = tally != kNone ? sym_.v_count_noun : view_.attribute(m, sym_.k_frame);
    if (frame == sym_.v_victim) return;  // read_victim_nouns
    if (frame == sym_.v_object && strikes_no_people(view_, m)) return;
    if (frame != sym_.v_count_noun && !goes_on(m, frame) && rolls_.refers_back(m)) return rolls_.read_roll(index, m, *effect);
    read_figure(index, m, clause, *effect, frame);
  }

  void read_negated(MentionIndex index, const Mention& m, const Clause& clause, Effect effect) const {
    // Without “anyone” only an arrest that was not made says none: that one man did not die says nothing of others.
    if (!reality_.nobody_in(clause, m) && effect != Effect::detained) return;
    add_zero(index, m, effect == Effect::hurt ? Effect::killed : effect);
    if (effect == Effect::hurt) add_zero(index, m, Effect::injured);
  }

  /// “… giraftar kar bachche ko”: a converb goes on to the next object, a participle describes it.
  bool goes_on(const Mention& m, StringId frame) const {
    return (frame == sym_.v_object && !view_.has_class(m.end - 1, sym_.plural_verb)) || (frame == sym_.v_genitive && ends_in_kar(m.end - 1));
  }

  /// Of those whom the effect befell, by its frame: a phrase of the clause, a number beside a count noun, or people told before.
  void read_figure(MentionIndex index, const Mention& m, const Clause& clause, Effect effect, StringId frame) {
    Figure figure;
    figure.effect = effect;
    figure.begin = m.begin;
    figure.end = m.end;
    figure.cue = index;
    sum_.set_flags(figure, clause);
    if (frame == sym_.v_count_noun && figure.revised) figure.part = false;  // “of the wounded two died, by which the toll became seven”
    const bool found = is_by_own_hand(m, effect, frame) ? take_killer(figure, m)
                       : frame == sym_.v_count_noun ? toll_number_.take_number_near(figure, m, clause)
                                                    : take_victims(figure, m, clause, frame);
    // “two more of the wounded gave up”
    if (figure.others && !figure.revised && view_.attribute(m, sym_.k_later) == sym_.v_yes) figure.also = true;
    if (figure.effect == Effect::killed && !facts_.figures.empty()) wounded_.count_among_wounded(figure, m, clause);
    if (!found && frame != sym_.v_count_noun && wounded_.is_of_the_same(figure, m)) return wounded_.turn_to_dead(figure);
    if (found || frame != sym_.v_count_noun) facts_.figures.push_back(std::move(figure));
  }

  /// “X ka apaharan kar | parijanon se firauti maangi”
  bool ends_in_kar(std::uint32_t t) const {
    return std::any_of(sym_.participle_endings.begin(), sym_.participle_endings.end(), [&](const std::string& e) { return view_.word(t) == e; });
  }

  /// A killer's own death behind those whom he killed.
  bool is_by_own_hand(const Mention& m, Effect effect, StringId frame) const {
    return effect == Effect::killed && frame != sym_.v_genitive && view_.string(view_.attribute(m, sym_.k_implies)) == "suicide" && killed_before(m);
  }

  /// Are people killed earlier in the sentence?
  bool killed_before(const Mention& m) const {
    if (facts_.figures.empty()) return false;
    const Figure& before = facts_.figures.back();
    return before.effect == Effect::killed && !before.zero && before.end <= m.begin && view_.sentence_of(before.begin) == view_.sentence_of(m.begin);
  }

  /// “killed his wife and two daughters and then hanged himself”: on top of them whoever did it.
  bool take_killer(Figure& figure, const Mention& m) const {
    const std::uint32_t first = view_.sentences[view_.sentence_of(m.begin)].first;
    for (std::uint32_t p = lists_.first_phrase_from(m.begin); p-- > 0 && facts_.people[p].begin >= first;) {
      const PeoplePhrase& killer = facts_.people[p];
      if (killer.case_marker != sym_.v_ne) continue;
      figure.quantity = count_.count_of(killer, m.end);
      figure.also = true;
      return figure.quantity.has_value();
    }
    return false;
  }

  void add_zero(MentionIndex index, const Mention& m, Effect effect) const {
    Figure figure;
    figure.effect = effect;
    figure.quantity = exact_quantity(0);
    figure.quantity->text = view_.text(m.begin, m.end);
    figure.quantity->span = view_.source->span(m.begin, m.end);
    figure.zero = true;
    figure.begin = m.begin;
    figure.end = m.end;
    figure.cue = index;
    facts_.figures.push_back(std::move(figure));
  }

  bool take_victims(Figure& figure, const Mention& m, const Clause& clause, StringId frame) {
    const auto [chosen, stop] = choice_.choose(m, clause, frame);
    if (chosen == kNone) return take_behind(figure, m, clause) || told_.take_told(figure, m, clause, frame);
    sum_.add(figure, chosen, m);
    sum_.add_companion(figure, chosen, m);
    sum_.add_list_before(figure, chosen, stop, m);
    return true;
  }

  /// Headline order: “maut5 ghayal”, “maare gae 5 log”, “mritak: 3”.
  bool take_behind(Figure& figure, const Mention& m, const Clause& clause) {
    for (std::uint32_t p = lists_.first_phrase_from(m.end); p < facts_.people.size(); ++p) {
      const PeoplePhrase& phrase = facts_.people[p];
      if (phrase.begin > m.end + 1 || phrase.begin >= clause.last) break;
      if (phrase.quantified == kNone || phrase.case_marker != 0) break;
      if (facts_.quantified[phrase.quantified].counted == Counted::bare) break;
      sum_.add(figure, p, m);
      return true;
    }
    return false;
  }

  const DocumentView& view_;
  const Symbols& sym_;
  CasualtyFacts& facts_;
  std::vector<std::uint32_t> aboard_;  ///< quantified phrases of people aboard something
  const PeopleLists lists_{view_, facts_};
  const HeadCount count_{view_, facts_};
  const EffectReality reality_{view_};
  const ClausePronouns pronouns_{view_, lists_};
  const VictimChoice choice_{view_, facts_, lists_, pronouns_};
  const TollNumber toll_number_{view_, facts_};
  const DeadOfWounded wounded_{view_, facts_, lists_, count_};
  const ToldBefore told_{view_, facts_, lists_, count_, pronouns_, wounded_, aboard_};
  FigureSum sum_{view_, facts_, lists_, count_, aboard_};
  const Rolls rolls_{view_, facts_, lists_, count_, sum_};
};

}  // namespace

void find_casualties(const DocumentView& view, CasualtyFacts& facts) {
  facts.people.clear();
  facts.figures.clear();
  CasualtyFinder(view, facts).run();
}

}  // namespace incidents
