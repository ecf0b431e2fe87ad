#include "events/case_role.h"

#include <algorithm>

#include "events/people.h"
#include "events/pronoun_role.h"
#include "events/role_finder.h"

namespace incidents {
namespace {

class CaseRoleFinder : RoleFinder {
 public:
  using RoleFinder::RoleFinder;

  void run() {
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* marker = view_.phrase_at(t, sym_.marker);
      if (!marker) continue;
      read_marker(*marker);
      t = marker->end - 1;
    }
  }

 private:
  void read_marker(const LexicalMatch& marker) {
    const StringId cased = view_.attribute(marker.entry, sym_.k_case);
    if (cased == 0 || cased == sym_.v_ka || marker.begin == reading_.sentence_begin(marker.begin)) return;
    const std::uint32_t limit = reading_.sentence_begin(marker.begin);
    const std::vector<NounPhrase> joined = reading_.phrases_before(before_aside(marker.begin, limit), limit);
    for (NounPhrase p : joined) {
      if (const NounPhrase whole = whole_of_part(p); !whole.empty()) p = whole;
      // “paanch lutere ghuse, manager ko peeta”: who does it is no one of those to whom it is done.
      if (cased != sym_.v_ne && reading_.is_outlaw(p) && !reading_.is_outlaw(joined.back())) continue;
      give_role(p, cased, marker.end);
    }
  }

  /// “driver, jiski pahchan … hui, | par”: where the phrase ends that an aside in commas parts from its postposition.
  std::uint32_t before_aside(std::uint32_t marker, std::uint32_t limit) const {
    constexpr std::uint32_t kLongest = 14;
    if (marker < limit + 3 || !view_.is_mark(marker - 1, ',')) return marker;
    for (std::uint32_t t = marker - 1; t-- > limit && t + kLongest > marker;) {
      if (!view_.is_mark(t, ',')) continue;
      const LexicalMatch* which = view_.phrase_at(t + 1, sym_.pronoun);
      return which && view_.attribute(which->entry, sym_.k_points) == sym_.v_relative ? t : marker;
    }
    return marker;
  }

  /// “madarse ke gate ke paas”, “dukandar ke darvaze par”: whose gate it is was struck. Empty where nothing's is told.
  NounPhrase whole_of_part(const NounPhrase& p) const {
    const LexicalMatch* part = reading_.category() != Category::attack || p.empty() || p.actor != kNone ? nullptr : view_.phrase_before(p.end, sym_.building_part);
    const LexicalMatch* marker = part && part->begin > p.begin ? view_.phrase_before(part->begin, sym_.marker) : nullptr;
    if (!marker || marker->begin <= p.begin || view_.attribute(marker->entry, sym_.k_case) != sym_.v_ka) return {};
    return noun_phrase_before(view_, marker->begin, p.begin);
  }

  void give_role(const NounPhrase& p, StringId cased, std::uint32_t after) {
    if (p.empty()) return;
    if (after < view_.size() && cased == sym_.v_ko && view_.phrase_at(after, sym_.handed)) return;  // “pakadkar police ko saunp diya”
    if (cased == sym_.v_ne && add_armed_nation(p, after)) return;
    if (after < view_.size() && view_.phrase_at(after, sym_.alignment)) return;  // “havai adde ke nikat sthit hotel par”
    if (frame_.tried && cased == sym_.v_ko) return;  // whom the court speaks of
    if (p.pointing && cased == sym_.v_ne) return add_pointed_at(reading_, p, after);
    if (cased == sym_.v_ne) give_up_speaker(p, after);
    if (p.nobody || p.pointing || (p.relative && cased == sym_.v_ne) || reading_.overlaps(p.begin, p.end) || reading_.is_victim(p.begin, p.end)) return;
    if (view_.phrase_before(p.end, sym_.victim_noun)) return;
    const bool agent = cased == sym_.v_ne || cased == sym_.v_dwara || cased == sym_.v_ki_or_se || cased == sym_.v_ke_aahvan;
    if (agent && is_medic(p)) return;
    if (cased != sym_.v_par && is_rescuer(p)) return;
    const StringId kind = role_kind(p, agent);
    if (kind == 0) return;
    if (kind == reading_.roles.thing() && is_named_place(p) && !(reading_.category() == Category::attack && (cased == sym_.v_par || cased == sym_.v_ko))) return;
    // “drone hamle mein refinery mein aag lag gai”: the place in which it burns is what was struck.
    const bool lit = kind == reading_.roles.thing() && cased == sym_.v_mein && is_lit(after);
    const RoleTable::Row* row = lit ? reading_.row(kind, sym_.v_ko) : row_for(kind, cased, after);
    if (!row || row->role == "none") return;
    if (cased == sym_.v_ko && is_informed(after)) return;
    if (!lit && !is_told(p, kind, cased, after)) return;
    if (is_of_occasion(after) || (cased == sym_.v_ko && is_object_of_another(after)) || (cased == sym_.v_se && is_left(after))) return;
    add(p, kind, cased, after, *row);
  }

