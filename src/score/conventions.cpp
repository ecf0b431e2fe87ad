#include "score/conventions.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

#include "incidents/date.h"

namespace incidents::score {
namespace {

constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
constexpr std::string_view kStandIn = "stand_in";

std::size_t column(const Rows& rows, std::string_view table, std::string_view name) {
  if (!rows.empty()) {
    const auto found = std::find(rows[0].begin(), rows[0].end(), name);
    if (found != rows[0].end()) return static_cast<std::size_t>(found - rows[0].begin());
  }
  throw Error(ErrorCode::data, fmt::format("data/{}.tsv has no column '{}'", table, name));
}

struct ScoreRow {
  std::string form;
  Days days;
};

/// The rows of one kind, in order.
std::vector<ScoreRow> rows_of(const Rows& table, std::string_view kind) {
  const std::size_t kind_at = column(table, "score", "kind"), form_at = column(table, "score", "form");
  const std::size_t start_at = column(table, "score", "start"), end_at = column(table, "score", "end");
  std::vector<ScoreRow> rows;
  for (std::size_t r = 1; r < table.size(); ++r) {
    const auto& row = table[r];
    if (row[kind_at] == kind) rows.push_back({row[form_at], {row[start_at], row[end_at]}});
  }
  return rows;
}

std::vector<std::string> forms_of(const Rows& table, std::string_view kind) {
  std::vector<std::string> forms;
  for (ScoreRow& row : rows_of(table, kind)) forms.push_back(std::move(row.form));
  return forms;
}

Date read_stand_in(const Rows& table) {
  for (const ScoreRow& row : rows_of(table, kStandIn)) {
    if (const auto day = parse_iso_date(row.days.start)) return *day;
  }
  throw Error(ErrorCode::data, "data/score.tsv has no row of kind stand_in with a day");
}

std::string iso_day(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

}  // namespace

Conventions::Conventions(const Rows& score_table, const Rows& event_types)
    : names_(forms_of(score_table, "function"), forms_of(score_table, "ending")),
      stand_in_(read_stand_in(score_table)) {
  const std::size_t type = column(event_types, "events", "type"), of = column(event_types, "events", "category");
  for (std::size_t r = 1; r < event_types.size(); ++r) categories_[event_types[r][type]] = event_types[r][of];
  for (ScoreRow& row : rows_of(score_table, "day")) days_[row.form] = std::move(row.days);
}

std::string_view Conventions::category(std::string_view type) const {
  const auto found = categories_.find(type);
  return found == categories_.end() ? std::string_view() : found->second;
}

std::vector<Days> Conventions::days_of_weekday(std::size_t weekday) const {
  const std::chrono::sys_days published = std::chrono::year(stand_in_.year) / stand_in_.month / stand_in_.day;
  const std::size_t today = std::chrono::weekday(published).iso_encoding() - 1;
  const std::size_t back = (today + 7 - weekday) % 7;
  std::vector<Days> days;
  // The weekday of publication itself may mean this day or the one a week before.
  for (const std::size_t n : back != 0 ? std::vector<std::size_t>{back} : std::vector<std::size_t>{0, 7}) {
    const std::string day = iso_day(published - std::chrono::days(n));
    days.push_back({day, day});
  }
  return days;
}

std::optional<std::vector<Days>> Conventions::accepted_days(const Label& label,
                                                            const std::optional<std::string>& published) const {
  if (!label.date) return std::vector<Days>{};
  if (label.date->days) return std::vector<Days>{*label.date->days};
  if (published) return std::nullopt;
  const auto weekday = std::find(kWeekdays.begin(), kWeekdays.end(), label.date->weekday);
  if (weekday != kWeekdays.end()) return days_of_weekday(static_cast<std::size_t>(weekday - kWeekdays.begin()));
  const auto words = days_.find(label.date->text);
  if (words != days_.end()) return std::vector<Days>{words->second};
  return std::nullopt;
}

}  // namespace incidents::score
