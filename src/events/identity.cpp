#include "events/identity.h"

#include "events/people.h"

namespace incidents {
namespace {

class IdentityFinder {
 public:
  IdentityFinder(const DocumentView& view, std::uint32_t first, std::uint32_t last) : view_(view), sym_(view.sym), first_(first), last_(last) {}

  std::vector<Identified> run() {
    for (std::uint32_t t = first_; t < last_; ++t) {
      if (const LexicalMatch* noun = view_.phrase_at(t, sym_.identity)) read_identity(*noun);
      else if (const LexicalMatch* victim = view_.phrase_at(t, sym_.victim_noun)) read_victim_noun(*victim);
      else if (const LexicalMatch* people = people_noun_at(view_, t)) read_apposition(*people);
    }
    return std::move(out_);
  }

 private:
  /// “mritakon ki pahchan X aur Y ke roop mein”: whose identity it is stands in the genitive.
  void read_identity(const LexicalMatch& noun) {
    if (read_theirs(noun) || noun.begin < first_ + 2) return;
    std::uint32_t end = noun.begin - 1;
    // “aaropiyon ne apna naam X aur Y bataya”
    const LexicalMatch* own = view_.phrase_before(noun.begin, sym_.pronoun);
    if (own && view_.attribute(own->entry, sym_.k_points) == sym_.v_self && view_.case_at(own->begin - 1) == sym_.v_ne) end = own->begin - 1;
    else if (view_.case_at(end) != sym_.v_ka) return;
    const NounPhrase whose = noun_phrase_before(view_, end, view_.sentences[view_.sentence_of(end)].first);
    if (whose.empty() || whose.nobody) return;
    Identified found;
    if (!tell(whose, found)) return;
    // “yuvak ki pahchan”: one of whom something was told right before.
    if (!found.effect) {
      const std::optional<Effect> told = told_before(whose.begin);
      if (!found.accused || told == Effect::detained) found.effect = told;
    }
    found.accused = found.accused || found.effect == Effect::detained;
    take_names(noun.end, found, names_end(noun.end));
  }

  /// “unki pahchan X aur Y ke roop mein”: of those who were arrested right before. True where a pronoun says whose it is.
  bool read_theirs(const LexicalMatch& noun) {
    const LexicalMatch* whose = view_.phrase_before(noun.begin, sym_.pronoun);
    if (!whose || view_.attribute(whose->entry, sym_.k_case) != sym_.v_ka || view_.attribute(whose->entry, sym_.k_points) == sym_.v_self) return false;
    Identified found;
    found.effect = told_before(whose->begin);
    found.accused = found.effect == Effect::detained;
    if (found.accused) take_names(noun.end, found, names_end(noun.end));
    return true;
  }

  /// “mritakon mein X aur Y shamil hain”, “mritak X”.
  void read_victim_noun(const LexicalMatch& noun) {
    Identified found;
    found.effect = sym_.effect(view_.attribute(noun.entry, sym_.k_effect));
    std::uint32_t after = noun.end;
    if (view_.case_at(noun.end, &after) == sym_.v_mein) {
      constexpr std::uint32_t kGap = 10;  // where the first of them lives
      const MentionIndex name = next_name(after, std::min(last_, after + kGap));
      if (name != kNone && !view_.has_class(after, sym_.noun)) take_names(after, found, names_end(after));
      else if (name == kNone) take_office(after, found);
      return;
    }
    const MentionIndex name = noun.end < last_ ? view_.mention_at(noun.end, MentionKind::actor) : kNone;
    if (name != kNone && is_named(name)) add(name, found);
  }

  /// “pakde gae yuvak X, Y aur Z”, “aaropi X”: people who were arrested, or are called by a crime, and then their names.
  void read_apposition(const LexicalMatch& noun) {
    std::uint32_t after = noun.end;
    if (view_.case_at(noun.end, &after) == sym_.v_mein) return read_roll(noun, after);
    const MentionIndex name = noun.end < last_ ? view_.mention_at(noun.end, MentionKind::actor) : kNone;
    if (name == kNone || !is_named(name)) return;
    NounPhrase whose;
    whose.begin = whose.core = noun.begin;
    whose.end = noun.end;
    Identified found;
    if (!tell(whose, found)) return;
    found.accused = found.accused || found.effect == Effect::detained;
    if (found.accused) take_names(noun.end, found, list_end(noun.end));
  }

