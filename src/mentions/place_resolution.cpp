#include "mentions/place_resolution.h"

#include <algorithm>
#include <cmath>

namespace incidents {
namespace {

constexpr std::size_t kSmallest = 32;  ///< slots of a table of weights
const Radius kSameTown(60);
const Radius kBeside(150);
/// A place of another sentence says at most so much for a row.
constexpr double kMostFromAfar = 1.5;
constexpr double kMargin = 0.8;  ///< a lead below this is none: measured on namesakes of Indian districts

bool is_unit(const GazetteerRow& row) { return row.level == PlaceLevel::admin1 || row.level == PlaceLevel::admin2; }

/// Tokens that may stand between the links of a chain: “X district's Y”, “Y, X”.
constexpr std::uint32_t kChainGap = 3;

void add_reading(const ToponymReading& reading, PlaceEvidence& evidence) {
  if (reading.rows.empty() || reading.doubtful) return;
  const GazetteerRow& first = reading.rows.front();
  const auto all = [&](auto same) { return std::all_of(reading.rows.begin(), reading.rows.end(), same); };
  if (first.cc == 0 || !all([&](const GazetteerRow& row) { return row.cc == first.cc; })) return;
  evidence.add_country(first.cc, first.level == PlaceLevel::country ? 3 : 1.5);
  if (reading.rows.size() == 1 && is_unit(first)) evidence.add_unit(first.cc, first.name, 2);
  if (first.admin1 != 0 && all([&](const GazetteerRow& row) { return row.admin1 == first.admin1; })) {
    evidence.add_unit(first.cc, first.admin1, 1);
  }
  for (const GazetteerRow& row : reading.rows) {
    if (reading.rows.size() > 1 && is_unit(row)) evidence.add_unit(row.cc, row.name, 1);
  }
}

bool lies_in(const GazetteerRow& inner, const GazetteerRow& outer) {
  if (inner.cc == 0 || inner.cc != outer.cc) return false;
  if (outer.level == PlaceLevel::country) return inner.level != PlaceLevel::country;
  if (outer.name == 0) return false;
  // Districts of one name are told apart by their states.
  return inner.admin1 == outer.name || (inner.admin2 == outer.name && inner.admin1 == outer.admin1);
}

/// The best that a neighbouring reading says for a row: it lies in it, holds it, or is near it.
double neighbour_score(const GazetteerRow& row, const ToponymReading& self, const ToponymReading& other) {
  const bool same_sentence = self.sentence == other.sentence;
  const bool chained =
      same_sentence && (other.begin >= self.end ? other.begin - self.end <= kChainGap
                                                : self.begin >= other.end && self.begin - other.end <= kChainGap);
  const double share = other.rows.size() > 2 ? 0.5 : 1;
  const double beside = (same_sentence ? 1 : 0.5) * share;
  double best = 0;
  for (const GazetteerRow& near : other.rows) {
    double score = 0;
    if (row.cc != near.cc) {
      // In another country: it may only be near.
    } else if (lies_in(row, near)) {
      const bool country = near.level == PlaceLevel::country;
      score = chained ? (country ? 4 : 5) : same_sentence ? (country ? 2 : 3) : (country ? 0.8 : 1.5);
    } else if (lies_in(near, row)) {
      score = chained ? 2 : 1;
    } else if (row.admin2 != 0 && near.admin2 == row.admin2 && near.admin1 == row.admin1) {
      score = same_sentence ? 2.5 : 1.2;
    } else if (row.admin1 != 0 && near.admin1 == row.admin1) {
      score = same_sentence ? 1.5 : 0.7;
    }
    if (score == 0 && beside > best && row.point && near.level == PlaceLevel::place && near.point &&
        kBeside.holds(*row.point, *near.point)) {
      score = same_sentence ? 1 : 0.5;
    }
    best = std::max(best, score * share);
  }
  return best;
}

/// The best that the places around say for a row.
double neighbours_score(const GazetteerRow& row, std::size_t self, const std::vector<ToponymReading>& readings) {
  const std::size_t first = self - std::min(self, kReach);
  const std::size_t last = std::min(readings.size(), self + kReach);
  double best = 0;
  const auto ask = [&](std::size_t i) {
    if (!readings[i].doubtful) best = std::max(best, neighbour_score(row, readings[self], readings[i]));
  };
  const auto beside = [&](std::size_t i) { return readings[i].sentence == readings[self].sentence; };
  std::size_t begin = self;
  std::size_t end = self + 1;
  while (begin > first && beside(begin - 1)) ask(--begin);
  while (end < last && beside(end)) ask(end++);
  while (begin > first && best < kMostFromAfar) ask(--begin);
  while (end < last && best < kMostFromAfar) ask(end++);
  return best;
}

double context_score(const GazetteerRow& row, std::size_t self, const std::vector<ToponymReading>& readings,
                     const PlaceEvidence& evidence) {
  double score = 0.5 * std::min(4.0, evidence.country(row.cc));
  score += 0.5 * std::min(3.0, evidence.unit(row.cc, row.admin1));
  const StringId district = row.level == PlaceLevel::admin2 ? row.name : row.admin2;
  if (district != 0) score += 0.5 * std::min(3.0, evidence.unit(row.cc, district));
  return score + neighbours_score(row, self, readings);
}

/// A city before the unit that bears its name, but for units that have it as a city only by the way.
std::size_t representative(std::span<const GazetteerRow> rows, std::size_t best) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const bool in_unit = lies_in(rows[i], rows[best]) || rows[i].admin1 == rows[best].admin1;
    if (rows[i].level == PlaceLevel::place && is_unit(rows[best]) && in_unit && same_place(rows[i], rows[best])) return i;
  }
  return best;
}

