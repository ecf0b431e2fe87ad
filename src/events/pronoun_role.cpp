#include "events/pronoun_role.h"

#include <algorithm>

#include "events/role_finder.h"

namespace incidents {
namespace {

class PronounRoleFinder : RoleFinder {
 public:
  using RoleFinder::RoleFinder;

  /// “unhonne do trakon ko aag laga di”: the outlaws who were the subject right before.
  void read_pronouns() {
    if (reading_.category() != Category::attack && reading_.category() != Category::crime) return;
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* pronoun = view_.phrase_at(t, sym_.pronoun);
      if (!pronoun || view_.attribute(pronoun->entry, sym_.k_case) != sym_.v_ne || view_.attribute(pronoun->entry, sym_.k_number) != sym_.v_plural) continue;
      const StringId points = view_.attribute(pronoun->entry, sym_.k_points);
      if ((points != sym_.v_far && points != sym_.v_near) || !government_.governs(pronoun->end, true)) continue;
      if (const MentionIndex who = outlaws_before(pronoun->begin); who != kNone) {
        NounPhrase p = noun_phrase_before(view_, view_.mention(who).end, reading_.sentence_begin(view_.mention(who).begin));
        const RoleTable::Row* row = reading_.row(reading_.role_kind(view_.mention(who)), sym_.v_ne);
        if (!p.empty() && row && row->role == "perpetrator") reading_.hits.push_back(reading_.hit(p, *row));
      }
      return;
    }
  }

  /// “in logon ne hamla kiya”: the people named together in the sentences right before.
  void take_pointed_at(const NounPhrase& p, std::uint32_t after) {
    if (!reading_.is_anyone(p.begin, p.end) || !view_.is_plural_form(p.end - 1) || !government_.governs(after, true)) return;
    const RoleTable::Row* row = reading_.row(view_.lexicon.find_string("civilian"), sym_.v_ne);
    if (!row || row->role != "perpetrator") return;
    constexpr std::uint32_t kBack = 2;
    const std::uint32_t sentence = view_.sentence_of(p.begin);
    const std::uint32_t first = view_.sentences[sentence - std::min(kBack, sentence)].first;
    const auto& people = reading_.casualties.people;
    const auto before = std::partition_point(people.begin(), people.end(), [&](const PeoplePhrase& q) { return q.begin < p.begin; });
    for (auto last = before; last != people.begin() && (last - 1)->begin >= first; --last) {
      if (!(last - 1)->named) continue;
      auto begin = last - 1;
      while (begin != people.begin() && (begin - 1)->named && (begin - 1)->begin >= first && is_joint((begin - 1)->end, begin->begin)) --begin;
      if (last - begin < 2) continue;
      for (auto q = begin; q != last; ++q) {
        NounPhrase name;
        name.begin = name.core = q->begin;
        name.end = q->end;
        name.actor = q->actor;
        reading_.hits.push_back(reading_.hit(name, *row));
      }
      return;
    }
  }

 private:
  /// The last outlaws that stand as a subject in the two sentences before or in this one.
  MentionIndex outlaws_before(std::uint32_t t) const {
    constexpr std::uint32_t kBack = 2;
    const std::uint32_t sentence = view_.sentence_of(t);
    MentionIndex who = kNone;
    view_.for_each(MentionKind::actor, view_.sentences[sentence - std::min(kBack, sentence)].first, t, [&](MentionIndex i, const Mention& m) {
      const StringId marker = view_.case_at(m.end);
      const bool subject = marker == sym_.v_ne || (marker == 0 && !view_.is_oblique_plural(m.end - 1));
      if (subject) who = m.class_id == sym_.criminal || m.class_id == sym_.armed_group || reading_.kind_of(m) == "armed_group" ? i : kNone;
    });
    return who;
  }

  /// Nothing but commas, “and” and brackets with an age.
  bool is_joint(std::uint32_t from, std::uint32_t to) const {
    bool joined = false;
    for (std::uint32_t t = from; t < to; ++t) {
      const bool joint = view_.is_mark(t, ',') || view_.phrase_at(t, sym_.conjunction);
      if (!joint && !view_.is_punctuation(t) && view_.mention_over(t, MentionKind::number) == kNone) return false;
      joined = joined || joint;
    }
    return joined;
  }
};

}  // namespace

void add_pronoun_roles(RoleReading& reading) {
  PronounRoleFinder(reading).read_pronouns();
}

void add_pointed_at(RoleReading& reading, const NounPhrase& p, std::uint32_t after) {
  PronounRoleFinder(reading).take_pointed_at(p, after);
}

}  // namespace incidents
