#pragma once
/// Inflection: a lemma and the name of its paradigm → all its forms.
///
/// A paradigm is one or more rows of data/paradigms.tsv: each takes `strip` from the lemma's end and puts each of its
/// `endings` there. Only the rows with the longest `strip` that the lemma ends with are applied, so that one name serves
/// stems that end differently.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/source.h"

namespace incidents {

class Paradigms {
 public:
  Paradigms() = default;
  /// Reads the columns paradigm, strip, endings. Rows of an overlay's file replace the paradigms that it names.
  void add(const Sheet& sheet, Problems& problems);

  bool contains(std::string_view name) const { return paradigms_.contains(name); }
  /// Forms in the order of the rows, each once; empty where no row's `strip` fits the lemma's end. `lemma` as written.
  std::vector<std::string> inflect(std::string_view lemma, std::string_view paradigm) const;
  /// What the lemma may end with, for messages: "-aa, -i".
  std::string expected_ends(std::string_view paradigm) const;
  /// "; did you mean 'X'?" or "".
  std::string suggest(std::string_view name) const;

 private:
  struct Replacement {
    std::string strip;
    std::vector<std::string> endings;
  };
  std::map<std::string, std::vector<Replacement>, std::less<>> paradigms_;
};

}  // namespace incidents
