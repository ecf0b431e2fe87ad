#include "output/timeline.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/grouping.h"

namespace incidents::output {
namespace {

constexpr std::int64_t kBarColumns = 40;

std::int64_t at_least(const Sum& sum) {
  const auto total = sum.total();
  return total ? total->min.value_or(0) : 0;
}

std::string figure(const Sum& sum) {
  const auto total = sum.total();
  if (!total) return "–";
  return fmt::format("{}{}", total->min.value_or(0), total->max == total->min ? "" : "+");
}

void append_repeated(std::string& out, std::string_view sign, std::int64_t times) {
  for (std::int64_t i = 0; i < times; ++i) out += sign;
}

/// Columns for `value` where `largest` takes the whole bar; at least one for what is not zero.
std::int64_t columns_for(std::int64_t value, std::int64_t largest) {
  if (value == 0) return 0;
  return std::max<std::int64_t>(1, largest <= kBarColumns ? value : value * kBarColumns / largest);
}

}  // namespace

Timeline::Timeline(std::string_view unit) : length_(unit == "year" ? 4 : unit == "month" ? 7 : 10) {}

void Timeline::add(const Incident& incident) {
  if (incident.aggregate) {
    ++aggregates_;
    return;
  }
  std::string period = period_of(incident, length_);
  if (period.empty()) {
    ++undated_;
    return;
  }
  periods_[std::move(period)].add(incident);
}

void Timeline::append_text(const Style& style, std::string& out) const {
  const Labels& labels = *style.labels;
  std::int64_t largest = 0;
  std::size_t width = length_;
  for (const auto& [period, tally] : periods_) {
    largest = std::max(largest, at_least(tally.killed) + at_least(tally.injured));
    width = std::max(width, period.size());
  }
  const std::string heading = fmt::format("{:{}}  {:>4}  {:>6}  {:>6}  ", "", width, "n", "█", "░");
  if (!periods_.empty()) out += heading + "█ " + labels.get("killed") + "  ░ " + labels.get("injured") + '\n';
  for (const auto& [period, tally] : periods_) {
    out += fmt::format("{:{}}  {:>4}  {:>6}  {:>6}  ", period, width, tally.incidents, figure(tally.killed), figure(tally.injured));
    if (style.color) out += "\x1b[31m";
    append_repeated(out, "█", columns_for(at_least(tally.killed), largest));
    if (style.color) out += "\x1b[33m";
    append_repeated(out, "░", columns_for(at_least(tally.injured), largest));
    if (style.color) out += "\x1b[0m";
    out += '\n';
  }
  if (undated_ > 0) out += labels.fill("timeline_undated", std::to_string(undated_)) + '\n';
  if (aggregates_ > 0) out += labels.fill("timeline_aggregates", std::to_string(aggregates_)) + '\n';
}

}  // namespace incidents::output
