#include "events/build.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <optional>
#include <set>

#include "events/assemble.h"
#include "events/charge.h"
#include "events/inclusion.h"

namespace incidents {

struct EventTables::Parts {
  explicit Parts(const Lexicon& lexicon)
      : settings(lexicon), symbols(lexicon, settings), types(lexicon), roles(lexicon, types) {}
  Settings settings;
  Symbols symbols;
  EventTypes types;
  RoleTable roles;
};

EventTables::EventTables(const Lexicon& lexicon) : parts_(std::make_unique<const Parts>(lexicon)) {}
EventTables::~EventTables() = default;
EventTables::EventTables(EventTables&&) noexcept = default;
const Symbols& EventTables::symbols() const { return parts_->symbols; }

struct IncidentBuilder::State {
  CasualtyFacts casualties;
  FrameFacts frames;
  std::vector<Draft> drafts;
};

IncidentBuilder::IncidentBuilder() : state_(std::make_unique<State>()) {}
IncidentBuilder::~IncidentBuilder() = default;

namespace {

std::string_view why_unused(Counted counted) {
  switch (counted) {
    case Counted::measure: return "a measure, date, age or identifier";
    case Counted::thing: return "counts things, no people";
    case Counted::occurrence:
    case Counted::cases: return "counts happenings";
    case Counted::people: return "counts people whom nothing befell here";
    case Counted::victims: return "belongs to no incident";
    case Counted::bare: return "nothing says what it counts";
  }
  return "";
}

void list_unused(const DocumentView& view, const CasualtyFacts& casualties, std::vector<Reason>& unused) {
  for (const Quantified& q : casualties.quantified) {
    const Mention& m = view.mention(q.number);
    const bool used = std::any_of(casualties.figures.begin(), casualties.figures.end(), [&](const Figure& f) {
      return f.begin <= q.begin && q.end <= f.end;
    });
    if (!used) {
      unused.push_back({"", view.text(m.begin, m.end), view.source->span(m.begin, m.end), std::string(why_unused(q.counted)), ""});
    }
  }
}

/// A flood or an earthquake without day, place, people or damage is what floods and earthquakes are.
bool is_generality(const Incident& i) {
  const Casualties& c = i.casualties;
  const bool people = c.killed || c.injured || c.missing || c.detained || c.kidnapped || c.rescued || c.displaced;
  return to_category(i.category) == Category::disaster && !i.date && i.locations.empty() && !people && i.actors.empty() && i.damage != "reported";
}

/// A word in passing: no day, place, people or things of its own.
bool is_in_passing(const Incident& i) {
  const Casualties& c = i.casualties;
  const bool people = c.killed || c.injured || c.missing || c.detained || c.kidnapped || c.rescued || c.displaced ||
                      std::any_of(i.actors.begin(), i.actors.end(), [](const Actor& a) { return a.role != "source"; });
  const bool things = !i.weapons.empty() || !i.seized.empty() || i.damage == "reported" || i.aggregate;
  const bool day = i.date && i.date->resolved_from != ResolvedFrom::context;
  const bool place = std::any_of(i.locations.begin(), i.locations.end(), [](const IncidentLocation& l) { return l.matched != "context"; });
  return to_category(i.category) != Category::politics && !people && !things && !day && !place;
}

/// “A young man was arrested for rape. It happened on Sunday”: whoever was arrested for a deed is accused of it.
void name_the_accused(const std::vector<const Draft*>& told, std::vector<Incident>& incidents) {
  for (std::size_t deed = 0; deed < incidents.size(); ++deed) {
    if (!told[deed]->of_charge) continue;
    const auto named = [](const Actor& a) { return a.role == "perpetrator"; };
    if (std::any_of(incidents[deed].actors.begin(), incidents[deed].actors.end(), named)) continue;
    // The arrest stands near it; a bound keeps a text of any length linear.
    constexpr std::size_t kNear = 64;
    for (std::size_t i = deed - std::min(deed, kNear); i < deed; ++i) {
      if (told[i]->charge != told[deed]->type || told[i]->of_charge) continue;
      for (Actor a : incidents[i].actors) {
        if (a.role != "suspect") continue;
        a.role = "perpetrator";
        a.status = "alleged";
        incidents[deed].actors.push_back(std::move(a));
      }
    }
  }
}

/// An article of one deed and the arrest for it: the police who tell of the one tell of the other.
void share_police(const EventTypes& types, const std::vector<const Draft*>& told, std::vector<Incident>& incidents) {
  Incident *arrest = nullptr, *deed = nullptr;
  for (std::size_t i = 0; i < incidents.size(); ++i) {
    const bool is_deed = types.is_deed(told[i]->type);
    if (!incidents[i].main || (!types[told[i]->type].takes_people && !is_deed)) continue;
    Incident*& one = is_deed ? deed : arrest;
    if (one) return;
    one = &incidents[i];
  }
  if (!arrest || !deed) return;
  const auto is_source = [](const Actor& a) { return a.role == "source"; };
  const auto pass_on = [&](const Incident& from, Incident& to, bool named) {
    if (std::any_of(to.actors.begin(), to.actors.end(), is_source)) return;
    std::copy_if(from.actors.begin(), from.actors.end(), std::back_inserter(to.actors), [&](const Actor& a) {
      return is_source(a) && (a.kind == "police" || a.kind == "government" || (named && a.kind == "person"));
    });
    if (to.certainty == "stated" && std::any_of(to.actors.begin(), to.actors.end(), is_source)) to.certainty = "attributed";
  };
  pass_on(*arrest, *deed, true);
  pass_on(*deed, *arrest, false);  // a person who tells of the deed may be a relative
}

/// The dead and wounded of the deed are not those of the arrests for it.
void leave_the_lost_to_the_deed(const EventTypes& types, const std::vector<const Draft*>& told, std::vector<Incident>& incidents) {
  std::set<std::optional<std::int64_t>> lost;
  for (std::size_t deed = 0; deed < incidents.size(); ++deed) {
    const auto& killed = incidents[deed].casualties.killed;
    if (types[told[deed]->type].category != Category::operation && !incidents[deed].aggregate && killed) lost.insert(killed->quantity.min);
  }
  for (std::size_t arrest = 0; arrest < incidents.size(); ++arrest) {
    auto& killed = incidents[arrest].casualties.killed;
    if (types[told[arrest]->type].takes_people && killed && lost.contains(killed->quantity.min)) killed.reset();
  }
}

}  // namespace

std::vector<Incident> IncidentBuilder::build(const EventTables& tables, DocumentView& view, bool explain,
                                             std::vector<Reason>& unused) {
  const EventTables::Parts& parts = *tables.parts_;
  Charges(view).tell_deeds(view);
  find_casualties(view, state_->casualties);
  find_inclusions(view, state_->casualties);
  build_frames(view, parts.types, state_->casualties, state_->frames);
  merge_frames(view, parts.types, parts.settings, state_->casualties, state_->frames, state_->drafts);
  AssembleInput input{view, parts.types, parts.roles, state_->casualties, state_->frames, explain, nullptr, nullptr};
  std::vector<Incident> out;
  std::vector<const Draft*> told;  // what each incident was made of
  out.reserve(state_->drafts.size());  // `lead` points into it
  for (const Draft& draft : state_->drafts) {
    Incident incident = assemble(input, draft);
    if (is_generality(incident)) continue;
    out.push_back(std::move(incident));
    told.push_back(&draft);
    if (&draft == &state_->drafts.front() && draft.aggregate) input.total = &out.back();
    if (!input.lead && draft.main) input.lead = &out.back();
  }
  name_the_accused(told, out);
  share_police(parts.types, told, out);
  leave_the_lost_to_the_deed(parts.types, told, out);
  if (out.size() > 1) std::erase_if(out, is_in_passing);  // a text of one sentence tells it
  if (explain) list_unused(view, state_->casualties, unused);
  return out;
}

}  // namespace incidents
