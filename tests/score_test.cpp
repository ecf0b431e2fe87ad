/// `incidents score`: its figures are those of the reference scorer, and the pieces they are made of.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "incidents/extractor.h"
#include "program.h"
#include "score/figures.h"
#include "score/pairing.h"
#include "score/read.h"

namespace incidents::score {
namespace {

using nlohmann::json;
using test::read_file;

const std::string kBenchmark = INCIDENTS_SOURCE_DIR "/tests/benchmark";

const Conventions& conventions() {
  static const Conventions conventions = [] {
    const Extractor extractor;
    return Conventions(extractor.table("score"), extractor.table("events"));
  }();
  return conventions;
}

class Score : public test::ProgramTest {};

TEST_F(Score, figures_equal_those_of_the_reference_scorer) {
  // Computed from the same labels and answers by the scorer in Python that the rules of scoring were first written in.
  const json want = json::parse(R"({"articles": 5, "answered": 5, "exit": 0,
    "incident_f1": 0.875, "incident_typed_f1": 0.75, "type_accuracy_of_matched": 0.857, "main_recall": 0.667,
    "main_agreement": 0.769, "quiet_clean": 0.0, "false_alarms": 1, "date_f1": 0.75, "date_all_f1": 0.667,
    "place_f1": 0.786, "place_all_f1": 0.688, "places_f1": 0.82, "places_all_f1": 0.735, "country_f1": 1.0,
    "country_all_f1": 0.875, "killed_f1": 1.0, "killed_all_f1": 0.947, "injured_f1": 0.5, "injured_all_f1": 0.5,
    "missing_f1": 1.0, "missing_all_f1": 1.0, "detained_f1": 0.0, "detained_all_f1": 0.0, "rescued_f1": 1.0,
    "rescued_all_f1": 1.0, "displaced_f1": 1.0, "displaced_all_f1": 1.0, "perpetrators_f1": 0.533,
    "perpetrators_all_f1": 0.533, "targets_f1": 0.778, "targets_all_f1": 0.7, "sources_f1": 0.762,
    "sources_all_f1": 0.762, "weapons_f1": 1.0, "weapons_all_f1": 0.923, "aggregate_f1": 0.667,
    "aggregate_all_f1": 0.5, "occurrences_f1": 1.0, "occurrences_all_f1": 1.0, "claim_f1": 0.8,
    "claim_all_f1": 0.8, "damage_f1": 1.0, "damage_all_f1": 1.0})");
  const auto ran = incidents("score " + kBenchmark + "/gold --ids a11,c04,d01,e07,e10 --program-output " + kBenchmark +
                             "/sample.ndjson --json");
  ASSERT_EQ(ran.code, 0) << ran.err;
  const json got = json::parse(ran.out);
  ASSERT_EQ(got.size(), want.size());
  for (const auto& [key, value] : want.items()) EXPECT_EQ(got.value(key, json()), value) << key;
}

TEST_F(Score, running_the_extractor_is_scoring_what_it_prints) {
  const std::string article = "c01";
  const json labels = json::parse(read_file(kBenchmark + "/gold/" + article + ".json"));
  write("in.ndjson", json{{"id", article},
                          {"text", read_file(kBenchmark + "/text/" + article + ".txt")},
                          {"date", labels.at("published")}}.dump() + "\n");
  const auto saved = script("incidents parse in.ndjson --format ndjson | incidents score " + kBenchmark +
                            "/gold --ids c01 --program-output - --errors 100");
  const auto direct = incidents("score " + kBenchmark + "/gold --ids c01 --errors 100");
  ASSERT_EQ(saved.code, 0) << saved.err;
  EXPECT_EQ(direct.out, saved.out);
  EXPECT_NE(direct.out.find("1 articles, 1 answered"), std::string::npos) << direct.out;
}

TEST_F(Score, mistakes_say_what_was_wanted_and_what_was_said) {
  write("gold/x.json", R"({"id": "x", "published": "2024-07-26", "incidents": [
    {"type": "fire", "date": {"start": "2024-07-25", "end": "2024-07-25"}, "places": ["रामनगर"],
     "killed": {"min": 3, "max": 3}, "injured": {"min": 24, "max": null}},
    {"type": "flood", "places": ["काशीपुर"]}]})");
  write("gold/y.json", R"({"id": "y", "incidents": []})");
  const json x = json::parse(R"({"document": {"id": "x"}, "incidents": [
    {"type": "explosion", "date": {"start": "2024-07-24", "end": "2024-07-24"}, "locations": [{"name": "रामनगर"}],
     "casualties": {"killed": {"min": 3, "max": 3}, "injured": {"min": 12, "max": 12}}}]})");
  const json y = json::parse(R"({"id": "y", "incidents": [{"type": "riot", "evidence": [{"text": "दंगा\u001b[2J"}]}]})");
  write("out.ndjson", x.dump() + "\n" + y.dump() + "\n");
  const auto ran = incidents("score gold --program-output out.ndjson --errors 9");
  ASSERT_EQ(ran.code, 0) << ran.err;
  EXPECT_EQ(ran.out.substr(ran.out.find("\nx  ")),
            "\nx  fire  date  wanted: 2024-07-25  said: 2024-07-24\n"
            "x  fire  injured  wanted: 24…  said: 12\n"
            "x  fire  type  wanted: fire  said: explosion\n"
            "x  flood  missed  wanted: काशीपुर\n"
            "y  riot  false alarm  said: दंगा\uFFFD[2J\n");
}

