#pragma once
/// Days as values and as ISO 8601 text.
#include <optional>
#include <string>
#include <string_view>

#include "incidents/incident.h"

namespace incidents {

/// The day, or nullopt where there is none such (31 June) or the year is outside 1 … 9999.
std::optional<Date> make_date(int year, int month, int day);

/// Reads exactly YYYY-MM-DD, or the date that an ISO date-time (YYYY-MM-DDThh:mm…, also with a blank) starts with;
/// nullopt for anything else and for days that do not exist.
std::optional<Date> parse_iso_date(std::string_view text);

/// YYYY-MM-DD.
std::string format(Date date);

}  // namespace incidents
