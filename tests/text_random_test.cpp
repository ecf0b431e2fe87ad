#include <gtest/gtest.h>

#include <random>

#include "text_invariants.h"

namespace incidents {
namespace {

/// Bytes that start most of what the text layer treats in a special way, between plain random ones.
std::string random_bytes(std::mt19937& random) {
  constexpr std::string_view kDense =
      "\xE0\xA4\x95\xE0\xA5\x8D\xE0\xA4\xA8\xE0\xA5\x80\xE0\xA4\xAF.:;&<>p0123,-/'\" \n|ab\xC2\xA8\xEF\xBB\xBF";
  constexpr std::string_view kPieces[] = {"\xFF\xFE", "\xFE\xFF", "&amp;", "<p>", "न्द",          "कि.",
                                          "11:30",    "...",      "\r\n",  "12,", "\xE2\x80\x8D"};
  std::string bytes;
  for (auto length = random() % 32; length > 0; --length) {
    switch (random() % 6) {
      case 0:
        bytes += static_cast<char>(random());
        break;
      case 1:
        bytes += kPieces[random() % std::size(kPieces)];
        break;
      default:
        bytes += kDense[random() % kDense.size()];
    }
  }
  return bytes;
}

TEST(TextInvariants, hold_on_random_bytes) {
  std::mt19937 random(11);
  for (int i = 0; i < 100000; ++i) {
    const std::string bytes = random_bytes(random);
    ASSERT_EQ(broken_invariant(bytes), "") << "bytes: " << testing::PrintToString(bytes);
  }
}

/// A rule that looked back or ahead without bound would make these take minutes.
TEST(TextInvariants, hold_on_long_monotonous_texts) {
  constexpr std::string_view kPieces[] = {"<a ",     "a>",  "&amp;", ";",   "1,",     "12,",    "क.",   "ए.",
                                          "a.",      "क\n", "\n",    "क0 ", "\u00A8", "\u200D", "ab-1", "ा",
                                          "ड\u093C", "\"",  "न्",     "क:",  "घर ",    "1-",     "1."};
  for (const std::string_view piece : kPieces) {
    std::string text;
    while (text.size() < (1 << 20)) text += piece;
    EXPECT_EQ(broken_invariant(text), "") << piece;
  }
}

}  // namespace
}  // namespace incidents