TEST_F(Score, what_cannot_be_read_is_named) {
  write("gold/x.json", R"({"id": "x", "incidents": []})");
  write("bad/x.json", R"({"id": "x", "incidents": [{"date": null}]})");
  write("out.ndjson", "{\"id\": \"x\", \"incidents\": []}\n{\"id\": \"x\", \"incidents\": 7}\n");
  const struct {
    std::string arguments, says;
    int code;
  } rows[] = {
      {"nowhere", "nowhere: No such file", 1},
      {"gold", "no text of these labels", 1},
      {"gold --ids 'z*' --program-output out.ndjson", "no labels", 1},
      {"gold --program-output out.ndjson", "out.ndjson:2: \"incidents\" is no list", 1},
      {"gold --program-output gold", "gold: Is a directory", 1},
      {"bad --program-output out.ndjson", "bad/x.json: an incident without a \"type\"", 1},
      {"gold --json --errors 3", "excludes", 2},
  };
  for (const auto& row : rows) {
    const auto ran = incidents("score " + row.arguments);
    EXPECT_EQ(ran.code, row.code) << row.arguments;
    EXPECT_NE(ran.err.find(row.says), std::string::npos) << row.arguments << ": " << ran.err;
  }
}

TEST(Names, share_half_of_the_shorter_ones_content_words) {
  const struct {
    const char *a, *b;
    bool same;
  } rows[] = {
      {"रामनगर", "रामनगर", true},
      {"रामनगर", "काशीपुर", false},
      {"रामनगर के बाज़ार", "रामनगर", true},
      {"पुलिस अधीक्षक", "ज़िला पुलिस", true},             // one of two words
      {"पुलिस अधीक्षक राम सिंह", "ज़िला पुलिस बल", false},  // one of three
      {"तीन बंदूकधारियों", "बंदूकधारी", true},             // endings
      {"बाज़ार", "बाजार", true},                        // nukta
      {"हिन्दू सेना", "हिंदू दल", true},                   // a nasal before a consonant
      {"आँधी", "आंधी", true},                          // chandrabindu
      {"१२ लोग", "12 जवान", true},                     // digits
      {"AK-47", "ak 47 राइफल", true},
      {"के द्वारा", "के द्वारा", false},  // function words alone
      {"चोर", "चोरी", true},
      {"चो", "चोर", false},
      {"घर", "घरे", false},  // words of three letters keep them
      {"", "", false},
  };
  for (const auto& row : rows) {
    EXPECT_EQ(conventions().names().same(row.a, row.b), row.same) << row.a << " / " << row.b;
    EXPECT_EQ(conventions().names().same(row.b, row.a), row.same) << row.b << " / " << row.a;
  }
}

Label label_of(const std::string& incident) {
  return read_labels(R"({"id": "x", "incidents": [)" + incident + "]}").incidents.at(0);
}

Answer answer_of(const std::string& incident) {
  Answers answers;
  read_answer(R"({"id": "x", "incidents": [)" + incident + "]}", answers);
  return answers.at("x").at(0);
}

