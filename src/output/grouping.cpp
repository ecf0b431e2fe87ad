#include "output/grouping.h"

#include <algorithm>
#include <functional>

#include "incidents/date.h"
#include "output/cells.h"

namespace incidents::output {
namespace {

std::vector<std::string> one_or_none(std::string key) {
  if (key.empty()) return {};
  return {std::move(key)};
}

/// The period of that length, in a list; none where the date is coarser.
std::vector<std::string> start_of(const Incident& incident, std::size_t length) {
  std::string period = period_of(incident, length);
  if (period.size() != length || period.ends_with('s')) return {};  // of a date that is coarser
  return {std::move(period)};
}

std::string place_of(const Incident& incident) {
  if (incident.locations.empty()) return {};
  const IncidentLocation& first = incident.locations.front();
  return first.latin.value_or(first.name);
}

constexpr Dimension kDimensions[] = {
    {"type", "event type", [](const Incident& i) { return one_or_none(i.type); }},
    {"category", "attack, crime, operation, …", [](const Incident& i) { return one_or_none(i.category); }},
    {"country", "ISO 3166-1 alpha-2", [](const Incident& i) { return one_or_none(country_of(i)); }},
    {"state", "state or province",
     [](const Incident& i) { return i.locations.empty() ? std::vector<std::string>() : one_or_none(i.locations.front().admin1.value_or("")); }},
    {"place", "most specific place", [](const Incident& i) { return one_or_none(place_of(i)); }},
    {"year", "of the first day", [](const Incident& i) { return start_of(i, 4); }},
    {"month", "of the first day", [](const Incident& i) { return start_of(i, 7); }},
    {"day", "the first day", [](const Incident& i) { return start_of(i, 10); }},
    {"actor", "perpetrators and suspects", [](const Incident& i) { return actor_names(i, {"perpetrator", "suspect"}); }},
    {"weapon", "kinds of weapons",
     [](const Incident& i) {
       std::vector<std::string> kinds;
       for (const Weapon& weapon : i.weapons) {
         const bool seen = std::find(kinds.begin(), kinds.end(), weapon.kind) != kinds.end();
         if (!weapon.kind.empty() && !seen) kinds.push_back(weapon.kind);
       }
       return kinds;
     }},
};

bool is_calendar(const Dimension& dimension) {
  return dimension.name == "year" || dimension.name == "month" || dimension.name == "day";
}

bool has(const std::vector<std::string>& list, const std::string& value) {
  return std::find(list.begin(), list.end(), value) != list.end();
}

}  // namespace

std::string period_of(const Incident& incident, std::size_t length) {
  if (!incident.date || !incident.date->start) return {};
  const std::string day = format(*incident.date->start);
  switch (incident.date->precision) {
    case DatePrecision::decade:
      return day.substr(0, 3) + "0s";
    case DatePrecision::season:
    case DatePrecision::year:
      return day.substr(0, 4);
    case DatePrecision::month:
      return day.substr(0, std::min<std::size_t>(length, 7));
    case DatePrecision::day:
    case DatePrecision::week:
    case DatePrecision::open:
      break;
  }
  return day.substr(0, length);
}

std::span<const Dimension> dimensions() { return kDimensions; }

const Dimension* find_dimension(std::string_view name) {
  for (const Dimension& dimension : kDimensions) {
    if (dimension.name == name) return &dimension;
  }
  return nullptr;
}

bool Filter::passes(const Incident& incident) const {
  if (!types.empty() && !has(types, incident.type) && !has(types, incident.category)) return false;
  if (!countries.empty() && !has(countries, country_of(incident))) return false;
  if (since || until) {
    if (!incident.date) return false;
    const auto start = incident.date->start ? incident.date->start : incident.date->end;
    const auto end = incident.date->end ? incident.date->end : incident.date->start;
    if (!start || (since && *end < *since) || (until && *start > *until)) return false;
  }
  if (min_killed) {
    const auto& killed = incident.casualties.killed;
    if (!killed || killed->quantity.min.value_or(0) < *min_killed) return false;
  }
  return true;
}

void Group::add(const Incident& incident) {
  (incident.aggregate ? aggregates : incident.main ? main : background).add(incident);
}

Tally Group::single() const {
  Tally both = main;
  both.add(background);
  return both;
}

void Grouping::add(const Incident& incident) {
  std::vector<std::vector<std::string>> paths(1);
  for (const Dimension* dimension : by_) {
    std::vector<std::vector<std::string>> longer;
    for (const std::string& key : dimension->keys(incident)) {
      for (const auto& path : paths) {
        longer.push_back(path);
        longer.back().push_back(key);
      }
    }
    paths = std::move(longer);
  }
  for (auto& path : paths) groups_[std::move(path)].add(incident);
}

std::vector<std::pair<std::vector<std::string>, const Group*>> Grouping::rows(std::size_t top) const {
  std::vector<std::pair<std::vector<std::string>, const Group*>> rows;
  for (const auto& [keys, group] : groups_) rows.emplace_back(keys, &group);
  if (!is_calendar(*by_.front())) {
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second->size() > b.second->size(); });
  }
  if (top != 0 && rows.size() > top) rows.resize(top);
  return rows;
}

void DoubleCounts::add(const Incident& incident, std::uint64_t document) {
  const std::string place = place_of(incident);
  if (incident.aggregate || place.empty() || !incident.date || !incident.date->start) return;
  const std::string key = incident.type + '\n' + format(*incident.date->start) + '\n' + place;
  const auto [first, fresh] = first_document_.emplace(std::hash<std::string>()(key), document);
  if (!fresh && first->second != document) ++doubtful_;
}

}  // namespace incidents::output
