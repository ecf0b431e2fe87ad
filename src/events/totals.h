#pragma once
/// Sentences that tell of many happenings at once: “90 cases this year”, “three died in separate accidents”.
#include "events/frame.h"

namespace incidents {

class Totals {
 public:
  Totals(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties)
      : view_(view), sym_(view.sym), types_(types), casualties_(casualties) {}

  /// Sets `occurrences` where a number counts the trigger: “more than 40 attacks”.
  void count(Frame& frame, const Mention& trigger) const;
  /// Sets `aggregate`, and `occurrences` where the frame's other words count happenings. For a frame that is read to
  /// its end.
  void decide(Frame& frame) const;
  bool is_killing(const Mention& effect) const;
  /// A plural without a number or a pointer speaks of such happenings in general: “murders are on the rise”.
  bool is_any_of_kind(const Mention& trigger) const;

 private:
  void read_times(Frame& frame) const;
  void read_several(Frame& frame) const;
  bool names_attacks(const Frame& frame) const;
  bool spans_time(const Frame& frame) const;
  bool counts_hours(const Frame& frame) const;
  bool spans_years(const Frame& frame) const;
  bool is_year_of_many(const Frame& frame) const;
  bool reaches_now(const Frame& frame) const;
  bool is_long_since(const Frame& frame) const;
  bool falls_on_many(const Frame& frame) const;
  bool tells_of_violence(const Frame& frame) const;
  bool names_land(const Frame& frame) const;
  bool is_double_strike(const Frame& frame) const;
  bool tells_of_many(const Frame& frame) const;
  bool tells_of_accidents(const Frame& frame) const;
  bool strikes_here_and_there(const Frame& frame) const;
  bool has_toll_of_accidents(const Frame& frame) const;
  bool names_places_apart(const Frame& frame) const;
  const Timex& timex(MentionIndex date) const { return view_.mentions->dates[view_.mention(date).payload]; }

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
};

}  // namespace incidents
