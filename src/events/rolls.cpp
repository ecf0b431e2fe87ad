#include "events/rolls.h"

namespace incidents {

bool Rolls::refers_back(const Mention& m) const {
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

void Rolls::read_roll(MentionIndex index, const Mention& m, Effect effect) const {
  constexpr std::uint32_t kGap = 3;  // “mein”, “ki pahchan”
  const std::uint32_t last = view_.sentences[view_.sentence_of(m.begin)].last;
  std::uint32_t p = lists_.first_phrase_from(m.end);
  read_one_described(index, m, effect, p);
  if (p + 2 >= facts_.people.size() || facts_.people[p].named || facts_.people[p].quantified != kNone) return;
  const std::uint32_t noun_end = facts_.people[p].end;
  if (!facts_.people[++p].named || facts_.people[p].from > noun_end + kGap) return;
  count_roll(index, effect, p, last);
}

void Rolls::read_victim_nouns() const {
  for (std::uint32_t i = 0; i < facts_.people.size(); ++i) {
    const PeoplePhrase& p = facts_.people[i];
    if (p.quantified == kNone) {
      read_one_victim(i);
      read_roll_of_victims(i);
      read_roll_of_arrested(i);
      continue;
    }
    const Quantified& q = facts_.quantified[p.quantified];
    if (q.counted == Counted::victims && !sum_.is_taken(i) && !is_undone(p)) read_counted_victims(i);
  }
}

/// The list of names that begins with phrase `p`, each with a relative or a trade at most: “X, his wife Y and driver Z”.
void Rolls::count_roll(MentionIndex cue, Effect effect, std::uint32_t p, std::uint32_t last) const {
  Figure figure;
  figure.effect = effect;
  figure.part = true;  // what a number says elsewhere holds these
  figure.cue = cue;
  figure.begin = facts_.people[p].begin;
  std::int64_t count = 0;
  std::uint32_t right = p;
  for (; p < facts_.people.size() && facts_.people[p].end <= last; ++p) {
    const PeoplePhrase& one = facts_.people[p];
    if (count > 0 && one.after > facts_.people[right].end && !lists_.is_joined(facts_.people[right], one)) break;
    if (p + 1 < facts_.people.size() && lists_.is_title_of(one, facts_.people[p + 1])) continue;
    const auto q = count_.implied_count(one, one.end, true);
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

/// “muthbhed mein shaheed hue jawan ka antim sanskar”: one, of those that a number says elsewhere.
void Rolls::read_one_described(MentionIndex index, const Mention& m, Effect effect, std::uint32_t p) const {
  if (p >= facts_.people.size() || facts_.people[p].begin != m.end || facts_.people[p].quantified != kNone) return;
  const PeoplePhrase& one = facts_.people[p];
  const bool has_name = p + 1 < facts_.people.size() && facts_.people[p + 1].named && facts_.people[p + 1].begin == one.end;  // “jawan Ramesh Yadav ka”
  if (one.case_marker == 0 && !(has_name && facts_.people[p + 1].case_marker != 0)) return;
  if ((effect != Effect::killed && effect != Effect::injured) || (m.begin > 0 && view_.phrase_before(m.begin, sym_.quantifier)) || is_undone(one)) return;
  const auto q = count_.implied_count(one, one.end);
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
void Rolls::read_roll_of_victims(std::uint32_t index) const {
  constexpr std::uint32_t kGap = 3;  // “mein”, “ki pahchan”
  const PeoplePhrase& p = facts_.people[index];
  if (index + 1 >= facts_.people.size() || facts_.people[index + 1].from > p.end + kGap || !view_.is_plural_form(p.end - 1) || is_undone(p)) return;
  const MentionIndex noun = view_.mention_over(p.end - 1, MentionKind::effect);
  if (noun == kNone || view_.is_shielded(view_.mention(noun)) || view_.attribute(view_.mention(noun), sym_.k_frame) != sym_.v_victim) return;
  const auto effect = sym_.effect(view_.attribute(view_.mention(noun), sym_.k_effect));
  if (effect == Effect::killed || effect == Effect::injured) count_roll(noun, *effect, index + 1, view_.sentences[view_.sentence_of(p.begin)].last);
}

/// “unki pahchan X aur Y ke rup mein”, “aaropiyon ki pahchan …”: the first of those named, of people arrested right before.
void Rolls::read_roll_of_arrested(std::uint32_t index) const {
  const PeoplePhrase& p = facts_.people[index];
  const LexicalMatch* noun = p.named && p.begin > 1 ? view_.phrase_before(p.begin, sym_.identity) : nullptr;
  if (!noun || noun->begin == 0) return;
  const LexicalMatch* whose = view_.phrase_before(noun->begin, sym_.pronoun);
  const bool theirs = whose && view_.attribute(whose->entry, sym_.k_case) == sym_.v_ka && view_.attribute(whose->entry, sym_.k_number) == sym_.v_plural;
  const bool accused = view_.case_at(noun->begin - 1) == sym_.v_ka && view_.phrase_before(noun->begin - 1, sym_.criminal);
  if (!theirs && !accused) return;
  const std::uint32_t sentence = view_.sentence_of(p.begin);
  MentionIndex told = kNone;
  view_.for_each(MentionKind::effect, view_.sentences[sentence > 0 ? sentence - 1 : 0].first, p.begin,
                 [&](MentionIndex i, const Mention& m) { if (!view_.is_shielded(m)) told = i; });
  if (told == kNone || sym_.effect(view_.attribute(view_.mention(told), sym_.k_effect)) != Effect::detained) return;
  count_roll(told, Effect::detained, index, view_.sentences[sentence].last);
}

/// “mritak ki pahchan … hui”: a singular in the oblique is one, of those that were told where there are others.
void Rolls::read_one_victim(std::uint32_t index) const {
  const PeoplePhrase& p = facts_.people[index];
  const MentionIndex noun = view_.mention_over(p.end - 1, MentionKind::effect);
  if (noun == kNone || p.case_marker != sym_.v_ka || sum_.is_taken(index) || is_undone(p)) return;
  const Mention& m = view_.mention(noun);
  const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
  if (effect != Effect::killed || view_.attribute(m, sym_.k_frame) != sym_.v_victim || view_.is_plural_form(p.end - 1) || view_.is_shielded(m)) return;
  if (p.begin > 0 && view_.phrase_before(p.begin, sym_.quantifier)) return;
  if (p.after < view_.size() && people_noun_at(view_, p.after)) return;  // “ten lakh to the dead man's kin”
  Figure figure;
  figure.effect = *effect;
  figure.cue = noun;
  sum_.set_flags(figure, view_.clauses[view_.clause_of(p.begin)]);
  figure.quantity = exact_quantity(1);
  figure.quantity->text = view_.text(p.begin, p.end);
  figure.quantity->span = view_.source->span(p.begin, p.end);
  figure.part = true;
  figure.victims.push_back(index);
  figure.begin = p.begin;
  figure.end = p.end;
  facts_.figures.push_back(std::move(figure));
}

/// “16 ghayalon ko”, “char shav”.
void Rolls::read_counted_victims(std::uint32_t index) const {
  const PeoplePhrase& p = facts_.people[index];
  const Quantified& q = facts_.quantified[p.quantified];
  const Clause& clause = view_.clauses[view_.clause_of(p.begin)];
  Figure figure;
  figure.effect = *q.effect;
  figure.noun = q.head;
  sum_.set_flags(figure, clause);
  figure.quantity = to_quantity(view_, q.number);
  figure.others = q.others;
  // “10 bodies were identified”: of the dead that were told.
  figure.part = figure.part || (figure.effect == Effect::killed && p.case_marker == sym_.v_ka);
  figure.victims.push_back(index);
  figure.begin = p.begin;
  figure.end = p.end;
  facts_.figures.push_back(std::move(figure));
}

/// “1,000 prisoners are set free”: a cue over them says that nothing befell them.
bool Rolls::is_undone(const PeoplePhrase& p) const {
  const MentionIndex cue = view_.mention_over(p.end - 1, MentionKind::cue);
  return cue != kNone && view_.cue(cue) == Cue::none;
}

}  // namespace incidents
