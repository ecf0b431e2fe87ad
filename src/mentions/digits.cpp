#include "mentions/digits.h"

#include <array>
#include <charconv>

#include "mentions/calendar.h"

namespace incidents {
namespace {

constexpr std::size_t kMaxGroups = 8;
constexpr int kFirstYear = 1000;
constexpr int kLastYear = 2199;

/// Runs of digits with the mark behind each (0 behind the last).
struct Groups {
  struct Group {
    std::string_view digits;
    int value = 0;  ///< −1 where it has more than nine digits
    char mark = 0;
  };
  std::array<Group, kMaxGroups> groups;
  std::size_t count = 0;
  bool ok = false;

  bool marks_are(char mark) const {
    for (std::size_t i = 0; i + 1 < count; ++i) {
      if (groups[i].mark != mark) return false;
    }
    return count > 1;
  }
  bool has_mark(char mark) const {
    for (std::size_t i = 0; i + 1 < count; ++i) {
      if (groups[i].mark == mark) return true;
    }
    return false;
  }
  std::size_t length(std::size_t i) const { return groups[i].digits.size(); }
  int value(std::size_t i) const { return groups[i].value; }
};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

Groups split_groups(std::string_view text) {
  Groups out;
  std::size_t at = 0;
  while (at < text.size()) {
    if (out.count == kMaxGroups || !is_digit(text[at])) return out;
    auto& group = out.groups[out.count++];
    const std::size_t begin = at;
    while (at < text.size() && is_digit(text[at])) ++at;
    group.digits = text.substr(begin, at - begin);
    if (group.digits.size() > 9) {
      group.value = -1;
    } else {
      std::from_chars(group.digits.data(), group.digits.data() + group.digits.size(), group.value);
    }
    if (at == text.size()) break;
    group.mark = text[at++];
    constexpr std::string_view kMarks = ",.:/-";
    if (kMarks.find(group.mark) == std::string_view::npos || at == text.size()) return out;
  }
  out.ok = out.count > 0;
  return out;
}

/// The last group has three digits, the ones before it two (Indian) or three (Western), the first at most three.
bool is_grouping(const Groups& g, std::size_t count) {
  if (count < 2) return count == 1;
  if (g.length(0) > 3 || g.length(count - 1) != 3) return false;
  const std::size_t inner = count > 2 ? g.length(1) : 3;
  if (inner != 2 && inner != 3) return false;
  for (std::size_t i = 1; i + 1 < count; ++i) {
    if (g.length(i) != inner) return false;
  }
  return true;
}

/// A value with optional grouping and decimals. False where the marks stand wrong.
bool read_value(std::string_view text, double& out) {
  const Groups g = split_groups(text);
  if (!g.ok) return false;
  std::size_t whole = g.count;
  if (g.count > 1 && g.groups[g.count - 2].mark == '.') --whole;
  for (std::size_t i = 0; i + 1 < whole; ++i) {
    if (g.groups[i].mark != ',') return false;
  }
  if (!is_grouping(g, whole)) return false;
  std::array<char, 64> plain;
  std::size_t length = 0;
  for (const char c : text) {
    if (c != ',' && length < plain.size()) plain[length++] = c;
  }
  return std::from_chars(plain.data(), plain.data() + length, out).ec == std::errc{};
}

/// 24 is 2024, 84 is 1984: two digits mean the hundred years around 2000 that news speaks of.
int full_year(int year, std::size_t digits) {
  if (digits != 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

bool is_year(const Groups& g, std::size_t i) {
  return g.length(i) == 4 && g.value(i) >= kFirstYear && g.value(i) <= kLastYear;
}

DigitReading date_reading(int year, int month, int day) {
  DigitReading out;
  if (month < 1 || month > 12) return out;
  if (day != 0 && !make_date(year == 0 ? 2000 : year, month, day)) return out;
  out.form = DigitForm::date;
  out.year = year;
  out.month = month;
  out.day = day;
  return out;
}

/// D/M/Y, Y/M/D, and M/D/Y where the middle can be no month.
DigitReading read_full_date(const Groups& g) {
  if (is_year(g, 0)) return date_reading(g.value(0), g.value(1), g.value(2));
  if (g.length(0) > 2 || g.length(1) > 2 || !(is_year(g, 2) || g.length(2) == 2)) return {};
  const int year = full_year(g.value(2), g.length(2));
  if (g.value(1) > 12) return date_reading(year, g.value(0), g.value(1));
  return date_reading(year, g.value(1), g.value(0));
}

DigitReading years_reading(int first, int last) {
  DigitReading out;
  if (last <= first || last > kLastYear) return out;
  out.form = DigitForm::years;
  out.low = first;
  out.high = last;
  return out;
}

/// Two groups of which one is a year: 2013-14, 1872-1947, 2015-3 (a month), 11/2016.
DigitReading read_pair_with_year(const Groups& g) {
  if (is_year(g, 0) && is_year(g, 1)) return years_reading(g.value(0), g.value(1));
  if (is_year(g, 0) && g.length(1) == 2) {
    const int last = g.value(0) / 100 * 100 + g.value(1);
    if (last > g.value(0)) return years_reading(g.value(0), last);
    if (g.value(0) % 100 == 99 && g.value(1) == 0) return years_reading(g.value(0), g.value(0) + 1);
    return date_reading(g.value(0), g.value(1), 0);
  }
  if (is_year(g, 0) && g.length(1) == 1) return date_reading(g.value(0), g.value(1), 0);
  if (g.length(0) <= 2 && is_year(g, 1)) return date_reading(g.value(1), g.value(0), 0);
  return {};
}

DigitReading read_range(std::string_view text) {
  DigitReading out;
  const std::size_t hyphen = text.find('-');
  if (text.find('-', hyphen + 1) != std::string_view::npos) return out;
  if (!read_value(text.substr(0, hyphen), out.low) || !read_value(text.substr(hyphen + 1), out.high)) return out;
  if (out.low < out.high) out.form = DigitForm::range;
  if (out.low == out.high) out.form = DigitForm::value;  // 25-25: so many each
  return out;
}

DigitReading read_day_list(const Groups& g) {
  DigitReading out;
  for (std::size_t i = 0; i < g.count; ++i) {
    if (g.length(i) > 2 || g.value(i) < 1 || g.value(i) > 31) return out;
    if (i > 0 && g.value(i) <= g.value(i - 1)) return out;
  }
  out.form = DigitForm::day_list;
  out.low = g.value(0);
  out.high = g.value(g.count - 1);
  return out;
}

DigitReading read_hyphens(std::string_view text, const Groups& g) {
  if (g.marks_are('-') && g.count == 3) return read_full_date(g);
  if (g.marks_are('-') && g.count == 2) {
    if (const DigitReading years = read_pair_with_year(g); years.form != DigitForm::none) return years;
  }
  return read_range(text);
}

}  // namespace

DigitReading read_digits(std::string_view text) {
  const Groups g = split_groups(text);
  if (!g.ok) return {};
  DigitReading out;
  if (g.has_mark(':')) {
    if (!g.has_mark('/') && !g.has_mark(',')) out.form = DigitForm::clock;
    return out;
  }
  if (g.has_mark('/')) {
    if (!g.marks_are('/')) return out;
    if (g.count == 3) return read_full_date(g);
    if (g.count != 2) return out;
    if (out = read_pair_with_year(g); out.form != DigitForm::none) return out;
    if (g.length(0) > 2 || g.length(1) > 2) return out;
    out = date_reading(0, g.value(1), g.value(0));
    return out.form == DigitForm::none && g.value(1) == g.value(0) + 1 ? read_day_list(g) : out;
  }
  if (g.has_mark('-')) return read_hyphens(text, g);
  if (g.count == 3 && g.marks_are('.')) return read_full_date(g);
  if (read_value(text, out.low)) {
    out.form = DigitForm::value;
    out.high = out.low;
    out.whole = g.count == 1;
    out.digits = static_cast<std::uint8_t>(out.whole ? g.length(0) : 0);
    return out;
  }
  if (g.marks_are(',')) return read_day_list(g);
  return {};
}

}  // namespace incidents
