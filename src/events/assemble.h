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
  const Incident* total = nullptr;  ///< the total that the article opens with once it is assembled
  const Incident* lead = nullptr;  ///< the article's main incident once it is assembled
};

Incident assemble(const AssembleInput& in, const Draft& draft);

}  // namespace incidents
