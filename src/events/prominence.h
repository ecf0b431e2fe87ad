#pragma once
/// Which incidents an article is about, and which are only told behind them.
#include "events/merge.h"

namespace incidents {

/// Sets `main` and `of_total` of every draft, in text order. News is what the headline tells, or else the first
/// sentences; each item of a round-up, of a list and of a total told one by one; what a court, an anniversary or a day
/// long past tells of is not.
void decide_main(const DocumentView& view, const EventTypes& types, const Settings& settings, const FrameFacts& frames,
                 std::vector<Draft>& drafts);

/// Is the day half a year before publication or longer ago? False where either is not known.
bool is_history(const DocumentView& view, MentionIndex date);

}  // namespace incidents
