/// Who did it and to whom. Noun phrases are read from the postpositions behind them and take the role that roles.tsv
/// gives to their kind and case, where a word for the event governs them: “X ne … hamla kiya”, “Y par hamla”, but not
/// “X ne hamle ki ninda ki”. Accusations, genitives right before an event word and casualty figures add theirs.
#include <algorithm>

#include "events/identity.h"
#include "events/noun_phrase.h"
#include "events/people.h"
#include "events/role.h"
#include "events/speaker.h"

namespace incidents {
namespace {

class RoleFinder {
 public:
  RoleFinder(const DocumentView& view, const EventTypes& types, const RoleTable& roles, const CasualtyFacts& casualties,
             const Frame& frame, EventId type, std::vector<RoleHit>& out)
      : view_(view), sym_(view.sym), types_(types), roles_(roles), casualties_(casualties), frame_(frame), type_(type), out_(out) {}

  void run() {
    find_sources();
    find_blamed();
    if (!frame_.triggers.empty() || !frame_.figures.empty() || view_.has_cue(Cue::damage, frame_.first, frame_.last)) {
      for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
        const LexicalMatch* marker = view_.phrase_at(t, sym_.marker);
        if (!marker) continue;
        read_marker(*marker);
        t = marker->end - 1;
      }
      view_.for_each(MentionKind::actor, frame_.first, frame_.last, [&](MentionIndex, const Mention& m) { read_unmarked(m); });
      read_pronouns();
      find_things();
      find_broken_into();
      find_robbed();
      find_genitive_agents();
      find_protesters();
      find_aims();
    }
    add_victims();
    add_identified();
    add_aged();
  }

 private:
  std::string_view category() const { return view_.string(types_[type_].category); }

  std::string_view kind_of(const Mention& m) const {
    return m.payload != kNone ? std::string_view(view_.mentions->actors[m.payload].kind) : std::string_view("civilian");
  }

  /// The kind by which the table of roles knows the actor: criminals are civilians elsewhere, but not there.
  StringId role_kind(const Mention& m) const {
    const bool is_criminal = m.class_id == sym_.criminal;
    return view_.lexicon.find_string(is_criminal ? std::string_view("criminal") : kind_of(m));
  }

  std::uint32_t sentence_begin(std::uint32_t t) const { return view_.sentences[view_.sentence_of(t)].first; }

  bool overlaps(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(out_.begin(), out_.end(), [&](const RoleHit& h) { return h.begin < end && begin < h.end; });
  }

  bool is_victim(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t f : frame_.figures) {
      for (std::uint32_t p : casualties_.figures[f].victims) {
        if (casualties_.people[p].begin < end && begin < casualties_.people[p].end) return true;
      }
    }
    return false;
  }

  RoleHit hit(const NounPhrase& p, std::string_view role, std::uint32_t row = kNone) const {
    RoleHit h;
    h.begin = p.begin;
    h.end = p.end;
    h.name = phrase_text(view_, p);
    h.role = role;
    h.row = row;
    h.alias = phrase_alias(view_, p);
    describe(p, h);
    h.criminal = p.actor != kNone && view_.mention(p.actor).class_id == sym_.criminal;
    h.anyone = is_anyone(p.begin, p.end) && !is_owned(p);
    h.named = p.actor != kNone && view_.mention(p.actor).payload != kNone && view_.mentions->actors[view_.mention(p.actor).payload].named_person;
    h.single = h.named || is_one_person(p);
    if (h.named) {
      const LexicalMatch* title = view_.phrase_before(view_.mention(p.actor).begin, sym_.office);
      if (title && title->begin >= p.begin) h.title = title->entry;
    }
    if (const LexicalMatch* noun = last_people_noun(p)) {
      h.head = noun->entry;
      h.bare = p.end - p.begin == 1;
      h.accused = view_.attribute(noun->entry, sym_.k_accused) == sym_.v_yes;
      h.criminal = h.criminal || view_.lexicon.entry_class(noun->entry) == sym_.criminal;
      h.by_deed = view_.attribute(noun->entry, sym_.k_deed) != 0;
    }
    for (std::uint32_t t = p.begin; t < p.end; ++t) h.force = h.force || view_.phrase_at(t, sym_.force);
    return h;
  }

  /// “pratibandhit sangathan ka ek sadasya”: whose member it is says who he is.
  bool is_owned(const NounPhrase& p) const {
    for (std::uint32_t t = p.begin; t < p.end; ++t) {
      if (view_.case_at(t) == sym_.v_ka) return true;
    }
    return false;
  }

  /// The people noun that the phrase ends in.
  const LexicalMatch* last_people_noun(const NounPhrase& p) const {
    for (std::uint32_t t = p.core; t < p.end; ++t) {
      const LexicalMatch* noun = people_noun_at(view_, t);
      if (noun && noun->end == p.end) return noun;
    }
    return nullptr;
  }

  /// “ek jawan”, “mahila”: one by the number, or by a noun in the singular.
  bool is_one_person(const NounPhrase& p) const {
    const LexicalMatch* noun = last_people_noun(p);
    if (!noun || view_.is_plural_form(p.end - 1) || view_.attribute(noun->entry, sym_.k_plural) == sym_.v_yes) return false;
    for (std::uint32_t t = p.core; t < noun->begin; ++t) {
      const MentionIndex number = view_.mention_over(t, MentionKind::number);
      if (number == kNone) continue;
      const NumberValue& value = view_.mentions->numbers[view_.mention(number).payload];
      return value.min == 1.0 && value.max == 1.0;
    }
    const ClassId id = view_.lexicon.entry_class(noun->entry);
    return id == sym_.person_common || id == sym_.relation || id == sym_.office;
  }

  /// Kind and country by the phrase's head: an actor, a land (then its government), else a body that no row knows.
  void describe(const NounPhrase& p, RoleHit& h) const {
    if (p.actor != kNone && view_.mention(p.actor).payload != kNone) {
      const ActorValue& actor = view_.mentions->actors[view_.mention(p.actor).payload];
      h.kind = actor.kind;
      h.country = actor.country;
      return;
    }
    if (thing_before(p.end)) {
      h.kind = "civilian";
      return;
    }
    const MentionIndex place = view_.mention_over(p.end - 1, MentionKind::place);
    h.kind = place != kNone ? "government" : "organization";
    if (place != kNone) h.country = view_.mentions->places[view_.mention(place).payload].resolved.country;
  }

  const LexicalMatch* thing_before(std::uint32_t end) const {
    const LexicalMatch* thing = view_.phrase_before(end, sym_.structure);
    if (!thing) thing = view_.phrase_before(end, sym_.vehicle);
    if (thing && (view_.mention_over(thing->begin, MentionKind::weapon) != kNone || view_.attribute(thing->entry, sym_.k_generic) == sym_.v_yes)) return nullptr;
    return thing;
  }

  // ---- sources

