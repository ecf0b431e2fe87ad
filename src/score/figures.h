#pragma once
/// From counts to figures, how sure they are, and how they are printed.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "score/scoring.h"
#include "score/tally.h"

namespace incidents::score {

/// A figure between 0 and 1 under its key (`killed_f1`); none where there was nothing to measure.
struct Figure {
  std::string key;
  std::optional<double> value;
  bool zero_when_none = true;  ///< JSON then says 0, else null
};

/// In a fixed order: the incidents' figures, then `SLOT_f1` over pairs and `SLOT_all_f1` over all, slot by slot.
std::vector<Figure> figures_of(const Tally& tally);

struct Interval {
  double low = 0, high = 0;
};

/// Draws of a bootstrap, and the seed of its generator (std::mt19937_64, whose numbers are the same everywhere).
inline constexpr int kDraws = 1000;
inline constexpr std::uint64_t kSeed = 20181010;

/// The middle 95 % of each figure, in the order of figures_of, over kDraws sets of as many articles drawn with
/// replacement; draws with nothing to measure are left out. None where all were.
std::vector<std::optional<Interval>> bootstrap(std::span<const Tally> articles);

/// The table for people: precision, recall, F1 and its interval over pairs and over all, slot by slot.
std::string format_table(std::span<const Tally> articles);

/// One line of JSON: articles, answered, exit, the figures to three decimals, false_alarms.
std::string format_json(const Tally& tally);

/// One line a mistake; the first `limit` ones.
std::string format_mistakes(const std::vector<Mistake>& mistakes, std::size_t limit);

}  // namespace incidents::score
