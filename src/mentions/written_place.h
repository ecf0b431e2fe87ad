#pragma once
/// Writes chosen rows out as locations: names, parents, point and precision.
#include "mentions/place_document.h"

namespace incidents {

/// Null where the text is empty.
std::optional<std::string> text_or_none(std::string_view text);

/// How precise a point is that stands for a place of the level.
LocationPrecision precision_of(PlaceLevel level);

/// Code and name of a country; null for 0.
void write_country(const Gazetteer& gazetteer, StringId cc, IncidentLocation& out);

/// A name in no list that sounds like one town of its country or state takes that town's point and parents; `matched` says
/// so. For a place whose country is known.
void match_by_sound(const PlaceDocument& doc, Toponym& place);

/// Fills Toponym::resolved of a reading from the row chosen; of several that stay possible, with what they share. The name
/// and kind alone where none is.
void write_place(PlaceDocument& doc, const ToponymReading& reading);

}  // namespace incidents
