#include "events/property_role.h"

#include <algorithm>

#include "events/role_finder.h"

namespace incidents {
namespace {

class PropertyRoleFinder : RoleFinder {
 public:
  using RoleFinder::RoleFinder;

  void run() {
    find_things();
    find_broken_into();
    find_robbed();
  }

 private:
  /// Buildings and vehicles that stand without a postposition: “chaar haiva jala diye”.
  void find_things() {
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* thing = view_.phrase_at(t, sym_.structure);
      if (!thing) thing = view_.phrase_at(t, sym_.vehicle);
      if (!thing) continue;
      t = thing->end - 1;
      if (!reading_.thing_before(thing->end) || thing->end >= frame_.last || is_place(*thing)) continue;
      if (view_.case_at(thing->end) == sym_.v_ka && is_damaged(behind_deed(behind_part(thing->end)))) {
        add_struck(*thing);
        continue;
      }
      if (view_.case_at(thing->end) != 0 || names_another(thing->end)) continue;
      const RoleTable::Row* row = reading_.roles.find(government_.event_after(thing->begin), reading_.roles.thing(), reading_.roles.nominative());
      const bool struck = row && row->role != "none" && (acts_after(thing->begin) || acted_before(thing->begin) || ran_onto(*thing));
      if (!struck && !is_damaged(behind_deed(behind_particle(behind_list(thing->end))))) continue;
      const NounPhrase p = noun_phrase_before(view_, thing->end, reading_.sentence_begin(thing->begin));
      if (p.empty() || p.nobody || reading_.overlaps(p.begin, p.end)) continue;
      reading_.hits.push_back(struck ? reading_.hit(p, *row) : reading_.hit(p, "target"));
    }
  }

  void add_struck(const LexicalMatch& thing) {
    const NounPhrase p = noun_phrase_before(view_, thing.end, reading_.sentence_begin(thing.begin));
    if (!p.empty() && !p.nobody && !reading_.overlaps(p.begin, p.end)) reading_.hits.push_back(reading_.hit(p, "target"));
  }

  /// “imaarat ki | chaar manzilen | dhah gain”: behind the part of the thing that is told; its genitive ends at `t` + 1.
  std::uint32_t behind_part(std::uint32_t t) const {
    constexpr std::uint32_t kWords = 4;  // that may count or describe the part
    for (std::uint32_t u = t + 1; u < std::min(frame_.last, t + kWords); ++u) {
      if (const LexicalMatch* part = view_.phrase_at(u, sym_.building_part)) return part->end;
      if (view_.case_at(u) != 0 || view_.is_punctuation(u) || view_.has_class(u, sym_.verb)) return t;
    }
    return t;
  }

  /// “X ke makan ka taala todkar”: whose lock it is.
  void find_broken_into() {
    const RoleTable::Row* row = reading_.row(reading_.roles.thing(), sym_.v_se);
    if (reading_.category() != Category::crime || !row || row->role != "target") return;
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      if (!view_.phrase_at(t, sym_.lock) || t < frame_.first + 2 || view_.case_at(t - 1) != sym_.v_ka || !reading_.thing_before(t - 1)) continue;
      const NounPhrase p = noun_phrase_before(view_, t - 1, reading_.sentence_begin(t));
      if (!p.empty() && !p.nobody && !reading_.overlaps(p.begin, p.end)) reading_.hits.push_back(reading_.hit(p, *row));
    }
  }

  /// “mahila ki chain chheen li”, “mahila ke gale se chain tod li”: whose it was.
  void find_robbed() {
    const RoleTable::Row* row = reading_.row(view_.lexicon.find_string("civilian"), sym_.v_se);
    if (reading_.category() != Category::crime || !row || row->role != "target") return;
    for (std::uint32_t t = frame_.first + 2; t < frame_.last; ++t) {
      if (!(view_.phrase_at(t, sym_.valuables) || view_.phrase_at(t, sym_.held)) || view_.case_at(t - 1) != sym_.v_ka) continue;
      const NounPhrase p = noun_phrase_before(view_, t - 1, reading_.sentence_begin(t));
      if (p.empty() || p.nobody || p.pointing || p.actor == kNone || reading_.overlaps(p.begin, p.end) || reading_.is_outlaw(p)) continue;
      const std::string_view kind = reading_.kind_of(view_.mention(p.actor));
      if (kind == "civilian" || kind == "person") reading_.hits.push_back(reading_.hit(p, *row));
    }
  }

  /// “kuchh ghar | bhi | kshatigrast hue”
  std::uint32_t behind_particle(std::uint32_t t) const {
    const LexicalMatch* f = t < frame_.last ? view_.phrase_at(t, sym_.function) : nullptr;
    return f && view_.string(view_.attribute(f->entry, sym_.k_part)) == "particle" ? f->end : t;
  }

