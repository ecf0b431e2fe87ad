#pragma once
/// Noun phrases read backwards from what stands behind them: a postposition, a verb of saying. They are built from
/// the grammar around them, not from lists: names that no row knows are found too.
#include "events/view.h"

namespace incidents {

struct NounPhrase {
  std::uint32_t begin = 0;     ///< tokens of the name, genitives and title included: [begin, end); empty for none
  std::uint32_t end = 0;
  std::uint32_t core = 0;      ///< first token behind the last genitive marker
  MentionIndex actor = kNone;  ///< the actor mention that ends it, else the last one after the last genitive
  bool pointing = false;       ///< “this”, “those”: told of before
  bool relative = false;       ///< “which … ”: told of in the main clause
  bool nobody = false;         ///< “any”, “which?”: no one in particular
  std::uint32_t joined = 0;    ///< end of a phrase joined to it by “and” or a comma; 0 for none

  bool empty() const { return begin >= end; }
};

/// The noun phrase that ends before token `end`, not reaching before `limit`. Numbers, adjectives, quantifiers and
/// genitives belong to it; dates, other postpositions, finite verbs and event words in the genitive end it.
NounPhrase noun_phrase_before(const DocumentView& view, std::uint32_t end, std::uint32_t limit);

/// That phrase and those joined to it by “and” or commas, in text order; of the joined ones only actors, buildings and
/// vehicles.
std::vector<NounPhrase> joined_phrases_before(const DocumentView& view, std::uint32_t end, std::uint32_t limit);

/// “badmash | mahila se”: an outlaw's bare noun right before a noun for other people in a case is the subject.
bool did_it_to(const DocumentView& view, const Mention& outlaw, const Mention& next);

bool is_quotation_mark(const DocumentView& view, std::uint32_t token);

/// Its words without a bracket or quotation marks at its ends.
std::string phrase_text(const DocumentView& view, const NounPhrase& phrase);

/// What stands in brackets at its end or right behind it; "" for nothing.
std::string phrase_alias(const DocumentView& view, const NounPhrase& phrase);

}  // namespace incidents
