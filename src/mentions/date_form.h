#pragma once
/// A date expression as its words say it, before it is put on the calendar. A rule's `make = date op=NAME key=value …`
/// fills a form, key by key; resolve_date.h gives it its days.
#include <cstdint>
#include <optional>
#include <string_view>

#include "mentions/calendar.h"

namespace incidents {

enum class DateOp : std::uint8_t {
  none,
  calendar,  ///< year, month, day, last_day, weekday as given; frame: “last year's October”
  day_word,  ///< offset days from publication; tense tells the side where the word does not
  weekday,   ///< weekday, to last_weekday; direction or a frame week
  period,    ///< unit at direction: last week, this year, next month
  window,    ///< the count units before (direction −1) or after publication: in the last three months
  ago,       ///< count units before or after an anchor: publication, or the date `first`, or the context
  within,    ///< in two weeks: ahead where the verb is future, else the last two
  duration,  ///< count units, no place on the calendar
  nth,       ///< the ordinal-th unit or weekday of a frame: third quarter of 2020, first Friday of July
  week_of,   ///< the week that holds the date `first`
  decade,    ///< year (1990, or 90)
  century,   ///< ordinal
  season,    ///< months month to last_month of a year
  named,     ///< movable feasts, other calendars, “on the third day”: named only
  vague,     ///< recently, nowadays
  context,   ///< offset days, or the unit, of the date spoken of before
  day_part,  ///< a part of the day alone: of the date spoken of before, else of publication
  part,      ///< start, middle or end of the period `first`
  same,      ///< the date `first`, with more words (a part of the day)
  range,     ///< from `first` to `second`
  since,     ///< from `first` on
  until,     ///< up to `first`
  before,    ///< up to the day before `first`
  after      ///< from the day after `first` on
};

enum class PeriodPart : std::uint8_t { none, start, middle, end };
enum class TimeReference : std::uint8_t { none, past, present, future };

inline constexpr std::uint32_t kNoDate = 0xffffffffu;

struct DateForm {
  DateOp op = DateOp::none;
  std::int16_t year = 0, last_year = 0;  ///< 0: not given, here and below
  std::uint8_t month = 0, last_month = 0;
  std::uint8_t day = 0, last_day = 0;
  std::uint8_t weekday = 0, last_weekday = 0;  ///< 1 Monday … 7 Sunday
  TimeUnit unit = TimeUnit::none;
  TimeUnit frame = TimeUnit::none;  ///< unit of the period that `frame_direction` points at
  std::int8_t frame_direction = 0;
  std::optional<std::int8_t> direction;  ///< −1 last, 0 this, +1 next
  std::int8_t ordinal = 0;               ///< −1: the last one
  std::int16_t offset = 0;               ///< days
  bool tense_decides = false;            ///< the offset's sign is the verb's
  bool since = false;
  bool so_far = false;               ///< “this year so far”: ends on publication
  bool same_month = false;           ///< “last year in this month”
  bool same_day = false;             ///< “on this very day in 2001”
  bool from_context = false;         ///< ago: counts from the date spoken of before
  bool night = false;                ///< a night that reaches into the next day
  double count = 0, last_count = 0;  ///< “two or three days ago” has both
  PeriodPart part = PeriodPart::none;
  TimeReference reference = TimeReference::none;
  std::uint32_t first = kNoDate, second = kNoDate;  ///< indices into Mentions::dates
};

/// Sets the field `key` (op day month year weekday unit direction …) from a word: a name or a whole number. False when
/// there is no such field or value.
bool set_date_field(DateForm& form, std::string_view key, std::string_view value);
/// The same for numbers.
bool set_date_field(DateForm& form, std::string_view key, double value);

/// True for a form that means one day, or days: what a part of the day may follow.
bool is_day_form(const DateForm& form);

}  // namespace incidents
