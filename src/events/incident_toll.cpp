#include "events/incident_toll.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "events/compare.h"
#include "events/toll.h"

namespace incidents {
namespace {

/// Joins the figures of one draft.
class TollSetter {
 public:
  TollSetter(Assembly& assembly, const std::vector<const RoleHit*>& sources)
      : assembly_(assembly), in_(assembly.in), view_(assembly.view), draft_(assembly.draft), out_(assembly.out), sources_(sources) {}

  void set_casualties() {
    std::vector<PlacedFigure> figures;
    for (std::uint32_t f : draft_.frames) {
      const Frame& fr = assembly_.frame(f);
      for (std::uint32_t g : fr.figures) {
        figures.push_back(with_speaker(in_.casualties.figures[g], fr));
        give_reason(in_.casualties.figures[g]);
      }
    }
    std::array<std::optional<Casualty>*, 7> slots = {&out_.casualties.killed,    &out_.casualties.injured,
                                                     &out_.casualties.missing,   &out_.casualties.detained,
                                                     &out_.casualties.kidnapped, &out_.casualties.rescued,
                                                     &out_.casualties.displaced};
    for (std::size_t e = 0; e < slots.size(); ++e) *slots[e] = join_toll(view_, static_cast<Effect>(e), figures);
    if (in_.types[draft_.type].patients) out_.casualties.injured.reset();
    if (died_of_injuries(figures)) out_.casualties.injured.reset();
    if (are_found()) out_.casualties.missing.reset();
    if (found_dead(figures)) out_.casualties.missing.reset();
  }

 private:
  /// The figure as its frame tells it, with whoever says it there.
  PlacedFigure with_speaker(const Figure& figure, const Frame& frame) const {
    PlacedFigure placed{&figure, frame.headline || frame.section, frame.sentence, std::nullopt, false, false, place_of(figure)};
    if (const RoleHit* speaker = speaker_of(frame)) {
      placed.source = speaker->name;
      placed.rival = speaker->kind == "armed_group";
      placed.witness = is_witness(*speaker);
    }
    return placed;
  }

  void give_reason(const Figure& figure) {
    if (!figure.quantity || (figure.cue == kNone && figure.noun == kNone)) return;
    const Origin origin = figure.cue != kNone ? view_.mention(figure.cue).origin : Origin{Origin::Kind::entry, figure.noun};
    assembly_.because("casualties." + std::string(effect_name(figure.effect)), figure.begin, figure.end, origin);
  }

  bool is_witness(const RoleHit& speaker) const {
    for (std::uint32_t t = speaker.begin; t < speaker.end; ++t) {
      const LexicalMatch* noun = people_noun_at(view_, t);
      if (noun && view_.string(view_.attribute(noun->entry, view_.sym.k_group)) == "witness") return true;
    }
    return false;
  }

  /// The scene named last before the figure in its clause; kNone where it has several (“in X and Y 11 died”).
  MentionIndex place_of(const Figure& figure) const {
    MentionIndex place = kNone;
    bool several = false;
    view_.for_each(MentionKind::place, view_.clauses[view_.clause_of(figure.begin)].first, figure.begin, [&](MentionIndex i, const Mention& m) {
      const Toponym& t = view_.mentions->places[m.payload];
      if (!t.is_scene_candidate || t.is_adjective || t.is_dateline) return;
      several = several || (place != kNone && relate(view_.sym, t, view_.mentions->places[view_.mention(place).payload]) == PlaceRelation::apart);
      place = i;
    });
    return several ? kNone : place;
  }

  /// “Two fainted … doctors declared both dead”, “the youth was burnt … the youth died”: the wounded are the dead.
  bool died_of_injuries(const std::vector<PlacedFigure>& figures) const {
    if (!is_same_toll(out_.casualties.killed, out_.casualties.injured)) return false;
    const Figure *hurt = nullptr, *dead = nullptr;
    for (const PlacedFigure& placed : figures) {
      const Figure& f = *placed.figure;
      if (placed.headline || f.zero) continue;
      // “one died, the second was hurt”, “a man died and another was hurt”
      const bool beside = f.others && dead && view_.sentence_of(dead->begin) == view_.sentence_of(f.begin);
      if (f.effect == Effect::injured && (f.second || beside)) return false;
      if (f.effect == Effect::injured) {
        if (dead && names_again(f, *dead)) return true;  // “a farmer died … the farmer was burnt”
        if (!hurt) hurt = &f;
      }
      if (f.effect != Effect::killed) continue;
      if (!dead) dead = &f;
      if (!hurt) continue;
      // “four were hurt, two of them died”: the toll has taken those off, and as many live.
      if (f.of_wounded && hurt->quantity && hurt->quantity->min > out_.casualties.killed->quantity.min) return false;
      const bool later = f.cue != kNone && view_.attribute(view_.mention(f.cue), view_.sym.k_later) == view_.sym.v_yes;
      const bool fewer = f.quantity && hurt->quantity && f.quantity->min < hurt->quantity->min;  // “seven were hurt. Two of them died”
      if ((later && !fewer) || names_again(f, *hurt) || points_at(f, *hurt)) return true;
    }
    return false;
  }

