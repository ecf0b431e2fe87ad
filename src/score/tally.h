#pragma once
/// Hits, false alarms and misses, counted article by article so that they can be added up in any choice of articles.
#include <array>
#include <cstdint>
#include <string_view>

namespace incidents::score {

struct Counts {
  std::int64_t hits = 0, wrong = 0, missed = 0;
  Counts& operator+=(const Counts& other);

  bool empty() const { return hits + wrong + missed == 0; }
  /// 0 where there is nothing to divide by.
  double precision() const;
  double recall() const;
  double f1() const;
};

/// The fields of an incident that are scored, in the order of the table.
enum class Slot {
  date,
  place,
  places,
  country,
  killed,
  injured,
  missing,
  detained,
  rescued,
  displaced,
  perpetrators,
  targets,
  sources,
  weapons,
  aggregate,
  occurrences,
  claim,
  damage
};
inline constexpr std::array<std::string_view, 18> kSlots = {
    "date",      "place",        "places",  "country", "killed",  "injured",   "missing",     "detained", "rescued",
    "displaced", "perpetrators", "targets", "sources", "weapons", "aggregate", "occurrences", "claim",    "damage"};

struct SlotTally {
  Counts paired;  ///< of incidents that have both a label and an answer
  Counts rest;    ///< of missed and invented ones
  Counts all() const;
};

struct Tally {
  std::int64_t articles = 0, answered = 0;
  Counts incident, typed;
  std::int64_t typed_right = 0;
  std::int64_t main_labels = 0, main_found = 0;  ///< labels of what the article is about
  std::int64_t main_said = 0, main_agreed = 0;   ///< pairs where the answer says whether it is
  std::int64_t quiet = 0, quiet_clean = 0;       ///< articles without incidents, and those answered with none
  std::int64_t false_alarms = 0;                 ///< answers in quiet articles
  std::array<SlotTally, kSlots.size()> slots;

  SlotTally& operator[](Slot slot) { return slots[static_cast<std::size_t>(slot)]; }
  Tally& operator+=(const Tally& other);
};

}  // namespace incidents::score
