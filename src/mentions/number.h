#pragma once
/// Numbers of a text: digits and number words become number mentions; what bounds them (from “more than” to “about”) is
/// found by rules of the phase 10-numbers, which call build_number.
///
/// Beside them, mentions of kind `other` tell the date rules what a number could be: day_number (1 to 31), year_number,
/// digits_year (four digits, 1600 to 2100), day_span (16-18; 19,20,21), year_span (2013-14), numeric_date (17/03/2021),
/// numeric_day (29/03), clock (11:30), ordinal_number. Their payload is an index into Mentions::numbers (dates: into
/// the token itself).
#include <span>
#include <string_view>

#include "lexicon/lexicon.h"
#include "mentions/mention.h"
#include "text/tokenise.h"

namespace incidents {

/// Appends to `mentions`. `matches` as Lexicon::look_up gives them. Linear in tokens.
void compose_numbers(const Lexicon& lexicon, std::string_view normal, std::span<const Token> tokens,
                     std::span<const LexicalMatch> matches, Mentions& mentions);

}  // namespace incidents
