#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "json_schema.h"
#include "output/annotation.h"
#include "output/explanation.h"
#include "output/format.h"
#include "output/json_writer.h"
#include "output/utf8.h"
#include "sample_document.h"
#include "text/width.h"

namespace incidents::output {
namespace {

using nlohmann::ordered_json;
using test::exactly;

const Labels& english() {
  static const Labels labels = Labels::from_tables(
      {{"key", "en", "hi"}, {"where", "where", "कहां"}, {"what", "what", "क्या"}, {"quantity_at_least", "at least {}", "कम से कम {}"}},
      {}, "en");
  return labels;
}

Style style_of(const Labels& labels) {
  Style style;
  style.labels = &labels;
  style.width = display_width;
  return style;
}

std::string printed(std::string_view name, const Document& document) {
  const Format* format = find_format(name);
  const Style style = style_of(english());
  Summary summary;
  summary.add(document);
  std::string out;
  format->begin(style, out);
  format->record(document, style, out);
  format->end(summary, style, out);
  return out;
}

std::vector<std::string> keys_of(const ordered_json& object) {
  std::vector<std::string> keys;
  for (const auto& [key, value] : object.items()) keys.push_back(key);
  return keys;
}

TEST(Json, holds_the_contract) {
  const auto document = nlohmann::json::parse(printed("ndjson", test::sample_document()));
  EXPECT_EQ(test::contract_violations(document), std::vector<std::string>{});
}

TEST(Json, contract_check_can_fail) {
  auto document = nlohmann::json::parse(printed("ndjson", test::sample_document()));
  document["incidents"][0]["date"]["start"] = "yesterday";
  document["incidents"][1].erase("claim");
  document["mood"] = "good";
  EXPECT_EQ(test::contract_violations(document).size(), 3u);
}

TEST(Json, keys_stand_in_the_order_of_the_contract) {
  const auto document = ordered_json::parse(printed("ndjson", test::sample_document()));
  EXPECT_EQ(keys_of(document), (std::vector<std::string>{"schema", "document", "incidents", "summary"}));
  EXPECT_EQ(keys_of(document["incidents"][0]),
            (std::vector<std::string>{"id", "category", "type", "codes", "date", "locations", "actors", "weapons",
                                      "casualties", "seized", "damage", "occurrences", "aggregate", "claim", "certainty",
                                      "main", "evidence", "rules"}));
  EXPECT_EQ(keys_of(document["incidents"][0]["casualties"]),
            (std::vector<std::string>{"killed", "injured", "missing", "detained", "kidnapped", "rescued", "displaced"}));
}

TEST(Json, says_what_the_document_says) {
  const auto document = ordered_json::parse(printed("ndjson", test::sample_document()));
  const auto& attack = document["incidents"][0];
  EXPECT_EQ(attack["date"]["start"], "2024-07-16");
  EXPECT_EQ(attack["casualties"]["killed"]["min"], 3);
  EXPECT_EQ(attack["casualties"]["killed"]["alternatives"][0]["max"], nullptr);
  EXPECT_EQ(attack["casualties"]["missing"], nullptr);
  EXPECT_EQ(attack["claim"]["status"], "unclaimed");
  EXPECT_EQ(document["document"]["published_from"], "option");
}

TEST(Json, aggregates_are_not_added_to_the_totals) {
  const auto summary = ordered_json::parse(printed("ndjson", test::sample_document()))["summary"];
  EXPECT_EQ(summary["incidents"], 2);
  EXPECT_EQ(summary["killed"]["min"], 3);
  EXPECT_EQ(summary["killed"]["max"], 3);
  EXPECT_EQ(summary["injured"]["max"], nullptr);
  EXPECT_EQ(summary["aggregates"]["killed"]["min"], 40);
}

TEST(Json, is_an_array_for_several_inputs_and_for_none_of_them) {
  Style style = style_of(english());
  style.several = true;
  const Format* json = find_format("json");
  std::string out;
  json->begin(style, out);
  json->end({}, style, out);
  EXPECT_EQ(ordered_json::parse(out), ordered_json::array());
}

TEST(Json, strings_are_valid_whatever_the_bytes) {
  const struct {
    std::string in, want;
  } rows[] = {
      {"plain", "\"plain\""},
      {"a\"b\\c", "\"a\\\"b\\\\c\""},
      {"line\nbreak\ttab", "\"line\\nbreak\\ttab\""},
      {"\x1b[31mred", "\"\\u001b[31mred\""},
      {"\xc2\x9b" "1m", "\"\\u009b1m\""},            // CSI as one C1 control
      {"\xe2\x80\xae" "abc", "\"\\u202eabc\""},      // right-to-left override
      {"bad\xff" "byte", "\"bad\xef\xbf\xbd" "byte\""},
      {"cut\xe0\xa4", "\"cut\xef\xbf\xbd\xef\xbf\xbd\""},
      {"हमला", "\"हमला\""},
  };
  for (const auto& row : rows) {
    std::string out;
    JsonWriter(out).string(row.in);
    EXPECT_EQ(out, row.want);
    EXPECT_TRUE(ordered_json::accept(out)) << out;
  }
}

TEST(Printable, nothing_that_a_terminal_obeys_is_left) {
  const struct {
    std::string in, want;
  } rows[] = {
      {"a\nb\r\nc", "a b  c"},
      {"\x1b]0;title\x07", "\xef\xbf\xbd]0;title\xef\xbf\xbd"},
      {"\xc2\x9b" "2J", "\xef\xbf\xbd" "2J"},
      {"\xf0\x80\x80\x80", "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"},
      {"क्षेत्र", "क्षेत्र"},
  };
  for (const auto& row : rows) EXPECT_EQ(printable(row.in), row.want);
}

Quantity bounded(std::optional<std::int64_t> min, std::optional<std::int64_t> max, Qualifier qualifier) {
  return {min, max, qualifier, "", {}};
}

TEST(Sum, bounds_are_added_as_bounds) {
  const struct {
    std::vector<Quantity> in;
    std::optional<std::int64_t> min, max;
    Qualifier qualifier;
  } rows[] = {
      {{exactly(3), exactly(4)}, 7, 7, Qualifier::exact},
      {{exactly(3), bounded(2, 3, Qualifier::range)}, 5, 6, Qualifier::range},
      {{exactly(3), bounded(12, std::nullopt, Qualifier::at_least)}, 15, std::nullopt, Qualifier::at_least},
      {{exactly(3), bounded(20, 20, Qualifier::about)}, 23, 23, Qualifier::about},
      {{bounded(std::nullopt, 5, Qualifier::at_most), exactly(1)}, 1, 6, Qualifier::range},
      {{exactly(0)}, 0, 0, Qualifier::exact},
  };
  for (const auto& row : rows) {
    Sum sum;
    for (const Quantity& quantity : row.in) sum.add(quantity);
    ASSERT_TRUE(sum.total());
    EXPECT_EQ(sum.total()->min, row.min);
    EXPECT_EQ(sum.total()->max, row.max);
    EXPECT_EQ(sum.total()->qualifier, row.qualifier);
  }
}

TEST(Sum, of_nothing_is_not_zero) { EXPECT_FALSE(Sum().total()); }

TEST(Summary, adding_summaries_is_adding_their_documents) {
  Summary one, both;
  one.add(test::sample_document());
  both.add(one);
  both.add(one);
  EXPECT_EQ(both.documents, 2u);
  EXPECT_EQ(both.incidents(), 4u);
  EXPECT_EQ(both.single.killed.total()->max, 6);
  EXPECT_EQ(both.by_type.at("drone_attack"), 2u);
  EXPECT_EQ(both.first, (Date{2024, 7, 16}));
}

TEST(Text, tells_the_slots_of_an_incident) {
  const std::string out = printed("text", test::sample_document());
  for (const char* want : {"2024-07-16  drone attack", "पहाड़ी चौकी, रामनगर, उत्तरी प्रांत, इराक", "3 सैनिक", "at least 2", "लाल मोर्चा",
                           "रक्षा मंत्रालय", "दो ड्रोन"}) {
    EXPECT_NE(out.find(want), std::string::npos) << want << "\n" << out;
  }
}

TEST(Text, incidents_stand_in_order_of_date_with_undated_ones_last) {
  Document document = test::sample_document();
  document.incidents.insert(document.incidents.begin(), document.incidents[1]);
  Incident early = test::drone_attack();
  early.type = "ambush";
  early.date->start = early.date->end = Date{2023, 1, 2};
  document.incidents.push_back(early);
  const std::string out = printed("text", document);
  const auto ambush = out.find("2023-01-02"), drone = out.find("2024-07-16"), undated = out.find("P3M");
  EXPECT_LT(ambush, drone);
  EXPECT_LT(drone, undated);
}

TEST(Text, values_start_in_the_same_column_whatever_the_script_of_the_labels) {
  const Labels hindi = Labels::from_tables({{"key", "en", "hi"}, {"where", "w", "कहां"}, {"what", "w", "क्या"}, {"killed", "k", "मृतकों की संख्या"}}, {}, "hi");
  Document document = test::sample_document();
  document.incidents.resize(1);
  std::string out;
  find_format("text")->record(document, style_of(hindi), out);
  std::size_t column = 0;
  for (const auto& [label, value] : {std::pair{"  कहां", "पहाड़ी चौकी"}, {"  मृतकों की संख्या", "3 सैनिक"}}) {
    const auto line = out.find(label);
    ASSERT_NE(line, std::string::npos) << out;
    const std::size_t at = display_width(out.substr(line, out.find(value, line) - line));
    if (column != 0) {
      EXPECT_EQ(at, column);
    }
    column = at;
  }
}

TEST(Text, escapes_come_from_us_alone) {
  Document document = test::sample_document();
  document.meta.title = "\x1b[2Jtitle";
  document.incidents[0].locations[0].name = "\x1b]8;;x\x07place";
  document.incidents[0].actors[0].name = "line\nbreak\x9b";
  EXPECT_EQ(printed("text", document).find('\x1b'), std::string::npos);
}

TEST(Width, counts_what_a_reader_sees) {
  const struct {
    std::string in;
    std::size_t want;
  } rows[] = {
      {"", 0}, {"abc", 3}, {"का", 1}, {"हिंदी", 2}, {"क़", 1}, {"中文", 4}, {"e\xcc\x81", 1}, {"\xf0\x9f\x94\xa5", 2},
  };
  for (const auto& row : rows) EXPECT_EQ(display_width(row.in), row.want) << row.in;
}

TEST(Annotation, tokens_carry_their_words_in_every_unit) {
  const std::string text = "दो \xf0\x9f\x94\xa5 ड्रोन";
  const struct {
    OffsetUnit unit;
    Span fire, drone;
  } rows[] = {
      {OffsetUnit::code_points, {3, 4}, {5, 10}}, {OffsetUnit::bytes, {7, 11}, {12, 27}}, {OffsetUnit::utf16, {3, 5}, {6, 11}}};
  for (const auto& row : rows) {
    Annotation annotation;
    annotation.text = text;
    annotation.tokens = {row.fire, row.drone};
    Style style = style_of(english());
    style.offsets = row.unit;
    std::string out;
    record_annotation_ndjson(annotation, style, out);
    const auto tokens = ordered_json::parse(out)["tokens"];
    EXPECT_EQ(tokens[0]["text"], "\xf0\x9f\x94\xa5");
    EXPECT_EQ(tokens[1]["text"], "ड्रोन");
  }
}

TEST(Annotation, marks_the_outermost_mentions) {
  Annotation annotation;
  annotation.text = "तीन सैनिक\nमरे";
  AnnotatedMention outer, inner;
  outer.kind = "actor";
  outer.span = {0, 9};
  inner.kind = "number";
  inner.span = {0, 3};
  annotation.mentions = {inner, outer};
  std::string out;
  record_annotation_text(annotation, style_of(english()), out);
  EXPECT_EQ(out, "[तीन सैनिक](actor)\nमरे\n");
}

TEST(Explanation, names_field_words_rule_and_line) {
  Document document = test::sample_document();
  document.incidents[0].reasons = {{"casualties.killed", "तीन", {10, 13}, "count.killed.verb", "data/rules/50-counts.rules:12"}};
  document.unused_numbers = {{"unused", "47", {1, 3}, "identifier", ""}};
  std::string out;
  record_explanation(document, style_of(english()), out);
  for (const char* want : {"casualties.killed", "तीन", "10-13", "count.killed.verb", "data/rules/50-counts.rules:12", "identifier"}) {
    EXPECT_NE(out.find(want), std::string::npos) << out;
  }
}

TEST(Formats, every_row_is_found_by_its_name_and_prints_any_document) {
  for (const Format& format : formats()) {
    EXPECT_EQ(find_format(format.name), &format);
    EXPECT_FALSE(format.help.empty());
    EXPECT_FALSE(printed(format.name, test::sample_document()).empty()) << format.name;
    printed(format.name, {});
  }
  EXPECT_EQ(find_format("jsn"), nullptr);
}

TEST(Labels, fall_back_to_the_key) {
  EXPECT_EQ(english().get("road_accident"), "road accident");
  EXPECT_EQ(english().fill("quantity_at_least", "5"), "at least 5");
  EXPECT_EQ(english().fill("what_by", "X"), "what by X");
}

}  // namespace
}  // namespace incidents::output
