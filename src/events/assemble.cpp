#include "events/coreference.h"
#include "events/assemble.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "events/annotation.h"
#include "events/compare.h"
#include "events/goods.h"
#include "events/scene.h"
#include "events/toll.h"
#include "mentions/calendar.h"

namespace incidents {
namespace {

/// FNV-1a: the id must be the same on every machine, which std::hash does not promise.
std::uint64_t hash(std::string_view text, std::uint64_t h = 0xcbf29ce484222325u) {
  for (unsigned char c : text) h = (h ^ c) * 0x100000001b3u;
  return h;
}

class Assembler {
 public:
  Assembler(const AssembleInput& in, const Draft& draft) : in_(in), view_(in.view), draft_(draft) {}

  Incident run() {
    set_type();
    collect_roles();
    set_date();
    set_locations();
    set_casualties();
    set_actors();
    take_doers_of_total();
    set_weapons();
    set_state();
    set_evidence();
    set_id();
    return std::move(out_);
  }

 private:
  const Frame& frame(std::uint32_t f) const { return in_.frames.frames[f]; }
  template <class Visit>
  void each_frame(Visit visit) const {
    for (std::uint32_t f : draft_.frames) visit(frame(f));
  }

  void because(std::string field, std::uint32_t begin, std::uint32_t end, const Origin& origin) {
    const auto [name, source] = origin_name(view_, origin);
    note_rule(name);
    if (in_.explain) out_.reasons.push_back({std::move(field), view_.text(begin, end), view_.source->span(begin, end), name, source});
  }

  void note_rule(const std::string& name) {
    if (!name.empty() && std::find(out_.rules.begin(), out_.rules.end(), name) == out_.rules.end()) out_.rules.push_back(name);
  }

  // ---- type

  Category category() const { return in_.types[draft_.type].category; }

  void set_type() {
    const EventType& t = in_.types[draft_.type];
    out_.type = view_.string(t.type);
    out_.category = view_.string(t.category_name);
    const auto code = [&](StringId id) {
      return id == 0 ? std::nullopt : std::optional(std::string(view_.string(id)));
    };
    out_.codes = {code(t.acled), code(t.plover), code(t.cameo)};
    each_frame([&](const Frame& f) {
      for (const TriggerHit& hit : f.triggers) {
        if (!in_.types.compatible(hit.type, draft_.type)) continue;
        const Mention& m = view_.mention(hit.mention);
        because("type", m.begin, m.end, m.origin);
      }
    });
  }

  // ---- roles first: sources are needed for rival tolls

  void collect_roles() {
    for (std::uint32_t f : draft_.frames) {
      find_roles(view_, in_.types, in_.roles, in_.casualties, frame(f), draft_.type, roles_);
      drop_roles_of_charge(frame(f));
      const Claimed claim = find_claim(view_, frame(f), roles_);
      denied_ = denied_ || view_.has_cue(Cue::deny, frame(f).first, frame(f).last);
      alleged_ = alleged_ || view_.has_cue(Cue::allege, frame(f).first, frame(f).last);
      if (claim.status == "denied" && !in_.types.is_deed(draft_.type)) continue;  // a denial of something else
      if (claim.status && (!claim_.status || *claim.status == "claimed")) claim_ = claim;
    }
    for (const RoleHit& r : roles_) {
      if (r.role == "claimant" && claim_.status != "claimed") claim_ = {"claimed", r.name};
    }
    settle_roles(in_.types[draft_.type], roles_);
    for (const RoleHit& r : roles_) {
      if (r.role == "source") sources_.push_back(&r);
    }
    std::stable_sort(sources_.begin(), sources_.end(),
                     [](const RoleHit* a, const RoleHit* b) { return a->begin < b->begin; });
    // The accused denies it and nobody else has taken responsibility.
    const bool accused = std::any_of(roles_.begin(), roles_.end(), [&](const RoleHit& r) {
      return (r.status == "alleged" && r.role != "source") || (alleged_ && r.role == "perpetrator" && in_.types[draft_.type].category == Category::attack);
    });
    if (!claim_.status && accused && denied_) claim_.status = "denied";
  }

