#pragma once
/// The land whose side attacks: strikes of two lands on each other are two happenings, even on one day.
#include <string>

#include "events/event_types.h"
#include "events/frame.h"

namespace incidents {

/// ISO code of the land of whoever the frame's words for an attack have as their doer: “X ne … daage”, “X ke hamle”,
/// a nationality right before the word. "" where none is named or none is known to be of a land.
std::string attacker_country(const DocumentView& view, const EventTypes& types, const Frame& frame);

/// The same of the words of one trigger, of which nothing before token `first` is looked at.
std::string attacker_country(const DocumentView& view, const Mention& trigger, std::uint32_t first, bool oblique);

}  // namespace incidents
