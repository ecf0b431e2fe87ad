#pragma once
/// The day of a frame: which of the days told in its clauses or right before it is the one it happened on. What is read of
/// the whole frame is read once its clauses are.
#include "events/event_date.h"
#include "events/frame.h"

namespace incidents {

class FrameDays {
 public:
  FrameDays(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, const EventDates& dates)
      : view_(view), types_(types), casualties_(casualties), dates_(dates) {}

  /// The clause that tells of the event has its day: “on Monday night a noise was heard, whereupon on Tuesday arms were
  /// found”. `first`: the first trigger of the clause.
  void choose(Frame& frame, MentionIndex date, std::size_t first) const;
  /// “X was sentenced on Monday for the murder”: the days before publication are the court's where no word for the event
  /// is itself the predicate.
  bool is_day_of_court(const Frame& frame) const;
  /// A day that is still ahead is no day of what has happened: without victims nothing has happened yet.
  void read_future(Frame& frame) const;
  /// “Next week the president will go to B”: nothing has happened there.
  bool ends_ahead(const Frame& frame) const;
  /// “On Saturday he had gone to the temple. Meanwhile he was shot”: the day goes on.
  void take_time_before(Frame& frame, const std::vector<Frame>& told) const;
  /// The date of a sentence that is a line with nothing else; kNone for others.
  MentionIndex date_of_line(std::uint32_t sentence) const;
  /// Is it a chronicle, in which each item has its day as a line of its own above it?
  bool has_date_lines() const;
  /// The day of the line above the frame, where the frame has none.
  void take_date_line(Frame& frame) const;
  /// “Lately a convoy had been attacked”: older than the news.
  void read_recent(Frame& frame) const;

 private:
  static bool tells_since(const Frame& frame, std::size_t first);
  bool tied_since(const Frame& frame, std::size_t first, std::uint32_t date_end) const;
  static void take_earlier_time(Frame& frame, const Frame& before);

  const DocumentView& view_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
  const EventDates& dates_;
};

}  // namespace incidents
