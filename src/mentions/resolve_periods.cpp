// Periods, lengths from an anchor, parts of periods, and what is only named.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "mentions/date_resolver.h"

namespace incidents {

void DateResolver::period(const DateForm& form) {
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

std::string DateResolver::unknown_period(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::week:
      return "XXXX-WXX";
    case TimeUnit::weekend:
      return "XXXX-WXX-WE";
    case TimeUnit::month:
      return "XXXX-XX";
    case TimeUnit::quarter:
      return "XXXX-QX";
    case TimeUnit::year:
      return "XXXX";
    case TimeUnit::decade:
      return "XXX";
    default:
      return "XXXX-XX-XX";
  }
}

Date DateResolver::shifted(Date day, TimeUnit unit, double count, int direction) {
  const double whole = std::floor(count);
  const double rest = count - whole;
  const int steps = static_cast<int>(whole) * direction;
  switch (unit) {
    case TimeUnit::second:
    case TimeUnit::minute:
      return day;
    case TimeUnit::hour:
      return add_days(day, direction * static_cast<int>(std::floor(count / 24)));
    default:
      break;
  }
  Date result = add_units(day, unit, steps);
  if (rest == 0) return result;
  if (unit == TimeUnit::year) return add_months(result, direction * static_cast<int>(std::lround(rest * 12)));
  if (unit == TimeUnit::month) return add_days(result, direction * static_cast<int>(std::lround(rest * 30)));
  if (unit == TimeUnit::week) return add_days(result, direction * static_cast<int>(std::lround(rest * 7)));
  return result;
}

void DateResolver::window(const DateForm& form) {
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

void DateResolver::ago(const DateForm& form) {
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

bool DateResolver::months_long(TimeUnit unit) {
  return unit == TimeUnit::month || unit == TimeUnit::quarter || unit == TimeUnit::half_year ||
         unit == TimeUnit::year || unit == TimeUnit::decade || unit == TimeUnit::century;
}

void DateResolver::within(const DateForm& form) {
  if (!is_future()) return form.unit == TimeUnit::hour || form.direction ? duration(form) : window(form);
  if (form.direction == std::int8_t{0}) return window(form);
  if (!context_.published) return unknown(precision_of(form.unit), timex_of_duration(form.unit, form.count));
  set_day(shifted(*context_.published, form.unit, form.count, 1), ResolvedFrom::published);
}

void DateResolver::duration(const DateForm& form) {
  unknown(precision_of(form.unit), timex_of_duration(form.unit, form.count), false);
  out_.duration = true;
}

std::optional<DateInterval> DateResolver::frame_of(const DateForm& form, ResolvedFrom& from) {
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

void DateResolver::nth(const DateForm& form) {
  ResolvedFrom from = ResolvedFrom::none;
  const auto frame = frame_of(form, from);
  if (!frame) return unknown(precision_of(form.weekday != 0 ? TimeUnit::day : form.unit), unknown_period(form.unit));
  const Date start = *frame->start;
  const Date end = *frame->end;
  if (form.weekday != 0) {
    const Date day = form.ordinal < 0
                         ? weekday_up_to(end, form.weekday)
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

void DateResolver::half_of_month(int ordinal, Date start, Date end, ResolvedFrom from) {
  constexpr int kHalf = 15;
  const DateInterval interval =
      ordinal == 1 ? DateInterval{start, add_days(start, kHalf - 1)} : DateInterval{add_days(start, kHalf), end};
  set(interval, DatePrecision::week, from, timex_of_interval(interval));
}

void DateResolver::week_of(const DateForm& form) {
  const Timex first = resolved(form.first);
  if (!first.start) return unknown(DatePrecision::week, "XXXX-WXX", first.needs_published);
  set_period(TimeUnit::week, period_of(TimeUnit::week, *first.start), first.resolved_from);
}

void DateResolver::decade(const DateForm& form) {
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

void DateResolver::century(const DateForm& form) {
  if (form.ordinal < 2) return unknown(DatePrecision::open, "", false);
  const Date inside{static_cast<std::int16_t>((form.ordinal - 1) * 100), 1, 1};
  set_period(TimeUnit::century, period_of(TimeUnit::century, inside), ResolvedFrom::explicit_);
}

void DateResolver::season(const DateForm& form) {
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
      if (*months_interval(year, form.month, last).start < published) ++year;
    } else {
      for (int tries = 0; tries < 2 && too_late(months_interval(year, form.month, last)); ++tries) --year;
    }
  }
  const DateInterval interval = months_interval(year, form.month, last);
  set(interval, DatePrecision::season, form.year != 0 ? ResolvedFrom::explicit_ : ResolvedFrom::published,
      timex_of_period(TimeUnit::month, *interval.start) + "/" + timex_of_period(TimeUnit::month, *interval.end));
}

void DateResolver::named(const DateForm& form) {
  unknown(DatePrecision::day, form.year != 0 ? fmt::format("{:04}-XX-XX", form.year) : "XXXX-XX-XX", false);
}

void DateResolver::vague(const DateForm& form) {
  constexpr const char* kTimex[] = {"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"};
  unknown(DatePrecision::open, kTimex[static_cast<int>(form.reference)], false);
  out_.vague = true;
}

void DateResolver::from_context(const DateForm& form) {
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

void DateResolver::day_part(const DateForm& form) {
  if (context_.before && context_.before->start == context_.before->end) return from_context(form);
  if (!context_.published) return unknown(DatePrecision::day, "PRESENT_REF");
  set_day(*context_.published, ResolvedFrom::published);
}

void DateResolver::part(const DateForm& form) {
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

Timex DateResolver::this_period(TimeUnit unit) const {
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

void DateResolver::same(const DateForm& form) {
  const bool night = out_.night_across;
  out_ = resolved(form.first);
  out_.form = form;
  out_.night_across = night || out_.night_across;
}

}  // namespace incidents