  /// “maare gae logon mein X aur Y shamil hain”
  void read_roll(const LexicalMatch& noun, std::uint32_t after) {
    NounPhrase whose;
    whose.begin = whose.core = noun.begin;
    whose.end = noun.end;
    Identified found;
    if (!tell(whose, found) || (!found.effect && !found.accused)) return;
    constexpr std::uint32_t kGap = 6;
    if (next_name(after, std::min(last_, after + kGap)) != kNone) take_names(after, found, names_end(after));
  }

  /// Where a list of names ends: behind the last one that a comma or “and” joins.
  std::uint32_t list_end(std::uint32_t t) const {
    std::uint32_t end = t;
    for (; t < last_; ++t) {
      if (const MentionIndex m = view_.mention_at(t, MentionKind::actor); m != kNone && is_named(m)) {
        t = end = view_.mention(m).end;
        --t;
      } else if (!view_.is_punctuation(t) && !view_.phrase_at(t, sym_.conjunction) && view_.mention_over(t, MentionKind::number) == kNone) {
        break;
      }
    }
    return std::min(last_, end + 1);
  }

  /// “mritakon mein ek saansad bhi hain”: one by his office.
  void take_office(std::uint32_t from, const Identified& found) {
    constexpr std::uint32_t kReach = 4;
    for (std::uint32_t t = from; t < std::min(last_, from + kReach); ++t) {
      const LexicalMatch* noun = people_noun_at(view_, t);
      if (!noun) continue;
      if (!view_.phrase_at(t, sym_.office)) return;
      Identified office = found;
      office.name = noun_phrase_before(view_, noun->end, from);
      if (!office.name.empty()) out_.push_back(office);
      return;
    }
  }

  /// What the words say of whose identity it is. False where they name no people.
  bool tell(const NounPhrase& whose, Identified& found) const {
    const LexicalMatch* head = nullptr;
    for (std::uint32_t t = whose.core; t < whose.end; ++t) {
      const LexicalMatch* noun = people_noun_at(view_, t);
      if (!noun) continue;
      // “aaropi pati”, “mritak patni”: what is told of them stands before.
      const ClassId id = view_.lexicon.entry_class(noun->entry);
      found.accused = found.accused || id == sym_.criminal;
      if (id == sym_.victim_noun) found.effect = sym_.effect(view_.attribute(noun->entry, sym_.k_effect));
      head = noun;
    }
    if (!head) head = counted_victims(whose);
    if (!head) return false;
    const ClassId id = view_.lexicon.entry_class(head->entry);
    if (id == sym_.victim_noun) found.effect = sym_.effect(view_.attribute(head->entry, sym_.k_effect));
    // “pakde gae yuvakon ki”: what befell them stands before.
    view_.for_each(MentionKind::effect, view_.clauses[view_.clause_of(whose.begin)].first, whose.end, [&](MentionIndex, const Mention& m) {
      const bool near = m.end >= whose.begin && m.end <= head->begin;
      if (near) found.effect = sym_.effect(view_.attribute(m, sym_.k_effect));
    });
    return true;
  }

  /// “mritakon mein se do ki pahchan”: the number is of those before it.
  const LexicalMatch* counted_victims(const NounPhrase& number) const {
    constexpr std::uint32_t kReach = 4;
    if (view_.mention_over(number.end - 1, MentionKind::number) == kNone) return nullptr;
    for (std::uint32_t t = number.begin; t > first_ && t + kReach > number.begin; --t) {
      if (const LexicalMatch* noun = view_.phrase_before(t, sym_.victim_noun)) return noun;
    }
    return nullptr;
  }

