#pragma once
/// The day of an incident: of its frames' days the one that surely is the event's.
#include "events/assembly.h"

namespace incidents {

/// Fills `date`; null where no frame tells it and the article's main incident, or total, does not lend its own.
void set_date(Assembly& assembly);

}  // namespace incidents
