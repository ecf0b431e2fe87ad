#include "mentions/timex.h"

#include <gtest/gtest.h>

#include "news_reader.h"

namespace incidents {
namespace {

using testing::NewsReader;

constexpr std::string_view kPrecisions[] = {"day", "week", "month", "season", "year", "decade", "open"};

std::string shown(const std::optional<Date>& date) { return date ? format(*date) : "-"; }

TEST(DateTable, every_row_gives_its_days) {
  NewsReader reader;
  const auto rows = testing::read_table("dates.tsv");
  EXPECT_GE(rows.size(), 400u);
  for (const auto& row : rows) {
    const auto sentence = testing::take_brackets(row.cells.at(1));
    SCOPED_TRACE("dates.tsv:" + std::to_string(row.line) + ": " + row.cells[0] + " " + row.cells[1]);
    reader.read(sentence.text, parse_iso_date(row.cells[0]));
    const auto dates = reader.dates();
    if (row.cells.at(2) == "none") {
      EXPECT_TRUE(dates.empty()) << "found " << dates.front().words;
      continue;
    }
    const auto found =
        std::find_if(dates.begin(), dates.end(), [&](const auto& d) { return d.begin == sentence.begin; });
    if (found == dates.end()) {
      ADD_FAILURE() << "no date begins there";
      continue;
    }
    EXPECT_EQ(found->words, sentence.marked);
    EXPECT_EQ(shown(found->value.start), row.cells[2]);
    EXPECT_EQ(shown(found->value.end), row.cells.at(3));
    if (row.cells.at(4) == "*") continue;
    EXPECT_EQ(kPrecisions[static_cast<int>(found->value.precision)], row.cells[4]);
  }
}

/// The first date of a text.
Timex first_date(std::string_view text, std::string_view published = "") {
  NewsReader reader;
  reader.read(text, parse_iso_date(published));
  const auto dates = reader.dates();
  return dates.empty() ? Timex{} : dates.front().value;
}

TEST(Timex, without_publication_it_says_what_is_known) {
  const struct {
    const char *text, *timex;
  } rows[] = {{"धमाका गुरुवार को हुआ ।", "XXXX-WXX-4"}, {"धमाका 16 जुलाई को हुआ ।", "XXXX-07-16"},
              {"धमाका जुलाई में हुआ ।", "XXXX-07"},      {"धमाका 12 तारीख को हुआ ।", "XXXX-XX-12"},
              {"पिछले हफ्ते धमाका हुआ ।", "XXXX-WXX"},   {"कर्फ्यू 16-18 जुलाई को रहा ।", "XXXX-07-16/XXXX-07-18"}};
  for (const auto& row : rows) {
    const Timex got = first_date(row.text);
    EXPECT_EQ(got.timex, row.timex) << row.text;
    EXPECT_TRUE(got.needs_published) << row.text;
    EXPECT_FALSE(got.start) << row.text;
  }
}

TEST(Timex, values_follow_timex3) {
  const struct {
    const char *text, *timex;
  } rows[] = {{"धमाका 16 जुलाई 2024 को हुआ ।", "2024-07-16"},
              {"पिछले हफ्ते धमाका हुआ ।", "2024-W29"},
              {"धमाका जून 2016 में हुआ ।", "2016-06"},
              {"धमाका 2008 में हुआ ।", "2008"},
              {"1990 के दशक में हिंसा हुई ।", "199"},
              {"हाल ही में धमाका हुआ ।", "PAST_REF"},
              {"इन दिनों हमले बढ़े हैं ।", "PRESENT_REF"},
              {"मुठभेड़ तीन घंटे चली ।", "PT3H"},
              {"2020 की तीसरी तिमाही में घाटा हुआ ।", "2020-Q3"}};
  for (const auto& row : rows) EXPECT_EQ(first_date(row.text, "2024-07-26").timex, row.timex) << row.text;
}

TEST(Timex, it_says_where_the_days_come_from) {
  EXPECT_EQ(first_date("धमाका 16 जुलाई 2024 को हुआ ।", "2024-07-26").resolved_from, ResolvedFrom::explicit_);
  EXPECT_EQ(first_date("धमाका सोमवार को हुआ ।", "2024-07-26").resolved_from, ResolvedFrom::published);
  EXPECT_EQ(first_date("धमाका सोमवार को हुआ ।").resolved_from, ResolvedFrom::none);
  NewsReader reader;
  reader.read("धमाका 5 मार्च 2021 को हुआ । उसी दिन गोली चली ।");
  ASSERT_EQ(reader.dates().size(), 2u);
  EXPECT_EQ(reader.dates()[1].value.resolved_from, ResolvedFrom::context);
}

TEST(Timex, flags_tell_lengths_vague_times_open_ends_and_nights) {
  EXPECT_TRUE(first_date("मुठभेड़ तीन घंटे चली ।").duration);
  EXPECT_TRUE(first_date("हाल ही में धमाका हुआ ।").vague);
  EXPECT_TRUE(first_date("हिंसा 2014 से जारी है ।").since);
  EXPECT_TRUE(first_date("धमाका सोमवार देर रात हुआ ।", "2024-07-26").night_across);
  EXPECT_FALSE(first_date("धमाका सोमवार सुबह हुआ ।", "2024-07-26").night_across);
}

TEST(Timex, numbers_inside_dates_count_nothing_but_lengths_keep_theirs) {
  NewsReader reader;
  reader.read("धमाका 16 जुलाई 2024 को हुआ जिसमें 5 लोग मरे ।");
  ASSERT_EQ(reader.numbers().size(), 1u);
  EXPECT_EQ(reader.numbers()[0].words, "5");
  reader.read("धमाका दो दिन पहले हुआ ।", parse_iso_date("2024-07-26"));
  ASSERT_EQ(reader.numbers().size(), 1u);
  EXPECT_EQ(reader.numbers()[0].words, "दो");
}

TEST(ResolveDate, days_that_do_not_exist_have_no_interval) {
  Timex date;
  date.form.op = DateOp::calendar;
  date.form.year = 2023;
  date.form.month = 2;
  date.form.day = 29;
  resolve_date(date, {}, {});
  EXPECT_FALSE(date.start);
  EXPECT_FALSE(date.needs_published);
}

TEST(ResolveDate, dates_that_refer_to_each_other_in_a_ring_end) {
  std::vector<Timex> dates(2);
  for (std::uint32_t i = 0; i < 2; ++i) {
    dates[i].form.op = DateOp::same;
    dates[i].form.first = 1 - i;
  }
  resolve_date(dates[0], {}, dates);
  EXPECT_FALSE(dates[0].start);
}

}  // namespace
}  // namespace incidents
