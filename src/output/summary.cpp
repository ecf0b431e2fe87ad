#include "output/summary.h"

#include <algorithm>

namespace incidents::output {

void Sum::add(const Quantity& quantity) {
  if (!quantity.min && !quantity.max) return;
  any_ = true;
  min_ += quantity.min.value_or(0);
  if (quantity.max) {
    max_ += *quantity.max;
  } else {
    open_ = true;
  }
  rough_ |= quantity.qualifier == Qualifier::about;
}

void Sum::add(const Sum& other) {
  min_ += other.min_;
  max_ += other.max_;
  open_ |= other.open_;
  rough_ |= other.rough_;
  any_ |= other.any_;
}

std::optional<Quantity> Sum::total() const {
  if (!any_) return std::nullopt;
  Quantity total;
  total.min = min_;
  if (!open_) total.max = max_;
  total.qualifier = open_          ? Qualifier::at_least
                    : min_ != max_ ? Qualifier::range
                    : rough_       ? Qualifier::about
                                   : Qualifier::exact;
  return total;
}

void Tally::add(const Incident& incident) {
  ++incidents;
  if (incident.casualties.killed) killed.add(incident.casualties.killed->quantity);
  if (incident.casualties.injured) injured.add(incident.casualties.injured->quantity);
}

void Tally::add(const Tally& other) {
  incidents += other.incidents;
  killed.add(other.killed);
  injured.add(other.injured);
}

std::string country_of(const Incident& incident) {
  for (const IncidentLocation& location : incident.locations) {
    if (location.country) return *location.country;
  }
  return {};
}

namespace {
void widen(std::optional<Date>& first, std::optional<Date>& last, const std::optional<Date>& from,
           const std::optional<Date>& to) {
  if (from && (!first || *from < *first)) first = from;
  if (to && (!last || *to > *last)) last = to;
}
}  // namespace

void Summary::add(const Incident& incident) {
  if (incident.aggregate) {
    aggregates.add(incident);
  } else {
    single.add(incident);
    (incident.main ? main : background).add(incident);
  }
  ++by_type[incident.type];
  if (std::string country = country_of(incident); !country.empty()) ++by_country[std::move(country)];
  if (incident.date) widen(first, last, incident.date->start, incident.date->end);
}

void Summary::add(const Document& document) {
  ++documents;
  for (const Incident& incident : document.incidents) add(incident);
}

void Summary::add(const Summary& other) {
  documents += other.documents;
  single.add(other.single);
  main.add(other.main);
  background.add(other.background);
  aggregates.add(other.aggregates);
  for (const auto& [type, count] : other.by_type) by_type[type] += count;
  for (const auto& [country, count] : other.by_country) by_country[country] += count;
  widen(first, last, other.first, other.last);
}

}  // namespace incidents::output
