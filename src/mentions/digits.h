#pragma once
/// What a token of digits and marks says: 1,25,000 is a value, 15-20 a range, 11:30 a clock time, 17/03/2021 a date.
#include <cstdint>
#include <string_view>

namespace incidents {

enum class DigitForm : std::uint8_t {
  none,      ///< a score (6-3), a telephone number in groups, a broken grouping
  value,     ///< 20  1,25,000  100,000  2.5
  range,     ///< 15-20  10,000-15,000
  clock,     ///< 11:30  10:30-11:30
  date,      ///< 17/03/2021  2021-03-17  17.3.2021  11/2016 (no day)  29/03 (no year)
  day_list,  ///< 19,20,21  30/31
  years      ///< 2013-14  1872-1947: a range of years; also 2013-2014 might count things
};

struct DigitReading {
  DigitForm form = DigitForm::none;
  double low = 0, high = 0;          ///< of value, range, day_list and years
  int year = 0, month = 0, day = 0;  ///< of a date; 0 where it is not given
  bool whole = false;                ///< value: digits alone, without grouping or decimals
  std::uint8_t digits = 0;           ///< value: how many digits
};

/// Total: anything that is no digit token gives DigitForm::none. ASCII digits only, as in the normal form.
DigitReading read_digits(std::string_view text);

}  // namespace incidents
