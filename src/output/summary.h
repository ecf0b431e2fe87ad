#pragma once
/// Counting incidents: the one place where bounds are added. Sums are honest: a figure with an open end makes an open
/// sum, aggregates (one record for many happenings) stand beside the rest, an incident without a figure adds nothing.
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "incidents/incident.h"

namespace incidents::output {

/// A sum of quantities; `total()` is nullopt while nothing was added.
class Sum {
 public:
  void add(const Quantity& quantity);
  void add(const Sum& other);
  /// Computed: without text or span.
  std::optional<Quantity> total() const;

 private:
  std::int64_t min_ = 0;
  std::int64_t max_ = 0;
  bool open_ = false;   ///< some figure had no upper bound
  bool rough_ = false;  ///< some figure was “about”
  bool any_ = false;
};

/// Incidents of one kind, and what they cost.
struct Tally {
  std::uint64_t incidents = 0;
  Sum killed, injured;
  void add(const Incident& incident);
  void add(const Tally& other);
};

struct Summary {
  std::uint64_t documents = 0;
  Tally single;      ///< everything but aggregates
  Tally main;        ///< of these, what the articles are about
  Tally background;  ///< of these, the rest
  Tally aggregates;
  std::map<std::string, std::uint64_t> by_type;
  std::map<std::string, std::uint64_t> by_country;  ///< of the most specific place that has a country
  std::optional<Date> first, last;

  std::uint64_t incidents() const { return single.incidents + aggregates.incidents; }
  void add(const Incident& incident);
  void add(const Document& document);
  void add(const Summary& other);
};

/// The incident's country, ISO 3166-1 alpha-2; empty when no place has one.
std::string country_of(const Incident& incident);

}  // namespace incidents::output
