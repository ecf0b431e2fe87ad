#include "mentions/resolve_date.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

#include "mentions/date_resolver.h"

namespace incidents {

namespace {

constexpr int kMaxNesting = 4;  ///< dates made of dates made of dates

}  // namespace

DatePrecision precision_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::weekend:
    case TimeUnit::week:
    case TimeUnit::fortnight:
      return DatePrecision::week;
    case TimeUnit::month:
      return DatePrecision::month;
    case TimeUnit::quarter:
    case TimeUnit::half_year:
    case TimeUnit::season:
      return DatePrecision::season;
    case TimeUnit::year:
      return DatePrecision::year;
    case TimeUnit::decade:
      return DatePrecision::decade;
    case TimeUnit::century:
      return DatePrecision::open;
    default:
      return DatePrecision::day;
  }
}

Date weekday_up_to(Date latest, int weekday) { return add_days(latest, -((weekday_of(latest) - weekday + 7) % 7)); }

Date weekday_after(Date day, int weekday) { return add_days(weekday_up_to(day, weekday), 7); }

Timex DateResolver::resolve(const DateForm& form) {
  out_.form = form;
  out_.since = form.since;
  out_.night_across = form.night;
  switch (form.op) {
    case DateOp::none:
      break;
    case DateOp::calendar:
      calendar(form);
      break;
    case DateOp::day_word:
      day_word(form);
      break;
    case DateOp::weekday:
      weekday(form);
      break;
    case DateOp::period:
      period(form);
      break;
    case DateOp::window:
      window(form);
      break;
    case DateOp::ago:
      ago(form);
      break;
    case DateOp::within:
      within(form);
      break;
    case DateOp::duration:
      duration(form);
      break;
    case DateOp::nth:
      nth(form);
      break;
    case DateOp::week_of:
      week_of(form);
      break;
    case DateOp::decade:
      decade(form);
      break;
    case DateOp::century:
      century(form);
      break;
    case DateOp::season:
      season(form);
      break;
    case DateOp::named:
      named(form);
      break;
    case DateOp::vague:
      vague(form);
      break;
    case DateOp::context:
      from_context(form);
      break;
    case DateOp::day_part:
      day_part(form);
      break;
    case DateOp::part:
      part(form);
      break;
    case DateOp::same:
      same(form);
      break;
    case DateOp::range:
      range(form);
      break;
    case DateOp::since:
    case DateOp::until:
    case DateOp::before:
    case DateOp::after:
      half_open(form);
      break;
  }
  return std::move(out_);
}

void DateResolver::set(DateInterval interval, DatePrecision precision, ResolvedFrom from, std::string timex) {
  out_.start = interval.start;
  out_.end = interval.end;
  out_.precision = precision;
  out_.resolved_from = from;
  out_.timex = std::move(timex);
}

void DateResolver::set_period(TimeUnit unit, DateInterval interval, ResolvedFrom from) {
  set(interval, precision_of(unit), from, timex_of_period(unit, *interval.start));
}

void DateResolver::set_day(Date day, ResolvedFrom from) { set({day, day}, DatePrecision::day, from, format(day)); }

void DateResolver::set_interval(DateInterval interval, ResolvedFrom from) {
  const bool open = !interval.start || !interval.end;
  set(interval, open ? DatePrecision::open : DatePrecision::day, from, timex_of_interval(interval));
}

void DateResolver::unknown(DatePrecision precision, std::string timex, bool needs_published) {
  set({}, precision, ResolvedFrom::none, std::move(timex));
  out_.needs_published = needs_published;
}

Timex DateResolver::resolved(std::uint32_t index, int default_year) const {
  if (index >= dates_.size() || depth_ >= kMaxNesting) return {};
  DateForm form = dates_[index].form;
  if (default_year != 0 && form.op == DateOp::calendar && form.year == 0 && form.frame == TimeUnit::none) {
    form.year = static_cast<std::int16_t>(default_year);
  }
  return DateResolver(context_, dates_, depth_ + 1).resolve(form);
}

int DateResolver::year_given_in(const Timex& date) { return date.form.op == DateOp::calendar ? date.form.year : 0; }

void DateResolver::range(const DateForm& form) {
  if (form.first >= dates_.size() || form.second >= dates_.size()) return;
  const int year = year_given_in(dates_[form.second]);
  Timex second = resolved(form.second);
  Timex first = resolved(form.first, year);
  const bool same_year = year == 0 && year_given_in(dates_[form.first]) == 0;
  if (year == 0 && year_given_in(dates_[form.first]) != 0)
    second = resolved(form.second, year_given_in(dates_[form.first]));
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

int DateResolver::nearest_year(std::uint32_t index) const {
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

void DateResolver::half_open(const DateForm& form) {
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
    case DateOp::since:
      out_.start = first.start;
      break;
    case DateOp::until:
      out_.end = first.end;
      break;
    case DateOp::before:
      out_.end = add_days(*first.start, -1);
      break;
    default:
      out_.start = add_days(*first.end, 1);
      break;
  }
  if (form.so_far && context_.published && out_.start && *out_.start <= *context_.published) {
    out_.end = context_.published;
    out_.since = false;
  }
  out_.timex = timex_of_interval({out_.start, out_.end});
}

void resolve_date(Timex& date, const DateContext& context, std::span<const Timex> dates) {
  date = DateResolver(context, dates, 0).resolve(date.form);
}

}  // namespace incidents
