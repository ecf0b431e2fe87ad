#pragma once
/// A small language of its own for tests of rules: words, lemmas and classes that a reader can keep in mind.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "datac/compile.h"
#include "lexicon/lexicon.h"
#include "rules/rules.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents::testing {

inline const std::string kClasses =
    "class\tmention\tdescription\n"
    "number_word\t-\tn\nperson_common\tactor\tp\narms\tweapon\tw\nsignal\ttrigger\tt\neffect\teffect\te\n"
    "marker\t-\tm\nverb\t-\tv\nnoun\t-\tn\nconjunction\t-\tc\nadjective\t-\ta\nplace\tplace\tp\ndaypart\t-\td\n";

inline const std::string kParadigms =
    "paradigm\tstrip\tendings\n"
    "v_c\t-\tना ा े ी कर\n"
    "v_jaa\tजा\tजाना गया गए गई जाए\n"
    "m_c\t-\t- ों\n";

inline const std::string kWords =
    "form\tclass\tparadigm\tattributes\n"
    "मार\tverb\tv_c\t\n"
    "जा\tverb\tv_jaa\t\n"
    "लोग\tperson_common\tm_c\tkind=civilian;group=person\n"
    "जवान\tperson_common\tm_c\tkind=military;group=soldier\n"
    "बम\tarms\tm_c\tkind=bomb\n"
    "देसी बम\tarms\tm_c\tkind=homemade_bomb\n"
    "धमाका\tsignal\t\ttype=explosion\n"
    "बम धमाका\tsignal\t\ttype=bombing\n"
    "हमला\tsignal\t\ttype=attack\n"
    "घायल\teffect\t\teffect=injured\n"
    "मौत\teffect\t\teffect=killed\n"
    "ने\tmarker\t\tcase=ne\n"
    "को\tmarker\t\tcase=ko\n"
    "में\tmarker\t\tcase=mein\n"
    "के पास\tmarker\t\tcase=ke_paas\n"
    "और\tconjunction\t\tjoins=noun\n"
    "लेकिन\tconjunction\t\tjoins=clause\n"
    "राजपुर\tplace\t\tkind=city\n";

inline DataFiles data_files(std::string rules, std::string name = "rules/10-test.rules") {
  DataFiles files{{"classes.tsv", kClasses, "classes.tsv"},
                  {"lexicon/words.tsv", kWords, "lexicon/words.tsv"},
                  {"paradigms.tsv", kParadigms, "paradigms.tsv"}};
  files.push_back({name, std::move(rules), name});
  return files;
}

/// A rule with examples that nothing runs.
inline std::string rule(std::string_view name, std::string_view match, std::string_view make = "noun") {
  return "rule " + std::string(name) + "\n  match = " + std::string(match) + "\n  make = " + std::string(make) +
         "\n  yes = क\n  no = ख\n";
}

/// The compiled small language with some rules.
struct Language {
  explicit Language(const DataFiles& files) : compiled(compile(files)) {
    for (const Error& problem : compiled.problems) ADD_FAILURE() << problem.what();
  }
  Compiled compiled;
  Lexicon lexicon{compiled.image};
  Rules rules{lexicon};
};

/// One text, looked up.
struct Text {
  Text(const Lexicon& lexicon, std::string_view written) : normal(normalise(written)) {
    tokenise(normal, tokens);
    lexicon.look_up(normal, tokens.tokens, phrases);
    lattice.open(lexicon, normal, tokens.tokens, tokens.sentences, phrases);
    lattice.set_mentions(mentions);
  }
  std::string words(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return {};
    return normal.substr(tokens.tokens[begin].begin, tokens.tokens[end - 1].end - tokens.tokens[begin].begin);
  }
  std::string normal;
  Tokens tokens;
  std::vector<LexicalMatch> phrases;
  Mentions mentions;
  Lattice lattice;
};

}  // namespace incidents::testing
