/// The data folder itself: that all of it compiles, can be found, and is of one piece.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

#include "datac/compile.h"
#include "events/event_types.h"
#include "lexicon/abbreviations.h"
#include "lexicon/inflect.h"
#include "lexicon/lexicon.h"
#include "mentions/examples.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents {
namespace {

using Strings = std::vector<std::string>;

class Data : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    files_ = new DataFiles(read_data_files(INCIDENTS_SOURCE_DIR "/data", "data"));
    compiled_ = new Compiled(compile(*files_, {}, check_examples));  // every example of every rule is a case
    for (const Error& problem : compiled_->problems) ADD_FAILURE() << problem.what();
    if (!compiled_->image.empty()) lexicon_ = new Lexicon(compiled_->image);
  }
  static void TearDownTestSuite() {
    delete lexicon_;
    delete compiled_;
    delete files_;
  }
  void SetUp() override { ASSERT_NE(lexicon_, nullptr) << "the data does not compile"; }

  static Sheet sheet(const std::string& name) {
    static Problems problems;
    for (const DataFile& file : *files_) {
      if (file.name == name) return Sheet(file, problems);
    }
    throw std::runtime_error("no " + name);
  }

  static inline DataFiles* files_ = nullptr;
  static inline Compiled* compiled_ = nullptr;
  static inline Lexicon* lexicon_ = nullptr;
};

TEST_F(Data, compiles_to_the_same_bytes_again) { EXPECT_EQ(compile(*files_).image, compiled_->image); }

TEST_F(Data, image_stays_small) { EXPECT_LT(compiled_->image.size(), std::size_t{20} << 20); }

TEST_F(Data, every_row_is_found_by_its_name) {
  const Abbreviations abbreviations = read_abbreviations(*lexicon_);
  Tokens tokens;
  std::vector<LexicalMatch> matches;
  std::size_t lost = 0;
  for (EntryId id = 0; id < lexicon_->entry_count(); ++id) {
    const std::string name(lexicon_->string(lexicon_->entry_name(id)));
    const std::string normal = normalise(name);
    tokenise(normal, tokens, {.abbreviations = &abbreviations, .capitals = {}});
    lexicon_->look_up(normal, tokens.tokens, matches);
    bool is_found = false;
    for (const LexicalMatch& match : matches) is_found |= match.entry == id && match.begin == 0;
    if (!is_found && ++lost <= 20) {
      const SourceLine source = lexicon_->entry_source(id);
      ADD_FAILURE() << source.file << ":" << source.line << ": " << name << " is not found";
    }
  }
  EXPECT_EQ(lost, 0u);
}

TEST_F(Data, paradigms_give_the_forms_that_readers_know) {
  Problems problems;
  Paradigms paradigms;
  paradigms.add(sheet("paradigms.tsv"), problems);
  ASSERT_TRUE(problems.empty());
  struct Case {
    const char* lemma;
    const char* paradigm;
    Strings forms;
  };
  const std::vector<Case> cases = {
      {"लड़का", "m_aa", {"लड़का", "लड़के", "लड़कों", "लड़को"}},
      {"कुआं", "m_aa", {"कुआं", "कुएं", "कुओं"}},
      {"घर", "m_c", {"घर", "घरों"}},
      {"नेता", "m_c", {"नेता", "नेताओं"}},
      {"साधु", "m_c", {"साधु", "साधुओं"}},
      {"आदमी", "m_ii", {"आदमी", "आदमियों"}},
      {"व्यक्ति", "m_ii", {"व्यक्ति", "व्यक्तियों"}},
      {"डाकू", "m_uu", {"डाकू", "डाकुओं"}},
      {"लड़की", "f_ii", {"लड़की", "लड़कियां", "लड़कियों"}},
      {"कार्रवाई", "f_ii", {"कार्रवाई", "कार्रवाइयां", "कार्रवाइयों"}},
      {"चिड़िया", "f_iyaa", {"चिड़िया", "चिड़ियां", "चिड़ियों"}},
      {"किताब", "f_c", {"किताब", "किताबें", "किताबों"}},
      {"महिला", "f_aa", {"महिला", "महिलाएं", "महिलाओं"}},
      {"वस्तु", "f_uu", {"वस्तु", "वस्तुएं", "वस्तुओं"}},
      {"बड़ा", "adj_aa", {"बड़ा", "बड़े", "बड़ी"}},
      {"दायां", "adj_aa", {"दायां", "दाएं", "दाईं"}},
      {"मार", "v_c",
       {"मार", "मारा", "मारे", "मारी", "मारीं", "मारकर", "मारके", "मारता", "मारते", "मारती", "मारने", "मारना", "मारनी",
        "मारेगा", "मारेंगे", "मारेंगी", "मारें", "मारो", "मारिए", "मारूं", "मारूंगा"}},
      {"जला", "v_aa", {"जला", "जलाया", "जलाए", "जलाई", "जलाईं", "जलाकर", "जलाता", "जलाने", "जलाएगा", "जलाएंगे", "जलाओ", "जलाइए"}},
      {"आ", "v_aa", {"आ", "आया", "आए", "आई", "आईं", "आकर", "आता", "आने", "आएगा", "आएंगे", "आइए"}},
      {"खो", "v_o", {"खोया", "खोए", "खोई", "खोकर", "खोता", "खोने", "खोएगा"}},
      {"पी", "v_pii", {"पिया", "पिए", "पी", "पीकर", "पीता", "पीने", "पिएगा", "पीएंगे", "पीजिए"}},
      {"छू", "v_uu", {"छुआ", "छुए", "छुई", "छूकर", "छूता", "छूने", "छुएगा"}},
      {"कर", "v_kar", {"कर", "किया", "किए", "की", "कीं", "करके", "करता", "करने", "करेगा", "करें", "कीजिए"}},
      {"जा", "v_jaa", {"जा", "गया", "गए", "गई", "गईं", "जाकर", "जाता", "जाने", "जाएगा", "जाएंगे", "जाए", "जाइए"}},
      {"ले", "v_le", {"ले", "लिया", "लिए", "ली", "लीं", "लेकर", "लेता", "लेने", "लेगा", "लें", "लीजिए"}},
      {"दे", "v_de", {"दे", "दिया", "दिए", "दी", "दीं", "देकर", "देता", "देने", "देगा", "दें", "दीजिए"}},
      {"हो", "v_ho", {"हो", "हुआ", "हुए", "हुई", "हुईं", "होकर", "होता", "होने", "है", "हैं", "था", "थे", "थी", "थीं", "होगा", "होंगे", "होंगी"}},
  };
  for (const Case& c : cases) {
    const Strings got = paradigms.inflect(c.lemma, c.paradigm);
    const std::set<std::string> forms(got.begin(), got.end());
    EXPECT_EQ(forms.size(), got.size()) << c.lemma;
    for (const std::string& form : c.forms) EXPECT_TRUE(forms.contains(form)) << c.lemma << " " << form;
  }
}

