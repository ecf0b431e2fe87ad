/// ACLED's columns (codebook of 2024), filled as far as a text goes: nothing is guessed to fill a cell. What ACLED has no
/// column for stands in x_… columns behind.
#include <fmt/format.h>

#include "incidents/date.h"
#include "output/cells.h"
#include "output/formats.h"

namespace incidents::output {
namespace {

struct Party {
  std::string name;       ///< the first actor
  std::string associated; ///< the others
  std::string_view type;  ///< ACLED's inter
};

std::string_view inter_of(std::string_view kind) {
  if (kind == "military" || kind == "police" || kind == "government") return "State forces";
  if (kind == "armed_group") return "Rebel group";
  if (kind == "crowd") return "Protesters";
  return "Civilians";
}

Party party_of(const Incident& incident, std::initializer_list<std::string_view> roles) {
  Party party;
  auto names = actor_names(incident, roles);
  if (names.empty()) return party;
  party.name = names.front();
  for (const Actor& actor : incident.actors) {
    if (actor.name != party.name) continue;
    party.type = inter_of(actor.kind);
    break;
  }
  names.erase(names.begin());
  party.associated = joined(names);
  return party;
}

std::string_view disorder_of(std::string_view event_type) {
  if (event_type == "Protests") return "Demonstrations";
  if (event_type == "Riots") return "Political violence; Demonstrations";
  if (event_type == "Strategic developments") return "Strategic developments";
  return event_type.empty() ? "" : "Political violence";
}

/// 1 the day, 2 the week, 3 the month or wider.
std::string time_precision(const Incident& incident) {
  if (!incident.date) return {};
  switch (incident.date->precision) {
    case DatePrecision::day:
      return "1";
    case DatePrecision::week:
      return "2";
    default:
      return "3";
  }
}

std::string geo_precision(const IncidentLocation& location) {
  switch (location.precision) {
    case LocationPrecision::place:
      return "1";
    case LocationPrecision::admin2:
      return "2";
    default:
      return "3";
  }
}

constexpr std::string_view kColumns[] = {
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp", "x_category", "x_type", "x_country_code", "x_date_end", "x_timex",
    "x_fatalities_min", "x_fatalities_max", "x_injured_min", "x_injured_max", "x_weapons", "x_claim", "x_certainty",
    "x_aggregate", "x_main", "x_document"};

std::vector<std::string> row_of(const Document& document, const Incident& incident, const Style& style) {
  const std::string code = incident.codes.acled.value_or("");
  const auto arrow = code.find(" > ");
  const std::string event_type = code.substr(0, arrow);
  const std::string sub_type = arrow == std::string::npos ? "" : code.substr(arrow + 3);
  const Party first = party_of(incident, {"perpetrator", "suspect", "participant"});
  const Party second = party_of(incident, {"target", "victim"});
  const bool both = !first.type.empty() && !second.type.empty();
  const std::string country = country_of(incident);
  const int number = style.country_number && !country.empty() ? style.country_number(country) : 0;
  const auto day = [](const std::optional<Date>& date) { return date ? format(*date) : std::string(); };
  const std::optional<Date> start = incident.date ? incident.date->start : std::nullopt;
  const IncidentLocation nowhere;
  const IncidentLocation& place = incident.locations.empty() ? nowhere : incident.locations.front();
  const bool civilians = second.type == "Civilians" && disorder_of(event_type) != "";
  std::vector<std::string> weapons;
  for (const Weapon& weapon : incident.weapons) weapons.push_back(weapon.text);
  return {incident.id, day(start), start ? std::to_string(start->year) : "", time_precision(incident),
          std::string(disorder_of(event_type)), event_type, sub_type, guarded(first.name), guarded(first.associated),
          std::string(first.type), guarded(second.name), guarded(second.associated), std::string(second.type),
          both ? std::string(first.type) + "-" + std::string(second.type) : "", civilians ? "Civilian targeting" : "",
          number > 0 ? std::to_string(number) : "", style.world_region ? style.world_region(country) : "",
          style.country_name && !country.empty() ? style.country_name(country, "en") : country,
          guarded(place.admin1.value_or("")), guarded(place.admin2.value_or("")), "", guarded(place.name),
          place.lat ? fmt::format("{}", *place.lat) : "", place.lon ? fmt::format("{}", *place.lon) : "",
          incident.locations.empty() ? "" : geo_precision(place), guarded(joined(actor_names(incident, {"source"}))), "",
          incident.evidence.empty() ? "" : guarded(incident.evidence.front().text), min_of(incident.casualties.killed), "",
          "", incident.category, incident.type, country, day(incident.date ? incident.date->end : std::nullopt),
          incident.date ? guarded(incident.date->timex) : "", min_of(incident.casualties.killed),
          max_of(incident.casualties.killed), min_of(incident.casualties.injured), max_of(incident.casualties.injured),
          guarded(joined(weapons)), incident.claim.status.value_or(""), incident.certainty,
          incident.aggregate ? "true" : "false", incident.main ? "true" : "false", guarded(document.meta.id)};
}

}  // namespace

void begin_acled(const Style& style, std::string& out) {
  if (style.bom) out += "\xef\xbb\xbf";
  append_csv_row({std::begin(kColumns), std::end(kColumns)}, out);
}

void record_acled(const Document& document, const Style& style, std::string& out) {
  for (const Incident& incident : document.incidents) append_csv_row(row_of(document, incident, style), out);
}

}  // namespace incidents::output
