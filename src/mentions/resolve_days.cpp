// Days and months: by number, by weekday, counted from publication.
#include <fmt/format.h>

#include <cstdlib>

#include "mentions/date_resolver.h"

namespace incidents {

int DateResolver::given_year(const DateForm& form) const {
  if (form.year != 0) return form.year;
  if (form.frame == TimeUnit::year && context_.published) return context_.published->year + form.frame_direction;
  return 0;
}

void DateResolver::calendar(const DateForm& form) {
  if (form.same_month && context_.published) {
    return set_period(TimeUnit::month, month_interval(given_year(form), context_.published->month),
                      ResolvedFrom::published);
  }
  if (form.same_day && context_.published) {
    DateForm day = form;
    day.month = static_cast<std::uint8_t>(context_.published->month);
    day.day = static_cast<std::uint8_t>(context_.published->day);
    return day_and_month(day, given_year(form), ResolvedFrom::published);
  }
  if (form.month == 0 && form.day == 0) return year_only(form);
  if (form.month == 0) return day_of_month(form);
  const int year = given_year(form);
  const ResolvedFrom from = form.year != 0 ? ResolvedFrom::explicit_ : ResolvedFrom::published;
  if (year == 0 && !context_.published) {
    if (form.last_day != 0) {
      return unknown(DatePrecision::day,
                     fmt::format("XXXX-{0:02}-{1:02}/XXXX-{0:02}-{2:02}", form.month, form.day, form.last_day));
    }
    if (form.day != 0) return unknown(DatePrecision::day, fmt::format("XXXX-{:02}-{:02}", form.month, form.day));
    return unknown(DatePrecision::month, fmt::format("XXXX-{:02}", form.month));
  }
  if (form.day != 0) return day_and_month(form, year, from);
  const int last = form.last_month != 0 ? form.last_month : form.month;
  const int found = year != 0 ? year : year_of_month(form);
  const DateInterval interval = months_interval(found, form.month, last);
  if (last != form.month) {
    const DateInterval end = month_interval(last < form.month ? found + 1 : found, last);
    return set(interval, DatePrecision::month, from,
               timex_of_period(TimeUnit::month, *interval.start) + "/" + timex_of_period(TimeUnit::month, *end.start));
  }
  set_period(TimeUnit::month, interval, from);
}

void DateResolver::year_only(const DateForm& form) {
  const int year = given_year(form);
  if (year == 0) return unknown(DatePrecision::year, "XXXX");
  if (form.last_year != 0) {
    return set({year_interval(year).start, year_interval(form.last_year).end}, DatePrecision::year,
               ResolvedFrom::explicit_, fmt::format("{:04}/{:04}", year, form.last_year));
  }
  set_period(TimeUnit::year, year_interval(year), form.year != 0 ? ResolvedFrom::explicit_ : ResolvedFrom::published);
}

void DateResolver::day_and_month(const DateForm& form, int year, ResolvedFrom from) {
  if (year == 0) year = year_of_day(form);
  const auto start = make_date(year, form.month, form.day);
  const auto end = make_date(year, form.month, form.last_day != 0 ? form.last_day : form.day);
  if (!start || !end || *end < *start) {
    return unknown(DatePrecision::day, fmt::format("{:04}-{:02}-{:02}", year, form.month, form.day), false);
  }
  set_interval({start, end}, from);
}

int DateResolver::year_of_day(const DateForm& form) const {
  const Date published = *context_.published;
  if (form.direction == std::int8_t{0}) return published.year;
  const bool ahead = form.direction ? *form.direction > 0 : is_future() || is_near_ahead(form);
  const int step = ahead ? 1 : -1;
  int year = published.year;
  for (int tries = 0; tries < 9; ++tries, year += step) {
    const auto day = make_date(year, form.month, form.day);
    if (day && (ahead ? *day >= published : *day <= published)) return year;
  }
  return published.year;
}

bool DateResolver::is_near_ahead(const DateForm& form) const {
  constexpr int kNearDays = 45;
  if (context_.tense == Tense::past) return false;
  for (const int year : {context_.published->year + 0, context_.published->year + 1}) {
    const auto day = make_date(year, form.month, form.day);
    if (!day) continue;
    const int ahead = days_from_civil(*day) - days_from_civil(*context_.published);
    if (ahead > 0 && ahead <= kNearDays) return true;
  }
  return false;
}

int DateResolver::year_of_month(const DateForm& form) const {
  constexpr int kNearMonths = 2;
  const Date published = *context_.published;
  const int this_year = published.year;
  if (form.direction == std::int8_t{0}) return this_year;
  if (form.direction == std::int8_t{1}) return form.month > published.month ? this_year : this_year + 1;
  if (form.direction == std::int8_t{-1}) return form.month < published.month ? this_year : this_year - 1;
  if (is_future()) return form.month >= published.month ? this_year : this_year + 1;
  if (form.month <= published.month) {
    const bool soon = form.month + 12 - published.month <= kNearMonths && context_.tense == Tense::unknown;
    return soon ? this_year + 1 : this_year;
  }
  const bool soon = form.month - published.month <= kNearMonths && context_.tense == Tense::unknown;
  return soon ? this_year : this_year - 1;
}

void DateResolver::day_of_month(const DateForm& form) {
  if (!context_.published) return unknown(DatePrecision::day, unknown_day_of_month(form));
  const Date published = *context_.published;
  const Date month = {published.year, published.month, 1};
  if (form.frame == TimeUnit::month) {
    const auto days = days_of_month(form, add_months(month, form.frame_direction));
    return days ? set_interval(*days, ResolvedFrom::published)
                : unknown(DatePrecision::day, unknown_day_of_month(form), false);
  }
  std::optional<DateInterval> best;
  int best_distance = 0;
  constexpr int kMonths = 14;
  for (int step = -kMonths; step <= kMonths; ++step) {
    const auto days = days_of_month(form, add_months(month, step));
    if (!days || (form.weekday != 0 && weekday_of(*days->start) != form.weekday)) continue;
    const int ahead = days_from_civil(*days->start) - days_from_civil(published);
    const bool wrong_side = form.weekday == 0 && (is_future() ? ahead < 0 : ahead > 0);
    if (wrong_side || (best && std::abs(ahead) >= best_distance)) continue;
    best = days;
    best_distance = std::abs(ahead);
  }
  if (best) return set_interval(*best, ResolvedFrom::published);
  unknown(DatePrecision::day, unknown_day_of_month(form), false);
}

std::optional<DateInterval> DateResolver::days_of_month(const DateForm& form, Date month) {
  const auto first = make_date(month.year, month.month, form.day);
  const auto last = make_date(month.year, month.month, form.last_day != 0 ? form.last_day : form.day);
  return first && last ? std::optional(DateInterval{first, last}) : std::nullopt;
}

std::string DateResolver::unknown_day_of_month(const DateForm& form) {
  if (form.last_day == 0) return fmt::format("XXXX-XX-{:02}", form.day);
  return fmt::format("XXXX-XX-{:02}/XXXX-XX-{:02}", form.day, form.last_day);
}

void DateResolver::day_word(const DateForm& form) {
  const int sign = form.tense_decides && !is_future() ? -1 : 1;
  const int offset = form.offset * sign;
  if (!context_.published) {
    return unknown(DatePrecision::day, offset == 0 ? "PRESENT_REF" : offset < 0 ? "PAST_REF" : "FUTURE_REF");
  }
  set_day(add_days(*context_.published, offset), ResolvedFrom::published);
}

void DateResolver::weekday(const DateForm& form) {
  if (!context_.published) {
    return unknown(DatePrecision::day, form.last_weekday != 0
                                           ? fmt::format("XXXX-WXX-{}/XXXX-WXX-{}", form.weekday, form.last_weekday)
                                           : fmt::format("XXXX-WXX-{}", form.weekday));
  }
  const Date published = *context_.published;
  if (form.from_context) return weekday_before_that(form);
  if (form.frame == TimeUnit::week) {
    const Date monday = *period_at(TimeUnit::week, published, form.frame_direction).start;
    return set_day(add_days(monday, form.weekday - 1), ResolvedFrom::published);
  }
  const int last = form.last_weekday != 0 ? form.last_weekday : form.weekday;
  const Date end = one_weekday(form, last, published);
  if (last == form.weekday) return set_day(end, ResolvedFrom::published);
  set_interval({weekday_up_to(add_days(end, -1), form.weekday), end}, ResolvedFrom::published);
}

/// “before that, on Wednesday”: up to the day spoken of, where that is one of these weeks; on the same weekday it is
/// earlier on that day, as a week before would be said to be the last one's.
void DateResolver::weekday_before_that(const DateForm& form) {
  constexpr int kWeeks = 21;  // days
  Date latest = *context_.published;
  if (context_.before && context_.before->start && context_.before->start == context_.before->end && *context_.before->start <= latest &&
      days_from_civil(latest) - days_from_civil(*context_.before->start) <= kWeeks) {
    latest = *context_.before->start;
  }
  set_day(weekday_up_to(latest, form.weekday), ResolvedFrom::published);
}

Date DateResolver::one_weekday(const DateForm& form, int weekday, Date published) const {
  if (!form.direction) {
    return is_future() ? weekday_after(published, weekday) : weekday_up_to(published, weekday);
  }
  if (*form.direction < 0) return weekday_up_to(add_days(published, -1), weekday);
  if (*form.direction > 0) return add_days(*period_at(TimeUnit::week, published, 1).start, weekday - 1);
  const Date this_week = add_days(*period_of(TimeUnit::week, published).start, weekday - 1);
  const bool not_yet = this_week > published && context_.tense == Tense::past;
  return not_yet ? add_days(this_week, -7) : this_week;
}

}  // namespace incidents
