#include "events/role.h"

#include <algorithm>
#include <cstdlib>

#include "events/speaker.h"

namespace incidents {

RoleTable::RoleTable(const Lexicon& lexicon, const EventTypes& types) : table_(lexicon.table("roles")) {
  nominative_ = lexicon.find_string("nom");
  thing_ = lexicon.find_string("thing");
  const StringId any = lexicon.find_string("*");
  const std::uint32_t kind = table_.find_column("kind"), marker = table_.find_column("marker");
  for (std::uint32_t r = 0; r < table_.row_count(); ++r) {
    Row row;
    const std::string_view event = table_.text(r, "event");
    row.event_rank = event == "*" ? 0 : event.starts_with('@') ? 1 : 2;
    for (EventId e = 0; e < types.size(); ++e) {
      const bool fits = row.event_rank == 0 || (row.event_rank == 1 ? lexicon.string(types[e].category) == event.substr(1)
                                                                    : lexicon.string(types[e].type) == event);
      if (fits) row.events.set(e);
    }
    row.kind = table_.cell(r, kind) == any ? 0 : table_.cell(r, kind);
    row.marker = table_.cell(r, marker);
    row.role = table_.text(r, "role");
    row.weight = std::atof(std::string(table_.text(r, "weight")).c_str());
    rows_.push_back(row);
  }
}

const RoleTable::Row* RoleTable::find(EventId event, StringId kind, StringId marker) const {
  const Row* best = nullptr;
  const auto rank = [](const Row& r) { return std::tuple(r.event_rank * 2 + (r.kind != 0 ? 1 : 0), r.weight); };
  for (const Row& row : rows_) {
    if (!row.events[event] || row.marker != marker || (row.kind != 0 && row.kind != kind)) continue;
    if (!best || rank(row) > rank(*best)) best = &row;
  }
  return best;
}

std::uint32_t phrase_begin(const DocumentView& view, std::uint32_t begin, std::uint32_t limit) {
  const Symbols& s = view.sym;
  while (begin > limit) {
    const std::uint32_t t = begin - 1;
    if (const MentionIndex number = view.mention_over(t, MentionKind::number); number != kNone) {
      begin = std::max(view.mention(number).begin, limit);
      continue;
    }
    if (view.has_class(t, s.adjective) || view.phrase_before(begin, s.nationality) || view.phrase_before(begin, s.quantifier)) {
      begin = t;
      continue;
    }
    // “X ke/ki/ka”: take in X when it is a name we know.
    const LexicalMatch* marker = view.phrase_before(begin, s.marker);
    if (!marker || view.attribute(marker->entry, s.k_case) != s.v_ka || marker->begin <= limit) break;
    const std::uint32_t owner = marker->begin - 1;
    MentionIndex of = view.mention_over(owner, MentionKind::actor);
    if (of == kNone) of = view.mention_over(owner, MentionKind::place);
    if (of != kNone && view.mention(of).begin >= limit) begin = view.mention(of).begin;
    else if (view.phrase_before(marker->begin, s.structure) || view.phrase_before(marker->begin, s.vehicle)) begin = owner;
    else break;
  }
  return begin;
}

namespace {

class RoleFinder {
 public:
  RoleFinder(const DocumentView& view, const EventTypes& types, const RoleTable& roles, const CasualtyFacts& casualties,
             const Frame& frame, EventId type, std::vector<RoleHit>& out)
      : view_(view), sym_(view.sym), types_(types), roles_(roles), casualties_(casualties), frame_(frame), type_(type), out_(out) {}

