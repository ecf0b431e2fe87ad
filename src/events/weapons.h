#pragma once
/// Weapons that were used, and what was seized: arms, drugs, goods, with number or measure.
#include "events/assembly.h"

namespace incidents {

/// Fills `weapons` and `seized`. Each kind of weapon once; what is seized once, in the telling with a number.
void set_weapons(Assembly& assembly);

}  // namespace incidents
