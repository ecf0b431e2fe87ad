#include "events/assemble.h"

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include "events/assembly.h"
#include "events/coreference.h"
#include "events/damage.h"
#include "events/incident_date.h"
#include "events/incident_toll.h"
#include "events/scene.h"
#include "events/weapons.h"
#include "mentions/calendar.h"

namespace incidents {
namespace {

/// FNV-1a: the id must be the same on every machine, which std::hash does not promise.
std::uint64_t hash(std::string_view text, std::uint64_t h = 0xcbf29ce484222325u) {
  for (unsigned char c : text) h = (h ^ c) * 0x100000001b3u;
  return h;
}

/// Fills one incident; day, toll, weapons and damage have files of their own.
class Assembler {
 public:
  Assembler(const AssembleInput& in, const Draft& draft) : assembly_(in, draft) {}

  Incident run() {
    set_type();
    collect_roles();
    set_date(assembly_);
    set_locations();
    set_casualties(assembly_, sources_);
    set_actors();
    take_doers_of_total();
    set_weapons(assembly_);
    set_state();
    set_damage(assembly_);
    set_evidence();
    set_id();
    return std::move(out_);
  }

 private:
  // ---- type

  void set_type() {
    const EventType& t = in_.types[draft_.type];
    out_.type = view_.string(t.type);
    out_.category = view_.string(t.category_name);
    const auto code = [&](StringId id) {
      return id == 0 ? std::nullopt : std::optional(std::string(view_.string(id)));
    };
    out_.codes = {code(t.acled), code(t.plover), code(t.cameo)};
    assembly_.each_frame([&](const Frame& f) {
      for (const TriggerHit& hit : f.triggers) {
        if (!in_.types.compatible(hit.type, draft_.type)) continue;
        const Mention& m = view_.mention(hit.mention);
        assembly_.because("type", m.begin, m.end, m.origin);
      }
    });
  }

  // ---- roles first: sources are needed for rival tolls

  void collect_roles() {
    for (std::uint32_t f : draft_.frames) {
      find_roles(view_, in_.types, in_.roles, in_.casualties, assembly_.frame(f), draft_.type, roles_);
      drop_roles_of_charge(assembly_.frame(f));
      const Claimed claim = find_claim(view_, assembly_.frame(f), roles_);
      denied_ = denied_ || view_.has_cue(Cue::deny, assembly_.frame(f).first, assembly_.frame(f).last);
      alleged_ = alleged_ || view_.has_cue(Cue::allege, assembly_.frame(f).first, assembly_.frame(f).last);
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
      return (r.status == "alleged" && r.role != "source") || (alleged_ && r.role == "perpetrator" && assembly_.category() == Category::attack);
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

  // ---- places

  void set_locations() {
    for (Scene& scene : find_scenes(view_, in_.frames, draft_, out_.type)) {
      out_.locations.push_back(std::move(scene.location));
      const Mention& m = view_.mention(scene.mention);
      assembly_.because(fmt::format("locations[{}]", out_.locations.size() - 1), m.begin, m.end, m.origin);
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

  // ---- actors

  void set_actors() {
    fold_told_again(out_.casualties, assembly_.category() == Category::unrest, roles_);
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
        assembly_.note_rule(fmt::format("roles:{}", line.line));
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

  // ---- the rest

  void set_state() {
    out_.main = draft_.main;
    out_.aggregate = draft_.aggregate;
    out_.occurrences = exact_quantity(1);
    assembly_.each_frame([&](const Frame& f) {
      if (f.occurrences && draft_.aggregate) out_.occurrences = *f.occurrences;
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

  void set_evidence() {
    std::uint32_t last = kNone;
    assembly_.each_frame([&](const Frame& f) {
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

  Assembly assembly_;
  const AssembleInput& in_ = assembly_.in;
  const DocumentView& view_ = assembly_.view;
  const Draft& draft_ = assembly_.draft;
  Incident& out_ = assembly_.out;
  std::vector<RoleHit> roles_;
  std::vector<const RoleHit*> sources_;  ///< of the roles, by their first token
  Claimed claim_;
  bool alleged_ = false;  ///< somebody accuses somebody in its sentences
  bool denied_ = false;  ///< somebody denies something in its sentences
};

}  // namespace

Incident assemble(const AssembleInput& in, const Draft& draft) { return Assembler(in, draft).run(); }

}  // namespace incidents
