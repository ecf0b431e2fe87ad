#pragma once
/// Folders into files: recursive, sorted by name, hidden ones left out, link loops named and not followed.
#include <string>

#include "cli/file_list.h"

namespace incidents::cli {

/// What is left out of folders.
struct FolderOptions {
  std::string glob;    ///< names or paths to read; empty: the extensions that we read
  std::string output;  ///< a file that is not read; empty: none
};

/// Adds the files that `path` stands for (itself, or those under it), each with its kind or its problem.
void list_files(const std::string& path, InputKind kind, const FolderOptions& options, FileList& files);

/// True where `path` is a folder or a file of records.
bool holds_several(const std::string& path, InputKind kind);

/// The extensions of the files that are read in folders: `.txt .md …`.
std::string readable_extensions();

}  // namespace incidents::cli
