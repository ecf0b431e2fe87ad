/// Where the day of publication comes from, best first: --date, record, page, dateline, file name, file's time.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "cli/stamp.h"
#include "incidents/date.h"
#include "program.h"

namespace incidents {
namespace {

using nlohmann::json;

std::string shown(const std::optional<Date>& date) { return date ? format(*date) : ""; }

TEST(DateInName, is_found_where_it_stands_alone) {
  const struct {
    const char *name, *want;
  } rows[] = {
      {"2024-07-26-blast.txt", "2024-07-26"}, {"20240726.txt", "2024-07-26"},     {"news_2024_07_26.txt", "2024-07-26"},
      {"a-20240726-b.txt", "2024-07-26"},     {"2024-13-40.txt", ""},             {"120240726.txt", ""},
      {"202407261.txt", ""},                  {"2024-07-26T10.txt", "2024-07-26"}, {"2024-07_26.txt", ""},
      {"18990101.txt", ""},                   {"article.txt", ""},                {"99999999-20240726.txt", "2024-07-26"},
  };
  for (const auto& row : rows) EXPECT_EQ(shown(cli::date_in_name(row.name)), row.want) << row.name;
}

TEST(DateOfStamp, takes_the_day_that_was_written) {
  const struct {
    const char *stamp, *want;
  } rows[] = {
      {"2024-07-26", "2024-07-26"}, {"2024-07-26T23:59:00+05:30", "2024-07-26"}, {"2024-07-26 10:00", "2024-07-26"},
      {"20240726", "2024-07-26"},   {"2024/07/26", "2024-07-26"},                {"2024-02-30", ""},
      {"1721952000", ""},           {"", ""},                                    {"2024-07-266", ""},
      {"Fri, 26 Jul 2024 23:30:00 +0530", "2024-07-26"}, {"26 July 2024", "2024-07-26"}, {"Jul 26, 2024, 10:00 AM IST", "2024-07-26"},
      {"Fri Jul 26 2024", "2024-07-26"}, {"1 Sept 2024", "2024-09-01"}, {"31 Jun 2024", ""}, {"26/07/2024", ""}, {"26 Jul 24", ""},
      {"Published: 26 Jul 2024", "2024-07-26"}, {"26 7 2024", ""}, {"Jul 2024", ""}, {"26 Juliet 2024", ""},
  };
  for (const auto& row : rows) EXPECT_EQ(shown(cli::date_of_stamp(row.stamp)), row.want) << row.stamp;
}

TEST(DateOfUnixTime, is_the_day_in_utc_of_what_can_be_one) {
  const struct {
    std::int64_t time;
    const char* want;
  } rows[] = {{1721952000, "2024-07-26"}, {1721951999, "2024-07-25"}, {1721952000000, "2024-07-26"}, {20240726, ""}, {-1, ""},
              {99999999999999, "5138-11-16"}, {9223372036854775807, ""}};
  for (const auto& row : rows) EXPECT_EQ(shown(cli::date_of_unix_time(row.time)), row.want) << row.time;
}

class DateSource : public test::ProgramTest {
 protected:
  /// `day source` of the one document that the arguments give.
  std::string published(const std::string& arguments) const {
    const auto ran = incidents("parse -q --format ndjson " + arguments);
    const json document = json::parse(ran.out)["document"];
    return document["published"].dump() + " " + document["published_from"].dump();
  }
};

TEST_F(DateSource, the_better_one_wins) {
  const std::string page = "<meta property='article:published_time' content='2024-03-03'><p>पुलिस ने तीन लोगों को पकड़ा।</p>";
  write("page.html", page);
  write("2024-04-04.html", page);
  write("2024-04-04.txt", "पुलिस ने तीन लोगों को पकड़ा।");
  write("plain.txt", "पुलिस ने तीन लोगों को पकड़ा।");
  write("r.ndjson", R"({"text":"x","date":"2024-02-02"})");
  write("2024-04-04.ndjson", R"({"text":"x"})");
  write("2024-04-05.txt", "रामनगर, 1 अप्रैल 2024 (संवाददाता)। पुलिस ने तीन लोगों को पकड़ा।");
  ASSERT_EQ(script("touch -d 2024-05-05T12:00Z plain.txt 2024-04-04.txt").code, 0);
  const struct {
    const char *arguments, *want;
  } rows[] = {
      {"--date 2024-01-01 r.ndjson", "\"2024-01-01\" \"option\""},
      {"--date 2024-01-01 page.html", "\"2024-01-01\" \"option\""},
      {"r.ndjson", "\"2024-02-02\" \"record\""},
      {"page.html", "\"2024-03-03\" \"html\""},
      {"2024-04-04.html", "\"2024-03-03\" \"html\""},
      {"2024-04-05.txt", "\"2024-04-01\" \"dateline\""},
      {"2024-04-04.txt", "\"2024-04-04\" \"filename\""},
      {"--date-from-mtime 2024-04-04.txt", "\"2024-04-04\" \"filename\""},
      {"--date-from-mtime plain.txt", "\"2024-05-05\" \"mtime\""},
      {"plain.txt", "null null"},
      {"2024-04-04.ndjson", "null null"},
  };
  for (const auto& row : rows) EXPECT_EQ(published(row.arguments), row.want) << row.arguments;
}

TEST_F(DateSource, a_line_of_the_page_says_when_it_was_published) {
  const struct {
    const char *line, *want;
  } rows[] = {
      {"13 मार्च 2018", "\"2018-03-13\" \"dateline\""},
      {"बुधवार, 13 दिसंबर, 2006 को 05:52 GMT तक के समाचार", "\"2006-12-13\" \"dateline\""},
      {"Publish Date: Tue, 13 Mar 2018 10:20 PM (IST)", "\"2018-03-13\" \"dateline\""},
      {"By SANJAY | May 29, 2025 9:34 PM", "\"2025-05-29\" \"dateline\""},
      {"अपडेटेड 7:59 PM, 15 जनवरी 2025", "\"2025-01-15\" \"dateline\""},
      {"2 जून 2023\nबालासोर में ट्रेनों की टक्कर में 290 लोगों की मौत हुई।\n20 नवंबर 2016", "null null"},
      {"प्रकाशित: 5 अप्रैल", "null null"},
      {"5 अप्रैल 2019 के धमाके की याद ताजा हुई", "null null"},
  };
  for (const auto& row : rows) {
    write("page.txt", std::string("पटना में धमाका, पांच मरे\n") + row.line + "\nपटना में मंगलवार को धमाके में पांच लोगों की मौत हो गई।\n");
    EXPECT_EQ(published("page.txt"), row.want) << row.line;
  }
}

}  // namespace
}  // namespace incidents
