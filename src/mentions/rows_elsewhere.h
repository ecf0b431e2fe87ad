#pragma once
/// Rows of a name that the text rules out: those that do not lie in the unit that the name hangs on, and namesakes of small
/// places in a state or district of which the article does not speak.
#include "mentions/place_document.h"

namespace incidents {

/// “Of unit U the place X”: where no row of X lies in U, X is a place that the gazetteer does not have. Before rows are
/// chosen.
void forget_rows_elsewhere(PlaceDocument& doc);

/// A village or a police station is mostly in no list, and small towns share their names: a row counts only where
/// the article speaks of no other state than the row's, a village's where it speaks of a place near it. Behind the choice.
void forget_far_villages(PlaceDocument& doc);

}  // namespace incidents
