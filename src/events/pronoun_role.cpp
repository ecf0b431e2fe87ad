#include "events/pronoun_role.h"

#include <algorithm>

#include "events/role_finder.h"

namespace incidents {
namespace {

class PronounRoleFinder : RoleFinder {
 public:
  using RoleFinder::RoleFinder;

  void run() {
    if (reading_.category() != Category::attack && reading_.category() != Category::crime) return;
    if (!read_pronouns()) read_left_out();
    read_object();
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
  enum class Count { one, several, any };

  /// “unhonne do trakon ko aag laga di”: the outlaws who were the subject right before, else whoever was. False where no
  /// pronoun is the deed's subject.
  bool read_pronouns() {
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* pronoun = view_.phrase_at(t, sym_.pronoun);
      if (!pronoun || view_.attribute(pronoun->entry, sym_.k_case) != sym_.v_ne) continue;
      const StringId points = view_.attribute(pronoun->entry, sym_.k_points);
      if ((points != sym_.v_far && points != sym_.v_near) || !government_.governs(pronoun->end, true)) continue;
      const bool several = view_.attribute(pronoun->entry, sym_.k_number) == sym_.v_plural;
      const MentionIndex outlaws = several ? outlaws_before(pronoun->begin) : kNone;
      if (outlaws != kNone) add_doer(phrase_of(outlaws), false);
      else add_doer(subject_before(pronoun->begin, several ? Count::several : Count::one), true);
      return true;
    }
    return false;
  }

  /// “ek yuvak ne patni se jhagda kiya. Iske baad uski hatya kar di”: a deed without a subject of its own goes on with the
  /// one before.
  void read_left_out() {
    for (const TriggerHit& hit : frame_.triggers) {
      const Mention& m = view_.mention(hit.mention);
      if (hit.noun || hit.from_effect || m.begin < view_.sentences[frame_.sentence].first || !government_.is_own(hit) || !is_active(m) || has_subject(m)) continue;
      return add_doer(subject_before(reading_.sentence_begin(m.begin), Count::any), true);
    }
  }

  /// “use goli maar di”, “us par hamla kiya”: whom the sentence before was about.
  void read_object() {
    const RoleTable::Row* row = reading_.row(view_.lexicon.find_string("civilian"), sym_.v_ko);
    if (!row || (row->role != "target" && row->role != "victim")) return;
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* pronoun = view_.phrase_at(t, sym_.pronoun);
      if (!pronoun) continue;
      const StringId points = view_.attribute(pronoun->entry, sym_.k_points), held = view_.attribute(pronoun->entry, sym_.k_case);
      if (points != sym_.v_far && points != sym_.v_near) continue;
      std::uint32_t after = pronoun->end;
      const bool struck = held == sym_.v_ko || held == sym_.v_ke_saath || (held == 0 && view_.case_at(after, &after) == sym_.v_par) || (held == sym_.v_ka && is_deed_at(after));
      if (!struck || !is_struck_behind(held == sym_.v_ka ? pronoun->end : after)) continue;
      const NounPhrase p = object_before(pronoun->begin, view_.attribute(pronoun->entry, sym_.k_number) == sym_.v_plural ? Count::any : Count::one);
      if (p.empty() || reading_.overlaps(p.begin, p.end) || reading_.is_victim(p.begin, p.end)) return;
      reading_.hits.push_back(reading_.hit(p, "target"));
      reading_.hits.back().pointed_at = true;
      return;
    }
  }

  bool is_deed_at(std::uint32_t t) const { return t < view_.size() && (view_.mention_at(t, MentionKind::trigger) != kNone || view_.phrase_at(t, sym_.beating)); }