  void run() {
    find_sources();
    const bool tells = !frame_.triggers.empty() || !frame_.figures.empty();
    if (tells) {
      view_.for_each(MentionKind::actor, frame_.first, frame_.last, [&](MentionIndex i, const Mention& m) { place_actor(i, m); });
      find_things();
      find_genitive_agents();
    }
    add_victims();
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

  RoleHit hit(std::uint32_t begin, std::uint32_t end, const Mention* actor, std::string_view role, std::uint32_t row) const {
    RoleHit h;
    h.begin = phrase_begin(view_, begin, clause_begin(begin));
    h.end = end;
    h.name = view_.text(h.begin, end);
    h.role = role;
    h.row = row;
    if (actor && actor->payload != kNone) {
      h.kind = view_.mentions->actors[actor->payload].kind;
      h.country = view_.mentions->actors[actor->payload].country;
    }
    return h;
  }

  std::uint32_t clause_begin(std::uint32_t t) const { return view_.clauses[view_.clause_of(t)].first; }

  bool is_source(std::uint32_t begin, std::uint32_t end) const {
    return std::any_of(out_.begin(), out_.end(), [&](const RoleHit& h) {
      return h.role == "source" && h.begin < end && begin < h.end;
    });
  }

  bool is_victim(std::uint32_t begin, std::uint32_t end) const {
    for (std::uint32_t f : frame_.figures) {
      for (std::uint32_t p : casualties_.figures[f].victims) {
        if (casualties_.people[p].begin < end && begin < casualties_.people[p].end) return true;
      }
    }
    return false;
  }

  // ---- sources

  void find_sources() {
    for (const Speaker& speaker : find_speakers(view_, frame_, category() == "politics" || category() == "unrest")) {
      const NounPhrase& p = speaker.phrase;
      RoleHit h;
      h.begin = p.begin;
      h.end = p.end;
      h.name = phrase_text(view_, p);
      h.role = "source";
      if (speaker.cue == Cue::allege) h.status = "alleged";
      if (speaker.cue == Cue::deny) h.status = "denied";
      describe(p, h);
      out_.push_back(std::move(h));
    }
  }

  /// Kind and country by the phrase's head: an actor, a land (then its government), else a person whom no row knows.
  void describe(const NounPhrase& p, RoleHit& h) const {
    if (p.actor != kNone && view_.mention(p.actor).payload != kNone) {
      const ActorValue& actor = view_.mentions->actors[view_.mention(p.actor).payload];
      h.kind = actor.kind;
      h.country = actor.country;
      return;
    }
    const MentionIndex place = view_.mention_over(p.end - 1, MentionKind::place);
    h.kind = place != kNone ? "government" : "organization";
    if (place != kNone) h.country = view_.mentions->places[view_.mention(place).payload].resolved.country;
  }

  void skip_bracket(std::uint32_t& t) const {
    if (t >= view_.size() || !view_.is_mark(t, '(')) return;
    for (std::uint32_t u = t + 1; u < view_.size() && u < t + 6; ++u) {
      if (view_.is_mark(u, ')')) {
        t = u + 1;
        return;
      }
    }
  }

  // ---- actors by case

  void place_actor(MentionIndex, const Mention& m) {
    if (is_source(m.begin, m.end) || is_victim(m.begin, m.end)) return;
    std::uint32_t after = m.end;
    skip_bracket(after);
    StringId marker = view_.case_at(after);
    if (marker == 0) marker = roles_.nominative();
    const RoleTable::Row* row = roles_.find(type_, role_kind(m), marker);
    if (!row || row->role == "none") return;
    if (marker == sym_.v_ne && speaks(m)) return;
    out_.push_back(hit(m.begin, m.end, &m, row->role, roles_.index(row)));
  }

  /// A verb of saying follows in the clause: the ne-phrase is a speaker whom find_sources passed over.
  bool speaks(const Mention& m) const {
    const Clause& c = view_.clauses[view_.clause_of(m.begin)];
    bool event_word = false;
    for (MentionKind kind : {MentionKind::trigger, MentionKind::effect}) {
      view_.for_each(kind, m.end, c.last, [&](MentionIndex, const Mention&) { event_word = true; });
    }
    return !event_word && view_.has_cue(Cue::attribution, m.end, c.last);
  }

  /// Buildings and vehicles as targets.
  void find_things() {
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* thing = view_.phrase_at(t, sym_.structure);
      if (!thing) thing = view_.phrase_at(t, sym_.vehicle);
      if (!thing) continue;
      StringId marker = view_.case_at(thing->end);
      if (marker == 0) marker = roles_.nominative();
      const RoleTable::Row* row = roles_.find(type_, roles_.thing(), marker);
      if (row && row->role != "none" && row->kind != 0 && !is_source(thing->begin, thing->end) &&
          !is_told_before(*thing)) {
        out_.push_back(hit(thing->begin, thing->end, nullptr, row->role, roles_.index(row)));
        out_.back().kind = "civilian";
      }
      t = thing->end - 1;
    }
  }

  /// “is base par”, “ain al-asad base par”: pointed at, or the class word of a place that has its name.
  bool is_told_before(const LexicalMatch& thing) const {
    if (thing.begin > frame_.first && view_.has_class(thing.begin - 1, sym_.determiner)) return true;
    const MentionIndex place = view_.mention_over(thing.begin, MentionKind::place);
    return place != kNone && view_.mention(place).begin < thing.begin;
  }

