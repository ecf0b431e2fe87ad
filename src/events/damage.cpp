#include "events/damage.h"

#include <algorithm>

namespace incidents {
namespace {

/// Reads the words for damage of one draft.
class DamageSetter {
 public:
  explicit DamageSetter(Assembly& assembly)
      : assembly_(assembly), in_(assembly.in), view_(assembly.view), draft_(assembly.draft), out_(assembly.out) {}

  void read_damage(const Frame& f) {
    if (assembly_.category() == Category::operation || assembly_.category() == Category::politics) return;
    view_.for_each(MentionKind::cue, f.first, f.last, [&](MentionIndex i, const Mention& m) {
      const Cue cue = view_.cue(i);
      if (cue == Cue::no_damage) note_damage(false, m.begin, m.end, m.origin);
      if (cue != Cue::damage || is_own_word(f, m) || is_general(m)) return;
      note_damage(!is_negated(m), m.begin, m.end, m.origin);
    });
    for (const TriggerHit& hit : f.triggers) {
      const EventType& t = in_.types[hit.type];
      if (!t.damages && !(t.damaged && hit.type != draft_.type)) continue;
      const Mention& m = view_.mention(hit.mention);
      if (hit.strength == Strength::strong) note_damage(true, m.begin, m.end, m.origin);
    }
  }

 private:
  void note_damage(bool reported, std::uint32_t begin, std::uint32_t end, const Origin& origin) {
    if (out_.damage == "reported" || (!reported && out_.damage)) return;
    out_.damage = reported ? "reported" : "none";
    assembly_.because("damage", begin, end, origin);
  }

  /// “at 7 houses fall”, “could do damage”: what may be, not what was.
  bool is_general(const Mention& m) const {
    const Clause& clause = view_.clauses[view_.clause_of(m.begin)];
    return view_.has_cue(Cue::habit, clause.first, clause.last) || view_.has_cue(Cue::feared, clause.first, clause.last);
  }

  /// A negation near the word: in a list of short sentences with commas a farther one denies something else.
  bool is_negated(const Mention& m) const {
    constexpr std::uint32_t kBefore = 5, kBehind = 6;
    const Clause& clause = view_.clauses[view_.clause_of(m.begin)];
    const std::uint32_t first = std::max(clause.first, m.begin > kBefore ? m.begin - kBefore : 0);
    for (std::uint32_t t = first; t < std::min(clause.last, m.end + kBehind); ++t) {
      if (view_.phrase_at(t, view_.sym.negation)) return true;
    }
    return false;
  }

  /// That a house fell is what a collapse is, no damage beside it.
  bool is_own_word(const Frame& f, const Mention& cue) const {
    return in_.types[draft_.type].damaged && std::any_of(f.triggers.begin(), f.triggers.end(), [&](const TriggerHit& t) {
             const Mention& m = view_.mention(t.mention);
             return t.type == draft_.type && m.begin < cue.end && cue.begin < m.end;
           });
  }

  Assembly& assembly_;
  const AssembleInput& in_;
  const DocumentView& view_;
  const Draft& draft_;
  Incident& out_;
};

}  // namespace

void set_damage(Assembly& assembly) {
  DamageSetter damage(assembly);
  assembly.each_frame([&](const Frame& f) { damage.read_damage(f); });
}

}  // namespace incidents