  /// What befell the last one of whom anything is told in the sentence or the one before.
  std::optional<Effect> told_before(std::uint32_t t) const {
    const std::uint32_t sentence = view_.sentence_of(t);
    std::optional<Effect> effect;
    view_.for_each(MentionKind::effect, view_.sentences[sentence > 0 ? sentence - 1 : 0].first, t,
                   [&](MentionIndex, const Mention& m) { if (!view_.is_shielded(m)) effect = sym_.effect(view_.attribute(m, sym_.k_effect)); });
    return effect;
  }

  /// Where the names end: at “as”, “are among them”, else at the first verb that ends a clause.
  std::uint32_t names_end(std::uint32_t from) const {
    const std::uint32_t last = std::min(last_, view_.sentences[view_.sentence_of(from)].last);
    std::uint32_t verb = kNone;
    for (std::uint32_t t = from; t < last; ++t) {
      if (view_.case_at(t) == sym_.v_ke_roop) return t;
      if (view_.has_class(t, sym_.situated)) return t;
      if (t > from && (view_.phrase_at(t, sym_.identity) || view_.phrase_at(t, sym_.victim_noun) || view_.phrase_at(t, sym_.criminal))) return t;  // of others
      const bool predicate = ends_clause(t) && view_.has_class(t, sym_.verb) && !view_.has_class(t, sym_.noun) && view_.mention_over(t, MentionKind::actor) == kNone;
      if (predicate && verb == kNone) verb = t;
    }
    return verb != kNone ? verb : last;
  }

  bool ends_clause(std::uint32_t t) const {
    if (t + 1 >= view_.size() || view_.is_punctuation(t + 1)) return true;
    return view_.phrase_at(t + 1, sym_.function) || view_.has_class(t + 1, sym_.verb) || view_.phrase_at(t + 1, sym_.conjunction);
  }

  void take_names(std::uint32_t from, const Identified& found, std::uint32_t end) {
    for (std::uint32_t t = from; t < end;) {
      const MentionIndex name = next_name(t, end);
      if (name == kNone) return;
      t = view_.mention(name).end;
      if (!is_of_another(t, end)) add(name, found);
    }
  }

  /// “X ke bete Y”, “putra X”: a name that only says whose child the named one is.
  bool is_of_another(std::uint32_t after, std::uint32_t end) const {
    if (after < end && view_.is_mark(after, '(')) {
      while (after < end && !view_.is_mark(after, ')')) ++after;
      ++after;
    }
    if (after >= end) return false;
    const LexicalMatch* resident = view_.phrase_at(after, sym_.person_common);  // “X nivasi Y”: X is where Y lives
    return view_.case_at(after) == sym_.v_ka || (resident && view_.attribute(resident->entry, sym_.k_link) == sym_.v_residence);
  }

  MentionIndex next_name(std::uint32_t from, std::uint32_t end) const {
    for (std::uint32_t t = from; t < end; ++t) {
      const MentionIndex m = view_.mention_at(t, MentionKind::actor);
      if (m == kNone || !is_named(m)) continue;
      const LexicalMatch* kin = t > from ? view_.phrase_before(t, sym_.relation) : nullptr;
      const bool parent = kin && kin->begin > from && view_.mention_over(kin->begin - 1, MentionKind::actor) != kNone;
      if (!parent) return m;  // “X putra Y”
      t = view_.mention(m).end - 1;
    }
    return kNone;
  }

  bool is_named(MentionIndex m) const {
    const Mention& mention = view_.mention(m);
    return mention.payload != kNone && view_.mentions->actors[mention.payload].named_person;
  }

  void add(MentionIndex name, Identified found) {
    const Mention& m = view_.mention(name);
    if (!out_.empty() && out_.back().name.end >= m.end) return;
    found.name.begin = found.name.core = m.begin;
    found.name.end = m.end;
    found.name.actor = name;
    out_.push_back(found);
  }

  const DocumentView& view_;
  const Symbols& sym_;
  std::uint32_t first_, last_;
  std::vector<Identified> out_;
};

}  // namespace

std::vector<Identified> find_identified(const DocumentView& view, std::uint32_t first, std::uint32_t last) {
  return IdentityFinder(view, first, last).run();
}

}  // namespace incidents
