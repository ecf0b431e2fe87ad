#pragma once
/// The timeline of a whole log: a line a day, month or year with a bar of killed and injured.
#include <cstdint>
#include <map>
#include <string>

#include "output/format.h"

namespace incidents::output {

class Timeline {
 public:
  /// `unit` is day, month or year.
  explicit Timeline(std::string_view unit);

  /// What is known by its month or year alone gets that line. Aggregates stand for many days and are only counted.
  void add(const Incident& incident);
  void append_text(const Style& style, std::string& out) const;

 private:
  std::size_t length_;  ///< characters of YYYY-MM-DD that name a period
  std::map<std::string, Tally> periods_;
  std::uint64_t undated_ = 0;
  std::uint64_t aggregates_ = 0;
};

}  // namespace incidents::output
