#pragma once
/// The rows of lexicon and gazetteer files: checked, merged with those of an overlay, their forms taken apart and
/// inflected.
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/inflect.h"
#include "lexicon/source.h"
#include "lexicon/vocabulary.h"

namespace incidents {

/// A word of a phrase in normal form, or the name of a lemma any form of which will do.
struct PhraseWord {
  std::string normal;
  bool is_lemma = false;
  std::uint32_t into = 0;  ///< code points from the begin of the row's form cell, for messages
};
using Phrase = std::vector<PhraseWord>;

/// One spelling of a row (what stands between two '|').
struct Spelling {
  std::string written;          ///< without the '~' of its words
  std::vector<Phrase> phrases;  ///< one, or one for each form of its last word
};

struct LexiconRow {
  const Sheet* sheet = nullptr;
  const Sheet::Row* row = nullptr;
  ClassId class_id = 0;
  std::string_view paradigm;
  std::vector<Spelling> spellings;  ///< the first one names the entry
  std::vector<std::pair<std::string_view, std::string_view>> attributes;

  /// True for a word with a paradigm: it defines a lemma.
  bool is_lemma(const Spelling& spelling) const {
    return !paradigm.empty() && spelling.phrases.front().size() == 1 && !spelling.phrases.front()[0].is_lemma;
  }
};

/// Reads the rows of all `sheets` (those of an overlay last). Unknown classes and paradigms, repeated keys, forms that
/// cannot be read and removals of nothing go to `problems`.
std::vector<LexiconRow> read_lexicon_rows(const std::vector<Sheet>& sheets, const Vocabulary& vocabulary,
                                          const Paradigms& paradigms, Problems& problems);

}  // namespace incidents
