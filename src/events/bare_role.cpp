#include "events/bare_role.h"

#include <algorithm>

#include "events/role_finder.h"

namespace incidents {
namespace {

class BareRoleFinder : RoleFinder {
 public:
  using RoleFinder::RoleFinder;

  void run() {
    view_.for_each(MentionKind::actor, frame_.first, frame_.last, [&](MentionIndex, const Mention& m) { read_unmarked(m); });
    if (reading_.event().owner != DeedOwner::states) return;
    view_.for_each(MentionKind::place, frame_.first, frame_.last, [&](MentionIndex, const Mention& m) { read_land(m); });
  }

 private:
  void read_unmarked(const Mention& m) {
    if (reading_.overlaps(m.begin, m.end) || reading_.is_victim(m.begin, m.end) || view_.is_oblique_plural(m.end - 1)) return;
    const NounPhrase p = noun_phrase_before(view_, m.end, reading_.sentence_begin(m.begin));
    if (p.empty() || p.nobody || reading_.overlaps(p.begin, p.end)) return;
    std::uint32_t after = m.end;
    if (after < view_.size() && view_.is_mark(after, ')')) return;  // the short name of what stands before
    if (after < view_.size() && view_.is_mark(after, '(')) {
      while (after < frame_.last && !view_.is_mark(after, ')')) ++after;
      ++after;
    }
    if (after < view_.size() && (view_.case_at(after) != 0 || is_apposed(m, after))) return;
    if (describes_next(after) && !is_beside_thing(m, after)) return;
    const bool did = goes_on(after, reading_.kind_of(m) == "armed_group") && (!reading_.event().exchange || reading_.kind_of(m) == "armed_group");
    const RoleTable::Row* row = reading_.row(reading_.role_kind(m), did || strikes_next(m, after) || carries_off(m, after) ? sym_.v_ne : reading_.roles.nominative());
    if (!row || row->role == "none") return;
    if (has_agent(p.begin) || !(is_involved(p, after) || acts(m.begin, after) || acted(m, p.begin, after))) return;
    reading_.hits.push_back(reading_.hit(p, *row));
  }

  /// “pakistan … kai baar golabari kar chuka hai”: a land without “ne” that goes on with it.
  void read_land(const Mention& m) {
    const Toponym& land = view_.mentions->places[m.payload];
    if (land.level != PlaceLevel::country || land.is_adjective || land.is_dateline || m.end >= frame_.last || view_.case_at(m.end) != 0) return;
    const bool alone = !view_.is_punctuation(m.end) && view_.mention_at(m.end, MentionKind::place) == kNone && view_.mention_at(m.end, MentionKind::actor) == kNone;
    if (!alone || has_agent(m.begin) || reading_.overlaps(m.begin, m.end) || !goes_on(m.end, true)) return;
    const NounPhrase p = noun_phrase_before(view_, m.end, reading_.sentence_begin(m.begin));
    if (p.begin != m.begin || p.end != m.end) return;
    reading_.hits.push_back(reading_.hit(p, "perpetrator"));
    reading_.hits.back().nation = true;
  }

  /// Somebody named right behind whom the words before may describe; but not “badmash | bank mein ghuse”.
  bool is_apposed(const Mention& m, std::uint32_t t) const {
    const MentionIndex next = view_.mention_over(t, MentionKind::actor);
    if (next == kNone) return false;
    const StringId marker = view_.case_at(view_.mention(next).end);
    if (did_it_to(view_, m, view_.mention(next))) return false;  // “badmash | mahila ki chain chheenkar”
    return marker != sym_.v_mein && marker != sym_.v_se && marker != sym_.v_par;
  }

