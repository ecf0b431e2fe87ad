/// Places: what is one, where it is, and that hand-written coordinates lie where their rows say.
#include "mentions/place.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "incidents/extractor.h"
#include "lexicon/name_sound.h"
#include "mentions/gazetteer.h"
#include "news_reader.h"

namespace incidents {
namespace {

using testing::read_table;
using testing::TableRow;
using testing::take_brackets;

std::vector<AnnotatedMention> locations(const std::string& text) {
  static const Extractor extractor;
  Scratch scratch;
  ArticleInfo article;
  article.id = "row";
  Annotation annotation = extractor.annotate(text, article, scratch);
  std::erase_if(annotation.mentions, [](const AnnotatedMention& mention) { return mention.kind != "location"; });
  return std::move(annotation.mentions);
}

std::uint32_t code_points(const std::string& text) {
  std::uint32_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return count;
}

/// A mention over the bracketed words: at their start, inside them.
const AnnotatedMention* over(const std::vector<AnnotatedMention>& found, const testing::Bracketed& sentence) {
  const std::uint32_t begin = code_points(sentence.text.substr(0, sentence.begin));
  const std::uint32_t end = begin + code_points(sentence.marked);
  for (const AnnotatedMention& mention : found) {
    if (mention.span.start < end && mention.span.end > begin) return &mention;
  }
  return nullptr;
}

TEST(Place, names_are_told_from_words) {
  int musts = 0;
  int traps = 0;
  for (const TableRow& row : read_table("place_mentions.tsv")) {
    ASSERT_EQ(row.cells.size(), 2u) << row.line;
    const testing::Bracketed sentence = take_brackets(row.cells[1]);
    const auto found = locations(sentence.text);
    const AnnotatedMention* mention = over(found, sentence);
    if (row.cells[0] == "place") {
      ++musts;
      EXPECT_NE(mention, nullptr) << row.line << ": " << row.cells[1];
    } else {
      ++traps;
      EXPECT_EQ(mention, nullptr) << row.line << ": " << row.cells[1] << " by " << mention->rule;
    }
  }
  EXPECT_GE(musts, 60);
  EXPECT_GE(traps, 60);
}

TEST(Place, of_the_places_answered_nineteen_in_twenty_are_within_fifty_kilometres) {
  int asked = 0;
  int answered = 0;
  int right = 0;
  std::string wrong;
  for (const TableRow& row : read_table("place_points.tsv")) {
    ASSERT_EQ(row.cells.size(), 5u) << row.line;
    ++asked;
    for (const AnnotatedMention& mention : locations(row.cells[0])) {
      if (mention.text != row.cells[1]) continue;
      const IncidentLocation& where = *mention.location;
      if (!where.lat || !where.lon) continue;
      ++answered;
      const Point want{std::stod(row.cells[2]), std::stod(row.cells[3])};
      const bool is_unit = where.precision == LocationPrecision::admin1;
      const double km = distance_km({*where.lat, *where.lon}, want);
      if (km <= (is_unit ? 120 : 50) && where.country == row.cells[4]) {
        ++right;
      } else {
        wrong += row.cells[1] + " (line " + std::to_string(row.line) + "): " + std::to_string(km) + " km off, " +
                 where.country.value_or("no country") + "\n";
      }
      break;
    }
  }
  EXPECT_GE(asked, 200);
  EXPECT_GE(answered, asked * 80 / 100) << answered << " of " << asked;
  EXPECT_GE(right, answered * 95 / 100) << wrong;
  RecordProperty("answered", answered);
  RecordProperty("right", right);
}

struct Bounds {
  double south, north, west, east;
  bool holds(Point p) const { return p.lat >= south && p.lat <= north && p.lon >= west && p.lon <= east; }
};

TEST(Place, coordinates_lie_inside_the_country_and_state_of_their_row) {
  std::map<std::pair<std::string, std::string>, Bounds> bounds;
  for (const TableRow& row : read_table("place_bounds.tsv")) {
    bounds[{row.cells[0], row.cells[1] == "-" ? "" : row.cells[1]}] = {
        std::stod(row.cells[2]), std::stod(row.cells[3]), std::stod(row.cells[4]), std::stod(row.cells[5])};
  }
  const Lexicon lexicon(embedded_image());
  const Gazetteer gazetteer(lexicon);
  int checked = 0;
  for (EntryId entry = 0; entry < lexicon.entry_count(); ++entry) {
    const std::string_view file = lexicon.entry_source(entry).file;
    if (file.find("gazetteer/") == std::string_view::npos) continue;
    const GazetteerRow row = gazetteer.row(entry);
    if (!row.point || row.level == PlaceLevel::area) continue;
    const std::string cc(lexicon.string(row.cc));
    const std::string admin1(lexicon.string(row.admin1));
    for (const auto& unit : {std::string(), cc == "IN" ? admin1 : std::string()}) {
      const auto known = bounds.find({cc, unit});
      if (known == bounds.end()) continue;
      ++checked;
      EXPECT_TRUE(known->second.holds(*row.point)) << file << ":" << lexicon.entry_source(entry).line << " "
                                                   << lexicon.string(row.name) << " is outside " << cc << " " << unit;
    }
  }
  EXPECT_GT(checked, 8000);
}

const AnnotatedMention* named(const std::vector<AnnotatedMention>& found, const std::string& name) {
  for (const AnnotatedMention& mention : found) {
    if (mention.text == name) return &mention;
  }
  return nullptr;
}

TEST(Place, a_chain_gives_an_unknown_name_its_parents) {
  const auto found = locations("छत्तीसगढ़ के सुकमा जिले के खमलापल्ली गांव में धमाका हुआ।");
  const AnnotatedMention* village = named(found, "खमलापल्ली");
  ASSERT_NE(village, nullptr);
  EXPECT_EQ(village->location->kind, "village");
  EXPECT_EQ(village->location->admin2, "सुकमा");
  EXPECT_EQ(village->location->admin1, "छत्तीसगढ़");
  EXPECT_EQ(village->location->country, "IN");
  EXPECT_EQ(village->location->precision, LocationPrecision::admin2);
}

TEST(Place, of_a_states_and_a_towns_dateline_the_towns_holds_the_village) {
  const auto found = locations("उत्तराखंड: करंट से किसान की मौत\nचमोली। जिले के तिलसहरी थाना क्षेत्र में करंट लगने से एक किसान की मौत हो गई।");
  const AnnotatedMention* station = named(found, "तिलसहरी");
  ASSERT_NE(station, nullptr);
  EXPECT_EQ(station->location->admin2, "चमोली");
}

TEST(Place, an_unknown_name_is_matched_by_sound_inside_its_district_and_says_so) {
  const auto found = locations("छत्तीसगढ़ के राजनांदगांव जिले के भानपुरी गांव में आग लगी।");
  const AnnotatedMention* town = named(found, "भानपुरी");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->location->matched, "phonetic");
  EXPECT_EQ(town->location->latin, "Bhanpuri");
  EXPECT_NEAR(town->location->lat.value_or(0), 21.09, 0.1);
  EXPECT_NEAR(town->location->lon.value_or(0), 80.93, 0.1);
}

TEST(Place, names_that_sound_alike_have_one_skeleton) {
  const std::pair<std::string, std::string> pairs[] = {
      {"लहरपुर", "Laharpur"}, {"लोधरां", "Lodhran"}, {"आरंग", "Arang"}, {"झुमरी", "Jhumri"}, {"शिकारपुर", "Shikarpur"}};
  for (const auto& [hindi, latin] : pairs) {
    const std::string a = fold_devanagari_name(normalise(hindi));
    const std::string b = fold_latin_name(latin);
    EXPECT_EQ(name_skeleton(a), name_skeleton(b)) << hindi << " " << a << " " << b;
    EXPECT_TRUE(is_safe_match(name_skeleton(a), sound_distance(a, b))) << hindi << " " << a << " " << b;
  }
  EXPECT_FALSE(is_safe_match("kr", 0)) << "two consonants are too few";
  EXPECT_FALSE(is_safe_match("krn", 0.3)) << "a short name must sound the same";
}

TEST(Place, a_village_of_an_article_without_any_known_place_is_of_the_home_country) {
  const auto found = locations("थाना क्षेत्र के खमलापल्ली गांव में आग लगी।");
  const AnnotatedMention* village = named(found, "खमलापल्ली");
  ASSERT_NE(village, nullptr);
  EXPECT_EQ(village->location->country, "IN");
  EXPECT_FALSE(village->location->admin1.has_value());
  EXPECT_FALSE(village->location->lat.has_value());
}

TEST(Place, a_road_is_of_the_land_of_both_its_towns) {
  const struct {
    const char* text;
    std::optional<std::string> country;
  } rows[] = {
      {"आगरा-मथुरा मार्ग पर सोमवार को बस पलट गई।", "IN"},
      {"दिल्ली हावड़ा रेलवे ट्रैक पर सोमवार को एक युवक की मौत हो गई।", "IN"},
      {"दिल्ली-लाहौर मार्ग पर सोमवार को बस पलट गई।", std::nullopt},
  };
  for (const auto& row : rows) {
    const auto found = locations(row.text);
    ASSERT_FALSE(found.empty()) << row.text;
    EXPECT_EQ(found.front().location->country, row.country) << row.text;
  }
}

TEST(Place, districts_of_one_name_are_told_apart_by_their_states) {
  const auto found = locations("हिमाचल प्रदेश के बिलासपुर में बस पलटी।");
  const AnnotatedMention* town = named(found, "बिलासपुर");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->location->admin1, "हिमाचल प्रदेश");
}

