#include "events/type_votes.h"

#include <algorithm>

namespace incidents {
namespace {

constexpr double kToldAside = 0.5;  // more votes than another word's `also` gives
constexpr double kByTheWay = 0.25;  // of a type's votes, below which another is told by the way only
constexpr double kGeneralWord = 0.7;  // votes of one weak word that says only the category
constexpr double kBeside = 0.3;
constexpr double kAside = 0.1;  // “amid efforts for a truce, rockets fell”: the other; “after days of fire they agreed”: this
constexpr double kOneHint = 1.2;  // votes of words that only confirm
constexpr double kShare = 0.34;  // of a draft's votes, that a type needs to be one that is told there

}  // namespace

bool TypeVotes::is_operation(const Draft& draft) const {
  const EventId told = decide_type(draft);
  return told != kNoEvent && types_[told].category == Category::operation && types_[told].later.none();
}

/// “at such crossings 31 died in 17 accidents”: in a story of a train, trains.
void TypeVotes::name_accidents(std::vector<Draft>& drafts) const {
  const EventId lead = drafts.empty() ? kNoEvent : drafts.front().type;
  name_totals_without_words(drafts);
  if (lead != kNoEvent && types_[lead].category == Category::disaster) return name_eruptions(lead, drafts);
  if (lead == kNoEvent || types_[lead].general || types_[lead].category != Category::accident) return;
  for (Draft& d : drafts) {
    if (d.type == kNoEvent || !types_[d.type].general || types_[d.type].category != types_[lead].category) continue;
    const bool is_item = drafts.front().aggregate && !d.background;  // “six died of shocks. In X a man fell from a pole”
    if (d.aggregate || is_item || is_likewise(facts_.frames[d.frames.front()])) d.type = lead;
  }
}

bool TypeVotes::is_likewise(const Frame& frame) const {
  for (std::uint32_t t = frame.first; t < frame.last; ++t) {
    if (view_.phrase_at(t, view_.sym.likewise)) return true;
  }
  return false;
}

/// “six have died in the violence … in 2018 twelve were killed in separate incidents”: of the kind of the total before it.
void TypeVotes::name_totals_without_words(std::vector<Draft>& drafts) const {
  for (std::size_t d = 1; d < drafts.size(); ++d) {
    Draft& draft = drafts[d];
    const EventId before = drafts[d - 1].type;
    const Frame& frame = facts_.frames[draft.frames.front()];
    if (!draft.aggregate || !drafts[d - 1].aggregate || before == kNoEvent || draft.frames.size() > 1 || frame.triggers.empty() || !content_.names_no_kind(frame)) continue;
    if (frame.triggers.front().also[before]) draft.type = before;
  }
}

/// “the worst blast was in 1991”, “as it burst”: in a story of a volcano, volcanoes.
void TypeVotes::name_eruptions(EventId lead, std::vector<Draft>& drafts) const {
  for (Draft& d : drafts) {
    if (d.type == kNoEvent || types_[d.type].category != Category::accident) continue;
    const bool erupts = types_[lead].covers[d.type] && types_.is_blast(d.type);
    const bool bursts = types_[d.type].general && d.votes[lead] > 0 && d.votes[d.type] <= 2 * d.votes[lead];
    if (erupts || bursts) d.type = lead;
  }
  // “56 have died in floods, landslides and storms this year”: in a story of the flood, floods.
  for (Draft& d : drafts) {
    if (d.aggregate && d.type != kNoEvent && types_[d.type].category == Category::disaster && d.votes[lead] > 1) d.type = lead;
  }
}

EventId TypeVotes::kind_of(const Draft& draft) const {
  const EventId own = decide_type(draft);
  for (EventId e = 0; e < types_.size(); ++e) {
    if (types_[e].general && types_[e].category == types_[own].category) return e;
  }
  return own;
}

EventId TypeVotes::primary_type(const Frame& frame) const {
  EventId best = kNoEvent;
  double best_vote = 0;
  if (frame.pointed < frame.triggers.size()) return frame.triggers[frame.pointed].type;
  for (const TriggerHit& t : frame.triggers) {
    const double v = vote(t) * told_share(frame, t) + (is_politics(t.type) ? (t.oblique ? -kAside : kAside) : 0);
    if (v > best_vote) {
      best_vote = v;
      best = t.type;
    }
  }
  if (best == kNoEvent || types_[best].category != Category::operation) return best;
  // “arrested the abductors and freed the child”: an operation is what one strong word of it says.
  for (const TriggerHit& t : frame.triggers) {
    if (t.strength == Strength::strong && types_[best].yields[t.type] && types_[t.type].category == Category::operation) return t.type;
  }
  return best;
}

bool TypeVotes::is_politics(EventId type) const { return types_[type].category == Category::politics; }

/// “500 died in the fighting, and a curfew was imposed”: the curfew stands beside what killed. “Here bombs, there robbed
/// booths, eleven dead”: examples of what the headline sums up.
double TypeVotes::told_share(const Frame& frame, const TriggerHit& t) const {
  if (types_[t.type].bloodless && types_[t.type].category == Category::unrest && content_.tells_of_victims(frame)) return kAside;
  const bool examples = frame.headline && frame.aggregate && frame.occurrences && frame.occurrences->qualifier == Qualifier::several && !frame.occurrences->text.empty();
  return examples ? kBeside : 1;
}

double TypeVotes::vote(const TriggerHit& t) const {
  double v = t.strength == Strength::strong ? 3 : t.strength == Strength::weak ? 1.5 : 0.6;
  if (t.from_effect) v = 1.2;
  if (types_[t.type].general) v *= 0.5;
  return v;
}

/// “suffocated by a brazier” is an accident of its own beside a cold wave; “this accident” may be the flood.
bool TypeVotes::says_apart(const TriggerHit& hit, EventId told) const {
  return types_[hit.type].general && hit.strength == Strength::strong && types_[told].category != types_[hit.type].category;
}

bool TypeVotes::types_fit(EventId type, const TriggerHit* hit, const Draft& draft) const {
  const EventId main = decide_type(draft);
  const double most = draft.votes.most();
  for (EventId e : draft.votes.named()) {
    if (draft.votes[e] <= 0 || draft.votes[e] < (e == main ? kShare : 0.8) * most || !types_.compatible(main, e) ||
        types_[e].follows[main]) continue;
    if ((types_.compatible(type, e) && !(hit && says_apart(*hit, e))) || (hit && hit->also[e])) return true;
  }
  return false;
}

bool TypeVotes::explains(EventId type, const Draft& draft) const {
  const EventId told = decide_type(draft);
  return told != kNoEvent && types_[told].general && draft.votes[told] < kOneHint && draft.votes[type] > 0;
}

bool TypeVotes::any_type_fits(const Frame& frame, EventId type, const Draft& draft) const {
  const TriggerHit* first = primary_hit(frame, type);
  if (types_fit(type, first, draft)) return true;
  return first && frame.pointed >= frame.triggers.size() &&
         std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
           return t.type != type && types_[t.type].category == types_[type].category && vote(t) >= vote(*first) && types_fit(t.type, &t, draft);
         });
}