  /// Does a verb of the deed follow in the clause?
  bool is_struck_behind(std::uint32_t t) const {
    const std::uint32_t end = t < view_.size() ? view_.clauses[view_.clause_of(t)].last : t;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return !hit.noun && !hit.from_effect && m.begin >= t && m.begin < end && government_.is_own(hit);
    });
  }

  NounPhrase phrase_of(MentionIndex who) const {
    return noun_phrase_before(view_, view_.mention(who).end, reading_.sentence_begin(view_.mention(who).begin));
  }

  void add_doer(const NounPhrase& p, bool pointed_at) {
    if (p.empty() || p.nobody || p.actor == kNone || reading_.overlaps(p.begin, p.end)) return;
    const RoleTable::Row* row = reading_.row(reading_.role_kind(view_.mention(p.actor)), sym_.v_ne);
    if (!row || row->role != "perpetrator") return;
    reading_.hits.push_back(reading_.hit(p, *row));
    reading_.hits.back().pointed_at = pointed_at;
  }

  /// Told as somebody's act: no passive behind it, nor a participle or an infinitive.
  bool is_active(const Mention& m) const {
    const std::uint32_t last = view_.sentences[view_.sentence_of(m.begin)].last;
    for (std::uint32_t t = m.begin; t < std::min(last, m.end + 2); ++t) {
      if (view_.has_class(t, sym_.passive)) return false;
    }
    const bool ends = m.end >= last || view_.is_punctuation(m.end) || view_.phrase_at(m.end, sym_.function) || view_.phrase_at(m.end, sym_.conjunction);
    return ends && view_.case_at(m.end) == 0;
  }

  /// Has the sentence anybody with “ne”, or people without a postposition, up to the deed?
  bool has_subject(const Mention& m) const {
    for (std::uint32_t t = reading_.sentence_begin(m.begin); t < m.begin; ++t) {
      if (view_.case_at(t) == sym_.v_ne || view_.case_at(t) == sym_.v_dwara) return true;
      if (const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun)) {
        const StringId held = view_.attribute(p->entry, sym_.k_case);
        if (held == sym_.v_ne || (held == 0 && view_.case_at(p->end) == 0 && view_.attribute(p->entry, sym_.k_points) != sym_.v_self && p->end < m.begin && !view_.is_mark(p->end, ','))) return true;
      }
      const MentionIndex who = view_.mention_at(t, MentionKind::actor);
      if (who != kNone && view_.mention(who).end <= m.begin && view_.case_at(view_.mention(who).end) == 0) return true;
    }
    return false;
  }

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

  /// The last that “ne” marks in the sentence before or in this one, unless he only says something.
  NounPhrase subject_before(std::uint32_t t, Count count) const {
    NounPhrase found;
    each_phrase_before(t, [&](const NounPhrase& p, const Mention& m) {
      if (view_.case_at(p.end) != sym_.v_ne && view_.case_at(m.end) != sym_.v_ne) return;
      if (!could_do_it(m) || says(m.end) || !fits(p, count)) return;
      found = p;
    });
    return found;
  }

  /// The last whom something was done to there, else who was somewhere or went: “ek kishori ghar mein akeli thi”.
  NounPhrase object_before(std::uint32_t t, Count count) const {
    NounPhrase found, bystander;
    each_phrase_before(t, [&](const NounPhrase& p, const Mention& m) {
      const StringId marker = view_.case_at(m.end);
      if (!is_somebody(m) || !fits(p, count) || tells_them(m.end)) return;
      const bool earlier = view_.sentence_of(m.begin) != view_.sentence_of(t);
      if (marker == 0 && earlier && !view_.is_oblique_plural(m.end - 1)) bystander = p;
      if (marker == sym_.v_ko || marker == sym_.v_se || marker == sym_.v_par || marker == sym_.v_ke_saath) found = p;
    });
    return found.empty() ? bystander : found;
  }

  template <class Visit>
  void each_phrase_before(std::uint32_t t, Visit visit) const {
    const std::uint32_t sentence = view_.sentence_of(t);
    const std::uint32_t from = sentence > 0 && t <= view_.sentences[sentence].first + 8 ? sentence - 1 : sentence;
    view_.for_each(MentionKind::actor, view_.sentences[from].first, t, [&](MentionIndex i, const Mention& m) {
      const NounPhrase p = phrase_of(i);
      if (!p.empty() && !p.nobody && !p.pointing) visit(p, m);
    });
  }

  bool is_somebody(const Mention& m) const {
    const std::string_view kind = reading_.kind_of(m);
    return (kind == "civilian" || kind == "person") && m.class_id != sym_.criminal && view_.attribute(m, sym_.k_generic) != sym_.v_yes;
  }

  /// “mukhbir se soochna mili”
  bool tells_them(std::uint32_t after) const {
    const std::uint32_t last = view_.sentences[view_.sentence_of(after)].last;
    for (std::uint32_t t = after; t < last; ++t) {
      if (view_.phrase_at(t, sym_.informing)) return true;
    }
    return view_.has_cue(Cue::attribution, after, last);
  }

  bool could_do_it(const Mention& m) const {
    const std::string_view kind = reading_.kind_of(m);
    return kind == "civilian" || kind == "person" || kind == "armed_group" || kind == "crowd" || m.class_id == sym_.criminal;
  }

  bool says(std::uint32_t after) const {
    const std::uint32_t last = view_.sentences[view_.sentence_of(after)].last;
    return view_.has_cue(Cue::attribution, after, last) || view_.has_cue(Cue::allege, after, last);
  }

  bool fits(const NounPhrase& p, Count count) const {
    if (count == Count::any) return true;
    const bool named = view_.mention(p.actor).payload != kNone && view_.mentions->actors[view_.mention(p.actor).payload].named_person;
    const bool one = named || !view_.is_plural_form(p.end - 1);
    return count == Count::one ? one : !one;
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
  PronounRoleFinder(reading).run();
}

void add_pointed_at(RoleReading& reading, const NounPhrase& p, std::uint32_t after) {
  PronounRoleFinder(reading).take_pointed_at(p, after);
}

}  // namespace incidents
