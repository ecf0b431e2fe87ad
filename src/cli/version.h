#pragma once
#include <string>

namespace incidents::cli {

/// The program's version and the hash of its data, in one line.
std::string version_text();

}  // namespace incidents::cli
