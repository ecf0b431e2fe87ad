#pragma once
/// Folders into files: recursive, sorted by name, hidden ones left out, link loops named and not followed.
#include <string>

#include "cli/file_list.h"

namespace incidents::cli {

/// Adds the files that `path` stands for (itself, or those under it), each with its kind or its problem.
void list_files(const std::string& path, InputKind kind, const std::string& glob, FileList& files);

/// True where `path` is a folder or a file of records.
bool holds_several(const std::string& path, InputKind kind);

/// The extensions of the files that are read in folders: `.txt .md …`.
std::string readable_extensions();

}  // namespace incidents::cli
