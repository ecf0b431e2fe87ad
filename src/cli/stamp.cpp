#include "cli/stamp.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include "incidents/date.h"

namespace incidents::cli {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Value of the digits [from, from + count), or -1.
int digits(std::string_view text, std::size_t from, std::size_t count) {
  if (from + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// A day written at `at` as YYYYMMDD or with one separator (- _ / .) between its parts.
std::optional<Date> date_at(std::string_view text, std::size_t at, std::size_t& length) {
  const int year = digits(text, at, 4);
  if (year < 1900 || year > 2100 || at + 8 > text.size()) return std::nullopt;
  const char separator = text[at + 4];
  if (is_digit(separator)) {
    length = 8;
    return make_date(year, digits(text, at + 4, 2), digits(text, at + 6, 2));
  }
  if (std::string_view("-_/.").find(separator) == std::string_view::npos || at + 10 > text.size()) return std::nullopt;
  if (text[at + 7] != separator) return std::nullopt;
  length = 10;
  return make_date(year, digits(text, at + 5, 2), digits(text, at + 8, 2));
}

constexpr std::array<std::string_view, 12> kMonths = {"january", "february", "march",     "april",   "may",      "june",
                                                      "july",    "august",   "september", "october", "november", "december"};

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// 1 … 12 for a month's English name or its first three letters, `sept` too; 0 for anything else.
int month_of(std::string_view word) {
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](char c) { return c <= 'Z' ? static_cast<char>(c + 32) : c; });
  for (std::size_t i = 0; i < kMonths.size(); ++i) {
    if (lower == kMonths[i] || lower == kMonths[i].substr(0, 3) || (lower == "sept" && i == 8)) return static_cast<int>(i) + 1;
  }
  return 0;
}

/// The first words and numbers of a stamp.
std::vector<std::string_view> first_parts(std::string_view text, std::size_t most) {
  std::vector<std::string_view> parts;
  for (std::size_t at = 0; at < text.size() && parts.size() < most;) {
    const bool letters = is_letter(text[at]);
    std::size_t end = at;
    while (end < text.size() && (letters ? is_letter(text[end]) : is_digit(text[end]))) ++end;
    if (end > at) parts.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return parts;
}

int number_of(std::string_view digits_only) {
  return digits_only.size() <= 4 ? digits(digits_only, 0, digits_only.size()) : -1;
}

/// Fri, 26 Jul 2024 … · July 26, 2024 …, with or without the weekday.
std::optional<Date> date_in_english(std::string_view stamp) {
  auto parts = first_parts(stamp, 4);
  if (!parts.empty() && is_letter(parts[0][0]) && month_of(parts[0]) == 0) parts.erase(parts.begin());
  if (parts.size() < 3 || parts[2].size() != 4) return std::nullopt;
  const bool month_first = is_letter(parts[0][0]);
  const int month = month_of(parts[month_first ? 0 : 1]), day = number_of(parts[month_first ? 1 : 0]);
  const int year = number_of(parts[2]);
  return month > 0 && day > 0 && year >= 1900 ? make_date(year, month, day) : std::nullopt;
}

}  // namespace

std::optional<Date> date_in_name(std::string_view name) {
  for (std::size_t at = 0; at + 8 <= name.size(); ++at) {
    if (!is_digit(name[at]) || (at > 0 && is_digit(name[at - 1]))) continue;
    std::size_t length = 0;
    const auto date = date_at(name, at, length);
    const bool ends = at + length >= name.size() || !is_digit(name[at + length]);
    if (date && ends) return date;
  }
  return std::nullopt;
}

std::optional<Date> date_of_stamp(std::string_view stamp) {
  std::size_t length = 0;
  const auto date = date_at(stamp, 0, length);
  if (date && (length == stamp.size() || !is_digit(stamp[length]))) return date;
  return date_in_english(stamp);
}

std::optional<Date> date_of_unix_time(std::int64_t time) {
  constexpr std::int64_t kFirstSecond = 100'000'000, kFirstMillisecond = 100'000'000'000, kEnd = 100'000'000'000'000;
  if (time < kFirstSecond || time >= kEnd) return std::nullopt;
  if (time >= kFirstMillisecond) time /= 1000;
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds{std::chrono::seconds{time}})};
  return make_date(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                   static_cast<int>(static_cast<unsigned>(day.day())));
}

}  // namespace incidents::cli
