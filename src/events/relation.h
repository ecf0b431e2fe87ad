#pragma once
/// How the places, days and tolls of a frame stand to those of a draft told before it.
#include "events/type_votes.h"

namespace incidents {

class Relation {
 public:
  Relation(const Material& material, const FrameContent& content, const TypeVotes& votes)
      : view_(material.view), types_(material.types), casualties_(material.casualties), facts_(material.facts),
        content_(content), votes_(votes) {}

  /// Both tell how many died, or were hurt, and not the same.
  bool contradicts(const Frame& a, const Frame& b) const;
  /// Two blasts in the town are the attack that was told, where no other toll says otherwise.
  bool may_be_one(const Frame& frame, const Draft& draft) const;
  /// Has a frame of the draft named the place?
  bool is_told(MentionIndex place, const Draft& draft) const;
  /// Do the frames of the draft name two districts or towns of which neither holds the other?
  bool tells_districts_apart(const Draft& draft) const;
  /// Of several dead that were told, or of several wounded where nobody died, this sentence tells fewer.
  bool tells_fewer(const Frame& frame, const Draft& draft) const;
  /// Does it tell of two or more: “two blasts”, “in air strikes”?
  bool counts_several(const Draft& draft) const;
  /// “so far nine thousand have lost their lives”, behind an attack that killed 29: of all that went before.
  bool dwarfs(const Frame& frame, const Draft& draft) const;
  /// Does one sentence of it name two lands: “in A and B 23 died”?
  bool tells_of_lands(const Draft& draft) const;
  bool has_rival_toll(const Frame& frame, const Draft& draft) const;
  /// A later arrest is one of its own.
  bool own_day(const Frame& frame, const Draft& draft) const;
  /// Where both name something narrower than a country, the countries around them say nothing; that two towns lie in one
  /// state only takes back that they are apart. “On the other hand, in Y …”: in the state that a headline named beside X.
  bool is_told_fully(const Frame& frame) const;
  bool is_in_other_town(const Frame& frame, const Draft& draft) const;
  PlaceRelation relate_places(const Frame& frame, const Draft& draft) const;
  /// “in X of the country” against what was told of the country alone.
  bool names_narrower(const Frame& frame, const Draft& draft) const;
  /// A death in hospital, a new toll: days after the event but of the event.
  bool comes_later(const Frame& frame, const Draft& draft) const;
  /// “on Sunday two more bodies were found. The avalanche came on the 28th”: the day told first was a later one.
  bool is_own_day(const Frame& frame, const Draft& draft) const;
  /// Both count as many, two or more, whom the same befell.
  bool same_toll(const Frame& frame, const Draft& draft) const;
  /// The day of what was told with a span of time first: “in seven months … on Saturday”.
  bool is_day_of_span(const Frame& frame, const Draft& draft) const;

 private:
  /// “Ludhiana. A firm was raided. … Meanwhile, in Amritsar”: what is told without a place is where the article comes from.
  bool turns_away(const Frame& frame, const Draft& draft) const;
  PlaceRelation relate_below(const Frame& frame, const Draft& draft, LocationPrecision level) const;
  /// Is it of others beside those that were told: “two more died”?
  bool says_too(const Figure& figure) const;
  bool goes_on_leading_up(const Frame& frame, const Draft& draft) const;
  bool is_earlier_day(const Frame& frame, const Draft& draft) const;

  const DocumentView& view_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
  const FrameFacts& facts_;
  const FrameContent& content_;
  const TypeVotes& votes_;
};

}  // namespace incidents
