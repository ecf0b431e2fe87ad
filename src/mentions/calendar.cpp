#include "mentions/calendar.h"

#include <fmt/format.h>

#include <algorithm>

namespace incidents {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9999;
constexpr int kMostDays = 4'000'000;  ///< more than the calendar has
constexpr int kMostUnits = 100'000;

bool read_digits(std::string_view text, std::size_t at, std::size_t count, int& out) {
  if (at + count > text.size()) return false;
  out = 0;
  for (std::size_t i = at; i < at + count; ++i) {
    if (text[i] < '0' || text[i] > '9') return false;
    out = out * 10 + (text[i] - '0');
  }
  return true;
}

Date unchecked(int year, int month, int day) {
  return {static_cast<std::int16_t>(std::clamp(year, kFirstYear, kLastYear)), static_cast<std::uint8_t>(month),
          static_cast<std::uint8_t>(day)};
}

int floor_div(int a, int b) { return a >= 0 ? a / b : -((-a + b - 1) / b); }

/// Months that a unit of whole months lasts, else 0.
int months_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::month:
      return 1;
    case TimeUnit::quarter:
    case TimeUnit::season:
      return 3;
    case TimeUnit::half_year:
      return 6;
    case TimeUnit::year:
      return 12;
    case TimeUnit::decade:
      return 120;
    case TimeUnit::century:
      return 1200;
    default:
      return 0;
  }
}

/// Days that a unit of whole days lasts, else 0.
int days_in(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day:
      return 1;
    case TimeUnit::weekend:
    case TimeUnit::week:
      return 7;
    case TimeUnit::fortnight:
      return 14;
    default:
      return 0;
  }
}

}  // namespace

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr int kDays[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && is_leap_year(year) ? 29 : kDays[month - 1];
}

std::optional<Date> make_date(int year, int month, int day) {
  if (year < kFirstYear || year > kLastYear || month < 1 || month > 12 || day < 1) return std::nullopt;
  if (day > days_in_month(year, month)) return std::nullopt;
  return unchecked(year, month, day);
}

std::optional<Date> parse_iso_date(std::string_view text) {
  int year = 0, month = 0, day = 0;
  if (!read_digits(text, 0, 4, year) || !read_digits(text, 5, 2, month) || !read_digits(text, 8, 2, day)) {
    return std::nullopt;
  }
  if (text[4] != '-' || text[7] != '-') return std::nullopt;
  if (text.size() > 10 && text[10] != 'T' && text[10] != 't' && text[10] != ' ') return std::nullopt;
  return make_date(year, month, day);
}

std::string format(Date date) { return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day); }

