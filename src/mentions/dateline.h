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

/// What a date's line says of the page: `published`, a short one with one of `words` (those for publishing, in normal form);
/// `bare`, nothing but the day and the hour; `none` else.
enum class PageLine { none, bare, published };
PageLine page_line(std::string_view normal, std::span<const Token> tokens, const Mention& date, std::span<const std::string_view> words);

/// The day of the first line that says when the page was published, else of the bare ones where they all name one day; of
/// dates that give day, month and year by themselves. nullopt where there is none.
std::optional<Date> page_day(const Mentions& mentions, std::string_view normal, std::span<const Token> tokens, std::span<const std::string_view> words);

}  // namespace incidents