  /// “rusi drone ne bas par visphotak giraya”: whose weapon or aircraft it was did it.
  bool add_armed_nation(const NounPhrase& p, std::uint32_t after) {
    const bool armed = view_.mention_over(p.end - 1, MentionKind::weapon) != kNone || view_.phrase_before(p.end, sym_.vehicle);
    if (!armed || reading_.category() != Category::attack || reading_.overlaps(p.begin, p.end) || !government_.governs(after, true)) return false;
    const LexicalMatch* nation = view_.phrase_at(p.begin, sym_.nationality);
    if (!nation || nation->end >= p.end) return add_owner_of_arms(p);
    if (p.actor != kNone) return false;
    RoleHit h = reading_.hit(p, "perpetrator");
    h.nation = true;
    h.kind = "military";
    if (const StringId cc = view_.attribute(nation->entry, sym_.k_cc)) h.country = std::string(view_.string(cc));
    reading_.hits.push_back(std::move(h));
    return true;
  }

  /// “isrāil ke ladaku vimanon ne bam giraye”, “sarkari helikopteron ne hamla kiya”: a land or a force by the genitive, or
  /// a government's by its adjective.
  bool add_owner_of_arms(const NounPhrase& p) {
    const LexicalMatch* marker = nullptr;
    for (std::uint32_t t = p.begin + 1; t < p.end && !marker; ++t) {
      if (view_.case_at(t) == sym_.v_ka) marker = view_.phrase_at(t, sym_.marker);
    }
    if (!marker) {
      if (!view_.phrase_at(p.begin, sym_.state_owned)) return false;
      reading_.hits.push_back(reading_.hit(p, "perpetrator"));
      reading_.hits.back().kind = "military";
      return true;
    }
    const NounPhrase owner = noun_phrase_before(view_, marker->begin, p.begin);
    const bool land = !owner.empty() && view_.mention_over(owner.end - 1, MentionKind::place) != kNone;
    if (owner.empty() || owner.nobody || owner.pointing || (!land && owner.actor == kNone)) return false;
    reading_.hits.push_back(reading_.hit(owner, "perpetrator"));
    return true;
  }

  bool is_lit(std::uint32_t after) const {
    return reading_.category() == Category::attack && after < frame_.last && view_.phrase_at(after, sym_.struck);
  }

