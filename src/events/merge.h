#pragma once
/// Joins frames that speak of one happening into drafts of incidents: same type, place and day; pointers (“this
/// attack”) and recency help, “elsewhere”, another day or another place keep apart. Totals stay by themselves.
#include <vector>

#include "events/compare.h"
#include "events/frame.h"

namespace incidents {

/// The frames of one happening.
struct Draft {
  std::vector<std::uint32_t> frames;   ///< in text order
  std::vector<double> votes;           ///< by EventId: how much the text speaks for each type
  EventId type = kNoEvent;
  EventId charge = kNoEvent;           ///< the deed for which somebody is arrested
  bool of_charge = false;              ///< that deed, known by its day
  MentionIndex date = kNone;
  std::uint32_t dated_by = kNone;      ///< the frame that tells the date
  std::vector<MentionIndex> places;
  std::string attacker;                ///< as of its frames: the first told
  bool other_side = false;             ///< another land strikes than in what was told before it: not where that was
  bool aggregate = false;
  bool background = false;
  bool earlier = false;                ///< told as over and as older than the news
  MentionIndex shared_date = kNone;    ///< day told of the items of a list together
  std::uint32_t ordinal = 0;           ///< “the second incident”; 0 for none
  bool tried = false;                  ///< a court tells of it first
  bool headline = false;               ///< a headline tells of it
  bool main = false;
  bool of_total = false;               ///< one of the several whose total the article opens with
  std::uint32_t first_sentence = 0;
  std::uint32_t last_sentence = 0;
};

void merge_frames(const DocumentView& view, const EventTypes& types, const Settings& settings,
                  const CasualtyFacts& casualties, const FrameFacts& frames, std::vector<Draft>& drafts);

}  // namespace incidents
