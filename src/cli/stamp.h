#pragma once
/// Days as file names, pages and records write them.
#include <cstdint>
#include <optional>
#include <string_view>

#include "incidents/incident.h"

namespace incidents::cli {

/// A day in a file's name (2024-07-26-name, name_20240726) between 1900 and 2100; nullopt when there is none.
std::optional<Date> date_in_name(std::string_view name);

/// The day that a time stamp of a record or page names, as it stands there, whatever the zone: 2024-07-26T10:30:00+05:30,
/// 20240726, 2024/07/26, Fri, 26 Jul 2024 10:30:00 +0530, July 26, 2024. Days and months in figures alone (07/08/2024)
/// are not read, since one cannot know which is which.
std::optional<Date> date_of_stamp(std::string_view stamp);

/// The day in UTC of seconds or milliseconds since 1970; nullopt for what is more likely another number.
std::optional<Date> date_of_unix_time(std::int64_t time);

}  // namespace incidents::cli
