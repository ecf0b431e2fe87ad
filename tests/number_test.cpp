#include "mentions/number.h"

#include <gtest/gtest.h>
#include <unicode/rbnf.h>

#include <cmath>
#include <random>

#include "mentions/numeral.h"
#include "news_reader.h"

namespace incidents {
namespace {

using testing::NewsReader;

constexpr std::string_view kQualifiers[] = {"exact",   "about",     "at_least", "more_than",
                                            "at_most", "less_than", "range",    "several"};

struct Bounds {
  std::optional<double> low, high;
};

Bounds read_bounds(const std::string& text) {
  const std::size_t dots = text.find("..");
  const auto number = [](const std::string& part) {
    return part.empty() ? std::nullopt : std::optional(std::stod(part));
  };
  if (dots == std::string::npos) return {number(text), number(text)};
  return {number(text.substr(0, dots)), number(text.substr(dots + 2))};
}

bool close(std::optional<double> a, std::optional<double> b) {
  if (!a || !b) return !a && !b;
  return std::abs(*a - *b) <= 1e-4 * std::max(1.0, std::abs(*b));
}

std::string shown(const NumberValue& value) {
  const auto bound = [](std::optional<double> b) { return b ? std::to_string(*b) : std::string(); };
  return bound(value.min) + ".." + bound(value.max) + " " + std::string(kQualifiers[static_cast<int>(value.qualifier)]);
}

TEST(NumberTable, every_row_gives_its_value) {
  NewsReader reader;
  const auto rows = testing::read_table("numbers.tsv");
  EXPECT_GE(rows.size(), 400u);
  for (const auto& row : rows) {
    const auto sentence = testing::take_brackets(row.cells.at(0));
    const std::string& value = row.cells.at(1);
    const std::string& qualifier = row.cells.at(2);
    SCOPED_TRACE("numbers.tsv:" + std::to_string(row.line) + ": " + row.cells[0]);
    reader.read(sentence.text);
    const auto numbers = reader.numbers();
    if (value == "-") {
      EXPECT_TRUE(numbers.empty()) << "found " << numbers.front().words;
      continue;
    }
    const auto found =
        std::find_if(numbers.begin(), numbers.end(), [&](const auto& n) { return n.begin == sentence.begin; });
    if (found == numbers.end()) {
      ADD_FAILURE() << "no number begins there";
      continue;
    }
    const Bounds want = read_bounds(value);
    EXPECT_EQ(found->words, sentence.marked);
    EXPECT_TRUE(close(found->value.min, want.low) && close(found->value.max, want.high))
        << "got " << shown(found->value);
    EXPECT_EQ(found->value.ordinal, qualifier == "ordinal");
    EXPECT_TRUE(qualifier != "article" || found->value.article);
    if (qualifier == "*" || qualifier == "ordinal" || qualifier == "article") continue;
    EXPECT_EQ(kQualifiers[static_cast<int>(found->value.qualifier)], qualifier);
  }
}

/// Spelling in words, and the reading of it.
class Spelling : public ::testing::Test {
 protected:
  Spelling() {
    UErrorCode error = U_ZERO_ERROR;
    icu_ = std::make_unique<icu::RuleBasedNumberFormat>(icu::URBNF_SPELLOUT, icu::Locale("hi"), error);
  }

  std::string icu_words(std::int64_t n) const {
    icu::UnicodeString words;
    icu_->format(n, words);
    std::string out;
    return words.toUTF8String(out);
  }

  /// The number that the words read as, or −1 where they are not read as one number.
  double parse(const std::string& words) {
    reader_.read(words);
    const auto numbers = reader_.numbers();
    if (numbers.size() != 1 || numbers[0].words != words || numbers[0].value.min != numbers[0].value.max) return -1;
    return *numbers[0].value.min;
  }

