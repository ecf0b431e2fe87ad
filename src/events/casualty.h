#pragma once
/// Who was killed, injured, missing, detained, kidnapped, rescued or displaced, figure by figure, as each clause says
/// it. Figures of one incident are joined later (assemble.h): here each stands for its own words.
///
/// An effect (“maare gae”, were killed) looks for its victims along its frame: an unmarked noun phrase before it
/// (subject), one with ko or no marker (object), one with ka/ke/ki right before it (genitive), or a number near it
/// (count_noun). Noun phrases joined by and/comma are added; one followed by samet/sahit (including) is a part.
#include <string>
#include <vector>

#include "events/people.h"

namespace incidents {

struct Figure {
  Effect effect = Effect::killed;
  std::optional<Quantity> quantity;  ///< nullopt: people were, how many is not said
  std::string who;
  StringId group = 0;
  StringId other_group = 0;  ///< of those joined to them: “two soldiers and five civilians”
  std::vector<Casualty::Part> parts;
  std::vector<std::uint32_t> victims;  ///< indexes into the people phrases that were added
  std::uint32_t begin = 0;             ///< tokens that say it
  std::uint32_t end = 0;
  MentionIndex cue = kNone;            ///< the effect or cue mention
  EntryId noun = kNone;                ///< where none stands: the row of the noun that says it, “char shav”
  bool zero = false;                   ///< a negation: nobody
  bool revised = false;                ///< “has risen to”
  bool earlier = false;                ///< “at first”, “had been reported”
  bool part = false;                   ///< of people told before (“among the dead are …”)
  bool of_wounded = false;             ///< of the wounded told right before it: “three were hurt, of whom one died”
  bool others = false;                 ///< “N others”
  bool second = false;                 ///< “the second”: one beside somebody told before
  bool also = false;                   ///< on top of an earlier figure: “two soldiers too”
};

/// The people phrases and figures of one document, in order. Reused.
struct CasualtyFacts {
  std::vector<Quantified> quantified;
  std::vector<PeoplePhrase> people;
  std::vector<Figure> figures;
};

void find_casualties(const DocumentView& view, CasualtyFacts& facts);

}  // namespace incidents
