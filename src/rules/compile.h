#pragma once
/// Rule files → the program of the image section "rules", and the examples to be run on the finished image.
#include <string>
#include <vector>

#include "lexicon/source.h"
#include "lexicon/vocabulary.h"
#include "rules/rule.h"
#include "rules/rule_match.h"

namespace incidents {

/// An example with the rule that it belongs to and where to complain.
struct CompiledExample {
  RuleId rule = 0;
  PhaseId phase = 0;
  RuleExample example;
  Location at;
};

struct CompiledRules {
  std::vector<std::byte> section;
  std::vector<CompiledExample> examples;
};

/// What the compiled lexicon knows of attributes, so that a misspelt one in a rule is an error. Either may be empty:
/// then nothing is checked.
struct AttributeNames {
  std::vector<std::string> keys;                            ///< sorted
  std::vector<std::pair<std::string, std::string>> values;  ///< (key, value), sorted
};

/// Compiles every file of `files` below rules/; sets of a file named 00-sets.rules are known to all. Literal words are
/// interned in `vocabulary`, whose lexicon rows must be in already. Problems are appended; a bad rule is left out.
CompiledRules compile_rules(const DataFiles& files, Vocabulary& vocabulary, const AttributeNames& attributes,
                            Problems& problems);

}  // namespace incidents
