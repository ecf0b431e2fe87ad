#pragma once
/// What a frame tells, seen by itself: victims, a word of its own, that it looks back, accuses or claims.
#include "events/draft.h"

namespace incidents {

/// Its event words, if any, only confirm what another sentence tells.
bool only_supports(const Frame& frame);
/// A strong word for the type.
bool is_strong(const Frame& frame, EventId type);
/// A word for the type itself, not what an effect implies.
bool has_word(const Frame& frame, EventId type);
/// A strong word for any type.
bool has_own_word(const Frame& frame);
/// The first word for the type; nullptr for none.
const TriggerHit* primary_hit(const Frame& frame, EventId type);
/// “on Friday they had quarrelled”: told as over, without a word for the event or a toll.
bool only_leads_up(const Frame& frame);

class FrameContent {
 public:
  explicit FrameContent(const Material& material) : view_(material.view), casualties_(material.casualties) {}

  /// Its only event words are such as “ghatna”, “vardaat”.
  bool names_no_kind(const Frame& frame) const;
  /// Counts dead, wounded, missing or kidnapped, even by “nobody”.
  bool tells_of_lost(const Frame& frame) const;
  /// Counts people dead or wounded.
  bool tells_of_victims(const Frame& frame) const;
  /// The most dead that it counts; 0 where it counts none, -1 where nobody knows how many.
  std::int64_t most_dead(const Frame& frame) const;
  /// The most of the effect that the frame counts; 0 where it counts none.
  std::int64_t most_of(Effect effect, const Frame& frame) const;
  /// Somebody accuses, or files a case; the family's words of a headline.
  bool accuses(const Frame& frame) const;
  /// The day or place of a mention.
  const Timex& timex(MentionIndex date) const;
  const Toponym& toponym(MentionIndex place) const;
  /// By a word for a reply: “retaliated”.
  bool answers(const Frame& frame) const;
  /// “Some days before, rebels had attacked a camp”: told as over, by a word of its own, before what the news is about.
  bool tells_earlier_one(const Frame& frame) const;
  /// “on 12 May too a car fell”: another one.
  /// “in the latest attack”: of the news.
  bool tells_latest(const Frame& frame) const;
  bool tells_day_too(const Frame& frame) const;
  /// “nine were reported dead at first”: an earlier figure of what is being told.
  bool is_revised(const Frame& frame) const;
  /// Told with a day half a year before publication or longer ago: history.
  bool is_old(const Frame& frame) const;
  bool speaks_of_claim(const Frame& frame) const;
  bool denies_claims(const Frame& frame) const;
  /// “nobody has claimed these attacks”.
  /// “X ne bataya ki donon maamlon mein …”: who tells of several happenings at once.
  bool speaks_of_both(const Frame& frame) const;
  bool points_at_several(const Frame& frame) const;
  /// Is any of the places narrower than the level?
  bool names_below(std::span<const MentionIndex> places, LocationPrecision level) const;

 private:
  const DocumentView& view_;
  const CasualtyFacts& casualties_;
};

}  // namespace incidents
