#include "lexicon/settings.h"

#include <cstdlib>
#include <string>

#include "lexicon/words.h"

namespace incidents {
Settings::Settings(const Lexicon& lexicon) {
  const Table table = lexicon.table("settings");
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    rows_.emplace_back(table.text(row, "name"), table.text(row, "value"));
  }
}

double Settings::number(std::string_view name, double otherwise) const {
  for (const auto& [key, value] : rows_) {
    if (key == name) return std::atof(std::string(value).c_str());
  }
  return otherwise;
}

std::vector<std::string_view> Settings::words(std::string_view name) const {
  std::vector<std::string_view> out;
  for (const auto& [key, value] : rows_) {
    if (key == name) for_each_word(value, [&](std::string_view word) { out.push_back(word); });
  }
  return out;
}

}  // namespace incidents
