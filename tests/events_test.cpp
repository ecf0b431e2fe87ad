/// Sentences and what they tell: tests/tables/events.tsv, one row each, checked on what the row names.
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "incidents/date.h"
#include "incidents/extractor.h"
#include "output/names.h"

namespace incidents {
namespace {

struct Row {
  std::string group, sentences, want;
};

std::vector<std::string> split(const std::string& text, const std::string& mark) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (std::size_t at = text.find(mark); at != std::string::npos; at = text.find(mark, begin)) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + mark.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

const std::vector<Row>& rows() {
  static const std::vector<Row> all = [] {
    std::ifstream in(INCIDENTS_SOURCE_DIR "/tests/tables/events.tsv");
    std::vector<Row> out;
    bool header = true;
    for (std::string line; std::getline(in, line);) {
      if (line.empty() || line.front() == '#') continue;
      if (std::exchange(header, false)) continue;
      const auto cells = split(line, "\t");
      out.push_back({cells.at(0), cells.at(1), cells.at(2)});
    }
    return out;
  }();
  return all;
}

/// 7, 8.., ..3, 2-3; "none" for a figure that is not told.
std::string bounds(const std::optional<std::int64_t>& min, const std::optional<std::int64_t>& max) {
  const auto digits = [](const std::optional<std::int64_t>& n) { return n ? std::to_string(*n) : std::string(); };
  if (min && max) return *min == *max ? digits(min) : digits(min) + "-" + digits(max);
  return digits(min) + ".." + digits(max);
}

std::string underscored(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '_');
  return text;
}

/// All that the incident has under a key of the table; one of them has to be what the row wants.
std::vector<std::string> values(const Incident& incident, const std::string& key) {
  for (const output::CasualtyField& field : output::kCasualtyFields) {
    const auto& casualty = incident.casualties.*field.member;
    if (key == field.name && casualty) return {bounds(casualty->quantity.min, casualty->quantity.max)};
    if (key == field.name) return {};
    std::vector<std::string> parts;
    if (key == std::string(field.name) + ".part") {
      if (!casualty) return {};
      for (const Casualty::Part& part : casualty->parts) parts.push_back(bounds(part.quantity.min, part.quantity.max));
      return parts;
    }
  }
  if (key == "type") return {incident.type};
  if (key == "certainty") return {incident.certainty};
  if (key == "aggregate") return {incident.aggregate ? "yes" : "no"};
  if (key == "occurrences") return {bounds(incident.occurrences.min, incident.occurrences.max)};
  if (key == "claim") return {incident.claim.status.value_or("none")};
  if (key == "damage") return {incident.damage.value_or("none_told")};
  if (key == "main") return {incident.main ? "yes" : "no"};
  std::vector<std::string> out;
  if (key == "date" && incident.date && incident.date->start) {
    const auto& d = *incident.date;
    out.push_back(format(*d.start) + (d.end == d.start ? "" : ".." + (d.end ? format(*d.end) : "")));
  }
  if (key == "place") {
    for (const IncidentLocation& location : incident.locations) out.push_back(underscored(location.name));
  }
  if (key == "scene") {
    std::string chain;
    for (const IncidentLocation& location : incident.locations) chain += (chain.empty() ? "" : "|") + underscored(location.name);
    out.push_back(chain);
  }
  if (key == "seized") {
    for (const SeizedItem& item : incident.seized) out.push_back(underscored(item.text));
  }
  for (const Actor& actor : incident.actors) {
    if (actor.role == key) out.push_back(underscored(actor.name));
  }
  return out;
}

/// What the incident lacks of `want`; empty when nothing.
std::string missing(const Incident& incident, const std::string& want) {
  std::string out;
  std::istringstream in(want);
  for (std::string pair; in >> pair;) {
    const std::size_t equals = pair.find('=');
    const std::string key = pair.substr(0, equals), value = pair.substr(equals + 1);
    const auto got = values(incident, key);
    const bool holds = value == "none" && got.empty() ? true : std::find(got.begin(), got.end(), value) != got.end();
    if (holds) continue;
    out += " " + key + ": want " + value + ", got";
    for (const std::string& one : got) out += " " + one;
    if (got.empty()) out += " none";
  }
  return out;
}

/// A cell is one line: \n stands for the end of a line.
std::string with_lines(std::string text) {
  for (std::size_t at; (at = text.find("\\n")) != std::string::npos;) text.replace(at, 2, "\n");
  return text;
}

std::string types_of(const Document& document) {
  std::string out;
  for (const Incident& incident : document.incidents) out += " " + incident.type;
  return out.empty() ? " none" : out;
}

const std::vector<std::string> kGroups = {"counts", "negations", "roles", "claims", "merging", "aggregates", "days", "main", "scenes"};

ArticleInfo published() {
  ArticleInfo info;
  info.id = "row";
  info.published = Date{2024, 7, 26};  // a Friday
  info.published_from = PublishedFrom::option;
  return info;
}

/// Checks the rows of a group; "" for all that are in none of kGroups.
void check(const std::string& group, std::size_t at_least) {
  const Extractor extractor;
  Scratch scratch;
  const ArticleInfo info = published();
  std::size_t count = 0;
  for (const Row& row : rows()) {
    const bool named = std::find(kGroups.begin(), kGroups.end(), row.group) != kGroups.end();
    if (group.empty() ? named : row.group != group) continue;
    ++count;
    const Document document = extractor.extract(with_lines(row.sentences), info, scratch);
    const auto wants = row.want == "-" ? std::vector<std::string>{} : split(row.want, " ; ");
    EXPECT_EQ(document.incidents.size(), wants.size()) << row.sentences << " =>" << types_of(document);
    if (document.incidents.size() != wants.size()) continue;
    for (std::size_t i = 0; i < wants.size(); ++i) EXPECT_EQ(missing(document.incidents[i], wants[i]), "") << row.sentences;
  }
  EXPECT_GE(count, at_least);
}

TEST(Events, numbers_become_tolls) { check("counts", 30); }
TEST(Events, what_did_not_happen_is_none_or_zero) { check("negations", 12); }
TEST(Events, case_markers_give_roles) { check("roles", 15); }
TEST(Events, claims_and_sources_are_kept) { check("claims", 5); }
TEST(Events, sentences_of_one_happening_are_one_incident) { check("merging", 8); }
TEST(Events, totals_over_many_are_aggregates) { check("aggregates", 6); }
TEST(Events, happenings_have_their_own_day) { check("days", 8); }
TEST(Events, news_stands_before_its_background) { check("main", 1); }
TEST(Events, scenes_are_chains_of_places) { check("scenes", 20); }
TEST(Events, happenings_are_what_their_words_say) { check("", 20); }

/// The rows of combinations.tsv, cut into cells, by their first one.
using Parts = std::map<std::string, std::vector<std::vector<std::string>>>;

Parts read_parts() {
  Parts parts;
  std::ifstream in(INCIDENTS_SOURCE_DIR "/tests/tables/combinations.tsv");
  for (std::string line; std::getline(in, line);) {
    auto cells = split(line, "\t");
    if (cells.size() == 3 && !line.starts_with('#')) parts[cells[0]].push_back(std::move(cells));
  }
  return parts;
}

std::string filled(std::string text, std::string_view mark, const std::string& by) {
  const std::size_t at = text.find(mark);
  return at == std::string::npos ? text : text.replace(at, mark.size(), by);
}

/// Every opening with every toll; places, days, joints and orders by turns: one incident, with all that its parts tell.
TEST(Events, parts_of_sentences_tell_the_same_in_every_combination) {
  const Extractor extractor;
  Scratch scratch;
  const Parts parts = read_parts();
  std::size_t turn = 0;
  const auto next = [&](const char* part) { return parts.at(part)[turn % parts.at(part).size()]; };
  for (const char* kind : {"opening", "clause"}) {
    for (const auto& opening : parts.at(kind)) {
      for (const auto& dead : parts.at("killed")) {
        for (const auto& hurt : parts.at("injured")) {
          ++turn;
          const auto place = next("place"), day = next("day"), joint = next("joint"), link = next(kind == std::string("clause") ? "gap" : "link");
          const bool dead_first = turn % 3 != 0;
          const std::string toll = (dead_first ? dead : hurt)[1] + joint[1] + (dead_first ? hurt : dead)[1];
          const std::string text = filled(filled(opening[1], "{p}", place[1]), "{d}", day[1]) + link[1] + toll;
          const Document document = extractor.extract(text, published(), scratch);
          ASSERT_EQ(document.incidents.size(), 1u) << text << " =>" << types_of(document);
          const Incident& incident = document.incidents.front();
          EXPECT_NE((" " + opening[2] + " ").find(" " + incident.type + " "), std::string::npos) << text << " => " << incident.type;
          EXPECT_EQ(missing(incident, "killed=" + dead[2] + " injured=" + hurt[2] + " date=" + day[2]), "") << text;
          ASSERT_FALSE(incident.locations.empty()) << text;
          EXPECT_NE(incident.locations.front().name.find(place[2]), std::string::npos) << text << " => " << incident.locations.front().name;
        }
      }
    }
  }
}

}  // namespace
}  // namespace incidents