TEST(Pairing, weighs_type_place_toll_and_date) {
  const Label fire = label_of(R"({"type": "fire", "also_ok": ["explosion"], "places": ["रामनगर", "नैनीताल"],
    "date": {"start": "2024-07-20", "end": "2024-07-25"}, "killed": {"min": 3, "max": 3}, "killed_ok": [{"min": 4, "max": 4}],
    "injured": {"min": 24, "max": null}})");
  const struct {
    const char* answer;
    double want;
  } rows[] = {
      {R"({"type": "fire"})", 3},
      {R"({"type": "explosion"})", 3},
      {R"({"type": "fire", "locations": [{"name": "काशीपुर"}, {"name": "रामनगर"}]})", 5},
      {R"({"type": "fire", "locations": [{"name": "काशीपुर", "admin2": "रामनगर"}]})", 3},
      {R"({"type": "fire", "casualties": {"killed": {"min": 3, "max": 3}, "injured": {"min": 24, "max": null}}})", 6},
      {R"({"type": "fire", "casualties": {"killed": {"min": 4, "max": 4}, "injured": {"min": 24, "max": 24}}})", 4.5},
      {R"({"type": "fire", "date": {"start": "2024-07-25", "end": null}})", 4},
      {R"({"type": "fire", "date": {"start": "2024-07-26", "end": "2024-07-27"}})", 3},
      {R"({"type": "fire", "aggregate": true})", 1.5},
      {R"({"type": "stampede"})", 0},
      {R"({"type": "stampede", "locations": [{"name": "रामनगर"}]})", 3.5},
      {R"({"type": "flood", "locations": [{"name": "रामनगर"}]})", 0},
      {R"({"type": "flood", "locations": [{"name": "रामनगर"}], "casualties": {"killed": {"min": 3, "max": 3}}})", 4},
      {R"({"type": "flood", "aggregate": true, "locations": [{"name": "रामनगर"}], "date": {"start": "2024-07-21"}})", 2},
      {R"({"type": "meeting", "locations": [{"name": "रामनगर"}], "casualties": {"killed": {"min": 3, "max": 3}}})", 0},
      {R"({"type": "no_such_type"})", 0},
  };
  for (const auto& row : rows) {
    EXPECT_DOUBLE_EQ(similarity(conventions(), fire, answer_of(row.answer), "2024-07-26"), row.want) << row.answer;
  }
}

TEST(Pairing, takes_the_best_pairs_first_and_each_answer_once) {
  const std::vector<Label> labels = {label_of(R"({"type": "fire", "places": ["काशीपुर"]})"),
                                     label_of(R"({"type": "fire", "places": ["रामनगर"]})"),
                                     label_of(R"({"type": "flood"})")};
  const std::vector<Answer> answers = {answer_of(R"({"type": "fire", "locations": [{"name": "रामनगर"}]})"),
                                       answer_of(R"({"type": "fire"})"), answer_of(R"({"type": "fire"})")};
  using Pairs = std::vector<std::optional<std::size_t>>;
  EXPECT_EQ(pair_up(conventions(), labels, answers, std::nullopt), (Pairs{1, 0, std::nullopt}));
}

TEST(Dates, without_a_day_of_publication_words_are_read_against_the_stand_in) {
  // 10 October 2018 was a Wednesday.
  const struct {
    const char *date, *published, *want;
  } rows[] = {
      {R"(null)", "", ""},
      {R"({"start": "2024-07-25", "end": "2024-07-26"})", "", "2024-07-25 2024-07-26"},
      {R"({"start": "2024-07-25", "end": null})", "", "2024-07-25 open"},
      {R"({"weekday": "tuesday"})", "", "2018-10-09 2018-10-09"},
      {R"({"weekday": "thursday"})", "", "2018-10-04 2018-10-04"},
      {R"({"weekday": "wednesday"})", "", "2018-10-10 2018-10-10, 2018-10-03 2018-10-03"},
      {R"({"weekday": "tuesday"})", "2024-07-26", "unknown"},
      {R"({"text": "पिछले साल"})", "", "2017-01-01 2017-12-31"},
      {R"({"text": "कभी"})", "", "unknown"},
  };
  for (const auto& row : rows) {
    const Label label = label_of(std::string(R"({"type": "fire", "date": )") + row.date + "}");
    const std::string day = row.published;
    const auto days = conventions().accepted_days(label, day.empty() ? std::nullopt : std::optional(day));
    std::string got = days ? "" : "unknown";
    for (const Days& one : days.value_or(std::vector<Days>{})) {
      got += (got.empty() ? "" : ", ") + one.start + " " + one.end.value_or("open");
    }
    EXPECT_EQ(got, row.want) << row.date;
  }
}

Counts counts_of(const std::string& label, const std::string& answer, Slot slot) {
  const LabelledArticle article{"x", "2024-07-26", {label_of(label)}};
  const std::vector<Answer> answers = {answer_of(answer)};
  std::vector<Mistake> mistakes;
  return score_article(conventions(), article, &answers, mistakes)[slot].paired;
}

