#pragma once
/// Second half of tokenise: where sentences end.
#include <string_view>

#include "text/tokenise.h"

namespace incidents {

/// Fills `out.sentences` from `out.tokens`. Full stops of abbreviations are inside their tokens already; `words` tells
/// which words bind a line to the next, null where nothing is known of words.
void split_sentences(std::string_view normal, const Abbreviations* words, Tokens& out);

}  // namespace incidents
