#pragma once
/// Text taken apart into its smallest characters, for comparisons that look past marks.
#include <string>
#include <string_view>

namespace incidents {

/// Canonical decomposition (NFD) in lower case; malformed bytes become U+FFFD. Not for the hot path.
std::u32string decompose(std::string_view utf8);

}  // namespace incidents
