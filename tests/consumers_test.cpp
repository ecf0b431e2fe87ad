/// Every format is read back by the programs that people open it with, over records made to break them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json_schema.h"
#include "output/format.h"
#include "program.h"

namespace incidents {
namespace {

using nlohmann::json;

class Consumers : public test::ProgramTest {
 protected:
  void SetUp() override {
    ProgramTest::SetUp();
    // Three records, one incident each: separators and quotes, a formula, no place and no date.
    const std::string article = "पटना, 14 मार्च। पटना में मंगलवार को बम धमाके में तीन लोगों की मौत हो गई।";
    const json records[] = {
        {{"id", "a,\"b\";c"}, {"date", "2024-03-14"}, {"title", "two\nlines\tand \"quotes\", commas"}, {"text", article}},
        {{"id", "=1+1"}, {"date", "2024-03-14"}, {"title", "@SUM(A1)"}, {"text", article}},
        {{"id", "c"}, {"text", "बम धमाके में तीन लोगों की मौत हो गई।"}},
    };
    std::string lines;
    for (const json& record : records) lines += record.dump() + "\n";
    write("in.ndjson", lines);
  }

  /// True where node finds the module, which is where NODE_PATH says.
  bool has_module(const std::string& name) const {
    return script("node -e 'require(process.argv[1])' " + name).code == 0;
  }

