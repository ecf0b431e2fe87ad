/// What holds of the output for any text: the goldens, noise made from them, random Unicode, random bytes.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "golden.h"
#include "json_schema.h"

namespace incidents {
namespace {

using Json = nlohmann::ordered_json;

constexpr OffsetUnit kUnits[] = {OffsetUnit::code_points, OffsetUnit::bytes, OffsetUnit::utf16};

std::string encode(char32_t c) {
  const auto byte = [](char32_t bits) { return static_cast<char>(static_cast<unsigned char>(bits)); };
  if (c < 0x80) return {byte(c)};
  if (c < 0x800) return {byte(0xC0 | (c >> 6)), byte(0x80 | (c & 0x3F))};
  if (c < 0x10000) return {byte(0xE0 | (c >> 12)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
  return {byte(0xF0 | (c >> 18)), byte(0x80 | ((c >> 12) & 0x3F)), byte(0x80 | ((c >> 6) & 0x3F)), byte(0x80 | (c & 0x3F))};
}

/// A text that can be cut at offsets of one unit.
class Slices {
 public:
  Slices(const std::string& text, OffsetUnit unit) : text_(text) {
    for (std::size_t byte = 0; byte < text.size(); ++byte) {
      const auto lead = static_cast<unsigned char>(text[byte]);
      if (unit == OffsetUnit::bytes) {
        at_.push_back(byte);
      } else if ((lead & 0xC0) != 0x80) {
        at_.push_back(byte);
        if (unit == OffsetUnit::utf16 && lead >= 0xF0) at_.push_back(byte);  // the second half of a pair
      }
    }
    at_.push_back(text.size());
  }

  std::size_t length() const { return at_.size() - 1; }
  std::string cut(std::size_t start, std::size_t end) const { return text_.substr(at_[start], at_[end] - at_[start]); }

 private:
  const std::string& text_;
  std::vector<std::size_t> at_;
};

/// Walks the log; `spans` counts the places where words stand beside their offsets.
void check_spans(const Json& value, const Slices& slices, const std::string& at, int& spans) {
  if (value.is_array()) {
    for (const Json& member : value) check_spans(member, slices, at + "[]", spans);
    return;
  }
  if (!value.is_object()) return;
  for (const auto& [key, member] : value.items()) check_spans(member, slices, at + "/" + key, spans);
  for (const auto& [start_key, end_key] : {std::pair("start", "end"), std::pair("start_offset", "end_offset")}) {
    if (!value.contains(start_key) || !value.at(start_key).is_number()) continue;
    const auto start = value.at(start_key).get<std::size_t>(), end = value.at(end_key).get<std::size_t>();
    ASSERT_LE(start, end) << at;
    ASSERT_LE(end, slices.length()) << at;
    if (!value.contains("text") || !value.at("text").is_string()) continue;
    EXPECT_EQ(value.at("text").get<std::string>(), slices.cut(start, end)) << at;
    ++spans;
  }
}

class Property : public testing::Test {
 protected:
  static void SetUpTestSuite() {
    extractors_ = new std::vector<Extractor>;
    for (const OffsetUnit unit : kUnits) extractors_->emplace_back(Options{.offsets = unit, .with_text = true});
  }
  static void TearDownTestSuite() { delete extractors_; }

  /// How many spans were compared, over all units.
  int check(const std::string& bytes, const ArticleInfo& info) {
    int spans = 0;
    for (std::size_t u = 0; u < std::size(kUnits); ++u) {
      const Document document = (*extractors_)[u].extract(bytes, info, scratch_);
      const std::string out = test::printed(document);
      EXPECT_EQ(test::printed((*extractors_)[u].extract(bytes, info, scratch_)), out) << "a second run differs";
      const Json json = Json::parse(out);
      const Slices slices(*document.text, kUnits[u]);
      check_spans(json.at("incidents"), slices, "", spans);
      std::vector<std::string> ids;
      for (const Json& incident : json.at("incidents")) ids.push_back(incident.at("id"));
      if (u == 0) ids_ = ids;
      EXPECT_EQ(ids, ids_) << "the unit of offsets changes an id";
      std::sort(ids.begin(), ids.end());
      EXPECT_EQ(std::adjacent_find(ids.begin(), ids.end()), ids.end()) << "two incidents share an id";
    }
    if (HasFailure()) ADD_FAILURE() << "text: " << bytes;
    return spans;
  }

  static ArticleInfo published() {
    ArticleInfo info;
    info.id = "noise";
    info.published = Date{2024, 7, 26};
    info.published_from = PublishedFrom::option;
    return info;
  }

  static inline std::vector<Extractor>* extractors_ = nullptr;
  Scratch scratch_;
  std::vector<std::string> ids_;
};

TEST_F(Property, words_of_goldens_stand_at_their_offsets) {
  int spans = 0;
  for (const test::Golden& golden : test::read_goldens()) spans += check(golden.text, test::info_of(golden));
  EXPECT_GT(spans, 400);
}

TEST_F(Property, every_figure_has_its_reason) {
  const Extractor explaining(Options{.explain = true});
  int figures = 0;
  const auto check_reasons = [&](const std::string& text, const ArticleInfo& info) {
    const Document document = explaining.extract(text, info, scratch_);
    for (const Incident& incident : document.incidents) {
      const Casualties& c = incident.casualties;
      for (const auto& [name, figure] : {std::pair("killed", &c.killed), std::pair("injured", &c.injured), std::pair("missing", &c.missing), std::pair("detained", &c.detained),
                                         std::pair("kidnapped", &c.kidnapped), std::pair("rescued", &c.rescued), std::pair("displaced", &c.displaced)}) {
        if (!*figure) continue;
        ++figures;
        EXPECT_TRUE(std::any_of(incident.reasons.begin(), incident.reasons.end(), [&](const Reason& r) { return r.field == std::string("casualties.") + name; }))
            << name << " of " << incident.type << " in: " << text;
      }
    }
  };
  check_reasons("पटना में सोमवार को बस पलट गई। 17 मृतक बिहार के थे।", published());  // a noun, no verb, says what befell them
  for (const test::Golden& golden : test::read_goldens()) check_reasons(golden.text, test::info_of(golden));
  EXPECT_GT(figures, 40);
}

TEST_F(Property, ids_stay_when_buffers_are_new) {
  for (const test::Golden& golden : test::read_goldens()) {
    Scratch fresh;
    const Extractor extractor;
    const Document a = extractor.extract(golden.text, test::info_of(golden), fresh);
    const Document b = (*extractors_)[0].extract(golden.text, test::info_of(golden), scratch_);
    ASSERT_EQ(a.incidents.size(), b.incidents.size()) << golden.name;
    for (std::size_t i = 0; i < a.incidents.size(); ++i) EXPECT_EQ(a.incidents[i].id, b.incidents[i].id) << golden.name;
  }
}

/// What copying, old fonts and web pages do to a text.
std::string damaged(const std::string& text, std::mt19937& random) {
  constexpr std::string_view kPieces[] = {
      "\xE2\x80\x8D", "\xE2\x80\x8C", "\xC2\xA0", " ", "\r\n", "<p>", "&nbsp;", "&quot;", "\xEF\xBB\xBF", "\xC2\xAD", "|",
      "।", "\xE2\x80\x9C", "𝟕", "😀", "\xF0\x91\x82\xA0", "\xFF", "\xE0\xA4", "\xE0\xA4\xBC", "ा", "ं", "ँ", "(", ")", "3", "७", "-"};
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t next = i + 1;
    while (next < text.size() && (static_cast<unsigned char>(text[next]) & 0xC0) == 0x80) ++next;
    const auto dice = random() % 40;
    if (dice == 0) out += kPieces[random() % std::size(kPieces)];
    if (dice != 1) out.append(text, i, next - i);
    if (dice == 2) out.append(text, i, next - i);
    i = next;
  }
  return out;
}

TEST_F(Property, words_of_damaged_goldens_stand_at_their_offsets) {
  std::mt19937 random(7);
  const auto goldens = test::read_goldens();
  for (int round = 0; round < 5; ++round) {
    for (const test::Golden& golden : goldens) check(damaged(golden.text, random), published());
  }
}

/// Words of the goldens in any order: more kinds of mentions side by side than any article has.
TEST_F(Property, words_of_shuffled_goldens_stand_at_their_offsets) {
  std::mt19937 random(8);
  std::vector<std::string> words;
  for (const test::Golden& golden : test::read_goldens()) {
    std::istringstream in(golden.text);
    for (std::string word; in >> word;) words.push_back(word);
  }
  for (int round = 0; round < 200; ++round) {
    std::string text;
    for (auto count = random() % 80; count > 0; --count) text += words[random() % words.size()] + (random() % 12 == 0 ? "\n" : " ");
    check(text, published());
  }
}

/// Words of the benchmark's articles from anywhere to anywhere, in their order or none: texts that begin with a
/// postposition, end in a bracket, have markers without words.
TEST_F(Property, pieces_of_articles_are_read_without_harm) {
  std::mt19937 random(9);
  std::vector<std::vector<std::string>> articles;
  std::vector<std::string> all;
  std::vector<std::filesystem::path> files;
  for (const auto& file : std::filesystem::directory_iterator(INCIDENTS_SOURCE_DIR "/tests/benchmark/text")) files.push_back(file.path());
  std::sort(files.begin(), files.end());
  for (const auto& file : files) {
    std::ifstream in(file);
    auto& words = articles.emplace_back();
    for (std::string word; in >> word;) words.push_back(word);
    all.insert(all.end(), words.begin(), words.end());
  }
  ASSERT_GE(articles.size(), 80u);
  for (int round = 0; round < 4000; ++round) {
    const auto& article = articles[random() % articles.size()];
    const std::size_t begin = random() % article.size(), count = random() % 120;
    std::string text;
    for (std::size_t i = 0; i < count; ++i) {
      const std::string& word = round % 2 == 0 ? article[(begin + i) % article.size()] : all[random() % all.size()];
      text += word + (random() % 16 == 0 ? "\n" : random() % 24 == 0 ? "" : " ");
    }
    const Document document = (*extractors_)[0].extract(text, published(), scratch_);
    EXPECT_FALSE(Json::parse(test::printed(document)).is_discarded()) << text;
  }
}

TEST_F(Property, random_unicode_is_read_without_harm) {
  std::mt19937 random(9);
  constexpr std::pair<char32_t, char32_t> kRanges[] = {{0x0900, 0x097F}, {0x0020, 0x007E}, {0x0000, 0x00FF},
                                                       {0x2000, 0x206F}, {0x0300, 0x036F}, {0x1F300, 0x1F5FF},
                                                       {0x0600, 0x06FF}, {0xFE00, 0xFFFD}, {0x10000, 0x10FFFF}};
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (auto length = random() % 120; length > 0; --length) {
      const auto& [first, last] = kRanges[random() % 3 == 0 ? random() % std::size(kRanges) : 0];
      text += encode(first + static_cast<char32_t>(random() % (last - first + 1)));
    }
    check(text, published());
  }
}

TEST_F(Property, random_bytes_are_read_without_harm) {
  std::mt19937 random(10);
  for (int round = 0; round < 1000; ++round) {
    std::string bytes;
    for (auto length = random() % 200; length > 0; --length) bytes += static_cast<char>(random());
    check(bytes, published());
  }
}

}  // namespace
}  // namespace incidents
