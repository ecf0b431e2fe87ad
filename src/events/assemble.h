#pragma once
/// Draft → Incident: fills every field of the contract from the draft's frames.
#include <vector>

#include "events/merge.h"
#include "events/role.h"
#include "incidents/incident.h"

namespace incidents {

struct AssembleInput {
  const DocumentView& view;
  const EventTypes& types;
  const RoleTable& roles;
  const CasualtyFacts& casualties;
  const FrameFacts& frames;
  bool explain = false;
};

Incident assemble(const AssembleInput& in, const Draft& draft);

}  // namespace incidents
