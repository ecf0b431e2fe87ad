/// The `incidents/1` contract: keys, their order and their nulls stand here and in data/schema/incidents-1.schema.json,
/// and a test holds the two together.
#include "output/formats.h"
#include "output/names.h"

namespace incidents::output {
namespace {

void write_span(Span span, JsonWriter& json, std::string_view start = "start", std::string_view end = "end") {
  json.key(start);
  json.integer(span.start);
  json.key(end);
  json.integer(span.end);
}

void write_bound(std::string_view key, const std::optional<std::int64_t>& bound, JsonWriter& json) {
  json.key(key);
  bound ? json.integer(*bound) : json.null();
}

/// The keys of a quantity, inside an object that is open. A computed quantity has no words and so no place.
void write_quantity_keys(const Quantity& quantity, JsonWriter& json) {
  write_bound("min", quantity.min, json);
  write_bound("max", quantity.max, json);
  json.key("qualifier");
  json.string(name_of(quantity.qualifier));
  json.key("text");
  json.string_or_null(quantity.text);
  if (quantity.text.empty()) {
    json.key("start");
    json.null();
    json.key("end");
    json.null();
  } else {
    write_span(quantity.span, json);
  }
}

void write_quantity(const std::optional<Quantity>& quantity, JsonWriter& json) {
  if (!quantity) return json.null();
  json.open('{');
  write_quantity_keys(*quantity, json);
  json.close('}');
}

void write_date(const std::optional<IncidentDate>& date, JsonWriter& json) {
  if (!date) return json.null();
  json.open('{');
  json.key("start");
  json.date_or_null(date->start);
  json.key("end");
  json.date_or_null(date->end);
  json.key("precision");
  json.string(name_of(date->precision));
  json.key("timex");
  json.string_or_null(date->timex);
  json.key("resolved_from");
  json.string_or_null(name_of(date->resolved_from));
  json.key("text");
  json.string_or_null(date->text);
  write_span(date->span, json, "start_offset", "end_offset");
  json.close('}');
}

void write_actor(const Actor& actor, JsonWriter& json) {
  json.open('{');
  json.key("name");
  json.string(actor.name);
  json.key("role");
  json.string(actor.role);
  json.key("kind");
  json.string_or_null(actor.kind);
  json.key("country");
  json.string_or_null(actor.country);
  json.key("status");
  json.string_or_null(actor.status);
  write_span(actor.span, json);
  json.close('}');
}

void write_weapon(const Weapon& weapon, JsonWriter& json) {
  json.open('{');
  json.key("kind");
  json.string_or_null(weapon.kind);
  json.key("count");
  write_quantity(weapon.count, json);
  json.key("text");
  json.string(weapon.text);
  write_span(weapon.span, json);
  json.close('}');
}

void write_casualty(const std::optional<Casualty>& casualty, JsonWriter& json) {
  if (!casualty) return json.null();
  json.open('{');
  write_quantity_keys(casualty->quantity, json);
  json.key("who");
  json.string_or_null(casualty->who);
  json.key("parts");
  json.open('[');
  for (const Casualty::Part& part : casualty->parts) {
    json.open('{');
    write_quantity_keys(part.quantity, json);
    json.key("who");
    json.string_or_null(part.who);
    json.close('}');
  }
  json.close(']');
  json.key("alternatives");
  json.open('[');
  for (const Casualty::Alternative& alternative : casualty->alternatives) {
    json.open('{');
    write_quantity_keys(alternative.quantity, json);
    json.key("source");
    json.string_or_null(alternative.source);
    json.close('}');
  }
  json.close(']');
  json.close('}');
}

void write_seized(const SeizedItem& item, JsonWriter& json) {
  json.open('{');
  json.key("kind");
  json.string_or_null(item.kind);
  json.key("model");
  json.string_or_null(item.model);
  json.key("count");
  write_quantity(item.count, json);
  json.key("unit");
  json.string_or_null(item.unit);
  json.key("text");
  json.string(item.text);
  write_span(item.span, json);
  json.close('}');
}

template <typename Items, typename Write>
void write_array(std::string_view key, const Items& items, JsonWriter& json, Write write) {
  json.key(key);
  json.open('[');
  for (const auto& item : items) write(item, json);
  json.close(']');
}

void write_incident(const Incident& incident, JsonWriter& json) {
  json.open('{');
  json.key("id");
  json.string(incident.id);
  json.key("category");
  json.string(incident.category);
  json.key("type");
  json.string(incident.type);
  json.key("codes");
  json.open('{');
  json.key("acled");
  json.string_or_null(incident.codes.acled);
  json.key("plover");
  json.string_or_null(incident.codes.plover);
  json.key("cameo");
  json.string_or_null(incident.codes.cameo);
  json.close('}');
  json.key("date");
  write_date(incident.date, json);
  write_array("locations", incident.locations, json, write_location);
  write_array("actors", incident.actors, json, write_actor);
  write_array("weapons", incident.weapons, json, write_weapon);
  json.key("casualties");
  json.open('{');
  for (const CasualtyField& field : kCasualtyFields) {
    json.key(field.name);
    write_casualty(incident.casualties.*field.member, json);
  }
  json.close('}');
  write_array("seized", incident.seized, json, write_seized);
  json.key("damage");
  json.string_or_null(incident.damage);
  json.key("occurrences");
  write_quantity(incident.occurrences, json);
  json.key("aggregate");
  json.boolean(incident.aggregate);
  json.key("claim");
  json.open('{');
  json.key("status");
  json.string_or_null(incident.claim.status);
  json.key("by");
  json.string_or_null(incident.claim.by);
  json.close('}');
  json.key("certainty");
  json.string(incident.certainty);
  json.key("main");
  json.boolean(incident.main);
  write_array("evidence", incident.evidence, json, [](const Evidence& evidence, JsonWriter& w) {
    w.open('{');
    w.key("sentence");
    w.integer(evidence.sentence);
    write_span(evidence.span, w);
    w.key("text");
    w.string(evidence.text);
    w.close('}');
  });
  write_array("rules", incident.rules, json, [](const std::string& rule, JsonWriter& w) { w.string(rule); });
  json.close('}');
}

void write_meta(const Document& document, JsonWriter& json) {
  const DocumentMeta& meta = document.meta;
  json.open('{');
  json.key("id");
  json.string(meta.id);
  json.key("path");
  json.string_or_null(meta.path);
  json.key("title");
  json.string_or_null(meta.title);
  json.key("language");
  json.string("hi");
  json.key("published");
  json.date_or_null(meta.published);
  json.key("published_from");
  json.string_or_null(name_of(meta.published_from));
  json.key("characters");
  json.integer(meta.characters);
  json.key("sentences");
  json.integer(meta.sentences);
  json.key("tokens");
  json.integer(meta.tokens);
  if (document.text) {
    json.key("text");
    json.string(*document.text);
  }
  json.close('}');
}

void write_counts(std::string_view key, const std::map<std::string, std::uint64_t>& counts, JsonWriter& json) {
  json.key(key);
  json.open('{');
  for (const auto& [name, count] : counts) {
    json.foreign_key(name);
    json.integer(static_cast<std::int64_t>(count));
  }
  json.close('}');
}

void write_tally(std::string_view key, const Tally& tally, JsonWriter& json) {
  json.key(key);
  json.open('{');
  json.key("incidents");
  json.integer(static_cast<std::int64_t>(tally.incidents));
  json.key("killed");
  write_quantity(tally.killed.total(), json);
  json.key("injured");
  write_quantity(tally.injured.total(), json);
  json.close('}');
}

}  // namespace

void write_location(const IncidentLocation& location, JsonWriter& json) {
  json.open('{');
  json.key("name");
  json.string(location.name);
  json.key("latin");
  json.string_or_null(location.latin);
  json.key("kind");
  json.string_or_null(location.kind);
  json.key("admin2");
  json.string_or_null(location.admin2);
  json.key("admin1");
  json.string_or_null(location.admin1);
  json.key("country");
  json.string_or_null(location.country);
  json.key("country_name");
  json.string_or_null(location.country_name);
  json.key("lat");
  location.lat ? json.number(*location.lat) : json.null();
  json.key("lon");
  location.lon ? json.number(*location.lon) : json.null();
  json.key("precision");
  json.string(name_of(location.precision));
  json.key("matched");
  json.string_or_null(location.matched);
  write_span(location.span, json);
  json.close('}');
}

void write_summary(const Summary& summary, JsonWriter& json) {
  json.open('{');
  json.key("incidents");
  json.integer(static_cast<std::int64_t>(summary.incidents()));
  write_counts("by_type", summary.by_type, json);
  write_counts("by_country", summary.by_country, json);
  json.key("killed");
  write_quantity(summary.single.killed.total(), json);
  json.key("injured");
  write_quantity(summary.single.injured.total(), json);
  json.key("first");
  json.date_or_null(summary.first);
  json.key("last");
  json.date_or_null(summary.last);
  write_tally("main", summary.main, json);
  write_tally("background", summary.background, json);
  write_tally("aggregates", summary.aggregates, json);
  json.close('}');
}

void append_summary_json(const Summary& summary, std::string& out) {
  JsonWriter json(out);
  write_summary(summary, json);
}

void write_document(const Document& document, JsonWriter& json) {
  Summary summary;
  summary.add(document);
  json.open('{');
  json.key("schema");
  json.string("incidents/1");
  json.key("document");
  write_meta(document, json);
  write_array("incidents", document.incidents, json, write_incident);
  json.key("summary");
  write_summary(summary, json);
  if (!document.record.empty()) {
    json.key("record");
    json.raw(document.record);
  }
  json.close('}');
}

void begin_json(const Style& style, std::string& out) {
  if (style.several) out += "[\n";
}

void record_json(const Document& document, const Style&, std::string& out) {
  JsonWriter json(out);
  write_document(document, json);
}

void end_json(const Summary& summary, const Style& style, std::string& out) {
  if (style.several) out += summary.documents == 0 ? "]" : "\n]";
  if (style.several || summary.documents > 0) out += '\n';
}

void record_ndjson(const Document& document, const Style&, std::string& out) {
  JsonWriter json(out);
  write_document(document, json);
  out += '\n';
}

}  // namespace incidents::output
