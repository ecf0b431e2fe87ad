#include "events/deed_owner.h"

#include <algorithm>

#include "events/role_finder.h"

namespace incidents {
namespace {

class DeedOwnerFinder : RoleFinder {
 public:
  using RoleFinder::RoleFinder;

  void run() {
    find_genitive_agents();
    find_protesters();
    find_aims();
  }

 private:
  /// “X ke hamle mein”, “isrāilī havāī hamle”: the genitive or nationality right before an attack noun is its agent.
  void find_genitive_agents() {
    const DeedOwner owner = reading_.event().owner;
    if (owner == DeedOwner::none) return;
    for (const TriggerHit& trigger : frame_.triggers) {
      if (trigger.from_effect || government_.answers(trigger) || reading_.types[trigger.type].category != reading_.event().category) continue;
      if (add_owner_inside(view_.mention(trigger.mention))) continue;
      std::uint32_t t = view_.mention(trigger.mention).begin;
      while (t > frame_.first && describes_deed(t - 1)) --t;
      const LexicalMatch* nation = view_.phrase_before(t, sym_.nationality);
      // “pakistani drone”: a weapon's name may hold its nation.
      if (!nation && t < view_.mention(trigger.mention).begin) nation = view_.phrase_at(t, sym_.nationality);
      if (trigger.noun && owner != DeedOwner::anybody && add_group(t)) continue;
      if (trigger.noun && owner != DeedOwner::anybody && nation && nation->begin >= frame_.first) add_nation(*nation);
      else add_genitive(trigger, before_day(genitive_over_object(t)));
    }
  }

  /// “X ke | 7 aktubar ke hamle mein”: the day stands between; `t` where none does.
  std::uint32_t before_day(std::uint32_t t) const {
    const LexicalMatch* marker = view_.phrase_before(t, sym_.marker);
    if (!marker || marker->begin <= frame_.first || view_.attribute(marker->entry, sym_.k_case) != sym_.v_ka) return t;
    const MentionIndex day = view_.mention_over(marker->begin - 1, MentionKind::date);
    return day != kNone && view_.mention(day).begin > frame_.first ? view_.mention(day).begin : t;
  }

  /// “bheed ke hamle mein”: the deed's own words begin with whose it is.
  bool add_owner_inside(const Mention& deed) {
    // “talibani hamla”
    if (const LexicalMatch* group = view_.phrase_at(deed.begin, sym_.armed_group); group && group->end < deed.end) return add_group(group->end);
    const LexicalMatch* crowd = view_.phrase_at(deed.begin, sym_.crowd);
    if (!crowd || crowd->end + 1 >= deed.end || view_.case_at(crowd->end) != sym_.v_ka) return false;
    const NounPhrase p = noun_phrase_before(view_, crowd->end, reading_.sentence_begin(deed.begin));
    if (!p.empty() && !reading_.overlaps(p.begin, p.end)) reading_.hits.push_back(reading_.hit(p, "perpetrator"));
    return true;
  }

  /// “talibani hamla”: a group by its name right before the deed.
  bool add_group(std::uint32_t t) {
    const LexicalMatch* group = view_.phrase_before(t, sym_.armed_group);
    if (!group || group->begin < frame_.first || view_.attribute(group->entry, sym_.k_generic) == sym_.v_yes || reading_.overlaps(group->begin, group->end)) return false;
    NounPhrase p;
    p.begin = p.core = group->begin;
    p.end = group->end;
    p.actor = view_.mention_at(group->begin, MentionKind::actor);
    if (p.actor == kNone) return false;
    reading_.hits.push_back(reading_.hit(p, "perpetrator"));
    return true;
  }

  void add_nation(const LexicalMatch& nation) {
    if (reading_.overlaps(nation.begin, nation.end)) return;
    NounPhrase p;
    p.begin = p.core = nation.begin;
    p.end = nation.end;
    RoleHit h = reading_.hit(p, "perpetrator");
    h.nation = true;
    h.kind = "military";
    if (const StringId cc = view_.attribute(nation.entry, sym_.k_cc)) h.country = std::string(view_.string(cc));
    reading_.hits.push_back(std::move(h));
  }

