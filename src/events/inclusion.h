#pragma once
/// “Seven died, three children among them”: people told as a part of a figure that stands before.
#include "events/casualty.h"

namespace incidents {

/// Adds a figure marked as a part for each counted phrase that is said to be among the victims, and keeps the figures in
/// order. The effect is that of the noun (“among the dead”), else that of the figure before (“of them”).
void find_inclusions(const DocumentView& view, CasualtyFacts& facts);

}  // namespace incidents
