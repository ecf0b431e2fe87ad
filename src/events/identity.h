#pragma once
/// Whom the text names as those it has told of: “the dead were identified as X and Y”, “among the wounded are X and Y”,
/// “the deceased X”.
#include <optional>
#include <vector>

#include "events/noun_phrase.h"

namespace incidents {

/// A name with what is told of its bearer.
struct Identified {
  NounPhrase name;
  std::optional<Effect> effect;  ///< what befell them; nullopt where they are only called a man, a youth
  bool accused = false;          ///< called by a crime, or arrested
};

/// Those named in the tokens, in text order.
std::vector<Identified> find_identified(const DocumentView& view, std::uint32_t first, std::uint32_t last);

}  // namespace incidents
