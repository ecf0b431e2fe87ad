#include "score/tally.h"

namespace incidents::score {
namespace {

double ratio(std::int64_t part, std::int64_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Counts& Counts::operator+=(const Counts& other) {
  hits += other.hits;
  wrong += other.wrong;
  missed += other.missed;
  return *this;
}

double Counts::precision() const { return ratio(hits, hits + wrong); }
double Counts::recall() const { return ratio(hits, hits + missed); }

double Counts::f1() const {
  const double p = precision(), r = recall();
  return p + r == 0 ? 0 : 2 * p * r / (p + r);
}

Counts SlotTally::all() const {
  Counts sum = paired;
  return sum += rest;
}

Tally& Tally::operator+=(const Tally& other) {
  articles += other.articles;
  answered += other.answered;
  incident += other.incident;
  typed += other.typed;
  typed_right += other.typed_right;
  main_labels += other.main_labels;
  main_found += other.main_found;
  main_said += other.main_said;
  main_agreed += other.main_agreed;
  quiet += other.quiet;
  quiet_clean += other.quiet_clean;
  false_alarms += other.false_alarms;
  for (std::size_t i = 0; i < slots.size(); ++i) {
    slots[i].paired += other.slots[i].paired;
    slots[i].rest += other.slots[i].rest;
  }
  return *this;
}

}  // namespace incidents::score
