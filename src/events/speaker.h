#pragma once
/// Who says so: the noun phrase before “ne” and a verb of saying, before “ke anusaar”, before “ka kahna hai”.
#include <vector>

#include "events/frame.h"
#include "events/noun_phrase.h"

namespace incidents {

struct Speaker {
  NounPhrase phrase;
  Cue cue = Cue::attribution;  ///< attribution, unnamed_source, allege or deny
};

/// The speakers of a frame in text order, each once. Those who mostly comment (politicians) are taken where they give
/// figures, and in politics, which is theirs.
std::vector<Speaker> find_speakers(const DocumentView& view, const Frame& frame, bool is_politics);

}  // namespace incidents
