#pragma once
/// How many “all” are: “all aboard died”, “all of them were hurt” name no number, but the text has counted those
/// people elsewhere: “a plane with 62 people aboard”.
#include <optional>
#include <vector>

#include "events/people.h"

namespace incidents {

/// Indexes into the quantified list of those that are told to be aboard something, in text order.
std::vector<std::uint32_t> counted_aboard(const DocumentView& view, const std::vector<Quantified>& quantified);

/// How many “all passengers”, “all people aboard” are: those counted aboard last before the phrase, else first behind
/// it. nullopt where the phrase does not say “all” or nobody was counted.
std::optional<Quantity> count_of_all(const DocumentView& view, const std::vector<Quantified>& quantified,
                                     const std::vector<std::uint32_t>& aboard, const PeoplePhrase& phrase);

/// How many a bare “all” before token `before` of the clause is (“sabhi ki maut”): those aboard, else the people
/// counted last, in this sentence or the two before it. nullopt where no “all” stands there, where it stands in the
/// case `unless` (0 for none), or where nobody was counted.
std::optional<Quantity> count_of_everybody(const DocumentView& view, const std::vector<Quantified>& quantified,
                                           const std::vector<std::uint32_t>& aboard, std::uint32_t before,
                                           const Clause& clause, StringId unless);

}  // namespace incidents
