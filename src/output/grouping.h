#pragma once
/// Whole logs, counted by what a reader wants to compare: type, country, state, month, actor, weapon.
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "incidents/incident.h"
#include "output/format.h"
#include "output/summary.h"

namespace incidents::output {

/// The period of YYYY, YYYY-MM or YYYY-MM-DD (`length` characters) that holds the first day, or a longer one where the
/// date is not known so well: 2024 for a season or year, 2020s for a decade. Empty without a first day.
std::string period_of(const Incident& incident, std::size_t length);

/// A way to divide incidents. An incident may fall into several groups (two actors) or into none.
struct Dimension {
  std::string_view name;
  std::string_view help;
  std::vector<std::string> (*keys)(const Incident&);
};

std::span<const Dimension> dimensions();
/// nullptr when there is none of that name.
const Dimension* find_dimension(std::string_view name);

/// Which incidents to count; an empty field lets all pass.
struct Filter {
  std::vector<std::string> types;      ///< a type or a category
  std::vector<std::string> countries;  ///< ISO 3166-1 alpha-2
  std::optional<Date> since, until;    ///< both inclusive; undated incidents do not pass
  std::optional<std::int64_t> min_killed;

  bool passes(const Incident& incident) const;
};

/// One line of a table: main and background are parts of all single incidents; aggregates stand apart.
struct Group {
  Tally main, background, aggregates;
  void add(const Incident& incident);
  std::uint64_t size() const { return main.incidents + background.incidents + aggregates.incidents; }
  /// Main and background together.
  Tally single() const;
};

/// A table of groups by one or more dimensions.
class Grouping {
 public:
  explicit Grouping(std::vector<const Dimension*> by) : by_(std::move(by)) {}

  void add(const Incident& incident);
  const std::vector<const Dimension*>& by() const { return by_; }
  /// Largest first, then by name; months, days and years in their own order. At most `top` (0: all).
  std::vector<std::pair<std::vector<std::string>, const Group*>> rows(std::size_t top) const;

 private:
  std::vector<const Dimension*> by_;
  std::map<std::vector<std::string>, Group> groups_;
};

/// Incidents of different documents that may be one happening: same type, day and place.
class DoubleCounts {
 public:
  void add(const Incident& incident, std::uint64_t document);
  /// Incidents beyond the first of their kind.
  std::uint64_t doubtful() const { return doubtful_; }

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> first_document_;  ///< by a hash of type, day and place
  std::uint64_t doubtful_ = 0;
};

void append_grouping_text(const Grouping& grouping, std::size_t top, const Style& style, std::string& out);
void append_grouping_csv(const Grouping& grouping, std::size_t top, std::string& out);
/// An array of objects: the dimensions' keys, then main, background, aggregates.
void append_grouping_json(const Grouping& grouping, std::size_t top, std::string& out);

}  // namespace incidents::output
