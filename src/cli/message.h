#pragma once
/// Words for the user, on standard error. That nobody can read them is no error: a full or closed standard error never
/// stops a run.
#include <fmt/format.h>

#include <cstdio>
#include <string>
#include <string_view>

namespace incidents::cli {

/// As it stands.
inline void print_raw(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

/// One line with the program's name before it.
inline void print_message(std::string_view text) { print_raw(fmt::format("incidents: {}\n", text)); }

}  // namespace incidents::cli
