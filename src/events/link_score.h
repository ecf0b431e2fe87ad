#pragma once
/// How well a frame fits a happening told before it.
#include "events/relation.h"

namespace incidents {

/// Marks for and against a join, in points: type, place, day, pointers, tolls; read-only beside the walk (`Reading`).
class LinkScore {
 public:
  LinkScore(const Material& material, const FrameContent& content, const TypeVotes& votes, const Relation& relation,
            const Reading& at, const std::vector<Draft>& drafts)
      : view_(material.view), types_(material.types), facts_(material.facts), content_(content), votes_(votes),
        relation_(relation), at_(at), drafts_(drafts) {}

  /// How well the frame fits draft number `index`; see `link` in settings.tsv.
  double score(const Frame& frame, EventId type, const Draft& draft, std::uint32_t index) const;
  /// Does the draft belong to another item of the list than the one being read?
  bool is_of_other_item(std::uint32_t draft) const;
  /// Another land attacks than the one whose attack the draft tells, elsewhere or with a toll of its own. An exchange
  /// of fire has two sides.
  bool strikes_back(const Frame& frame, const Draft& draft) const;
  /// “Let us tell you that on Sunday night he was on his way home”: no earlier happening, but when that of the news was.
  bool recalls(const Frame& frame, const Draft& draft, std::uint32_t index) const;
  /// A round-up opens with a total (“five died in separate accidents”): each sentence behind it with an event word, a
  /// toll or a vehicle and a place of its own tells the next one.
  bool tells_next(const Frame& frame, EventId type, PlaceRelation place, const Draft& draft) const;

  /// Told as over, with a day weeks ago, behind news without a day.
  bool is_long_before(const Frame& frame, EventId type, const Draft& draft) const;

 private:
  /// A frame beside a draft, with what several marks look at.
  struct Pair {
    const Frame& frame;
    EventId type;
    const Draft& draft;
    std::uint32_t index;
    PlaceRelation place;
    int date;    ///< -1 another day, 0 unknown, 1 the same
    bool moves;  ///< “elsewhere, in X”, of a land told as a whole
    bool is_current;
  };

  double of_type(const Pair& p) const;
  double of_place(const Pair& p) const;
  bool opens_elsewhere(const Pair& p) const;
  bool is_of_other_land(const Pair& p) const;
  bool opens_with_other_toll(const Pair& p) const;
  double of_day(const Pair& p) const;
  double of_pointers(const Pair& p) const;
  bool tells_cause(const Pair& p) const;
  double of_looking_back(const Pair& p) const;
  bool opens_with_history(const Pair& p) const;
  bool tells_whole_number(const Frame& frame) const;
  double of_totals(const Pair& p) const;
  bool sums_up_longer(const Frame& frame, const Draft& draft) const;
  double of_items(const Pair& p) const;
  double of_toll(const Pair& p) const;
  bool is_arrest_for_deed(const Pair& p) const;
  bool is_cause(const Draft& d) const;
  bool is_taken_in_for(const Pair& p) const;
  PlaceRelation place_of(const Frame& frame, EventId type, const Draft& draft, std::uint32_t index) const;
  bool calls_it(const Frame& frame, EventId type, const Draft& draft) const;
  bool goes_on_after(const Frame& frame, EventId type, const Draft& draft) const;
  bool is_of_brief(const Frame& frame, std::uint32_t draft) const;
  bool is_told_in_body(const Draft& draft) const;
  bool has_toll_of_its_own(const Frame& frame, EventId type, const Draft& draft) const;
  bool names_too(const Frame& frame, const Draft& draft) const;
  bool fits_by_the_way(const Frame& frame, EventId type, const Draft& draft) const;
  bool tells_what_headline_sums(const Pair& p) const;
  bool adds_to_total(const Pair& p) const;
  bool goes_on_rising(const Pair& p) const;
  bool is_cared_for(const Pair& p) const;
  bool is_shelter_of_all(const Pair& p) const;
  bool confirms_total(const Pair& p) const;
  bool is_there_too(const Pair& p) const;
  bool is_strike_apart(const Pair& p) const;
  bool is_blow_apart(const Frame& frame, EventId type, const Draft& draft) const;
  bool is_of_new_place(const Frame& frame, const Draft& draft) const;
  bool tells_narrowly(const Draft& draft) const;
  bool spreads(const Frame& frame, EventId type) const;
  bool tries(const Draft& draft, const Frame& frame) const;
  bool is_deed_before(const Frame& frame, const Draft& draft) const;
  bool goes_on_looking_back(const Frame& frame) const;
  bool is_over(const Draft& draft) const;
  bool returns_to_news(const Frame& frame, const Draft& draft) const;
  bool is_felt_too(const Frame& frame, EventId type) const;
  bool is_part_of_wide(const Frame& frame, EventId type, const Draft& draft) const;
  bool is_next_land(const Frame& frame, const Draft& draft) const;
  bool is_strike_told_by_toll(const Frame& frame, const Draft& draft) const;
  bool is_landfall_apart(const Frame& frame, const Draft& draft) const;
  bool is_violence_of_land(const Draft& draft) const;
  bool is_one_of_counted(const Frame& frame, EventId type, const Draft& draft) const;
  bool is_one_of_several(const Frame& frame, EventId type, const Draft& draft) const;
  bool looks_elsewhere(const Frame& frame, const Draft& draft, int date) const;
  bool is_moved(const Frame& frame) const;
  bool is_solved(EventId type, const Draft& draft) const;
  bool is_deed_of_taken(const Frame& frame, EventId type, const Draft& draft) const;
  bool is_deed_apart(const Frame& frame, const Draft& draft) const;
  bool is_unrest_apart(const Frame& frame, EventId type, const Draft& draft) const;

  const DocumentView& view_;
  const EventTypes& types_;
  const FrameFacts& facts_;
  const FrameContent& content_;
  const TypeVotes& votes_;
  const Relation& relation_;
  const Reading& at_;
  const std::vector<Draft>& drafts_;
};

}  // namespace incidents
