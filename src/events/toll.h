#pragma once
/// Joins the figures of one incident to its casualties: revisions replace, parts stay inside, rivals become
/// alternatives, attackers and their victims add up.
#include <vector>

#include "events/casualty.h"
#include "incidents/incident.h"

namespace incidents {

/// A figure with what its frame says of it.
struct PlacedFigure {
  const Figure* figure = nullptr;
  bool headline = false;
  std::uint32_t sentence = 0;
  std::optional<std::string> source;  ///< who gives it; nullopt for the article itself
  bool rival = false;                 ///< a party to the conflict claims it
  bool witness = false;               ///< somebody who was there gives it: what officials say counts more
  MentionIndex place = kNone;         ///< named before it in its clause: “in Bihar 12 died”; kNone for none
};

/// `figures` in text order.
std::optional<Casualty> join_toll(const DocumentView& view, Effect effect, const std::vector<PlacedFigure>& figures);

}  // namespace incidents
