#include "events/role.h"

#include <algorithm>
#include <cstdlib>

#include "events/noun_phrase.h"

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
      const bool fits = row.event_rank == 0 || (row.event_rank == 1 ? lexicon.string(types[e].category_name) == event.substr(1)
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
    // What holds for any actor does not hold for property.
    if (!row.events[event] || row.marker != marker || (row.kind != 0 ? row.kind != kind : kind == thing_)) continue;
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

/// Behind the noun that the claimed thing's genitive leads to: “hamle ki zimmedaari | X ne”, “iski zimmedaari | X ne”.
/// Later genitives are the claimant's own: “… zimmedaari | X naam ke sangathan ne”.
std::uint32_t responsibility_end(const DocumentView& view, const Mention& claim, std::uint32_t limit) {
  for (std::uint32_t t = claim.begin; t + 2 <= limit && t < claim.end; ++t) {
    if (view.case_at(t) != view.sym.v_ka && (t != claim.begin || !view.has_class(t, view.sym.pronoun))) continue;
    std::uint32_t noun = t + 1;
    while (noun + 1 < limit && (view.has_class(noun, view.sym.adjective) || view.has_class(noun, view.sym.quantifier))) ++noun;  // “poori zimmedaari”
    return noun + 1;
  }
  return std::min(claim.begin + 1, limit);
}

}  // namespace

namespace {

/// “X ne shaamil hone se inkaar kiya”: who says that it was not they; no status where nobody does.
Claimed find_denial(const DocumentView& view, const Frame& frame) {
  const MentionIndex cue = view.find_cue(Cue::deny, frame.first, frame.last);
  if (cue == kNone || view.attribute(view.mention(cue), view.sym.k_disowns) != view.sym.v_yes) return {};
  const std::uint32_t first = view.sentences[frame.sentence].first;
  for (std::uint32_t t = view.mention(cue).begin; t-- > first;) {
    const StringId held = view.case_at(t);
    if (held != view.sym.v_ne && held != view.sym.v_ka) continue;
    const NounPhrase by = noun_phrase_before(view, t, first);
    if (by.empty() || by.nobody || by.pointing) continue;
    if (by.actor == kNone) {
      // A country by its name: “rus ne hamla karne se inkaar kiya”.
      const MentionIndex land = view.mention_over(by.end - 1, MentionKind::place);
      if (held != view.sym.v_ne || land == kNone || view.mentions->places[view.mention(land).payload].level != PlaceLevel::country) continue;
      return {"denied", phrase_text(view, by)};
    }
    const std::uint32_t payload = view.mention(by.actor).payload;
    const std::string_view kind = payload == kNone ? std::string_view() : std::string_view(view.mentions->actors[payload].kind);
    if (kind == "armed_group" || kind == "military" || kind == "government") return {"denied", phrase_text(view, by)};
    if (held == view.sym.v_ne) break;
  }
  return {};
}

}  // namespace

