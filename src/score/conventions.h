#pragma once
/// What scoring must know beside labels and answers, read from the tables data/score.tsv and data/events.tsv.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "incidents/incident.h"
#include "score/label.h"
#include "score/name_match.h"

namespace incidents::score {

/// Rows of strings, the first being the header (as Extractor::table gives them).
using Rows = std::vector<std::vector<std::string>>;

class Conventions {
 public:
  /// Throws Error(data) where a column or the stand-in day is missing.
  Conventions(const Rows& score_table, const Rows& event_types);

  const NameMatcher& names() const { return names_; }

  /// The category of an event type; empty for an unknown one.
  std::string_view category(std::string_view type) const;

  /// The day of publication that a program is given where an article's own is not known.
  Date stand_in() const { return stand_in_; }

  /// The days that a label accepts: none where it gives no date, nullopt where its words cannot be resolved here.
  std::optional<std::vector<Days>> accepted_days(const Label& label, const std::optional<std::string>& published) const;

 private:
  std::vector<Days> days_of_weekday(std::size_t iso_weekday) const;

  NameMatcher names_;
  std::map<std::string, std::string, std::less<>> categories_;  ///< by type
  std::map<std::string, Days, std::less<>> days_;               ///< by a label's words
  Date stand_in_;
};

}  // namespace incidents::score
