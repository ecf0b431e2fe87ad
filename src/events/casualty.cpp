#include "events/casualty.h"

#include <algorithm>

#include "events/draft.h"
#include "events/everybody.h"

namespace incidents {
namespace {

/// Walks one sentence; holds what the steps share.
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
      if (view_.cue(i) == Cue::no_casualty &&
          !view_.is_shielded(m)) {
        // A row may say whom it is about: nobody died says nothing of the injured.
        const auto only = sym_.effect(view_.attribute(m, sym_.k_effect));
        for (Effect e : {Effect::killed, Effect::injured}) {
          if (!only || *only == e || *only == Effect::hurt) add_zero(i, m, e);
        }
        if (only == Effect::detained) add_zero(i, m, Effect::detained);
      }
    }
    read_victim_nouns();
    std::stable_sort(facts_.figures.begin(), facts_.figures.end(),
                     [](const Figure& a, const Figure& b) { return a.begin < b.begin; });
  }

 private:
  // ---- how many an uncounted phrase names

  /// How many people an uncounted phrase names: 1 for a person or a singular noun, what the row's `count` says (a
  /// couple), nothing for a plural.
  /// `listed`: stands in a list, whose plural verb says nothing of each (“driver and cleaner were arrested”).
  std::optional<Quantity> implied_count(const PeoplePhrase& p, std::uint32_t effect_end, bool listed = false) const {
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

  bool plural_verb_after(std::uint32_t t) const {
    if (t > 0 && view_.has_class(t - 1, sym_.plural_verb)) return true;
    for (std::uint32_t u = t; u < view_.size() && u < t + 4 && view_.has_class(u, sym_.verb); ++u) {
      if (view_.has_class(u, sym_.plural_verb)) return true;
    }
    return false;
  }

  // ---- effects

  void read_effect(MentionIndex index, const Mention& m) {
    const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
    if (!effect || view_.is_shielded(m) || is_noun_in_case(m) || is_asked(m)) return;
    const Clause& clause = view_.clauses[view_.clause_of(m.begin)];
    if (is_negated(m, clause)) {
      // Without “anyone” only an arrest that was not made says none: that one man did not die says nothing of others.
      if (!nobody_in(clause, m) && *effect != Effect::detained) return;
      add_zero(index, m, *effect == Effect::hurt ? Effect::killed : *effect);
      if (*effect == Effect::hurt) add_zero(index, m, Effect::injured);
      return;
    }
    if (is_cause(m, clause)) return;
    if (is_only_possible(m, clause) || is_purpose(m) || is_habit(m, *effect) || is_answered(m)) return;
    const std::uint32_t tally = tally_behind(m, clause);
    const StringId frame = tally != kNone ? sym_.v_count_noun : view_.attribute(m, sym_.k_frame);
    if (frame == sym_.v_victim) return;  // read_victim_nouns
    if (frame == sym_.v_object && strikes_no_people(view_, m)) return;
    // “… giraftar kar bachche ko”: a converb goes on to the next object, a participle describes it.
    const bool converb = (frame == sym_.v_object && !view_.has_class(m.end - 1, sym_.plural_verb)) || (frame == sym_.v_genitive && ends_in_kar(m.end - 1));
    if (frame != sym_.v_count_noun && !converb && refers_back(m)) return read_roll(index, m, *effect);

    Figure figure;
    figure.effect = *effect;
    figure.begin = m.begin;
    figure.end = m.end;
    figure.cue = index;
    set_flags(figure, clause);
    if (frame == sym_.v_count_noun && figure.revised) figure.part = false;  // “of the wounded two died, by which the toll became seven”
    const bool by_own_hand = *effect == Effect::killed && frame != sym_.v_genitive && view_.string(view_.attribute(m, sym_.k_implies)) == "suicide" && killed_before(m);
    const bool found = by_own_hand ? take_killer(figure, m) : frame == sym_.v_count_noun ? take_number_near(figure, m, clause) : take_victims(figure, m, clause, frame);
    // “two more of the wounded gave up”
    if (figure.others && !figure.revised && view_.attribute(m, sym_.k_later) == sym_.v_yes) figure.also = true;
    if (figure.effect == Effect::killed && !facts_.figures.empty()) {
      const Figure& before = facts_.figures.back();
      figure.of_wounded = !is_on_the_spot(clause, m) && before.effect == Effect::injured && before.end < m.begin && (refers_to(before, clause, m) || died_in_care(before, clause, figure));
      if (figure.of_wounded && figure.group == 0) figure.group = before.group;
      forget_wounded(figure);
    }
    if (!found && frame != sym_.v_count_noun && is_of_the_same(figure, m)) {
      // “ek jawan ghayal hua aur baad mein vah shaheed ho gaya”
      Figure& hurt = facts_.figures.back();
      hurt.effect = Effect::killed;
      hurt.end = figure.end;
      hurt.cue = figure.cue;
      return;
    }
    if (found || frame != sym_.v_count_noun) facts_.figures.push_back(std::move(figure));
  }

  /// “X ka apaharan kar | parijanon se firauti maangi”
  bool ends_in_kar(std::uint32_t t) const {
    return std::any_of(sym_.participle_endings.begin(), sym_.participle_endings.end(), [&](const std::string& e) { return view_.word(t) == e; });
  }

  /// Are people killed earlier in the sentence?
  bool killed_before(const Mention& m) const {
    if (facts_.figures.empty()) return false;
    const Figure& before = facts_.figures.back();
    return before.effect == Effect::killed && !before.zero && before.end <= m.begin && view_.sentence_of(before.begin) == view_.sentence_of(m.begin);
  }

  /// “killed his wife and two daughters and then hanged himself”: on top of them whoever did it.
  bool take_killer(Figure& figure, const Mention& m) {
    const std::uint32_t first = view_.sentences[view_.sentence_of(m.begin)].first;
    for (std::uint32_t p = first_phrase_from(m.begin); p-- > 0 && facts_.people[p].begin >= first;) {
      const PeoplePhrase& killer = facts_.people[p];
      if (killer.case_marker != sym_.v_ne) continue;
      figure.quantity = killer.quantified != kNone ? counted(facts_.quantified[killer.quantified]) : implied_count(killer, m.end);
      figure.also = true;
      return figure.quantity.has_value();
    }
    return false;
  }

  /// “of these three died on the spot”: they are no wounded.
  bool is_on_the_spot(const Clause& clause, const Mention& m) const {
    for (std::uint32_t t = clause.first; t < m.end; ++t) {
      if (view_.phrase_at(t, sym_.on_the_spot)) return true;
    }
    return false;
  }

  /// “five were burnt. During treatment two children died”: of the five.
  bool died_in_care(const Figure& hurt, const Clause& clause, const Figure& dead) const {
    // “nine were taken to hospital, where two gave up”
    const LexicalMatch* where = view_.phrase_at(clause.first, sym_.pronoun);
    const bool there = where && view_.attribute(where->entry, sym_.k_joins) != 0 && view_.sentence_of(hurt.begin) + 1 >= clause.sentence &&
                       dead.cue != kNone && view_.attribute(view_.mention(dead.cue), sym_.k_later) == sym_.v_yes;
    if (!(there || view_.has_cue(Cue::treated, clause.first, clause.last)) || !hurt.quantity || !dead.quantity) return false;
    return hurt.quantity->min.value_or(0) > dead.quantity->min.value_or(0) && view_.sentence_of(hurt.begin) + 2 >= clause.sentence;
  }

  /// “two more workers hurt in the blast died on Friday”: the same people, who are hurt no more.
  void forget_wounded(const Figure& dead) {
    const std::uint32_t sentence = view_.sentence_of(dead.begin);
    for (auto f = facts_.figures.rbegin(); f != facts_.figures.rend() && view_.sentence_of(f->begin) == sentence; ++f) {
      if (f->effect != Effect::injured) continue;
      const bool same = f->begin == dead.begin || std::any_of(f->victims.begin(), f->victims.end(), [&](std::uint32_t v) {
        return std::find(dead.victims.begin(), dead.victims.end(), v) != dead.victims.end();
      });
      if (same) f->quantity.reset();
    }
  }

  /// One who was hurt, and then in the same sentence “he”, “who” died.
  bool is_of_the_same(const Figure& figure, const Mention& m) const {
    if (figure.effect != Effect::killed || facts_.figures.empty()) return false;
    const Figure& before = facts_.figures.back();
    if (before.effect != Effect::injured || before.zero || !before.quantity || before.quantity->max != 1) return false;
    if (view_.sentence_of(before.begin) != view_.sentence_of(m.begin) || before.end > m.begin) return false;
    if (is_predicate(m) && !plural_verb_after(m.end) && !has_living_between(before.end, m.begin)) return true;
    for (std::uint32_t t = before.end; t < m.begin; ++t) {
      const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
      if (!p || view_.attribute(p->entry, sym_.k_number) == sym_.v_plural) continue;
      const StringId points = view_.attribute(p->entry, sym_.k_points), held = view_.attribute(p->entry, sym_.k_case);
      if ((points == sym_.v_far || points == sym_.v_near || points == sym_.v_relative) && (held == 0 || held == sym_.v_ne || held == sym_.v_ka)) return true;
    }
    return false;
  }

  /// “… were hurt, of whom one”, “… were hurt. Of these one”.
  bool refers_to(const Figure& before, const Clause& clause, const Mention& m) const {
    const std::uint32_t told = view_.sentence_of(before.begin);
    if (told == clause.sentence) return tells_part(before.end, m.begin);
    constexpr std::uint32_t kOpening = 3;
    const std::uint32_t first = view_.sentences[clause.sentence].first;
    if (told + 1 != clause.sentence) return false;
    for (std::uint32_t t = first; t < std::min(m.begin, first + kOpening); ++t) {
      const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
      if (p && view_.attribute(p->entry, sym_.k_number) == sym_.v_plural) return true;
    }
    return false;
  }

  /// “of whom”, but not “five, a child included”.
  bool tells_part(std::uint32_t first, std::uint32_t last) const {
    bool found = false;
    view_.for_each(MentionKind::cue, first, last, [&](MentionIndex, const Mention& cue) {
      if (sym_.cue_of(view_.attribute(cue, sym_.k_cue)) != Cue::part) return;
      found = found || std::none_of(facts_.people.begin(), facts_.people.end(), [&](const PeoplePhrase& p) { return p.part && p.after == cue.end; });
    });
    return found;
  }

  /// “in a heap (dher) of rubbish”: a word that tells as a predicate only, with a postposition behind it.
  bool is_noun_in_case(const Mention& m) const {
    return view_.attribute(m, sym_.k_frame) == sym_.v_subject && view_.case_at(m.end) != 0 && !view_.has_class(m.end - 1, sym_.verb) &&
           !view_.phrase_before(m.end, sym_.victim_noun);
  }

  /// “how many are missing?”
  bool is_asked(const Mention& m) const {
    const LexicalMatch* p = m.begin > 0 ? view_.phrase_before(m.begin, sym_.pronoun) : nullptr;
    return p && view_.attribute(p->entry, sym_.k_points) == sym_.v_question;
  }

  /// “jaan ganvane valon ki sankhya”: token behind the noun that counts those whom the effect befell; kNone for none.
  std::uint32_t tally_behind(const Mention& m, const Clause& clause) const {
    for (std::uint32_t t = m.end; t < std::min(clause.last, m.end + 5); ++t) {
      if (const LexicalMatch* noun = view_.phrase_at(t, sym_.tally)) return noun->end;
      if (view_.is_punctuation(t) || view_.mention_at(t, MentionKind::number) != kNone) break;
    }
    return kNone;
  }

  /// “maare gae aatankvaadi …”: the effect only describes a noun that stands behind it.
  bool refers_back(const Mention& m) const {
    std::uint32_t t = m.end;
    // “ghayal 35 varshiya Ramesh ko”
    if (const MentionIndex age = t < view_.size() ? view_.mention_at(t, MentionKind::number) : kNone; age != kNone) {
      const LexicalMatch* unit = view_.mention(age).end < view_.size() ? view_.phrase_at(view_.mention(age).end, sym_.unit) : nullptr;
      if (unit) t = unit->end;
    }
    if (t >= view_.size() || view_.sentence_of(t) != view_.sentence_of(m.begin)) return false;
    if (const LexicalMatch* noun = people_noun_at(view_, t)) {
      return view_.case_at(noun->end) != 0 && view_.mention_at(t, MentionKind::number) == kNone;
    }
    // “ghayal Ramesh ko …”: a name behind it.
    const MentionIndex actor = view_.mention_at(t, MentionKind::actor);
    return actor != kNone && view_.case_at(view_.mention(actor).end) != 0;
  }

  /// “giraftar aaropiyon mein X, Y aur Z shamil hain”, “… ki pahchan X aur Y ke rup mein”: the names say how many.
  void read_roll(MentionIndex index, const Mention& m, Effect effect) {
    constexpr std::uint32_t kGap = 3;  // “mein”, “ki pahchan”
    const std::uint32_t last = view_.sentences[view_.sentence_of(m.begin)].last;
    std::uint32_t p = first_phrase_from(m.end);
    read_one_described(index, m, effect, p);
    if (p + 2 >= facts_.people.size() || facts_.people[p].named || facts_.people[p].quantified != kNone) return;
    const std::uint32_t noun_end = facts_.people[p].end;
    if (!facts_.people[++p].named || facts_.people[p].from > noun_end + kGap) return;
    count_roll(index, effect, p, last);
  }

  /// The list of names that begins with phrase `p`, each with a relative or a trade at most: “X, his wife Y and driver Z”.
  void count_roll(MentionIndex cue, Effect effect, std::uint32_t p, std::uint32_t last) {
    Figure figure;
    figure.effect = effect;
    figure.part = true;  // what a number says elsewhere holds these
    figure.cue = cue;
    figure.begin = facts_.people[p].begin;
    std::int64_t count = 0;
    std::uint32_t right = p;
    for (; p < facts_.people.size() && facts_.people[p].end <= last; ++p) {
      const PeoplePhrase& one = facts_.people[p];
      if (count > 0 && one.after > facts_.people[right].end && !is_joined(facts_.people[right], one)) break;
      if (p + 1 < facts_.people.size() && is_title_of(one, facts_.people[p + 1])) continue;
      const auto q = implied_count(one, one.end, true);
      if (one.quantified != kNone || !q) break;
      count += *q->max;
      right = p;
    }
    if (count < 2) return;
    p = right;
    figure.end = facts_.people[p].end;
    figure.quantity = exact_quantity(count);
    figure.quantity->text = view_.text(figure.begin, figure.end);
    figure.quantity->span = view_.source->span(figure.begin, figure.end);
    facts_.figures.push_back(std::move(figure));
  }

  bool is_negated(const Mention& m, const Clause& clause) const {
    for (std::uint32_t t = clause.first; t < clause.last; ++t) {
      if (!view_.phrase_at(t, sym_.negation)) continue;
      if (t >= m.end && t <= m.end + 4) return true;   // ghayal nahin hua
      if (t < m.begin && nobody_in(clause, m)) return true;  // na koi hatahat hua
    }
    return false;
  }

  bool nobody_in(const Clause& clause, const Mention& m) const {
    for (std::uint32_t t = clause.first; t < std::min(clause.last, m.end + 3); ++t) {
      if (const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
          p && view_.string(view_.attribute(p->entry, sym_.k_points)) == "any") return true;
    }
    return false;
  }

  /// Feared, planned, threatened, staged: not a casualty.
  bool is_only_possible(const Mention& m, const Clause& clause) const {
    if (view_.is_still_to_come(m.begin, m.end) || view_.is_habitual(m.begin, m.end)) return true;
    const std::uint32_t from = clause.first, to = clause.last;
    for (Cue cue : {Cue::feared, Cue::planned, Cue::threat, Cue::forecast, Cue::possible}) {
      const MentionIndex i = view_.find_cue(cue, from, to);
      if (i != kNone && view_.mention(i).begin >= m.begin) return true;
    }
    return false;
  }

  /// “goli lagne se do ghayal”: how it befell those of whom the next word tells.
  bool is_cause(const Mention& m, const Clause& clause) const {
    if (view_.case_at(m.end) != sym_.v_se && view_.case_at(m.end - 1) != sym_.v_se) return false;
    bool told = false;
    view_.for_each(MentionKind::effect, m.end, clause.last, [&](MentionIndex, const Mention& next) {
      told = told || (next.begin >= m.end && !view_.is_shielded(next) && sym_.effect(view_.attribute(next, sym_.k_effect)).has_value());
    });
    return told;
  }

  /// “X ki hatya ke jawab mein”: of another happening, that this one answers.
  bool is_answered(const Mention& m) const { return view_.case_at(m.end) == sym_.v_ke_jawab; }

  /// “hazaaron log jaan ganva rahe hain”: what goes on all the time is no toll.
  bool is_habit(const Mention& m, Effect effect) const {
    if (effect != Effect::killed && effect != Effect::injured) return false;
    const LexicalMatch* goes_on = m.end < view_.size() ? view_.phrase_at(m.end, sym_.function) : nullptr;
    if (!goes_on || view_.attribute(goes_on->entry, sym_.k_part) != sym_.v_auxiliary) return false;
    const LexicalMatch* is = goes_on->end < view_.size() ? view_.phrase_at(goes_on->end, sym_.function) : nullptr;
    return is && view_.attribute(is->entry, sym_.k_part) == sym_.v_auxiliary && !view_.has_class(goes_on->end, sym_.was);
  }

  /// “… ko giraftar karne ke lie”: what is meant to happen.
  bool is_purpose(const Mention& m) const { return view_.string(view_.case_at(m.end)) == "ke_liye"; }

  void set_flags(Figure& figure, const Clause& clause) const {
    figure.revised = view_.has_cue(Cue::revise, clause.first, clause.last);
    figure.earlier = view_.has_cue(Cue::earlier, clause.first, clause.last);
    // “jinmen se do …” at the very beginning holds for all clauses of its sentence.
    constexpr std::uint32_t kOpening = 3;
    const Sentence& s = view_.sentences[clause.sentence];
    figure.part = (view_.has_cue(Cue::part, clause.first, clause.last) && clause.relative) ||
                  view_.has_cue(Cue::part, s.first, std::min(s.last, s.first + kOpening)) ||
                  (figure.effect == Effect::missing && opens_with_these(s));
  }

  /// “Of these 36 missing people are from …”
  bool opens_with_these(const Sentence& s) const {
    if (s.first + 1 >= s.last) return false;
    const MentionIndex i = view_.mention_over(s.first, MentionKind::cue);
    return i != kNone && view_.cue(i) == Cue::anaphor && view_.mention(i).end == s.first + 2 && view_.case_at(s.first + 1) == sym_.v_se;
  }

  void add_zero(MentionIndex index, const Mention& m, Effect effect) {
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

  // ---- victims

  /// “a farmer and his 12 cattle's death”: the postposition of the list stands behind the beasts.
  bool is_beside_beasts(const PeoplePhrase& p) const {
    constexpr std::uint32_t kReach = 6;
    const std::uint32_t last = view_.sentences[view_.sentence_of(p.begin)].last;
    if (p.after >= last || !view_.phrase_at(p.after, sym_.conjunction)) return false;
    for (std::uint32_t t = p.after + 1; t < std::min(last, p.after + kReach); ++t) {
      if (const LexicalMatch* beast = view_.phrase_at(t, sym_.animal)) return view_.case_at(beast->end) == sym_.v_ka;
      if (view_.is_punctuation(t)) return false;
    }
    return false;
  }

  bool case_fits(const PeoplePhrase& p, StringId frame, const Mention& m) const {
    if (p.part) return false;
    if (frame == sym_.v_genitive) {
      if (p.case_marker == sym_.v_ka) return true;
      if (p.case_marker == 0 && is_beside_beasts(p)) return true;
      // Headline and "three more bodies": the bare number right before it, or one word farther.
      return p.case_marker == 0 && p.quantified != kNone && p.end + 1 >= m.begin;
    }
    if (frame == sym_.v_agent && p.case_marker == sym_.v_ne) return true;  // “naxalion ne aatmasamarpan kia”
    if (p.case_marker == 0) return true;
    // “yatri ke sir mein chot aai”, but “pulis ke hatthe chadhe”: who holds them.
    if (p.case_marker == sym_.v_ka) return behind_also(p.after) == m.begin && !holds_people(m);
    if (frame == sym_.v_agent) return false;
    if (frame == sym_.v_object) return p.case_marker == sym_.v_ko;
    return p.case_marker == sym_.v_ko;  // "do jawanon ko chot aai"
  }

  /// “do gramino ki bhi maut hui”
  std::uint32_t behind_also(std::uint32_t t) const { return t < view_.size() && view_.has_class(t, sym_.also_word) ? t + 1 : t; }

  bool holds_people(const Mention& m) const {
    const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
    return effect == Effect::detained || effect == Effect::kidnapped;
  }

  /// Is there nothing but “and”, commas, pronouns and adjectives between two people phrases?
  bool is_joined(const PeoplePhrase& left, const PeoplePhrase& right) const {
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

  /// “X and Y, both of them”: who stands before is counted already.
  bool counts_told(const PeoplePhrase& p) const {
    if (p.quantified == kNone || facts_.quantified[p.quantified].counted != Counted::bare) return false;
    const MentionIndex number = facts_.quantified[p.quantified].number;
    const LexicalMatch* word = number == kNone ? nullptr : view_.phrase_at(view_.mention(number).begin, sym_.number_word);
    return word && view_.string(view_.attribute(word->entry, sym_.k_kind)) == "all";
  }

  bool is_title_of(const PeoplePhrase& title, const PeoplePhrase& person) const {
    if (!person.named || title.named || title.quantified != kNone || title.case_marker != 0 || title.after != person.begin) return false;
    const LexicalMatch* noun = head_noun(view_, title);
    const ClassId id = noun ? view_.lexicon.entry_class(noun->entry) : ClassId{};
    return noun && (id == sym_.office || id == sym_.force || id == sym_.person_common) && title.end == noun->end;
  }

  /// A word without a case, that is no verb and tells nothing.
  bool is_plain(std::uint32_t t) const {
    if (view_.is_punctuation(t) || view_.case_at(t) != 0 || view_.has_class(t, sym_.verb)) return false;
    return view_.mention_over(t, MentionKind::trigger) == kNone && view_.mention_over(t, MentionKind::effect) == kNone && view_.mention_over(t, MentionKind::date) == kNone &&
           view_.mention_over(t, MentionKind::place) == kNone;
  }

  /// “in X five, in Y four and in Z three people died”: only the last number has the noun.
  bool is_joined_by_places(const PeoplePhrase& left, const PeoplePhrase& right) const {
    if (left.case_marker != 0 || left.quantified == kNone || right.quantified == kNone) return false;
    const Counted counted = facts_.quantified[left.quantified].counted;
    if (counted != Counted::bare && counted != Counted::people) return false;
    bool joined = false, placed = false;
    for (std::uint32_t t = left.after; t < right.from; ++t) {
      const MentionIndex place = view_.mention_over(t, MentionKind::place);
      if (view_.is_mark(t, ',') || view_.phrase_at(t, sym_.conjunction)) joined = !placed;
      else if (place != kNone) t = view_.mention(place).end - 1;
      else if (view_.case_at(t) == sym_.v_mein) placed = true;
      else if (!view_.phrase_at(t, sym_.place_class) && view_.case_at(t) != sym_.v_ka && !view_.is_mark(t, '-') && !is_plain(t)) return false;
    }
    return joined && placed;
  }

  /// Token behind “8 years ka”; `t` where no measure begins there.
  std::uint32_t measure_end(std::uint32_t t) const {
    const auto q = first_from(facts_.quantified, t);
    if (q >= facts_.quantified.size() || facts_.quantified[q].begin != t || facts_.quantified[q].counted != Counted::measure) return t;
    std::uint32_t end = facts_.quantified[q].head_end;
    const EntryId head = facts_.quantified[q].head;
    if (head != kNone && view_.string(view_.attribute(head, sym_.k_measures)) == "age") return end;  // “65 varshiya”
    return view_.case_at(end, &end) == sym_.v_ka ? end : t;
  }

  bool ends_list(std::uint32_t index) const {
    return index > 0 && is_joined(facts_.people[index - 1], facts_.people[index]);
  }

  /// “the rebel, his wife included”: beside one person “including” adds.
  void add_companion(Figure& figure, std::uint32_t chosen, const Mention& m) {
    const PeoplePhrase& one = facts_.people[chosen];
    if (!figure.quantity || figure.quantity->max != 1 || chosen + 1 >= facts_.people.size()) return;
    const PeoplePhrase& with = facts_.people[chosen + 1];
    if (with.part && with.begin == one.after && with.after <= m.begin && implied_count(with, m.end)) add_phrase(figure, chosen + 1, m);
  }

  bool take_victims(Figure& figure, const Mention& m, const Clause& clause, StringId frame) {
    std::uint32_t stop = clause.first;
    // What stands before an earlier effect of the clause belongs to that one.
    view_.for_each(MentionKind::effect, clause.first, m.begin, [&](MentionIndex, const Mention& other) {
      if (other.end <= m.begin && has_people_between(other.end, m.begin)) stop = std::max(stop, other.end);
    });
    std::uint32_t chosen = described_behind(m, frame);
    if (chosen == kNone) chosen = find_victim(stop, m, frame, false);
    if (frame == sym_.v_object && chosen != kNone) chosen = object_over_doer(chosen, stop, m);
    if (frame == sym_.v_agent) chosen = find_agent(stop, m, chosen);
    // “doctors ne unhen mrit ghoshit kia”: with an object the one with ne only says so.
    if (chosen == kNone && frame == sym_.v_subject && !has_object(m)) chosen = find_victim(stop, m, frame, true);
    if (chosen != kNone && frame == sym_.v_subject) chosen = nearer_with_ne(chosen, m);
    // “X ko goli maarkar hatya kar di”: a deed with its object.
    if (chosen == kNone && frame == sym_.v_genitive && view_.attribute(m, sym_.k_implies) != 0 && is_predicate(m) && !genitive_before(m)) {
      chosen = find_victim(stop, m, sym_.v_object, false);
      if (chosen != kNone && facts_.people[chosen].case_marker != sym_.v_ko) chosen = kNone;
    }
    if (chosen == kNone && clause.first > view_.sentences[clause.sentence].first && !has_people_between(clause.first, m.begin)) {
      // The clause has no people at all: its subject stands in the one before.
      const Clause& before = view_.clauses[view_.clause_of(m.begin) - 1];
      chosen = find_victim(before.first, m, frame, false);
      if (chosen != kNone && belongs_to_other_effect(chosen, before)) chosen = kNone;
      if (chosen != kNone) stop = before.first;  // “four workers and two residents …, who were …”
    }
    // “pulis use hirasat mein lekar”: the pronoun is the object, not the bare subject before it.
    if (chosen != kNone && frame == sym_.v_object && facts_.people[chosen].case_marker == 0) {
      const LexicalMatch* object = object_before(m);
      if (object && object->begin >= facts_.people[chosen].end) chosen = kNone;
    }
    if (chosen == kNone && (take_behind(figure, m, clause) || take_pronoun(figure, m, frame) || take_everybody(figure, m, clause))) return true;
    if (chosen == kNone) {
      return take_brought_before(figure, m, clause, frame) || take_struck_before(figure, m, frame) || take_the_one_told(figure, m, clause, frame);
    }
    add_phrase(figure, chosen, m);
    add_companion(figure, chosen, m);
    std::uint32_t right = chosen;
    for (std::uint32_t p = chosen; p-- > 0; right = p) {
      const PeoplePhrase& left = facts_.people[p];
      if (left.begin < stop) break;
      // “14 passengers and of the crew three”: whose members they are.
      if (left.case_marker == sym_.v_ka && left.quantified == kNone && left.after == facts_.people[right].begin) continue;
      // “the driver and car savar | two men”: what they ride in.
      if (left.quantified == kNone && left.after == facts_.people[right].begin && view_.phrase_before(left.end, sym_.aboard)) continue;
      // “X and havildar | Y”: the office of who is named.
      if (is_title_of(left, facts_.people[right])) {
        // “jinmein se ek, pradhan arakshak X, ki”: the one is he.
        const bool one = p > 0 && facts_.people[p - 1].quantified != kNone && facts_.quantified[facts_.people[p - 1].quantified].counted == Counted::bare;
        if (one) break;
        continue;
      }
      if (left.part && left.after >= facts_.people[right].from - 1) {
        // “the mother-in-law including a child”: without a number neither holds the other.
        const bool counts = facts_.people[chosen].quantified != kNone || !figure.quantity;
        counts ? add_part(figure, left) : add_phrase(figure, p, m);
        // Parts may be a list too: “two women and a child including nine people”.
        while (p > 0 && is_joined(facts_.people[p - 1], facts_.people[p]) && facts_.people[p - 1].begin >= stop) {
          --p;
          counts ? add_part(figure, facts_.people[p]) : add_phrase(figure, p, m);
        }
        break;
      }
      if (counts_told(facts_.people[right])) break;
      if (!(is_joined(left, facts_.people[right]) || is_joined_by_places(left, facts_.people[right])) || !can_suffer(view_, left)) break;
      add_phrase(figure, p, m);
    }
    return true;
  }

  /// “They took the youth to hospital. Doctors declared dead”: who died is the object of the sentence before.
  bool take_brought_before(Figure& figure, const Mention& m, const Clause& clause, StringId frame) {
    const bool declared = frame == sym_.v_object && view_.attribute(m, sym_.k_later) == sym_.v_yes;
    if (!declared || clause.sentence == 0 || clause.first != view_.sentences[clause.sentence].first || has_object(m)) return false;
    const std::uint32_t from = view_.sentences[clause.sentence - 1].first;
    for (std::uint32_t p = first_phrase_from(clause.first); p-- > 0 && facts_.people[p].begin >= from;) {
      const PeoplePhrase& phrase = facts_.people[p];
      if (phrase.case_marker != sym_.v_ko || !can_suffer(view_, phrase)) continue;
      figure.quantity = phrase.quantified != kNone ? counted(facts_.quantified[phrase.quantified]) : implied_count(phrase, m.end, false);
      figure.part = true;
      return figure.quantity.has_value();
    }
    return false;
  }

  /// “A lorry hit a youth. Died on the spot”: nobody is named, so it is the one person of whom the sentences before tell
  /// that something befell him.
  bool take_the_one_told(Figure& figure, const Mention& m, const Clause& clause, StringId frame) {
    constexpr std::uint32_t kSentences = 2;
    const bool suffers = figure.effect == Effect::killed || (figure.effect == Effect::injured && frame != sym_.v_object);
    if (!suffers || figure.others || !is_predicate(m) || (frame == sym_.v_genitive && genitive_before(m))) return false;
    std::uint32_t p = first_phrase_from(view_.sentences[clause.sentence].first);
    for (std::uint32_t here = p; here < facts_.people.size() && facts_.people[here].begin < m.begin; ++here) {
      // “the doctors declared dead”, “the police sent the body away”: they are others.
      if (frame == sym_.v_subject || facts_.people[here].case_marker != sym_.v_ne) return false;
    }
    for (; p-- > 0;) {
      const PeoplePhrase& phrase = facts_.people[p];
      const std::uint32_t sentence = view_.sentence_of(phrase.begin);
      if (sentence + kSentences < clause.sentence) return false;
      if (!can_suffer(view_, phrase) || !is_befallen(phrase)) continue;
      const auto q = phrase.quantified != kNone ? counted(facts_.quantified[phrase.quantified]) : implied_count(phrase, phrase.end, false);
      if (!q || q->max != 1) return false;
      figure.quantity = q;
      figure.part = true;
      return true;
    }
    return false;
  }

  bool has_living_between(std::uint32_t first, std::uint32_t last) const {
    if (has_people_between(first, last)) return true;
    for (std::uint32_t t = first; t < last; ++t) {
      if (view_.phrase_at(t, sym_.animal)) return true;
    }
    return false;
  }

  /// “youth ko”, “gramin par”, “bachcha doob gaya”, “majdoor ghayal ho gaya”: something befell these people.
  bool is_befallen(const PeoplePhrase& p) const {
    const Clause& clause = view_.clauses[view_.clause_of(p.begin)];
    const auto told = latest(facts_.figures);
    const bool hurt = std::any_of(told.begin(), told.end(), [&](const Figure& f) {
      return f.effect == Effect::injured && f.begin <= p.begin && p.begin < f.end;
    });
    if (hurt) return true;
    bool struck = false;
    view_.for_each(MentionKind::trigger, p.end, clause.last, [&](MentionIndex, const Mention& m) {
      struck = struck || p.case_marker == sym_.v_ko || p.case_marker == sym_.v_par || (p.case_marker == 0 && view_.attribute(m, sym_.k_result) == sym_.v_patient);
    });
    return struck;
  }

  /// “bas ne kisan ko kuchla, maut”, “chhatra ko takkar mari, ilaaj ke dauran maut ho gai”, “bachcha nadi mein dooba, shav baramad”: a
  /// death without anybody is of the object before the comma, or of the subject whom something befell.
  bool take_struck_before(Figure& figure, const Mention& m, StringId frame) {
    constexpr std::uint32_t kReach = 14;
    const bool suffers = frame == sym_.v_genitive || (frame == sym_.v_object && figure.effect == Effect::injured);
    if (!suffers || (figure.effect != Effect::killed && figure.effect != Effect::injured)) return false;
    const std::uint32_t comma = comma_before(m);
    if (comma == kNone) return false;
    const std::uint32_t from = std::max(view_.sentences[view_.sentence_of(m.begin)].first, comma > kReach ? comma - kReach : 0);
    std::uint32_t struck = kNone;
    for (std::uint32_t p = first_phrase_from(comma); p-- > 0 && facts_.people[p].begin >= from;) {
      const PeoplePhrase& phrase = facts_.people[p];
      if (!can_suffer(view_, phrase) || !is_struck(phrase, comma)) continue;
      if (struck == kNone || phrase.case_marker == sym_.v_ko) struck = p;
    }
    if (struck == kNone) return false;
    const PeoplePhrase& phrase = facts_.people[struck];
    figure.quantity = phrase.quantified != kNone ? counted(facts_.quantified[phrase.quantified]) : implied_count(phrase, m.end, false);
    if (figure.quantity) figure.victims.push_back(struck);
    return figure.quantity.has_value();
  }

  /// With ko, with par (“X par chaku se hamla kiya”), or the subject whom something befell.
  bool is_struck(const PeoplePhrase& phrase, std::uint32_t last) const {
    return phrase.case_marker == sym_.v_ko || phrase.case_marker == sym_.v_par || (phrase.case_marker == 0 && befell(phrase.end, last));
  }

  /// The comma before the effect, with nothing between but where and when; kNone for none.
  std::uint32_t comma_before(const Mention& m) const {
    constexpr std::uint32_t kSetting = 5;
    const std::uint32_t first = view_.sentences[view_.sentence_of(m.begin)].first;
    for (std::uint32_t t = m.begin; t > first && t + kSetting >= m.begin; --t) {
      if (view_.is_mark(t - 1, ',')) return t - 1;
      if (view_.is_punctuation(t - 1) || view_.phrase_at(t - 1, sym_.pronoun) || view_.has_class(t - 1, sym_.verb)) return kNone;
      if (view_.mention_over(t - 1, MentionKind::number) != kNone || has_people_between(t - 1, m.begin)) return kNone;
    }
    return kNone;
  }

  /// A verb is its last word or the next one.
  bool is_predicate(const Mention& m) const {
    return view_.has_class(m.end - 1, sym_.verb) || (m.end < view_.size() && view_.has_class(m.end, sym_.verb));
  }

  /// “rescuers look for lapata hue 93 logon ko”: the effect describes the counted people behind it, not those before.
  std::uint32_t described_behind(const Mention& m, StringId frame) const {
    std::uint32_t p = first_phrase_from(m.end);
    if (frame == sym_.v_genitive || p >= facts_.people.size()) return kNone;
    const std::uint32_t opens = facts_.people[p].begin;
    while (p + 1 < facts_.people.size() && is_joined(facts_.people[p], facts_.people[p + 1])) ++p;  // “agwa kiye gaye ek chhatra aur ek chhatra ko”
    const PeoplePhrase& phrase = facts_.people[p];
    if (frame == sym_.v_object && has_person_as_object(m, first_phrase_from(m.end))) return kNone;
    const bool counted = opens == m.end && phrase.case_marker != 0 && phrase.quantified != kNone &&
                         facts_.quantified[phrase.quantified].counted == Counted::people;
    return counted && view_.sentence_of(phrase.begin) == view_.sentence_of(m.begin) ? p : kNone;
  }

  /// “chhatra ko baramad kar saat logon ko giraftar kiya”: the object stands before it.
  bool has_person_as_object(const Mention& m, std::uint32_t behind) const {
    if (behind == 0) return false;
    const PeoplePhrase& before = facts_.people[behind - 1];
    if (before.case_marker != sym_.v_ko || before.after > m.begin || view_.clause_of(before.begin) != view_.clause_of(m.begin)) return false;
    bool other = false;
    view_.for_each(MentionKind::effect, before.after, m.begin, [&](MentionIndex, const Mention& e) { other = other || e.end <= m.begin; });
    return !other;
  }

  bool has_people_between(std::uint32_t first, std::uint32_t last) const {
    const std::uint32_t p = first_phrase_from(first);
    return p < facts_.people.size() && facts_.people[p].end <= last;
  }

  /// Index of the first people phrase that begins at the token or later.
  std::uint32_t first_phrase_from(std::uint32_t token) const {
    return static_cast<std::uint32_t>(std::partition_point(facts_.people.begin(), facts_.people.end(),
                                                           [&](const PeoplePhrase& p) { return p.begin < token; }) -
                                      facts_.people.begin());
  }

  bool belongs_to_other_effect(std::uint32_t phrase, const Clause& clause) const {
    bool found = false;
    view_.for_each(MentionKind::effect, facts_.people[phrase].end, clause.last,
                   [&](MentionIndex, const Mention&) { found = true; });
    return found;
  }

  /// The nearest fitting phrase between `stop` and the effect, a counted one first; kNone when none fits.
  std::uint32_t find_victim(std::uint32_t stop, const Mention& m, StringId frame, bool with_ne) const {
    std::uint32_t uncounted = kNone;
    for (std::uint32_t index = first_phrase_from(m.begin); index-- > 0;) {
      const PeoplePhrase& p = facts_.people[index];
      // A relative clause in commas may stand between: “five people, among them two children, died”.
      const bool reaches = p.case_marker == sym_.v_ka && p.after == m.begin;
      if (p.begin < stop && !reaches) break;
      if (p.end > m.begin || !can_suffer(view_, p)) continue;
      // “do ghayalon ne dam toda”: only where nothing else fits.
      if (!case_fits(p, frame, m) && !(with_ne && p.case_marker == sym_.v_ne)) continue;
      // “badmash ko SOG aur pulis ne …”: one of those who acted.
      const bool acts_too = frame == sym_.v_object && p.case_marker == 0 && index + 1 < facts_.people.size() &&
                            facts_.people[index + 1].case_marker == sym_.v_ne && is_joined(p, facts_.people[index + 1]);
      if (acts_too || describes_doer(index)) continue;
      const bool bare = p.quantified != kNone && facts_.quantified[p.quantified].counted == Counted::bare;
      if (bare && !bare_number_fits(p, m)) continue;
      if (p.quantified != kNone) return uncounted == kNone || is_apposition(p, facts_.people[uncounted]) ? index : uncounted;
      if (uncounted == kNone) uncounted = index;
    }
    return uncounted;
  }

  /// “bike savar | shooteron ne”: what they ride.
  bool describes_doer(std::uint32_t index) const {
    if (index + 1 >= facts_.people.size() || facts_.people[index].case_marker != 0 || facts_.people[index].named) return false;
    const PeoplePhrase& next = facts_.people[index + 1];
    return next.case_marker == sym_.v_ne && next.begin == facts_.people[index].end && !next.named;
  }

  /// “kishori ko gaanv ka ek yuvak utha le gaya”: beside somebody with ko who stands bare did it; `chosen` where nobody has.
  std::uint32_t object_over_doer(std::uint32_t chosen, std::uint32_t stop, const Mention& m) const {
    if (facts_.people[chosen].case_marker != 0 || sym_.effect(view_.attribute(m, sym_.k_effect)) != Effect::kidnapped) return chosen;
    const std::uint32_t first = std::max(stop, view_.clauses[view_.clause_of(m.begin)].first);
    for (std::uint32_t index = chosen; index-- > 0 && facts_.people[index].begin >= first;) {
      const PeoplePhrase& p = facts_.people[index];
      if (p.case_marker == sym_.v_ko && can_suffer(view_, p)) return index;
    }
    return chosen;
  }

  /// The phrase with ne, who gave himself up; what stands bare nearer to the verb is somebody else. `otherwise` where none is.
  std::uint32_t find_agent(std::uint32_t stop, const Mention& m, std::uint32_t otherwise) const {
    for (std::uint32_t index = first_phrase_from(m.begin); index-- > 0;) {
      const PeoplePhrase& p = facts_.people[index];
      if (p.begin < stop) break;
      if (p.end <= m.begin && p.case_marker == sym_.v_ne && can_suffer(view_, p)) return index;
    }
    return otherwise;
  }

  /// “bike savar do yuvakon ne dam toda”, “maan aur beti ne …”: the one before ne, with whom the other is joined or whom it
  /// describes; `chosen` where it is not so.
  std::uint32_t nearer_with_ne(std::uint32_t chosen, const Mention& m) const {
    const std::uint32_t next = chosen + 1;
    if (next >= facts_.people.size() || has_object(m)) return chosen;
    const PeoplePhrase &left = facts_.people[chosen], &right = facts_.people[next];
    constexpr std::uint32_t kCause = 3;  // “ne thand se dam toda”
    const bool suffers = right.case_marker == sym_.v_ne && right.after <= m.begin && m.begin - right.after <= kCause &&
                         !has_people_between(right.after, m.begin) && can_suffer(view_, right);
    const bool describes = left.quantified == kNone && left.after == right.begin;
    return suffers && (describes || is_joined(left, right)) ? next : chosen;
  }

  bool has_object(const Mention& m) const {
    const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
    for (std::uint32_t t = m.begin; t > first;) {
      const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
      if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ko) return true;
      if (view_.case_at(t) == sym_.v_ko && (t == first || view_.mention_over(t - 1, MentionKind::date) == kNone)) return true;
    }
    return false;
  }

  /// The counted phrase is only farther modifiers of the uncounted one (“six members of a family … people”).
  bool is_apposition(const PeoplePhrase& counted, const PeoplePhrase& uncounted) const {
    return !uncounted.named && counted.end <= uncounted.begin && counted.case_marker == 0 &&
           counted.end + 1 >= uncounted.begin && !is_joined(counted, uncounted);
  }

  /// A number without a noun is a victim count only right at its effect: “chhah ki maut”, “tin ghayal”.
  bool bare_number_fits(const PeoplePhrase& p, const Mention& m) const {
    if (p.after >= m.begin) return true;
    // “donon ki mauqe par hi maut”: what stands behind the genitive only says where and how.
    const bool genitive = (p.case_marker == sym_.v_ka && view_.attribute(m, sym_.k_frame) == sym_.v_genitive) ||
                          (p.case_marker == sym_.v_ne && view_.attribute(m, sym_.k_frame) == sym_.v_subject);
    const std::uint32_t reach = genitive ? 7 : 3;
    std::uint32_t strangers = 0;
    for (std::uint32_t t = p.after; t < m.begin; ++t) {
      if (view_.is_punctuation(t) || (!genitive && view_.phrase_at(t, sym_.marker))) return false;
      ++strangers;
    }
    return strangers <= reach;
  }

  /// “use … giraftar kar lia”: the object of the clause, one person.
  const LexicalMatch* object_before(const Mention& m) const {
    const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
    for (std::uint32_t t = m.begin; t > first;) {
      const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
      if (!p || view_.attribute(p->entry, sym_.k_case) != sym_.v_ko) continue;
      return view_.attribute(p->entry, sym_.k_number) == sym_.v_plural ? nullptr : p;
    }
    return nullptr;
  }

  /// “usne dam tod dia”, “vah ghayal ho gaya”: the subject of the clause, one person; else its object.
  const LexicalMatch* subject_before(const Mention& m, bool hurt) const {
    if (const LexicalMatch* object = object_before(m)) return object;
    const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
    for (std::uint32_t t = m.begin; t > first;) {
      const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
      if (!p) continue;
      const StringId points = view_.attribute(p->entry, sym_.k_points);
      const StringId held = view_.attribute(p->entry, sym_.k_case);
      const bool his = held == sym_.v_ka && hurt && view_.attribute(p->entry, sym_.k_number) != sym_.v_plural;  // “uske sir mein chot lagi”
      const bool subject = held == sym_.v_ne || view_.attribute(p->entry, sym_.k_direct) == sym_.v_yes || his;
      if (subject && points == sym_.v_far) return has_people_between(p->end, m.begin) ? nullptr : p;
    }
    return nullptr;
  }

  bool is_of_beasts(const Mention& m) const {
    constexpr std::uint32_t kReach = 3;
    for (std::uint32_t t = m.begin; t > 0 && t + kReach > m.begin;) {
      const LexicalMatch* beast = view_.phrase_before(t--, sym_.animal);
      if (beast) return view_.case_at(beast->end) == sym_.v_ka;
    }
    return false;
  }

  /// “unki mauqe par hi maut”: where and how may stand between, nobody else.
  const LexicalMatch* genitive_before(const Mention& m) const {
    if (const LexicalMatch* p = view_.phrase_before(m.begin, sym_.pronoun)) return p;
    if (is_of_beasts(m)) return nullptr;  // “his buffalo's death”
    constexpr std::uint32_t kReach = 6;
    const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
    for (std::uint32_t t = m.begin; t > first && t + kReach > m.begin && !view_.is_punctuation(t - 1);) {
      const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
      if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ka) return has_people_between(p->end, m.begin) ? nullptr : p;
    }
    return nullptr;
  }

  /// “9 logon ko agva kar unki hatya kar di”, “… unhen goli maar di”: the plural pronoun stands for those counted before in the
  /// sentence, whom something was done to.
  bool take_group(Figure& figure, const Mention& m, StringId frame) {
    const LexicalMatch* p = frame == sym_.v_genitive ? genitive_before(m) : plural_object_before(m);
    if (!p || view_.attribute(p->entry, sym_.k_number) != sym_.v_plural) return false;
    const StringId points = view_.attribute(p->entry, sym_.k_points), held = view_.attribute(p->entry, sym_.k_case);
    if ((points != sym_.v_near && points != sym_.v_far && points != sym_.v_relative) || (held != sym_.v_ka && held != sym_.v_ko)) return false;
    std::uint32_t index = first_phrase_from(p->begin);
    while (index > 0 && facts_.people[index - 1].case_marker == sym_.v_ne) --index;  // who did it
    if (index == 0) return false;
    const PeoplePhrase& group = facts_.people[index - 1];
    const bool acted_on = group.case_marker == sym_.v_ko || group.case_marker == sym_.v_ka || (group.case_marker == 0 && befell(group.end, p->begin));
    if (!acted_on || group.part || group.quantified == kNone || view_.sentence_of(group.begin) != view_.sentence_of(m.begin)) return false;
    if (facts_.quantified[group.quantified].counted != Counted::people) return false;
    const Quantity q = counted(facts_.quantified[group.quantified]);
    if (q.min.value_or(0) < 2) return false;
    figure.quantity = q;
    figure.group = group_of(view_, group, facts_.quantified);
    figure.who = who_text(group);
    figure.begin = p->begin;
    figure.part = true;
    return true;
  }

  /// Between the words something happens to their subject: “tin bachche doob gae aur unki maut ho gai”.
  bool befell(std::uint32_t first, std::uint32_t last) const {
    bool found = false;
    view_.for_each(MentionKind::trigger, first, last, [&](MentionIndex, const Mention& m) { found = found || view_.attribute(m, sym_.k_result) == sym_.v_patient; });
    return found;
  }

  /// “unhen … goli maar di”
  const LexicalMatch* plural_object_before(const Mention& m) const {
    const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
    for (std::uint32_t t = m.begin; t > first;) {
      const LexicalMatch* p = view_.phrase_at(--t, sym_.pronoun);
      if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ko) return p;
    }
    return nullptr;
  }

  /// “one was found, the search for the second goes on”, “one died, the second is badly hurt”
  bool is_other_one(const Mention& m) const {
    constexpr std::uint32_t kReach = 6;
    const std::uint32_t first = view_.clauses[view_.clause_of(m.begin)].first;
    for (std::uint32_t t = m.begin; t > first && t + kReach > m.begin && !view_.is_punctuation(t - 1); --t) {
      const MentionIndex number = view_.mention_over(t - 1, MentionKind::number);
      if (number == kNone) continue;
      const bool stands_alone = t == m.begin || view_.case_at(t) != 0 || view_.has_class(t, sym_.also_word);
      return stands_alone && view_.mention(number).end == t && view_.mentions->numbers[view_.mention(number).payload].ordinal;
    }
    return false;
  }

  /// “the second youth”, “his companion”
  bool is_second(const PeoplePhrase& p) const {
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

  /// “uski maut”, “unki mrityu ho gai”, “use giraftar kia”: somebody told of before.
  bool take_pronoun(Figure& figure, const Mention& m, StringId frame) {
    if (m.begin == 0) return false;
    if (take_group(figure, m, frame)) return true;
    if (is_other_one(m)) {
      figure.quantity = exact_quantity(1);
      figure.others = figure.second = true;
      return true;
    }
    if (frame == sym_.v_subject && is_of_the_same(figure, m)) return false;
    const LexicalMatch* p = frame == sym_.v_genitive ? genitive_before(m) : frame == sym_.v_subject ? subject_before(m, figure.effect == Effect::injured) : object_before(m);
    if (!p) return false;
    const StringId points = view_.attribute(p->entry, sym_.k_points);
    const bool whose = points == sym_.v_relative && figure.effect == Effect::killed;  // “drank poison, jiski maut ho gai”
    if (points != sym_.v_near && points != sym_.v_far && !whose && frame == sym_.v_genitive) return false;
    if (frame == sym_.v_genitive && view_.attribute(p->entry, sym_.k_case) != sym_.v_ka) return false;  // “yah pata nahin”
    figure.quantity = exact_quantity(1);
    figure.quantity->text = view_.text(p->begin, p->end);
    figure.quantity->span = view_.source->span(p->begin, p->end);
    figure.begin = p->begin;
    const bool his = frame == sym_.v_subject && view_.attribute(p->entry, sym_.k_case) == sym_.v_ka;
    figure.part = !his || is_told_hurt(m);
    if (his) figure.group = group_of_subject_before(p->begin);
    return true;
  }

  /// Was whoever was hurt last told by a pronoun?
  bool is_pronoun_told() const {
    return !facts_.figures.empty() && facts_.figures.back().effect == Effect::injured && facts_.figures.back().victims.empty() && !facts_.figures.back().part;
  }

  /// Of the last subject told in the sentences right before: “the robber fired at the police. His leg was hit”.
  StringId group_of_subject_before(std::uint32_t token) const {
    constexpr std::uint32_t kSentences = 2;
    const std::uint32_t sentence = view_.sentence_of(token);
    for (std::uint32_t p = first_phrase_from(token); p-- > 0;) {
      const PeoplePhrase& phrase = facts_.people[p];
      if (view_.sentence_of(phrase.begin) + kSentences < sentence) break;
      if (phrase.case_marker == 0 || phrase.case_marker == sym_.v_ne) return group_of(view_, phrase, facts_.quantified);
    }
    return 0;
  }

  /// Were wounded told right before?
  bool is_told_hurt(const Mention& m) const {
    constexpr std::uint32_t kSentences = 3;
    const std::uint32_t sentence = view_.sentence_of(m.begin);
    const auto told = latest(facts_.figures);
    return std::any_of(told.begin(), told.end(), [&](const Figure& f) {
      return f.effect == Effect::injured && f.quantity && view_.sentence_of(f.begin) + kSentences >= sentence;
    });
  }

  /// “sabhi ki maut ho gai”, “sabhi ghayal hue”: those counted before. “Sabhi ko bharti karaya”: the wounded, as told.
  bool take_everybody(Figure& figure, const Mention& m, const Clause& clause) {
    const StringId told = figure.effect == Effect::injured ? sym_.v_ko : 0;
    figure.quantity = count_of_everybody(view_, facts_.quantified, aboard_, m.begin, clause, told);
    figure.part = figure.quantity.has_value();
    return figure.part;
  }

  /// Headline order: “maut5 ghayal”, “maare gae 5 log”, “mritak: 3”.
  bool take_behind(Figure& figure, const Mention& m, const Clause& clause) {
    for (std::uint32_t p = first_phrase_from(m.end); p < facts_.people.size(); ++p) {
      const PeoplePhrase& phrase = facts_.people[p];
      if (phrase.begin > m.end + 1 || phrase.begin >= clause.last) break;
      if (phrase.quantified == kNone || phrase.case_marker != 0) break;
      if (facts_.quantified[phrase.quantified].counted == Counted::bare) break;
      add_phrase(figure, p, m);
      return true;
    }
    return false;
  }

  /// “mritakon ki sankhya badhkar 11 ho gai”, “11 mauten”: a number near the noun, the last one where two stand
  /// (“from 12 to 14”).
  bool take_number_near(Figure& figure, const Mention& m, const Clause& clause) {
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

  bool has_comma_between(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t t = first; t < last; ++t) {
      if (view_.is_mark(t, ',')) return true;
    }
    return false;
  }

  /// No other noun follows the number: “… ki sankhya 11 ho gai”, but not “shav par kai nishan”.
  bool stands_alone(const Quantified& q, const Clause& clause) const {
    const std::uint32_t t = view_.mention(q.number).end;
    return t >= clause.last || view_.is_punctuation(t) || view_.has_class(t, sym_.verb) || view_.phrase_at(t, sym_.marker) ||
           view_.phrase_at(t, sym_.function) || view_.phrase_at(t, sym_.effect_) || view_.mention_over(t, MentionKind::cue) != kNone;
  }

  /// “four died and as many were hurt”: the number told last in the sentence.
  std::optional<Quantity> as_many_as_before(const PeoplePhrase& p) const {
    const LexicalMatch* word = p.begin > 0 ? view_.phrase_before(p.begin, sym_.quantifier) : nullptr;
    if (!word || view_.string(view_.attribute(word->entry, sym_.k_quantity)) != "as_many" || facts_.figures.empty()) return std::nullopt;
    const Figure& before = facts_.figures.back();
    if (before.zero || view_.sentence_of(before.begin) != view_.sentence_of(p.begin)) return std::nullopt;
    return before.quantity;
  }

  void add_phrase(Figure& figure, std::uint32_t index, const Mention& m) {
    const PeoplePhrase& p = facts_.people[index];
    std::optional<Quantity> q;
    if (p.quantified != kNone) {
      q = counted(facts_.quantified[p.quantified]);
      figure.others = figure.others || facts_.quantified[p.quantified].others;
    } else {
      q = implied_count(p, m.end, !figure.victims.empty() || ends_list(index));
      if (!q) q = count_of_all(view_, facts_.quantified, aboard_, p);
      if (!q) q = as_many_as_before(p);
    }
    if (figure.victims.empty()) {
      figure.quantity = q;
      figure.second = q && is_second(p);
      figure.group = group_of(view_, p, facts_.quantified);
      figure.who = who_text(p);
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

  /// “chini sena ke bhi paanch sainik”: five of the others too.
  bool is_also_of(const PeoplePhrase& p) const {
    return p.quantified != kNone && p.begin > 1 && view_.has_class(p.begin - 1, sym_.also_word) && view_.case_at(p.begin - 2) == sym_.v_ka;
  }

  /// “in X, Y and Z one each” (ek-ek): the places of the list before a doubled number; 1 where it is not doubled.
  std::int64_t places_of_each(MentionIndex number) const {
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

  /// The number, times how many the noun names by itself: two couples are four.
  Quantity counted(const Quantified& n) const {
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

  /// “14 passengers and three of the crew”: the sum is computed, its sides are its parts.
  void add_side(Figure& figure, const PeoplePhrase& p, const Quantity& q) const {
    auto& parts = figure.parts;
    if (figure.victims.size() == 1) parts.insert(parts.begin(), {*figure.quantity, some(figure.who)});
    parts.insert(parts.begin(), {q, some(who_text(p))});
    add_to(*figure.quantity, q);
    figure.quantity->text.clear();
    figure.who.clear();
  }

  static std::optional<std::string> some(std::string text) {
    return text.empty() ? std::nullopt : std::optional(std::move(text));
  }

  static void add_to(Quantity& sum, const Quantity& more) {
    if (sum.min && more.min) *sum.min += *more.min;
    if (sum.max && more.max) *sum.max += *more.max;
    else sum.max.reset();
    if (sum.qualifier == Qualifier::exact) sum.qualifier = more.qualifier;
  }

  void add_part(Figure& figure, const PeoplePhrase& p) {
    Casualty::Part part;
    if (p.quantified != kNone) part.quantity = to_quantity(view_, facts_.quantified[p.quantified].number);
    else if (const auto implied = implied_count(p, p.end)) part.quantity = *implied;
    else return;
    part.who = who_text(p);
    figure.parts.push_back(std::move(part));
    figure.begin = std::min(figure.begin, p.begin);
  }

  /// The words of the noun without its number.
  std::string who_text(const PeoplePhrase& p) const {
    std::uint32_t begin = p.begin;
    if (p.quantified != kNone) {
      const Quantified& q = facts_.quantified[p.quantified];
      if (q.counted == Counted::bare) return {};
      if (q.begin == p.begin) begin = view_.mention(q.number).end;
    }
    return view_.text(begin, p.end);
  }

  // ---- nouns for victims: “16 ghayalon ko”, “char shav”

  /// “muthbhed mein shaheed hue jawan ka antim sanskar”: one, of those that a number says elsewhere.
  void read_one_described(MentionIndex index, const Mention& m, Effect effect, std::uint32_t p) {
    if (p >= facts_.people.size() || facts_.people[p].begin != m.end || facts_.people[p].quantified != kNone) return;
    const PeoplePhrase& one = facts_.people[p];
    const bool has_name = p + 1 < facts_.people.size() && facts_.people[p + 1].named && facts_.people[p + 1].begin == one.end;  // “jawan Ramesh Yadav ka”
    if (one.case_marker == 0 && !(has_name && facts_.people[p + 1].case_marker != 0)) return;
    if ((effect != Effect::killed && effect != Effect::injured) || (m.begin > 0 && view_.phrase_before(m.begin, sym_.quantifier)) || is_undone(one)) return;
    const auto q = implied_count(one, one.end);
    if (!q || q->max != 1 || view_.is_plural_form(one.end - 1)) return;
    Figure figure;
    figure.effect = effect;
    figure.part = true;
    figure.cue = index;
    figure.quantity = q;
    figure.begin = m.begin;
    figure.end = one.end;
    facts_.figures.push_back(std::move(figure));
  }

  /// “mritakon mein X aur Y shamil hain”, “ghayalon ki pahchan X aur Y ke rup mein”.
  void read_roll_of_victims(std::uint32_t index) {
    constexpr std::uint32_t kGap = 3;  // “mein”, “ki pahchan”
    const PeoplePhrase& p = facts_.people[index];
    if (index + 1 >= facts_.people.size() || facts_.people[index + 1].from > p.end + kGap || !view_.is_plural_form(p.end - 1) || is_undone(p)) return;
    const MentionIndex noun = view_.mention_over(p.end - 1, MentionKind::effect);
    if (noun == kNone || view_.is_shielded(view_.mention(noun)) || view_.attribute(view_.mention(noun), sym_.k_frame) != sym_.v_victim) return;
    const auto effect = sym_.effect(view_.attribute(view_.mention(noun), sym_.k_effect));
    if (effect == Effect::killed || effect == Effect::injured) count_roll(noun, *effect, index + 1, view_.sentences[view_.sentence_of(p.begin)].last);
  }

  /// “mritak ki pahchan … hui”: a singular in the oblique is one, of those that were told where there are others.
  void read_one_victim(std::uint32_t index) {
    const PeoplePhrase& p = facts_.people[index];
    const MentionIndex noun = view_.mention_over(p.end - 1, MentionKind::effect);
    if (noun == kNone || p.case_marker != sym_.v_ka || is_taken(index) || is_undone(p)) return;
    const Mention& m = view_.mention(noun);
    const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
    if (effect != Effect::killed || view_.attribute(m, sym_.k_frame) != sym_.v_victim || view_.is_plural_form(p.end - 1) || view_.is_shielded(m)) return;
    if (p.begin > 0 && view_.phrase_before(p.begin, sym_.quantifier)) return;
    if (p.after < view_.size() && people_noun_at(view_, p.after)) return;  // “ten lakh to the dead man's kin”
    Figure figure;
    figure.effect = *effect;
    figure.cue = noun;
    set_flags(figure, view_.clauses[view_.clause_of(p.begin)]);
    figure.quantity = exact_quantity(1);
    figure.quantity->text = view_.text(p.begin, p.end);
    figure.quantity->span = view_.source->span(p.begin, p.end);
    figure.part = true;
    figure.victims.push_back(index);
    figure.begin = p.begin;
    figure.end = p.end;
    facts_.figures.push_back(std::move(figure));
  }

  void read_victim_nouns() {
    for (std::uint32_t i = 0; i < facts_.people.size(); ++i) {
      const PeoplePhrase& p = facts_.people[i];
      if (p.quantified == kNone) {
        read_one_victim(i);
        read_roll_of_victims(i);
        continue;
      }
      const Quantified& q = facts_.quantified[p.quantified];
      if (q.counted != Counted::victims || is_taken(i) || is_undone(p)) continue;
      const Clause& clause = view_.clauses[view_.clause_of(p.begin)];
      Figure figure;
      figure.effect = *q.effect;
      figure.noun = q.head;
      set_flags(figure, clause);
      figure.quantity = to_quantity(view_, q.number);
      figure.others = q.others;
      // “10 bodies were identified”: of the dead that were told.
      figure.part = figure.part || (figure.effect == Effect::killed && p.case_marker == sym_.v_ka);
      figure.victims.push_back(i);
      figure.begin = p.begin;
      figure.end = p.end;
      facts_.figures.push_back(std::move(figure));
    }
  }

  /// “1,000 prisoners are set free”: a cue over them says that nothing befell them.
  bool is_undone(const PeoplePhrase& p) const {
    const MentionIndex cue = view_.mention_over(p.end - 1, MentionKind::cue);
    return cue != kNone && view_.cue(cue) == Cue::none;
  }

  bool is_taken(std::uint32_t phrase) const { return phrase < taken_.size() && taken_[phrase]; }

  const DocumentView& view_;
  const Symbols& sym_;
  CasualtyFacts& facts_;
  std::vector<std::uint32_t> aboard_;  ///< quantified phrases of people aboard something
  std::vector<bool> taken_;  ///< people phrases that a figure has counted
};

}  // namespace

void find_casualties(const DocumentView& view, CasualtyFacts& facts) {
  facts.people.clear();
  facts.figures.clear();
  CasualtyFinder(view, facts).run();
}

}  // namespace incidents
