/// The lexicon half of the engine: data files → image → look-up.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "datac/compile.h"
#include "lexicon/image.h"
#include "lexicon/inflect.h"
#include "lexicon/lexicon.h"
#include "lexicon/source.h"
#include "lexicon/suggest.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents {
namespace {

using Strings = std::vector<std::string>;
using FileTexts = std::vector<std::pair<std::string, std::string>>;

constexpr const char* kClasses =
    "class\tmention\tdescription\nweapon\tweapon\tw\nverb\t-\tv\nnoun\t-\tn\ntrigger\ttrigger\tt\nplace\tplace\tp\n"
    "common\t-\tc\nmarker\t-\tm\n";
constexpr const char* kParadigms =
    "paradigm\tstrip\tendings\nm_c\t-\t- ों ो\nm_c\tु\tु ुओं\nf_ii\tी\tी ियां ियों\nv_c\t-\t- ा े ी कर ने\n";

DataFiles files_of(const FileTexts& texts, bool overlay = false) {
  DataFiles files;
  for (const auto& [name, contents] : texts) {
    files.push_back({name, contents, (overlay ? "mine/" : "data/") + name, overlay});
  }
  return files;
}

/// A small data folder whose lexicon/words.tsv has `rows` under a header of form, class, paradigm, attributes.
FileTexts folder(const std::string& rows, const FileTexts& more = {}) {
  FileTexts texts = {{"classes.tsv", kClasses},
                     {"lexicon/words.tsv", "form\tclass\tparadigm\tattributes\n" + rows},
                     {"paradigms.tsv", kParadigms}};
  texts.insert(texts.end(), more.begin(), more.end());
  return texts;
}

/// An image that compiled, and its view. Fails the test and views nothing where there were problems.
struct Built {
  explicit Built(Compiled compiled) : image(std::move(compiled.image)) {
    for (const Error& problem : compiled.problems) ADD_FAILURE() << problem.what();
    if (!image.empty()) lexicon.emplace(image);
  }
  std::vector<std::byte> image;
  std::optional<Lexicon> lexicon;
};

Built build(const FileTexts& base, const FileTexts& overlay = {}) {
  return Built(compile(files_of(base), files_of(overlay, true)));
}

/// What look-up finds in `text`, as "words=name/class", in order.
Strings found(const Lexicon& lexicon, const std::string& text) {
  const std::string normal = normalise(text);
  Tokens tokens;
  tokenise(normal, tokens);
  std::vector<LexicalMatch> matches;
  lexicon.look_up(normal, tokens.tokens, matches);
  Strings out;
  for (const LexicalMatch& match : matches) {
    const std::uint32_t begin = tokens.tokens[match.begin].begin;
    const std::uint32_t end = tokens.tokens[match.end - 1].end;
    out.push_back(normal.substr(begin, end - begin) + "=" + std::string(lexicon.string(lexicon.entry_name(match.entry))) +
                  "/" + std::string(lexicon.class_name(lexicon.entry_class(match.entry))));
  }
  return out;
}

TEST(Suggest, counts_edits_in_code_points) {
  struct Case {
    std::string_view a, b;
    std::size_t want;
  };
  for (const Case& c : std::initializer_list<Case>{{"", "", 0},
                                                   {"abc", "", 3},
                                                   {"weapon", "weapon", 0},
                                                   {"waepon", "weapon", 1},  // two neighbours swapped
                                                   {"wepon", "weapon", 1},
                                                   {"कलम", "कमल", 1},
                                                   {"घर", "घरों", 2}}) {
    EXPECT_EQ(edit_distance(c.a, c.b), c.want) << c.a << " " << c.b;
    EXPECT_EQ(edit_distance(c.b, c.a), c.want) << c.b << " " << c.a;
  }
}

TEST(Suggest, names_the_nearest_and_nothing_where_none_is_near) {
  const std::vector<std::string_view> known = {"weapon", "verb", "place"};
  EXPECT_EQ(did_you_mean("wepon", known), "; did you mean 'weapon'?");
  EXPECT_EQ(did_you_mean("plcae", known), "; did you mean 'place'?");
  EXPECT_EQ(did_you_mean("aircraft", known), "");
  EXPECT_EQ(did_you_mean("x", {}), "");
}

TEST(Inflect, gives_every_form_once_by_the_longest_strip_that_fits) {
  const DataFile file{"paradigms.tsv", kParadigms, "data/paradigms.tsv"};
  Problems problems;
  Paradigms paradigms;
  paradigms.add(Sheet(file, problems), problems);
  EXPECT_TRUE(problems.empty());
  EXPECT_EQ(paradigms.inflect("घर", "m_c"), (Strings{"घर", "घरों", "घरो"}));
  EXPECT_EQ(paradigms.inflect("साधु", "m_c"), (Strings{"साधु", "साधुओं"}));
  EXPECT_EQ(paradigms.inflect("गोली", "f_ii"), (Strings{"गोली", "गोलियां", "गोलियों"}));
  EXPECT_EQ(paradigms.inflect("किताब", "f_ii"), Strings{}) << "no strip fits";
  EXPECT_EQ(paradigms.inflect("घर", "m_x"), Strings{}) << "no such paradigm";
}

/// What a wrong data folder says, and the column of the caret (from 1, 0 for none).
struct Wrong {
  const char* name;
  FileTexts base;
  FileTexts overlay;
  std::string message;
  std::string file;
  std::uint32_t line;
  std::uint32_t column;
};

TEST(Compile, reports_what_is_wrong_with_place_and_suggestion) {
  const std::vector<Wrong> cases = {
      {"unknown class", folder("बम\tweapn\t-\t-\n"), {}, "unknown class 'weapn'; did you mean 'weapon'?",
       "data/lexicon/words.tsv", 2, 4},
      {"no class", folder("बम\t-\t-\t-\n"), {}, "row without a class", "data/lexicon/words.tsv", 2, 4},
      {"unknown paradigm", folder("बम\tweapon\tm_d\t-\n"), {}, "unknown paradigm 'm_d'; did you mean 'm_c'?",
       "data/lexicon/words.tsv", 2, 11},
      {"paradigm that does not fit", folder("बम\tweapon\tf_ii\t-\n"), {},
       "'बम' does not end as paradigm 'f_ii' wants (-ी)", "data/lexicon/words.tsv", 2, 1},
      {"unknown lemma", folder("मार\tverb\tv_c\t-\nगोली मर~\ttrigger\t-\t-\n"), {},
       "unknown lemma 'मर'; did you mean 'मार'?", "data/lexicon/words.tsv", 3, 6},
      {"unknown lemma in a later spelling", folder("मार\tverb\tv_c\t-\nहमला | गोली मर~\ttrigger\t-\t-\n"), {},
       "unknown lemma 'मर'; did you mean 'मार'?", "data/lexicon/words.tsv", 3, 13},
      {"tilde and paradigm", folder("मार\tverb\tv_c\t-\nगोली मार~\ttrigger\tv_c\t-\n"), {},
       "a word with '~' has its own paradigm", "data/lexicon/words.tsv", 3, 6},
      {"same key twice", folder("बम\tweapon\t-\t-\nतोप\tweapon\t-\t-\nबम\tweapon\t-\t-\n"), {},
       "'बम' is in this class already: data/lexicon/words.tsv:2", "data/lexicon/words.tsv", 4, 1},
      {"same key by folding", folder("हिन्दी\tcommon\t-\t-\nहिंदी\tcommon\t-\t-\n"), {},
       "'हिंदी' is in this class already: data/lexicon/words.tsv:2", "data/lexicon/words.tsv", 3, 1},
      {"empty spelling", folder("बम||तोप\tweapon\t-\t-\n"), {}, "empty spelling between '|'", "data/lexicon/words.tsv", 2,
       4},
      {"attribute without value", folder("बम\tweapon\t-\tkind=bomb;size\n"), {},
       "attribute 'size' is not of the form key=value", "data/lexicon/words.tsv", 2, 23},
      {"attribute twice", folder("बम\tweapon\t-\tkind=bomb;kind=mine\n"), {}, "attribute 'kind' is given twice",
       "data/lexicon/words.tsv", 2, 13},
      {"too many cells", folder("बम\tweapon\t-\t-\tx\n"), {}, "cell 5 of a row, but the header names 4 columns",
       "data/lexicon/words.tsv", 2, 15},
      {"column twice", folder("", {{"lexicon/x.tsv", "form\tclass\tform\nबम\tweapon\t-\n"}}), {},
       "column 'form' is named twice", "data/lexicon/x.tsv", 1, 12},
      {"missing column", folder("", {{"lexicon/x.tsv", "from\tclass\n"}}), {}, "no column 'form'; did you mean 'from'?",
       "data/lexicon/x.tsv", 1, 0},
      {"empty file", folder("", {{"lexicon/x.tsv", "# nothing\n"}}), {}, "no header line that names the columns",
       "data/lexicon/x.tsv", 0, 0},
      {"bad UTF-8", folder("बम\xff\tweapon\t-\t-\n"), {}, "not valid UTF-8", "data/lexicon/words.tsv", 2, 3},
      {"unknown folder", folder("", {{"lexcon/x.tsv", "form\tclass\n"}}), {},
       "rows belong into lexicon/ or gazetteer/, rules into rules/; did you mean 'lexicon'?", "data/lexcon/x.tsv", 0, 0},
      {"spelling that is none", folder("", {{"spelling.tsv", "variant\tstandard\nहिन्दी\tहिंदी\n"}}), {},
       "variant and standard must be two spellings that folding keeps apart", "data/spelling.tsv", 2, 1},
      {"overlay removes what is not there",
       folder("बम\tweapon\t-\t-\n"),
       {{"lexicon/mine.tsv", "form\tclass\n-बमम\tweapon\n"}},
       "no row 'बमम' of this class to remove; did you mean 'बम'?",
       "mine/lexicon/mine.tsv", 2, 2},
      {"overlay's table has another column",
       folder("", {{"events.tsv", "type\tlabel\nfire\tFire\n"}}),
       {{"events.tsv", "type\tlabl\nfire\tBlaze\n"}},
       "unknown column 'labl'; did you mean 'label'?", "mine/events.tsv", 0, 0},
      {"table key twice", folder("", {{"events.tsv", "*type\tlabel\nfire\tFire\nfire\tBlaze\n"}}), {},
       "a row of this key stands in line 2 already", "data/events.tsv", 3, 1},
      {"a word that its column may not hold",
       folder("", {{"columns.tsv", "*table\t*column\tholds\njoins\tcovers\tevents.type @events.category\n"},
                   {"events.tsv", "*type\tcategory\nfire\taccident\n"},
                   {"joins.tsv", "type\tcovers\nfire\tfire @acident\n"}}),
       {}, "unknown covers '@acident'; did you mean '@accident'?", "data/joins.tsv", 2, 11},
      {"a column's words of a table that is not there",
       folder("", {{"columns.tsv", "*table\t*column\tholds\njoins\tcovers\tevent.type\n"}, {"joins.tsv", "type\tcovers\n"}}), {},
       "no table has a column 'event.type'", "data/columns.tsv", 2, 14},
      {"abbreviation of no kind", folder("", {{"abbreviations.tsv", "form\tkind\nडॉ\tletters\n"}}), {},
       "unknown kind 'letters'; did you mean 'letter'?", "data/abbreviations.tsv", 2, 4},
  };
  for (const Wrong& wrong : cases) {
    SCOPED_TRACE(wrong.name);
    const Compiled compiled = compile(files_of(wrong.base), files_of(wrong.overlay, true));
    EXPECT_TRUE(compiled.image.empty());
    ASSERT_EQ(compiled.problems.size(), 1u) << (compiled.problems.empty() ? "" : compiled.problems[1].what());
    const Error& problem = compiled.problems[0];
    EXPECT_EQ(problem.code(), ErrorCode::data);
    EXPECT_EQ(problem.message(), wrong.message);
    EXPECT_EQ(problem.location().file, wrong.file);
    EXPECT_EQ(problem.location().line, wrong.line);
    EXPECT_EQ(problem.location().column, wrong.column);
  }
}

TEST(Compile, collects_all_problems_and_throws_the_first_with_their_number) {
  const Compiled compiled = compile(files_of(folder("बम\tweapn\t-\t-\nतोप\tweapon\tm_d\t-\nचाकू\twepon\t-\t-\n")));
  ASSERT_EQ(compiled.problems.size(), 3u);
  try {
    throw_if_any(compiled.problems);
    FAIL() << "nothing was thrown";
  } catch (const Error& error) {
    EXPECT_EQ(error.message(), "unknown class 'weapn'; did you mean 'weapon'? (and 2 more)");
    EXPECT_EQ(error.location().line, 2u);
  }
  EXPECT_NO_THROW(throw_if_any({}));
}

TEST(Compile, gives_the_same_bytes_for_the_same_files) {
  const auto base = files_of(folder("बम\tweapon\tm_c\tkind=bomb\nमार\tverb\tv_c\t-\n"));
  EXPECT_EQ(compile(base).image, compile(base).image);
}

TEST(Compile, an_overlay_of_nothing_changes_no_answer) {
  const auto base = folder("बम\tweapon\tm_c\tkind=bomb\n");
  EXPECT_EQ(found(*build(base).lexicon, "बमों"), found(*build(base, {{"lexicon/x.tsv", "form\tclass\n"}}).lexicon, "बमों"));
}

TEST(LookUp, finds_all_phrases_longest_first) {
  const Built built = build(folder("मार\tverb\tv_c\t-\n"
                                   "गोली\tweapon\tf_ii\t-\n"
                                   "गोली मार~\ttrigger\t-\t-\n"
                                   "आत्मघाती हमला\ttrigger\tm_c\t-\nबारूदी विस्फोट|बम विस्फोट\ttrigger\tm_c\t-\n"
                                   "हमला\ttrigger\t-\t-\n"
                                   "ऐन अल-असद\tplace\t-\t-\n"
                                   "के पास से\tmarker\t-\t-\n"
                                   "के पास\tmarker\t-\t-\n"
                                   "पास\tcommon\t-\t-\n"
                                   "बाल\tcommon\t-\t-\nबॉल\tweapon\t-\t-\nरॉकेट\tweapon\tm_c\t-\n",
                                   {{"spelling.tsv", "variant\tstandard\nराकिट\tरॉकेट\n"}}));
  ASSERT_TRUE(built.lexicon);
  const std::vector<std::pair<std::string, Strings>> cases = {
      {"कुछ नहीं", {}},
      {"गोलियों से", {"गोलियों=गोली/weapon"}},
      {"गोली मारकर", {"गोली मारकर=गोली मार/trigger", "गोली=गोली/weapon", "मारकर=मार/verb"}},
      {"गोली चली", {"गोली=गोली/weapon"}},
      {"मारा", {"मारा=मार/verb"}},
      {"बम विस्फोटों", {"बम विस्फोटों=बारूदी विस्फोट/trigger"}},
      {"आत्मघाती हमला", {"आत्मघाती हमला=आत्मघाती हमला/trigger", "हमला=हमला/trigger"}},
      {"ऐन अल-असद", {"ऐन अल-असद=ऐन अल-असद/place"}},
      {"ऐन अल असद", {"ऐन अल असद=ऐन अल-असद/place"}},
      {"ऐन-अल-असद", {"ऐन-अल-असद=ऐन अल-असद/place"}},
      {"ऐन - अल - असद", {}},  // a dash is no hyphen
      {"घर के पास से", {"के पास से=के पास से/marker", "के पास=के पास/marker", "पास=पास/common"}},
      {"के\n\nपास", {"पास=पास/common"}},  // not across paragraphs
      {"बाल", {"बाल=बाल/common"}},        // a word of its own is no variant of a loan
      {"राकेट", {"राकेट=रॉकेट/weapon"}},
      {"राकेटों", {"राकेटों=रॉकेट/weapon"}},
      {"राकिटों", {"राकिटों=रॉकेट/weapon"}},
  };
  for (const auto& [text, want] : cases) EXPECT_EQ(found(*built.lexicon, text), want) << text;
}

TEST(LookUp, gives_variants_the_standard_word_and_its_lemma) {
  const Built built = build(folder("रॉकेट\tweapon\tm_c\t-\n", {{"spelling.tsv", "variant\tstandard\nराकिट\tरॉकेट\n"}}));
  const Lexicon& lexicon = *built.lexicon;
  const WordId word = lexicon.find_word("रॉकेट");
  ASSERT_NE(word, 0u);
  EXPECT_EQ(lexicon.find_word("राकेट"), word);
  EXPECT_EQ(lexicon.find_word("राकिट"), word);
  EXPECT_EQ(lexicon.find_word("राकिटों"), lexicon.find_word("रॉकेटों"));
  EXPECT_EQ(lexicon.word_text(lexicon.find_word("राकिट")), "रॉकेट");
  EXPECT_EQ(lexicon.find_word("राकूट"), 0u);
  ASSERT_EQ(lexicon.lemmas(word).size(), 1u);
  EXPECT_EQ(lexicon.lemmas(word)[0], lexicon.find_lemma("रॉकेट"));
  EXPECT_EQ(lexicon.lemma_name(lexicon.lemmas(word)[0]), "रॉकेट");
  EXPECT_EQ(lexicon.find_lemma("राकूट"), kNone);
}

TEST(LookUp, gives_words_the_classes_of_their_one_word_rows) {
  const Built built = build(folder("बम\tweapon\tm_c\t-\nबम\tcommon\t-\t-\nदेसी बम\ttrigger\tm_c\t-\n"
                                   "मार\tverb\tv_c\t-\nमार~\ttrigger\t-\t-\n"));
  const Lexicon& lexicon = *built.lexicon;
  const auto classes = [&](std::string_view form) {
    Strings names;
    for (std::uint32_t id = 1; id < lexicon.class_count(); ++id) {
      if (lexicon.word_classes(lexicon.find_word(form)).test(id)) {
        names.emplace_back(lexicon.class_name(static_cast<ClassId>(id)));
      }
    }
    return names;
  };
  EXPECT_EQ(classes("बम"), (Strings{"weapon", "common"}));
  EXPECT_EQ(classes("बमों"), (Strings{"weapon"}));
  EXPECT_EQ(classes("देसी"), Strings{}) << "only one-word rows count";
  EXPECT_EQ(classes("मारकर"), (Strings{"verb", "trigger"}));
  EXPECT_EQ(classes("अनजान"), Strings{});
}

TEST(Entries, keep_name_attributes_and_source) {
  const Built built = build(folder("# a comment\n\nहथगोला | ग्रेनेड\tweapon\t-\tkind=grenade; model = f1\n"));
  const Lexicon& lexicon = *built.lexicon;
  ASSERT_EQ(lexicon.entry_count(), 1u);
  EXPECT_EQ(lexicon.string(lexicon.entry_name(0)), "हथगोला");
  EXPECT_EQ(lexicon.attribute(0, "kind"), "grenade");
  EXPECT_EQ(lexicon.attribute(0, "size"), "");
  EXPECT_EQ(lexicon.entry_source(0).file, "data/lexicon/words.tsv");
  EXPECT_EQ(lexicon.entry_source(0).line, 4u);
  EXPECT_EQ(lexicon.attribute(99, "kind"), "") << "no such entry";
  EXPECT_EQ(lexicon.find_string("grenade"), lexicon.entry_attribute(0, lexicon.find_string("kind")));
  EXPECT_EQ(lexicon.find_string("never written"), kNone);
}

TEST(Tables, keep_columns_cells_and_lines) {
  const Built built = build(folder("", {{"events.tsv", "category\t*type\tlabel\nattack\tbombing\tBombing\n\nunrest\triot\t-\n"}}));
  const Table table = built.lexicon->table("events");
  ASSERT_EQ(table.row_count(), 2u);
  EXPECT_EQ(table.find_column("type"), 1u);
  EXPECT_EQ(table.find_column("kind"), kNone);
  EXPECT_EQ(table.text(0, "type"), "bombing");
  EXPECT_EQ(table.text(1, "label"), "");
  EXPECT_EQ(table.text(2, "type"), "") << "no such row";
  EXPECT_EQ(table.source(1).file, "data/events.tsv");
  EXPECT_EQ(table.source(1).line, 4u);
  EXPECT_TRUE(built.lexicon->table("nothing").empty());
}

TEST(Overlay, adds_replaces_and_removes_rows) {
  const auto base = folder("बम\tweapon\tm_c\tkind=bomb\nतोप\tweapon\t-\t-\nबम\tcommon\t-\t-\n",
                           {{"events.tsv", "*type\tlabel\nfire\tFire\nriot\tRiot\n"}});
  const Built built = build(base, {{"events.tsv", "type\tlabel\nriot\tUnrest\n-fire\t-\nflood\tFlood\n"},
                                   {"lexicon/a.tsv", "form\tclass\tkind\nबम\tweapon\tmine\n-तोप\tweapon\t-\nनेज़ा\tweapon\tspear\n"}});
  const Lexicon& lexicon = *built.lexicon;
  EXPECT_EQ(found(lexicon, "बम तोप नेजा"), (Strings{"बम=बम/weapon", "बम=बम/common", "नेजा=नेज़ा/weapon"}));
  EXPECT_EQ(found(lexicon, "बमों"), Strings{}) << "the new row has no paradigm";
  EXPECT_EQ(lexicon.attribute(0, "kind"), "mine");
  EXPECT_EQ(lexicon.entry_source(0).file, "mine/lexicon/a.tsv");
  const Table table = lexicon.table("events");
  ASSERT_EQ(table.row_count(), 2u);
  EXPECT_EQ(table.text(0, "label"), "Unrest");
  EXPECT_EQ(table.text(1, "type"), "flood");
}

TEST(Overlay, removes_the_namesake_that_it_describes) {
  const auto base = folder("", {{"gazetteer/p.tsv", "form\tclass\tadmin1\nहमीरपुर\tplace\tउत्तर प्रदेश\nहमीरपुर\tplace\tहिमाचल\n"}});
  EXPECT_EQ(build(base).lexicon->entry_count(), 2u);
  const Built one = build(base, {{"gazetteer/q.tsv", "form\tclass\tadmin1\n-हमीरपुर\tplace\tहिमाचल\n"}});
  ASSERT_EQ(one.lexicon->entry_count(), 1u);
  EXPECT_EQ(one.lexicon->attribute(0, "admin1"), "उत्तर प्रदेश");
  EXPECT_EQ(build(base, {{"gazetteer/q.tsv", "form\tclass\n-हमीरपुर\tplace\n"}}).lexicon->entry_count(), 0u);
}

TEST(Overlay, random_ones_agree_with_a_plain_map) {
  std::mt19937 random(20240726);
  const Strings words = {"बम", "तोप", "चाकू", "लाठी", "नेजा"};
  const Strings classes = {"weapon", "common"};
  for (int round = 0; round < 200; ++round) {
    std::map<std::pair<std::string, std::string>, std::string> model;
    std::string base;
    std::string overlay = "form\tclass\tattributes\n";
    const auto pick = [&](const Strings& from) { return from[random() % from.size()]; };
    for (int i = 0; i < 6; ++i) {
      const auto key = std::pair(pick(words), pick(classes));
      const std::string size = std::to_string(random() % 9);
      if (model.emplace(key, size).second) base += key.first + "\t" + key.second + "\t-\tsize=" + size + "\n";
    }
    std::set<std::pair<std::string, std::string>> touched;
    for (int i = 0; i < 4; ++i) {
      const auto key = std::pair(pick(words), pick(classes));
      if (!touched.insert(key).second) continue;
      if (model.contains(key) && random() % 2 == 0) {
        model.erase(key);
        overlay += "-" + key.first + "\t" + key.second + "\t-\n";
      } else {
        model[key] = "9" + std::to_string(i);
        overlay += key.first + "\t" + key.second + "\tsize=" + model[key] + "\n";
      }
    }
    const Built built = build(folder(base), {{"lexicon/mine.tsv", overlay}});
    ASSERT_TRUE(built.lexicon) << base << overlay;
    std::map<std::pair<std::string, std::string>, std::string> got;
    for (EntryId id = 0; id < built.lexicon->entry_count(); ++id) {
      got[{std::string(built.lexicon->string(built.lexicon->entry_name(id))),
           std::string(built.lexicon->class_name(built.lexicon->entry_class(id)))}] = built.lexicon->attribute(id, "size");
    }
    ASSERT_EQ(got, model) << base << overlay;
  }
}

TEST(Overlay, lies_over_the_files_that_the_image_carries) {
  const auto base = folder("बम\tweapon\tm_c\tkind=bomb\n", {{"events.tsv", "type\tlabel\nfire\tFire\n"}});
  const Built built = build(base);
  const DataFiles carried = source_files(*built.lexicon);
  ASSERT_EQ(carried.size(), base.size());
  for (std::size_t i = 0; i < base.size(); ++i) {
    EXPECT_EQ(carried[i].name, base[i].first);
    EXPECT_EQ(carried[i].contents, base[i].second);
    EXPECT_EQ(carried[i].shown, "data/" + base[i].first);
  }
  EXPECT_EQ(compile(carried).image, built.image);
}

TEST(Examples, are_checked_on_the_finished_image) {
  bool called = false;
  const auto check = [&](const Lexicon& lexicon, std::span<const CompiledExample>, Problems& problems) {
    called = true;
    EXPECT_NE(lexicon.find_word("बम"), 0u);
    problems.push_back(data_error("data/rules/10-x.rules", 3, 1, "yes = …", "does not hold"));
  };
  const Compiled compiled = compile(files_of(folder("बम\tweapon\t-\t-\n")), {}, check);
  EXPECT_TRUE(called);
  EXPECT_TRUE(compiled.image.empty());
  EXPECT_EQ(compiled.problems.size(), 1u);
}

std::vector<std::byte> small_image() {
  ImageWriter writer;
  writer.add_section("first", std::string_view("abc"));
  writer.add_section("second", std::vector<std::uint32_t>{1, 2, 3});
  return writer.write();
}

TEST(Image, gives_back_its_sections) {
  const auto image = small_image();
  const ImageView view(image);
  EXPECT_EQ(view.text("first"), "abc");
  const auto records = view.records<std::uint32_t>("second");
  EXPECT_EQ(std::vector(records.begin(), records.end()), (std::vector<std::uint32_t>{1, 2, 3}));
  EXPECT_EQ(reinterpret_cast<std::uintptr_t>(records.data()) % 8, 0u);
  EXPECT_TRUE(view.section("third").empty());
  EXPECT_NO_THROW(view.verify());
  EXPECT_EQ(view.hash().size(), 16u);
}

TEST(Image, refuses_any_damaged_byte_of_its_header) {
  const auto image = small_image();
  for (std::size_t i = 0; i < 64 + 2 * 32; ++i) {
    auto damaged = image;
    damaged[i] ^= std::byte{0x10};
    EXPECT_THROW(ImageView{damaged}, Error) << "byte " << i;
  }
}

TEST(Image, finds_any_damaged_byte_of_its_contents_when_asked) {
  const auto image = small_image();
  for (std::size_t i = 64 + 2 * 32; i < image.size(); ++i) {
    auto damaged = image;
    damaged[i] ^= std::byte{0x10};
    const ImageView view(damaged);
    EXPECT_THROW(view.verify(), Error) << "byte " << i;
  }
}

TEST(Image, refuses_what_is_cut_off_or_crooked) {
  auto image = small_image();
  for (const std::size_t size : {std::size_t{0}, std::size_t{8}, std::size_t{63}, std::size_t{100}, image.size() - 1}) {
    EXPECT_THROW(ImageView(std::span(image).first(size)), Error) << size;
  }
  image.insert(image.begin(), std::byte{0});
  EXPECT_THROW(ImageView(std::span(image).subspan(1)), Error) << "not aligned";
  EXPECT_THROW(Lexicon{small_image()}, Error) << "no sections of a lexicon";
}

}  // namespace
}  // namespace incidents
