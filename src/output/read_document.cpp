#include "output/read_document.h"

#include <nlohmann/json.hpp>

#include "incidents/date.h"
#include "output/names.h"

namespace incidents::output {
namespace {

using nlohmann::json;

/// The member, or null where the value is no object or has none.
const json& member(const json& value, const char* key) {
  static const json null;
  if (!value.is_object()) return null;
  const auto found = value.find(key);
  return found == value.end() ? null : *found;
}

std::string text_of(const json& value) { return value.is_string() ? value.get<std::string>() : std::string(); }

std::optional<std::string> text_or_none(const json& value) {
  return value.is_string() ? std::optional(value.get<std::string>()) : std::nullopt;
}

std::optional<Date> date_of(const json& value) { return value.is_string() ? parse_iso_date(value.get<std::string>()) : std::nullopt; }

std::optional<std::int64_t> integer_of(const json& value) {
  return value.is_number_integer() ? std::optional(value.get<std::int64_t>()) : std::nullopt;
}

std::optional<double> number_of(const json& value) {
  return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

/// The enumerator in [first, last] of that name; `first` for an unknown one.
template <typename Enum>
Enum enumerator_of(const json& value, Enum first, Enum last) {
  const std::string name = text_of(value);
  for (int i = static_cast<int>(first); i <= static_cast<int>(last); ++i) {
    if (name_of(static_cast<Enum>(i)) == name) return static_cast<Enum>(i);
  }
  return first;
}

Quantity quantity_of(const json& value) {
  Quantity quantity;
  quantity.min = integer_of(member(value, "min"));
  quantity.max = integer_of(member(value, "max"));
  quantity.qualifier = enumerator_of(member(value, "qualifier"), Qualifier::exact, Qualifier::several);
  quantity.text = text_of(member(value, "text"));
  return quantity;
}

IncidentDate incident_date_of(const json& value) {
  IncidentDate date;
  date.start = date_of(member(value, "start"));
  date.end = date_of(member(value, "end"));
  date.precision = enumerator_of(member(value, "precision"), DatePrecision::day, DatePrecision::open);
  date.timex = text_of(member(value, "timex"));
  date.text = text_of(member(value, "text"));
  return date;
}

IncidentLocation location_of(const json& value) {
  IncidentLocation location;
  location.name = text_of(member(value, "name"));
  location.latin = text_or_none(member(value, "latin"));
  location.kind = text_of(member(value, "kind"));
  location.admin2 = text_or_none(member(value, "admin2"));
  location.admin1 = text_or_none(member(value, "admin1"));
  location.country = text_or_none(member(value, "country"));
  location.country_name = text_or_none(member(value, "country_name"));
  location.lat = number_of(member(value, "lat"));
  location.lon = number_of(member(value, "lon"));
  location.precision = enumerator_of(member(value, "precision"), LocationPrecision::place, LocationPrecision::country);
  return location;
}

Casualty casualty_of(const json& value) {
  Casualty casualty;
  casualty.quantity = quantity_of(value);
  casualty.who = text_or_none(member(value, "who"));
  return casualty;
}

bool is_true(const json& value) { return value.is_boolean() && value.get<bool>(); }

Incident incident_of(const json& value) {
  Incident incident;
  incident.id = text_of(member(value, "id"));
  incident.category = text_of(member(value, "category"));
  incident.type = text_of(member(value, "type"));
  if (member(value, "date").is_object()) incident.date = incident_date_of(member(value, "date"));
  for (const json& one : member(value, "locations")) incident.locations.push_back(location_of(one));
  for (const json& one : member(value, "actors")) {
    incident.actors.push_back({text_of(member(one, "name")), text_of(member(one, "role")), text_of(member(one, "kind")),
                               text_or_none(member(one, "country")), text_of(member(one, "status")), {}});
  }
  for (const json& one : member(value, "weapons")) {
    incident.weapons.push_back({text_of(member(one, "kind")), std::nullopt, text_of(member(one, "text")), {}});
  }
  for (const CasualtyField& field : kCasualtyFields) {
    const json& casualty = member(member(value, "casualties"), std::string(field.name).c_str());
    if (casualty.is_object()) incident.casualties.*field.member = casualty_of(casualty);
  }
  incident.occurrences = quantity_of(member(value, "occurrences"));
  incident.aggregate = is_true(member(value, "aggregate"));
  incident.main = is_true(member(value, "main"));
  incident.certainty = text_of(member(value, "certainty"));
  return incident;
}

}  // namespace

std::variant<Document, std::string> read_document(std::string_view line) {
  const json root = json::parse(line, nullptr, false);
  if (root.is_discarded()) return "not JSON";
  if (text_of(member(root, "schema")) != "incidents/1") return "not a line of an incident log (schema incidents/1)";
  Document document;
  const json& meta = member(root, "document");
  document.meta.id = text_of(member(meta, "id"));
  document.meta.path = text_or_none(member(meta, "path"));
  document.meta.published = date_of(member(meta, "published"));
  for (const json& one : member(root, "incidents")) document.incidents.push_back(incident_of(one));
  return document;
}

}  // namespace incidents::output