TEST_F(Data, inflected_words_lead_to_their_lemma) {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"मारे", "मार"}, {"गईं", "जा"},      {"हुए", "हो"},      {"किए", "कर"},        {"फूंक", "फूंक"},
      {"दबोचा", "दबोच"}, {"गोलियां", "गोली"}, {"घटनाओं", "घटना"}, {"मुठभेडों", "मुठभेड़"}, {"गयी", "जा"}};
  for (const auto& [form, lemma] : cases) {
    const WordId word = lexicon_->find_word(normalise(form));
    const LemmaId wanted = lexicon_->find_lemma(normalise(lemma));
    ASSERT_NE(wanted, kNone) << lemma;
    const auto lemmas = lexicon_->lemmas(word);
    EXPECT_NE(std::find(lemmas.begin(), lemmas.end(), wanted), lemmas.end()) << form;
  }
}

/// The values of a column, without empty cells.
std::set<std::string> column_values(const Table& table, std::string_view column) {
  std::set<std::string> values;
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    if (const auto value = table.text(row, column); !value.empty()) values.emplace(value);
  }
  return values;
}

/// The values that entries of a class give an attribute; alternatives between '|' count one by one.
std::set<std::string> attribute_values(const Lexicon& lexicon, std::string_view class_name, std::string_view key) {
  std::set<std::string> values;
  for (EntryId id = 0; id < lexicon.entry_count(); ++id) {
    if (lexicon.class_name(lexicon.entry_class(id)) != class_name) continue;
    std::string_view rest = lexicon.attribute(id, key);
    while (!rest.empty()) {
      const std::size_t bar = std::min(rest.find('|'), rest.size());
      values.emplace(rest.substr(0, bar));
      rest.remove_prefix(std::min(bar + 1, rest.size()));
    }
  }
  return values;
}

TEST_F(Data, every_event_type_has_a_trigger_and_every_trigger_a_type) {
  const std::set<std::string> types = column_values(lexicon_->table("events"), "type");
  const std::set<std::string> triggered = attribute_values(*lexicon_, "trigger", "type");
  for (const std::string& type : types) EXPECT_TRUE(triggered.contains(type)) << "no trigger gives " << type;
  for (const std::string& type : triggered) EXPECT_TRUE(types.contains(type)) << "events.tsv has no type " << type;
}

TEST_F(Data, roles_name_known_events_and_markers) {
  const Table events = lexicon_->table("events");
  std::set<std::string> known = column_values(events, "type");
  for (const std::string& category : column_values(events, "category")) known.insert("@" + category);
  known.insert("*");
  std::set<std::string> markers = attribute_values(*lexicon_, "marker", "case");
  markers.insert("nom");
  const Table roles = lexicon_->table("roles");
  ASSERT_FALSE(roles.empty());
  for (const std::string& event : column_values(roles, "event")) EXPECT_TRUE(known.contains(event)) << event;
  for (const std::string& marker : column_values(roles, "marker")) EXPECT_TRUE(markers.contains(marker)) << marker;
}

TEST_F(Data, conduct_is_a_type_s_own_or_its_category_s) {
  const EventTypes types(*lexicon_);
  const auto type = [&](std::string_view name) -> const EventType& { return types[types.find(lexicon_->find_string(name))]; };
  EXPECT_TRUE(type("bombing").outlaws_did_it);
  EXPECT_FALSE(type("mob_violence").outlaws_did_it);
  EXPECT_TRUE(type("robbery").outlaws_did_it);
  EXPECT_FALSE(type("murder").outlaws_did_it);
  EXPECT_TRUE(type("armed_clash").exchange);
  EXPECT_FALSE(type("shooting").exchange);
  EXPECT_TRUE(type("kidnapping").unmarked_doer);
  EXPECT_FALSE(type("bombing").unmarked_doer);
  EXPECT_EQ(type("airstrike").owner, DeedOwner::states);
  EXPECT_EQ(type("ambush").owner, DeedOwner::fighters);
  EXPECT_EQ(type("protest").owner, DeedOwner::anybody);
  EXPECT_EQ(type("riot").owner, DeedOwner::none);
}

TEST_F(Data, classes_make_mentions_of_known_kinds) {
  const std::set<std::string> known = {"number", "date",   "place", "actor", "weapon", "trigger",
                                       "count",  "effect", "cue",   "other", "-"};
  for (const std::string& kind : column_values(lexicon_->table("classes"), "mention")) {
    EXPECT_TRUE(known.contains(kind)) << kind;
  }
}

}  // namespace
}  // namespace incidents