Claimed find_claim(const DocumentView& view, const Frame& frame, std::vector<RoleHit>& out) {
  Claimed claim;
  const Symbols& s = view.sym;
  if (view.has_cue(Cue::no_claim, frame.first, frame.last)) {
    claim.status = "unclaimed";
    return claim;
  }
  const MentionIndex cue = view.find_cue(Cue::claim, frame.first, frame.last);
  if (cue == kNone) return find_denial(view, frame);
  const Mention& c = view.mention(cue);
  const std::uint32_t first = view.sentences[frame.sentence].first;
  NounPhrase by;
  // “hamle ki zimmedaari X ne li”: in the cue or behind it, else before it.
  const std::uint32_t last = view.clauses[view.clause_of(c.begin)].last;
  for (std::uint32_t t = c.begin; t < last && by.empty(); ++t) {
    if (view.case_at(t) == s.v_ne) by = noun_phrase_before(view, t, responsibility_end(view, c, t));
  }
  for (std::uint32_t t = c.begin; t-- > first && by.empty();) {
    if (view.case_at(t) == s.v_ne) by = noun_phrase_before(view, t, first);
  }
  // “X ki or se hamle ki zimmedaari li gai hai”
  for (std::uint32_t t = c.begin; t-- > first && by.empty();) {
    const StringId held = view.case_at(t);
    if (held == s.v_ki_or_se || held == s.v_dwara) by = noun_phrase_before(view, t, first);
  }
  // “X ka daava hai ki unhonne …”
  if (by.empty() && c.begin > first && view.case_at(c.begin - 1) == s.v_ka) by = noun_phrase_before(view, c.begin - 1, first);
  if (by.empty() || by.nobody || by.pointing) return claim;
  claim.status = "claimed";
  RoleHit h;
  h.begin = by.begin;
  h.end = by.end;
  h.name = phrase_text(view, by);
  h.alias = phrase_alias(view, by);
  h.role = "claimant";
  h.status = "claimed";
  h.kind = "armed_group";
  if (by.actor != kNone && view.mention(by.actor).payload != kNone) {
    const ActorValue& actor = view.mentions->actors[view.mention(by.actor).payload];
    h.kind = actor.kind;
    h.country = actor.country;
  }
  claim.by = h.name;
  out.push_back(std::move(h));
  return claim;
}

namespace {

bool is_force(const RoleHit& h) { return h.kind == "military" || h.kind == "police" || h.force; }
bool is_outlaw(const RoleHit& h) { return h.kind == "armed_group"; }
bool is_fighter(const RoleHit& h) { return is_outlaw(h) || h.criminal; }  ///< the forces' other side of a clash
bool is_hit(const RoleHit& h) { return h.role == "victim" || h.role == "target"; }

/// A clash in which outlaws fell: the forces' own losses are no targets, and where nobody is told to have struck first,
/// nor are the outlaws': they were a side of it. Where only forces fell, they are the targets.
void settle_clash(std::vector<RoleHit>& roles) {
  // Where a toll says that forces fell, outlaws who were only fired at did not.
  const bool forces_fell = std::any_of(roles.begin(), roles.end(), [](const RoleHit& h) { return is_hit(h) && is_force(h) && h.effect; });
  const bool outlaws_fell = std::any_of(roles.begin(), roles.end(), [&](const RoleHit& h) { return is_hit(h) && is_fighter(h) && (h.effect || !forces_fell); });
  if (!outlaws_fell) return;
  const auto did = [](const RoleHit& h) { return h.role == "perpetrator" || h.role == "claimant"; };
  // “naksaliyon ne firing ki … jawan shaheed hue … chaar naksali bhi maare gae”: who attacked is told, and fell as well.
  const bool outlaws_began = std::any_of(roles.begin(), roles.end(), [&](const RoleHit& h) { return did(h) && is_fighter(h) && h.status == "stated"; });
  if (forces_fell && outlaws_began) return;
  for (RoleHit& h : roles) {
    if (h.role == "victim" && is_force(h)) h.role = "participant";
  }
  if (std::any_of(roles.begin(), roles.end(), did)) return;
  // “sena ke saath muthbhed mein chhah aatanki dher kie gae”: the other side struck them down.
  const bool struck = std::any_of(roles.begin(), roles.end(), [](const RoleHit& h) { return is_hit(h) && is_fighter(h) && h.struck; });
  const auto force = std::find_if(roles.begin(), roles.end(), [](const RoleHit& h) { return h.role == "participant" && is_force(h) && !h.effect; });
  if (struck && force != roles.end()) force->role = "perpetrator";
  if (struck) return;
  for (RoleHit& h : roles) {
    if (h.role == "victim" && is_fighter(h) && h.effect && !h.named) h.role = "participant";
  }
}

/// “chauki par hamle mein chaar sainik shaheed hue aur 11 aatankvadi dher hue”: outlaws who fell where forces were hit
/// are those who attacked.
void settle_attack(std::vector<RoleHit>& roles) {
  const bool forces_hit = std::any_of(roles.begin(), roles.end(), [](const RoleHit& h) { return is_hit(h) && is_force(h); });
  const bool forces_struck = std::any_of(roles.begin(), roles.end(), [](const RoleHit& h) { return h.role == "perpetrator" && is_force(h); });
  if (!forces_hit || forces_struck) return;
  for (RoleHit& h : roles) {
    if (h.role == "victim" && is_outlaw(h) && h.effect && !h.named) h.role = "participant";
  }
}

}  // namespace

