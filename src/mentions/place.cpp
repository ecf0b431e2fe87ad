#include "mentions/place.h"

#include <cstdlib>

namespace incidents {

void resolve_places(const Lexicon& lexicon, std::string_view, std::span<const Token>, std::span<const Sentence>,
                    Mentions& mentions) {
  for (Mention& m : mentions.all) {
    if (m.kind != MentionKind::place || m.origin.kind != Origin::Kind::entry) continue;
    if (m.payload == kNone) {
      m.payload = static_cast<std::uint32_t>(mentions.places.size());
      mentions.places.emplace_back();
    }
    if (lexicon.attribute(m.origin.id, "witness") == "yes") {
      m.superseded = true;
      continue;
    }
    IncidentLocation& l = mentions.places[m.payload].resolved;
    const auto get = [&](std::string_view key) { return std::string(lexicon.attribute(m.origin.id, key)); };
    const auto given = [&](std::string_view key) { auto v = get(key); return v.empty() ? std::nullopt : std::optional(v); };
    mentions.places[m.payload].entry = m.origin.id;
    l.name = std::string(lexicon.string(lexicon.entry_name(m.origin.id)));
    l.kind = get("kind");
    l.admin1 = given("admin1");
    l.admin2 = given("admin2");
    l.country = given("cc");
    const std::string level = get("level");
    l.precision = level == "country" ? LocationPrecision::country : level == "admin1" ? LocationPrecision::admin1 : level == "admin2" ? LocationPrecision::admin2 : LocationPrecision::place;
    if (const auto lat = given("lat")) l.lat = std::atof(lat->c_str());
    if (const auto lon = given("lon")) l.lon = std::atof(lon->c_str());
  }
}

}  // namespace incidents
