/// Who did it and to whom. Noun phrases are read from the postpositions behind them and take the role that roles.tsv
/// gives to their kind and case, where a word for the event governs them: “X ne … hamla kiya”, “Y par hamla”, but not
/// “X ne hamle ki ninda ki”. Accusations, genitives right before an event word and casualty figures add theirs.
#include <iterator>

#include "events/accusation.h"
#include "events/bare_role.h"
#include "events/befallen.h"
#include "events/case_role.h"
#include "events/deed_owner.h"
#include "events/pronoun_role.h"
#include "events/property_role.h"

namespace incidents {

/// The order matters: no reader takes words that one before it has taken.
void find_roles(const DocumentView& view, const EventTypes& types, const RoleTable& roles,
                const CasualtyFacts& casualties, const Frame& frame, EventId type, std::vector<RoleHit>& out) {
  RoleReading reading(view, types, roles, casualties, frame, type);
  add_sources(reading);
  add_blamed(reading);
  if (!frame.triggers.empty() || !frame.figures.empty() || view.has_cue(Cue::damage, frame.first, frame.last)) {
    add_case_roles(reading);
    add_bare_roles(reading);
    add_pronoun_roles(reading);
    add_property_roles(reading);
    add_deed_owners(reading);
  }
  add_befallen(reading);
  out.insert(out.end(), std::make_move_iterator(reading.hits.begin()), std::make_move_iterator(reading.hits.end()));
}

}  // namespace incidents
