#include "mentions/dateline.h"

#include <algorithm>

namespace incidents {
namespace {

bool is_complete(const Timex& date) {
  return date.resolved_from == ResolvedFrom::explicit_ && date.precision == DatePrecision::day && date.start &&
         date.start == date.end;
}

}  // namespace

std::optional<Date> dateline_day(const Mentions& mentions, std::span<const Token> tokens) {
  const auto follows = [&](const Mention& place, const Mention& date) {
    if (date.begin < place.end) return false;
    return std::all_of(tokens.begin() + place.end, tokens.begin() + date.begin,
                       [](const Token& token) { return token.kind == TokenKind::punctuation; });
  };
  for (const Mention& place : mentions.all) {
    if (place.kind != MentionKind::place || place.superseded || !mentions.places[place.payload].is_dateline) continue;
    for (const Mention& date : mentions.all) {
      if (date.kind != MentionKind::date || date.superseded || !follows(place, date)) continue;
      if (is_complete(mentions.dates[date.payload])) return mentions.dates[date.payload].start;
    }
    return std::nullopt;  // an article has one dateline
  }
  return std::nullopt;
}

}  // namespace incidents
