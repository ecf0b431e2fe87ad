#include "mentions/dateline.h"

#include <algorithm>
#include <string_view>

namespace incidents {
namespace {

bool is_complete(const Timex& date) {
  return date.resolved_from == ResolvedFrom::explicit_ && date.precision == DatePrecision::day && date.start &&
         date.start == date.end;
}

/// The tokens [first, last) of the line that the mention stands in; an empty range where the line is longer than `most` tokens.
struct Line {
  std::uint32_t first = 0, last = 0;
};

Line short_line(std::span<const Token> tokens, const Mention& m, std::uint32_t most) {
  const auto starts = [&](std::uint32_t t) { return (tokens[t].flags & (kLineStart | kParagraphStart)) != 0; };
  std::uint32_t first = m.begin, last = m.end;
  while (!starts(first) && m.begin - first < most) --first;
  while (last < tokens.size() && !starts(last) && last - first <= most) ++last;
  return starts(first) && last - first <= most ? Line{first, last} : Line{};
}

}  // namespace

PageLine page_line(std::string_view normal, std::span<const Token> tokens, const Mention& date, std::span<const std::string_view> words) {
  constexpr std::uint32_t kLongest = 16;  // tokens: a reporter's name, a town, the hour
  constexpr std::size_t kZone = 4;        // letters of pm, ist, hrs
  const Line line = short_line(tokens, date, kLongest);
  bool only_time = line.first < line.last;
  for (std::uint32_t t = line.first; t < line.last; ++t) {
    if (t == date.begin) t = date.end;
    if (t >= line.last) break;
    const std::string_view word = normal.substr(tokens[t].begin, tokens[t].end - tokens[t].begin);
    if (std::find(words.begin(), words.end(), word) != words.end()) return PageLine::published;
    only_time = only_time && (tokens[t].kind != TokenKind::word || word.size() <= kZone);
  }
  return only_time ? PageLine::bare : PageLine::none;
}

std::optional<Date> page_day(const Mentions& mentions, std::string_view normal, std::span<const Token> tokens, std::span<const std::string_view> words) {
  std::optional<Date> bare;
  bool several = false;
  for (const Mention& date : mentions.all) {
    if (date.kind != MentionKind::date || date.superseded || !is_complete(mentions.dates[date.payload])) continue;
    const PageLine line = page_line(normal, tokens, date, words);
    const std::optional<Date> day = mentions.dates[date.payload].start;
    if (line == PageLine::published) return day;
    if (line != PageLine::bare) continue;
    several = several || (bare && bare != day);
    bare = day;
  }
  return several ? std::nullopt : bare;  // a chronicle has many
}

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