  /// “Five people are under the rubble, rescuers took out their bodies”, “of both boys drowned no trace was found at first”.
  bool found_dead(const std::vector<PlacedFigure>& figures) const {
    if (!is_same_toll(out_.casualties.killed, out_.casualties.missing)) return false;
    const Figure* missing = nullptr;
    bool found = false;
    for (const PlacedFigure& placed : figures) {
      const Figure& f = *placed.figure;
      if (f.effect == Effect::missing && f.others) return false;  // “the other one is still looked for”
      if (f.zero || f.others) continue;
      if (f.effect == Effect::missing && !missing) missing = &f;
      found = found || (f.effect == Effect::killed && missing && f.cue != kNone && tells_of_bodies(view_.mention(f.cue)));
    }
    return found;
  }

  bool tells_of_bodies(const Mention& m) const {
    for (std::uint32_t t = m.begin; t < m.end; ++t) {
      if (view_.has_class(t, view_.sym.body)) return true;
    }
    return false;
  }

  static bool is_same_toll(const std::optional<Casualty>& killed, const std::optional<Casualty>& others) {
    return killed && others && killed->quantity.min && *killed->quantity.min > 0 && killed->quantity.min == others->quantity.min &&
           killed->quantity.max == others->quantity.max;
  }

  /// The same noun again, without a number.
  bool names_again(const Figure& f, const Figure& before) const {
    return !f.who.empty() && f.who == before.who && is_definite(f) && (is_definite(before) || is_one(before));
  }

  static bool is_one(const Figure& f) { return f.quantity && f.quantity->min == 1 && f.quantity->max == 1; }

  /// “was badly burnt. He died on the spot”: a pronoun right behind.
  bool points_at(const Figure& f, const Figure& hurt) const {
    return f.part && f.victims.empty() && is_one(f) && is_one(hurt) && view_.sentence_of(f.begin) <= view_.sentence_of(hurt.begin) + 1;
  }

  /// In the story of a crime whoever was missing has been found, alive or dead.
  bool are_found() const {
    const Casualties& c = out_.casualties;
    if (!c.missing || !c.missing->quantity.max || (assembly_.category() != Category::crime && assembly_.category() != Category::operation)) return false;
    const auto as_many = [&](const std::optional<Casualty>& other) { return other && other->quantity.min == c.missing->quantity.max; };
    return as_many(c.rescued) || as_many(c.killed);
  }

  /// Somebody told of before: no number, no “a”.
  bool is_definite(const Figure& f) const {
    return std::all_of(f.victims.begin(), f.victims.end(),
                       [&](std::uint32_t v) { return in_.casualties.people[v].quantified == kNone; });
  }

  static std::string_view effect_name(Effect e) {
    constexpr std::string_view kNames[] = {"killed", "injured", "missing", "detained", "kidnapped", "rescued", "displaced", "killed"};
    return kNames[static_cast<std::size_t>(e)];
  }

  /// The first told of the sources that stand in a frame.
  const RoleHit* speaker_of(const Frame& f) const {
    const auto first = std::partition_point(sources_.begin(), sources_.end(),
                                            [&](const RoleHit* r) { return r->begin < f.first; });
    const RoleHit* speaker = nullptr;
    for (auto r = first; r != sources_.end() && (*r)->begin < f.last; ++r) {
      if ((*r)->end <= f.last && (speaker == nullptr || *r < speaker)) speaker = *r;
    }
    return speaker;
  }

  Assembly& assembly_;
  const AssembleInput& in_;
  const DocumentView& view_;
  const Draft& draft_;
  Incident& out_;
  const std::vector<const RoleHit*>& sources_;
};

}  // namespace

void set_casualties(Assembly& assembly, const std::vector<const RoleHit*>& sources) { TollSetter(assembly, sources).set_casualties(); }

}  // namespace incidents
