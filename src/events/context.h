#pragma once
/// The condition `context` of a trigger row: which of its nouns stands in the trigger's sentence.
#include <optional>
#include <string_view>

#include "events/view.h"

namespace incidents {

/// Index of the word of `names` (blank-separated classes and kinds: vehicle, train, structure, people …) that a noun of
/// the mention's sentence, outside the mention, fits best: a kind before a class, a class before `people`, then the
/// nearest. Nullopt when none stands there.
std::optional<std::size_t> find_context(const DocumentView& view, const Mention& mention, std::string_view names);

}  // namespace incidents
