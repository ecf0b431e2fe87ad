#pragma once
/// The deed for which somebody is arrested, told in the sentence of the arrest: “for the murder of X on 10 July”.
#include <optional>

#include "events/event_date.h"

namespace incidents {

/// “10 julai ko hui vyapari ki hatya ke mamle mein”: a deed with a day or a place of its own.
struct ChargedDeed {
  std::uint32_t first = 0;  ///< tokens [first, last)
  std::uint32_t last = 0;
  MentionIndex trigger = kNone;
  MentionIndex date = kNone;
};

class Charges {
 public:
  explicit Charges(const DocumentView& view) : view_(view), dates_(view) {}

  /// Marks the charges that have a day or a place of their own.
  void tell_deeds(DocumentView& view) const;
  /// The first deed of the clause that is told so.
  std::optional<ChargedDeed> find_deed(const Clause& clause) const;

 private:
  ChargedDeed deed_of(const Clause& clause, MentionIndex cue) const;
  std::uint32_t begin_of_deed(std::uint32_t first, std::uint32_t trigger) const;
  std::uint32_t begin_of_doers(std::uint32_t first, std::uint32_t last) const;
  MentionIndex trigger_in(const Mention& charge) const;
  MentionIndex own_date(const Clause& clause, const ChargedDeed& deed) const;
  bool has_own_place(const Clause& clause, const ChargedDeed& deed) const;
  bool is_long_ago(const Timex& t) const;
  bool is_tied_to_deed(const Mention& m) const;

  const DocumentView& view_;
  EventDates dates_;
};

}  // namespace incidents
