#include "incidents/error.h"

#include <gtest/gtest.h>

namespace incidents {
namespace {

struct Case {
  const char* name;
  Location location;
  const char* want;
};

class ErrorText : public testing::TestWithParam<Case> {};

TEST_P(ErrorText, shows_the_place_and_a_caret) {
  const Error error(ErrorCode::data, "unknown class 'peple'", GetParam().location);
  EXPECT_STREQ(error.what(), GetParam().want);
}

INSTANTIATE_TEST_SUITE_P(
    table, ErrorText,
    testing::Values(
        Case{"message_alone", {}, "unknown class 'peple'"},
        Case{"file_alone", {"a.tsv", 0, 0, ""}, "a.tsv: unknown class 'peple'"},
        Case{"line", {"a.tsv", 3, 0, ""}, "a.tsv:3: unknown class 'peple'"},
        Case{"line_of_standard_input", {"", 3, 0, ""}, "<input>:3: unknown class 'peple'"},
        Case{"caret", {"a.tsv", 3, 5, "घर\tpeple"}, "a.tsv:3:5: unknown class 'peple'\nघर\tpeple\n  \t ^"},
        Case{"caret_at_code_point_column",
             {"a.tsv", 3, 6, "मकान peple"},
             "a.tsv:3:6: unknown class 'peple'\nमकान peple\n     ^"},
        Case{"column_past_the_line_is_shown_at_its_end",
             {"a.tsv", 3, 9, "abc"},
             "a.tsv:3:9: unknown class 'peple'\nabc\n   ^"},
        Case{"excerpt_without_column", {"a.tsv", 3, 0, "abc"}, "a.tsv:3: unknown class 'peple'\nabc"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Error, keeps_its_parts) {
  const Error error(ErrorCode::input, "cannot open", {"x.txt", 0, 0, ""});
  EXPECT_EQ(error.code(), ErrorCode::input);
  EXPECT_EQ(error.message(), "cannot open");
  EXPECT_EQ(error.location().file, "x.txt");
}

}  // namespace
}  // namespace incidents
