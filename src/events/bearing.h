#pragma once
/// How much a frame tells by itself: its words, those who were hurt, its day and place, who did it to whom. `bearing` in
/// settings.tsv says from which weight on a frame is a happening of its own.
#include "events/frame.h"

namespace incidents {

class Bearing {
 public:
  Bearing(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties)
      : view_(view), sym_(view.sym), types_(types), casualties_(casualties) {}

  /// The frame's weight, 0 where it has no word for an event. For a frame that is read to its end.
  double weigh(const Frame& frame) const;

 private:
  bool is_set_on_fire(const Frame& frame, std::uint32_t behind) const;
  bool strikes_property(const Frame& frame) const;
  bool strikes_person(const Frame& frame) const;
  double participants(const Frame& frame) const;
  bool befalls_people(const Frame& frame, bool uncounted) const;
  bool names_people(const Frame& frame) const;
  bool counts_people(const Frame& frame) const;
  bool opens_item(const Frame& frame) const;
  double weigh_total(const Frame& frame) const;
  double weigh_setting(const Frame& frame, bool uncounted) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
};

}  // namespace incidents
