#pragma once
/// Phrases with a postposition: roles.tsv gives their kind and case a role where a word for the event governs them.
#include "events/role_reading.h"

namespace incidents {

/// Of all postpositions but the genitive.
void add_case_roles(RoleReading& reading);

}  // namespace incidents
