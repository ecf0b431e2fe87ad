#pragma once
/// Doers whom a pronoun or a demonstrative stands for: they are named in the sentences right before.
#include "events/role_reading.h"

namespace incidents {

/// “unhonne do trakon ko aag laga di”; of attacks and crimes.
void add_pronoun_roles(RoleReading& reading);

/// “in logon ne”: the doers of whom the phrase speaks, if the words from token `after` tell of the deed.
void add_pointed_at(RoleReading& reading, const NounPhrase& p, std::uint32_t after);

}  // namespace incidents
