#pragma once
/// Whether property was damaged.
#include "events/assembly.h"

namespace incidents {

/// Fills `damage` with "reported" or "none"; null where no frame tells of any. A report stands over a denial.
void set_damage(Assembly& assembly);

}  // namespace incidents
