#pragma once
/// The day that an article's own dateline names.
#include <optional>
#include <span>

#include "mentions/mention.h"
#include "text/tokenise.h"

namespace incidents {

/// The day of the date right behind a dateline's place, once dates are resolved; nullopt where there is none or where it
/// does not give day, month and year by itself.
std::optional<Date> dateline_day(const Mentions& mentions, std::span<const Token> tokens);

}  // namespace incidents
