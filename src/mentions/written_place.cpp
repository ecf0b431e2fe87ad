#include "mentions/written_place.h"

#include <algorithm>
#include <cmath>

#include "lexicon/sound_index.h"

namespace incidents {
namespace {

std::string words(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return {};
  return std::string(normal.substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin));
}

/// One document's readings.
class PlaceWriter {
 public:
  explicit PlaceWriter(PlaceDocument& doc) : doc_(doc) {}

  void write(const ToponymReading& reading) {
    Toponym& place = doc_.toponym(reading);
    IncidentLocation& out = place.resolved;
    out.name = words(doc_.normal, doc_.tokens, place.name_begin, place.name_end);
    out.kind = place.class_kind.empty() ? "place" : std::string(place.class_kind);
    place.level = place.class_level;
    place.entry = kNone;
    if (reading.chosen >= reading.rows.size()) return;
    const GazetteerRow& row = reading.rows[reading.chosen];
    if (reading.ambiguous) return write_shared(reading, out);
    place.entry = row.entry;
    place.level = row.level;
    place.standard_name = doc_.lexicon.string(row.name);
    out.latin = text_or_none(doc_.lexicon.attribute(row.entry, "latin"));
    if (place.class_kind.empty() || row.level != PlaceLevel::place || place.core_end != 0) {
      out.kind = doc_.lexicon.attribute(row.entry, "kind");
    }
    if (place.core_end != 0 && !place.class_kind.empty()) out.kind = place.class_kind;
    if (place.is_part) out.kind = "region";
    out.admin2 = text_or_none(doc_.lexicon.string(row.level == PlaceLevel::admin2 ? row.name : district_of(row, reading.rows)));
    out.admin1 = text_or_none(doc_.lexicon.string(row.level == PlaceLevel::admin1 ? row.name : row.admin1));
    if (!out.admin2 && row.level == PlaceLevel::place) out.admin2 = district_told_before(reading, row);
    write_country(doc_.gazetteer, row.cc, out);
    if (row.point) {
      out.lat = row.point->lat;
      out.lon = row.point->lon;
    }
    out.precision = precision_of(row.level);
    // A town whose name the sources have no point for stands in the middle of its district, or where a town of it sounds
    // like it.
    if (doc_.lexicon.attribute(row.entry, "point") == "district") {
      out.precision = LocationPrecision::admin2;
      match_by_sound(doc_, place);
    }
  }

 private:
  /// “Of district D the town T”, where the gazetteer does not say which district T is in.
  std::optional<std::string> district_told_before(const ToponymReading& reading, const GazetteerRow& row) {
    if (&reading == doc_.readings.data()) return std::nullopt;
    const ToponymReading& outer = *(&reading - 1);
    const GazetteerRow* unit = outer.doubtful ? nullptr : outer.choice();
    if (unit == nullptr || unit->level != PlaceLevel::admin2 || unit->cc != row.cc || unit->admin1 != row.admin1) return std::nullopt;
    if (!doc_.hangs_on(outer, reading)) return std::nullopt;
    return text_or_none(doc_.lexicon.string(unit->name));
  }

  /// The row's district; a town's without one is the district of its own name.
  static StringId district_of(const GazetteerRow& row, std::span<const GazetteerRow> namesakes) {
    if (row.admin2 != 0 || row.level != PlaceLevel::place || row.admin1 == 0) return row.admin2;
    for (const GazetteerRow& unit : namesakes) {
      if (unit.level == PlaceLevel::admin2 && unit.cc == row.cc && unit.admin1 == row.admin1) return unit.name;
    }
    return 0;
  }

  /// Of rows that stay possible, what all share.
  void write_shared(const ToponymReading& reading, IncidentLocation& out) const {
    const GazetteerRow& first = reading.rows[reading.chosen];
    const auto all = [&](auto same) { return std::all_of(reading.rows.begin(), reading.rows.end(), same); };
    if (!all([&](const GazetteerRow& row) { return row.cc == first.cc; })) return;
    write_country(doc_.gazetteer, first.cc, out);
    if (all([&](const GazetteerRow& row) { return row.admin1 == first.admin1; })) {
      out.admin1 = text_or_none(doc_.lexicon.string(first.admin1));
    }
  }

  PlaceDocument& doc_;
};

}  // namespace

std::optional<std::string> text_or_none(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

LocationPrecision precision_of(PlaceLevel level) {
  switch (level) {
    case PlaceLevel::country:
      return LocationPrecision::country;
    case PlaceLevel::admin1:
      return LocationPrecision::admin1;
    case PlaceLevel::admin2:
      return LocationPrecision::admin2;
    default:
      return LocationPrecision::place;
  }
}

void write_country(const Gazetteer& gazetteer, StringId cc, IncidentLocation& out) {
  out.country = text_or_none(gazetteer.lexicon().string(cc));
  out.country_name = text_or_none(gazetteer.country_name(cc));
}

void match_by_sound(const PlaceDocument& doc, Toponym& place) {
  if (place.class_level != PlaceLevel::place && place.class_level != PlaceLevel::unknown) return;
  IncidentLocation& out = place.resolved;
  // In the home country, whose villages the text names by the dozen, a namesake somewhere proves nothing.
  if (out.country == "IN" && !out.admin1) return;
  const std::string normal = words(doc.normal, doc.tokens, place.name_begin, place.name_end);
  const auto match = find_by_sound(doc.lexicon.section(kPhoneticSection), normal, *out.country, out.admin1.value_or(""),
                                   out.admin2.value_or(""));
  if (!match) return;
  out.latin = std::string(match->latin);
  if (!out.admin1) out.admin1 = text_or_none(match->admin1);
  if (!out.admin2) out.admin2 = text_or_none(match->admin2);
  out.lat = std::round(match->lat * 1000) / 1000;  // the section holds them as floats
  out.lon = std::round(match->lon * 1000) / 1000;
  out.precision = LocationPrecision::place;
  out.matched = "phonetic";
}

void write_place(PlaceDocument& doc, const ToponymReading& reading) { PlaceWriter(doc).write(reading); }

}  // namespace incidents
