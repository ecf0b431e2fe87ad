#include "events/told_before.h"

#include <algorithm>

#include "events/draft.h"
#include "events/effect_reality.h"
#include "events/everybody.h"

namespace incidents {

bool ToldBefore::take_told(Figure& figure, const Mention& m, const Clause& clause, StringId frame) const {
  return take_pronoun(figure, m, frame) || take_everybody(figure, m, clause) || take_brought_before(figure, m, clause, frame) ||
         take_struck_before(figure, m, frame) || take_the_one_told(figure, m, clause, frame);
}

/// “uski maut”, “unki mrityu ho gai”, “use giraftar kia”: somebody told of before.
bool ToldBefore::take_pronoun(Figure& figure, const Mention& m, StringId frame) const {
  if (m.begin == 0) return false;
  if (take_group(figure, m, frame)) return true;
  if (is_other_one(m)) {
    figure.quantity = exact_quantity(1);
    figure.others = figure.second = true;
    return true;
  }
  if (frame == sym_.v_subject && wounded_.is_of_the_same(figure, m)) return false;
  const LexicalMatch* p = frame == sym_.v_genitive  ? pronouns_.genitive_before(m)
                          : frame == sym_.v_subject ? pronouns_.subject_before(m, figure.effect == Effect::injured)
                                                    : pronouns_.object_before(m);
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

/// “9 logon ko agva kar unki hatya kar di”, “… unhen goli maar di”: the plural pronoun stands for those counted before in the
/// sentence, whom something was done to.
bool ToldBefore::take_group(Figure& figure, const Mention& m, StringId frame) const {
  const LexicalMatch* p = frame == sym_.v_genitive ? pronouns_.genitive_before(m) : pronouns_.plural_object_before(m);
  if (!p || view_.attribute(p->entry, sym_.k_number) != sym_.v_plural) return false;
  const StringId points = view_.attribute(p->entry, sym_.k_points), held = view_.attribute(p->entry, sym_.k_case);
  if ((points != sym_.v_near && points != sym_.v_far && points != sym_.v_relative) || (held != sym_.v_ka && held != sym_.v_ko)) return false;
  std::uint32_t index = lists_.first_phrase_from(p->begin);
  while (index > 0 && facts_.people[index - 1].case_marker == sym_.v_ne) --index;  // who did it
  if (index == 0) return false;
  const PeoplePhrase& group = facts_.people[index - 1];
  const bool acted_on = group.case_marker == sym_.v_ko || group.case_marker == sym_.v_ka || (group.case_marker == 0 && befell(group.end, p->begin));
  if (!acted_on || group.part || group.quantified == kNone || view_.sentence_of(group.begin) != view_.sentence_of(m.begin)) return false;
  if (facts_.quantified[group.quantified].counted != Counted::people) return false;
  const Quantity q = count_.counted(facts_.quantified[group.quantified]);
  if (q.min.value_or(0) < 2) return false;
  figure.quantity = q;
  figure.group = group_of(view_, group, facts_.quantified);
  figure.who = count_.who_text(group);
  figure.begin = p->begin;
  figure.part = true;
  return true;
}

/// “one was found, the search for the second goes on”, “one died, the second is badly hurt”
bool ToldBefore::is_other_one(const Mention& m) const {
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

/// Of the last subject told in the sentences right before: “the robber fired at the police. His leg was hit”.
StringId ToldBefore::group_of_subject_before(std::uint32_t token) const {
  constexpr std::uint32_t kSentences = 2;
  const std::uint32_t sentence = view_.sentence_of(token);
  for (std::uint32_t p = lists_.first_phrase_from(token); p-- > 0;) {
    const PeoplePhrase& phrase = facts_.people[p];
    if (view_.sentence_of(phrase.begin) + kSentences < sentence) break;
    if (phrase.case_marker == 0 || phrase.case_marker == sym_.v_ne) return group_of(view_, phrase, facts_.quantified);
  }
  return 0;
}

/// Were wounded told right before?
bool ToldBefore::is_told_hurt(const Mention& m) const {
  constexpr std::uint32_t kSentences = 3;
  const std::uint32_t sentence = view_.sentence_of(m.begin);
  const auto told = latest(facts_.figures);
  return std::any_of(told.begin(), told.end(), [&](const Figure& f) {
    return f.effect == Effect::injured && f.quantity && view_.sentence_of(f.begin) + kSentences >= sentence;
  });
}

/// “sabhi ki maut ho gai”, “sabhi ghayal hue”: those counted before. “Sabhi ko bharti karaya”: the wounded, as told.
bool ToldBefore::take_everybody(Figure& figure, const Mention& m, const Clause& clause) const {
  const StringId told = figure.effect == Effect::injured ? sym_.v_ko : 0;
  figure.quantity = count_of_everybody(view_, facts_.quantified, aboard_, m.begin, clause, told);
  figure.part = figure.quantity.has_value();
  return figure.part;
}

/// “They took the youth to hospital. Doctors declared dead”: who died is the object of the sentence before.
bool ToldBefore::take_brought_before(Figure& figure, const Mention& m, const Clause& clause, StringId frame) const {
  const bool declared = frame == sym_.v_object && view_.attribute(m, sym_.k_later) == sym_.v_yes;
  if (!declared || clause.sentence == 0 || clause.first != view_.sentences[clause.sentence].first || pronouns_.has_object(m)) return false;
  const std::uint32_t from = view_.sentences[clause.sentence - 1].first;
  for (std::uint32_t p = lists_.first_phrase_from(clause.first); p-- > 0 && facts_.people[p].begin >= from;) {
    const PeoplePhrase& phrase = facts_.people[p];
    if (phrase.case_marker != sym_.v_ko || !can_suffer(view_, phrase)) continue;
    figure.quantity = count_.count_of(phrase, m.end);
    figure.part = true;
    return figure.quantity.has_value();
  }
  return false;
}

/// “bas ne kisan ko kuchla, maut”, “chhatra ko takkar mari, ilaaj ke dauran maut ho gai”, “bachcha nadi mein dooba, shav baramad”: a
/// death without anybody is of the object before the comma, or of the subject whom something befell.
bool ToldBefore::take_struck_before(Figure& figure, const Mention& m, StringId frame) const {
  constexpr std::uint32_t kReach = 14;
  const bool suffers = frame == sym_.v_genitive || (frame == sym_.v_object && figure.effect == Effect::injured);
  if (!suffers || (figure.effect != Effect::killed && figure.effect != Effect::injured)) return false;
  const std::uint32_t comma = comma_before(m);
  if (comma == kNone) return false;
  const std::uint32_t from = std::max(view_.sentences[view_.sentence_of(m.begin)].first, comma > kReach ? comma - kReach : 0);
  std::uint32_t struck = kNone;
  for (std::uint32_t p = lists_.first_phrase_from(comma); p-- > 0 && facts_.people[p].begin >= from;) {
    const PeoplePhrase& phrase = facts_.people[p];
    if (!can_suffer(view_, phrase) || !is_struck(phrase, comma)) continue;
    if (struck == kNone || phrase.case_marker == sym_.v_ko) struck = p;
  }
  if (struck == kNone) return false;
  const PeoplePhrase& phrase = facts_.people[struck];
  figure.quantity = count_.count_of(phrase, m.end);
  if (figure.quantity) figure.victims.push_back(struck);
  return figure.quantity.has_value();
}

/// With ko, with par (“X par chaku se hamla kiya”), or the subject whom something befell.
bool ToldBefore::is_struck(const PeoplePhrase& phrase, std::uint32_t last) const {
  return phrase.case_marker == sym_.v_ko || phrase.case_marker == sym_.v_par || (phrase.case_marker == 0 && befell(phrase.end, last));
}

/// Between the words something happens to their subject: “tin bachche doob gae aur unki maut ho gai”.
bool ToldBefore::befell(std::uint32_t first, std::uint32_t last) const {
  bool found = false;
  view_.for_each(MentionKind::trigger, first, last, [&](MentionIndex, const Mention& m) { found = found || view_.attribute(m, sym_.k_result) == sym_.v_patient; });
  return found;
}

/// The comma before the effect, with nothing between but where and when; kNone for none.
std::uint32_t ToldBefore::comma_before(const Mention& m) const {
  constexpr std::uint32_t kSetting = 5;
  const std::uint32_t first = view_.sentences[view_.sentence_of(m.begin)].first;
  for (std::uint32_t t = m.begin; t > first && t + kSetting >= m.begin; --t) {
    if (view_.is_mark(t - 1, ',')) return t - 1;
    if (view_.is_punctuation(t - 1) || view_.phrase_at(t - 1, sym_.pronoun) || view_.has_class(t - 1, sym_.verb)) return kNone;
    if (view_.mention_over(t - 1, MentionKind::number) != kNone || lists_.has_people_between(t - 1, m.begin)) return kNone;
  }
  return kNone;
}

/// “A lorry hit a youth. Died on the spot”: nobody is named, so it is the one person of whom the sentences before tell
/// that something befell him.
bool ToldBefore::take_the_one_told(Figure& figure, const Mention& m, const Clause& clause, StringId frame) const {
  constexpr std::uint32_t kSentences = 2;
  const bool suffers = figure.effect == Effect::killed || (figure.effect == Effect::injured && frame != sym_.v_object);
  if (!suffers || figure.others || !is_predicate(view_, m) || (frame == sym_.v_genitive && pronouns_.genitive_before(m))) return false;
  std::uint32_t p = lists_.first_phrase_from(view_.sentences[clause.sentence].first);
  for (std::uint32_t here = p; here < facts_.people.size() && facts_.people[here].begin < m.begin; ++here) {
    // “the doctors declared dead”, “the police sent the body away”: they are others.
    if (frame == sym_.v_subject || facts_.people[here].case_marker != sym_.v_ne) return false;
  }
  for (; p-- > 0;) {
    const PeoplePhrase& phrase = facts_.people[p];
    const std::uint32_t sentence = view_.sentence_of(phrase.begin);
    if (sentence + kSentences < clause.sentence) return false;
    if (!can_suffer(view_, phrase) || !is_befallen(phrase)) continue;
    const auto q = count_.count_of(phrase, phrase.end);
    if (!q || q->max != 1) return false;
    figure.quantity = q;
    figure.part = true;
    return true;
  }
  return false;
}

/// “youth ko”, “gramin par”, “bachcha doob gaya”, “majdoor ghayal ho gaya”: something befell these people.
bool ToldBefore::is_befallen(const PeoplePhrase& p) const {
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

}  // namespace incidents
