#pragma once
/// The casualties of an incident: its frames' figures with who says them, joined effect by effect.
#include "events/assembly.h"

namespace incidents {

/// Fills `casualties`; null for an effect of which no figure tells. `sources`: the speakers among the roles, by their first
/// token.
void set_casualties(Assembly& assembly, const std::vector<const RoleHit*>& sources);

}  // namespace incidents