TEST(Slots, count_hits_wrong_and_missed) {
  const struct {
    const char *label, *answer;
    Slot slot;
    Counts want;
  } rows[] = {
      {R"("killed": {"min": 3, "max": 3})", R"("casualties": {"killed": {"min": 3, "max": 3}})", Slot::killed, {1, 0, 0}},
      {R"("killed": {"min": 3, "max": 3})", R"("casualties": {"killed": {"min": 3, "max": null}})", Slot::killed, {0, 1, 1}},
      {R"("killed": null)", R"("casualties": {"killed": {"min": 0, "max": 0}})", Slot::killed, {0, 1, 0}},
      {R"("main": true)", R"("casualties": {"rescued": {"min": 5, "max": 5}})", Slot::rescued, {0, 0, 0}},
      {R"("rescued": null)", R"("casualties": {"rescued": {"min": 5, "max": 5}})", Slot::rescued, {0, 1, 0}},
      {R"("places": ["रामनगर"])", R"("locations": [{"name": "नैनीताल"}, {"name": "रामनगर"}])", Slot::place, {1, 0, 0}},
      {R"("country": "IN")", R"("locations": [{"name": "नैनीताल"}])", Slot::place, {0, 0, 0}},
      {R"("places": ["रामनगर", "नैनीताल"])", R"("locations": [{"name": "काशीपुर", "admin2": "नैनीताल"}])", Slot::places, {1, 1, 1}},
      {R"("places": ["रामनगर", "नैनीताल"], "country": "IN")",
       R"("locations": [{"name": "रामनगर", "country": "NP"}, {"name": "नैनीताल", "country": "IN"}])", Slot::country, {1, 0, 0}},
      {R"("targets": ["दो मकान", "दुकान"])",
       R"("actors": [{"role": "target", "name": "मकानों"}, {"role": "victim", "name": "यात्री"}])", Slot::targets, {1, 0, 1}},
      {R"("weapons": ["पिस्तौल"])", R"("weapons": [], "seized": [{"text": "पिस्तौल"}, {"kind": "cash"}])", Slot::weapons, {1, 1, 0}},
      {R"("weapons": [])", R"("seized": [{"text": "पिस्तौल"}])", Slot::weapons, {0, 0, 0}},
      {R"("claim": "claimed")", R"("claim": {"status": "denied"})", Slot::claim, {0, 1, 1}},
      {R"("damage": "none")", R"("damage": "none")", Slot::damage, {1, 0, 0}},
      {R"("occurrences": {"min": 41, "max": null}, "aggregate": true)",
       R"("occurrences": {"min": 41, "max": null}, "aggregate": true)", Slot::occurrences, {1, 0, 0}},
  };
  for (const auto& row : rows) {
    const Counts got = counts_of(std::string(R"({"type": "fire", )") + row.label + "}",
                                 std::string(R"({"type": "fire", )") + row.answer + "}", row.slot);
    EXPECT_EQ((std::vector{got.hits, got.wrong, got.missed}), (std::vector{row.want.hits, row.want.wrong, row.want.missed}))
        << row.label << " / " << row.answer;
  }
}

TEST(Slots, of_an_arrest_take_suspects_for_targets) {
  const std::string label = R"({"type": "arrest", "perpetrators": ["तीन बदमाश"]})";
  const std::string answer = R"({"type": "arrest", "actors": [{"role": "suspect", "name": "बदमाशों"}]})";
  EXPECT_EQ(counts_of(label, answer, Slot::targets).hits, 1);
  EXPECT_TRUE(counts_of(label, answer, Slot::perpetrators).empty());
}

TEST(Intervals, hold_the_figure_and_are_the_same_every_time) {
  std::vector<Tally> articles(20);
  for (std::size_t i = 0; i < articles.size(); ++i) articles[i].incident = i < 15 ? Counts{1, 0, 0} : Counts{0, 0, 1};
  const auto first = bootstrap(articles), second = bootstrap(articles);
  ASSERT_TRUE(first[0]);
  const double f1 = 2 * 0.75 / 1.75;  // precision 1, recall 15/20
  EXPECT_LT(first[0]->low, f1);
  EXPECT_GT(first[0]->high, f1);
  EXPECT_GT(first[0]->low, 0.6);
  EXPECT_EQ(first[0]->low, second[0]->low);
  EXPECT_FALSE(first[1]) << "nothing to measure";
}

}  // namespace
}  // namespace incidents::score
