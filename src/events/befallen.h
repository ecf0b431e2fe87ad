#pragma once
/// Those whom something befell: victims whom figures count or who are identified, suspects who were detained.
#include "events/role_reading.h"

namespace incidents {

/// Where attackers fell themselves, they stay the doers.
void add_befallen(RoleReading& reading);

}  // namespace incidents
