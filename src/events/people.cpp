#include "events/people.h"

#include <algorithm>

#include "events/epithet.h"

namespace incidents {
namespace {

/// “ghayal avastha mein”: a victim noun without number or case before another noun only describes.
template <class Range>
bool is_state(const DocumentView& view, const Range& words) {
  const LexicalMatch* noun = view.phrase_at(words.begin, view.sym.victim_noun);
  if (!noun || noun->end != words.end || noun->end >= view.size()) return false;
  const std::uint32_t next = noun->end;
  return !view.is_punctuation(next) && !view.phrase_at(next, view.sym.marker) && !view.has_class(next, view.sym.verb) &&
         !view.phrase_at(next, view.sym.conjunction) && !view.is_plural_form(next - 1);
}

/// “aatanki hamla”: whose kind of deed it is, nobody whom anything befell.
template <class Range>
bool names_deed(const DocumentView& view, const Range& actor) {
  const MentionIndex deed = view.mention_at(actor.begin, MentionKind::trigger);
  return deed != kNone && view.mention(deed).end > actor.end;
}

/// “hadse ka shikar ho gae”: a victim noun inside the event's own words is nobody by itself.
template <class Range>
bool is_word_of_deed(const DocumentView& view, const Range& noun) {
  if (!view.phrase_at(noun.begin, view.sym.victim_noun)) return false;
  const MentionIndex deed = view.mention_over(noun.begin, MentionKind::trigger);
  return deed != kNone && view.mention(deed).begin < noun.begin && view.mention(deed).end > noun.end;
}

/// “mahila chhatravas”: a noun that a rule has left out as an actor says what the building behind it is for.
bool names_building(const DocumentView& view, const LexicalMatch& noun) {
  return noun.end < view.size() && view.phrase_at(noun.end, view.sym.structure) && view.mention_over(noun.begin, MentionKind::actor) == kNone;
}

/// “(41)”, “(FC)” behind a name.
void skip_brackets(const DocumentView& view, std::uint32_t& t) {
  if (t >= view.size() || !view.is_mark(t, '(')) return;
  for (std::uint32_t u = t + 1; u < view.size() && u < t + 6; ++u) {
    if (view.is_mark(u, ')')) {
      t = u + 1;
      return;
    }
  }
}

/// “30 varsh” or “30” behind a name, before its postposition.
void skip_age(const DocumentView& view, std::uint32_t& t) {
  const MentionIndex number = t < view.size() ? view.mention_at(t, MentionKind::number) : kNone;
  if (number == kNone) return;
  const std::uint32_t unit = view.mention(number).end;
  const bool bare = unit == t + 1 && view.tokens[t].kind == TokenKind::number && view.tokens[t].end - view.tokens[t].begin <= 2;
  if (bare && (view.case_at(unit) != 0 || view.phrase_at(unit, view.sym.conjunction))) t = unit;
  const LexicalMatch* years = unit < view.size() ? view.phrase_at(unit, view.sym.date_unit) : nullptr;
  if (years && view.string(view.attribute(years->entry, view.sym.k_unit)) == "year" && view.case_at(years->end) != 0) t = years->end;
}

/// “paanch logon, jinmein do bachche hain, ki”: behind the relative clause in commas that stands before the postposition;
/// `t` where none does.
std::uint32_t behind_aside(const DocumentView& view, std::uint32_t t) {
  constexpr std::uint32_t kLongest = 12;
  if (t + 2 >= view.size() || !view.is_mark(t, ',')) return t;
  const LexicalMatch* which = view.phrase_at(t + 1, view.sym.pronoun);
  if (!which || view.attribute(which->entry, view.sym.k_points) != view.sym.v_relative) return t;
  for (std::uint32_t u = t + 2; u < std::min(view.size(), t + kLongest); ++u) {
    if (view.is_mark(u, ',')) return view.case_at(u + 1) != 0 ? u + 1 : t;
  }
  return t;
}

}  // namespace

void read_case(const DocumentView& view, PeoplePhrase& phrase) {
  const std::uint32_t behind = phrase.after = behind_aside(view, phrase.after);
  phrase.case_marker = view.case_at(behind, &phrase.after);
  const MentionIndex cue = view.mention_at(behind, MentionKind::cue);
  if (cue == kNone || view.cue(cue) != Cue::part) return;
  phrase.part = true;
  phrase.after = view.mention(cue).end;
}

void collect_people(const DocumentView& view, const std::vector<Quantified>& quantified, std::vector<PeoplePhrase>& out) {
  out.clear();
  std::uint32_t q = 0;
  for (std::uint32_t t = 0; t < view.size();) {
    while (q < quantified.size() && quantified[q].begin < t) ++q;
    PeoplePhrase phrase;
    if (q < quantified.size() && quantified[q].begin == t) {
      const Quantified& n = quantified[q];
      if (n.counted != Counted::people && n.counted != Counted::victims && n.counted != Counted::bare) {
        t = std::max(n.head_end, n.end);
        continue;
      }
      phrase = {t, n.end, t, q, n.head_begin < n.head_end ? view.mention_over(n.head_begin, MentionKind::actor) : kNone,
                0, 0, false, false};
      if (phrase.actor != kNone) phrase.end = std::max(phrase.end, view.mention(phrase.actor).end);
    } else if (const MentionIndex a = view.mention_at(t, MentionKind::actor); a != kNone && !is_state(view, view.mention(a)) && !names_deed(view, view.mention(a)) && !is_word_of_deed(view, view.mention(a))) {
      const Mention& m = view.mention(a);
      phrase = {t, m.end, t, kNone, a, 0, 0, false, false};
      // A number inside the actor's words (“two soldiers of X”) counts it.
      for (std::uint32_t k = q; k < quantified.size() && quantified[k].begin < m.end; ++k) {
        if (quantified[k].counted == Counted::people || quantified[k].counted == Counted::victims) phrase.quantified = k;
      }
    } else if (const LexicalMatch* noun = people_noun_at(view, t); noun && !is_state(view, *noun) && !names_deed(view, *noun) && !is_word_of_deed(view, *noun) && !names_building(view, *noun)) {
      phrase = {t, noun->end, t, kNone, kNone, 0, 0, false, false};
    } else {
      ++t;
      continue;
    }
    if (phrase.actor != kNone) {
      const Mention& m = view.mention(phrase.actor);
      phrase.named = m.payload != kNone && view.mentions->actors[m.payload].named_person;
    }
    phrase.after = phrase.end;
    skip_brackets(view, phrase.after);
    if (phrase.named) skip_age(view, phrase.after);
    const std::uint32_t behind = phrase.after;
    read_case(view, phrase);
    out.push_back(phrase);
    t = phrase.named ? behind : phrase.end;  // an age in brackets counts nobody
  }
  fold_epithets(view, out);
}

bool can_suffer(const DocumentView& view, const PeoplePhrase& p) {
  if (p.named) return true;
  if (p.quantified != kNone) return true;
  const LexicalMatch* noun = nullptr;
  for (std::uint32_t t = p.begin; t < p.end; ++t) {
    if (const LexicalMatch* n = people_noun_at(view, t)) noun = n;
  }
  return noun != nullptr;
}

const LexicalMatch* head_noun(const DocumentView& view, const PeoplePhrase& p) {
  const LexicalMatch* noun = nullptr;
  for (std::uint32_t t = p.begin; t < p.end; ++t) {
    const LexicalMatch* n = people_noun_at(view, t);
    if (!n || n->end > p.end) continue;
    noun = n;
    t = n->end - 1;  // the last word of “father-son” is no head of its own
  }
  return noun;
}

StringId group_of(const DocumentView& view, const PeoplePhrase& p, const std::vector<Quantified>& quantified) {
  if (p.quantified != kNone && quantified[p.quantified].group != 0) return quantified[p.quantified].group;
  const LexicalMatch* noun = head_noun(view, p);
  // “pradhan arakshak Sukhram Vatti”: a name takes the group of its title.
  for (ClassId title : {view.sym.force, view.sym.office}) {
    if (!noun && p.named) noun = view.phrase_before(p.begin, title);
  }
  if (!noun) return 0;
  // Of an officer his service counts, not his rank.
  if (view.lexicon.entry_class(noun->entry) == view.sym.office) return view.attribute(noun->entry, view.sym.k_kind);
  const StringId group = view.attribute(noun->entry, view.sym.k_group);
  return group != 0 ? group : view.attribute(noun->entry, view.sym.k_kind);
}

namespace {

bool ends_in_goods(const DocumentView& view, std::uint32_t end) {
  const Symbols& sym = view.sym;
  return view.phrase_before(end, sym.weapon) || view.phrase_before(end, sym.vehicle) || view.phrase_before(end, sym.drug) || view.phrase_before(end, sym.valuables);
}

/// “hathiyaron ka zakhira pakda gaya”: caught, but nobody.
bool takes_goods(const DocumentView& view, const Mention& effect) {
  const Symbols& sym = view.sym;
  if (sym.effect(view.attribute(effect, sym.k_effect)) != Effect::detained) return false;
  return ends_in_goods(view, effect.begin);
}

}  // namespace

bool strikes_no_people(const DocumentView& view, const Mention& effect) {
  const Symbols& sym = view.sym;
  if (view.phrase_at(effect.begin, sym.victim_noun)) return sym.effect(view.attribute(effect, sym.k_effect)) == Effect::killed;
  if (view.attribute(effect, sym.k_frame) == sym.v_subject) return takes_goods(view, effect);
  if (view.attribute(effect, sym.k_frame) != sym.v_object) return false;
  const Clause& c = view.clauses[view.clause_of(effect.begin)];
  // “aaropi ko pakadkar chaku baramad kiya”: what stands right before the verb.
  const auto what = sym.effect(view.attribute(effect, sym.k_effect));
  if (what == Effect::rescued && ends_in_goods(view, effect.begin)) return true;
  // “drone ko roka aur maar giraya”: the object may stand in the clause before, where this one names nobody.
  bool named = false;
  view.for_each(MentionKind::actor, c.first, effect.begin, [&](MentionIndex, const Mention&) { named = true; });
  const std::uint32_t first = named ? c.first : view.sentences[c.sentence].first;
  for (std::uint32_t t = effect.begin; t-- > first;) {
    if (view.case_at(t) == sym.v_ne && t < c.first) break;
    if (view.case_at(t) != sym.v_ko || t == 0 || view.mention_over(t - 1, MentionKind::date) != kNone) continue;
    if (ends_in_goods(view, t)) return true;
    if (view.mention_over(t - 1, MentionKind::number) == kNone || !c.relative) return false;
    bool arms = false;
    view.for_each(MentionKind::weapon, view.sentences[c.sentence].first, c.first, [&](MentionIndex, const Mention&) { arms = true; });
    return arms;
  }
  // “ek drone maar giraya gaya”: the object stands without a postposition.
  for (std::uint32_t t = effect.begin; t > c.first; --t) {
    if (view.mention_over(t - 1, MentionKind::actor) != kNone) return false;
    if (view.case_at(t) == 0 && ends_in_goods(view, t)) return true;
  }
  return false;
}

bool strikes_attacker(const DocumentView& view, const Mention& effect) {
  return view.attribute(effect, view.sym.k_frame) == view.sym.v_object && has_attacker_as_object(view, effect);
}

bool has_attacker_as_object(const DocumentView& view, const Mention& effect) {
  const Clause& c = view.clauses[view.clause_of(effect.begin)];
  for (std::uint32_t t = effect.begin; t-- > c.first;) {
    if (view.case_at(t) != view.sym.v_ko) continue;
    std::uint32_t end = t;
    while (end > c.first && view.phrase_before(end, view.sym.function)) --end;  // “hamlavar ko bhi”
    for (const ClassId id : {view.sym.criminal, view.sym.armed_group}) {
      const LexicalMatch* who = view.phrase_before(end, id);
      if (!who || view.attribute(who->entry, view.sym.k_deed) == 0) continue;
      const bool counted = who->begin > c.first && view.mention_over(who->begin - 1, MentionKind::number) != kNone;
      return id == view.sym.criminal || !counted;  // “shot two gunmen dead” is a clash
    }
    return false;
  }
  return false;
}

}  // namespace incidents
