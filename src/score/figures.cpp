#include "score/figures.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>
#include <random>

namespace incidents::score {
namespace {

constexpr double kTail = 0.025;

/// None of nothing.
std::optional<double> share(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

std::optional<double> f1_of(const Counts& counts) { return counts.empty() ? std::nullopt : std::optional(counts.f1()); }

Tally sum(std::span<const Tally> articles) {
  Tally total;
  for (const Tally& article : articles) total += article;
  return total;
}

/// The value below which `part` of the sorted values lie, between neighbours in proportion.
double quantile(const std::vector<double>& sorted, double part) {
  const double at = part * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - std::floor(at)) * (sorted[above] - sorted[below]);
}

/// Figures and intervals by key.
class Table {
 public:
  explicit Table(std::span<const Tally> articles) : total_(sum(articles)) {
    const auto figures = figures_of(total_);
    const auto intervals = bootstrap(articles);
    for (std::size_t i = 0; i < figures.size(); ++i) rows_[figures[i].key] = {figures[i].value, intervals[i]};
  }

  std::string print() {
    out_ = fmt::format("{} articles, {} answered; 95 % intervals from {} bootstrap draws of articles\n\n",
                       total_.articles, total_.answered, kDraws);
    const std::string group =
        fmt::format("{:>5} {:>6} {:>6} {:>15}  {:>4} {:>4} {:>4}", "P", "R", "F1", "95 % of F1", "hit", "bad", "miss");
    out_ += fmt::format("{:14} {:^50}   {:^50}\n", "", "over paired incidents", "over all incidents");
    out_ += fmt::format("{:14} {}   {}\n", "", group, group);
    out_ += fmt::format("{:14} {:50}   {}\n", "incident", "", counts(total_.incident, "incident_f1"));
    out_ += fmt::format("{:14} {:50}   {}\n", "with its type", "", counts(total_.typed, "incident_typed_f1"));
    for (std::size_t i = 0; i < kSlots.size(); ++i) {
      const SlotTally& slot = total_.slots[i];
      const std::string name(kSlots[i]);
      out_ +=
          fmt::format("{:14} {}   {}\n", name, counts(slot.paired, name + "_f1"), counts(slot.all(), name + "_all_f1"));
    }
    out_ += '\n';
    line("type_accuracy_of_matched", "pairs with the right type", total_.typed_right, total_.incident.hits);
    line("main_recall", "labels of what the article is about that were found", total_.main_found, total_.main_labels);
    line("main_agreement", "pairs that agree on main or background", total_.main_agreed, total_.main_said);
    line("quiet_clean", "articles without incidents answered so", total_.quiet_clean, total_.quiet);
    out_ += fmt::format("{:25} {:5}  incidents told in articles without any\n", "false_alarms", total_.false_alarms);
    return std::move(out_);
  }

 private:
  struct Row {
    std::optional<double> value;
    std::optional<Interval> interval;
  };

  std::string interval(const std::string& key) const {
    const auto& found = rows_.at(key).interval;
    return found ? fmt::format("[{:.3f}, {:.3f}]", found->low, found->high) : std::string("-");
  }

  std::string counts(const Counts& c, const std::string& key) const {
    if (c.empty()) return fmt::format("{:>5} {:>6} {:>6} {:>15}  {:4} {:4} {:4}", "-", "-", "-", "-", 0, 0, 0);
    return fmt::format("{:5.3f} {:6.3f} {:6.3f} {:>15}  {:4} {:4} {:4}", c.precision(), c.recall(), c.f1(),
                       interval(key), c.hits, c.wrong, c.missed);
  }

  void line(const std::string& key, const char* what, std::int64_t part, std::int64_t whole) {
    const auto& value = rows_.at(key).value;
    out_ += fmt::format("{:25} {:>5} {:>15}  {} ({} of {})\n", key, value ? fmt::format("{:.3f}", *value) : "-",
                        interval(key), what, part, whole);
  }

  Tally total_;
  std::map<std::string, Row> rows_;
  std::string out_;
};

}  // namespace

std::vector<Figure> figures_of(const Tally& tally) {
  std::vector<Figure> figures = {
      {"incident_f1", f1_of(tally.incident)},
      {"incident_typed_f1", f1_of(tally.typed)},
      {"type_accuracy_of_matched", share(tally.typed_right, tally.incident.hits)},
      {"main_recall", share(tally.main_found, tally.main_labels)},
      {"main_agreement", share(tally.main_agreed, tally.main_said), false},
      {"quiet_clean", share(tally.quiet_clean, tally.quiet), false},
  };
  for (std::size_t i = 0; i < kSlots.size(); ++i) {
    const std::string slot(kSlots[i]);
    figures.push_back({slot + "_f1", f1_of(tally.slots[i].paired)});
    figures.push_back({slot + "_all_f1", f1_of(tally.slots[i].all())});
  }
  return figures;
}

std::vector<std::optional<Interval>> bootstrap(std::span<const Tally> articles) {
  std::vector<std::vector<double>> draws(figures_of(Tally()).size());
  std::mt19937_64 generator(kSeed);
  for (int draw = 0; draw < kDraws && !articles.empty(); ++draw) {
    Tally drawn;
    for (std::size_t i = 0; i < articles.size(); ++i) drawn += articles[generator() % articles.size()];
    const auto figures = figures_of(drawn);
    for (std::size_t f = 0; f < figures.size(); ++f) {
      if (figures[f].value) draws[f].push_back(*figures[f].value);
    }
  }
  std::vector<std::optional<Interval>> intervals;
  for (std::vector<double>& values : draws) {
    std::sort(values.begin(), values.end());
    intervals.push_back(values.empty() ? std::nullopt
                                       : std::optional(Interval{quantile(values, kTail), quantile(values, 1 - kTail)}));
  }
  return intervals;
}

std::string format_table(std::span<const Tally> articles) { return Table(articles).print(); }

std::string format_json(const Tally& tally) {
  nlohmann::ordered_json out;
  out["articles"] = tally.articles;
  out["answered"] = tally.answered;
  out["exit"] = 0;
  for (const Figure& figure : figures_of(tally)) {
    if (figure.value || figure.zero_when_none) {
      out[figure.key] = std::strtod(fmt::format("{:.3f}", figure.value.value_or(0)).c_str(), nullptr);
    } else {
      out[figure.key] = nullptr;
    }
    if (figure.key == "quiet_clean") out["false_alarms"] = tally.false_alarms;
  }
  return out.dump() + '\n';
}

std::string format_mistakes(const std::vector<Mistake>& mistakes, std::size_t limit) {
  std::string out;
  for (const Mistake& mistake : std::span(mistakes).first(std::min(limit, mistakes.size()))) {
    out += fmt::format("{}  {}  {}", mistake.article, mistake.type, mistake.what);
    if (!mistake.wanted.empty()) out += "  wanted: " + mistake.wanted;
    if (!mistake.said.empty()) out += "  said: " + mistake.said;
    out += '\n';
  }
  return out;
}

}  // namespace incidents::score
