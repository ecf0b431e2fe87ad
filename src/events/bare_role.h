#pragma once
/// Actors without a postposition: “char badmash bank mein ghuse”, “ladake hamle kar rahe hain”.
#include "events/role_reading.h"

namespace incidents {

/// Of actors that no hit and no figure has taken, in clauses without a “ne”.
void add_bare_roles(RoleReading& reading);

}  // namespace incidents
