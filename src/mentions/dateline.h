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

/// Does the date stand in a page's own line, which says when it was published: a short one with one of `words` (those for
/// publishing, in normal form), or with nothing but the day and the hour?
bool dates_page(std::string_view normal, std::span<const Token> tokens, const Mention& date, std::span<const std::string_view> words);

/// The day of the first such line whose date gives day, month and year by itself; nullopt where there is none.
std::optional<Date> page_day(const Mentions& mentions, std::string_view normal, std::span<const Token> tokens, std::span<const std::string_view> words);

}  // namespace incidents