// Howard Hinnant's days_from_civil and civil_from_days: eras of 400 years that begin in March.
std::int32_t days_from_civil(Date date) {
  const int year = date.year - (date.month <= 2 ? 1 : 0);
  const int era = floor_div(year, 400);
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (date.month + (date.month > 2 ? -3 : 9)) + 2) / 5 + date.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date civil_from_days(std::int32_t days) {
  const int shifted = days + 719468;
  const int era = floor_div(shifted, 146097);
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return unchecked(year_of_era + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

int weekday_of(Date date) {
  const int from_thursday = days_from_civil(date);  // 1970-01-01 was a Thursday
  return from_thursday + 3 - floor_div(from_thursday + 3, 7) * 7 + 1;
}

IsoWeek iso_week_of(Date date) {
  const Date thursday = add_days(date, 4 - weekday_of(date));
  const int day_of_year = days_from_civil(thursday) - days_from_civil(unchecked(thursday.year, 1, 1));
  return {thursday.year, day_of_year / 7 + 1};
}

Date add_days(Date date, int days) {
  const std::int32_t day = days_from_civil(date) + std::clamp(days, -kMostDays, kMostDays);
  static const std::int32_t kFirst = days_from_civil(unchecked(kFirstYear, 1, 1));
  static const std::int32_t kLast = days_from_civil(unchecked(kLastYear, 12, 31));
  return civil_from_days(std::clamp(day, kFirst, kLast));
}

Date add_months(Date date, int months) {
  const int month_count = date.year * 12 + date.month - 1 + std::clamp(months, -kMostDays, kMostDays);
  const int year = floor_div(month_count, 12);
  if (year < kFirstYear) return unchecked(kFirstYear, 1, 1);
  if (year > kLastYear) return unchecked(kLastYear, 12, 31);
  const int month = month_count - year * 12 + 1;
  return unchecked(year, month, std::min<int>(date.day, days_in_month(year, month)));
}

Date add_units(Date date, TimeUnit unit, int count) {
  const int bounded = std::clamp(count, -kMostUnits, kMostUnits);
  if (const int months = months_in(unit); months != 0) return add_months(date, months * bounded);
  return add_days(date, days_in(unit) * bounded);
}

DateInterval year_interval(int year) { return {unchecked(year, 1, 1), unchecked(year, 12, 31)}; }

DateInterval month_interval(int year, int month) {
  return {unchecked(year, month, 1), unchecked(year, month, days_in_month(year, month))};
}

DateInterval months_interval(int year, int first_month, int last_month) {
  const int last_year = last_month < first_month ? year + 1 : year;
  return {unchecked(year, first_month, 1), unchecked(last_year, last_month, days_in_month(last_year, last_month))};
}

DateInterval period_of(TimeUnit unit, Date date) {
  switch (unit) {
    case TimeUnit::week:
    case TimeUnit::fortnight: {
      const Date monday = add_days(date, 1 - weekday_of(date));
      return {monday, add_days(monday, days_in(unit) - 1)};
    }
    case TimeUnit::weekend: {
      const Date saturday = add_days(date, 6 - weekday_of(date));
      return {saturday, add_days(saturday, 1)};
    }
    case TimeUnit::month:
      return month_interval(date.year, date.month);
    case TimeUnit::quarter:
    case TimeUnit::season: {
      const int first = (date.month - 1) / 3 * 3 + 1;
      return months_interval(date.year, first, first + 2);
    }
    case TimeUnit::half_year:
      return date.month <= 6 ? months_interval(date.year, 1, 6) : months_interval(date.year, 7, 12);
    case TimeUnit::year:
      return year_interval(date.year);
    case TimeUnit::decade: {
      const int first = date.year / 10 * 10;
      return {unchecked(first, 1, 1), unchecked(first + 9, 12, 31)};
    }
    case TimeUnit::century: {
      const int first = date.year / 100 * 100;
      return {unchecked(first, 1, 1), unchecked(first + 99, 12, 31)};
    }
    default:
      return {date, date};
  }
}

DateInterval period_at(TimeUnit unit, Date date, int steps) {
  const DateInterval here = period_of(unit, date);
  return period_of(unit, add_units(*here.start, unit, steps));
}

std::string timex_of_period(TimeUnit unit, Date start) {
  switch (unit) {
    case TimeUnit::week: {
      const IsoWeek week = iso_week_of(start);
      return fmt::format("{:04}-W{:02}", week.year, week.week);
    }
    case TimeUnit::weekend: {
      const IsoWeek week = iso_week_of(start);
      return fmt::format("{:04}-W{:02}-WE", week.year, week.week);
    }
    case TimeUnit::month:
      return fmt::format("{:04}-{:02}", start.year, start.month);
    case TimeUnit::quarter:
      return fmt::format("{:04}-Q{}", start.year, (start.month - 1) / 3 + 1);
    case TimeUnit::half_year:
      return fmt::format("{:04}-H{}", start.year, start.month <= 6 ? 1 : 2);
    case TimeUnit::year:
      return fmt::format("{:04}", start.year);
    case TimeUnit::decade:
      return fmt::format("{:03}", start.year / 10);
    case TimeUnit::century:
      return fmt::format("{:02}", start.year / 100);
    default:
      return format(start);
  }
}

std::string timex_of_interval(const DateInterval& interval) {
  if (interval.start && interval.start == interval.end) return format(*interval.start);
  if (!interval.start && !interval.end) return {};
  return fmt::format("{}/{}", interval.start ? format(*interval.start) : "..",
                     interval.end ? format(*interval.end) : "..");
}

std::string timex_of_duration(TimeUnit unit, double count) {
  const auto number = [&](double factor) { return count > 0 ? fmt::format("{:g}", count * factor) : std::string("X"); };
  switch (unit) {
    case TimeUnit::second:
      return "PT" + number(1) + "S";
    case TimeUnit::minute:
      return "PT" + number(1) + "M";
    case TimeUnit::hour:
      return "PT" + number(1) + "H";
    case TimeUnit::week:
      return "P" + number(1) + "W";
    case TimeUnit::weekend:
      return "P" + number(1) + "WE";
    case TimeUnit::fortnight:
      return "P" + number(2) + "W";
    case TimeUnit::month:
      return "P" + number(1) + "M";
    case TimeUnit::quarter:
      return "P" + number(3) + "M";
    case TimeUnit::season:
      return "P" + number(3) + "M";
    case TimeUnit::half_year:
      return "P" + number(6) + "M";
    case TimeUnit::year:
      return "P" + number(1) + "Y";
    case TimeUnit::decade:
      return "P" + number(10) + "Y";
    case TimeUnit::century:
      return "P" + number(100) + "Y";
    default:
      return "P" + number(1) + "D";
  }
}

}  // namespace incidents
