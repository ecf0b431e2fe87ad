#pragma once
/// What is no incident after all: drills and films, headlines without a body, words in passing.
#include "events/frame_content.h"

namespace incidents {

/// Drops the drafts of what did not happen or is told too weakly to stand, all frames being joined.
void drop_no_incidents(const Material& material, const Settings& settings, const FrameContent& content, std::vector<Draft>& drafts);

}  // namespace incidents
