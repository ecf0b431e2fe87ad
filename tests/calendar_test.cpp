#include "mentions/calendar.h"

#include <gtest/gtest.h>

#include "mentions/digits.h"

namespace incidents {
namespace {

Date day(std::string_view iso) { return parse_iso_date(iso).value(); }

TEST(Calendar, days_that_do_not_exist_are_refused) {
  EXPECT_FALSE(make_date(2023, 2, 29));
  EXPECT_TRUE(make_date(2024, 2, 29));
  EXPECT_FALSE(make_date(1900, 2, 29));
  EXPECT_TRUE(make_date(2000, 2, 29));
  EXPECT_FALSE(make_date(2024, 6, 31));
  EXPECT_FALSE(make_date(2024, 13, 1));
  EXPECT_FALSE(make_date(2024, 0, 1));
  EXPECT_FALSE(make_date(0, 1, 1));
  EXPECT_FALSE(make_date(10000, 1, 1));
}

TEST(Calendar, iso_dates_are_read_with_and_without_a_time) {
  EXPECT_EQ(format(day("2024-07-16")), "2024-07-16");
  EXPECT_EQ(format(day("2024-07-16T10:30:00Z")), "2024-07-16");
  EXPECT_EQ(format(day("2024-07-16 10:30")), "2024-07-16");
  for (const char* bad : {"", "2024", "2024-7-16", "2024/07/16", "2024-02-30", "16-07-2024", "2024-07-16x"}) {
    EXPECT_FALSE(parse_iso_date(bad)) << bad;
  }
}

TEST(Calendar, day_numbers_and_days_are_inverse) {
  EXPECT_EQ(days_from_civil(day("1970-01-01")), 0);
  EXPECT_EQ(days_from_civil(day("2000-03-01")), 11017);
  EXPECT_EQ(days_from_civil(day("1969-12-31")), -1);
  Date date = day("1599-12-25");
  for (int i = 0; i < 200000; ++i, date = add_days(date, 1)) {
    ASSERT_EQ(civil_from_days(days_from_civil(date)), date);
    ASSERT_TRUE(make_date(date.year, date.month, date.day));
  }
}

TEST(Calendar, weekdays_are_known) {
  EXPECT_EQ(weekday_of(day("2024-07-22")), 1);
  EXPECT_EQ(weekday_of(day("1947-08-15")), 5);
  EXPECT_EQ(weekday_of(day("2000-01-01")), 6);
  EXPECT_EQ(weekday_of(day("1900-01-01")), 1);
}

TEST(Calendar, weeks_are_numbered_as_iso_does) {
  const struct {
    const char* date;
    int year, week;
  } rows[] = {{"2005-01-01", 2004, 53}, {"2005-12-31", 2005, 52}, {"2007-01-01", 2007, 1},  {"2008-12-29", 2009, 1},
              {"2010-01-03", 2009, 53}, {"2024-12-30", 2025, 1},  {"2020-12-31", 2020, 53}, {"2021-01-03", 2020, 53}};
  for (const auto& row : rows) {
    EXPECT_EQ(iso_week_of(day(row.date)).year, row.year) << row.date;
    EXPECT_EQ(iso_week_of(day(row.date)).week, row.week) << row.date;
  }
}

TEST(Calendar, months_are_added_to_the_last_day_where_they_are_shorter) {
  EXPECT_EQ(format(add_months(day("2024-01-31"), 1)), "2024-02-29");
  EXPECT_EQ(format(add_months(day("2023-01-31"), 1)), "2023-02-28");
  EXPECT_EQ(format(add_months(day("2024-03-31"), -1)), "2024-02-29");
  EXPECT_EQ(format(add_months(day("2024-01-15"), -1)), "2023-12-15");
  EXPECT_EQ(format(add_months(day("2024-12-15"), 1)), "2025-01-15");
  EXPECT_EQ(format(add_months(day("2024-02-29"), 12)), "2025-02-28");
}

TEST(Calendar, what_leaves_the_calendar_stays_at_its_end) {
  EXPECT_EQ(format(add_days(day("2024-01-01"), 2000000000)), "9999-12-31");
  EXPECT_EQ(format(add_days(day("2024-01-01"), -2000000000)), "0001-01-01");
  EXPECT_EQ(format(add_units(day("2024-01-01"), TimeUnit::century, 2000000000)), "9999-12-31");
  EXPECT_EQ(format(add_units(day("2024-01-01"), TimeUnit::year, -5000)), "0001-01-01");
}

TEST(Calendar, periods_hold_the_day_and_step) {
  const struct {
    TimeUnit unit;
    int steps;
    const char *start, *end, *timex;
  } rows[] = {{TimeUnit::week, 0, "2024-07-22", "2024-07-28", "2024-W30"},
              {TimeUnit::week, -1, "2024-07-15", "2024-07-21", "2024-W29"},
              {TimeUnit::weekend, 0, "2024-07-27", "2024-07-28", "2024-W30-WE"},
              {TimeUnit::month, 1, "2024-08-01", "2024-08-31", "2024-08"},
              {TimeUnit::quarter, -1, "2024-04-01", "2024-06-30", "2024-Q2"},
              {TimeUnit::half_year, 0, "2024-07-01", "2024-12-31", "2024-H2"},
              {TimeUnit::year, -1, "2023-01-01", "2023-12-31", "2023"},
              {TimeUnit::decade, 0, "2020-01-01", "2029-12-31", "202"},
              {TimeUnit::century, -1, "1900-01-01", "1999-12-31", "19"}};
  for (const auto& row : rows) {
    const DateInterval got = period_at(row.unit, day("2024-07-26"), row.steps);
    EXPECT_EQ(format(*got.start), row.start);
    EXPECT_EQ(format(*got.end), row.end);
    EXPECT_EQ(timex_of_period(row.unit, *got.start), row.timex);
  }
}

TEST(Calendar, timex_of_intervals_and_durations) {
  EXPECT_EQ(timex_of_interval({day("2024-07-16"), day("2024-07-16")}), "2024-07-16");
  EXPECT_EQ(timex_of_interval({day("2024-07-16"), day("2024-07-18")}), "2024-07-16/2024-07-18");
  EXPECT_EQ(timex_of_interval({day("2024-07-16"), std::nullopt}), "2024-07-16/..");
  EXPECT_EQ(timex_of_duration(TimeUnit::day, 3), "P3D");
  EXPECT_EQ(timex_of_duration(TimeUnit::hour, 2.5), "PT2.5H");
  EXPECT_EQ(timex_of_duration(TimeUnit::minute, 40), "PT40M");
  EXPECT_EQ(timex_of_duration(TimeUnit::decade, 2), "P20Y");
  EXPECT_EQ(timex_of_duration(TimeUnit::month, 0), "PXM");
}

TEST(Digits, marks_tell_what_digits_mean) {
  const struct {
    const char* text;
    DigitForm form;
    double low, high;
  } rows[] = {{"20", DigitForm::value, 20, 20},
              {"1,25,000", DigitForm::value, 125000, 125000},
              {"125,000", DigitForm::value, 125000, 125000},
              {"2.5", DigitForm::value, 2.5, 2.5},
              {"1,250.75", DigitForm::value, 1250.75, 1250.75},
              {"15-20", DigitForm::range, 15, 20},
              {"10,000-15,000", DigitForm::range, 10000, 15000},
              {"25-25", DigitForm::value, 25, 25},
              {"6-3", DigitForm::none, 0, 0},
              {"11:30", DigitForm::clock, 0, 0},
              {"10:30-11:30", DigitForm::clock, 0, 0},
              {"19,20,21", DigitForm::day_list, 19, 21},
              {"2013-14", DigitForm::years, 2013, 2014},
              {"1999-00", DigitForm::years, 1999, 2000},
              {"1872-1947", DigitForm::years, 1872, 1947},
              {"1,2", DigitForm::day_list, 1, 2},
              {"40,50", DigitForm::none, 0, 0},
              {"12,", DigitForm::none, 0, 0},
              {"", DigitForm::none, 0, 0}};
  for (const auto& row : rows) {
    const DigitReading got = read_digits(row.text);
    EXPECT_EQ(static_cast<int>(got.form), static_cast<int>(row.form)) << row.text;
    if (got.form == row.form && row.high != 0) {
      EXPECT_EQ(got.low, row.low) << row.text;
      EXPECT_EQ(got.high, row.high) << row.text;
    }
  }
}

TEST(Digits, dates_are_day_month_year_unless_they_cannot_be) {
  const struct {
    const char* text;
    int year, month, day;
  } rows[] = {{"17/03/2021", 2021, 3, 17}, {"2021-03-17", 2021, 3, 17}, {"17.3.2021", 2021, 3, 17},
              {"17-03-21", 2021, 3, 17},   {"3/17/2021", 2021, 3, 17},  {"2015/08/12", 2015, 8, 12},
              {"2015.5.13", 2015, 5, 13},  {"11/2016", 2016, 11, 0},    {"2015-3", 2015, 3, 0},
              {"29/03", 0, 3, 29},         {"17/03/84", 1984, 3, 17}};
  for (const auto& row : rows) {
    const DigitReading got = read_digits(row.text);
    EXPECT_EQ(static_cast<int>(got.form), static_cast<int>(DigitForm::date)) << row.text;
    EXPECT_EQ(got.year, row.year) << row.text;
    EXPECT_EQ(got.month, row.month) << row.text;
    EXPECT_EQ(got.day, row.day) << row.text;
  }
  for (const char* text : {"31/02/2021", "17/13/2021", "45/45", "2021-13-01", "1/2/3/4"}) {
    EXPECT_NE(static_cast<int>(read_digits(text).form), static_cast<int>(DigitForm::date)) << text;
  }
}

}  // namespace
}  // namespace incidents