  /// “for the murder of X”, “for the rape of Y”: whom the deed befell was not arrested.
  void drop_roles_of_charge(const Frame& f) {
    if (f.charged_by == kNone || !in_.types[draft_.type].takes_people) return;
    const std::uint32_t charge = view_.mention(f.charged_by).begin;
    std::erase_if(roles_, [&](const RoleHit& r) {
      if (r.begin < f.first || r.end > charge || (r.role != "victim" && r.role != "target" && r.role != "suspect")) return false;
      const StringId marker = view_.case_at(r.end);
      const bool befell = marker == view_.sym.v_ka || marker == view_.sym.v_se || marker == view_.sym.v_ke_saath;
      for (std::uint32_t t = r.end; befell && t < charge; ++t) {
        if (view_.case_at(t) == view_.sym.v_ko || view_.case_at(t) == view_.sym.v_ne) return false;
      }
      return befell;
    });
  }

  // ---- date

  void set_date() {
    MentionIndex chosen = kNone;
    double best = -1;
    const Frame* dated_by = draft_.dated_by == kNone ? nullptr : &frame(draft_.dated_by);
    each_frame([&](const Frame& f) {
      if (f.date == kNone || is_remark(f)) return;
      const Timex& t = view_.mentions->dates[view_.mention(f.date).payload];
      if (!draft_.aggregate && !in_.types[draft_.type].lasting && t.form.op == DateOp::until && !t.start) return;  // “by Friday nine bodies were found”
      if (!draft_.aggregate && t.since && lasts_weeks(t) && f.sentence > draft_.first_sentence + 1 && !in_.types[draft_.type].lasting) return;  // “since the attack of last July the town lies in ruins”
      if (is_instant() && (t.form.op == DateOp::window || t.since) && lasts_weeks(t)) return;  // “killed two whom they had held for seven months”
      double score = f.weight + (t.start ? 3 : 0) + (t.precision == DatePrecision::day ? 2 : t.precision == DatePrecision::month ? 1 : 0) + (f.headline ? -1 : 0) - (names_no_day(t) ? 2 : 0) - (t.since || is_window(t) ? 2 : 0) + dates_event(f) + (&f == dated_by ? 0.5 : 0);
      if (draft_.aggregate && t.precision != DatePrecision::day) score += 3;
      if (score > best) {
        best = score;
        chosen = f.date;
      }
    });
    if (chosen == kNone) return take_lead_date();
    const Mention& m = view_.mention(chosen);
    out_.date = to_incident_date(view_, m);
    close_date();
    extend_date(m);
    because("date", m.begin, m.end, m.origin);
  }

  /// A killing or a crash does not go on for weeks.
  bool is_instant() const {
    if (draft_.aggregate) return false;
    const EventType& t = in_.types[draft_.type];
    return category() == Category::accident || (category() == Category::crime && t.owner != DeedOwner::states && out_.type != "kidnapping" && out_.type != "extortion") || out_.type == "assassination" || out_.type == "stabbing";
  }

  static bool lasts_weeks(const Timex& t) {
    constexpr int kDays = 13;
    return t.start && (!t.end || days_from_civil(*t.end) - days_from_civil(*t.start) > kDays);
  }

  /// “in seven months”: how long something has gone on.
  bool is_window(const Timex& t) const {
    return !draft_.aggregate && (t.form.op == DateOp::window || t.form.op == DateOp::within) && t.start != t.end;
  }

  /// How surely the sentence's day is the event's: less where it tells only what was done about it, or what was found.
  double dates_event(const Frame& f) const {
    constexpr double kStated = 8, kOwn = 1.5, kFollows = -3;
    if (states_day(view_, f)) return kStated;
    bool follows = false;
    for (const TriggerHit& hit : f.triggers) {
      const bool own = in_.types.compatible(hit.type, draft_.type);
      if (own && hit.strength != Strength::support && !hit.from_effect) return kOwn;
      follows = follows || (!own && in_.types[hit.type].follows[draft_.type]);
    }
    return follows ? kFollows : 0;
  }

  /// A total “since March” counts up to the day of publication.
  void close_date() {
    IncidentDate& d = *out_.date;
    if (!draft_.aggregate || !d.start || d.end || !view_.published || *view_.published < *d.start) return;
    d.end = view_.published;
    d.timex = timex_of_interval({d.start, d.end});
  }

