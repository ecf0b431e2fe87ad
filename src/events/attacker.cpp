#include "events/attacker.h"

#include <algorithm>

#include "events/noun_phrase.h"

namespace incidents {
namespace {

class AttackerFinder {
 public:
  AttackerFinder(const DocumentView& view, std::uint32_t first) : view_(view), sym_(view.sym), first_(first) {}

  std::string run(const Mention& trigger, bool oblique) const {
    std::string country = of_noun(trigger);
    return country.empty() && !oblique ? of_subject(trigger) : country;
  }

 private:
  /// “Israeli air strikes”, “X ke hamle”.
  std::string of_noun(const Mention& m) const {
    std::uint32_t t = m.begin;
    while (t > first_ && modifies(t - 1)) --t;
    if (const LexicalMatch* nation = view_.phrase_before(t, sym_.nationality); nation && nation->begin >= first_) {
      return std::string(view_.string(view_.attribute(nation->entry, sym_.k_cc)));
    }
    const LexicalMatch* marker = view_.phrase_before(t, sym_.marker);
    if (!marker || marker->begin <= first_) return {};
    const StringId kase = view_.attribute(marker->entry, sym_.k_case);
    if (kase == sym_.v_par) return of_owner(marker->begin);
    return kase == sym_.v_ka ? of_phrase(marker->begin) : std::string();
  }

  /// “X's air strike on A”, in Hindi “X ke A par hamla”: A must not lie in X.
  std::string of_owner(std::uint32_t end) const {
    const MentionIndex inner = view_.mention_over(end - 1, MentionKind::place);
    if (inner == kNone) return {};
    const LexicalMatch* of = view_.phrase_before(view_.mention(inner).begin, sym_.marker);
    if (!of || of->begin <= first_ || view_.attribute(of->entry, sym_.k_case) != sym_.v_ka) return {};
    const MentionIndex owner = view_.mention_over(of->begin - 1, MentionKind::place);
    if (owner == kNone) return {};
    const Toponym &x = view_.mentions->places[view_.mention(owner).payload], &a = view_.mentions->places[view_.mention(inner).payload];
    const bool apart = x.level == PlaceLevel::country && a.resolved.country && x.resolved.country != a.resolved.country;
    return apart ? x.resolved.country.value_or("") : std::string();
  }

  bool modifies(std::uint32_t t) const {
    return view_.has_class(t, sym_.adjective) || view_.mention_over(t, MentionKind::weapon) != kNone || view_.mention_over(t, MentionKind::number) != kNone;
  }

  /// “X ne … hamla kiya”, “X ki or se rocket daage gae”: the nearest before the word, in its clause.
  std::string of_subject(const Mention& m) const {
    const std::uint32_t first = std::max(first_, view_.clauses[view_.clause_of(m.begin)].first);
    for (std::uint32_t t = m.begin; t-- > first;) {
      const StringId marker = view_.case_at(t);
      if (marker == 0 || (marker != sym_.v_ne && marker != sym_.v_dwara && marker != sym_.v_ki_or_se)) continue;
      return of_phrase(t);
    }
    return {};
  }

  std::string of_phrase(std::uint32_t end) const {
    if (end <= first_) return {};  // a postposition that nothing stands before
    const NounPhrase p = noun_phrase_before(view_, end, view_.sentences[view_.sentence_of(end - 1)].first);
    if (p.empty() || p.nobody || p.pointing) return {};
    if (p.actor != kNone) return of_words(p.begin, p.end);
    const MentionIndex place = view_.mention_over(p.end - 1, MentionKind::place);
    if (place == kNone) return {};
    const Toponym& t = view_.mentions->places[view_.mention(place).payload];
    return t.level == PlaceLevel::country ? t.resolved.country.value_or("") : std::string();
  }

  /// “Hamas militants”, “Israeli army”: a word of the phrase tells.
  std::string of_words(std::uint32_t first, std::uint32_t last) const {
    std::string country;
    view_.for_each(MentionKind::actor, first, last, [&](MentionIndex, const Mention& m) {
      if (country.empty() && m.payload != kNone) country = view_.mentions->actors[m.payload].country.value_or("");
    });
    for (std::uint32_t t = first; t < last && country.empty(); ++t) {
      for (const ClassId id : {sym_.armed_group, sym_.force, sym_.nationality}) {
        const LexicalMatch* word = view_.phrase_at(t, id);
        const StringId cc = word ? view_.attribute(word->entry, sym_.k_cc) : 0;
        if (cc != 0) country = view_.string(cc);
      }
    }
    return country;
  }

  const DocumentView& view_;
  const Symbols& sym_;
  std::uint32_t first_;  ///< nothing before it is looked at
};

}  // namespace

std::string attacker_country(const DocumentView& view, const Mention& trigger, std::uint32_t first, bool oblique) {
  return AttackerFinder(view, first).run(trigger, oblique);
}

std::string attacker_country(const DocumentView& view, const EventTypes& types, const Frame& frame) {
  // “claims to have struck” is the claimant's own deed too.
  const bool claims = view.has_cue(Cue::claim, frame.first, frame.last);
  for (const bool supporting : {false, true}) {
    for (const TriggerHit& hit : frame.triggers) {
      if ((hit.strength == Strength::support) != supporting || hit.from_effect || types[hit.type].category != Category::attack) continue;
      std::string country = attacker_country(view, view.mention(hit.mention), frame.first, hit.oblique && !claims);
      if (!country.empty()) return country;
    }
  }
  return {};
}

}  // namespace incidents
