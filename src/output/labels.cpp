#include "output/labels.h"

#include <algorithm>
#include <optional>

namespace incidents::output {
namespace {

std::optional<std::size_t> column_of(const std::vector<std::string>& header, std::string_view name) {
  const auto at = std::find(header.begin(), header.end(), name);
  if (at == header.end()) return std::nullopt;
  return static_cast<std::size_t>(at - header.begin());
}

}  // namespace

Labels Labels::from_tables(const std::vector<std::vector<std::string>>& labels,
                           const std::vector<std::vector<std::string>>& events, std::string_view language) {
  Labels result;
  const auto take = [&](const std::vector<std::vector<std::string>>& rows, std::string_view key_name,
                        std::string_view word_name) {
    if (rows.empty()) return;
    const auto key = column_of(rows[0], key_name);
    const auto word = column_of(rows[0], word_name);
    if (!key || !word) return;
    for (std::size_t i = 1; i < rows.size(); ++i) {
      if (rows[i].size() <= std::max(*key, *word)) continue;
      const std::string& text = rows[i][*word];
      if (!text.empty() && text != "-") result.words_[rows[i][*key]] = text;
    }
  };
  take(events, "type", language == "hi" ? "label_hi" : "label");
  take(labels, "key", language);
  return result;
}

std::string Labels::get(std::string_view key) const {
  if (const auto found = words_.find(key); found != words_.end()) return found->second;
  std::string plain(key);
  std::replace(plain.begin(), plain.end(), '_', ' ');
  return plain;
}

std::string Labels::fill(std::string_view key, std::string_view value) const {
  std::string text = get(key);
  const auto at = text.find("{}");
  if (at == std::string::npos) return text.append(1, ' ').append(value);
  return text.replace(at, 2, value);
}

}  // namespace incidents::output
