#pragma once
/// Lists in the cells of tables.
#include <string_view>

namespace incidents {

/// Calls `visit` with each blank-separated word.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    if (!word.empty()) visit(word);
    if (blank == std::string_view::npos) break;
    text.remove_prefix(blank + 1);
  }
}

}  // namespace incidents