  NewsReader reader_;
  std::unique_ptr<icu::RuleBasedNumberFormat> icu_;
};

TEST_F(Spelling, every_number_up_to_ten_thousand_is_read_back) {
  for (int n = 0; n <= 10000; ++n) ASSERT_EQ(parse(icu_words(n)), n) << icu_words(n);
}

TEST_F(Spelling, a_sample_of_large_numbers_is_read_back) {
  std::mt19937_64 random(7);
  for (int digits = 5; digits <= 13; ++digits) {
    const auto low = static_cast<std::int64_t>(std::pow(10, digits - 1));
    const auto high = std::min<std::int64_t>(low * 10, 9'900'000'000'000);
    for (int i = 0; i < 400; ++i) {
      const std::int64_t n = std::uniform_int_distribution<std::int64_t>(low, high)(random);
      ASSERT_EQ(parse(icu_words(n)), static_cast<double>(n)) << icu_words(n);
    }
  }
}

/// Indian grouping: 12,34,567.
std::string grouped(std::int64_t n) {
  std::string digits = std::to_string(n);
  for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 2) digits.insert(static_cast<std::size_t>(at), ",");
  return digits;
}

std::string in_devanagari(const std::string& ascii) {
  std::string out;
  for (const char c : ascii) {
    if (c < '0' || c > '9') {
      out += c;
      continue;
    }
    out += "\xE0\xA5";
    out += static_cast<char>(0xA6 + (c - '0'));
  }
  return out;
}

TEST_F(Spelling, digits_of_both_scripts_are_read_back) {
  std::mt19937_64 random(11);
  for (int i = 0; i < 2000; ++i) {
    const std::int64_t n = std::uniform_int_distribution<std::int64_t>(0, i < 1000 ? 10000 : 99'999'999'999)(random);
    for (const std::string& text :
         {std::to_string(n), grouped(n), in_devanagari(std::to_string(n)), in_devanagari(grouped(n))}) {
      ASSERT_EQ(parse(text), static_cast<double>(n)) << text;
    }
  }
}

TEST_F(Spelling, every_spelling_of_the_lexicon_is_its_value_before_a_multiplier) {
  for (const auto& row : testing::read_table("spellings.tsv")) {
    const double value = std::stod(row.cells.at(1));
    EXPECT_EQ(parse(row.cells[0] + " हज़ार"), value * 1000) << row.cells[0];
    EXPECT_EQ(parse("तीन सौ " + row.cells[0]), 300 + value) << row.cells[0];
  }
}

using Kind = NumeralKind;

struct NumeralCase {
  const char* name;
  std::vector<Numeral> numerals;
  double want;
  std::size_t used;
};

Numeral unit(double v) { return {Kind::unit, v, v, false}; }
Numeral digits(double v) { return {Kind::digits, v, v, false}; }
Numeral times(double v) { return {v >= 1e5 ? Kind::times_only : Kind::times, v, v, false}; }
Numeral shift(double v) { return {Kind::shift, v, v, false}; }
Numeral joint(Kind kind) { return {kind, 0, 0, false}; }

TEST(Numeral, words_side_by_side_are_as_many_numbers_as_they_say) {
  const NumeralCase cases[] = {
      {"hundred", {times(100)}, 100, 1},
      {"two hundred five", {unit(2), times(100), unit(5)}, 205, 3},
      {"two | three", {unit(2), unit(3)}, 2, 1},
      {"two lakh | three lakh", {unit(2), times(1e5), unit(3), times(1e5)}, 200000, 2},
      {"three hundred | four hundred", {unit(3), times(100), unit(4), times(100)}, 300, 2},
      {"ten thousand crore", {unit(10), times(1000), times(1e7)}, 1e11, 3},
      {"half more three thousand", {shift(0.5), unit(3), times(1000)}, 3500, 3},
      {"quarter less hundred", {shift(-0.25), times(100)}, 75, 2},
      {"2.5 lakh | 20", {digits(2.5), times(1e5), digits(20)}, 250000, 2},
      {"one lakh 22 thousand 317", {unit(1), times(1e5), digits(22), times(1000), digits(317)}, 122317, 5},
      {"two thousand | 2008", {unit(2), times(1000), digits(2008)}, 2000, 2},
      {"three hundred and one", {unit(3), times(100), joint(Kind::joint_and), unit(1)}, 301, 4},
      {"two hundred | and three hundred", {unit(2), times(100), joint(Kind::joint_and), unit(3), times(100)}, 200, 2},
      {"five | and ten", {unit(5), joint(Kind::joint_and), unit(10)}, 5, 1},
      {"one over eight", {unit(1), joint(Kind::over), unit(8)}, 0.125, 3},
      {"minus five", {joint(Kind::minus), unit(5)}, -5, 2},
      {"six point six", {unit(6), joint(Kind::point), unit(6)}, 6.6, 3},
  };
  for (const auto& c : cases) {
    const auto got = compose_numerals(c.numerals);
    ASSERT_TRUE(got) << c.name;
    EXPECT_NEAR(got->low, c.want, 1e-9) << c.name;
    EXPECT_EQ(got->used, c.used) << c.name;
  }
  EXPECT_FALSE(compose_numerals(std::vector<Numeral>{times(1e9)}));
  EXPECT_FALSE(compose_numerals(std::vector<Numeral>{joint(Kind::joint_and), unit(1)}));
  EXPECT_FALSE(compose_numerals({}));
}

}  // namespace
}  // namespace incidents