  const RoleTable::Row* row_for(StringId kind, StringId cased, std::uint32_t after) const {
    const RoleTable::Row* row = reading_.row(kind, cased);
    if (kind != reading_.roles.thing()) return row;
    // “yatri bas mein bam dhamaka”: a bus or a train has its own row.
    const LexicalMatch* marker = view_.phrase_before(after, sym_.marker);
    const LexicalMatch* vehicle = marker ? view_.phrase_before(marker->begin, sym_.vehicle) : nullptr;
    if (const StringId ride = vehicle ? view_.attribute(vehicle->entry, sym_.k_kind) : 0; ride != 0) {
      const RoleTable::Row* own = reading_.row(ride, cased);
      if (own && own->kind == ride) return own;
    }
    // “they opened fire and set the houses on fire”, “attacked a post and killed nine soldiers”: of another deed its own row
    // tells.
    const EventId other = government_.event_after(after);
    const bool deed = other != reading_.type && (reading_.types[other].damages || reading_.types[other].category == Category::attack);
    const bool other_tells = !row || (row->role == "none" && deed);
    return other_tells ? reading_.roles.find(other, kind, cased) : row;
  }

  /// Of a doer the event's word must be the predicate; of whom it strikes it need only follow.
  bool is_told(const NounPhrase& p, StringId kind, StringId cased, std::uint32_t after) const {
    if (cased == sym_.v_ne) return government_.governs(after, is_outlaw_kind(kind)) || government_.fronted(p.begin, after);
    return government_.tells(after, kind == reading_.roles.thing()) || (cased != sym_.v_ko && government_.befalls(p.begin, after));
  }

  void add(const NounPhrase& p, StringId kind, StringId cased, std::uint32_t after, const RoleTable::Row& row) {
    const bool lawful_agent = (cased == sym_.v_ne || cased == sym_.v_dwara) && !is_outlaw_kind(kind);
    RoleHit h = reading_.hit(p, row);
    h.object = cased == sym_.v_ko;
    if (lawful_agent && reading_.event().exchange && government_.only_answers(after)) h.role = "participant";
    if (lawful_agent && !reading_.event().exchange && reading_.category() == Category::attack && ends_attack(after)) h.role = "responder";
    // Where somebody did it on purpose, “people” tells nothing of the target.
    if (h.anyone && tells_nothing(p) && (reading_.category() == Category::attack || reading_.category() == Category::unrest)) return;
    if (h.anyone && view_.phrase_at(p.begin, sym_.victim_noun)) return;  // “apahrit logon ko”
    reading_.hits.push_back(std::move(h));
  }

  /// “The police shot the attacker”: who did so has not attacked.
  bool ends_attack(std::uint32_t after) const {
    if (after >= view_.size()) return false;
    const Clause& clause = view_.clauses[view_.clause_of(after)];
    bool ends = false;
    for (MentionKind kind : {MentionKind::trigger, MentionKind::effect}) {
      view_.for_each(kind, after, clause.last, [&](MentionIndex, const Mention& m) { ends = ends || has_attacker_as_object(view_, m); });
    }
    return ends;
  }

