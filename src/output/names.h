#pragma once
/// The contract's words for the enumerations of incident.h.
#include <string_view>

#include "incidents/incident.h"

namespace incidents::output {

constexpr std::string_view name_of(Qualifier qualifier) {
  switch (qualifier) {
    case Qualifier::exact: return "exact";
    case Qualifier::about: return "about";
    case Qualifier::at_least: return "at_least";
    case Qualifier::more_than: return "more_than";
    case Qualifier::at_most: return "at_most";
    case Qualifier::less_than: return "less_than";
    case Qualifier::range: return "range";
    case Qualifier::several: return "several";
  }
  return "exact";
}

constexpr std::string_view name_of(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day: return "day";
    case DatePrecision::week: return "week";
    case DatePrecision::month: return "month";
    case DatePrecision::season: return "season";
    case DatePrecision::year: return "year";
    case DatePrecision::decade: return "decade";
    case DatePrecision::open: return "open";
  }
  return "day";
}

/// Empty where the contract prints null.
constexpr std::string_view name_of(ResolvedFrom from) {
  switch (from) {
    case ResolvedFrom::none: return "";
    case ResolvedFrom::explicit_: return "explicit";
    case ResolvedFrom::published: return "published";
    case ResolvedFrom::context: return "context";
  }
  return "";
}

constexpr std::string_view name_of(LocationPrecision precision) {
  switch (precision) {
    case LocationPrecision::place: return "place";
    case LocationPrecision::admin2: return "admin2";
    case LocationPrecision::admin1: return "admin1";
    case LocationPrecision::country: return "country";
  }
  return "place";
}

/// Empty where the contract prints null.
constexpr std::string_view name_of(PublishedFrom from) {
  switch (from) {
    case PublishedFrom::none: return "";
    case PublishedFrom::option: return "option";
    case PublishedFrom::record: return "record";
    case PublishedFrom::html: return "html";
    case PublishedFrom::dateline: return "dateline";
    case PublishedFrom::filename: return "filename";
    case PublishedFrom::mtime: return "mtime";
  }
  return "";
}

/// Name, and the casualty it stands for, in the contract's order.
struct CasualtyField {
  std::string_view name;
  std::optional<Casualty> Casualties::*member;
};
inline constexpr CasualtyField kCasualtyFields[] = {
    {"killed", &Casualties::killed},       {"injured", &Casualties::injured}, {"missing", &Casualties::missing},
    {"detained", &Casualties::detained},   {"kidnapped", &Casualties::kidnapped}, {"rescued", &Casualties::rescued},
    {"displaced", &Casualties::displaced},
};

}  // namespace incidents::output