  /// “X ke hamle mein”, “isrāilī havāī hamle”: the genitive or nationality right before an attack noun is its agent.
  void find_genitive_agents() {
    if (category() != "attack") return;
    for (const TriggerHit& trigger : frame_.triggers) {
      if (!trigger.noun || trigger.from_effect || types_[trigger.type].category != types_[type_].category) continue;
      const Mention& m = view_.mention(trigger.mention);
      std::uint32_t t = m.begin;
      while (t > frame_.first && (view_.has_class(t - 1, sym_.adjective) || view_.mention_over(t - 1, MentionKind::weapon) != kNone)) --t;
      if (const LexicalMatch* nation = view_.phrase_before(t, sym_.nationality); nation && nation->begin >= frame_.first) {
        RoleHit h = hit(nation->begin, nation->end, nullptr, "perpetrator", kNone);
        h.kind = "military";
        if (const StringId cc = view_.attribute(nation->entry, sym_.k_cc)) h.country = std::string(view_.string(cc));
        out_.push_back(std::move(h));
        continue;
      }
      const LexicalMatch* marker = view_.phrase_before(t, sym_.marker);
      if (!marker || view_.attribute(marker->entry, sym_.k_case) != sym_.v_ka || marker->begin <= frame_.first) continue;
      const MentionIndex owner = view_.mention_over(marker->begin - 1, MentionKind::actor);
      if (owner == kNone || is_source(view_.mention(owner).begin, view_.mention(owner).end)) continue;
      const std::string_view kind = kind_of(view_.mention(owner));
      if (kind == "civilian" || kind == "person" || kind == "media") continue;
      out_.push_back(hit(view_.mention(owner).begin, view_.mention(owner).end, &view_.mention(owner), "perpetrator", kNone));
    }
  }

  /// Those whom a figure counts: victims of attacks and crimes, suspects who were detained, people brought out.
  void add_victims() {
    for (std::uint32_t f : frame_.figures) {
      const Figure& figure = casualties_.figures[f];
      if (figure.zero) continue;
      const bool harmed = figure.effect == Effect::killed || figure.effect == Effect::injured ||
                          figure.effect == Effect::kidnapped || figure.effect == Effect::hurt;
      std::string_view role;
      if (harmed) role = "victim";
      else if (figure.effect == Effect::detained) role = "suspect";
      else if (figure.effect == Effect::rescued) role = category() == "operation" ? "target" : "victim";
      else continue;
      for (std::uint32_t p : figure.victims) {
        const PeoplePhrase& phrase = casualties_.people[p];
        if (phrase.quantified != kNone && casualties_.quantified[phrase.quantified].counted != Counted::people) continue;
        const Mention* actor = phrase.actor != kNone ? &view_.mention(phrase.actor) : nullptr;
        RoleHit h = hit(phrase.begin, phrase.end, actor, role, kNone);
        if (h.kind.empty()) h.kind = "civilian";
        out_.push_back(std::move(h));
      }
    }
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

Claimed find_claim(const DocumentView& view, const Frame& frame, std::vector<RoleHit>& out) {
  Claimed claim;
  const Symbols& s = view.sym;
  if (view.has_cue(Cue::no_claim, frame.first, frame.last)) {
    claim.status = "unclaimed";
    return claim;
  }
  const MentionIndex cue = view.find_cue(Cue::claim, frame.first, frame.last);
  if (cue == kNone) return claim;
  const Mention& c = view.mention(cue);
  MentionIndex by = kNone;
  view.for_each(MentionKind::actor, view.sentences[frame.sentence].first, c.begin, [&](MentionIndex i, const Mention& m) {
    std::uint32_t after = m.end;
    while (after < c.begin && !view.phrase_at(after, s.marker) && after < m.end + 5) ++after;
    if (view.case_at(after) == s.v_ne) by = i;
  });
  if (by == kNone) return claim;
  const Mention& m = view.mention(by);
  claim.status = "claimed";
  RoleHit h;
  h.begin = phrase_begin(view, m.begin, view.sentences[frame.sentence].first);
  h.end = m.end;
  h.name = view.text(h.begin, h.end);
  h.role = "claimant";
  h.status = "claimed";
  if (m.payload != kNone) {
    h.kind = view.mentions->actors[m.payload].kind;
    h.country = view.mentions->actors[m.payload].country;
  }
  claim.by = h.name;
  out.push_back(std::move(h));
  return claim;
}

}  // namespace incidents
