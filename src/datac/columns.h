#pragma once
/// columns.tsv: what the columns of the tables may hold.
#include <vector>

#include "lexicon/source.h"

namespace incidents {

/// Each word of a cell of `sheets` (those of an overlay last) that columns.tsv does not allow there goes to `problems`, and
/// so does a row of columns.tsv that names a table or a column that is not there.
void check_columns(const std::vector<Sheet>& sheets, Problems& problems);

}  // namespace incidents