  /// “ladake … hamle kar rahe hain”, “log use peetne lage”: in the progressive the one who does it has no “ne”.
  bool goes_on(std::uint32_t after, bool by_noun) const {
    const std::uint32_t end = after < view_.size() ? view_.clauses[view_.clause_of(after)].last : after;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      if (hit.from_effect || government_.answers(hit) || m.begin < after || m.end >= end || !government_.is_own(hit)) return false;
      std::uint32_t behind = m.end;
      if (hit.noun && (!by_noun || !view_.has_class(behind++, sym_.verb))) return false;  // “golabari kar rahe hain”
      if (behind >= end) return false;
      if (view_.phrase_at(behind, sym_.inceptive)) return true;
      const LexicalMatch* f = view_.phrase_at(behind, sym_.function);
      return f && f->end < end && view_.attribute(f->entry, sym_.k_part) == sym_.v_auxiliary && !view_.has_class(behind, sym_.was) && view_.phrase_at(f->end, sym_.function);
    });
  }

  /// “yuvak sharab peekar aaya | aur patni ki hatya kar di”: one person is the subject of what the next clause tells as an act.
  bool strikes_next(const Mention& m, std::uint32_t after) const {
    const bool deed = reading_.category() == Category::attack || reading_.category() == Category::crime;
    const std::string_view kind = reading_.kind_of(m);
    if (!deed || m.class_id == sym_.victim_noun || reading_.event().exchange || (kind != "civilian" && kind != "person") || after >= view_.size() || view_.is_punctuation(after)) return false;
    const Clause& own = view_.clauses[view_.clause_of(after)];
    const std::uint32_t last = std::min(frame_.last, view_.sentences[own.sentence].last);
    if (own.last >= last || tells_deed(after, own.last) || view_.find_cue(Cue::attribution, after, own.last) != kNone) return false;
    const Clause& next = view_.clauses[view_.clause_of(own.last)];
    return shares_subject(next) && tells_deed(next.first, std::min(last, next.last));
  }

  /// “ladki ko | gaanv ka ek ladka | utha le gaya”: the verb takes no “ne”, and somebody else is its object.
  bool carries_off(const Mention& m, std::uint32_t after) const {
    const std::string_view kind = reading_.kind_of(m);
    if (!reading_.event().unmarked_doer || (kind != "civilian" && kind != "person") || after >= view_.size() || m.class_id == sym_.victim_noun) return false;
    const Clause& own = view_.clauses[view_.clause_of(after)];
    if (!tells_deed(after, std::min(frame_.last, own.last))) return false;
    for (std::uint32_t t = own.first; t < m.begin; ++t) {
      const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
      if (p && view_.attribute(p->entry, sym_.k_case) == sym_.v_ko) return true;
      const MentionIndex who = t > own.first && view_.case_at(t) == sym_.v_ko ? view_.mention_over(t - 1, MentionKind::actor) : kNone;
      if (who != kNone && (reading_.kind_of(view_.mention(who)) == "civilian" || reading_.kind_of(view_.mention(who)) == "person")) return true;
    }
    return false;
  }

