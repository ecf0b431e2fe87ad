#pragma once
/// Which of a frame's triggers is its news, and which only led to it, was the occasion, or was answered by it. For a frame
/// whose clauses have all been read.
#include "events/event_date.h"
#include "events/frame.h"
#include "events/totals.h"

namespace incidents {

class Foreground {
 public:
  Foreground(const DocumentView& view, const EventTypes& types, const EventDates& dates, const Totals& totals)
      : view_(view), sym_(view.sym), types_(types), dates_(dates), totals_(totals) {}

  /// “During the clash nine were arrested”: what only follows the occasion does not tell more than it.
  void raise_occasions(Frame& frame) const;
  /// “patharav ke baad karfyu”: what crowds or states did in answer is the news; what led to it stands in a phrase before.
  void lower_what_led_to_it(Frame& frame) const;
  /// “murders are on the rise”: a plural of any such happenings tells less where the frame counts nobody.
  void weaken_generalities(Frame& frame) const;
  /// “X took responsibility for the attack and says it took eight hostages”: the sentence is about the attack claimed.
  void point_at_claimed(Frame& frame) const;
  /// “Behind X's air strike on A, Y fired rockets at B”: told is what Y did, and A is not where.
  void drop_answered(Frame& frame) const;

 private:
  bool follows_in_time(std::uint32_t first, std::uint32_t last) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const EventDates& dates_;
  const Totals& totals_;
};

}  // namespace incidents