  /// “ek vyakti ne patni ki hatya kar di aur pulis ko bataya ki …”: what he did counts, not what he said.
  void give_up_speaker(const NounPhrase& p, std::uint32_t after) {
    if (reading_.category() != Category::crime || p.actor == kNone) return;
    const std::string_view kind = reading_.kind_of(view_.mention(p.actor));
    if ((kind != "civilian" && kind != "person") || !government_.governs(after, true)) return;
    const std::uint32_t end = view_.clauses[view_.clause_of(after)].last;
    const bool did = std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return m.begin >= after && m.end <= end && government_.is_own(hit) && view_.find_cue(Cue::attribution, after, m.end) == kNone;
    });
    if (did) std::erase_if(reading_.hits, [&](const RoleHit& h) { return h.role == "source" && h.begin < p.end && p.begin < h.end; });
  }

  /// “yah hamla X dwara Y par kiye gaye hamlon ke baad hua”: the next event word is only what it came after.
  bool is_of_occasion(std::uint32_t after) const {
    const std::uint32_t end = view_.clauses[view_.clause_of(after - 1)].last;
    const TriggerHit* next = nullptr;
    for (const TriggerHit& hit : frame_.triggers) {
      const Mention& m = view_.mention(hit.mention);
      if (!hit.from_effect && m.begin >= after && m.begin < end && (!next || m.begin < view_.mention(next->mention).begin)) next = &hit;
    }
    if (!next) return false;
    const std::uint32_t behind = view_.mention(next->mention).end;
    const StringId marker = view_.case_at(behind);
    if (marker != sym_.v_ke_baad && marker != sym_.v_ke_jawab) return false;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return !hit.from_effect && (m.begin >= behind || m.end < after) && m.begin >= frame_.first && government_.is_own(hit);
    });
  }

  /// “pulis ko chunauti dekar | vyapari ke ghar par firing ki”: a participle in “-kar” takes it, and the deed has another
  /// object behind.
  bool is_object_of_another(std::uint32_t after) const {
    constexpr std::uint32_t kWords = 3;  // of the verb's own noun and form
    const std::uint32_t deed = first_deed(after);
    for (std::uint32_t t = after; t < std::min(deed, after + kWords); ++t) {
      if (view_.case_at(t) != 0 || view_.mention_over(t, MentionKind::effect) != kNone) return false;
      if (!ends_in_kar(t)) continue;
      for (std::uint32_t u = t + 1; u < deed; ++u) {
        const StringId held = view_.case_at(u);
        if (held != sym_.v_par && held != sym_.v_ko) continue;
        const NounPhrase other = noun_phrase_before(view_, u, t + 1);
        return !other.empty() && (other.actor != kNone || reading_.thing_before(other.end));
      }
    }
    return false;
  }

  bool ends_in_kar(std::uint32_t t) const {
    const std::string_view w = view_.word(t);
    return view_.has_class(t, sym_.verb) && std::any_of(sym_.participle_endings.begin(), sym_.participle_endings.end(), [&](const std::string& e) { return w.ends_with(e); });
  }

  /// Where the next word for the event begins in the clause.
  std::uint32_t first_deed(std::uint32_t after) const {
    std::uint32_t deed = std::min(frame_.last, view_.clauses[view_.clause_of(after - 1)].last);
    for (const TriggerHit& hit : frame_.triggers) {
      const Mention& m = view_.mention(hit.mention);
      if (!hit.from_effect && m.begin >= after && m.begin < deed) deed = m.begin;
    }
    return deed;
  }

  /// “ghar se dukan ja rahe vyapari ko loota”: where somebody had left.
  bool is_left(std::uint32_t after) const {
    const std::uint32_t deed = first_deed(after);
    for (std::uint32_t t = after; t < deed; ++t) {
      if (view_.phrase_at(t, sym_.motion)) return true;
    }
    return false;
  }

  /// Doctors who say that somebody is dead have not killed him.
  bool is_medic(const NounPhrase& p) const {
    const LexicalMatch* noun = view_.phrase_before(p.end, sym_.person_common);
    return noun && reading_.category() != Category::unrest && view_.string(view_.attribute(noun->entry, sym_.k_group)) == "doctor";
  }

  /// Firemen and divers who come afterwards did nothing and suffered nothing, unless they are attacked themselves.
  bool is_rescuer(const NounPhrase& p) const {
    return reading_.category() != Category::operation && p.actor != kNone && view_.mention(p.actor).class_id == sym_.responder;
  }

  /// The kind by which roles.tsv knows the phrase; 0 where it can be no participant.
  StringId role_kind(const NounPhrase& p, bool agent) const {
    const MentionIndex head = view_.mention_over(p.end - 1, MentionKind::actor);
    const MentionIndex arms = view_.mention_over(p.end - 1, MentionKind::weapon);
    if (head != kNone && arms != kNone && view_.mention(arms).begin <= view_.mention(head).begin) return 0;
    if (head != kNone) return reading_.role_kind(view_.mention(head));
    if (view_.is_mark(p.end - 1, ')') && p.actor != kNone) return reading_.role_kind(view_.mention(p.actor));
    if (const MentionIndex members = members_of(p); members != kNone) return reading_.role_kind(view_.mention(members));
    if (reading_.thing_before(p.end)) return reading_.roles.thing();
    if (const LexicalMatch* band = view_.phrase_before(p.end, sym_.band); band && view_.attribute(band->entry, sym_.k_kind) != 0) return view_.attribute(band->entry, sym_.k_kind);
    if (!agent) return 0;
    if (view_.phrase_before(p.end, sym_.organization)) return view_.lexicon.find_string("organization");
    const std::uint32_t last = p.end - 1;
    if (const MentionIndex place = view_.mention_over(last, MentionKind::place); place != kNone) {
      return view_.lexicon.find_string(is_name_before(p, view_.mention(place).begin) ? "civilian" : "government");
    }
    const bool other = view_.phrase_before(p.end, sym_.animal) || view_.phrase_before(p.end, sym_.happening) ||
                       view_.mention_over(last, MentionKind::trigger) != kNone || view_.mention_over(last, MentionKind::weapon) != kNone ||
                       view_.mention_over(last, MentionKind::number) != kNone || is_ordinary(p);
    return other ? 0 : view_.lexicon.find_string("organization");
  }

  /// “Ramadhar Bind ne”: a first name, or a word that no row knows, before a surname that a place has too.
  bool is_name_before(const NounPhrase& p, std::uint32_t place) const {
    if (place != p.core + 1) return false;
    const ClassSet classes = view_.lexicon.word_classes(view_.tokens[p.core].word);
    return classes.none() || classes.test(sym_.given_name) || view_.mention_over(p.core, MentionKind::place) != kNone;
  }

  /// “sainikon ke ek dal ko”: whom a word for a band of people stands for.
  MentionIndex members_of(const NounPhrase& p) const {
    if (!view_.phrase_before(p.end, sym_.band) || p.core <= p.begin) return kNone;
    const LexicalMatch* marker = view_.phrase_before(p.core, sym_.marker);
    if (!marker || marker->begin <= p.begin || view_.attribute(marker->entry, sym_.k_case) != sym_.v_ka) return kNone;
    return view_.mention_over(marker->begin - 1, MentionKind::actor);
  }

  /// “ek afwah ne”: a thing or a thought by its noun, and no name beside it.
  bool is_ordinary(const NounPhrase& p) const {
    const std::uint32_t last = p.end - 1;
    if (!(view_.has_class(last, sym_.noun) || view_.has_class(last, sym_.common)) || view_.phrase_before(p.end, sym_.body_common) || view_.phrase_before(p.end, sym_.band)) return false;
    for (std::uint32_t t = p.begin; t < p.end; ++t) {
      if (view_.mention_over(t, MentionKind::actor) != kNone || view_.mention_over(t, MentionKind::place) != kNone || view_.phrase_at(t, sym_.nationality)) return false;
    }
    return true;
  }

  /// “ain al-asad base par”: a place by its name is the scene.
  bool is_named_place(const NounPhrase& p) const {
    const MentionIndex place = view_.mention_over(p.end - 1, MentionKind::place);
    return place != kNone && view_.mention(place).begin <= p.core && view_.mention(place).begin + 1 < p.end;
  }

  /// “pulis ko … hamle ki soochna mili”: who got to know of it.
  bool is_informed(std::uint32_t after) const {
    const std::uint32_t last = std::min(frame_.last, view_.clauses[view_.clause_of(after - 1)].last);
    for (std::uint32_t t = after; t < last; ++t) {
      if (view_.phrase_at(t, sym_.informing)) return true;
    }
    return false;
  }

  bool is_outlaw_kind(StringId kind) const {
    const std::string_view name = view_.string(kind);
    return name == "armed_group" || name == "criminal";
  }

  /// “logon ne”, “kuchh logon ne”.
  bool tells_nothing(const NounPhrase& p) const {
    return p.end - p.begin == 1 || (p.end - p.begin == 2 && view_.phrase_at(p.begin, sym_.quantifier));
  }
};

}  // namespace

void add_case_roles(RoleReading& reading) {
  CaseRoleFinder(reading).run();
}

}  // namespace incidents