bool TypeVotes::follows(EventId type, const Draft& draft) const {
  const double most = draft.votes.most();
  for (EventId e : draft.votes.named()) {
    if (draft.votes[e] < (types_[e].general ? kGeneralWord : 1.2)) continue;
    // What is told by the way, as a part of the draft, makes no cause of it: a drowning in a flood and a crash.
    if (types_[type].follows[e] || (types_[e].follows[type] && draft.votes[e] >= kShare * most)) return true;
  }
  return false;
}

bool TypeVotes::is_bloodless(const Draft& draft) const {
  const EventId told = decide_type(draft);
  return told != kNoEvent && types_[told].bloodless;
}

bool TypeVotes::belongs_later(EventId type, const Draft& draft) const {
  const EventId told = decide_type(draft);
  return told != kNoEvent && types_[type].later[told];
}

bool TypeVotes::is_accident(const Draft& draft) const {
  const EventId told = decide_type(draft);
  return told != kNoEvent && types_[told].category == Category::accident;
}

bool TypeVotes::only_follows(const Frame& frame, EventId told) const {
  if (frame.triggers.empty() || told == kNoEvent) return false;
  return std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return types_[t.type].follows[told] && !types_.compatible(t.type, told); });
}

void TypeVotes::expect_kind(const Frame& frame, EventId kind, Draft& d) const {
  if (kind == kNoEvent || types_[kind].general) return;
  // “In the second incident lightning killed a herdsman”, behind a murder: its own words say what it was.
  const bool other = std::any_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
    return t.strength == Strength::strong && !t.from_effect && !types_.compatible(t.type, kind) && !t.also[kind];
  });
  if (other) return;
  constexpr double kExpected = 1.1, kFits = 3;  // less than what a type told there needs for another to follow it
  d.votes.add(kind, kExpected);
  for (const TriggerHit& t : frame.triggers) {
    if (t.also[kind]) d.votes.add(kind, kFits);
  }
}

void TypeVotes::expect_lead(const Frame& frame, EventId kind, Draft& d) const {
  if (kind == kNoEvent || types_[kind].general || frame.aggregate) return;
  constexpr double kFits = 1.5;
  for (const TriggerHit& t : frame.triggers) {
    // A quake or a volcano is told in words for accidents, but no lightning in a fire's.
    const bool wider = types_[t.type].covers[kind] ||
                       (types_[kind].category == Category::disaster && types_[t.type].category == Category::accident);
    if (t.strength != Strength::strong && t.also[kind] && wider) d.votes.add(kind, kFits);
  }
}

