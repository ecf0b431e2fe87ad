#include "mentions/resolve_date.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <utility>

namespace incidents {
namespace {

constexpr int kMaxNesting = 4;  ///< dates made of dates made of dates

DatePrecision precision_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::weekend:
    case TimeUnit::week:
    case TimeUnit::fortnight: return DatePrecision::week;
    case TimeUnit::month: return DatePrecision::month;
    case TimeUnit::quarter:
    case TimeUnit::half_year:
    case TimeUnit::season: return DatePrecision::season;
    case TimeUnit::year: return DatePrecision::year;
    case TimeUnit::decade: return DatePrecision::decade;
    case TimeUnit::century: return DatePrecision::open;
    default: return DatePrecision::day;
  }
}

/// The latest day ≤ `latest` on that weekday.
Date weekday_up_to(Date latest, int weekday) {
  return add_days(latest, -((weekday_of(latest) - weekday + 7) % 7));
}

Date weekday_after(Date day, int weekday) {
  return add_days(weekday_up_to(day, weekday), 7);
}

class Resolver {
 public:
  Resolver(const DateContext& context, std::span<const Timex> dates, int depth)
      : context_(context), dates_(dates), depth_(depth) {}

  Timex resolve(const DateForm& form) {
    out_.form = form;
    out_.since = form.since;
    out_.night_across = form.night;
    switch (form.op) {
      case DateOp::none: break;
      case DateOp::calendar: calendar(form); break;
      case DateOp::day_word: day_word(form); break;
      case DateOp::weekday: weekday(form); break;
      case DateOp::period: period(form); break;
      case DateOp::window: window(form); break;
      case DateOp::ago: ago(form); break;
      case DateOp::within: within(form); break;
      case DateOp::duration: duration(form); break;
      case DateOp::nth: nth(form); break;
      case DateOp::week_of: week_of(form); break;
      case DateOp::decade: decade(form); break;
      case DateOp::century: century(form); break;
      case DateOp::season: season(form); break;
      case DateOp::named: named(form); break;
      case DateOp::vague: vague(form); break;
      case DateOp::context: from_context(form); break;
      case DateOp::day_part: day_part(form); break;
      case DateOp::part: part(form); break;
      case DateOp::same: same(form); break;
      case DateOp::range: range(form); break;
      case DateOp::since:
      case DateOp::until:
      case DateOp::before:
      case DateOp::after: half_open(form); break;
    }
    return std::move(out_);
  }

 private:
  // --- results

  void set(DateInterval interval, DatePrecision precision, ResolvedFrom from, std::string timex) {
    out_.start = interval.start;
    out_.end = interval.end;
    out_.precision = precision;
    out_.resolved_from = from;
    out_.timex = std::move(timex);
  }

  void set_period(TimeUnit unit, DateInterval interval, ResolvedFrom from) {
    set(interval, precision_of(unit), from, timex_of_period(unit, *interval.start));
  }

  void set_day(Date day, ResolvedFrom from) {
    set({day, day}, DatePrecision::day, from, format(day));
  }

  void set_interval(DateInterval interval, ResolvedFrom from) {
    const bool open = !interval.start || !interval.end;
    set(interval, open ? DatePrecision::open : DatePrecision::day, from, timex_of_interval(interval));
  }

  void unknown(DatePrecision precision, std::string timex, bool needs_published = true) {
    set({}, precision, ResolvedFrom::none, std::move(timex));
    out_.needs_published = needs_published;
  }

  bool is_future() const { return context_.tense == Tense::future; }

  /// Another mention of the text, resolved in the same context.
  Timex resolved(std::uint32_t index, int default_year = 0) const {
    if (index >= dates_.size() || depth_ >= kMaxNesting) return {};
    DateForm form = dates_[index].form;
    if (default_year != 0 && form.op == DateOp::calendar && form.year == 0 && form.frame == TimeUnit::none) {
      form.year = static_cast<std::int16_t>(default_year);
    }
    return Resolver(context_, dates_, depth_ + 1).resolve(form);
  }

