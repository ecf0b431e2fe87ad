#include "events/befallen.h"

#include <algorithm>

#include "events/identity.h"
#include "events/people.h"

namespace incidents {
namespace {

class BefallenFinder {
 public:
  explicit BefallenFinder(RoleReading& reading)
      : reading_(reading), view_(reading.view), sym_(reading.sym), frame_(reading.frame) {}

  void run() {
    add_victims();
    add_identified();
    add_beaten();
    add_aged();
  }

 private:
  /// Those whom a figure counts: victims of attacks and crimes, suspects who were detained, people brought out.
  void add_victims() {
    if (reading_.category() == Category::politics) return;
    for (std::uint32_t f : frame_.figures) {
      const Figure& figure = reading_.casualties.figures[f];
      if (figure.zero) continue;
      const std::string_view role = role_of(figure.effect);
      if (role.empty()) continue;
      for (std::uint32_t p : figure.victims) {
        if (figure.effect == Effect::rescued && is_bare_force(reading_.casualties.people[p])) continue;
        if (p > 0 && tells_by_part(p)) add_part(reading_.casualties.people[p - 1], figure, role);
        add_victim(reading_.casualties.people[p], figure, role);
      }
    }
    add_described();
  }

  /// “mritakon ki pahchan X aur Y ke roop mein”.
  void add_identified() {
    if (reading_.category() == Category::politics) return;
    for (const Identified& found : find_identified(view_, frame_.first, frame_.last)) {
      if (reading_.overlaps(found.name.begin, found.name.end)) continue;
      const std::string_view role = found.accused ? (found.effect || reading_.category() == Category::operation ? "suspect" : "perpetrator") : found.effect ? role_of(*found.effect) : reading_.event().self_inflicted ? "participant" : "victim";
      if (role.empty()) continue;
      reading_.hits.push_back(reading_.hit(found.name, role));
      reading_.hits.back().effect = found.effect;
    }
  }

  /// “kisan ki pitai kar di”: the genitive before the noun; “police ki pitai se” may be whose deed it is.
  void add_beaten() {
    if (reading_.category() != Category::attack && reading_.category() != Category::crime) return;
    for (std::uint32_t t = frame_.first + 1; t < frame_.last; ++t) {
      const LexicalMatch* deed = view_.phrase_at(t, sym_.beating);
      if (!deed) continue;
      const LexicalMatch* marker = genitive_before(t);
      if (!marker) continue;
      const NounPhrase p = noun_phrase_before(view_, marker->begin, reading_.sentence_begin(marker->begin));
      if (p.empty() || p.nobody || p.pointing || p.actor == kNone || reading_.overlaps(p.begin, p.end)) continue;
      if (reading_.is_anyone(p.begin, p.end) || view_.phrase_before(p.end, sym_.victim_noun)) continue;
      const bool acted = view_.has_class(deed->end, sym_.verb) && view_.case_at(deed->end) == 0;
      const std::string_view kind = reading_.kind_of(view_.mention(p.actor));
      if (kind == "crowd" || (!acted && (view_.mention(p.actor).class_id == sym_.force || reading_.is_outlaw(p)))) continue;
      reading_.hits.push_back(reading_.hit(p, "victim"));
    }
  }

  /// The genitive's postposition before token `t`, behind which only the manner may stand: “ki berahmi se pitai”.
  const LexicalMatch* genitive_before(std::uint32_t t) const {
    constexpr std::uint32_t kManner = 4;
    for (std::uint32_t u = t; u > frame_.first + 1 && u + kManner > t; --u) {
      const LexicalMatch* marker = view_.phrase_before(u, sym_.marker);
      if (marker && view_.attribute(marker->entry, sym_.k_case) == sym_.v_ka) return marker->begin > frame_.first ? marker : nullptr;
      if (view_.is_punctuation(u - 1) || view_.mention_over(u - 1, MentionKind::actor) != kNone) return nullptr;
    }
    return nullptr;
  }

  /// “30 varshiya Ramdev ke ghar mein ghuse”: news gives the age of those whom something befell.
  void add_aged() {
    if (reading_.category() != Category::attack && reading_.category() != Category::crime) return;
    view_.for_each(MentionKind::actor, frame_.first, frame_.last, [&](MentionIndex i, const Mention& m) {
      if (m.payload == kNone || !view_.mentions->actors[m.payload].named_person || reading_.overlaps(m.begin, m.end) || reading_.is_victim(m.begin, m.end)) return;
      const LexicalMatch* unit = view_.phrase_before(m.begin, sym_.unit);
      if (!unit || unit->begin == 0 || view_.string(view_.attribute(unit->entry, sym_.k_measures)) != "age") return;
      NounPhrase p;
      p.begin = p.core = m.begin;
      p.end = m.end;
      p.actor = i;
      reading_.hits.push_back(reading_.hit(p, "victim"));
      reading_.hits.back().aged = true;
    });
  }

  /// “bachche ko police vaapas le aai”: whoever brings somebody back is not brought back.
  bool is_bare_force(const PeoplePhrase& p) const {
    return p.quantified == kNone && p.case_marker == 0 && p.actor != kNone &&
           (view_.mention(p.actor).class_id == sym_.force || view_.mention(p.actor).class_id == sym_.responder);
  }