TEST(Place, a_namesake_without_context_stays_null) {
  const auto found = locations("औरंगाबाद में बिजली गई।");
  const AnnotatedMention* town = named(found, "औरंगाबाद");
  ASSERT_NE(town, nullptr);
  EXPECT_EQ(town->location->country, "IN");
  EXPECT_FALSE(town->location->lat.has_value());
}

TEST(Place, look_up_gives_the_likeliest_row_first_and_says_why) {
  const Lexicon lexicon(embedded_image());
  const auto candidates = look_up_place(lexicon, "हैदराबाद");
  ASSERT_GE(candidates.size(), 2u);
  EXPECT_EQ(candidates.front().location.country, "IN");
  EXPECT_NE(candidates.front().why.find("home country"), std::string::npos);
  EXPECT_TRUE(look_up_place(lexicon, "खमलापल्ली").empty());
}

TEST(Place, a_country_holds_its_cities_and_a_district_its_town_but_no_place_holds_itself) {
  Toponym country;
  country.level = PlaceLevel::country;
  country.standard_name = "इराक";
  country.resolved.country = "IQ";
  Toponym province = country;
  province.level = PlaceLevel::admin1;
  province.standard_name = "अनबर";
  province.entry = 1;
  province.resolved.admin1 = "अनबर";
  Toponym base = province;
  base.level = PlaceLevel::place;
  base.standard_name = "ऐन अल-असद";
  base.entry = 2;
  EXPECT_TRUE(contains(country, province));
  EXPECT_TRUE(contains(province, base));
  EXPECT_FALSE(contains(base, province));
  EXPECT_FALSE(contains(province, province));
}

}  // namespace
}  // namespace incidents
