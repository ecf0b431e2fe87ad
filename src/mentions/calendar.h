#pragma once
/// Arithmetic on the proleptic Gregorian calendar and the writing of dates. Weeks start on Monday and are numbered as
/// ISO 8601 numbers them. Pure functions: no clock, no time zone.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "incidents/date.h"
#include "incidents/incident.h"

namespace incidents {

enum class TimeUnit : std::uint8_t {
  none,
  second,
  minute,
  hour,
  day,
  weekend,
  week,
  fortnight,
  month,
  quarter,
  half_year,
  season,
  year,
  decade,
  century
};

/// Days [start, end], both inclusive; an absent end is open.
struct DateInterval {
  std::optional<Date> start, end;
  bool operator==(const DateInterval&) const = default;
};

struct IsoWeek {
  int year = 0;
  int week = 0;  ///< 1 … 53
};

bool is_leap_year(int year);
/// 28 … 31; `month` must be 1 … 12.
int days_in_month(int year, int month);

/// Days since 1970-01-01, negative before.
std::int32_t days_from_civil(Date date);
Date civil_from_days(std::int32_t days);

/// 1 (Monday) … 7 (Sunday).
int weekday_of(Date date);
IsoWeek iso_week_of(Date date);

/// Days outside the years 1 to 9999 become the first or last day of them, here and below.
Date add_days(Date date, int days);
/// The same day of a later month, or that month's last day where it is shorter.
Date add_months(Date date, int months);
/// `count` units later (earlier when negative); units shorter than a day leave the day alone.
Date add_units(Date date, TimeUnit unit, int count);

/// The calendar week, month, quarter, … that holds the day. `season` is the Indian one, see season_of_year.
DateInterval period_of(TimeUnit unit, Date date);
/// The period `steps` after the one that holds the day: −1 the last week, 0 this one, +1 the next.
DateInterval period_at(TimeUnit unit, Date date, int steps);

DateInterval year_interval(int year);
DateInterval month_interval(int year, int month);

/// Months of a season whose first and last month are given: winter (12 to 2) of 2020 ends in February 2021.
DateInterval months_interval(int year, int first_month, int last_month);

/// TIMEX3 value of a whole period: 2024-07-16, 2024-W29, 2024-W29-WE, 2024-07, 2024-Q3, 2024-H2, 2024, 202, 20.
std::string timex_of_period(TimeUnit unit, Date start);
/// TIMEX3 value of an interval: one day as itself, else start/end with `..` for an open end.
std::string timex_of_interval(const DateInterval& interval);
/// TIMEX3 duration: P3D, P2W, PT6H, P1.5Y; PXD where `count` is 0 (unknown).
std::string timex_of_duration(TimeUnit unit, double count);

}  // namespace incidents
