#pragma once
/// Who says what happened, who says that it was himself, and of whom it is said.
#include "events/role_reading.h"

namespace incidents {

/// Speakers as sources, and as doers those who own up.
void add_sources(RoleReading& reading);

/// Those on whom it is blamed; of attacks and crimes.
void add_blamed(RoleReading& reading);

}  // namespace incidents