  /// “X ka | Y par hamla”: ka agrees with the deed alone, for the postposition makes all words of Y oblique. Returns where
  /// the genitive ends, `t` where there is none.
  std::uint32_t genitive_over_object(std::uint32_t t) const {
    constexpr std::uint32_t kReach = 10;
    if (t <= frame_.first || view_.case_at(t - 1) != sym_.v_par) return t;
    for (std::uint32_t u = t - 1; u > frame_.first && u + kReach > t; --u) {
      if (view_.is_punctuation(u - 1)) return t;
      const LexicalMatch* marker = view_.phrase_before(u, sym_.marker);
      if (!marker) continue;
      const StringId cased = view_.attribute(marker->entry, sym_.k_case);
      if (cased == sym_.v_ka && view_.attribute(marker->entry, sym_.k_direct) == sym_.v_yes) return u;
      if (cased != sym_.v_ka && cased != sym_.v_mein) return t;
    }
    return t;
  }

  /// The genitive that ends before token `t`, from which on all words belong to the deed.
  void add_genitive(const TriggerHit& trigger, std::uint32_t t) {
    const LexicalMatch* marker = view_.phrase_before(t, sym_.marker);
    if (!marker || view_.attribute(marker->entry, sym_.k_case) != sym_.v_ka || marker->begin <= frame_.first) return;
    NounPhrase p = noun_phrase_before(view_, marker->begin, reading_.sentence_begin(marker->begin));
    if (p.empty() || p.nobody || p.pointing || reading_.overlaps(p.begin, p.end)) return;
    if (p.actor == kNone) p.actor = members_of_band(p);
    if (p.actor == kNone && (view_.phrase_before(p.end, sym_.vehicle) || view_.mention_over(p.end - 1, MentionKind::weapon) != kNone)) {
      // “amriki helicopteron ki bambari”: whose aircraft they are.
      const LexicalMatch* nation = view_.phrase_at(p.begin, sym_.nationality);
      if (nation && nation->end < p.end && trigger.noun) add_nation(*nation);
      return;
    }
    const bool land = p.actor == kNone;
    if (land ? !(reading_.event().owner == DeedOwner::states && trigger.noun && is_land(p)) : !(can_own(p, trigger) || deals(p, trigger, *marker))) return;
    reading_.hits.push_back(reading_.hit(p, "perpetrator"));
    reading_.hits.back().nation = land;
  }

  /// “maovadiyon ke ek dal ke hamle mein”: whose band it is.
  MentionIndex members_of_band(const NounPhrase& p) const {
    if (!view_.phrase_before(p.end, sym_.band)) return kNone;
    MentionIndex members = kNone;
    view_.for_each(MentionKind::actor, p.begin, p.end, [&](MentionIndex i, const Mention&) { members = i; });
    return members;
  }

  /// Can the deed be this actor's? “nagrikon ki hatya” is no deed of civilians.
  bool can_own(const NounPhrase& p, const TriggerHit& trigger) const {
    const bool anybody = reading_.event().owner == DeedOwner::anybody;
    const std::string_view kind = reading_.kind_of(view_.mention(p.actor));
    const bool outlaw = view_.mention(p.actor).class_id == sym_.criminal;
    if (!outlaw && !anybody && (kind == "civilian" || kind == "person" || kind == "media")) return false;
    if (anybody && kind == "media") return false;
    if (strikes_down_attacker(view_.mention(trigger.mention), kind)) return false;
    // “pakistani sena ke gole girne se”: whose weapon it was.
    const bool shot = kind == "military" && view_.mention_over(view_.mention(trigger.mention).begin, MentionKind::weapon) != kNone;
    return trigger.noun || shot || outlaw || kind == "armed_group";
  }

  /// “graminon ke hamle mein”: of such a noun the genitive that agrees with it is who did it, whoever they are.
  bool deals(const NounPhrase& p, const TriggerHit& trigger, const LexicalMatch& marker) const {
    const LexicalMatch* noun = view_.phrase_before(view_.mention(trigger.mention).end, sym_.dealing);
    if (!noun || view_.attribute(marker.entry, sym_.k_gender) == sym_.v_f || marker.end != view_.mention(trigger.mention).begin) return false;
    return reading_.kind_of(view_.mention(p.actor)) != "media" && !reading_.is_anyone(p.begin, p.end);
  }

