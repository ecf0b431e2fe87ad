#pragma once
/// Joins frames that speak of one happening into drafts of incidents: same type, place and day; pointers (“this
/// attack”) and recency help, “elsewhere”, another day or another place keep apart. Totals stay by themselves.
#include <vector>

#include "events/draft.h"

namespace incidents {

void merge_frames(const DocumentView& view, const EventTypes& types, const Settings& settings,
                  const CasualtyFacts& casualties, const FrameFacts& frames, std::vector<Draft>& drafts);

}  // namespace incidents
