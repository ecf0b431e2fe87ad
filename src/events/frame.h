#pragma once
/// What one stretch of text tells of one happening: its triggers, day, places, figures and cues. A sentence gives one
/// frame, or several where its clauses tell of different days or places. Frames are joined to incidents by merge.h.
#include <string>
#include <vector>

#include "events/casualty.h"
#include "events/event_types.h"

namespace incidents {

enum class Strength : std::uint8_t { support, weak, strong };

/// A word that signals an event, not suppressed by modality.
struct TriggerHit {
  MentionIndex mention = kNone;
  EventId type = kNoEvent;
  Strength strength = Strength::weak;
  bool noun = false;          ///< a noun can be counted and pointed at (“this attack”)
  bool occasion = false;      ///< “during the clash”: support only, unless all else told there merely follows it
  bool oblique = false;       ///< a postposition or genitive stands behind it: it is not the predicate
  bool from_effect = false;   ///< an effect's `implies` (killing → murder): weaker than a word for the event
  bool told = false;          ///< “the blast that happened in …”: it is taken for granted, whatever the sentence plans or fears
  bool led_to = false;        ///< “after the stone-throwing a curfew”: what led to the frame's event
  EventSet also;              ///< further types that the same words fit
};

/// Triggers of a sentence that anybody reads: beyond it no trigger is held against each other one, which keeps a text of
/// any length linear.
inline constexpr std::size_t kMostTriggers = 16;

struct Frame {
  std::uint32_t sentence = 0;
  std::uint32_t first = 0;           ///< tokens [first, last)
  std::uint32_t last = 0;
  bool headline = false;               ///< in the article's headline
  bool section = false;                ///< in a heading further down
  bool paragraph_start = false;
  std::vector<TriggerHit> triggers;
  EventId charge = kNoEvent;           ///< the deed for which somebody is arrested, tried or sought
  MentionIndex charged_by = kNone;     ///< the words that say so: “for the murder”
  bool charged_deed = false;           ///< tells the deed itself, by its own day or place in the sentence of the arrest
  std::vector<std::uint32_t> figures;  ///< indexes into CasualtyFacts::figures
  MentionIndex date = kNone;           ///< the day it happened
  bool date_told = false;              ///< its clause tells of the event
  bool date_tied = false;              ///< “in August 2013 … the riot that happened”: the words tie it to the event
  MentionIndex reported = kNone;       ///< the day it was told
  std::vector<MentionIndex> places;    ///< scenes, in text order
  std::string attacker;                ///< ISO code of the land that attacks; "" where it is not told
  bool aggregate = false;
  std::optional<Quantity> occurrences;
  bool plural = false;                 ///< “in air strikes”: attacks in the plural, however many
  bool few_strikes = false;            ///< a total of two or three blasts in one town, which may be one attack
  bool anaphor = false;                ///< points at what was told before: “in this attack”, “of the dead”
  std::size_t pointed = static_cast<std::size_t>(-1);  ///< trigger that a demonstrative points with; -1 for none
  bool list_item = false;              ///< “(2) …”
  bool brief = false;                  ///< “Hisua : …”: news in brief of a town
  std::uint32_t ordinal = 0;           ///< “the second incident”: which of several that the article counts; 0 for none
  bool shift_soft = false;             ///< a word for “meanwhile”: elsewhere only with a place or a day of its own
  bool shift = false;                  ///< “meanwhile”, “elsewhere”, “in another incident”
  bool another = false;                ///< told beside another accident of the same sentence
  bool cause = false;                  ///< told as what led to a protest: “after the murder of X the road was blocked”
  bool protested = false;              ///< the protest was against it, and may be of any day later
  bool answers = false;                ///< tells how somebody strikes back for an attack that it names
  bool present = false;                ///< ends with “is/are”: told as news
  bool past_perfect = false;           ///< ends with “was/were” behind a participle: told as over
  bool background = false;             ///< “earlier”, “last year”, “it is worth recalling”
  bool earlier = false;                ///< “before this”, “last year”: not only recalled, but older than the news
  bool asks = false;                   ///< a question
  bool tried = false;                  ///< told by a court: its events are old
  bool unreal = false;                 ///< its events are drills, fears, plans, films, markets, …: they did not happen
  Cue unreal_cue = Cue::none;
  double weight = 0;                   ///< how much it tells by itself; see `bearing` in settings.tsv
};

struct FrameFacts {
  std::vector<Frame> frames;
  std::uint32_t headline_sentences = 0;  ///< sentences from the start that are headlines
  MentionIndex dateline = kNone;         ///< the first place that is one: where the article comes from
};

/// Does it say when the happening was that is being told: “this accident happened on Tuesday”?
bool states_day(const DocumentView& view, const Frame& frame);

void build_frames(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, FrameFacts& out);

}  // namespace incidents
