#pragma once
/// The generic tables of data/*.tsv: cells as they stand, those of an overlay laid over.
#include <string_view>
#include <vector>

#include "lexicon/lexicon_writer.h"
#include "lexicon/source.h"

namespace incidents {

/// Adds a table for each file of `sheets` (those of an overlay last), named by the file's stem. Columns whose name begins
/// with '*' are the key of a row; where none does, the first column is. A key that stands twice in one file and a column
/// of an overlay that its base does not have go to `problems`.
void add_tables(const std::vector<Sheet>& sheets, LexiconWriter& writer, Problems& problems);

/// "events" for "events.tsv".
std::string_view file_stem(std::string_view name);

}  // namespace incidents