void choose(std::size_t self, std::vector<ToponymReading>& readings, const PlaceEvidence& evidence,
            std::vector<double>& scores) {
  ToponymReading& reading = readings[self];
  if (reading.rows.empty()) return;
  scores.clear();
  for (const GazetteerRow& row : reading.rows) {
    scores.push_back(row.prior + context_score(row, self, readings, evidence));
  }
  const auto best = static_cast<std::size_t>(std::max_element(scores.begin(), scores.end()) - scores.begin());
  reading.ambiguous = false;
  for (std::size_t i = 0; i < scores.size(); ++i) {
    if (i != best && scores[best] - scores[i] < kMargin && !same_place(reading.rows[i], reading.rows[best])) {
      reading.ambiguous = true;
    }
  }
  reading.chosen = representative(reading.rows, best);
}

}  // namespace

void PlaceWeights::clear() {
  slots_.assign(kSmallest, {});
  size_ = 0;
}

std::size_t PlaceWeights::slot_of(StringId cc, StringId name) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t i = layout::edge_hash(cc, name) & mask;
  while (slots_[i].cc != kNone && (slots_[i].cc != cc || slots_[i].name != name)) i = (i + 1) & mask;
  return i;
}

double PlaceWeights::of(StringId cc, StringId name) const { return size_ == 0 ? 0 : slots_[slot_of(cc, name)].weight; }

void PlaceWeights::add(StringId cc, StringId name, double weight) {
  if (2 * size_ >= slots_.size()) grow();
  Slot& slot = slots_[slot_of(cc, name)];
  if (slot.cc == kNone) {
    slot = {cc, name, 0};
    ++size_;
  }
  slot.weight += weight;
}

void PlaceWeights::grow() {
  std::vector<Slot> old(std::max(kSmallest, 2 * slots_.size()));
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.cc != kNone) slots_[slot_of(slot.cc, slot.name)] = slot;
  }
}

bool same_place(const GazetteerRow& a, const GazetteerRow& b) {
  if (a.cc != b.cc) return false;
  if (lies_in(a, b) || lies_in(b, a)) return true;
  return a.point && b.point && kSameTown.holds(*a.point, *b.point);
}

void choose_rows(std::span<const StringId> nationalities, std::vector<ToponymReading>& readings,
                 ChoiceScratch& scratch) {
  PlaceEvidence& evidence = scratch.evidence;
  const auto start = [&] {
    evidence.clear();
    for (const StringId cc : nationalities) evidence.add_country(cc, 0.7);
  };
  start();
  for (const ToponymReading& reading : readings) add_reading(reading, evidence);
  for (std::size_t i = 0; i < readings.size(); ++i) choose(i, readings, evidence, scratch.scores);
  // A second round in the light of the first: what is decided is certain, the rest may follow it.
  start();
  std::size_t row_count = 0;
  for (const ToponymReading& reading : readings) row_count += reading.rows.size();
  scratch.rows.clear();
  scratch.rows.reserve(row_count);  // spans point into it
  std::vector<ToponymReading>& narrowed = scratch.narrowed;
  narrowed = readings;
  for (ToponymReading& reading : narrowed) {
    if (const GazetteerRow* chosen = reading.choice(); chosen != nullptr && !reading.ambiguous) {
      const std::size_t first = scratch.rows.size();
      for (const GazetteerRow& row : reading.rows) {
        if (same_place(row, *chosen)) scratch.rows.push_back(row);
      }
      if (scratch.rows.size() != first) reading.rows = std::span(scratch.rows).subspan(first);
    }
    add_reading(reading, evidence);
  }
  for (std::size_t i = 0; i < readings.size(); ++i) {
    std::swap(narrowed[i].rows, readings[i].rows);  // all rows for itself, the narrowed ones for its neighbours
    choose(i, narrowed, evidence, scratch.scores);
    readings[i].chosen = narrowed[i].chosen;
    readings[i].ambiguous = narrowed[i].ambiguous;
    std::swap(narrowed[i].rows, readings[i].rows);
  }
}

}  // namespace incidents
