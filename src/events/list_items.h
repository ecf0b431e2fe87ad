#pragma once
/// Articles that count through several happenings: “(2) …”, “Hisua : …”, “the second incident”.
#include "events/frame.h"

namespace incidents {

class ListItems {
 public:
  ListItems(const DocumentView& view, const EventTypes& types) : view_(view), sym_(view.sym), types_(types) { count_towns(); }

  /// “(2) …”, “3. …”: does the next item of a list begin at the token?
  bool opens_list_item(std::uint32_t first) const;
  /// “Hisua : …”, “Warisaliganj : …”: the town at the token, where several open paragraphs, which are then news in brief;
  /// kNone for none.
  MentionIndex opens_item_of_town(std::uint32_t first) const;
  /// “the second incident is of village X”, “in the third case”: the number near the frame's beginning; 0 for none.
  std::uint32_t read_ordinal(const Frame& frame) const;
  /// “in four days this is the second happening”: the days are of both, the news is the one that was told.
  bool counts_this(const Frame& frame) const;
  /// “two blasts killed 18. One blast was in X. The second …”: that one is the first.
  void number_first(std::vector<Frame>& frames) const;

 private:
  bool opens_with_one(const Frame& frame) const;
  MentionIndex town_of_line(std::uint32_t first) const;
  void count_towns();
  bool is_told_of_this(std::uint32_t t) const;
  bool names_happening(std::uint32_t t) const;
  bool names_blow(std::uint32_t t) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  std::uint32_t towns_ = 0;  ///< that open paragraphs: “X : …”
  static constexpr double kMostItems = 20;  // that an article counts through
};

}  // namespace incidents