  // --- days and months

  /// The year of a frame like “last year”, or the given one, or 0.
  int given_year(const DateForm& form) const {
    if (form.year != 0) return form.year;
    if (form.frame == TimeUnit::year && context_.published) return context_.published->year + form.frame_direction;
    return 0;
  }

  void calendar(const DateForm& form) {
    if (form.same_month && context_.published) {
      return set_period(TimeUnit::month, month_interval(given_year(form), context_.published->month), ResolvedFrom::published);
    }
    if (form.month == 0 && form.day == 0) return year_only(form);
    if (form.month == 0) return day_of_month(form);
    const int year = given_year(form);
    const ResolvedFrom from = form.year != 0 ? ResolvedFrom::explicit_ : ResolvedFrom::published;
    if (year == 0 && !context_.published) {
      if (form.last_day != 0) {
        return unknown(DatePrecision::day, fmt::format("XXXX-{0:02}-{1:02}/XXXX-{0:02}-{2:02}", form.month, form.day, form.last_day));
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

  void year_only(const DateForm& form) {
    const int year = given_year(form);
    if (year == 0) return unknown(DatePrecision::year, "XXXX");
    if (form.last_year != 0) {
      return set({year_interval(year).start, year_interval(form.last_year).end}, DatePrecision::year, ResolvedFrom::explicit_,
                 fmt::format("{:04}/{:04}", year, form.last_year));
    }
    set_period(TimeUnit::year, year_interval(year), form.year != 0 ? ResolvedFrom::explicit_ : ResolvedFrom::published);
  }

  void day_and_month(const DateForm& form, int year, ResolvedFrom from) {
    if (year == 0) year = year_of_day(form);
    const auto start = make_date(year, form.month, form.day);
    const auto end = make_date(year, form.month, form.last_day != 0 ? form.last_day : form.day);
    if (!start || !end || *end < *start) {
      return unknown(DatePrecision::day, fmt::format("{:04}-{:02}-{:02}", year, form.month, form.day), false);
    }
    set_interval({start, end}, from);
  }

  /// The latest year in which the day is not after publication; the next one for a future verb, or where it is near and
  /// the other one most of a year away: then news would have said “last year”. 29 February looks for a leap year.
  int year_of_day(const DateForm& form) const {
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

  bool is_near_ahead(const DateForm& form) const {
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

  /// The same for months: an unmarked month up to two months ahead is the coming one.
  int year_of_month(const DateForm& form) const {
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

  /// “On the 12th”: of the frame month, else the latest such day; where the weekday is given too, the nearest such day
  /// on that weekday.
  void day_of_month(const DateForm& form) {
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

  static std::optional<DateInterval> days_of_month(const DateForm& form, Date month) {
    const auto first = make_date(month.year, month.month, form.day);
    const auto last = make_date(month.year, month.month, form.last_day != 0 ? form.last_day : form.day);
    return first && last ? std::optional(DateInterval{first, last}) : std::nullopt;
  }

  static std::string unknown_day_of_month(const DateForm& form) {
    if (form.last_day == 0) return fmt::format("XXXX-XX-{:02}", form.day);
    return fmt::format("XXXX-XX-{:02}/XXXX-XX-{:02}", form.day, form.last_day);
  }

  void day_word(const DateForm& form) {
    const int sign = form.tense_decides && !is_future() ? -1 : 1;
    const int offset = form.offset * sign;
    if (!context_.published) {
      return unknown(DatePrecision::day, offset == 0 ? "PRESENT_REF" : offset < 0 ? "PAST_REF" : "FUTURE_REF");
    }
    set_day(add_days(*context_.published, offset), ResolvedFrom::published);
  }

  void weekday(const DateForm& form) {
    if (!context_.published) {
      return unknown(DatePrecision::day, form.last_weekday != 0
                                             ? fmt::format("XXXX-WXX-{}/XXXX-WXX-{}", form.weekday, form.last_weekday)
                                             : fmt::format("XXXX-WXX-{}", form.weekday));
    }
    const Date published = *context_.published;
    if (form.frame == TimeUnit::week) {
      const Date monday = *period_at(TimeUnit::week, published, form.frame_direction).start;
      return set_day(add_days(monday, form.weekday - 1), ResolvedFrom::published);
    }
    const int last = form.last_weekday != 0 ? form.last_weekday : form.weekday;
    const Date end = one_weekday(form, last, published);
    if (last == form.weekday) return set_day(end, ResolvedFrom::published);
    set_interval({weekday_up_to(add_days(end, -1), form.weekday), end}, ResolvedFrom::published);
  }

  Date one_weekday(const DateForm& form, int weekday, Date published) const {
    if (!form.direction) {
      return is_future() ? weekday_after(published, weekday) : weekday_up_to(published, weekday);
    }
    if (*form.direction < 0) return weekday_up_to(add_days(published, -1), weekday);
    if (*form.direction > 0) return add_days(*period_at(TimeUnit::week, published, 1).start, weekday - 1);
    const Date this_week = add_days(*period_of(TimeUnit::week, published).start, weekday - 1);
    const bool not_yet = this_week > published && context_.tense == Tense::past;
    return not_yet ? add_days(this_week, -7) : this_week;
  }

  // --- periods

  void period(const DateForm& form) {
    const int direction = form.direction.value_or(0);
    if (!context_.published) return unknown(precision_of(form.unit), unknown_period(form.unit));
    const Date published = *context_.published;
    if (form.unit == TimeUnit::day) return set_day(add_days(published, direction), ResolvedFrom::published);
    DateInterval interval = period_at(form.unit, published, direction);
    const std::string timex = timex_of_period(form.unit, *interval.start);
    // “This year” of a past verb is the year so far.
    const bool year_so_far = form.unit == TimeUnit::year && !is_future();
    if (direction == 0 && (form.so_far || year_so_far)) interval.end = published;
    set(interval, precision_of(form.unit), ResolvedFrom::published, timex);
  }

  static std::string unknown_period(TimeUnit unit) {
    switch (unit) {
      case TimeUnit::week: return "XXXX-WXX";
      case TimeUnit::weekend: return "XXXX-WXX-WE";
      case TimeUnit::month: return "XXXX-XX";
      case TimeUnit::quarter: return "XXXX-QX";
      case TimeUnit::year: return "XXXX";
      case TimeUnit::decade: return "XXX";
      default: return "XXXX-XX-XX";
    }
  }

  /// `count` units from `day`; halves of years and months are months and days, hours make days where they fill them.
  static Date shifted(Date day, TimeUnit unit, double count, int direction) {
    const double whole = std::floor(count);
    const double rest = count - whole;
    const int steps = static_cast<int>(whole) * direction;
    switch (unit) {
      case TimeUnit::second:
      case TimeUnit::minute: return day;
      case TimeUnit::hour: return add_days(day, direction * static_cast<int>(std::floor(count / 24)));
      default: break;
    }
    Date result = add_units(day, unit, steps);
    if (rest == 0) return result;
    if (unit == TimeUnit::year) return add_months(result, direction * static_cast<int>(std::lround(rest * 12)));
    if (unit == TimeUnit::month) return add_days(result, direction * static_cast<int>(std::lround(rest * 30)));
    if (unit == TimeUnit::week) return add_days(result, direction * static_cast<int>(std::lround(rest * 7)));
    return result;
  }

  void window(const DateForm& form) {
    const std::string length = timex_of_duration(form.unit, form.count);
    const int direction = form.direction.value_or(-1);
    if (!context_.published) return unknown(precision_of(form.unit), length);
    const Date published = *context_.published;
    if (direction < 0) {
      const bool hours = form.unit == TimeUnit::hour;
      const Date start = hours ? add_days(published, -static_cast<int>(std::ceil(form.count / 24)))
                               : shifted(published, form.unit, form.count, -1);
      set({start, published}, precision_of(form.unit), ResolvedFrom::published, length);
    } else if (direction == 0) {  // from today on, today counted
      const Date end = add_days(shifted(published, form.unit, form.count, 1), -1);
      set({published, std::max(published, end)}, precision_of(form.unit), ResolvedFrom::published, length);
    } else {
      set({add_days(published, 1), shifted(published, form.unit, form.count, 1)}, precision_of(form.unit),
          ResolvedFrom::published, length);
    }
    out_.timex = timex_of_interval({out_.start, out_.end});
  }

  /// From an anchor day: exact for days and weeks, the month or year for longer units (“two years ago” is a year).
  void ago(const DateForm& form) {
    const int direction = form.direction.value_or(-1);
    const bool by_context = form.from_context || (direction > 0 && !is_future());
    std::optional<Date> anchor = context_.published;
    ResolvedFrom from = ResolvedFrom::published;
    if (form.first != kNoDate) {
      const Timex first = resolved(form.first);
      anchor = direction < 0 ? first.start : first.end;
      from = first.resolved_from;
    } else if (by_context) {
      // “Ten years later” tells how long it took; “two days later” tells a day.
      if (months_long(form.unit) || !context_.before) return duration(form);
      anchor = direction > 0 && context_.before->end ? context_.before->end : context_.before->start;
      from = ResolvedFrom::context;
    }
    if (!anchor) return unknown(precision_of(form.unit), direction < 0 ? "PAST_REF" : "FUTURE_REF");
    const Date near = shifted(*anchor, form.unit, form.count, direction);
    const Date far = shifted(*anchor, form.unit, std::max(form.count, form.last_count), direction);
    if (months_long(form.unit)) {
      const bool whole = form.count == std::floor(form.count) && form.unit != TimeUnit::month;
      const TimeUnit unit = whole ? TimeUnit::year : TimeUnit::month;
      if (near == far) return set_period(unit, period_of(unit, near), from);
      const Date first = std::min(near, far), last = std::max(near, far);
      return set({period_of(unit, first).start, period_of(unit, last).end}, precision_of(unit), from,
                 timex_of_period(unit, first) + "/" + timex_of_period(unit, last));
    }
    set_interval({std::min(near, far), std::max(near, far)}, from);
    if (form.unit == TimeUnit::week || form.unit == TimeUnit::fortnight) out_.precision = DatePrecision::week;
  }

  static bool months_long(TimeUnit unit) {
    return unit == TimeUnit::month || unit == TimeUnit::quarter || unit == TimeUnit::half_year ||
           unit == TimeUnit::year || unit == TimeUnit::decade || unit == TimeUnit::century;
  }

  /// Ahead: the deadline, or with direction 0 the days up to it. Back: “30 dead in three months” is the last three.
  void within(const DateForm& form) {
    if (!is_future()) return form.unit == TimeUnit::hour || form.direction ? duration(form) : window(form);
    if (form.direction == std::int8_t{0}) return window(form);
    if (!context_.published) return unknown(precision_of(form.unit), timex_of_duration(form.unit, form.count));
    set_day(shifted(*context_.published, form.unit, form.count, 1), ResolvedFrom::published);
  }

  void duration(const DateForm& form) {
    unknown(precision_of(form.unit), timex_of_duration(form.unit, form.count), false);
    out_.duration = true;
  }

  // --- parts of periods

  /// The year, month or relative period that an ordinal counts in.
  std::optional<DateInterval> frame_of(const DateForm& form, ResolvedFrom& from) {
    from = ResolvedFrom::published;
    if (form.first != kNoDate) {
      const Timex first = resolved(form.first);
      from = first.resolved_from;
      if (!first.start || !first.end) return std::nullopt;
      return DateInterval{first.start, first.end};
    }
    if (form.month != 0) {
      const int given = given_year(form);
      if (form.year != 0) from = ResolvedFrom::explicit_;
      if (given == 0 && !context_.published) return std::nullopt;
      return month_interval(given != 0 ? given : year_of_month(form), form.month);
    }
    if (form.year != 0) {
      from = ResolvedFrom::explicit_;
      return year_interval(form.year);
    }
    if (!context_.published) return std::nullopt;
    const TimeUnit unit = form.frame != TimeUnit::none ? form.frame
                          : form.weekday != 0          ? TimeUnit::month
                                                       : TimeUnit::year;
    return period_at(unit, *context_.published, form.frame_direction);
  }

  void nth(const DateForm& form) {
    ResolvedFrom from = ResolvedFrom::none;
    const auto frame = frame_of(form, from);
    if (!frame) return unknown(precision_of(form.weekday != 0 ? TimeUnit::day : form.unit), unknown_period(form.unit));
    const Date start = *frame->start;
    const Date end = *frame->end;
    if (form.weekday != 0) {
      const Date day = form.ordinal < 0 ? weekday_up_to(end, form.weekday)
                                        : add_days(weekday_after(add_days(start, -1), form.weekday), 7 * (form.ordinal - 1));
      if (day > end) return unknown(DatePrecision::day, "", false);
      return set_day(day, from);
    }
    if (form.unit == TimeUnit::week) {  // a week belongs to the month or year that its Thursday lies in
      const Date thursday = form.ordinal < 0 ? weekday_up_to(end, 4)
                                             : add_days(weekday_after(add_days(start, -1), 4), 7 * (form.ordinal - 1));
      if (thursday > end) return unknown(DatePrecision::week, "", false);
      return set_period(TimeUnit::week, period_of(TimeUnit::week, thursday), from);
    }
    if (form.unit == TimeUnit::fortnight) return half_of_month(form.ordinal, start, end, from);
    const Date inside = form.ordinal < 0 ? end : add_units(start, form.unit, form.ordinal - 1);
    if (inside > end) return unknown(precision_of(form.unit), "", false);
    set_period(form.unit, period_of(form.unit, inside), from);
  }

  void half_of_month(int ordinal, Date start, Date end, ResolvedFrom from) {
    constexpr int kHalf = 15;
    const DateInterval interval = ordinal == 1 ? DateInterval{start, add_days(start, kHalf - 1)}
                                               : DateInterval{add_days(start, kHalf), end};
    set(interval, DatePrecision::week, from, timex_of_interval(interval));
  }

  void week_of(const DateForm& form) {
    const Timex first = resolved(form.first);
    if (!first.start) return unknown(DatePrecision::week, "XXXX-WXX", first.needs_published);
    set_period(TimeUnit::week, period_of(TimeUnit::week, *first.start), first.resolved_from);
  }

  /// The 90s are those of the last century, the 10s those of this one.
  void decade(const DateForm& form) {
    const auto of = [](int year) {
      if (year < 100) year += year < 30 ? 2000 : 1900;
      return period_of(TimeUnit::decade, Date{static_cast<std::int16_t>(year), 1, 1});
    };
    const DateInterval first = of(form.year);
    if (form.last_year == 0) return set_period(TimeUnit::decade, first, ResolvedFrom::explicit_);
    const DateInterval last = of(form.last_year);
    set({first.start, last.end}, DatePrecision::decade, ResolvedFrom::explicit_,
        timex_of_period(TimeUnit::decade, *first.start) + "/" + timex_of_period(TimeUnit::decade, *last.start));
  }

  void century(const DateForm& form) {
    if (form.ordinal < 2) return unknown(DatePrecision::open, "", false);
    const Date inside{static_cast<std::int16_t>((form.ordinal - 1) * 100), 1, 1};
    set_period(TimeUnit::century, period_of(TimeUnit::century, inside), ResolvedFrom::explicit_);
  }

  /// The latest season that has begun (the next one for a future verb); “last” is the one that is over.
  void season(const DateForm& form) {
    const int given = given_year(form);
    if (given == 0 && !context_.published) return unknown(DatePrecision::season, "XXXX");
    const int last = form.last_month != 0 ? form.last_month : form.month;
    int year = given;
    if (year == 0) {
      const Date published = *context_.published;
      const bool over = form.direction == std::int8_t{-1};
      year = published.year;
      const auto too_late = [&](const DateInterval& i) { return over ? *i.end >= published : *i.start > published; };
      if (is_future() || form.direction == std::int8_t{1}) {
        while (*months_interval(year, form.month, last).start < published) ++year;
      } else {
        while (too_late(months_interval(year, form.month, last))) --year;
      }
    }
    const DateInterval interval = months_interval(year, form.month, last);
    set(interval, DatePrecision::season, form.year != 0 ? ResolvedFrom::explicit_ : ResolvedFrom::published,
        timex_of_period(TimeUnit::month, *interval.start) + "/" + timex_of_period(TimeUnit::month, *interval.end));
  }

  /// Named, not dated; the year is kept where it is given.
  void named(const DateForm& form) {
    unknown(DatePrecision::day, form.year != 0 ? fmt::format("{:04}-XX-XX", form.year) : "XXXX-XX-XX", false);
  }

  void vague(const DateForm& form) {
    constexpr const char* kTimex[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
    unknown(DatePrecision::open, kTimex[static_cast<int>(form.reference)], false);
    out_.vague = true;
  }

  void from_context(const DateForm& form) {
    if (!context_.before || !context_.before->start) return unknown(DatePrecision::day, "XXXX-XX-XX", false);
    DateInterval interval = *context_.before;
    if (form.since) {
      return set({interval.start, std::nullopt}, DatePrecision::open, ResolvedFrom::context,
                 timex_of_interval({interval.start, std::nullopt}));
    }
    if (form.offset != 0) {
      const Date day = add_days(form.offset > 0 && interval.end ? *interval.end : *interval.start, form.offset);
      return set_day(day, ResolvedFrom::context);
    }
    if (form.unit != TimeUnit::none && form.unit != TimeUnit::day) {
      return set_period(form.unit, period_of(form.unit, *interval.start), ResolvedFrom::context);
    }
    set_interval(interval, ResolvedFrom::context);
  }

  void day_part(const DateForm& form) {
    if (context_.before && context_.before->start == context_.before->end) return from_context(form);
    if (!context_.published) return unknown(DatePrecision::day, "PRESENT_REF");
    set_day(*context_.published, ResolvedFrom::published);
  }

  /// A third of a period: its first, middle or last one. Days of a month are cut at the 10th and the 20th.
  void part(const DateForm& form) {
    const Timex first = form.first != kNoDate ? resolved(form.first) : this_period(form.unit);
    out_.needs_published = first.needs_published;
    if (!first.start || !first.end) {
      out_.timex = first.timex;
      return;
    }
    const int length = days_from_civil(*first.end) - days_from_civil(*first.start) + 1;
    const int third = length / 3;
    DateInterval interval{first.start, first.end};
    if (form.part == PeriodPart::start) interval.end = add_days(*first.start, std::max(third, 1) - 1);
    if (form.part == PeriodPart::end) interval.start = add_days(*first.end, 1 - std::max(third, 1));
    if (form.part == PeriodPart::middle) interval = {add_days(*first.start, third), add_days(*first.end, -third)};
    constexpr const char* kMod[] = {"", "-START", "-MID", "-END"};
    set(interval, first.precision, first.resolved_from, first.timex + kMod[static_cast<int>(form.part)]);
  }

  Timex this_period(TimeUnit unit) const {
    Timex out;
    if (!context_.published) {
      out.needs_published = true;
      out.timex = unknown_period(unit);
      return out;
    }
    const DateInterval interval = period_of(unit, *context_.published);
    out.start = interval.start;
    out.end = interval.end;
    out.precision = precision_of(unit);
    out.resolved_from = ResolvedFrom::published;
    out.timex = timex_of_period(unit, *interval.start);
    return out;
  }

  void same(const DateForm& form) {
    const bool night = out_.night_across;
    out_ = resolved(form.first);
    out_.form = form;
    out_.night_across = night || out_.night_across;
  }

  // --- ranges

  static int year_given_in(const Timex& date) {
    return date.form.op == DateOp::calendar ? date.form.year : 0;
  }

  void range(const DateForm& form) {
    if (form.first >= dates_.size() || form.second >= dates_.size()) return;
    const int year = year_given_in(dates_[form.second]);
    Timex second = resolved(form.second);
    Timex first = resolved(form.first, year);
    const bool same_year = year == 0 && year_given_in(dates_[form.first]) == 0;
    if (year == 0 && year_given_in(dates_[form.first]) != 0) second = resolved(form.second, year_given_in(dates_[form.first]));
    out_.needs_published = first.needs_published || second.needs_published;
    if (!first.start || !second.end) {
      out_.timex = first.timex + "/" + second.timex;
      return;
    }
    DateInterval interval{first.start, second.end};
    // Two bare days go by the later one: “28 December to 3 January”.
    if (*interval.end < *interval.start && same_year) {
      const bool weekdays = first.form.op == DateOp::weekday;
      interval.start = weekdays ? weekday_up_to(*interval.end, first.form.weekday) : add_months(*interval.start, -12);
    }
    if (*interval.end < *interval.start) {
      out_.timex = first.timex + "/" + second.timex;
      return;
    }
    const bool days = first.precision == DatePrecision::day && second.precision == DatePrecision::day;
    set(interval, days ? DatePrecision::day : second.precision, second.resolved_from,
        days ? timex_of_interval(interval) : first.timex + "/" + second.timex);
  }

  /// The year in which a bare day lies nearest to publication, 0 where it does not matter: a deadline may lie ahead.
  int nearest_year(std::uint32_t index) const {
    if (index >= dates_.size() || !context_.published) return 0;
    const DateForm& form = dates_[index].form;
    if (form.op != DateOp::calendar || form.day == 0 || form.month == 0 || form.year != 0 || form.direction) return 0;
    int best = 0;
    int best_distance = 0;
    for (int year = context_.published->year - 1; year <= context_.published->year + 1; ++year) {
      const auto day = make_date(year, form.month, form.day);
      if (!day) continue;
      const int distance = std::abs(days_from_civil(*day) - days_from_civil(*context_.published));
      if (best == 0 || distance < best_distance) {
        best = year;
        best_distance = distance;
      }
    }
    return best;
  }

  void half_open(const DateForm& form) {
    const Timex first = resolved(form.first, form.op == DateOp::until ? nearest_year(form.first) : 0);
    out_.needs_published = first.needs_published;
    out_.precision = DatePrecision::open;
    out_.resolved_from = first.resolved_from;
    out_.since = form.op == DateOp::since || form.op == DateOp::after;
    if (!first.start || !first.end) {
      out_.timex = first.timex;
      out_.start = form.op == DateOp::since ? first.start : std::nullopt;
      return;
    }
    switch (form.op) {
      case DateOp::since: out_.start = first.start; break;
      case DateOp::until: out_.end = first.end; break;
      case DateOp::before: out_.end = add_days(*first.start, -1); break;
      default: out_.start = add_days(*first.end, 1); break;
    }
    if (form.so_far && context_.published && out_.start && *out_.start <= *context_.published) {
      out_.end = context_.published;
      out_.since = false;
    }
    out_.timex = timex_of_interval({out_.start, out_.end});
  }

  const DateContext& context_;
  std::span<const Timex> dates_;
  int depth_;
  Timex out_;
};

}  // namespace

void resolve_date(Timex& date, const DateContext& context, std::span<const Timex> dates) {
  date = Resolver(context, dates, 0).resolve(date.form);
}

}  // namespace incidents