  /// Without a word for the happening or a toll, since long ago, or farther on, pointing at nothing and weeks old: its
  /// day is of something else.
  bool is_remark(const Frame& f) const {
    constexpr int kDays = 14;
    if (draft_.tried) return false;  // the deed of a court story is old
    if (!f.triggers.empty() || !f.figures.empty()) return false;
    const Timex& t = view_.mentions->dates[view_.mention(f.date).payload];
    // “work has been going on for a year”, “for the first time since 1948”.
    if (!draft_.aggregate && (t.since || t.form.op == DateOp::window)) return true;
    if (f.anaphor || f.headline || f.sentence <= draft_.first_sentence + 1) return false;
    return view_.published && t.end && days_from_civil(*view_.published) - days_from_civil(*t.end) > kDays;
  }

  /// A happening of the same news told without a day shares the main one's; of one “on the other side” nothing says so.
  void take_lead_date() {
    if (draft_.shared_date != kNone) {
      out_.date = to_incident_date(view_, view_.mention(draft_.shared_date));
      out_.date->resolved_from = ResolvedFrom::context;
      return;
    }
    const Incident* of = draft_.of_total ? in_.total : in_.lead;
    const Frame& opening = frame(draft_.frames.front());
    if (!draft_.of_total && (opening.shift_soft || opening.brief)) return;
    if (!of || !of->date || draft_.aggregate || draft_.background || (!draft_.of_total && of->category != out_.category && !follows_at_once())) return;
    out_.date = of->date;
    out_.date->resolved_from = ResolvedFrom::context;
  }

  /// “two crushed by a lorry, uproar”: told in one headline, the crowd's anger is of the same day.
  bool follows_at_once() const { return draft_.headline && category() == Category::unrest; }

  /// “on Thursday and Friday”: both days.
  void extend_date(const Mention& m) {
    std::uint32_t next = m.end;
    if (next < view_.size() && view_.case_at(next) != 0) return;
    if (next >= view_.size() || !view_.phrase_at(next, view_.sym.conjunction)) return;
    const MentionIndex second = view_.mention_at(next + 1, MentionKind::date);
    if (second == kNone) return;
    const Timex& t = view_.mentions->dates[view_.mention(second).payload];
    IncidentDate& d = *out_.date;
    if (!t.end || !d.end || t.precision != DatePrecision::day || d.precision != DatePrecision::day || *t.end < *d.end) return;
    d.end = t.end;
    d.text = view_.text(m.begin, view_.mention(second).end);
    d.span = view_.source->span(m.begin, view_.mention(second).end);
  }

  // ---- places

  void set_locations() {
    for (Scene& scene : find_scenes(view_, in_.frames, draft_, out_.type)) {
      out_.locations.push_back(std::move(scene.location));
      const Mention& m = view_.mention(scene.mention);
      because(fmt::format("locations[{}]", out_.locations.size() - 1), m.begin, m.end, m.origin);
    }
    const Incident* of = draft_.of_total && in_.total ? in_.total : in_.lead;
    if (!out_.locations.empty() || !of || draft_.other_side) return;
    if (auto l = inherited_location(view_, in_.frames, draft_, *of, is_history())) out_.locations.push_back(std::move(*l));
  }

  /// Told with a day long before the lead's: nothing says that it was there.
  bool is_history() const {
    constexpr int kDays = 180;
    if (draft_.main || !in_.lead || !out_.date || !out_.date->end) return false;
    const auto now = in_.lead->date && in_.lead->date->start ? in_.lead->date->start : view_.published;
    return now && days_from_civil(*now) - days_from_civil(*out_.date->end) > kDays;
  }

  // ---- casualties

