#pragma once
/// Where a sentence turns to another happening: a clause with a word for an event of its own and another day, place or doer.
#include "events/event_date.h"
#include "events/frame.h"
#include "events/frame_places.h"
#include "events/reality.h"

namespace incidents {

class FrameBoundary {
 public:
  FrameBoundary(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, const EventDates& dates,
                const FramePlaces& places, const Reality& reality)
      : view_(view), sym_(view.sym), types_(types), casualties_(casualties), dates_(dates), places_(places), reality_(reality) {}

  /// A clause tells of another happening when it has a trigger or effect of its own and another day or place than
  /// the clauses before it.
  bool opens_new_frame(const Frame& frame, const Clause& clause) const;
  /// “In X four died as jeep and lorry collided, in Y a car hit a tree and two lost their lives”: a clause with a word for
  /// an accident, a place that is none of those told before, and victims of its own. A flood has many places.
  bool tells_next_accident(const Frame& frame, std::uint32_t index, std::uint32_t last_clause) const;

 private:
  bool tells_here_and_there(std::uint32_t first, std::uint32_t last) const;
  bool has_toll(std::uint32_t first, std::uint32_t last) const;
  bool answers_attack(const Frame& frame, const Clause& clause) const;
  bool rises_against(const Frame& frame, const Clause& clause) const;
  bool has_victims(std::uint32_t first, std::uint32_t last) const;
  bool names_accident(const Frame& frame, const Clause& clause) const;
  bool is_elsewhere(const Frame& frame, const Clause& clause) const;
  bool sums_up_years(const Frame& frame, const Clause& clause) const;
  bool tells_of_such(const Clause& clause) const;
  bool differs(const Mention& a, const Mention& b) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
  const EventDates& dates_;
  const FramePlaces& places_;
  const Reality& reality_;
};

}  // namespace incidents
