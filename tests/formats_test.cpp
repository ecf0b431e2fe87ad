/// The formats for other programs: tables, maps, timelines. Each is read back here as its consumers read it.
#include <gtest/gtest.h>

#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "output/cells.h"
#include "output/columns.h"
#include "output/format.h"
#include "sample_document.h"
#include "text/region.h"

namespace incidents::output {
namespace {

using Table = std::vector<std::vector<std::string>>;

/// Reads RFC 4180 strictly: CRLF ends, quotes doubled inside quotes.
Table read_csv(const std::string& text) {
  Table rows;
  std::vector<std::string> row;
  std::string cell;
  bool quoted = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (quoted) {
      if (c != '"') {
        cell += c;
      } else if (i + 1 < text.size() && text[i + 1] == '"') {
        cell += '"';
        ++i;
      } else {
        quoted = false;
      }
    } else if (c == '"') {
      quoted = true;
    } else if (c == ',' || c == '\r') {
      row.push_back(std::move(cell));
      cell.clear();
      if (c == '\r') {
        rows.push_back(std::move(row));
        row.clear();
        ++i;
      }
    } else {
      cell += c;
    }
  }
  EXPECT_TRUE(row.empty() && cell.empty() && !quoted) << "the last row has no end";
  return rows;
}

Style world_style() {
  static const Labels labels;
  Style style;
  style.labels = &labels;
  style.country_name = country_name;
  style.country_number = country_number;
  style.world_region = world_region;
  return style;
}

std::string printed(std::string_view name, const Document& document, const Style& style) {
  const Format* format = find_format(name);
  Summary summary;
  summary.add(document);
  std::string out;
  format->begin(style, out);
  format->record(document, style, out);
  format->end(summary, style, out);
  return out;
}

/// Cells of one row by the header's names.
std::map<std::string, std::string> named_row(const Table& table, std::size_t row) {
  std::map<std::string, std::string> cells;
  for (std::size_t i = 0; i < table.at(0).size(); ++i) cells[table[0][i]] = table.at(row).at(i);
  return cells;
}

TEST(Csv, has_a_row_an_incident_and_the_same_columns_in_each) {
  const Table table = read_csv(printed("csv", test::sample_document(), world_style()));
  ASSERT_EQ(table.size(), 3u);
  for (const auto& row : table) EXPECT_EQ(row.size(), columns().size());
  const auto attack = named_row(table, 1);
  EXPECT_EQ(attack.at("type"), "drone_attack");
  EXPECT_EQ(attack.at("date_start"), "2024-07-16");
  EXPECT_EQ(attack.at("killed_min"), "3");
  EXPECT_EQ(attack.at("injured_min"), "2");
  EXPECT_EQ(attack.at("injured_max"), "");
  EXPECT_EQ(attack.at("perpetrators"), "लाल मोर्चा");
  EXPECT_EQ(named_row(table, 2).at("aggregate"), "true");
}

TEST(Csv, cells_that_a_spreadsheet_would_run_are_guarded) {
  const struct {
    std::string in, want;
  } rows[] = {
      {"=1+1", "'=1+1"}, {"+91", "'+91"},   {"-2", "'-2"}, {"@x", "'@x"}, {"\t=1", "' =1"},
      {"a=b", "a=b"},    {"हमला", "हमला"}, {"", ""},      {"\x1b[1m", "\xef\xbf\xbd[1m"},
  };
  for (const auto& row : rows) EXPECT_EQ(guarded(row.in), row.want);
}

TEST(Csv, quotes_commas_and_breaks_come_back_as_they_were) {
  std::string out;
  const std::vector<std::string> cells = {"a,b", "say \"no\"", "two\nlines", "", "plain"};
  append_csv_row(cells, out);
  EXPECT_EQ(read_csv(out), Table{cells});
}

TEST(Csv, numbers_below_zero_stay_numbers) {
  Document document = test::sample_document();
  document.incidents[0].locations[0].lat = -33.5;
  EXPECT_EQ(named_row(read_csv(printed("csv", document, world_style())), 1).at("lat"), "-33.5");
}

TEST(Csv, begins_with_a_byte_order_mark_when_asked) {
  Style style = world_style();
  style.bom = true;
  for (const char* name : {"csv", "tsv", "acled", "timelinejs"}) {
    EXPECT_EQ(printed(name, {}, style).substr(0, 3), "\xef\xbb\xbf") << name;
  }
}

TEST(Tsv, no_cell_holds_a_tab_or_a_line_break) {
  Document document = test::sample_document();
  document.incidents[0].locations[0].name = "two\twords\nand a line";
  std::istringstream lines(printed("tsv", document, world_style()));
  std::size_t count = 0;
  for (std::string line; std::getline(lines, line); ++count) {
    EXPECT_EQ(std::count(line.begin(), line.end(), '\t'), static_cast<long>(columns().size()) - 1);
  }
  EXPECT_EQ(count, 3u);
}

TEST(Acled, fills_its_columns_from_the_slots) {
  const Table table = read_csv(printed("acled", test::sample_document(), world_style()));
  const auto attack = named_row(table, 1);
  const std::map<std::string, std::string> want = {
      {"event_date", "2024-07-16"}, {"year", "2024"}, {"time_precision", "1"}, {"disorder_type", "Political violence"},
      {"event_type", "Explosions/Remote violence"}, {"sub_event_type", "Air/drone strike"}, {"actor1", "लाल मोर्चा"},
      {"inter1", "Rebel group"}, {"actor2", "अमेरिकी सैनिक"}, {"inter2", "State forces"},
      {"interaction", "Rebel group-State forces"}, {"civilian_targeting", ""}, {"iso", "368"}, {"region", "Western Asia"},
      {"country", "Iraq"}, {"geo_precision", "1"}, {"fatalities", "3"}, {"x_type", "drone_attack"}, {"x_injured_max", ""}};
  for (const auto& [column, value] : want) EXPECT_EQ(attack.at(column), value) << column;
  EXPECT_EQ(table[0].front(), "event_id_cnty");
  EXPECT_EQ(table[0].at(30), "timestamp");
  for (std::size_t i = 31; i < table[0].size(); ++i) EXPECT_TRUE(table[0][i].starts_with("x_")) << table[0][i];
}

TEST(GeoJson, is_a_feature_collection_with_points_in_longitude_latitude) {
  const auto collection = nlohmann::json::parse(printed("geojson", test::sample_document(), world_style()));
  EXPECT_EQ(collection["type"], "FeatureCollection");
  ASSERT_EQ(collection["features"].size(), 2u);
  EXPECT_EQ(collection["features"][0]["geometry"]["coordinates"], nlohmann::json::array({42.44, 33.79}));
  EXPECT_EQ(collection["features"][1]["geometry"], nullptr);
  EXPECT_EQ(collection["features"][0]["properties"]["killed_min"], 3);
  EXPECT_EQ(collection["features"][0]["properties"]["aggregate"], false);
}

TEST(TimelineJs, writes_dates_as_coarse_as_they_are_and_leaves_out_undated_incidents) {
  Document document = test::sample_document();
  Incident month = test::drone_attack();
  month.date->start = Date{2024, 6, 1};
  month.date->end = Date{2024, 6, 30};
  month.date->precision = DatePrecision::month;
  document.incidents.push_back(month);
  const Table table = read_csv(printed("timelinejs", document, world_style()));
  ASSERT_EQ(table.size(), 3u);
  EXPECT_EQ(named_row(table, 1).at("Day"), "16");
  EXPECT_EQ(named_row(table, 1).at("End Year"), "");
  EXPECT_EQ(named_row(table, 2).at("Month"), "6");
  EXPECT_EQ(named_row(table, 2).at("Day"), "");
  EXPECT_EQ(named_row(table, 2).at("End Month"), "6");
}

TEST(Region, countries_have_numbers_names_and_a_part_of_the_world) {
  EXPECT_EQ(country_number("IN"), 356);
  EXPECT_EQ(country_number("ZQ"), 0);
  EXPECT_EQ(country_name("IN", "en"), "India");
  EXPECT_EQ(country_name("IN", "hi"), "भारत");
  EXPECT_EQ(world_region("PK"), "Southern Asia");
}

}  // namespace
}  // namespace incidents::output
