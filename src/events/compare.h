#pragma once
/// How the places and days of two tellings stand to each other.
#include "events/view.h"

namespace incidents {

/// The level of the named thing itself: an unknown village in a known district has the district's precision, but is a
/// place.
LocationPrecision level_of(const Toponym& t);

/// A town, district or province of the gazetteer, no quarter or building.
bool is_town_by_itself(const Toponym& t);

/// How two scenes stand to each other.
enum class PlaceRelation : std::uint8_t { unknown, same, nested, apart };
/// Is one the other, or does it hold it, by their names alone?
bool related(const Toponym& a, const Toponym& b);
PlaceRelation relate(const Symbols& symbols, const Toponym& a, const Toponym& b);
/// Two settlements that we know, kilometres from each other, be it in one district.
bool are_towns_apart(const Symbols& symbols, const Toponym& a, const Toponym& b);

/// Does the expression leave open which day: “recently”, or “late at night” alone, which is read as of publication?
bool names_no_day(const Timex& t);

/// -1 apart, 0 unknown, 1 the same day or overlapping.
int compare_dates(const Timex& a, const Timex& b);

}  // namespace incidents