  void set_casualties() {
    std::vector<PlacedFigure> figures;
    for (std::uint32_t f : draft_.frames) {
      const Frame& fr = frame(f);
      for (std::uint32_t g : fr.figures) {
        PlacedFigure placed{&in_.casualties.figures[g], fr.headline || fr.section, fr.sentence, std::nullopt, false, false, place_of(in_.casualties.figures[g])};
        if (const RoleHit* speaker = speaker_of(fr)) {
          placed.source = speaker->name;
          placed.rival = speaker->kind == "armed_group";
          placed.witness = is_witness(*speaker);
        }
        figures.push_back(std::move(placed));
        const Figure& figure = in_.casualties.figures[g];
        if (figure.quantity && (figure.cue != kNone || figure.noun != kNone)) {
          const Origin origin = figure.cue != kNone ? view_.mention(figure.cue).origin : Origin{Origin::Kind::entry, figure.noun};
          because("casualties." + std::string(effect_name(figure.effect)), figure.begin, figure.end, origin);
        }
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
    if (!c.missing || !c.missing->quantity.max || (category() != Category::crime && category() != Category::operation)) return false;
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

  // ---- actors

  void set_actors() {
    fold_told_again(out_.casualties, category() == Category::unrest, roles_);
    for (const RoleHit& r : roles_) {
      if (r.name.empty() || is_known(r) || names_more(r)) continue;
      Actor a;
      a.name = r.name;
      a.role = r.role;
      a.kind = r.kind.empty() ? "civilian" : r.kind;
      a.country = r.country;
      a.status = r.status;
      a.span = view_.source->span(r.begin, r.end);
      out_.actors.push_back(std::move(a));
      if (r.row != kNone) {
        const SourceLine line = in_.roles.source(r.row);
        note_rule(fmt::format("roles:{}", line.line));
        if (in_.explain) {
          out_.reasons.push_back({fmt::format("actors[{}]", out_.actors.size() - 1), view_.text(r.begin, r.end), view_.source->span(r.begin, r.end),
                                  "roles", fmt::format("{}:{}", line.file, line.line)});
        }
      } else if (in_.explain) {
        // Read from a toll, a genitive, a bare subject: the words are the reason, no row is.
        out_.reasons.push_back({fmt::format("actors[{}]", out_.actors.size() - 1), view_.text(r.begin, r.end), view_.source->span(r.begin, r.end), "grammar", ""});
      }
    }
  }

  /// “the air force bombed three provinces”: one of the several that the article opens with was struck by the same.
  void take_doers_of_total() {
    const auto did = [](const Actor& actor) { return actor.role == "perpetrator" || actor.role == "claimant"; };
    if (!draft_.of_total || !in_.total || in_.total->category != out_.category) return;
    if (std::any_of(out_.actors.begin(), out_.actors.end(), did)) return;
    std::copy_if(in_.total->actors.begin(), in_.total->actors.end(), std::back_inserter(out_.actors), did);
  }

  bool is_known(const RoleHit& r) const {
    // As far back as an article goes; it keeps a text of any length linear.
    constexpr std::ptrdiff_t kWindow = 64;
    const auto latest = out_.actors.end() - std::min(kWindow, std::ssize(out_.actors));
    return std::any_of(latest, out_.actors.end(), [&](const Actor& a) {
      return a.role == r.role && (a.name == r.name || a.name.find(r.name) != std::string::npos);
    });
  }

  /// “Usha”, then “vivahita Usha Devi”: the fuller name takes the place of the shorter one.
  bool names_more(const RoleHit& r) {
    constexpr std::ptrdiff_t kWindow = 64;  // as far back as an article goes
    for (auto at_actor = out_.actors.end() - std::min(kWindow, std::ssize(out_.actors)); at_actor != out_.actors.end(); ++at_actor) {
      Actor& a = *at_actor;
      if (a.role != r.role || a.kind != "person" || r.kind != "person" || r.name.size() <= a.name.size()) continue;
      const std::size_t at = r.name.find(a.name);
      if (at == std::string::npos || (at > 0 && r.name[at - 1] != ' ')) continue;
      if (at + a.name.size() < r.name.size() && r.name[at + a.name.size()] != ' ') continue;
      a.name = r.name;
      a.span = view_.source->span(r.begin, r.end);
      return true;
    }
    return false;
  }

  // ---- weapons and what was seized

  bool takes_weapons() const {
    if (in_.types[draft_.type].self_inflicted) return false;
    return in_.types.is_deed(draft_.type) || category() == Category::unrest || category() == Category::operation;
  }

  void set_weapons() {
    if (!takes_weapons()) return;
    each_frame([&](const Frame& f) {
      view_.for_each(MentionKind::weapon, f.first, f.last, [&](MentionIndex, const Mention& m) { add_weapon(f, m); });
      for (const Goods& g : find_goods(view_, in_.types, in_.casualties, f)) keep_seized(seized(g.begin, g.end, g.kind), {false, false, is_priced(g.begin, g.end), f.sentence});
    });
    if (std::any_of(out_.weapons.begin(), out_.weapons.end(), [&](const Weapon& w) { return !is_any_weapon(w) && is_firearm(w.kind); })) {
      std::erase_if(out_.weapons, [&](const Weapon& w) { return is_any_weapon(w); });
    }
    drop_told_better();
  }

  static bool is_firearm(std::string_view kind) {
    constexpr std::array<std::string_view, 3> kFirearms = {"gun", "rifle", "pistol"};
    return std::find(kFirearms.begin(), kFirearms.end(), kind) != kFirearms.end();
  }

  /// “arms”, where a firearm is named, says nothing more.
  bool is_any_weapon(const Weapon& w) const { return std::find(any_weapons_.begin(), any_weapons_.end(), w.span.start) != any_weapons_.end(); }

  void add_weapon(const Frame& f, const Mention& m) {
    if (m.origin.kind == Origin::Kind::entry && view_.lexicon.entry_class(m.origin.id) != view_.sym.weapon) return add_seized(f, m);
    if (is_in_name(m)) return;
    Weapon w;
    w.kind = view_.string(view_.attribute(m, view_.sym.k_kind));
    std::uint32_t begin = m.begin;
    if (const Quantified* q = count_of(m.begin, m.end)) {
      w.count = to_quantity(view_, q->number);
      begin = std::min(begin, q->begin);
    }
    w.text = view_.text(begin, m.end);
    w.span = view_.source->span(begin, m.end);
    if (!is_seized(f, m)) {
      if (view_.attribute(m, view_.sym.k_shot) == view_.sym.v_yes) return;  // “by a bullet” says that a gun was used, not which
    } else {
      add_seized(f, m);
      if (w.kind == "communication") return;  // found with arms, but none
    }
    const bool any = view_.attribute(m, view_.sym.k_generic) == view_.sym.v_yes;
    if (any) any_weapons_.push_back(w.span.start);
    for (Weapon& other : out_.weapons) {
      if (other.kind != w.kind || any != is_any_weapon(other)) continue;
      if (!other.count && w.count) other = std::move(w);
      return;
    }
    out_.weapons.push_back(std::move(w));
    because(fmt::format("weapons[{}]", out_.weapons.size() - 1), m.begin, m.end, m.origin);
  }

  /// A word of somebody's name.
  bool is_in_name(const Mention& m) const {
    const MentionIndex actor = view_.mention_over(m.begin, MentionKind::actor);
    return actor != kNone && view_.mention(actor).payload != kNone && view_.mentions->actors[view_.mention(actor).payload].named_person;
  }

  bool is_seized(const Frame& f, const Mention& m) const {
    return tells(f, &EventType::takes_goods) || (tells(f, &EventType::takes_people) && is_taken_along(f, m));
  }

  bool tells(const Frame& f, bool EventType::*attribute) const {
    return std::any_of(f.triggers.begin(), f.triggers.end(), [&](const TriggerHit& t) { return in_.types[t.type].*attribute; });
  }

  /// “ek katta va do kartus ke saath giraftar”: things on to the postposition.
  bool is_taken_along(const Frame& f, const Mention& m) const {
    constexpr std::uint32_t kThings = 12;
    const std::uint32_t limit = std::min(f.last, m.end + kThings);
    for (std::uint32_t t = m.end; t < limit; ++t) {
      if (const LexicalMatch* marker = view_.phrase_at(t, view_.sym.marker)) {
        const StringId cased = view_.attribute(marker->entry, view_.sym.k_case);
        if (cased == view_.sym.v_ke_saath || cased == view_.sym.v_samet) return true;
        if (cased != view_.sym.v_ka) return false;
      }
      const bool thing = view_.mention_over(t, MentionKind::weapon) != kNone || view_.mention_over(t, MentionKind::number) != kNone;
      if (thing) continue;
      const bool other = view_.has_class(t, view_.sym.verb) || view_.mention_over(t, MentionKind::trigger) != kNone ||
                         view_.mention_over(t, MentionKind::effect) != kNone || view_.mention_over(t, MentionKind::actor) != kNone;
      if (other) return false;
    }
    return false;
  }

  const Quantified* count_of(std::uint32_t begin, std::uint32_t end) const {
    const auto& list = in_.casualties.quantified;
    for (auto i = first_from(list, begin > kReach ? begin - kReach : 0); i < list.size() && list[i].begin <= end; ++i) {
      const Quantified& q = list[i];
      if (q.counted != Counted::thing || q.head_begin < begin || q.head_begin >= end) continue;
      // “AK 47 | rounds”: the number is another weapon's name.
      const MentionIndex other = view_.mention_over(q.begin, MentionKind::weapon);
      if (other != kNone && view_.mention(other).begin < q.begin && view_.mention(other).end <= begin) continue;
      return &q;
    }
    return nullptr;
  }

  void add_seized(const Frame& f, const Mention& m) {
    if (!is_seized(f, m)) return;
    // “the Narcotics Bureau”: a part of somebody's name.
    const MentionIndex actor = view_.mention_over(m.begin, MentionKind::actor);
    if (actor != kNone && view_.mention(actor).end > m.end) return;
    SeizedItem item = seized(m.begin, m.end, view_.string(view_.attribute(m, view_.sym.k_kind)));
    if (const StringId model = view_.attribute(m, view_.sym.k_model); model != 0) item.model = std::string(view_.string(model));
    const bool any = view_.attribute(m, view_.sym.k_generic) == view_.sym.v_yes;
    const bool drug = m.origin.kind == Origin::Kind::entry && view_.lexicon.entry_class(m.origin.id) == view_.sym.drug;
    keep_seized(std::move(item), {any, drug, is_priced(m.begin, m.end), f.sentence});
  }

  /// The thing with its number or measure.
  SeizedItem seized(std::uint32_t begin, std::uint32_t end, std::string_view kind) const {
    SeizedItem item;
    item.kind = kind;
    if (const Quantified* q = count_of(begin, end)) {
      item.count = to_quantity(view_, q->number);
      begin = std::min(begin, q->begin);
    } else if (const auto measure = measured(begin, end)) {
      item.count = to_quantity(view_, measure->number);
      item.unit = view_.text(measure->head_begin, measure->head_end);
      begin = std::min(begin, measure->begin);
      if (const Quantified* larger = larger_unit_before(*measure)) {
        add_larger_unit(*item.count, *larger, *measure);
        begin = larger->begin;
      }
    }
    item.text = view_.text(begin, end);
    item.span = view_.source->span(begin, end);
    return item;
  }

  /// What is not printed of a thing seized.
  struct Taken {
    bool any = false;     ///< “arms”, “narcotics”: says not which
    bool drug = false;
    bool priced = false;  ///< its measure is its price
    std::uint32_t sentence = 0;
  };

  /// A thing told again is no second one: the telling with a number stands, and a weight rather than a price.
  void keep_seized(SeizedItem item, Taken taken) {
    for (std::size_t i = 0; i < out_.seized.size(); ++i) {
      SeizedItem& other = out_.seized[i];
      if (other.kind != item.kind || (other.model && item.model && other.model != item.model) || taken.any != taken_[i].any) continue;
      const bool better = other.count ? taken_[i].priced && !taken.priced && item.count : item.count.has_value();
      const bool same = other.count && item.count && other.count->min == item.count->min && other.count->max == item.count->max &&
                        (other.text == item.text || taken_[i].sentence != taken.sentence);
      if (!same && other.count && item.count && taken_[i].priced == taken.priced) continue;
      if (better) {
        other = std::move(item);
        taken_[i] = taken;
      }
      return;
    }
    out_.seized.push_back(std::move(item));
    taken_.push_back(taken);
  }

  /// “arms” and “narcotics” say nothing more where it is told which.
  void drop_told_better() {
    const auto is_named = [&](bool drug) {
      for (std::size_t i = 0; i < taken_.size(); ++i) {
        if (!taken_[i].any && taken_[i].drug == drug && (drug || is_firearm(out_.seized[i].kind))) return true;
      }
      return false;
    };
    const bool arms = is_named(false), drugs = is_named(true);
    for (std::size_t i = taken_.size(); i-- > 0;) {
      if (!taken_[i].any || out_.seized[i].count || !(taken_[i].drug ? drugs : arms)) continue;
      out_.seized.erase(out_.seized.begin() + static_cast<std::ptrdiff_t>(i));
      taken_.erase(taken_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  bool is_priced(std::uint32_t begin, std::uint32_t end) const {
    const Quantified* q = count_of(begin, end) ? nullptr : measured(begin, end);
    return q && q->head != kNone && q->head_begin != begin && view_.string(view_.attribute(q->head, view_.sym.k_measures)) == "money";
  }

  /// “11 quintal | 57 kilo”
  const Quantified* larger_unit_before(const Quantified& measure) const {
    const auto& list = in_.casualties.quantified;
    const auto i = first_from(list, measure.begin);
    if (i == 0 || list[i - 1].counted != Counted::measure || list[i - 1].head_end != measure.begin || list[i - 1].head == kNone) return nullptr;
    return grams(list[i - 1]) > grams(measure) && grams(measure) > 0 ? &list[i - 1] : nullptr;
  }

  std::int64_t grams(const Quantified& q) const { return std::atoll(std::string(view_.string(view_.attribute(q.head, view_.sym.k_grams))).c_str()); }

  void add_larger_unit(Quantity& count, const Quantified& larger, const Quantified& measure) const {
    const Quantity more = to_quantity(view_, larger.number);
    const std::int64_t units = grams(larger) / grams(measure);
    if (count.min && more.min) *count.min += *more.min * units;
    if (count.max && more.max) *count.max += *more.max * units;
    count.text = view_.text(larger.begin, measure.head_begin);
    count.span = view_.source->span(larger.begin, measure.head_begin);
  }

  /// Nothing but words of a bound and a postposition: “662 kilo se adhik ka ganja”.
  bool reaches(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t kGap = 5;
    if (from > to || to - from > kGap) return false;
    for (std::uint32_t t = from; t < to;) {
      const LexicalMatch* bound = view_.phrase_at(t, view_.sym.bound_after);
      if (!bound) bound = view_.phrase_at(t, view_.sym.bound);
      const bool small = view_.phrase_at(t, view_.sym.marker) || view_.has_class(t, view_.sym.amount) || view_.has_class(t, view_.sym.adjective) ||
                         view_.mention_over(t, MentionKind::number) != kNone;
      if (!bound && !small) return false;
      t = bound ? bound->end : t + 1;
    }
    return true;
  }

  /// “418 kilo ganja”: the measure before the goods.
  /// An amount of money is its own measure.
  const Quantified* measured(std::uint32_t begin, std::uint32_t end) const {
    const auto& list = in_.casualties.quantified;
    for (auto i = first_from(list, begin > kReach ? begin - kReach : 0); i < list.size() && list[i].begin <= begin; ++i) {
      const Quantified& q = list[i];
      if (q.counted == Counted::measure && (reaches(q.head_end, begin) || (q.head_begin == begin && q.head_end == end))) return &q;
    }
    return nullptr;
  }

  // ---- the rest

  void set_state() {
    out_.main = draft_.main;
    out_.aggregate = draft_.aggregate;
    out_.occurrences = exact_quantity(1);
    each_frame([&](const Frame& f) {
      if (f.occurrences && draft_.aggregate) out_.occurrences = *f.occurrences;
      read_damage(f);
    });
    if (draft_.aggregate && out_.occurrences.min == 1) out_.occurrences = Quantity{2, std::nullopt, Qualifier::several, "", {}};
    out_.claim = {claim_.status, claim_.by};
    bool sourced = false, alleged = false;
    for (const RoleHit& r : roles_) {
      sourced = sourced || r.role == "source";
      alleged = alleged || r.status == "alleged";
    }
    out_.certainty = alleged ? "alleged" : sourced ? "attributed" : "stated";
  }

  void note_damage(bool reported, std::uint32_t begin, std::uint32_t end, const Origin& origin) {
    if (out_.damage == "reported" || (!reported && out_.damage)) return;
    out_.damage = reported ? "reported" : "none";
    because("damage", begin, end, origin);
  }

  void read_damage(const Frame& f) {
    if (category() == Category::operation || category() == Category::politics) return;
    view_.for_each(MentionKind::cue, f.first, f.last, [&](MentionIndex i, const Mention& m) {
      const Cue cue = view_.cue(i);
      if (cue == Cue::no_damage) note_damage(false, m.begin, m.end, m.origin);
      if (cue != Cue::damage || is_own_word(f, m) || is_general(m)) return;
      note_damage(!is_negated(m), m.begin, m.end, m.origin);
    });
    for (const TriggerHit& hit : f.triggers) {
      const EventType& t = in_.types[hit.type];
      if (!t.damages && !(t.damaged && hit.type != draft_.type)) continue;
      const Mention& m = view_.mention(hit.mention);
      if (hit.strength == Strength::strong) note_damage(true, m.begin, m.end, m.origin);
    }
  }

  /// “at 7 houses fall”, “could do damage”: what may be, not what was.
  bool is_general(const Mention& m) const {
    const Clause& clause = view_.clauses[view_.clause_of(m.begin)];
    return view_.has_cue(Cue::habit, clause.first, clause.last) || view_.has_cue(Cue::feared, clause.first, clause.last);
  }

  /// A negation near the word: in a list of short sentences with commas a farther one denies something else.
  bool is_negated(const Mention& m) const {
    constexpr std::uint32_t kBefore = 5, kBehind = 6;
    const Clause& clause = view_.clauses[view_.clause_of(m.begin)];
    const std::uint32_t first = std::max(clause.first, m.begin > kBefore ? m.begin - kBefore : 0);
    for (std::uint32_t t = first; t < std::min(clause.last, m.end + kBehind); ++t) {
      if (view_.phrase_at(t, view_.sym.negation)) return true;
    }
    return false;
  }

  /// That a house fell is what a collapse is, no damage beside it.
  bool is_own_word(const Frame& f, const Mention& cue) const {
    return in_.types[draft_.type].damaged && std::any_of(f.triggers.begin(), f.triggers.end(), [&](const TriggerHit& t) {
             const Mention& m = view_.mention(t.mention);
             return t.type == draft_.type && m.begin < cue.end && cue.begin < m.end;
           });
  }

  void set_evidence() {
    std::uint32_t last = kNone;
    each_frame([&](const Frame& f) {
      if (f.sentence == last) return;
      last = f.sentence;
      const Sentence& s = view_.sentences[f.sentence];
      out_.evidence.push_back({f.sentence, view_.text(s.first, s.last), view_.source->span(s.first, s.last)});
    });
  }

  void set_id() {
    std::uint64_t h = hash(out_.type);
    if (out_.date) h = hash(out_.date->timex, h);
    for (const auto& l : out_.locations) h = hash(l.name, h);
    if (!out_.evidence.empty()) h = hash(out_.evidence.front().text, h);
    out_.id = fmt::format("{:012x}", h & 0xffffffffffffu);
  }

  static constexpr std::uint32_t kReach = 12;  // tokens between a number and its noun, at most

  const AssembleInput& in_;
  const DocumentView& view_;
  const Draft& draft_;
  Incident out_;
  std::vector<RoleHit> roles_;
  std::vector<Taken> taken_;                 ///< beside each of what was seized
  std::vector<std::uint32_t> any_weapons_;  ///< where weapons without a kind (“arms”) begin
  std::vector<const RoleHit*> sources_;  ///< of the roles, by their first token
  Claimed claim_;
  bool alleged_ = false;  ///< somebody accuses somebody in its sentences
  bool denied_ = false;  ///< somebody denies something in its sentences
};

}  // namespace

Incident assemble(const AssembleInput& in, const Draft& draft) { return Assembler(in, draft).run(); }

}  // namespace incidents
