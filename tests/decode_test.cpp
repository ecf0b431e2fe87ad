#include "text/decode.h"

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <random>

namespace incidents {
namespace {

using namespace std::string_view_literals;

struct Row {
  const char* name;
  std::string_view in;
  std::string_view want;
  std::uint32_t malformed;
};

TEST(Decode, yields_utf8_and_counts_what_it_replaced) {
  const Row rows[] = {
      {"empty", "", "", 0},
      {"plain", "घर a", "घर a", 0},
      {"utf8 mark", "\xEF\xBB\xBFघर", "घर", 0},
      {"mark alone", "\xEF\xBB\xBF", "", 0},
      {"utf16 little endian", "\xFF\xFE\x18\x09\x0A\x00"sv, "घ\n", 0},
      {"utf16 big endian", "\xFE\xFF\x09\x18\x00\x0A"sv, "घ\n", 0},
      {"utf16 surrogate pair", "\xFE\xFF\xD8\x3D\xDE\x00"sv, "\U0001F600", 0},
      {"utf16 lone surrogate", "\xFE\xFF\xD8\x3D\x09\x18"sv, "\uFFFDघ", 1},
      {"utf16 odd byte", "\xFE\xFF\x09\x18\x09"sv, "घ\uFFFD", 1},
      {"lone continuation", "a\x80z", "a\uFFFDz", 1},
      {"lone lead before a letter", "a\xE0z", "a\uFFFDz", 1},
      {"maximal subpart is one", "a\xE0\xA4z", "a\uFFFDz", 1},
      {"truncated at the end", "a\xE0\xA4", "a\uFFFD", 1},
      {"two in a row", "\xE0\xA4\xE0\xA4\x98", "\uFFFDघ", 1},
      {"overlong", "\xC0\xAF", "\uFFFD\uFFFD", 2},
      {"surrogate in UTF-8", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
      {"beyond Unicode", "\xF5\x80", "\uFFFD\uFFFD", 2},
      {"long plain run, then damage", "0123456789abcdef\xFFघर", "0123456789abcdef\uFFFDघर", 1},
  };
  for (const Row& row : rows) {
    const Decoded decoded = decode(row.in);
    EXPECT_EQ(decoded.text, row.want) << row.name;
    ASSERT_EQ(decoded.diagnostics.size(), row.malformed == 0 ? 0U : 1U) << row.name;
    if (row.malformed != 0) {
      EXPECT_EQ(decoded.diagnostics[0].count, row.malformed) << row.name;
    }
  }
  EXPECT_EQ(decode("\xFF").diagnostics.at(0).message, "malformed UTF-8 replaced by U+FFFD");
}

TEST(Decode, binary_is_told_from_text) {
  EXPECT_FALSE(looks_binary(""));
  EXPECT_FALSE(looks_binary("घर\r\n\tनया\f"));
  EXPECT_FALSE(looks_binary("\xFF\xFE\x18\x09\x0A\x00"sv));
  EXPECT_FALSE(looks_binary("\xE0\xA4 damaged text is still text"));
  EXPECT_TRUE(
      looks_binary("\x7F"
                   "ELF\x02\x01\x01\x00"sv));
  EXPECT_TRUE(looks_binary("\x01\x02\x03"));
  EXPECT_TRUE(looks_binary("\xFF\xFE\x00\x00\x18\x09\x00\x00"sv)) << "UTF-32 is not read";
  EXPECT_FALSE(looks_binary(std::string(100, 'a') + "\x1B[0m")) << "a stray escape sequence";
}

/// The text as ICU reads it, one code point at a time.
std::string decode_plainly(std::string_view bytes) {
  std::string text;
  for (std::size_t at = 0; at < bytes.size();) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(reinterpret_cast<const std::uint8_t*>(bytes.data()), at, bytes.size(), c);
    char buffer[4];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(buffer), size, c);
    text.append(buffer, size);
  }
  return text;
}

TEST(Decode, random_bytes_read_as_icu_reads_them) {
  std::mt19937 random(1);
  constexpr std::string_view kDense = "ab\x80\x94\xA4\xA5\xBF\xC2\xE0\xE0\xE0\xE1\xED\xF0\xF4";
  for (int i = 0; i < 100000; ++i) {
    std::string bytes("a");
    const auto length = random() % 24;
    for (unsigned k = 0; k < length; ++k) {
      bytes += random() % 4 == 0 ? static_cast<char>(random()) : kDense[random() % kDense.size()];
    }
    ASSERT_EQ(decode(bytes).text, decode_plainly(bytes));
  }
}

}  // namespace
}  // namespace incidents
