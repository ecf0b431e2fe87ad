/// The tables of tests/tables through the whole pipeline: sentences that tell an incident give one of the expected type,
/// sentences that only look like it give none.
#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "incidents/extractor.h"

namespace incidents {
namespace {

using Row = std::pair<std::string, std::string>;

/// The two columns of tests/tables/`name`, without comments and header.
std::vector<Row> read_table(const std::string& name) {
  std::ifstream in(std::string(INCIDENTS_SOURCE_DIR "/tests/tables/") + name);
  std::vector<Row> rows;
  bool header = true;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (std::exchange(header, false)) continue;
    const std::size_t tab = line.find('\t');
    rows.emplace_back(line.substr(0, tab), line.substr(tab + 1));
  }
  return rows;
}

ArticleInfo published() {
  ArticleInfo info;
  info.id = "row";
  info.published = Date{2024, 7, 26};
  info.published_from = PublishedFrom::option;
  return info;
}

TEST(Tables, decoys_give_no_incident) {
  const Extractor extractor;
  Scratch scratch;
  const auto rows = read_table("decoys.tsv");
  ASSERT_GE(rows.size(), 100u);
  for (const auto& [sentence, why] : rows) {
    const Document document = extractor.extract(sentence, published(), scratch);
    EXPECT_TRUE(document.incidents.empty()) << why << ": " << sentence << " => " << document.incidents.front().type;
  }
}

TEST(Tables, sentences_of_every_type_give_their_type) {
  const Extractor extractor;
  Scratch scratch;
  const auto rows = read_table("triggers.tsv");
  ASSERT_GE(rows.size(), 100u);
  for (const auto& [sentence, type] : rows) {
    const Document document = extractor.extract(sentence, published(), scratch);
    EXPECT_FALSE(document.incidents.empty()) << type << ": " << sentence;
    if (document.incidents.empty()) continue;
    EXPECT_EQ(document.incidents.front().type, type) << sentence;
  }
}

}  // namespace
}  // namespace incidents
