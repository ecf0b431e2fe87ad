#include "output/columns.h"
#include "output/formats.h"

namespace incidents::output {
namespace {

void write_geometry(const Incident& incident, JsonWriter& json) {
  json.key("geometry");
  if (incident.locations.empty() || !incident.locations.front().lat || !incident.locations.front().lon) return json.null();
  json.open('{');
  json.key("type");
  json.string("Point");
  json.key("coordinates");
  json.open('[');
  json.number(*incident.locations.front().lon);
  json.number(*incident.locations.front().lat);
  json.close(']');
  json.close('}');
}

void write_property(const Column& column, const std::string& value, JsonWriter& json) {
  json.key(column.name);
  if (value.empty()) return json.null();
  column.kind == Column::Kind::text ? json.string(value) : json.raw(value);
}

}  // namespace

void begin_geojson(const Style&, std::string& out) { out += "{\"type\":\"FeatureCollection\",\"features\":[\n"; }

void record_geojson(const Document& document, const Style&, std::string& out) {
  bool first = true;
  for (const Incident& incident : document.incidents) {
    if (!first) out += ",\n";
    first = false;
    JsonWriter json(out);
    json.open('{');
    json.key("type");
    json.string("Feature");
    json.key("id");
    json.string(incident.id);
    write_geometry(incident, json);
    json.key("properties");
    json.open('{');
    for (const Column& column : columns()) write_property(column, column.value(document, incident), json);
    json.close('}');
    json.close('}');
  }
}

void end_geojson(const Summary&, const Style&, std::string& out) { out += "\n]}\n"; }

}  // namespace incidents::output
