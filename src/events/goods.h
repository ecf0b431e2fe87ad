#pragma once
/// Cash, phones, jewels and vehicles that were seized: things that are no weapons or drugs, with a word for the seizure.
#include <string_view>
#include <vector>

#include "events/casualty.h"
#include "events/event_types.h"
#include "events/frame.h"

namespace incidents {

struct Goods {
  std::uint32_t begin = 0, end = 0;  ///< tokens of the noun, without its number
  std::string_view kind;
};

/// In text order.
std::vector<Goods> find_goods(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, const Frame& frame);

}  // namespace incidents
