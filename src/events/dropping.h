#pragma once
/// What is no incident after all: drills and films, headlines without a body, words in passing.
#include "events/type_votes.h"

namespace incidents {

/// Drops the drafts of what did not happen or is told too weakly to stand, all frames being joined.
void drop_no_incidents(const Material& material, const Settings& settings, const FrameContent& content, const TypeVotes& votes, std::vector<Draft>& drafts);

}  // namespace incidents
