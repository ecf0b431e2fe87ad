#include "score/pairing.h"

#include <algorithm>
#include <array>
#include <tuple>

namespace incidents::score {
namespace {

// What speaks for a pair; figures count each.
constexpr double kSharedPlace = 2, kSharedFigure = 1.5, kSharedDay = 1;
constexpr double kRightType = 3, kRightCategory = 1.5, kOtherHarm = 0.5;
constexpr double kAggregateDiffers = 1.5, kLeast = 0.1;
constexpr double kEnoughForOtherHarm = 3;
constexpr std::size_t kPairingFigures = 2;  ///< killed, injured

constexpr std::array<std::string_view, 4> kHarm = {"attack", "crime", "accident", "disaster"};
constexpr std::string_view kLastDay = "9999";

bool is_harm(std::string_view category) { return std::find(kHarm.begin(), kHarm.end(), category) != kHarm.end(); }

bool overlaps(const std::vector<Days>& accepted, const Days& answer) {
  return std::any_of(accepted.begin(), accepted.end(), [&](const Days& days) {
    return days.start <= answer.end.value_or(std::string(kLastDay)) &&
           answer.start <= days.end.value_or(std::string(kLastDay));
  });
}

double shared_evidence(const Conventions& conventions, const Label& label, const Answer& answer,
                       const std::optional<std::string>& published) {
  double shared = 0;
  const auto is_first_place = [&](const Answer::Place& place) {
    const auto names = place.names();
    return !names.empty() && conventions.names().same(label.places.front(), names.front());
  };
  if (!label.places.empty() && std::any_of(answer.places.begin(), answer.places.end(), is_first_place)) {
    shared += kSharedPlace;
  }
  for (std::size_t i = 0; i < kPairingFigures; ++i) {
    const auto& accepted = label.figures[i].accepted;
    const auto& said = answer.figures[i];
    if (said && std::find(accepted.begin(), accepted.end(), *said) != accepted.end()) shared += kSharedFigure;
  }
  const auto days = conventions.accepted_days(label, published);
  if (days && answer.date && overlaps(*days, *answer.date)) shared += kSharedDay;
  return shared;
}

}  // namespace

bool is_right_type(const Label& label, const Answer& answer) {
  return answer.type == label.type ||
         std::find(label.also_ok.begin(), label.also_ok.end(), answer.type) != label.also_ok.end();
}

bool is_right_day(const std::vector<Days>& accepted, const Days& answer) {
  return std::any_of(accepted.begin(), accepted.end(), [&](const Days& days) {
    return answer.start == days.start && (!days.end || answer.end.value_or(answer.start) == *days.end);
  });
}

double similarity(const Conventions& conventions, const Label& label, const Answer& answer,
                  const std::optional<std::string>& published) {
  const double shared = shared_evidence(conventions, label, answer, published);
  std::vector<std::string_view> near{conventions.category(label.type)};
  for (const std::string& type : label.also_ok) near.push_back(conventions.category(type));
  const std::string_view said = conventions.category(answer.type);
  double base = 0;
  if (is_right_type(label, answer)) {
    base = kRightType;
  } else if (shared > 0 && std::find(near.begin(), near.end(), said) != near.end()) {
    base = kRightCategory;
  } else if (shared >= kEnoughForOtherHarm && is_harm(said) && std::all_of(near.begin(), near.end(), is_harm)) {
    base = kOtherHarm;
  } else {
    return 0;
  }
  return std::max(kLeast, base + shared - (label.aggregate != answer.aggregate ? kAggregateDiffers : 0));
}

std::vector<std::optional<std::size_t>> pair_up(const Conventions& conventions, const std::vector<Label>& labels,
                                                const std::vector<Answer>& answers,
                                                const std::optional<std::string>& published) {
  std::vector<std::tuple<double, std::size_t, std::size_t>> candidates;  // minus similarity, label, answer
  for (std::size_t i = 0; i < labels.size(); ++i) {
    for (std::size_t j = 0; j < answers.size(); ++j) {
      const double score = similarity(conventions, labels[i], answers[j], published);
      if (score > 0) candidates.emplace_back(-score, i, j);
    }
  }
  std::sort(candidates.begin(), candidates.end());
  std::vector<std::optional<std::size_t>> pairs(labels.size());
  std::vector<bool> taken(answers.size());
  for (const auto& [score, i, j] : candidates) {
    if (pairs[i] || taken[j]) continue;
    pairs[i] = j;
    taken[j] = true;
  }
  return pairs;
}

}  // namespace incidents::score
