#pragma once
/// Folders into files: recursive, sorted by name, hidden ones left out, link loops named and not followed.
#include <string>
#include <vector>

#include "cli/input.h"

namespace incidents::cli {

/// The files that `path` stands for (itself, or those under it), each with its kind or its problem.
std::vector<ListedPath> list_files(const std::string& path, InputKind kind, const std::string& glob);

/// The extensions of the files that are read in folders: `.txt .md …`.
std::string readable_extensions();

}  // namespace incidents::cli
