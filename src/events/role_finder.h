#pragma once
/// What each finder of roles looks at.
#include "events/government.h"
#include "events/role_reading.h"

namespace incidents {

/// Views of one frame's reading; they live as long as the reading.
class RoleFinder {
 public:
  explicit RoleFinder(RoleReading& reading)
      : reading_(reading), view_(reading.view), sym_(reading.sym), frame_(reading.frame), government_(reading) {}

 protected:
  RoleReading& reading_;
  const DocumentView& view_;
  const Symbols& sym_;
  const Frame& frame_;
  const Government government_;
};

}  // namespace incidents
