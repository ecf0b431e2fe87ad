#pragma once
/// How wide a text stands in a terminal.
#include <cstddef>
#include <string_view>

namespace incidents {

/// Columns that `utf8` takes: one a grapheme cluster, two for an East Asian wide or emoji one, none for controls.
std::size_t display_width(std::string_view utf8);

}  // namespace incidents