  /// What a consumer prints of the records in a format; fails the test where the consumer complains.
  std::string read_by(const std::string& format, const std::string& consumer) const {
    const auto ran = script("incidents parse -q in.ndjson -f " + format + " -o log." + format + " && " + consumer);
    EXPECT_EQ(ran.code, 0) << format << "\n" << ran.err;
    EXPECT_EQ(ran.err, "") << format;
    return ran.out;
  }
};

TEST_F(Consumers, csv_is_read_by_sqlite_and_python) {
  ASSERT_TRUE(has_command("sqlite3") && has_command("python3"));
  EXPECT_EQ(read_by("csv", "sqlite3 :memory: -cmd '.import --csv log.csv t' 'select document, killed_min, country from t'"),
            "a,\"b\";c|3|IN\n'=1+1|3|IN\nc|3|\n");
  // strict: python's reader raises on quotes that RFC 4180 does not allow.
  EXPECT_EQ(read_by("csv",
                    "python3 -c \"import csv; rows = list(csv.reader(open('log.csv', newline='', encoding='utf-8'), strict=True)); "
                    "print(len(rows), len({len(r) for r in rows})); print([r[3] for r in rows][1:])\""),
            "4 1\n['two lines and \"quotes\", commas', \"'@SUM(A1)\", '']\n");
}

TEST_F(Consumers, csv_with_a_byte_order_mark_is_what_spreadsheets_take_for_utf8) {
  ASSERT_TRUE(has_command("python3"));
  const auto ran = script("incidents parse -q in.ndjson -f csv --bom | python3 -c \"import csv, io, sys; "
                          "text = io.TextIOWrapper(sys.stdin.buffer, encoding='utf-8-sig', newline=''); print(next(csv.reader(text))[0])\"");
  EXPECT_EQ(ran.out, "id\n") << ran.err;
}

TEST_F(Consumers, tsv_is_read_by_cut_sqlite_and_python) {
  ASSERT_TRUE(has_command("sqlite3") && has_command("python3"));
  EXPECT_EQ(read_by("tsv", "cut -f2,22 log.tsv"), "document\tkilled_min\na,\"b\";c\t3\n'=1+1\t3\nc\t3\n");
  EXPECT_EQ(read_by("tsv", "python3 -c \"import csv; rows = list(csv.reader(open('log.tsv', encoding='utf-8'), delimiter='\\t', "
                           "quoting=csv.QUOTE_NONE)); print(len(rows), len({len(r) for r in rows}))\""),
            "4 1\n");
}

TEST_F(Consumers, json_and_ndjson_are_read_by_jq_and_python) {
  ASSERT_TRUE(has_command("jq") && has_command("python3"));
  EXPECT_EQ(read_by("json", "jq -c '[.[].document.id]' log.json"), "[\"a,\\\"b\\\";c\",\"=1+1\",\"c\"]\n");
  EXPECT_EQ(read_by("ndjson", "jq -c '.document.title' log.ndjson"), "\"two\\nlines\\tand \\\"quotes\\\", commas\"\n\"@SUM(A1)\"\nnull\n");
  EXPECT_EQ(read_by("ndjson", "python3 -c \"import json; print([len(json.loads(line)['incidents']) for line in open('log.ndjson')])\""),
            "[1, 1, 1]\n");
}

TEST_F(Consumers, acled_and_timelinejs_have_a_cell_for_every_column) {
  ASSERT_TRUE(has_command("python3"));
  const char* count = " -c \"import csv, sys; rows = list(csv.reader(open(sys.argv[1], newline='', encoding='utf-8'), strict=True)); "
                      "print(len(rows), len({len(r) for r in rows}), rows[1][0:3])\" ";
  EXPECT_EQ(read_by("acled", std::string("python3") + count + "log.acled").substr(0, 4), "4 1 ");
  EXPECT_EQ(read_by("timelinejs", std::string("python3") + count + "log.timelinejs"), "3 1 ['2024', '3', '12']\n")
      << "the one without a date is left out";
}

TEST_F(Consumers, geojson_holds_its_schema_which_is_not_easily_held) {
  const json good = json::parse(read_by("geojson", "cat log.geojson"));
  EXPECT_EQ(test::violations_of("incidents-geojson-1", good), std::vector<std::string>{});
  const char* breaks[] = {
      R"([{"op":"replace","path":"/type","value":"Features"}])",
      R"([{"op":"add","path":"/crs","value":{}}])",
      R"([{"op":"remove","path":"/features/0/geometry"}])",
      R"([{"op":"replace","path":"/features/0/geometry/type","value":"LineString"}])",
      R"([{"op":"replace","path":"/features/0/geometry/coordinates","value":[25.6]}])",
      R"([{"op":"replace","path":"/features/0/geometry/coordinates","value":[85.1,95.6]}])",
      R"([{"op":"replace","path":"/features/0/properties/killed_min","value":"3"}])",
      R"([{"op":"remove","path":"/features/0/properties/aggregate"}])",
      R"([{"op":"replace","path":"/features/0/properties/date_start","value":"12 March"}])",
  };
  for (const char* broken : breaks) {
    EXPECT_NE(test::violations_of("incidents-geojson-1", good.patch(json::parse(broken))), std::vector<std::string>{}) << broken;
  }
  const auto examples = script("incidents parse -q " INCIDENTS_SOURCE_DIR "/data/examples -f geojson");
  EXPECT_EQ(test::violations_of("incidents-geojson-1", json::parse(examples.out)), std::vector<std::string>{});
}

TEST_F(Consumers, summaries_hold_their_schema) {
  for (const char* arguments : {"", "--by type,month", "--by actor --type attack", "--type none"}) {
    const auto ran = script(std::string("incidents parse -q " INCIDENTS_SOURCE_DIR "/data/examples in.ndjson -f ndjson | incidents summarize --json ") + arguments);
    EXPECT_EQ(test::violations_of("incidents-summary-1", json::parse(ran.out)), std::vector<std::string>{}) << arguments;
  }
}

TEST_F(Consumers, duckdb_reads_ndjson_csv_and_tsv_as_the_readme_says) {
  const std::string readme = test::read_file(INCIDENTS_SOURCE_DIR "/README.md");
  const std::string queries[] = {"select unnest(incidents) from read_json_auto('log.ndjson')", "select * from 'log.csv'"};
  for (const auto& query : queries) EXPECT_NE(readme.find(query), std::string::npos) << query;
  if (!has_module("@duckdb/node-api")) GTEST_SKIP() << "no DuckDB here";
  write("read.js",
        "const { DuckDBInstance } = require('@duckdb/node-api');\n"
        "(async () => {\n"
        "  const connection = await (await DuckDBInstance.create(':memory:')).connect();\n"
        "  for (const query of process.argv.slice(2)) {\n"
        "    console.log(JSON.stringify((await connection.runAndReadAll(query)).getRowsJson()));\n"
        "  }\n"
        "})();\n");
  const auto ran = script(
      "set -e; for format in ndjson csv tsv; do incidents parse -q in.ndjson -f $format -o log.$format; done\n"
      "node read.js \"select count(*) from (" + queries[0] + ")\" \"select count(*) from (" + queries[1] + ")\" "
      "\"select typeof(killed_min), typeof(date_start), typeof(aggregate), typeof(lat) from 'log.csv' limit 1\" "
      "\"select document, killed_min from 'log.tsv'\"");
  EXPECT_EQ(ran.out,
            "[[\"3\"]]\n[[\"3\"]]\n[[\"BIGINT\",\"DATE\",\"BOOLEAN\",\"DOUBLE\"]]\n"
            "[[\"a,\\\"b\\\";c\",\"3\"],[\"'=1+1\",\"3\"],[\"c\",\"3\"]]\n")
      << ran.err;
}

TEST_F(Consumers, papa_parse_reads_csv_without_a_complaint) {
  if (!has_module("papaparse")) GTEST_SKIP() << "no Papa Parse here";
  EXPECT_EQ(read_by("csv", "node -e \"const read = require('papaparse').parse(require('fs').readFileSync('log.csv', 'utf8'), "
                           "{header: true, skipEmptyLines: true}); console.log(read.data.length, read.errors.length, read.data[0].document)\""),
            "3 0 a,\"b\";c\n");
}

TEST_F(Consumers, a_geojson_validator_finds_nothing) {
  if (!has_module("@placemarkio/check-geojson")) GTEST_SKIP() << "no GeoJSON validator here";
  EXPECT_EQ(read_by("geojson", "node -e \"console.log(require('@placemarkio/check-geojson').check(require('fs').readFileSync("
                               "'log.geojson', 'utf8')).features.length)\""),
            "3\n");
}

/// RFC 7946, as far as it speaks of points: what holds for every feature, said in jq.
TEST_F(Consumers, geojson_holds_rfc_7946) {
  ASSERT_TRUE(has_command("jq"));
  EXPECT_EQ(read_by("geojson",
                    "jq -c '(.type == \"FeatureCollection\") and (.features | length == 3) and (has(\"crs\") | not) and "
                    "([.features[] | .type == \"Feature\" and has(\"geometry\") and (.properties | type) == \"object\" and "
                    "(.id | type) == \"string\" and (.geometry == null or (.geometry.type == \"Point\" and "
                    "(.geometry.coordinates | length) == 2 and (.geometry.coordinates[0] | fabs) <= 180 and "
                    "(.geometry.coordinates[1] | fabs) <= 90))] | all), [.features[].geometry == null]' log.geojson"),
            "true\n[false,false,true]\n");
}

TEST_F(Consumers, every_format_of_the_table_is_read_by_one_of_these) {
  const std::string self = test::read_file(INCIDENTS_SOURCE_DIR "/tests/consumers_test.cpp");
  for (const output::Format& format : output::formats()) {
    if (format.name == "text") continue;  // for people
    EXPECT_NE(self.find("read_by(\"" + std::string(format.name) + "\""), std::string::npos) << format.name;
  }
}

}  // namespace
}  // namespace incidents
