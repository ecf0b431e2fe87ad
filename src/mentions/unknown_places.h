#pragma once
/// Places without a row: where the text hangs them.
#include "mentions/place_document.h"

namespace incidents {

/// A name without a row takes the parents of the nearest place that its text hangs it on, else those of the dateline, else
/// at most a country. Behind write_place for all.
void place_unknown_names(PlaceDocument& doc);

}  // namespace incidents
