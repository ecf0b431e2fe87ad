#pragma once
/// Names that are also words: which of them are places.
#include "mentions/place_document.h"

namespace incidents {

/// A name that is also a word is a place where the article has it as a place elsewhere, or where a unit that holds it
/// stands near it and a case marker or comma follows. Its mention becomes a place; the others stay doubtful.
void confirm_doubtful(PlaceDocument& doc);

}  // namespace incidents
