/// tests/tables/roles.tsv through the whole pipeline: who is named in which role of the first incident.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

#include "incidents/extractor.h"

namespace incidents {
namespace {

struct Row {
  std::string text, type, role, names;
};

std::vector<Row> read_rows() {
  std::ifstream in(INCIDENTS_SOURCE_DIR "/tests/tables/roles.tsv");
  std::vector<Row> rows;
  bool header = true;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (header) {
      header = false;
      continue;
    }
    std::vector<std::string> cells(1);
    for (const char c : line) {
      if (c == '\t') cells.emplace_back();
      else cells.back() += c;
    }
    cells.resize(4);
    rows.push_back({cells[0], cells[1], cells[2], cells[3]});
  }
  return rows;
}

std::string names_in_role(const Incident& incident, const std::string& role) {
  std::string names;
  for (const Actor& actor : incident.actors) {
    if (actor.role != role) continue;
    if (!names.empty()) names += " | ";
    names += actor.name;
  }
  return names.empty() ? "-" : names;
}

TEST(Roles, rows_name_exactly_those_in_the_role) {
  const Extractor extractor;
  Scratch scratch;
  ArticleInfo info;
  info.id = "row";
  info.published = Date{2024, 7, 26};
  info.published_from = PublishedFrom::option;
  const std::vector<Row> rows = read_rows();
  ASSERT_GE(rows.size(), 10u);
  for (const Row& row : rows) {
    const Document document = extractor.extract(row.text, info, scratch);
    const Incident* incident = nullptr;
    for (const Incident& i : document.incidents) {
      if (!incident && i.type == row.type) incident = &i;
    }
    EXPECT_NE(incident, nullptr) << row.type << ": " << row.text;
    if (!incident) continue;
    EXPECT_EQ(names_in_role(*incident, row.role), row.names) << row.role << ": " << row.text;
  }
}

}  // namespace
}  // namespace incidents