void settle_roles(const EventType& type, std::vector<RoleHit>& roles) {
  if (type.exchange) settle_clash(roles);
  else if (type.category == Category::attack) settle_attack(roles);
  const auto is_doer = [](const RoleHit& h) { return h.role == "perpetrator" || h.role == "claimant"; };
  // “the attackers” beside a body that is named, “three others” beside people who are.
  const bool armed = std::any_of(roles.begin(), roles.end(), [&](const RoleHit& h) { return is_doer(h) && is_outlaw(h) && !h.criminal; });
  const bool body = std::any_of(roles.begin(), roles.end(), [&](const RoleHit& h) { return is_doer(h) && is_outlaw(h) && !h.by_deed && !h.criminal; });
  const bool person = std::any_of(roles.begin(), roles.end(), [](const RoleHit& h) { return h.role == "suspect" && !h.anyone; });
  std::erase_if(roles, [&](const RoleHit& h) {
    return (h.role == "perpetrator" && ((armed && h.criminal) || (body && h.by_deed))) || (person && h.role == "suspect" && h.anyone);
  });
  // “He shot him”: who is told by more than a pronoun is who it was.
  const auto told = [&](auto side) { return std::any_of(roles.begin(), roles.end(), [&](const RoleHit& h) { return side(h) && !h.pointed_at; }); };
  const bool doer_told = told([&](const RoleHit& h) { return is_doer(h) || h.role == "suspect"; }), hit_told = told(is_hit);
  std::erase_if(roles, [&](const RoleHit& h) { return h.pointed_at && ((is_doer(h) && doer_told) || (is_hit(h) && hit_told)); });
  // Who claims it is not named as the doer once more.
  std::vector<std::string> claimants;
  for (const RoleHit& h : roles) {
    if (h.role == "claimant") claimants.push_back(h.name);
  }
  std::sort(claimants.begin(), claimants.end());
  std::erase_if(roles, [&](const RoleHit& h) {
    return h.role == "perpetrator" && std::binary_search(claimants.begin(), claimants.end(), h.name);
  });
  // The short name in brackets behind the long one.
  const auto side = [&](const RoleHit& h) { return is_doer(h) ? std::string_view("perpetrator") : h.role; };
  std::vector<std::pair<std::string, std::string_view>> aliases;
  for (const RoleHit& h : roles) {
    if (!h.alias.empty()) aliases.emplace_back(h.alias, side(h));
  }
  std::sort(aliases.begin(), aliases.end());
  std::erase_if(roles, [&](const RoleHit& h) {
    return !aliases.empty() && std::binary_search(aliases.begin(), aliases.end(), std::pair(h.name, side(h)));
  });
  // Who is told to have done it is no victim of the same words.
  std::vector<std::pair<std::uint32_t, std::uint32_t>> perpetrators;
  for (const RoleHit& h : roles) {
    if (h.role == "perpetrator" && !h.protester) perpetrators.emplace_back(h.begin, h.end);
  }
  std::sort(perpetrators.begin(), perpetrators.end());
  std::erase_if(roles, [&](const RoleHit& h) {
    return is_hit(h) && std::binary_search(perpetrators.begin(), perpetrators.end(), std::pair(h.begin, h.end));
  });
}

}  // namespace incidents