  /// “thanadhikari samet 13 log”: of people only the part says who they are, where it is by their office.
  bool tells_by_part(std::uint32_t p) const {
    const PeoplePhrase &whole = reading_.casualties.people[p], &part = reading_.casualties.people[p - 1];
    if (!part.part || part.after + 1 < whole.from) return false;
    if (part.named) return true;
    if (!reading_.is_anyone(whole.begin, whole.end)) return false;
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
      case Effect::killed: case Effect::injured: case Effect::kidnapped: case Effect::hurt: return reading_.event().self_inflicted ? "participant" : "victim";
      case Effect::detained: return "suspect";
      case Effect::rescued:
        // Whoever walks away from an attack unhurt is no target of it.
        if (reading_.category() == Category::operation) return "target";
        return reading_.category() == Category::attack || reading_.category() == Category::unrest ? std::string_view() : std::string_view("victim");
      default: return {};
    }
  }

  void add_victim(const PeoplePhrase& phrase, const Figure& figure, std::string_view role) {
    if (phrase.quantified != kNone && reading_.casualties.quantified[phrase.quantified].counted != Counted::people) return;
    // Where somebody did it on purpose, “people” tells nothing of the target.
    const bool deed = reading_.category() != Category::accident && reading_.category() != Category::disaster && reading_.category() != Category::operation;
    if (deed && reading_.is_anyone(phrase.begin, phrase.end)) return;
    NounPhrase p = noun_phrase_before(view_, phrase.end, reading_.sentence_begin(phrase.begin));
    if (p.empty() || view_.phrase_before(p.end, sym_.victim_noun)) return;  // “the wounded”: says nothing of who they are
    const bool speaks = std::any_of(reading_.hits.begin(), reading_.hits.end(), [&](const RoleHit& h) { return h.role == "source" && h.begin < p.end && p.begin < h.end; });
    if (speaks) return;
    p.begin = std::min(p.begin, phrase.begin);
    if (phrase.actor != kNone) p.actor = phrase.actor;
    RoleHit h = reading_.hit(p, role);
    if (p.actor == kNone) h.kind = "civilian";
    h.effect = figure.effect;
    h.struck = figure.cue != kNone && view_.attribute(view_.mention(figure.cue), sym_.k_frame) == sym_.v_object;
    h.group = figure.group;
    if (figure.victims.size() == 1 && figure.quantity) h.count = figure.quantity->min.value_or(0);
    h.single = h.single || h.count == 1;
    if (role == "victim" && phrase.actor != kNone && did_it(phrase, h.named)) h.role = "perpetrator";
    reading_.hits.push_back(std::move(h));
  }

  bool did_it(const PeoplePhrase& phrase, bool named) const {
    const Mention& actor = view_.mention(phrase.actor);
    // Attackers among the dead are not whom the attack was meant for.
    const bool attacker = actor.class_id == sym_.criminal || (named && view_.phrase_before(actor.begin, sym_.criminal));
    // “ugravadi utha le gae” takes no “ne”.
    const bool abductor = phrase.case_marker == 0 && actor.class_id == sym_.armed_group && reading_.event().unmarked_doer;
    return (attacker && reading_.event().outlaws_did_it) || abductor;
  }

  /// “maare gae naksaliyon”: the effect stands before the noun it describes.
  void add_described() {
    if (reading_.category() != Category::attack && reading_.category() != Category::crime) return;
    view_.for_each(MentionKind::effect, frame_.first, frame_.last, [&](MentionIndex, const Mention& m) {
      const auto effect = sym_.effect(view_.attribute(m, sym_.k_effect));
      if (view_.is_shielded(m)) return;
      if (effect == Effect::kidnapped) return add_carried_off(m);
      if (effect != Effect::killed) return;
      const MentionIndex a = view_.mention_at(m.end, MentionKind::actor);
      if (a == kNone || view_.mention(a).end > frame_.last) return;
      const Mention& actor = view_.mention(a);
      if (reading_.is_anyone(actor.begin, actor.end) || reading_.overlaps(actor.begin, actor.end)) return;
      const std::string_view kind = reading_.kind_of(actor);
      if (kind != "armed_group" && kind != "military" && kind != "police") return;
      NounPhrase p;
      p.begin = p.core = actor.begin;
      p.end = actor.end;
      p.actor = a;
      reading_.hits.push_back(reading_.hit(p, "victim"));
      reading_.hits.back().effect = effect;
    });
  }

  /// “agva hue karobari ke bete ko”: the phrase behind the participle, on to its postposition.
  void add_carried_off(const Mention& effect) {
    constexpr std::uint32_t kReach = 10;
    const std::string_view form = view_.word(effect.end - 1);  // “apaharan kar | parijanon se”: a converb describes nobody
    if (std::any_of(sym_.participle_endings.begin(), sym_.participle_endings.end(), [&](const std::string& e) { return form == e; })) return;
    const std::uint32_t last = std::min(frame_.last, effect.end + kReach);
    for (std::uint32_t t = effect.end; t < last; ++t) {
      const StringId cased = view_.case_at(t);
      if (cased == 0 && (view_.is_punctuation(t) || view_.has_class(t, sym_.was) || view_.phrase_at(t, sym_.conjunction))) return;
      if (cased == 0 || cased == sym_.v_ka || t == effect.end) continue;
      const NounPhrase p = noun_phrase_before(view_, t, effect.end);
      if (p.empty() || p.nobody || p.pointing || reading_.overlaps(p.begin, p.end) || reading_.is_victim(p.begin, p.end) || !reading_.last_people_noun(p)) return;
      if (reading_.is_anyone(p.begin, p.end) || view_.phrase_before(p.end, sym_.criminal) || view_.phrase_before(p.end, sym_.force)) return;
      reading_.hits.push_back(reading_.hit(p, "victim"));
      reading_.hits.back().effect = Effect::kidnapped;
      return;
    }
  }

  RoleReading& reading_;
  const DocumentView& view_;
  const Symbols& sym_;
  const Frame& frame_;
};

}  // namespace

void add_befallen(RoleReading& reading) {
  BefallenFinder(reading).run();
}

}  // namespace incidents