bool TypeVotes::kills_few(const Frame& frame, const Draft& d) const {
  constexpr std::int64_t kFew = 2;
  std::int64_t most = content_.most_dead(frame);
  bool unknown = most < 0;
  for (std::uint32_t f : latest(d.frames)) {
    const std::int64_t dead = content_.most_dead(facts_.frames[f]);
    unknown = unknown || dead < 0;
    most = std::max(most, dead);
  }
  return !unknown && most > 0 && most <= kFew;
}

void TypeVotes::weigh_evidence(const Frame& frame, Draft& d) const {
  for (const Narrowing& n : types_.narrowings()) {
    if (n.weapon ? d.votes[n.type] <= 0 : d.votes[n.type] < kToldAside) continue;
    if (!n.weapon && types_[n.becomes].general && kills_few(frame, d)) continue;  // a villager whom rebels killed was murdered
    const MentionKind kind = n.weapon ? MentionKind::weapon : MentionKind::actor;
    view_.for_each(kind, frame.first, frame.last, [&](MentionIndex, const Mention& m) {
      const std::string_view value = n.weapon || m.payload == kNone ? view_.string(view_.attribute(m, view_.sym.k_kind))
                                                                    : std::string_view(view_.mentions->actors[m.payload].kind);
      if (value == n.evidence) d.votes.add(n.becomes, n.weight);
    });
  }
}

EventId TypeVotes::decide_type(const Draft& d) const {
  return d.votes.decided([&] { return best_of(d); });
}

EventId TypeVotes::best_of(const Draft& d) const {
  EventId best = kNoEvent;
  for (EventId e : d.votes.named()) {
    if (d.votes[e] <= 0) continue;
    if (best == kNoEvent || outranks(d, e, best)) best = e;
  }
  return best;
}

/// The fire after a blast is the blast's, but a beam that burst in a fire of which all else tells is no blast, and goods
/// that were searched for in passing are no raid.
bool TypeVotes::gives_way(const Draft& d, EventId later, EventId to) const {
  constexpr double kWord = 1.2, kAttack = 0.6;  // hostages freed from an attack, however plain its word
  const bool freed = types_[later].later.any() && types_[to].category == Category::attack;
  if (!types_[later].follows[to] || d.votes[to] < (freed ? kAttack : kWord)) return false;
  return types_[later].category != types_[to].category || d.votes[to] >= kByTheWay * d.votes[later];
}

/// A type that only follows another, and one that says only the category, give way.
bool TypeVotes::outranks(const Draft& d, EventId a, EventId b) const {
  if (gives_way(d, a, b)) return false;
  if (gives_way(d, b, a)) return true;
  if (types_[b].yields[a] && d.votes[a] >= kOneWord) return true;
  if (types_[a].yields[b] && d.votes[b] >= kOneWord) return false;
  if (types_[b].general && types_[b].covers[a] && d.votes[a] >= 1) return true;
  if (types_[a].general && types_[a].covers[b] && d.votes[b] >= 1) return false;
  return d.votes[a] > d.votes[b];
}

void TypeVotes::cast(const Frame& frame, EventId type, Draft& d) const {
  if (frame.triggers.empty()) d.votes.add(type, 1);
  for (const TriggerHit& t : frame.triggers) {
    const bool aside = view_.clauses[view_.clause_of(view_.mention(t.mention).begin)].relative;
    // The fighting that a truce ends is told beside it.
    const double share = is_politics(type) && !is_politics(t.type) ? kBeside : 1;
    d.votes.add(t.type, share * told_share(frame, t) * vote(t) * (frame.headline ? 1.2 : aside ? 0.6 : 1));
    for (EventId e = 0; e < types_.size(); ++e) {
      if (t.also[e]) d.votes.add(e, 0.25);
    }
  }
}

/// “1200 were killed in the attack and 251 taken hostage”: the attack, where more died than were taken.
void TypeVotes::name_massacres(std::vector<Draft>& drafts) const {
  for (Draft& d : drafts) {
    if (d.type == kNoEvent || !types_[d.type].takes_captives) continue;
    std::int64_t dead = 0, taken = 0;
    for (std::uint32_t f : d.frames) {
      dead = std::max(dead, content_.most_of(Effect::killed, facts_.frames[f]));
      taken = std::max(taken, content_.most_of(Effect::kidnapped, facts_.frames[f]));
    }
    if (dead <= taken || taken == 0) continue;
    EventId attack = kNoEvent;
    for (EventId e : d.votes.named()) {
      const bool told = types_[e].category == Category::attack && d.votes[e] > 0 && !types_[e].takes_captives;
      if (told && (attack == kNoEvent || d.votes[e] > d.votes[attack])) attack = e;
    }
    if (attack != kNoEvent) d.type = attack;
  }
}

void TypeVotes::decide_all(std::vector<Draft>& drafts) const {
  for (Draft& d : drafts) d.type = decide_type(d);
  name_accidents(drafts);
  name_massacres(drafts);
  std::erase_if(drafts, [](const Draft& d) { return d.type == kNoEvent; });
}

}  // namespace incidents
