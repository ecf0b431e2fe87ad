#include "output/columns.h"

#include <fmt/format.h>

#include "incidents/date.h"
#include "output/cells.h"
#include "output/names.h"

namespace incidents::output {
namespace {

using Kind = Column::Kind;

std::string text_or_empty(const std::optional<std::string>& text) { return text.value_or(""); }
std::string day_or_empty(const std::optional<Date>& date) { return date ? format(*date) : std::string(); }
std::string truth(bool value) { return value ? "true" : "false"; }
std::string bound(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); }
std::string degrees(const std::optional<double>& value) { return value ? fmt::format("{}", *value) : std::string(); }

/// A field of the most specific place.
template <typename Field>
std::string place_field(const Incident& incident, Field field) {
  return incident.locations.empty() ? std::string() : field(incident.locations.front());
}

/// The column of a casualty's bound.
template <std::optional<Casualty> Casualties::*Member, bool Upper>
std::string casualty_bound(const Document&, const Incident& incident) {
  return Upper ? max_of(incident.casualties.*Member) : min_of(incident.casualties.*Member);
}

std::string weapons_of(const Incident& incident) {
  std::vector<std::string> texts;
  for (const Weapon& weapon : incident.weapons) texts.push_back(weapon.text);
  return joined(texts);
}

std::string seized_of(const Incident& incident) {
  std::vector<std::string> texts;
  for (const SeizedItem& item : incident.seized) texts.push_back(item.text);
  return joined(texts);
}

using D = const Document&;
using I = const Incident&;
using L = const IncidentLocation&;

constexpr Column kColumns[] = {
    {"id", Kind::text, [](D, I i) { return i.id; }},
    {"document", Kind::text, [](D d, I) { return d.meta.id; }},
    {"path", Kind::text, [](D d, I) { return text_or_empty(d.meta.path); }},
    {"title", Kind::text, [](D d, I) { return text_or_empty(d.meta.title); }},
    {"published", Kind::text, [](D d, I) { return day_or_empty(d.meta.published); }},
    {"category", Kind::text, [](D, I i) { return i.category; }},
    {"type", Kind::text, [](D, I i) { return i.type; }},
    {"date_start", Kind::text, [](D, I i) { return i.date ? day_or_empty(i.date->start) : std::string(); }},
    {"date_end", Kind::text, [](D, I i) { return i.date ? day_or_empty(i.date->end) : std::string(); }},
    {"date_precision", Kind::text, [](D, I i) { return i.date ? std::string(name_of(i.date->precision)) : std::string(); }},
    {"timex", Kind::text, [](D, I i) { return i.date ? i.date->timex : std::string(); }},
    {"place", Kind::text, [](D, I i) { return place_field(i, [](L l) { return l.name; }); }},
    {"place_latin", Kind::text, [](D, I i) { return place_field(i, [](L l) { return text_or_empty(l.latin); }); }},
    {"place_kind", Kind::text, [](D, I i) { return place_field(i, [](L l) { return l.kind; }); }},
    {"admin2", Kind::text, [](D, I i) { return place_field(i, [](L l) { return text_or_empty(l.admin2); }); }},
    {"admin1", Kind::text, [](D, I i) { return place_field(i, [](L l) { return text_or_empty(l.admin1); }); }},
    {"country", Kind::text, [](D, I i) { return place_field(i, [](L l) { return text_or_empty(l.country); }); }},
    {"country_name", Kind::text, [](D, I i) { return place_field(i, [](L l) { return text_or_empty(l.country_name); }); }},
    {"lat", Kind::number, [](D, I i) { return place_field(i, [](L l) { return degrees(l.lat); }); }},
    {"lon", Kind::number, [](D, I i) { return place_field(i, [](L l) { return degrees(l.lon); }); }},
    {"place_precision", Kind::text, [](D, I i) { return place_field(i, [](L l) { return std::string(name_of(l.precision)); }); }},
    {"killed_min", Kind::number, casualty_bound<&Casualties::killed, false>},
    {"killed_max", Kind::number, casualty_bound<&Casualties::killed, true>},
    {"injured_min", Kind::number, casualty_bound<&Casualties::injured, false>},
    {"injured_max", Kind::number, casualty_bound<&Casualties::injured, true>},
    {"missing_min", Kind::number, casualty_bound<&Casualties::missing, false>},
    {"missing_max", Kind::number, casualty_bound<&Casualties::missing, true>},
    {"detained_min", Kind::number, casualty_bound<&Casualties::detained, false>},
    {"detained_max", Kind::number, casualty_bound<&Casualties::detained, true>},
    {"kidnapped_min", Kind::number, casualty_bound<&Casualties::kidnapped, false>},
    {"kidnapped_max", Kind::number, casualty_bound<&Casualties::kidnapped, true>},
    {"rescued_min", Kind::number, casualty_bound<&Casualties::rescued, false>},
    {"rescued_max", Kind::number, casualty_bound<&Casualties::rescued, true>},
    {"displaced_min", Kind::number, casualty_bound<&Casualties::displaced, false>},
    {"displaced_max", Kind::number, casualty_bound<&Casualties::displaced, true>},
    {"perpetrators", Kind::text, [](D, I i) { return joined(actor_names(i, {"perpetrator", "suspect"})); }},
    {"targets", Kind::text, [](D, I i) { return joined(actor_names(i, {"target", "victim"})); }},
    {"sources", Kind::text, [](D, I i) { return joined(actor_names(i, {"source"})); }},
    {"weapons", Kind::text, [](D, I i) { return weapons_of(i); }},
    {"seized", Kind::text, [](D, I i) { return seized_of(i); }},
    {"damage", Kind::text, [](D, I i) { return text_or_empty(i.damage); }},
    {"occurrences_min", Kind::number, [](D, I i) { return bound(i.occurrences.min); }},
    {"occurrences_max", Kind::number, [](D, I i) { return bound(i.occurrences.max); }},
    {"aggregate", Kind::boolean, [](D, I i) { return truth(i.aggregate); }},
    {"claim", Kind::text, [](D, I i) { return text_or_empty(i.claim.status); }},
    {"claimed_by", Kind::text, [](D, I i) { return text_or_empty(i.claim.by); }},
    {"certainty", Kind::text, [](D, I i) { return i.certainty; }},
    {"main", Kind::boolean, [](D, I i) { return truth(i.main); }},
    {"acled", Kind::text, [](D, I i) { return text_or_empty(i.codes.acled); }},
    {"plover", Kind::text, [](D, I i) { return text_or_empty(i.codes.plover); }},
    {"cameo", Kind::text, [](D, I i) { return text_or_empty(i.codes.cameo); }},
    {"evidence", Kind::text, [](D, I i) { return i.evidence.empty() ? std::string() : i.evidence.front().text; }},
};

}  // namespace

std::span<const Column> columns() { return kColumns; }

}  // namespace incidents::output
