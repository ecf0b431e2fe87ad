#pragma once
/// Which date of a clause is the day it happened, and which the day it was told or filed.
#include "events/view.h"

namespace incidents {

class EventDates {
 public:
  explicit EventDates(const DocumentView& view) : view_(view) {}

  /// The best date of tokens [first, last) that is no day of telling; an exact one before a vague one. kNone for none.
  MentionIndex event_date(std::uint32_t first, std::uint32_t last) const;
  /// The last date of the range that is the day of telling or of the dateline.
  MentionIndex reported_date(std::uint32_t first, std::uint32_t last) const;
  /// Does `a` say more than `b`?
  bool is_better(const Mention& a, const Mention& b) const;
  static bool is_day(const Timex& date);
  bool is_tied(const Mention& date) const;

 private:
  bool is_behind_occasion(const Mention& first, const Mention& second, std::uint32_t last) const;
  bool is_reported(const Mention& date) const;
  bool dates_happening(const Clause& clause, const Mention& date) const;
  bool tells_only_that_it_was_said(const Clause& clause, const Mention& date) const;
  bool is_in_case(const Mention& words) const;
  bool follows_verb(std::uint32_t from, const Mention& event) const;
  bool is_aftermath(const Mention& date) const;
  bool is_of_new_toll(const Mention& date) const;
  bool is_of_later_death(const Mention& date) const;
  bool is_of_count(const Mention& date) const;
  bool stands_alone(const Mention& date) const;
  bool is_dateline(const Mention& date) const;

  const DocumentView& view_;
};

}  // namespace incidents
