#pragma once
/// “did you mean …?”: the nearest known name to one that is not known.
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace incidents {

/// Edits (insertion, deletion, substitution, swap of neighbours) between two UTF-8 strings, in code points.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The candidate nearest to `name`, or "" where none is near (more than a third of its code points differ). Ties go to
/// the first.
std::string nearest(std::string_view name, std::span<const std::string_view> candidates);

/// "; did you mean 'X'?", ready to be put behind a message, or "" where nothing is near.
std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates);

}  // namespace incidents
