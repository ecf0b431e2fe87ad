#pragma once
/// The noun phrases of a document that name people, with their number and case.
#include <vector>

#include "events/quantified.h"

namespace incidents {

/// A noun phrase that names people: counted or not.
struct PeoplePhrase {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t from = 0;            ///< where a residence told before it begins; else `begin`
  std::uint32_t quantified = kNone;  ///< index into the quantified list; kNone for an uncounted one
  MentionIndex actor = kNone;        ///< the actor mention that covers the head; kNone for none
  StringId case_marker = 0;          ///< of the postposition behind it; 0 for none
  std::uint32_t after = 0;           ///< token behind that postposition
  bool part = false;                 ///< followed by “including”
  bool named = false;                ///< a named person
};

/// Reads the postposition, or the “including”, at the phrase's `after` and moves that behind it.
void read_case(const DocumentView& view, PeoplePhrase& phrase);

/// All people phrases in text order; they do not overlap.
void collect_people(const DocumentView& view, const std::vector<Quantified>& quantified, std::vector<PeoplePhrase>& out);

/// Can these words be somebody that something befalls? A ministry is not killed.
bool can_suffer(const DocumentView& view, const PeoplePhrase& phrase);

/// The last people noun of the phrase; nullptr for a bare number or name.
const LexicalMatch* head_noun(const DocumentView& view, const PeoplePhrase& phrase);

/// Does the effect's verb strike no people: “drones, of which 90 ko maar giraya”, “teen shav baraamad kiye”?
bool strikes_no_people(const DocumentView& view, const Mention& effect);

/// Is whom the verb strikes named by the attack that is told: “hamlavar ko goli maari”?
bool has_attacker_as_object(const DocumentView& view, const Mention& verb);

/// The same of an effect's verb that has an object: “hamlavar ko maar giraya”.
bool strikes_attacker(const DocumentView& view, const Mention& effect);

/// Its attribute `group`, else `kind`; 0 where there is none.
StringId group_of(const DocumentView& view, const PeoplePhrase& phrase, const std::vector<Quantified>& quantified);

}  // namespace incidents
