#pragma once
/// Words that people read around the results, in English or Hindi: rows of data/labels.tsv and of data/events.tsv.
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace incidents::output {

class Labels {
 public:
  /// Tables with a header row. `labels` has the columns key, en, hi; `events` has type, label, label_hi. `language` is
  /// `en` or `hi`. Missing tables or cells leave the key itself.
  static Labels from_tables(const std::vector<std::vector<std::string>>& labels,
                            const std::vector<std::vector<std::string>>& events, std::string_view language);

  /// The label of `key`; without one, the key with blanks for underscores.
  std::string get(std::string_view key) const;
  /// The label with its `{}` replaced by `value`.
  std::string fill(std::string_view key, std::string_view value) const;

 private:
  std::map<std::string, std::string, std::less<>> words_;
};

}  // namespace incidents::output
