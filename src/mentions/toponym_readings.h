#pragma once
/// Which mentions of a document are toponyms, and which rows of the gazetteer each of them may be.
#include "mentions/place_document.h"

namespace incidents {

/// Fills the document's readings and nationalities. Names inside actors or longer names, and the same name in brackets, are
/// superseded.
void read_toponyms(PlaceDocument& doc);

}  // namespace incidents