  bool tells_deed(std::uint32_t first, std::uint32_t last) const {
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return !hit.noun && !hit.from_effect && m.begin >= first && m.begin < last && government_.is_own(hit) && !(m.end < view_.size() && view_.has_class(m.end, sym_.passive));
    });
  }

  /// “badmash | bank mein ghuse”: a building with a postposition of its own.
  bool is_beside_thing(const Mention& m, std::uint32_t t) const {
    if (m.class_id != sym_.criminal && m.class_id != sym_.person_common) return false;
    const LexicalMatch* thing = view_.phrase_at(t, sym_.structure);
    const StringId marker = view_.case_at(thing ? thing->end : t + 1);
    if (view_.mention_at(t, MentionKind::trigger) != kNone) return marker == sym_.v_par;
    if (thing && m.class_id == sym_.criminal && (marker == sym_.v_ka || marker == sym_.v_ko)) return true;  // “chor | dukan ka taala todkar”
    return marker == sym_.v_mein || marker == sym_.v_se || marker == sym_.v_par;
  }

  /// “naksali hinsa”: the word only says what kind of thing the next one is.
  bool describes_next(std::uint32_t t) const {
    if (t >= frame_.last) return false;
    const MentionIndex trigger = view_.mention_at(t, MentionKind::trigger);
    if (trigger != kNone) {
      for (const TriggerHit& hit : frame_.triggers) {
        const std::uint32_t end = view_.mention(trigger).end;
        if (hit.mention == trigger) return hit.noun && (end >= view_.size() || !view_.has_class(end, sym_.verb));
      }
    }
    return view_.has_class(t, sym_.noun) && trigger == kNone && view_.mention_at(t, MentionKind::weapon) == kNone;
  }

  /// Has the clause a subject with “ne” already?
  bool has_agent(std::uint32_t t) const {
    const Clause& c = view_.clauses[view_.clause_of(t)];
    for (std::uint32_t u = c.first; u < c.last; ++u) {
      if (view_.case_at(u) == sym_.v_ne) return true;
    }
    return false;
  }

  /// A verb for the event follows in the clause, or in one that goes on with the same subject, and no other's noun.
  bool acts(std::uint32_t begin, std::uint32_t after) const {
    std::uint32_t end = after < view_.size() ? view_.clauses[view_.clause_of(after)].last : after;
    const std::uint32_t last = after < view_.size() ? view_.sentences[view_.sentence_of(after)].last : after;
    while (end < std::min(frame_.last, last) && shares_subject(view_.clauses[view_.clause_of(end)])) end = view_.clauses[view_.clause_of(end)].last;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return m.begin >= begin && m.end > after && m.begin < end && government_.is_own(hit) && !hit.oblique && !government_.answers(hit);
    });
  }

  /// “mahila se chain chheenkar | badmash farar”, “chheen le gaye lutere”: an outlaw right behind what was done.
  bool acted(const Mention& outlaw, std::uint32_t begin, std::uint32_t after) const {
    if (outlaw.class_id != sym_.criminal || view_.phrase_before(begin, sym_.marker)) return false;
    const std::uint32_t last = view_.clauses[view_.clause_of(outlaw.begin)].last;
    const bool ends = after >= last || view_.is_punctuation(after) || view_.has_class(after, sym_.verb) || view_.mention_at(after, MentionKind::cue) != kNone;
    return ends && std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
             const Mention& m = view_.mention(hit.mention);
             constexpr std::uint32_t kNear = 3;
             if (hit.noun || hit.from_effect || m.end > begin || begin - m.end > kNear || !government_.is_own(hit)) return false;
             for (std::uint32_t t = m.end; t < begin; ++t) {
               if (!view_.has_class(t, sym_.verb)) return false;
             }
             return true;
           });
  }

  /// “char badmash aae | aur fire kar bhage”: a clause behind “and” that names nobody of its own.
  bool shares_subject(const Clause& c) const {
    if (c.relative) return false;
    for (std::uint32_t t = c.first; t < c.last; ++t) {
      if (view_.case_at(t) == sym_.v_ne) return false;
      const MentionIndex actor = view_.mention_over(t, MentionKind::actor);
      if (actor != kNone && view_.mention(actor).class_id != sym_.victim_noun && view_.case_at(view_.mention(actor).end) == 0 && !view_.phrase_at(view_.mention(actor).end, sym_.conjunction)) return false;  // else an object
      if (const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun)) {
        const StringId held = view_.attribute(p->entry, sym_.k_case);
        if (held == sym_.v_ne || (held == 0 && (p->end >= view_.size() || view_.case_at(p->end) == 0))) return false;
      }
      const LexicalMatch* joint = view_.phrase_at(t, sym_.conjunction);
      if (joint && view_.attribute(joint->entry, sym_.k_joins) == sym_.v_clause) return false;
    }
    return true;
  }

  /// “is hamle mein X shamil the”.
  bool is_involved(const NounPhrase& p, std::uint32_t after) const {
    const MentionIndex part = after < view_.size() ? view_.mention_at(after, MentionKind::cue) : kNone;
    if (part == kNone || view_.cue(part) != Cue::part) return false;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return hit.noun && m.end <= p.begin && m.begin + 12 > p.begin && view_.case_at(m.end) == sym_.v_mein;
    });
  }
};

}  // namespace

void add_bare_roles(RoleReading& reading) {
  BareRoleFinder(reading).run();
}

}  // namespace incidents
