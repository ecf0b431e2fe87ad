#pragma once
/// Completions and the manual, made from the command line's own description so that they cannot differ from it.
#include <CLI/CLI.hpp>
#include <string>
#include <string_view>

namespace incidents::cli {

/// A completion script for `bash`, `zsh` or `fish`.
std::string completion_script(const CLI::App& root, std::string_view shell);

/// The manual page incidents(1) in roff.
std::string manual_page(const CLI::App& root);

}  // namespace incidents::cli
