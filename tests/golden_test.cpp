/// Every article of tests/golden against its incident log, in all fields but the names of rules. A new article needs
/// NAME.txt and a NAME.json that says `{"document": {"published": "2024-07-26"}}` (or null); INCIDENTS_UPDATE_GOLDEN=1
/// golden_test then writes the log, which a reader has to check before it is committed.
#include <gtest/gtest.h>

#include <cstdlib>
#include <iostream>
#include <set>

#include "golden.h"
#include "json_schema.h"

namespace incidents {
namespace {

using Json = nlohmann::ordered_json;

/// Which words and rows found a fact may change while the fact stays right: no field of the comparison.
bool is_provenance(std::string_view key) { return key == "rules"; }

/// One line a field that differs: `/incidents/0/type: want "fire", got "arson"`.
void compare(const Json& want, const Json& got, const std::string& at, std::vector<std::string>& differences) {
  if (want == got) return;
  if (want.is_object() && got.is_object()) {
    for (const auto& [key, value] : want.items()) {
      if (is_provenance(key)) continue;
      compare(value, got.contains(key) ? got.at(key) : Json("(no such key)"), at + "/" + key, differences);
    }
    for (const auto& [key, value] : got.items()) {
      if (!want.contains(key)) differences.push_back(at + "/" + key + ": not wanted, got " + value.dump());
    }
    return;
  }
  if (want.is_array() && got.is_array()) {
    for (std::size_t i = 0; i < std::max(want.size(), got.size()); ++i) {
      const std::string place = at + "/" + std::to_string(i);
      if (i >= got.size()) {
        differences.push_back(place + ": want " + want[i].dump() + ", got none");
      } else if (i >= want.size()) {
        differences.push_back(place + ": not wanted, got " + got[i].dump());
      } else {
        compare(want[i], got[i], place, differences);
      }
    }
    return;
  }
  differences.push_back(at + ": want " + want.dump() + ", got " + got.dump());
}

std::string lines(const std::vector<std::string>& all) {
  std::string out;
  for (const std::string& line : all) out += "  " + line + "\n";
  return out;
}

void update(const test::Golden& golden, const Json& got) {
  std::vector<std::string> differences;
  compare(golden.want, got, "", differences);
  if (differences.empty()) return;
  std::ofstream(test::golden_folder() / (golden.name + ".json")) << got.dump(1) << '\n';
  std::cout << "written: " << golden.name << ".json\n";
}

TEST(Golden, articles_give_the_logs_that_a_reader_found_right) {
  const Extractor extractor;
  Scratch scratch;
  const bool updating = std::getenv("INCIDENTS_UPDATE_GOLDEN") != nullptr;
  const auto goldens = test::read_goldens();
  ASSERT_GE(goldens.size(), 12u);
  for (const test::Golden& golden : goldens) {
    const Json got = test::as_json(extractor.extract(golden.text, test::info_of(golden), scratch));
    if (updating) {
      update(golden, got);
      continue;
    }
    std::vector<std::string> differences;
    compare(golden.want, got, "", differences);
    EXPECT_TRUE(differences.empty()) << golden.name << ":\n" << lines(differences);
  }
}

TEST(Golden, logs_hold_the_contract) {
  for (const test::Golden& golden : test::read_goldens()) {
    ASSERT_FALSE(golden.want.is_null()) << golden.name << ".json is missing";
    EXPECT_EQ(test::contract_violations(nlohmann::json(golden.want)), std::vector<std::string>{}) << golden.name;
  }
}

/// With data_test, which asks for a trigger, all that a new row of data/events.tsv needs.
TEST(Golden, every_event_type_is_told_by_an_article) {
  std::set<std::string> told;
  for (const test::Golden& golden : test::read_goldens()) {
    for (const Json& incident : golden.want.at("incidents")) told.insert(incident.at("type").get<std::string>());
  }
  const auto events = Extractor().table("events");
  ASSERT_FALSE(events.empty());
  const auto column = std::find(events.front().begin(), events.front().end(), "type") - events.front().begin();
  ASSERT_LT(column, std::ssize(events.front()));
  for (std::size_t row = 1; row < events.size(); ++row) {
    EXPECT_TRUE(told.contains(events[row][column])) << "no article of tests/golden tells of " << events[row][column];
  }
}

TEST(Golden, differences_name_the_field) {
  const Json want = Json::parse(R"({"type": "fire", "killed": {"min": 3}, "places": ["a", "b"]})");
  const Json got = Json::parse(R"({"type": "fire", "killed": {"min": 4}, "places": ["a"]})");
  std::vector<std::string> differences;
  compare(want, got, "", differences);
  EXPECT_EQ(differences, (std::vector<std::string>{"/killed/min: want 3, got 4", "/places/1: want \"b\", got none"}));
}

}  // namespace
}  // namespace incidents
