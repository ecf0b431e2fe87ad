#include "events/compare.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "mentions/place.h"

namespace incidents {
namespace {

constexpr double kTownsApartKm = 60;
constexpr double kSuburbKm = 25;
constexpr double kNextTownKm = 8;
constexpr std::string_view kCity = "city";

/// As far as anything where a point is missing.
double distance_km(const IncidentLocation& x, const IncidentLocation& y) {
  if (!x.lat || !y.lat || !x.lon || !y.lon) return std::numeric_limits<double>::max();
  const double dy = (*x.lat - *y.lat) * 111, dx = (*x.lon - *y.lon) * 111 * std::cos(*x.lat * 3.14159265 / 180);
  return std::hypot(dx, dy);
}

bool same_text(const std::optional<std::string>& a, const std::string& b) { return a && *a == b; }

/// Is `inner` told to lie inside `outer`?
bool lies_in(const IncidentLocation& inner, const IncidentLocation& outer) {
  return same_text(inner.admin2, outer.name) || same_text(inner.admin1, outer.name) || same_text(inner.country_name, outer.name);
}

constexpr std::string_view kDistrict = "district";

/// A great city and a place of the district that is called after it, “Mumbai Suburban”: near, they are no two towns.
bool is_suburb(const IncidentLocation& city, const IncidentLocation& place) {
  const auto longer = [](const std::string& name, const std::string& core) {
    return name.size() > core.size() && name.starts_with(core) && name[core.size()] == ' ';
  };
  return city.kind == kCity && city.admin2 && place.admin2 && longer(*place.admin2, *city.admin2) && distance_km(city, place) < kSuburbKm;
}

bool is_wide(const Symbols& symbols, const IncidentLocation& l) {
  return std::find(symbols.wide_kinds.begin(), symbols.wide_kinds.end(), l.kind) != symbols.wide_kinds.end();
}

}  // namespace

LocationPrecision level_of(const Toponym& t) {
  // A settlement is one, even where its point is only its district's.
  if (t.entry != kNone) return t.level == PlaceLevel::place ? LocationPrecision::place : t.resolved.precision;
  if (t.class_level == PlaceLevel::admin1) return LocationPrecision::admin1;
  return t.resolved.kind == kDistrict ? LocationPrecision::admin2 : LocationPrecision::place;
}

bool is_town_by_itself(const Toponym& t) {
  const LocationPrecision level = level_of(t);
  return t.entry != kNone && (level == LocationPrecision::admin1 || level == LocationPrecision::admin2 || t.resolved.kind == kCity || t.resolved.kind == "town" || t.resolved.kind == "village");
}

bool related(const Toponym& a, const Toponym& b) {
  return a.resolved.name == b.resolved.name || a.resolved.admin1 == b.resolved.name || b.resolved.admin1 == a.resolved.name ||
         a.resolved.admin2 == b.resolved.name || b.resolved.admin2 == a.resolved.name ||
         a.resolved.country_name == b.resolved.name || b.resolved.country_name == a.resolved.name;
}

/// “the ice factory”, “Shrinath ice factory”: the fuller name of the same building.
bool names_more_fully(const IncidentLocation& full, const IncidentLocation& plain) {
  return plain.name.find(' ') != std::string::npos && full.name.size() > plain.name.size() + 1 && full.name.ends_with(plain.name) &&
         full.name[full.name.size() - plain.name.size() - 1] == ' ';
}

PlaceRelation relate(const Symbols& symbols, const Toponym& a, const Toponym& b) {
  const IncidentLocation &x = a.resolved, &y = b.resolved;
  if (x.name == y.name || (a.entry != kNone && a.entry == b.entry)) return PlaceRelation::same;
  if (a.entry == kNone && b.entry == kNone && (names_more_fully(x, y) || names_more_fully(y, x))) return PlaceRelation::same;
  if (contains(a, b) || contains(b, a) || lies_in(x, y) || lies_in(y, x)) return PlaceRelation::nested;
  // Islands, rivers, valleys and roads lie across districts: that they differ from a town's says nothing.
  if (is_wide(symbols, x) || is_wide(symbols, y)) return x.country && y.country && x.country != y.country ? PlaceRelation::apart : PlaceRelation::unknown;
  if (x.country && y.country && x.country != y.country) return PlaceRelation::apart;
  if (x.admin1 && y.admin1 && x.admin1 != y.admin1) return PlaceRelation::apart;
  if (is_suburb(x, y) || is_suburb(y, x)) return PlaceRelation::unknown;
  if (x.admin2 && y.admin2 && x.admin2 != y.admin2) return PlaceRelation::apart;
  const bool points = x.lat && y.lat && x.precision == LocationPrecision::place && y.precision == LocationPrecision::place;
  if (points && distance_km(x, y) > kTownsApartKm) return PlaceRelation::apart;
  if (a.entry == kNone || b.entry == kNone) return PlaceRelation::unknown;
  // Two settlements that we know, with the same or no parents: different places.
  return level_of(a) == level_of(b) && level_of(a) != LocationPrecision::place ? PlaceRelation::apart : PlaceRelation::unknown;
}

bool are_towns_apart(const Symbols& symbols, const Toponym& a, const Toponym& b) {
  if (!is_town_by_itself(a) || !is_town_by_itself(b)) return false;
  const PlaceRelation relation = relate(symbols, a, b);
  if (relation == PlaceRelation::same || relation == PlaceRelation::nested || is_suburb(a.resolved, b.resolved) || is_suburb(b.resolved, a.resolved)) return false;
  const bool known = a.resolved.lat && b.resolved.lat;
  return relation == PlaceRelation::apart || (known && distance_km(a.resolved, b.resolved) > kNextTownKm);
}

bool names_no_day(const Timex& t) {
  return t.vague || (t.form.op == DateOp::day_part && t.resolved_from == ResolvedFrom::published);
}

int compare_dates(const Timex& a, const Timex& b) {
  if (!a.start || !b.start || names_no_day(a) || names_no_day(b)) return a.timex == b.timex && !a.timex.empty() ? 1 : 0;
  // “since then” may reach any day after it.
  if ((a.since && !a.end && !(*b.start < *a.start)) || (b.since && !b.end && !(*a.start < *b.start))) return 0;
  const Date a_end = a.end.value_or(*a.start), b_end = b.end.value_or(*b.start);
  return a_end < *b.start || b_end < *a.start ? -1 : 1;
}

}  // namespace incidents
