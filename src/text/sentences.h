#pragma once
/// Second half of tokenise: where sentences end.
#include <string_view>

#include "text/tokenise.h"

namespace incidents {

/// Fills `out.sentences` from `out.tokens`. Full stops of abbreviations are inside their tokens already.
void split_sentences(std::string_view normal, Tokens& out);

}  // namespace incidents