  void find_sources() {
    for (const Speaker& speaker : find_speakers(view_, frame_, category() == "politics" || category() == "unrest")) {
      RoleHit h = hit(speaker.phrase, "source");
      if (speaker.cue == Cue::allege) h.status = "alleged";
      if (speaker.cue == Cue::deny) h.status = "denied";
      if (speaker.cue == Cue::attribution && category() == "attack" && owns_up(speaker.phrase, h.kind)) {
        const bool group = h.kind == "armed_group";
        if (!group) out_.push_back(h);  // an army tells more than that it did it
        h.role = group ? "claimant" : "perpetrator";
        if (group) h.status = "claimed";
      }
      out_.push_back(std::move(h));
    }
  }

  /// “X ne kaha ki usne Y par rocket daage”: an army, a land or a group says that it did it itself. Of a group's words
  /// the subject may be left out.
  bool owns_up(const NounPhrase& speaker, std::string_view kind) const {
    const bool group = kind == "armed_group";
    if (!group && kind != "military" && kind != "government") return false;
    for (std::uint32_t t = speaker.end; t < frame_.last; ++t) {
      const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun);
      if (!p || view_.attribute(p->entry, sym_.k_case) != sym_.v_ne) continue;
      const StringId points = view_.attribute(p->entry, sym_.k_points);
      const bool several = view_.attribute(p->entry, sym_.k_number) == sym_.v_plural;
      return (points == sym_.v_near || points == sym_.v_far) && (group || !several) && governs(p->end, group);
    }
    return group && tells_without_subject(speaker.end);
  }

  bool tells_without_subject(std::uint32_t after) const {
    std::uint32_t from = after;
    while (from < frame_.last && !opens_speech(from)) ++from;
    for (std::uint32_t t = from; t < frame_.last; ++t) {
      const StringId marker = view_.case_at(t);
      if (marker == sym_.v_ne || marker == sym_.v_dwara) return false;
    }
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      if (hit.noun || hit.from_effect || m.begin < from || m.end >= frame_.last || view_.attribute(m, sym_.k_doer) == sym_.v_no) return false;
      const LexicalMatch* f = view_.phrase_at(m.end, sym_.function);  // “daage hain”, not “daage gaye hain”
      return f && view_.attribute(f->entry, sym_.k_part) == sym_.v_auxiliary && is_own(hit);
    });
  }

  /// The conjunction “that”.
  bool opens_speech(std::uint32_t t) const {
    const LexicalMatch* c = view_.phrase_at(t, sym_.conjunction);
    return c && view_.attribute(c->entry, sym_.k_quotes) == sym_.v_yes;
  }

  // ---- accusations

  /// “X ko zimmedaar thahraya”, “X par … ka aarop”, “X ka haath”: the row's `blames` says behind which case X stands.
  void find_blamed() {
    if (category() != "attack" && category() != "crime") return;
    view_.for_each(MentionKind::cue, frame_.first, frame_.last, [&](MentionIndex, const Mention& m) {
      const StringId blames = view_.attribute(m, sym_.k_blames);
      if (blames == 0) return;
      if (blames == roles_.nominative()) return blame_behind(m);
      // “shak X par”: the cue's last word is the postposition itself.
      const bool inside = view_.case_at(m.end - 1) == blames;
      const std::uint32_t from = inside ? m.end : m.begin + 1, limit = inside ? m.begin + 1 : sentence_begin(m.begin);
      for (std::uint32_t t = from; t-- > limit;) {
        if (view_.case_at(t) != blames) continue;
        if (const LexicalMatch* c = t > 0 ? view_.phrase_before(t, sym_.conjunction) : nullptr; c) return;
        std::uint32_t end = t;
        if (view_.is_punctuation(end - 1) && view_.is_mark(end - 1, ',')) --end;  // “one of them, X, par … ka aarop hai”
        bool anybody = false;
        std::vector<NounPhrase> joined = joined_phrases_before(view_, end, limit);
        add_included(joined, limit);
        for (const NounPhrase& p : joined) {
          const bool who = !p.empty() && !p.nobody && !p.pointing && (p.actor != kNone || view_.mention_over(p.end - 1, MentionKind::place) != kNone);
          anybody = anybody || who;
          if (!who || overlaps(p.begin, p.end)) continue;
          out_.push_back(hit(p, "perpetrator"));
          if (sym_.cue_of(view_.attribute(m, sym_.k_cue)) != Cue::trial) out_.back().status = "alleged";
        }
        if (anybody) return;
      }
    });
  }

  /// “iske pichhe X hai”: who is behind it stands before the cue's last word.
  void blame_behind(const Mention& m) {
    const NounPhrase p = noun_phrase_before(view_, m.end - 1, m.begin + 1);
    if (p.empty() || p.nobody || p.pointing || p.actor == kNone || overlaps(p.begin, p.end)) return;
    out_.push_back(hit(p, "perpetrator"));
    out_.back().status = "alleged";
  }

  // ---- phrases before postpositions

  void read_marker(const LexicalMatch& marker) {
    const StringId cased = view_.attribute(marker.entry, sym_.k_case);
    if (cased == 0 || cased == sym_.v_ka || marker.begin == sentence_begin(marker.begin)) return;
    const std::uint32_t limit = sentence_begin(marker.begin);
    std::vector<NounPhrase> joined = joined_phrases_before(view_, marker.begin, limit);
    add_included(joined, limit);
    for (const NounPhrase& p : joined) {
      // “paanch lutere ghuse, manager ko peeta”: who does it is no one of those to whom it is done.
      if (cased != sym_.v_ne && is_outlaw(p) && !is_outlaw(joined.back())) continue;
      place(p, cased, marker.end);
    }
  }

  /// “pati Rajiv, sasur Shyam Babu samet anya logon ne”, “pati samet teen ke khilaf”: of people or a number only those
  /// before “including” say who they are.
  void add_included(std::vector<NounPhrase>& joined, std::uint32_t limit) const {
    const NounPhrase whole = joined.front();
    if (whole.empty() || whole.begin <= limit) return;
    if (!is_anyone(whole.begin, whole.end) && view_.mention_over(whole.end - 1, MentionKind::number) == kNone) return;
    std::uint32_t begin = whole.begin;
    if (const LexicalMatch* other = view_.phrase_before(begin, sym_.quantifier); other && other->begin > limit) begin = other->begin;
    const LexicalMatch* including = view_.phrase_before(begin, sym_.marker);
    if (!including || view_.attribute(including->entry, sym_.k_case) != sym_.v_samet || including->begin <= limit) return;
    std::vector<NounPhrase> parts = joined_phrases_before(view_, including->begin, limit);
    const bool told = std::any_of(parts.begin(), parts.end(), [](const NounPhrase& q) { return !q.empty() && q.actor != kNone; });
    if (!told) return;
    if (is_anyone(whole.begin, whole.end)) joined.erase(joined.begin());
    joined.insert(joined.begin(), std::make_move_iterator(parts.begin()), std::make_move_iterator(parts.end()));
  }

  void place(const NounPhrase& p, StringId cased, std::uint32_t after) {
    if (p.empty()) return;
    if (after < view_.size() && view_.phrase_at(after, sym_.alignment)) return;  // “havai adde ke nikat sthit hotel par”
    if (frame_.tried && cased == sym_.v_ko) return;  // whom the court speaks of
    if (p.pointing && cased == sym_.v_ne) return take_pointed_at(p, after);
    if (cased == sym_.v_ne) give_up_speaker(p, after);
    if (p.nobody || p.pointing || (p.relative && cased == sym_.v_ne) || overlaps(p.begin, p.end) || is_victim(p.begin, p.end)) return;
    if (view_.phrase_before(p.end, sym_.victim_noun)) return;
    const bool agent = cased == sym_.v_ne || cased == sym_.v_dwara;
    if (agent && is_medic(p)) return;
    if (cased != sym_.v_par && is_rescuer(p)) return;
    const StringId kind = kind_of(p, agent);
    if (kind == 0) return;
    if (kind == roles_.thing() && is_named_place(p)) return;
    const RoleTable::Row* row = roles_.find(type_, kind, cased);
    if (kind == roles_.thing()) {
      // “they opened fire and set the houses on fire”: of another deed's damage its own row tells.
      const EventId other = event_after(after);
      if (!row || (row->role == "none" && types_[other].damages)) row = roles_.find(other, kind, cased);
    }
    const bool lit = kind == roles_.thing() && cased == sym_.v_mein && category() == "attack" && after < frame_.last && view_.phrase_at(after, sym_.struck);
    if (lit) row = roles_.find(type_, kind, sym_.v_ko);  // “drone hamle mein refinery mein aag lag gai”
    if (!row || row->role == "none") return;
    if (cased == sym_.v_ko && is_informed(after)) return;
    const bool told = lit || cased == sym_.v_ne ? lit || governs(after, is_outlaw_kind(kind)) : tells(after, kind == roles_.thing()) || (cased == sym_.v_par && befalls(p.begin, after));
    if (!told) return;
    if (is_of_occasion(after)) return;
    RoleHit h = hit(p, row->role, roles_.index(row));
    h.object = cased == sym_.v_ko;
    if (agent && types_[type_].exchange && !is_outlaw_kind(kind) && only_answers(after)) h.role = "participant";
    if (agent && !types_[type_].exchange && category() == "attack" && !is_outlaw_kind(kind) && ends_attack(after)) h.role = "responder";
    // Where somebody did it on purpose, “people” tells nothing of the target.
    if (h.anyone && tells_nothing(p) && (category() == "attack" || category() == "unrest")) return;
    if (h.anyone && view_.phrase_at(p.begin, sym_.victim_noun)) return;  // “apahrit logon ko”
    out_.push_back(std::move(h));
  }

  /// “unhonne do trakon ko aag laga di”: the outlaws who were the subject right before.
  void read_pronouns() {
    if (category() != "attack" && category() != "crime") return;
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* pronoun = view_.phrase_at(t, sym_.pronoun);
      if (!pronoun || view_.attribute(pronoun->entry, sym_.k_case) != sym_.v_ne || view_.attribute(pronoun->entry, sym_.k_number) != sym_.v_plural) continue;
      const StringId points = view_.attribute(pronoun->entry, sym_.k_points);
      if ((points != sym_.v_far && points != sym_.v_near) || !governs(pronoun->end, true)) continue;
      if (const MentionIndex who = outlaws_before(pronoun->begin); who != kNone) {
        NounPhrase p = noun_phrase_before(view_, view_.mention(who).end, sentence_begin(view_.mention(who).begin));
        const RoleTable::Row* row = roles_.find(type_, role_kind(view_.mention(who)), sym_.v_ne);
        if (!p.empty() && row && row->role == "perpetrator") out_.push_back(hit(p, row->role, roles_.index(row)));
      }
      return;
    }
  }

  /// The last outlaws that stand as a subject in the two sentences before or in this one.
  MentionIndex outlaws_before(std::uint32_t t) const {
    constexpr std::uint32_t kBack = 2;
    const std::uint32_t sentence = view_.sentence_of(t);
    MentionIndex who = kNone;
    view_.for_each(MentionKind::actor, view_.sentences[sentence - std::min(kBack, sentence)].first, t, [&](MentionIndex i, const Mention& m) {
      const StringId marker = view_.case_at(m.end);
      const bool subject = marker == sym_.v_ne || (marker == 0 && !view_.is_oblique_plural(m.end - 1));
      if (subject) who = m.class_id == sym_.criminal || m.class_id == sym_.armed_group || kind_of(m) == "armed_group" ? i : kNone;
    });
    return who;
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
    if (category() != "crime" || p.actor == kNone) return;
    const std::string_view kind = kind_of(view_.mention(p.actor));
    if ((kind != "civilian" && kind != "person") || !governs(after, true)) return;
    const std::uint32_t end = view_.clauses[view_.clause_of(after)].last;
    const bool did = std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return m.begin >= after && m.end <= end && is_own(hit) && view_.find_cue(Cue::attribution, after, m.end) == kNone;
    });
    if (did) std::erase_if(out_, [&](const RoleHit& h) { return h.role == "source" && h.begin < p.end && p.begin < h.end; });
  }

  /// “in logon ne hamla kiya”: the people named together in the sentences right before.
  void take_pointed_at(const NounPhrase& p, std::uint32_t after) {
    if (!is_anyone(p.begin, p.end) || !view_.is_plural_form(p.end - 1) || !governs(after, true)) return;
    const RoleTable::Row* row = roles_.find(type_, view_.lexicon.find_string("civilian"), sym_.v_ne);
    if (!row || row->role != "perpetrator") return;
    constexpr std::uint32_t kBack = 2;
    const std::uint32_t sentence = view_.sentence_of(p.begin);
    const std::uint32_t first = view_.sentences[sentence - std::min(kBack, sentence)].first;
    const auto& people = casualties_.people;
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
        out_.push_back(hit(name, row->role, roles_.index(row)));
      }
      return;
    }
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

  bool is_outlaw(const NounPhrase& p) const { return p.actor != kNone && view_.mention(p.actor).class_id == sym_.criminal; }

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
      return !hit.from_effect && (m.begin >= behind || m.end < after) && m.begin >= frame_.first && is_own(hit);
    });
  }

  /// Doctors who say that somebody is dead have not killed him.
  bool is_medic(const NounPhrase& p) const {
    const LexicalMatch* noun = view_.phrase_before(p.end, sym_.person_common);
    return noun && view_.string(view_.attribute(noun->entry, sym_.k_group)) == "doctor";
  }

  /// Firemen and divers who come afterwards did nothing and suffered nothing, unless they are attacked themselves.
  bool is_rescuer(const NounPhrase& p) const {
    return category() != "operation" && p.actor != kNone && view_.mention(p.actor).class_id == sym_.responder;
  }

  /// The kind by which roles.tsv knows the phrase; 0 where it can be no participant.
  StringId kind_of(const NounPhrase& p, bool agent) const {
    const MentionIndex head = view_.mention_over(p.end - 1, MentionKind::actor);
    const MentionIndex arms = view_.mention_over(p.end - 1, MentionKind::weapon);
    if (head != kNone && arms != kNone && view_.mention(arms).begin <= view_.mention(head).begin) return 0;
    if (head != kNone) return role_kind(view_.mention(head));
    if (view_.is_mark(p.end - 1, ')') && p.actor != kNone) return role_kind(view_.mention(p.actor));
    if (const MentionIndex members = members_of(p); members != kNone) return role_kind(view_.mention(members));
    if (thing_before(p.end)) return roles_.thing();
    if (const LexicalMatch* band = view_.phrase_before(p.end, sym_.band); band && view_.attribute(band->entry, sym_.k_kind) != 0) return view_.attribute(band->entry, sym_.k_kind);
    if (!agent) return 0;
    if (view_.phrase_before(p.end, sym_.organization)) return view_.lexicon.find_string("organization");
    const std::uint32_t last = p.end - 1;
    if (view_.mention_over(last, MentionKind::place) != kNone) return view_.lexicon.find_string("government");
    const bool other = view_.phrase_before(p.end, sym_.animal) || view_.phrase_before(p.end, sym_.happening) ||
                       view_.mention_over(last, MentionKind::trigger) != kNone || view_.mention_over(last, MentionKind::weapon) != kNone ||
                       view_.mention_over(last, MentionKind::number) != kNone || is_ordinary(p);
    return other ? 0 : view_.lexicon.find_string("organization");
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

  /// Where the words that a “ne” governs end: at the next clause that has its own subject.
  std::uint32_t reach(std::uint32_t from) const {
    const std::uint32_t last = std::min(frame_.last, view_.sentences[view_.sentence_of(from)].last);
    for (std::uint32_t t = from; t < last; ++t) {
      if (view_.case_at(t) == sym_.v_ne || view_.is_mark(t, ';')) return t;
      if (const LexicalMatch* c = view_.phrase_at(t, sym_.conjunction)) {
        if (view_.attribute(c->entry, sym_.k_joins) == sym_.v_clause) return t;
      }
      if (const LexicalMatch* p = view_.phrase_at(t, sym_.pronoun)) {
        if (view_.attribute(p->entry, sym_.k_points) == sym_.v_relative || view_.attribute(p->entry, sym_.k_case) == sym_.v_ne) return t;
      }
    }
    return last;
  }

  bool is_own(const TriggerHit& hit) const {
    // Those who fired at soldiers are not who then bombed them from the air.
    if (category() == "attack" && types_[hit.type].category == types_[type_].category) {
      return types_.compatible(hit.type, type_) || hit.also[type_] || hit.strength == Strength::support;
    }
    return types_[hit.type].category == types_[type_].category || types_.compatible(hit.type, type_);
  }

  /// “X ne … maar giraye jaane ke baad kahi”: an infinitive with a postposition is no predicate.
  bool happened_before(const Mention& m) const {
    std::uint32_t t = m.end;
    while (t < frame_.last && t < m.end + 2 && view_.has_class(t, sym_.verb)) ++t;
    const std::string_view marker = view_.string(view_.case_at(t));
    return t > m.end && (marker == "ke_baad" || marker == "ke_pehle");
  }

  /// Does a word for the event follow that is itself the predicate? “hamla kiya”, “maar giraya”, not “hamle ki ninda ki”.
  bool governs(std::uint32_t after, bool outlaw) const {
    if (after < view_.size() && view_.phrase_at(after, sym_.negation)) return false;
    const std::uint32_t end = reach(after);
    const bool attack = category() == "attack" || category() == "crime";
    for (const TriggerHit& hit : frame_.triggers) {
      const Mention& m = view_.mention(hit.mention);
      if (m.begin < after || m.begin >= end) continue;
      if (!is_own(hit) && !(hit.from_effect && attack)) continue;
      if (happened_before(m)) continue;
      if (view_.attribute(m, sym_.k_doer) == sym_.v_no) continue;  // “shot down 28 drones”: another's attack
      if (!outlaw && answers(hit)) continue;
      if (hit.strength == Strength::support && follows_deed(after)) continue;  // “hamle ke baad X ne gherabandi ki”
      // “nishana banane ka aarop lagaya”: an infinitive in the genitive is no predicate.
      const bool predicate = view_.case_at(m.end) == sym_.v_ka ? !is_genitive(m.end) : !hit.oblique;
      if (hit.from_effect ? does(m) : predicate) return true;
    }
    bool befell = false;
    if (attack) {
      view_.for_each(MentionKind::effect, after, end, [&](MentionIndex, const Mention& m) {
        const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
        const bool harm = effect == Effect::killed || effect == Effect::injured || effect == Effect::kidnapped;
        if (harm && does(m) && !happened_before(m) && view_.attribute(m, sym_.k_later) == 0 && !view_.is_shielded(m) && !strikes_no_people(view_, m) &&
            (types_[type_].exchange || !strikes_attacker(view_, m))) befell = true;
      });
    }
    return befell;
  }

  /// “sena ne jawabi karrawai ki”, “ilaqe ko gher liya”: in a clash a party does so, else whoever was attacked.
  bool answers(const TriggerHit& hit) const {
    return hit.type != type_ && view_.attribute(view_.mention(hit.mention), sym_.k_doer) == sym_.v_answer;
  }

  /// “pulis ne bhi jawabi firing ki”: a party of the clash, and not who began it.
  bool only_answers(std::uint32_t after) const {
    const std::uint32_t end = reach(after);
    const TriggerHit* first = nullptr;
    for (const TriggerHit& hit : frame_.triggers) {
      const Mention& m = view_.mention(hit.mention);
      if (m.begin < after || m.begin >= end || !is_own(hit) || view_.attribute(m, sym_.k_doer) == sym_.v_no) continue;
      if (!first || m.begin < view_.mention(first->mention).begin) first = &hit;
    }
    return first && view_.attribute(view_.mention(first->mention), sym_.k_doer) == sym_.v_answer;
  }

  bool is_outlaw_kind(StringId kind) const {
    const std::string_view name = view_.string(kind);
    return name == "armed_group" || name == "criminal";
  }

  /// “hadtaal *ki* ghoshna”, but not the verb of “hadtaal *ki*.”
  bool is_genitive(std::uint32_t t) const {
    if (view_.case_at(t) != sym_.v_ka) return false;
    if (t + 1 >= view_.size() || view_.is_punctuation(t + 1)) return false;
    const LexicalMatch* f = view_.phrase_at(t + 1, sym_.function);
    return !(f && view_.attribute(f->entry, sym_.k_part) == sym_.v_auxiliary);
  }

  /// Is the clause told as what came after the deed?
  bool follows_deed(std::uint32_t t) const {
    const std::uint32_t first = view_.clauses[view_.clause_of(t - 1)].first;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return m.begin >= first && m.end < t && view_.case_at(m.end) == sym_.v_ke_baad && is_own(hit);
    });
  }

  /// Does somebody do it to others? “maar giraya”, but not “maare gae”, which takes no “ne”, nor “hatya ke jurm mein”.
  bool does(const Mention& effect) const {
    return view_.case_at(effect.end) == 0 && view_.attribute(effect, sym_.k_frame) != sym_.v_subject;
  }

  /// Does any word for the event follow in the clause?
  bool tells(std::uint32_t after, bool thing) const {
    // “motorcycles par aae hathiyarband log”: who came on it is told, not what was hit.
    if (thing && carries(after)) return false;
    const std::uint32_t end = std::max(reach(after), view_.clauses[view_.clause_of(after - 1)].last);
    for (const TriggerHit& hit : frame_.triggers) {
      const Mention& m = view_.mention(hit.mention);
      if (answers(hit)) continue;  // who is fired back at attacked
      if (m.end > after && m.begin < end && bears_on(hit, thing) && !is_purpose(m)) return true;
    }
    if (thing && view_.has_cue(Cue::damage, after - 1, end)) return true;  // its words may begin with the postposition
    bool befell = false;
    view_.for_each(MentionKind::effect, after, end, [&](MentionIndex, const Mention& m) { befell = befell || !is_purpose(m); });
    return befell;
  }

  /// “pulis ko … hamle ki soochna mili”: who got to know of it.
  bool is_informed(std::uint32_t after) const {
    const std::uint32_t last = std::min(frame_.last, view_.clauses[view_.clause_of(after - 1)].last);
    for (std::uint32_t t = after; t < last; ++t) {
      if (view_.phrase_at(t, sym_.informing)) return true;
    }
    return false;
  }

  /// “apradhiyon ko pakadne ke lie”: what is only meant to happen.
  bool is_purpose(const Mention& m) const {
    std::uint32_t t = m.end;
    while (t < frame_.last && t < m.end + 2 && view_.case_at(t) == 0 && view_.has_class(t, sym_.verb)) ++t;
    return view_.case_at(t) == sym_.v_ke_liye;
  }

  /// “yah hamla sena ki bas par kiya gaya”: the deed's noun stands first, and a bare verb behind.
  bool befalls(std::uint32_t begin, std::uint32_t after) const {
    if (after >= view_.size() || !view_.has_class(after, sym_.verb) || carries(after)) return false;
    const std::uint32_t first = view_.clauses[view_.clause_of(after - 1)].first;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return hit.noun && !hit.from_effect && m.begin >= first && m.end <= begin && view_.case_at(m.end) == 0 && bears_on(hit, false);
    });
  }

  /// Can the word govern those whom the incident strikes? “rebels ko yuddhaviram ke lie razi karne” strikes nobody.
  /// Of a depot the fire that broke out there tells that it was hit.
  bool bears_on(const TriggerHit& hit, bool thing) const {
    if (hit.from_effect || is_own(hit)) return true;
    const std::string_view other = view_.string(types_[hit.type].category), own = category();
    const auto is_deed = [](std::string_view c) { return c == "attack" || c == "crime"; };
    return (is_deed(other) || (thing && other == "accident")) && (is_deed(own) || own == "unrest");
  }

  /// A participle follows and then people: “sawar”, “aae”.
  bool carries(std::uint32_t t) const {
    constexpr std::uint32_t kReach = 5;
    if (t < view_.size() && view_.phrase_at(t, sym_.vehicle)) return false;  // “tanker par | bike savar badmashon ne”
    if (rides(t)) return true;
    if (t >= frame_.last || !(view_.has_class(t, sym_.verb) || (view_.case_at(t - 1) == sym_.v_par && view_.phrase_at(t, sym_.aboard))) || view_.mention_over(t, MentionKind::number) != kNone) return false;
    if (view_.mention_over(t, MentionKind::trigger) != kNone) return false;
    for (std::uint32_t u = t + 1; u < std::min(frame_.last, t + kReach); ++u) {
      // “qafile par hue naksali hamle mein”: the word only says whose attack it was.
      const MentionIndex rider = view_.mention_at(u, MentionKind::actor);
      const MentionIndex deed = view_.mention_at(u, MentionKind::trigger);
      if (rider != kNone) return deed == kNone || view_.mention(deed).end <= view_.mention(rider).end;
      if (view_.mention_at(u, MentionKind::trigger) != kNone || view_.mention_at(u, MentionKind::weapon) != kNone) return false;
    }
    return false;
  }

  /// “ek motorcycle par | char badmash aae”, “bike se | utarkar”: its rider has no postposition, or what he did follows.
  bool rides(std::uint32_t t) const {
    const bool off = view_.case_at(t - 1) == sym_.v_se;
    if ((!off && view_.case_at(t - 1) != sym_.v_par) || !view_.phrase_before(t - 1, sym_.vehicle)) return false;
    if (off && view_.has_class(t, sym_.verb) && view_.mention_over(t, MentionKind::trigger) == kNone) return true;
    if (const MentionIndex number = view_.mention_at(t, MentionKind::number); number != kNone) t = view_.mention(number).end;
    const MentionIndex rider = t < frame_.last ? view_.mention_at(t, MentionKind::actor) : kNone;
    return rider != kNone && view_.mention(rider).end < frame_.last && view_.case_at(view_.mention(rider).end) == 0;
  }

  // ---- phrases without one

  void read_unmarked(const Mention& m) {
    if (overlaps(m.begin, m.end) || is_victim(m.begin, m.end) || view_.is_oblique_plural(m.end - 1)) return;
    const NounPhrase p = noun_phrase_before(view_, m.end, sentence_begin(m.begin));
    if (p.empty() || p.nobody || overlaps(p.begin, p.end)) return;
    std::uint32_t after = m.end;
    if (after < view_.size() && view_.is_mark(after, '(')) {
      while (after < frame_.last && !view_.is_mark(after, ')')) ++after;
      ++after;
    }
    if (after < view_.size() && (view_.case_at(after) != 0 || is_apposed(after))) return;
    if (describes_next(after) && !is_beside_thing(m, after)) return;
    const bool did = goes_on(after) && (!types_[type_].exchange || kind_of(m) == "armed_group");
    const RoleTable::Row* row = roles_.find(type_, role_kind(m), did ? sym_.v_ne : roles_.nominative());
    if (!row || row->role == "none") return;
    if (has_agent(p.begin) || !(is_involved(p, after) || acts(m.begin, after))) return;
    out_.push_back(hit(p, row->role, roles_.index(row)));
  }

  /// Somebody named right behind whom the words before may describe; but not “badmash | bank mein ghuse”.
  bool is_apposed(std::uint32_t t) const {
    const MentionIndex next = view_.mention_over(t, MentionKind::actor);
    if (next == kNone) return false;
    const StringId marker = view_.case_at(view_.mention(next).end);
    return marker != sym_.v_mein && marker != sym_.v_se && marker != sym_.v_par;
  }

  /// “ladake … hamle kar rahe hain”, “log use peetne lage”: in the progressive the one who does it has no “ne”.
  bool goes_on(std::uint32_t after) const {
    const std::uint32_t end = after < view_.size() ? view_.clauses[view_.clause_of(after)].last : after;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      if (hit.from_effect || hit.noun || answers(hit) || m.begin < after || m.end >= end || !is_own(hit)) return false;
      if (view_.phrase_at(m.end, sym_.inceptive)) return true;
      const LexicalMatch* f = view_.phrase_at(m.end, sym_.function);
      return f && f->end < end && view_.attribute(f->entry, sym_.k_part) == sym_.v_auxiliary && !view_.has_class(m.end, sym_.was) && view_.phrase_at(f->end, sym_.function);
    });
  }

  /// “badmash | bank mein ghuse”: a building with a postposition of its own.
  bool is_beside_thing(const Mention& m, std::uint32_t t) const {
    if (m.class_id != sym_.criminal && m.class_id != sym_.person_common) return false;
    const LexicalMatch* thing = view_.phrase_at(t, sym_.structure);
    const StringId marker = view_.case_at(thing ? thing->end : t + 1);
    if (view_.mention_at(t, MentionKind::trigger) != kNone) return marker == sym_.v_par;
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
      return m.begin >= begin && m.end > after && m.begin < end && is_own(hit) && !hit.oblique && !answers(hit);
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

  /// Buildings and vehicles that stand without a postposition: “chaar haiva jala diye”.
  void find_things() {
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* thing = view_.phrase_at(t, sym_.structure);
      if (!thing) thing = view_.phrase_at(t, sym_.vehicle);
      if (!thing) continue;
      t = thing->end - 1;
      if (!thing_before(thing->end) || thing->end >= frame_.last || is_place(*thing)) continue;
      if (view_.case_at(thing->end) != 0 || view_.has_class(thing->end, sym_.noun)) continue;
      const RoleTable::Row* row = roles_.find(event_after(thing->begin), roles_.thing(), roles_.nominative());
      const bool struck = row && row->role != "none" && acts_after(thing->begin);
      if (!struck && !(view_.phrase_before(thing->end, sym_.structure) && is_damaged(behind_list(thing->end)))) continue;
      const NounPhrase p = noun_phrase_before(view_, thing->end, sentence_begin(thing->begin));
      if (p.empty() || p.nobody || overlaps(p.begin, p.end)) continue;
      out_.push_back(struck ? hit(p, row->role, roles_.index(row)) : hit(p, "target"));
    }
  }

  /// “mahila ki chain chheen li”, “mahila ke gale se chain tod li”: whose it was.
  void find_robbed() {
    const RoleTable::Row* row = roles_.find(type_, view_.lexicon.find_string("civilian"), sym_.v_se);
    if (category() != "crime" || !row || row->role != "target") return;
    for (std::uint32_t t = frame_.first + 2; t < frame_.last; ++t) {
      if (!(view_.phrase_at(t, sym_.valuables) || view_.phrase_at(t, sym_.held)) || view_.case_at(t - 1) != sym_.v_ka) continue;
      const NounPhrase p = noun_phrase_before(view_, t - 1, sentence_begin(t));
      if (p.empty() || p.nobody || p.pointing || p.actor == kNone || overlaps(p.begin, p.end) || is_outlaw(p)) continue;
      const std::string_view kind = kind_of(view_.mention(p.actor));
      if (kind == "civilian" || kind == "person") out_.push_back(hit(p, row->role, roles_.index(row)));
    }
  }

  /// “X ke makan ka taala todkar”: whose lock it is.
  void find_broken_into() {
    const RoleTable::Row* row = roles_.find(type_, roles_.thing(), sym_.v_se);
    if (category() != "crime" || !row || row->role != "target") return;
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      if (!view_.phrase_at(t, sym_.lock) || t < frame_.first + 2 || view_.case_at(t - 1) != sym_.v_ka || !thing_before(t - 1)) continue;
      const NounPhrase p = noun_phrase_before(view_, t - 1, sentence_begin(t));
      if (!p.empty() && !p.nobody && !overlaps(p.begin, p.end)) out_.push_back(hit(p, row->role, roles_.index(row)));
    }
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

  /// “bees imaaraten kshatigrast hui”, “… chapet mein aae”, told of an attack.
  bool is_damaged(std::uint32_t t) const {
    if (category() != "attack") return false;
    const MentionIndex cue = view_.mention_at(t, MentionKind::cue);
    if ((cue == kNone || view_.cue(cue) != Cue::damage) && !view_.phrase_at(t, sym_.struck)) return false;
    const std::uint32_t end = view_.clauses[view_.clause_of(t)].last;
    for (std::uint32_t u = t; u < end; ++u) {
      if (view_.phrase_at(u, sym_.negation)) return false;
    }
    return true;
  }

  /// “bandargah shahar X”: the word only says what kind of place the next one is.
  bool is_place(const LexicalMatch& thing) const {
    return view_.phrase_at(thing.end, sym_.place_class) || view_.mention_at(thing.end, MentionKind::place) != kNone;
  }

  /// The type of the next event word of the clause, where it is of the incident's category: a riot's arson.
  EventId event_after(std::uint32_t t) const {
    const std::uint32_t end = t < view_.size() ? view_.clauses[view_.clause_of(t)].last : t;
    for (const TriggerHit& hit : frame_.triggers) {
      const Mention& m = view_.mention(hit.mention);
      if (m.begin >= t && m.begin < end) return hit.type;
    }
    return type_;
  }

  bool acts_after(std::uint32_t t) const {
    const std::uint32_t end = view_.clauses[view_.clause_of(t)].last;
    return std::any_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& hit) {
      const Mention& m = view_.mention(hit.mention);
      return m.begin >= t && m.begin < end;
    });
  }

  /// “X ke hamle mein”, “isrāilī havāī hamle”: the genitive or nationality right before an attack noun is its agent.
  void find_genitive_agents() {
    const DeedOwner owner = types_[type_].owner;
    if (owner == DeedOwner::none) return;
    const bool anybody = owner == DeedOwner::anybody;
    for (const TriggerHit& trigger : frame_.triggers) {
      if (trigger.from_effect || answers(trigger) || types_[trigger.type].category != types_[type_].category) continue;
      const Mention& m = view_.mention(trigger.mention);
      std::uint32_t t = m.begin;
      while (t > frame_.first && describes_deed(t - 1)) --t;
      if (const LexicalMatch* nation = view_.phrase_before(t, sym_.nationality); trigger.noun && !anybody && nation && nation->begin >= frame_.first) {
        if (overlaps(nation->begin, nation->end)) continue;
        NounPhrase p;
        p.begin = p.core = nation->begin;
        p.end = nation->end;
        RoleHit h = hit(p, "perpetrator");
        h.nation = true;
        h.kind = "military";
        if (const StringId cc = view_.attribute(nation->entry, sym_.k_cc)) h.country = std::string(view_.string(cc));
        out_.push_back(std::move(h));
        continue;
      }
      const LexicalMatch* marker = view_.phrase_before(t, sym_.marker);
      if (!marker || view_.attribute(marker->entry, sym_.k_case) != sym_.v_ka || marker->begin <= frame_.first) continue;
      const NounPhrase p = noun_phrase_before(view_, marker->begin, sentence_begin(marker->begin));
      if (p.empty() || p.nobody || p.pointing || overlaps(p.begin, p.end)) continue;
      if (p.actor == kNone) {
        if (owner != DeedOwner::states || !trigger.noun || !is_land(p)) continue;
        out_.push_back(hit(p, "perpetrator"));
        out_.back().nation = true;
        continue;
      }
      const std::string_view kind = kind_of(view_.mention(p.actor));
      const bool outlaw = view_.mention(p.actor).class_id == sym_.criminal;
      if (!outlaw && !anybody && (kind == "civilian" || kind == "person" || kind == "media")) continue;
      if (anybody && kind == "media") continue;
      if (strikes_down_attacker(m, kind)) continue;
      if (!trigger.noun && !outlaw && kind != "armed_group") continue;
      out_.push_back(hit(p, "perpetrator"));
    }
  }

  /// A country by its name alone.
  bool is_land(const NounPhrase& p) const {
    const MentionIndex place = view_.mention_at(p.begin, MentionKind::place);
    return place != kNone && view_.mention(place).end == p.end && view_.mentions->places[view_.mention(place).payload].level == PlaceLevel::country;
  }

  /// “dharna de rahe kisanon par”: the participle says whose protest it is, the postposition what was done to them.
  void find_protesters() {
    if (category() != "unrest") return;
    constexpr std::uint32_t kReach = 8;
    for (const TriggerHit& trigger : frame_.triggers) {
      if (trigger.from_effect || types_[trigger.type].owner != DeedOwner::anybody) continue;
      const std::uint32_t rahe = view_.mention(trigger.mention).end;
      const LexicalMatch* f = rahe < frame_.last ? view_.phrase_at(rahe, sym_.function) : nullptr;
      if (!f || view_.attribute(f->entry, sym_.k_part) != sym_.v_auxiliary) continue;
      for (std::uint32_t t = f->end + 1; t < std::min(frame_.last, f->end + kReach); ++t) {
        const StringId marker = view_.case_at(t);
        if (view_.is_punctuation(t) || view_.has_class(t, sym_.verb)) break;
        if (marker == 0 || marker == sym_.v_ka) continue;
        const NounPhrase p = noun_phrase_before(view_, t, f->end);
        if (p.empty() || p.begin != f->end || p.actor == kNone || p.nobody || is_anyone(p.begin, p.end)) break;
        RoleHit h = hit(p, "perpetrator");
        if (h.force) break;
        h.protester = true;
        out_.push_back(std::move(h));
        break;
      }
    }
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
    const MentionIndex date = view_.mention_over(t, MentionKind::date);
    if (date != kNone) return view_.mentions->dates[view_.mention(date).payload].duration;
    return view_.has_class(t, sym_.verb) && view_.case_at(t) == 0 && t > frame_.first && view_.case_at(t - 1) == sym_.v_ka;
  }

  /// “nishana X tha”, “nishane par X the”: the copula's other side was aimed at.
  void find_aims() {
    if (category() != "attack") return;
    constexpr std::uint32_t kReach = 12;
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* aim = view_.phrase_at(t, sym_.aim);
      if (!aim) continue;
      for (std::uint32_t u = aim->end + 1; u < std::min(frame_.last, aim->end + kReach); ++u) {
        const LexicalMatch* f = view_.phrase_at(u, sym_.function);
        if (!f || view_.attribute(f->entry, sym_.k_part) != sym_.v_auxiliary) continue;
        const NounPhrase p = noun_phrase_before(view_, u, aim->end);
        const bool known = !p.empty() && p.begin == aim->end && (p.actor != kNone || thing_before(p.end));
        if (known && !p.pointing && !overlaps(p.begin, p.end)) out_.push_back(hit(p, "target"));
        break;
      }
      t = aim->end - 1;
    }
  }

  // ---- those whom something befell

  /// Those whom a figure counts: victims of attacks and crimes, suspects who were detained, people brought out.
  void add_victims() {
    if (category() == "politics") return;
    for (std::uint32_t f : frame_.figures) {
      const Figure& figure = casualties_.figures[f];
      if (figure.zero) continue;
      const std::string_view role = role_of(figure.effect);
      if (role.empty()) continue;
      for (std::uint32_t p : figure.victims) {
        if (figure.effect == Effect::rescued && is_bare_force(casualties_.people[p])) continue;
        if (p > 0 && tells_by_part(p)) add_part(casualties_.people[p - 1], figure, role);
        add_victim(casualties_.people[p], figure, role);
      }
    }
    add_described();
  }

  /// “mritakon ki pahchan X aur Y ke roop mein”.
  void add_identified() {
    if (category() == "politics") return;
    for (const Identified& found : find_identified(view_, frame_.first, frame_.last)) {
      if (overlaps(found.name.begin, found.name.end)) continue;
      const std::string_view role = found.accused ? (found.effect || category() == "operation" ? "suspect" : "perpetrator") : found.effect ? role_of(*found.effect) : "victim";
      if (role.empty()) continue;
      out_.push_back(hit(found.name, role));
      out_.back().effect = found.effect;
    }
  }

  /// “30 varshiya Ramdev ke ghar mein ghuse”: news gives the age of those whom something befell.
  void add_aged() {
    if (category() != "attack" && category() != "crime") return;
    view_.for_each(MentionKind::actor, frame_.first, frame_.last, [&](MentionIndex i, const Mention& m) {
      if (m.payload == kNone || !view_.mentions->actors[m.payload].named_person || overlaps(m.begin, m.end) || is_victim(m.begin, m.end)) return;
      const LexicalMatch* unit = view_.phrase_before(m.begin, sym_.unit);
      if (!unit || unit->begin == 0 || view_.string(view_.attribute(unit->entry, sym_.k_measures)) != "age") return;
      NounPhrase p;
      p.begin = p.core = m.begin;
      p.end = m.end;
      p.actor = i;
      out_.push_back(hit(p, "victim"));
      out_.back().aged = true;
    });
  }

  /// “bachche ko police vaapas le aai”: whoever brings somebody back is not brought back.
  bool is_bare_force(const PeoplePhrase& p) const {
    return p.quantified == kNone && p.case_marker == 0 && p.actor != kNone &&
           (view_.mention(p.actor).class_id == sym_.force || view_.mention(p.actor).class_id == sym_.responder);
  }

  /// “thanadhikari samet 13 log”: of people only the part says who they are, where it is by their office.
  bool tells_by_part(std::uint32_t p) const {
    const PeoplePhrase &whole = casualties_.people[p], &part = casualties_.people[p - 1];
    if (!part.part || part.after + 1 < whole.from) return false;
    if (part.named) return true;
    if (!is_anyone(whole.begin, whole.end)) return false;
    const LexicalMatch* noun = head_noun(view_, part);
    if (!noun) return false;
    const ClassId id = view_.lexicon.entry_class(noun->entry);
    return id == sym_.office || id == sym_.force;
  }

  void add_part(const PeoplePhrase& part, const Figure& figure, std::string_view role) {
    Figure alone = figure;
    alone.victims.clear();  // its number is the whole's
    add_victim(part, alone, role);
  }

  std::string_view role_of(Effect effect) const {
    switch (effect) {
      case Effect::killed: case Effect::injured: case Effect::kidnapped: case Effect::hurt: return "victim";
      case Effect::detained: return "suspect";
      case Effect::rescued:
        // Whoever walks away from an attack unhurt is no target of it.
        if (category() == "operation") return "target";
        return category() == "attack" || category() == "unrest" ? std::string_view() : std::string_view("victim");
      default: return {};
    }
  }

  void add_victim(const PeoplePhrase& phrase, const Figure& figure, std::string_view role) {
    if (phrase.quantified != kNone && casualties_.quantified[phrase.quantified].counted != Counted::people) return;
    // Where somebody did it on purpose, “people” tells nothing of the target.
    const bool deed = category() != "accident" && category() != "disaster" && category() != "operation";
    if (deed && is_anyone(phrase.begin, phrase.end)) return;
    NounPhrase p = noun_phrase_before(view_, phrase.end, sentence_begin(phrase.begin));
    if (p.empty() || view_.phrase_before(p.end, sym_.victim_noun)) return;  // “the wounded”: says nothing of who they are
    const bool speaks = std::any_of(out_.begin(), out_.end(), [&](const RoleHit& h) { return h.role == "source" && h.begin < p.end && p.begin < h.end; });
    if (speaks) return;
    p.begin = std::min(p.begin, phrase.begin);
    if (phrase.actor != kNone) p.actor = phrase.actor;
    RoleHit h = hit(p, role);
    if (p.actor == kNone) h.kind = "civilian";
    h.effect = figure.effect;
    h.group = figure.group;
    if (figure.victims.size() == 1 && figure.quantity) h.count = figure.quantity->min.value_or(0);
    h.single = h.single || h.count == 1;
    // Attackers among the dead are not whom the attack was meant for.
    const bool attacker = phrase.actor != kNone && (view_.mention(phrase.actor).class_id == sym_.criminal ||
                                                    (h.named && view_.phrase_before(view_.mention(phrase.actor).begin, sym_.criminal)));
    // “ugravadi utha le gae” takes no “ne”.
    const bool abductor = phrase.actor != kNone && phrase.case_marker == 0 && view_.mention(phrase.actor).class_id == sym_.armed_group && types_[type_].unmarked_doer;
    if (role == "victim" && ((attacker && types_[type_].outlaws_did_it) || abductor)) h.role = "perpetrator";
    out_.push_back(std::move(h));
  }

  /// “maare gae naksaliyon”: the effect stands before the noun it describes.
  void add_described() {
    if (category() != "attack" && category() != "crime") return;
    view_.for_each(MentionKind::effect, frame_.first, frame_.last, [&](MentionIndex, const Mention& m) {
      const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
      if (view_.is_shielded(m)) return;
      if (effect == Effect::kidnapped) return add_carried_off(m);
      if (effect != Effect::killed) return;
      const MentionIndex a = view_.mention_at(m.end, MentionKind::actor);
      if (a == kNone || view_.mention(a).end > frame_.last) return;
      const Mention& actor = view_.mention(a);
      if (is_anyone(actor.begin, actor.end) || overlaps(actor.begin, actor.end)) return;
      const std::string_view kind = kind_of(actor);
      if (kind != "armed_group" && kind != "military" && kind != "police") return;
      NounPhrase p;
      p.begin = p.core = actor.begin;
      p.end = actor.end;
      p.actor = a;
      out_.push_back(hit(p, "victim"));
      out_.back().effect = effect;
    });
  }

  /// “agva hue karobari ke bete ko”: the phrase behind the participle, on to its postposition.
  void add_carried_off(const Mention& effect) {
    constexpr std::uint32_t kReach = 10;
    const std::uint32_t last = std::min(frame_.last, effect.end + kReach);
    for (std::uint32_t t = effect.end; t < last; ++t) {
      const StringId cased = view_.case_at(t);
      if (cased == 0 && (view_.is_punctuation(t) || view_.has_class(t, sym_.was) || view_.phrase_at(t, sym_.conjunction))) return;
      if (cased == 0 || cased == sym_.v_ka || t == effect.end) continue;
      const NounPhrase p = noun_phrase_before(view_, t, effect.end);
      if (p.empty() || p.nobody || p.pointing || overlaps(p.begin, p.end) || is_victim(p.begin, p.end) || !last_people_noun(p)) return;
      if (is_anyone(p.begin, p.end) || view_.phrase_before(p.end, sym_.criminal) || view_.phrase_before(p.end, sym_.force)) return;
      out_.push_back(hit(p, "victim"));
      out_.back().effect = Effect::kidnapped;
      return;
    }
  }

  /// “logon ne”, “kuchh logon ne”.
  bool tells_nothing(const NounPhrase& p) const {
    return p.end - p.begin == 1 || (p.end - p.begin == 2 && view_.phrase_at(p.begin, sym_.quantifier));
  }

  /// Words that tell nothing of who they are: people, persons, a number alone.
  bool is_anyone(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t t = begin; t < end; ++t) {
      const LexicalMatch* noun = people_noun_at(view_, t);
      if (noun && noun->end == end) return view_.attribute(noun->entry, sym_.k_generic) == sym_.v_yes && view_.lexicon.entry_class(noun->entry) == sym_.person_common;
    }
    return false;
  }

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const RoleTable& roles_;
  const CasualtyFacts& casualties_;
  const Frame& frame_;
  EventId type_;
  std::vector<RoleHit>& out_;
};

}  // namespace

void find_roles(const DocumentView& view, const EventTypes& types, const RoleTable& roles,
                const CasualtyFacts& casualties, const Frame& frame, EventId type, std::vector<RoleHit>& out) {
  std::vector<RoleHit> found;
  RoleFinder(view, types, roles, casualties, frame, type, found).run();
  out.insert(out.end(), std::make_move_iterator(found.begin()), std::make_move_iterator(found.end()));
}

}  // namespace incidents
