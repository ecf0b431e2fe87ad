#pragma once
/// Folding of single code points, without regard to what stands beside them.
namespace incidents {

/// What `fold` answers for code points that leave no trace in the normal form.
constexpr char32_t kDropped = 0;

/// The code point that stands for `c` in the normal form: lower case, ASCII digits and marks, one blank, one line end,
/// Devanagari letters without nukta. The nukta sign itself is returned: what it does depends on what it stands behind.
char32_t fold(char32_t c);

}  // namespace incidents