  /// Behind the last of the things that “and” or a comma joins to the one that ends at `t`.
  std::uint32_t behind_list(std::uint32_t t) const {
    constexpr std::uint32_t kLongest = 6;  // tokens of the next thing's words
    while (t + 1 < frame_.last && (view_.is_mark(t, ',') || view_.phrase_at(t, sym_.conjunction))) {
      std::uint32_t end = t;
      for (std::uint32_t u = t + 1; u < std::min(frame_.last, t + kLongest) && end == t; ++u) {
        if (const LexicalMatch* next = view_.phrase_at(u, sym_.structure)) end = next->end;
        else if (const LexicalMatch* ride = view_.phrase_at(u, sym_.vehicle)) end = ride->end;
        else if (view_.case_at(u) != 0 || view_.is_punctuation(u)) return t;
      }
      if (end == t) return t;
      t = end;
    }
    return t;
  }

  /// “ek makaan bambaari mein tabaah hua”, “… hamle ki chapet mein”: behind the deed that stands between.
  std::uint32_t behind_deed(std::uint32_t t) const {
    constexpr std::uint32_t kWords = 2;  // that may say what kind of deed it is
    for (std::uint32_t u = t; u < std::min(frame_.last, t + kWords + 1); ++u) {
      const MentionIndex deed = view_.mention_at(u, MentionKind::trigger);
      if (deed == kNone) continue;
      const std::uint32_t end = view_.mention(deed).end;
      const StringId marker = view_.case_at(end);
      const LexicalMatch* postposition = view_.phrase_at(end, sym_.marker);
      return postposition && (marker == sym_.v_mein || marker == sym_.v_se || marker == sym_.v_ka) ? postposition->end : t;
    }
    return t;
  }

  /// “bees imaaraten kshatigrast hui”, “… chapet mein aae”, told of an attack.
  bool is_damaged(std::uint32_t t) const {
    if (!reading_.types.is_deed(reading_.type) || (reading_.category() == Category::crime && !has_agent(t))) return false;
    const MentionIndex cue = view_.mention_at(t, MentionKind::cue);
    if ((cue == kNone || view_.cue(cue) != Cue::damage) && !view_.phrase_at(t, sym_.struck)) return false;
    const std::uint32_t end = view_.clauses[view_.clause_of(t)].last;
    for (std::uint32_t u = t; u < end; ++u) {
      if (view_.phrase_at(u, sym_.negation)) return false;
    }
    return true;
  }

  /// “X ne”: somebody did it, in a crime what merely broke is no target.
  bool has_agent(std::uint32_t t) const {
    for (std::uint32_t u = t < view_.size() ? view_.clauses[view_.clause_of(t)].first : t; u < t; ++u) {
      if (view_.case_at(u) == sym_.v_ne) return true;
    }
    return false;
  }

  /// A noun follows that the thing only describes: “bank lootkand”; a deed's own is none.
  bool names_another(std::uint32_t t) const { return view_.has_class(t, sym_.noun) && view_.mention_at(t, MentionKind::trigger) == kNone; }

  /// “bandargah shahar X”: the word only says what kind of place the next one is.
  bool is_place(const LexicalMatch& thing) const {
    return view_.phrase_at(thing.end, sym_.place_class) || view_.mention_at(thing.end, MentionKind::place) != kNone;
  }

  /// “badmashon ne jalaae | do truck”: a headline's verb that stands before what it took.
  bool acted_before(std::uint32_t t) const {
    const std::uint32_t first = view_.clauses[view_.clause_of(t)].first;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      if (hit.noun || hit.from_effect || m.begin < first || m.end > t || m.begin == 0 || view_.case_at(m.begin - 1) != sym_.v_ne) return false;
      for (std::uint32_t u = m.end; u < t; ++u) {
        if (view_.case_at(u) != 0 || view_.has_class(u, sym_.verb)) return false;
      }
      return true;
    });
  }

  /// “barudi surang par | tractor chadh gaya”
  bool ran_onto(const LexicalMatch& thing) const {
    std::uint32_t t = thing.begin;
    while (t > frame_.first && (view_.mention_over(t - 1, MentionKind::number) != kNone || view_.has_class(t - 1, sym_.adjective))) --t;
    if (t < frame_.first + 2 || view_.case_at(t - 1) != sym_.v_par || thing.end >= frame_.last || !view_.has_class(thing.end, sym_.verb)) return false;
    const MentionIndex mine = view_.mention_over(t - 2, MentionKind::weapon) != kNone ? view_.mention_over(t - 2, MentionKind::weapon) : view_.mention_over(t - 2, MentionKind::trigger);
    return mine != kNone;
  }

  bool acts_after(std::uint32_t t) const {
    const std::uint32_t end = view_.clauses[view_.clause_of(t)].last;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return m.begin >= t && m.begin < end;
    });
  }
};

}  // namespace

void add_property_roles(RoleReading& reading) {
  PropertyRoleFinder(reading).run();
}

}  // namespace incidents
