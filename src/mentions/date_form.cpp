#include "mentions/date_form.h"

#include <charconv>
#include <cmath>
#include <utility>

namespace incidents {
namespace {

template <class Value>
using Names = std::pair<std::string_view, Value>;

constexpr Names<DateOp> kOps[] = {
    {"calendar", DateOp::calendar}, {"day_word", DateOp::day_word}, {"weekday", DateOp::weekday},
    {"period", DateOp::period},     {"window", DateOp::window},     {"ago", DateOp::ago},
    {"within", DateOp::within},     {"duration", DateOp::duration}, {"nth", DateOp::nth},
    {"week_of", DateOp::week_of},   {"decade", DateOp::decade},     {"century", DateOp::century},
    {"season", DateOp::season},     {"named", DateOp::named},       {"vague", DateOp::vague},
    {"context", DateOp::context},   {"day_part", DateOp::day_part}, {"part", DateOp::part},
    {"same", DateOp::same},         {"range", DateOp::range},       {"since", DateOp::since},
    {"until", DateOp::until},       {"before", DateOp::before},     {"after", DateOp::after}};

constexpr Names<TimeUnit> kUnits[] = {{"second", TimeUnit::second},       {"minute", TimeUnit::minute},
                                      {"hour", TimeUnit::hour},           {"day", TimeUnit::day},
                                      {"weekend", TimeUnit::weekend},     {"week", TimeUnit::week},
                                      {"fortnight", TimeUnit::fortnight}, {"month", TimeUnit::month},
                                      {"quarter", TimeUnit::quarter},     {"half_year", TimeUnit::half_year},
                                      {"season", TimeUnit::season},       {"year", TimeUnit::year},
                                      {"decade", TimeUnit::decade},       {"century", TimeUnit::century}};

constexpr Names<PeriodPart> kParts[] = {
    {"start", PeriodPart::start}, {"middle", PeriodPart::middle}, {"end", PeriodPart::end}};

constexpr Names<TimeReference> kReferences[] = {
    {"PAST_REF", TimeReference::past}, {"PRESENT_REF", TimeReference::present}, {"FUTURE_REF", TimeReference::future}};

template <class Value, std::size_t N>
bool set_named(const Names<Value> (&names)[N], std::string_view name, Value& out) {
  for (const auto& [known, value] : names) {
    if (known == name) {
      out = value;
      return true;
    }
  }
  return false;
}

template <class Field>
bool set_whole(double value, int low, int high, Field& out) {
  if (value != std::floor(value) || value < low || value > high) return false;
  out = static_cast<Field>(value);
  return true;
}

}  // namespace

bool set_date_field(DateForm& form, std::string_view key, std::string_view value) {
  if (key == "op") return set_named(kOps, value, form.op);
  if (key == "unit") return set_named(kUnits, value, form.unit);
  if (key == "frame") return set_named(kUnits, value, form.frame);
  if (key == "ref") return set_named(kReferences, value, form.reference);
  if (key == "part") {
    if (set_named(kParts, value, form.part)) return true;
    form.night = value == "night" || value == "midnight";
    return true;
  }
  if (key == "tense") return form.tense_decides = true;
  if (key == "since") return form.since = true;
  if (key == "so_far") return form.so_far = true;
  if (key == "same_month") return form.same_month = true;
  if (key == "same_day") return form.same_day = true;
  if (key == "anchor") return form.from_context = true;
  double number = 0;
  const auto [end, code] = std::from_chars(value.data(), value.data() + value.size(), number);
  return code == std::errc{} && end == value.data() + value.size() && set_date_field(form, key, number);
}

bool set_date_field(DateForm& form, std::string_view key, double value) {
  if (key == "year") return set_whole(value, 1, 9999, form.year);
  if (key == "last_year") return set_whole(value, 1, 9999, form.last_year);
  if (key == "month") return set_whole(value, 1, 12, form.month);
  if (key == "last_month") return set_whole(value, 1, 12, form.last_month);
  if (key == "day") return set_whole(value, 1, 31, form.day);
  if (key == "last_day") return set_whole(value, 1, 31, form.last_day);
  if (key == "weekday") return set_whole(value, 1, 7, form.weekday);
  if (key == "last_weekday") return set_whole(value, 1, 7, form.last_weekday);
  if (key == "ordinal") return set_whole(value, -1, 99, form.ordinal);
  if (key == "offset") return set_whole(value, -366, 366, form.offset);
  if (key == "frame_direction") return set_whole(value, -2, 2, form.frame_direction);
  if (key == "years_back") {  // three years ago in May
    form.frame = TimeUnit::year;
    return set_whole(-value, -99, -1, form.frame_direction);
  }
  if (key == "direction") {
    std::int8_t direction = 0;
    if (!set_whole(value, -2, 2, direction)) return false;
    form.direction = direction;
    return true;
  }
  if (key == "count" || key == "last_count") {
    constexpr double kMost = 100000;
    (key == "count" ? form.count : form.last_count) = value;
    return value > 0 && value <= kMost;
  }
  return false;
}

bool is_day_form(const DateForm& form) {
  switch (form.op) {
    case DateOp::day_word:
    case DateOp::weekday:
    case DateOp::context:
    case DateOp::day_part:
    case DateOp::same:
      return true;
    case DateOp::calendar:
      return form.day != 0;
    case DateOp::period:
      return form.unit == TimeUnit::day;
    case DateOp::ago:
      return form.unit == TimeUnit::day;
    case DateOp::nth:
      return form.weekday != 0;
    default:
      return false;
  }
}

}  // namespace incidents
