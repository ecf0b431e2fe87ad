#pragma once
/// Buildings and vehicles that were struck, and those whose property was taken.
#include "events/role_reading.h"

namespace incidents {

/// Of things only where no postposition follows; those with one are phrases like any other.
void add_property_roles(RoleReading& reading);

}  // namespace incidents