  /// “dharna de rahe kisanon par”: the participle says whose protest it is, the postposition what was done to them.
  void find_protesters() {
    if (reading_.category() != Category::unrest) return;
    constexpr std::uint32_t kReach = 8;
    for (const TriggerHit& trigger : frame_.triggers) {
      if (trigger.from_effect || reading_.types[trigger.type].owner != DeedOwner::anybody) continue;
      const std::uint32_t rahe = view_.mention(trigger.mention).end;
      const LexicalMatch* f = rahe < frame_.last ? view_.phrase_at(rahe, sym_.function) : nullptr;
      if (!f || view_.attribute(f->entry, sym_.k_part) != sym_.v_auxiliary) continue;
      for (std::uint32_t t = f->end + 1; t < std::min(frame_.last, f->end + kReach); ++t) {
        const StringId marker = view_.case_at(t);
        if (view_.is_punctuation(t) || view_.has_class(t, sym_.verb)) break;
        if (marker == 0 || marker == sym_.v_ka) continue;
        const NounPhrase p = noun_phrase_before(view_, t, f->end);
        if (p.empty() || p.begin != f->end || p.actor == kNone || p.nobody || reading_.is_anyone(p.begin, p.end)) break;
        RoleHit h = reading_.hit(p, "perpetrator");
        if (h.force) break;
        h.protester = true;
        reading_.hits.push_back(std::move(h));
        break;
      }
    }
  }

  /// “nishana X tha”, “nishane par X the”: the copula's other side was aimed at.
  void find_aims() {
    if (reading_.category() != Category::attack) return;
    constexpr std::uint32_t kReach = 12;
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* aim = view_.phrase_at(t, sym_.aim);
      if (!aim) continue;
      for (std::uint32_t u = aim->end + 1; u < std::min(frame_.last, aim->end + kReach); ++u) {
        const LexicalMatch* f = view_.phrase_at(u, sym_.function);
        if (!f || view_.attribute(f->entry, sym_.k_part) != sym_.v_auxiliary) continue;
        const NounPhrase p = noun_phrase_before(view_, u, aim->end);
        const bool known = !p.empty() && p.begin == aim->end && (p.actor != kNone || reading_.thing_before(p.end));
        if (known && !p.pointing && !reading_.overlaps(p.begin, p.end)) reading_.hits.push_back(reading_.hit(p, "target"));
        break;
      }
      t = aim->end - 1;
    }
  }

  /// A country by its name alone.
  bool is_land(const NounPhrase& p) const {
    const MentionIndex place = view_.mention_at(p.begin, MentionKind::place);
    return place != kNone && view_.mention(place).end == p.end && view_.mentions->places[view_.mention(place).payload].level == PlaceLevel::country;
  }

  /// “pulis ki goli se hamlavar maara gaya”: whose bullet ends the attack has not attacked.
  bool strikes_down_attacker(const Mention& m, std::string_view kind) const {
    if (kind != "police" && kind != "military") return false;
    for (std::uint32_t t = m.end; t < view_.clauses[view_.clause_of(m.begin)].last; ++t) {
      const LexicalMatch* who = view_.phrase_at(t, sym_.criminal);
      if (who && view_.attribute(who->entry, sym_.k_deed) != 0 && view_.case_at(who->end) != sym_.v_ne) return true;
    }
    return false;
  }

  /// Words between whose deed it is and its noun: “X ka *havaai* hamla”, “Y ki *do divasiya* hadtaal”, “Z ke *lagaae* ambush”.
  bool describes_deed(std::uint32_t t) const {
    if (view_.has_class(t, sym_.adjective) || view_.mention_over(t, MentionKind::weapon) != kNone || view_.mention_over(t, MentionKind::number) != kNone) return true;
    if (view_.phrase_at(t, sym_.quantifier) || view_.has_class(t, sym_.repeated) || (view_.is_mark(t, '-') && view_.has_class(t + 1, sym_.repeated))) return true;  // “do alag-alag hamle”, “ek anya hamla”
    const MentionIndex date = view_.mention_over(t, MentionKind::date);
    if (date != kNone) return view_.mentions->dates[view_.mention(date).payload].duration;
    return view_.has_class(t, sym_.verb) && view_.case_at(t) == 0 && t > frame_.first && view_.case_at(t - 1) == sym_.v_ka;
  }
};

}  // namespace

void add_deed_owners(RoleReading& reading) {
  DeedOwnerFinder(reading).run();
}

}  // namespace incidents
