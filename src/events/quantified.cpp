#include "events/quantified.h"

#include <algorithm>
#include <cmath>

namespace incidents {
namespace {

// A noun may stand this many tokens behind its number: "do agyat bike savar naqabposh badmash",
// two unknown masked criminals on a bike.
constexpr std::uint32_t kMaxModifiers = 5;

const LexicalMatch* longest(const DocumentView& view, std::uint32_t token, std::initializer_list<ClassId> classes) {
  const LexicalMatch* best = nullptr;
  for (ClassId id : classes) {
    const LexicalMatch* found = view.phrase_at(token, id);
    if (found && (!best || found->end > best->end)) best = found;
  }
  return best;
}

const LexicalMatch* thing_at(const DocumentView& view, std::uint32_t token) {
  const Symbols& s = view.sym;
  return longest(view, token, {s.weapon, s.vehicle, s.structure, s.animal, s.drug, s.valuables});
}

bool ends_phrase(const DocumentView& view, std::uint32_t token) {
  const Symbols& s = view.sym;
  if (view.is_punctuation(token)) return !view.is_mark(token, '"') && !view.is_mark(token, '\'') && !view.is_mark(token, '-');
  return view.phrase_at(token, s.marker) || view.phrase_at(token, s.conjunction) || view.phrase_at(token, s.negation) ||
         (view.has_class(token, s.verb) && !view.has_class(token, s.adjective)) ||
         view.mention_at(token, MentionKind::number) != kNone || view.mention_at(token, MentionKind::date) != kNone;
}

/// No further noun follows: “2,140 cyclone shelters” counts no cyclones.
bool ends_noun_phrase(const DocumentView& view, std::uint32_t token, std::uint32_t limit) {
  return token >= limit || ends_phrase(view, token) || view.phrase_at(token, view.sym.pronoun) ||
         view.phrase_at(token, view.sym.quantifier) || view.phrase_at(token, view.sym.cue) || view.phrase_at(token, view.sym.effect_);
}

bool is_noun(const DocumentView& view, const LexicalMatch& trigger) {
  return view.string(view.attribute(trigger.entry, view.sym.k_form_kind)) == "noun";
}

/// The event word at the token that a number before it may count.
const LexicalMatch* event_word_at(const DocumentView& view, std::uint32_t token, std::uint32_t limit) {
  const LexicalMatch* trigger = view.phrase_at(token, view.sym.trigger);
  if (!trigger) return nullptr;
  // A word that only supports others counts where a rule made more of it: “36 abhiyaanon mein 92 aatanki maare gae”.
  const MentionIndex made = view.mention_over(token, MentionKind::trigger);
  const StringId strength = made == kNone ? view.attribute(trigger->entry, view.sym.k_strength) : view.attribute(view.mention(made), view.sym.k_strength);
  if (strength == view.sym.v_support) return nullptr;
  // “kai hamle kie”: the verb phrase begins with a noun that is an event word itself.
  const bool counts = is_noun(view, *trigger) ? ends_noun_phrase(view, trigger->end, limit) : view.begins_with_noun(*trigger);
  return counts ? trigger : nullptr;
}

/// “74 aatanki hamle hue”, “in 380 naxali hamlon mein”: the people only say whose deeds they are. “paanch naxali hamle
/// mein maare gae” counts people.
const LexicalMatch* deeds_of(const DocumentView& view, std::uint32_t token, std::uint32_t limit) {
  const LexicalMatch* event = event_word_at(view, token, limit);
  if (!event) return nullptr;
  const bool several = view.is_plural_form(is_noun(view, *event) ? event->end - 1 : token);
  return several || (view.case_at(token + 1) == 0 && view.case_at(event->end) == 0) ? event : nullptr;
}

void set_head(const DocumentView& view, Quantified& q, const LexicalMatch& head, Counted counted) {
  q.counted = counted;
  q.head_begin = head.begin;
  q.head_end = q.end = head.end;
  q.head = head.entry;
  q.group = view.attribute(head.entry, view.sym.k_group);
  if (q.group == 0) q.group = view.attribute(head.entry, view.sym.k_kind);
  // Families are no people: how many are in six families is not said.
  if (counted == Counted::people && view.string(q.group) == "family") q.counted = Counted::thing;
  if (q.counted == Counted::people && view.lexicon.entry_class(head.entry) == view.sym.victim_noun) {
    q.effect = view.sym.effect(view.attribute(head.entry, view.sym.k_effect));
    if (q.effect) q.counted = Counted::victims;
  }
}

/// “tin aaropi | pulis ke hatthe chadhe”: outlaws and those who caught them.
bool are_two_sides(const DocumentView& view, const LexicalMatch& left, const LexicalMatch& right) {
  const ClassId id = view.lexicon.entry_class(left.entry), other = view.lexicon.entry_class(right.entry);
  return (id == view.sym.criminal || id == view.sym.armed_group) && (other == view.sym.force || other == view.sym.responder);
}

/// “tin log | dakuon dvara”, “do kisan | ugravadiyon ki goli se”: those counted, and who did it to them; but “do mahila
/// naxaliyon ki” is one phrase.
bool are_victims_and_doers(const DocumentView& view, const LexicalMatch& left, const LexicalMatch& right) {
  const Symbols& s = view.sym;
  const ClassId id = view.lexicon.entry_class(left.entry), other = view.lexicon.entry_class(right.entry);
  if (id != s.person_common && id != s.relation && id != s.force && id != s.office) return false;
  const bool outlaw = other == s.criminal || other == s.armed_group;
  const bool force = other == s.force && id != s.force && id != s.office;
  const StringId held = view.case_at(right.end);
  if (held == s.v_dwara || held == s.v_ke_haathon) return outlaw || force || other == s.crowd;
  // “tin yuvak | pulis ke hatthe chadhe”
  const MentionIndex caught = force && held == s.v_ka ? view.mention_over(right.end + 1, MentionKind::effect) : kNone;
  if (caught != kNone) return s.effect(view.attribute(view.mention(caught), s.k_effect)) == Effect::detained;
  if (held != s.v_ka || !outlaw || !view.is_oblique_plural(right.end - 1)) return false;
  return view.attribute(left.entry, s.k_gender) != s.v_f && view.mention_over(right.end + 1, MentionKind::weapon) != kNone;
}

/// Finds the noun behind the number; leaves `bare` where none is found.
void find_head(const DocumentView& view, Quantified& q, std::uint32_t limit) {
  const Symbols& s = view.sym;
  std::uint32_t modifiers = 0;
  for (std::uint32_t t = q.end; t < limit && modifiers <= kMaxModifiers; ++t) {
    if (const LexicalMatch* unit = view.phrase_at(t, s.unit)) {
      if (!people_noun_at(view, t)) return set_head(view, q, *unit, Counted::measure);
    }
    const LexicalMatch* effect = view.phrase_at(t, s.effect_);
    if (const LexicalMatch* people = people_noun_at(view, t)) {
      const bool number = view.mentions->numbers[view.mention(q.number).payload].qualifier != Qualifier::several;
      const LexicalMatch* event = number && view.lexicon.entry_class(people->entry) == s.armed_group ? deeds_of(view, people->end, limit) : nullptr;
      if (event) return set_head(view, q, *event, Counted::occurrence);
      const bool is_victim = view.lexicon.entry_class(people->entry) == s.victim_noun;
      if (effect && view.attribute(effect->entry, s.k_frame) != s.v_victim &&
          (effect->end > people->end || (is_victim && effect->end == people->end))) return;  // "11 ghayal hue": the effect takes the number
      // A noun right behind that is the real head: "char pulis jawan", four police men.
      const LexicalMatch* next = people->end < limit ? people_noun_at(view, people->end) : nullptr;
      if (next && (view.lexicon.entry_class(next->entry) == s.victim_noun || are_two_sides(view, *people, *next) ||
                   are_victims_and_doers(view, *people, *next))) next = nullptr;
      return set_head(view, q, next ? *next : *people, Counted::people);
    }
    const LexicalMatch* event = event_word_at(view, t, limit);
    const LexicalMatch* thing = thing_at(view, t);
    // “char bam dhamake”: four blasts, not four bombs; but “tin drone se hamla” is three drones.
    const bool is_event = thing && event && event->end > thing->end && is_noun(view, *event);
    if (is_event && !view.phrase_at(thing->end, s.marker)) thing = nullptr;
    if (thing) {
      // "do bike savar apradhi": the vehicle only describes the people behind it.
      for (std::uint32_t u = thing->end; u < limit && u < thing->end + 3; ++u) {
        if (const LexicalMatch* people = people_noun_at(view, u)) return set_head(view, q, *people, Counted::people);
        if (ends_phrase(view, u)) break;
      }
      return set_head(view, q, *thing, Counted::thing);
    }
    // “19 districts in the grip of the flood”: districts, no floods.
    const LexicalMatch* unit = event ? nullptr : view.phrase_at(t, s.place_class);
    if (unit && unit->end < limit && view.phrase_at(unit->end, s.trigger)) return set_head(view, q, *unit, Counted::thing);
    if (event && effect && effect->end > event->end && view.attribute(effect->entry, s.k_frame) == s.v_subject) return;  // “tin hirasat mein hain”
    if (event) return set_head(view, q, *event, Counted::occurrence);
    if (const LexicalMatch* cases = view.phrase_at(t, s.happening)) {
      return set_head(view, q, *cases, Counted::cases);
    }
    if (const LexicalMatch* other = view.phrase_at(t, s.quantifier)) {
      q.others = q.others || view.string(view.attribute(other->entry, s.k_quantity)) == "other";
      // “saat anya ko …”: the word stands for the noun.
      if (t == q.end && q.others && view.case_at(other->end) != 0) q.end = other->end;
      t = other->end - 1;
      continue;
    }
    if (const LexicalMatch* conjunction = t == q.end ? view.phrase_at(t, s.conjunction) : nullptr;
        conjunction && view.attribute(conjunction->entry, s.k_more) == s.v_yes && t + 1 < limit && people_noun_at(view, t + 1)) {
      q.others = true;  // "do aur log": two more people
      continue;
    }
    if (view.has_class(t, s.determiner)) return;  // “79 videshi in bhukampon mein”: another phrase
    if (effect) return;  // "tin ghayal", three injured: bare, the effect takes it
    if (ends_phrase(view, t)) return;
    ++modifiers;
  }
}

/// “rajmarg 12”, “sector 9”: the number is the thing's name.
bool is_numbered(const DocumentView& view, std::uint32_t begin) {
  if (view.phrase_before(begin, view.sym.designated)) return true;
  const LexicalMatch* thing = view.phrase_before(begin, view.sym.place_class);
  if (!thing) return false;
  const std::string_view kind = view.string(view.attribute(thing->entry, view.sym.k_kind));
  return kind == "road" || kind == "sector" || kind == "ward";
}

/// “2. Jodhpur: …”: the number of the item that the line begins with.
bool numbers_item(const DocumentView& view, std::uint32_t begin) {
  if (!(view.tokens[begin].flags & (kLineStart | kParagraphStart)) || begin + 2 >= view.size()) return false;
  return (view.is_mark(begin + 1, '.') || view.is_mark(begin + 1, ')')) && !view.line_ends_after(begin + 1);
}

/// The number at the token is a name: of what stands before it, or of the troops behind it.
bool is_identifier(const DocumentView& view, const Mention& m) {
  const std::uint32_t begin = m.begin;
  if (m.end < view.size() && view.has_class(m.end, view.sym.numbered_unit)) return true;
  return begin > 0 && (is_numbered(view, begin) || numbers_item(view, begin) ||
                       (view.is_mark(begin - 1, '-') && !(view.tokens[begin].flags & kSpaceBefore)));
}

/// A bare number of four figures that is a year of living memory.
bool is_year(const DocumentView& view, const Mention& m) {
  constexpr double kFirst = 1950, kLast = 2050;
  const NumberValue& value = view.mentions->numbers[m.payload];
  return m.end - m.begin == 1 && view.tokens[m.begin].kind == TokenKind::number && view.word(m.begin).size() == 4 && value.min &&
         *value.min >= kFirst && *value.min <= kLast;
}

/// A cue says that what is counted there is no part of what is told: “20 people are charged”.
bool is_set_aside(const DocumentView& view, const Mention& number) {
  const MentionIndex cue = view.mention_over(number.begin, MentionKind::cue);
  return cue != kNone && view.cue(cue) == Cue::none && view.is_shielded(number);
}

}  // namespace

const LexicalMatch* people_noun_at(const DocumentView& view, std::uint32_t token) {
  const Symbols& s = view.sym;
  if ((view.classes_at(token) & s.people_nouns).none()) return nullptr;
  const LexicalMatch* people = longest(view, token, {s.person_common, s.force, s.armed_group, s.criminal, s.crowd, s.office,
                                                     s.responder, s.victim_noun, s.relation});
  // “do yatri basen”: two coaches, no passengers.
  const LexicalMatch* vehicle = view.phrase_at(token, s.vehicle);
  return vehicle && people && vehicle->end > people->end ? nullptr : people;
}

std::size_t first_from(const std::vector<Quantified>& list, std::uint32_t token) {
  return static_cast<std::size_t>(std::partition_point(list.begin(), list.end(), [&](const Quantified& q) { return q.begin < token; }) -
                                  list.begin());
}

/// “paanch-paanch lakh”: so much to each. “ek-ek vyakti” counts people.
bool is_share(const DocumentView& view, const Mention& m) {
  constexpr double kMoney = 1000;
  if (view.mentions->numbers[m.payload].scale < kMoney) return false;
  const std::uint32_t again = m.begin + 1 < m.end && view.is_mark(m.begin + 1, '-') ? m.begin + 2 : m.begin + 1;
  return again < m.end && view.text(m.begin, m.begin + 1) == view.text(again, again + 1);
}

void find_quantified(const DocumentView& view, std::vector<Quantified>& out) {
  out.clear();
  for (MentionIndex i = 0; i < view.mentions->all.size(); ++i) {
    const Mention& m = view.mention(i);
    if (m.kind != MentionKind::number || m.superseded || view.mentions->numbers[m.payload].ordinal) continue;
    Quantified q;
    q.number = i;
    q.begin = m.begin;
    q.end = q.head_begin = q.head_end = m.end;
    if (view.mention_over(m.begin, MentionKind::date) != kNone || is_identifier(view, m) || is_share(view, m) || is_set_aside(view, m)) {
      q.counted = Counted::measure;
    } else {
      find_head(view, q, view.sentences[view.sentence_of(m.begin)].last);
      // “the 2008 bomb blasts”
      const bool counts_people = q.counted == Counted::people || q.counted == Counted::victims || q.counted == Counted::bare;
      if (!counts_people && is_year(view, m)) q.counted = Counted::measure;
    }
    out.push_back(q);
  }
}

Quantity exact_quantity(std::int64_t n) {
  Quantity q;
  q.min = q.max = n;
  return q;
}

Quantity to_quantity(const DocumentView& view, MentionIndex number) {
  const Mention& m = view.mention(number);
  const NumberValue& value = view.mentions->numbers[m.payload];
  constexpr double kLargest = 9e15;  // doubles are exact up to here
  Quantity q;
  if (value.min && std::abs(*value.min) < kLargest) q.min = static_cast<std::int64_t>(std::floor(*value.min));
  if (value.max && std::abs(*value.max) < kLargest) q.max = static_cast<std::int64_t>(std::ceil(*value.max));
  q.qualifier = value.qualifier;
  q.text = view.text(m.begin, m.end);
  q.span = view.source->span(m.begin, m.end);
  return q;
}

}  // namespace incidents
