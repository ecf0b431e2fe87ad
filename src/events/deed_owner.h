#pragma once
/// Whose deed it is, and at whom it was aimed, by the words around its noun: “X ke hamle mein”, “nishana Y tha”.
#include "events/role_reading.h"

namespace incidents {

/// Agents in the genitive, protesters behind a participle, aims behind a copula.
void add_deed_owners(RoleReading& reading);

}  // namespace incidents
