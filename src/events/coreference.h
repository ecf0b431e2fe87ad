#pragma once
/// Who of those that an incident befell are told of twice: “a youth was shot … the dead man was identified as X”, “25
/// soldiers of the force … 25 jawans”. The tolls say how many there are.
#include <vector>

#include "events/role.h"
#include "incidents/incident.h"

namespace incidents {

/// Empties the name of each hit that only tells again of somebody whom another one names better.
/// `crowds`: an unrest, where rioters are told of beside the parties.
void fold_told_again(const Casualties& tolls, bool crowds, std::vector<RoleHit>& roles);

}  // namespace incidents
