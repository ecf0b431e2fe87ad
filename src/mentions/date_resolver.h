#pragma once
/// The resolver behind resolve_date: one function for each way of saying a date. For resolve_*.cpp only.
#include <optional>
#include <span>
#include <string>

#include "mentions/resolve_date.h"

namespace incidents {

DatePrecision precision_of(TimeUnit unit);
/// The latest day up to `latest` on that weekday.
Date weekday_up_to(Date latest, int weekday);
Date weekday_after(Date day, int weekday);

class DateResolver {
 public:
  /// `depth` counts dates that are made of dates.
  DateResolver(const DateContext& context, std::span<const Timex> dates, int depth)
      : context_(context), dates_(dates), depth_(depth) {}

  Timex resolve(const DateForm& form);

 private:
  // results
  void set(DateInterval interval, DatePrecision precision, ResolvedFrom from, std::string timex);
  void set_period(TimeUnit unit, DateInterval interval, ResolvedFrom from);
  void set_day(Date day, ResolvedFrom from);
  void set_interval(DateInterval interval, ResolvedFrom from);
  void unknown(DatePrecision precision, std::string timex, bool needs_published = true);
  bool is_future() const { return context_.tense == Tense::future; }
  /// Another mention of the text, resolved in the same context.
  Timex resolved(std::uint32_t index, int default_year = 0) const;

  // days and months
  /// The year of a frame like “last year”, or the given one, or 0.
  int given_year(const DateForm& form) const;
  void calendar(const DateForm& form);
  void year_only(const DateForm& form);
  void day_and_month(const DateForm& form, int year, ResolvedFrom from);
  /// The latest year in which the day is not after publication; the next one for a future verb, or where it is near and
  /// the other one most of a year away: then news would have said “last year”. 29 February looks for a leap year.
  int year_of_day(const DateForm& form) const;
  bool is_near_ahead(const DateForm& form) const;
  /// The same for months: an unmarked month up to two months ahead is the coming one.
  int year_of_month(const DateForm& form) const;
  /// “On the 12th”: of the frame month, else the latest such day; where the weekday is given too, the nearest such day
  /// on that weekday.
  void day_of_month(const DateForm& form);
  static std::optional<DateInterval> days_of_month(const DateForm& form, Date month);
  static std::string unknown_day_of_month(const DateForm& form);
  void day_word(const DateForm& form);
  void weekday(const DateForm& form);
  void weekday_before_that(const DateForm& form);
  Date one_weekday(const DateForm& form, int weekday, Date published) const;

  // periods
  void period(const DateForm& form);
  static std::string unknown_period(TimeUnit unit);
  /// `count` units from `day`; halves of years and months are months and days, hours make days where they fill them.
  static Date shifted(Date day, TimeUnit unit, double count, int direction);
  void window(const DateForm& form);
  /// From an anchor day: exact for days and weeks, the month or year for longer units (“two years ago” is a year).
  void ago(const DateForm& form);
  static bool months_long(TimeUnit unit);
  /// Ahead: the deadline, or with direction 0 the days up to it. Back: “30 dead in three months” is the last three.
  void within(const DateForm& form);
  void duration(const DateForm& form);

  // parts of periods, and what is only named
  /// The year, month or relative period that an ordinal counts in.
  std::optional<DateInterval> frame_of(const DateForm& form, ResolvedFrom& from);
  void nth(const DateForm& form);
  void half_of_month(int ordinal, Date start, Date end, ResolvedFrom from);
  void week_of(const DateForm& form);
  /// The 90s are those of the last century, the 10s those of this one.
  void decade(const DateForm& form);
  void century(const DateForm& form);
  /// The latest season that has begun (the next one for a future verb); “last” is the one that is over.
  void season(const DateForm& form);
  /// Named, not dated; the year is kept where it is given.
  void named(const DateForm& form);
  void vague(const DateForm& form);
  void from_context(const DateForm& form);
  void day_part(const DateForm& form);
  /// A third of a period: its first, middle or last one. Days of a month are cut at the 10th and the 20th.
  void part(const DateForm& form);
  Timex this_period(TimeUnit unit) const;
  void same(const DateForm& form);

  // ranges
  static int year_given_in(const Timex& date);
  void range(const DateForm& form);
  /// The year in which a bare day lies nearest to publication, 0 where it does not matter: a deadline may lie ahead.
  int nearest_year(std::uint32_t index) const;
  void half_open(const DateForm& form);

  const DateContext& context_;
  std::span<const Timex> dates_;
  int depth_;
  Timex out_;
};

}  // namespace incidents
