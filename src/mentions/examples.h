#pragma once
/// Runs the examples of rules: the text of each is recognised up to its rule's phase, and what the rule then finds is
/// held against the brackets and against what stands behind =>.
///
/// Behind =>, values are compared as text, with _ for a blank:
///   min max             of the mention's number, or of the first number in its slots; `none` is an open end
///   start end timex precision duration vague since    of a date, resolved against the example's day
///   a key of make       its literal; for `key=$slot` a number as 3 or 2-5, else the attribute `key` of the slot, else
///   its words name kind country what …                          of the payload
#include <span>

#include "lexicon/lexicon.h"
#include "lexicon/source.h"
#include "rules/compile.h"

namespace incidents {

/// Appends an Error at the line of each example that does not hold, with what was found instead.
void check_examples(const Lexicon& lexicon, std::span<const CompiledExample> examples, Problems& problems);

}  // namespace incidents
