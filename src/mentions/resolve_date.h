#pragma once
/// What a date form means on a day of publication: the arithmetic behind date rules. Pure: no text, no lexicon.
///
/// News speaks of the past: a day without a year, a month or a bare weekday is the latest one up to publication, unless
/// the verb of its clause is future.
#include <optional>
#include <span>

#include "mentions/mention.h"

namespace incidents {

enum class Tense : std::uint8_t { unknown, past, future };

/// What a date is resolved against.
struct DateContext {
  std::optional<Date> published;
  std::optional<DateInterval> before;  ///< the last date that the text put on the calendar
  Tense tense = Tense::unknown;
};

/// Resolves `date.form` into the other members of `date`. `dates` holds the forms that it refers to. Total: days that
/// do not exist (31 June) get no interval; without a publication day `timex` says what is known (XXXX-07-16).
void resolve_date(Timex& date, const DateContext& context, std::span<const Timex> dates);

}  // namespace incidents
