#include "mentions/gazetteer.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>

#include "lexicon/settings.h"
namespace incidents {
namespace {

constexpr double kEarth = 6371.0;  ///< kilometres from its middle to its face

std::optional<double> number(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

}  // namespace

Point::Point(double latitude, double longitude) : lat(latitude), lon(longitude) {
  constexpr double kDegree = std::numbers::pi / 180.0;
  const double parallel = std::cos(lat * kDegree);
  x = parallel * std::cos(lon * kDegree);
  y = parallel * std::sin(lon * kDegree);
  z = std::sin(lat * kDegree);
}

double distance_km(const Point& a, const Point& b) {
  return 2 * kEarth * std::asin(std::min(1.0, std::hypot(a.x - b.x, a.y - b.y, a.z - b.z) / 2));
}

Radius::Radius(double kilometres) {
  const double chord = 2 * std::sin(kilometres / (2 * kEarth));
  chord_squared_ = chord * chord;
}

PlaceLevel place_level(std::string_view name) {
  if (name == "country") return PlaceLevel::country;
  if (name == "admin1") return PlaceLevel::admin1;
  if (name == "admin2") return PlaceLevel::admin2;
  if (name == "place" || name == "city" || name == "town" || name == "village" || name == "facility") {
    return PlaceLevel::place;
  }
  if (name == "region" || name == "water" || name == "road") return PlaceLevel::area;
  return PlaceLevel::unknown;
}

Gazetteer::Gazetteer(const Lexicon& lexicon)
    : lexicon_(lexicon),
      place_classes_{lexicon.find_class("place"), lexicon.find_class("likely_place"),
                     lexicon.find_class("doubtful_place")},
      nationality_(lexicon.find_class("nationality")),
      marker_(lexicon.find_class("marker")),
      place_class_(lexicon.find_class("place_class")),
      genitive_(lexicon.find_string("ka")),
      upon_(lexicon.find_string("par")),
      inside_(lexicon.find_string("mein")),
      beside_(lexicon.find_string("ke_paas")),
      neighbourhood_(lexicon.find_string("neighbourhood")),
      block_(lexicon.find_string("block")),
      admin2_(lexicon.find_string("admin2")),
      india_(lexicon.find_string("IN")),
      pakistan_(lexicon.find_string("PK")) {
  const auto key = [&](std::string_view name) { return lexicon.find_string(name); };
  keys_ = {key("level"), key("cc"),  key("admin1"), key("admin2"), key("lat"),
           key("lon"),   key("pop"), key("kind"),   key("case"), key("rank")};
  const Settings settings(lexicon);
  small_kinds_ = settings.words("small_kinds");
  obscure_kinds_ = settings.words("obscure_kinds");
  called_after_kinds_ = settings.words("called_after_kinds");
  const Table table = lexicon.table("countries");
  const std::uint32_t code = table.find_column("cc");
  const std::uint32_t name = table.find_column("name");
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    countries_.emplace_back(table.cell(row, code), table.cell(row, name));
  }
  std::stable_sort(countries_.begin(), countries_.end(), [](auto& a, auto& b) { return a.first < b.first; });
}

bool Gazetteer::is_small(std::string_view class_kind) const { return std::ranges::find(small_kinds_, class_kind) != small_kinds_.end(); }

bool Gazetteer::is_obscure(std::string_view class_kind) const {
  return is_small(class_kind) || std::ranges::find(obscure_kinds_, class_kind) != obscure_kinds_.end();
}

bool Gazetteer::is_called_after(std::string_view class_kind) const {
  return std::ranges::find(called_after_kinds_, class_kind) != called_after_kinds_.end();
}

const std::vector<LexicalMatch>& Gazetteer::look_up(std::string_view normal, std::span<const Token> tokens,
                                                    Scratch& scratch) const {
  scratch.tokens.assign(tokens.begin(), tokens.end());
  lexicon_.look_up(normal, scratch.tokens, scratch.matches);
  return scratch.matches;
}

void Gazetteer::find(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end,
                     Scratch& scratch, std::vector<GazetteerRow>& out) const {
  for (const LexicalMatch& match : look_up(normal, tokens.subspan(begin, end - begin), scratch)) {
    if (match.begin != 0 || match.end != end - begin) continue;
    const ClassId id = lexicon_.entry_class(match.entry);
    if (std::find(place_classes_.begin(), place_classes_.end(), id) == place_classes_.end()) continue;
    out.push_back(row(match.entry));
  }
}

GazetteerRow Gazetteer::row(EntryId entry) const {
  const auto attribute = [&](StringId key) { return key == kNone ? 0 : lexicon_.entry_attribute(entry, key); };
  GazetteerRow row;
  row.entry = entry;
  row.name = lexicon_.entry_name(entry);
  row.level_name = attribute(keys_.level);
  row.level = place_level(lexicon_.string(row.level_name));
  row.cc = attribute(keys_.cc);
  row.admin1 = attribute(keys_.admin1);
  row.admin2 = attribute(keys_.admin2);
  const auto lat = number(lexicon_.string(attribute(keys_.lat)));
  const auto lon = number(lexicon_.string(attribute(keys_.lon)));
  if (lat && lon) row.point = Point(*lat, *lon);
  row.population = number(lexicon_.string(attribute(keys_.pop))).value_or(0);
  row.kind = attribute(keys_.kind);
  row.is_block = attribute(keys_.rank) == block_;
  row.prior = prior_of(row);
  return row;
}

double Gazetteer::prior_of(const GazetteerRow& row) const {
  double score = 0;
  switch (row.level) {
    case PlaceLevel::country:
      score = 6;
      break;
    case PlaceLevel::admin1:
      score = 3.5;
      break;
    case PlaceLevel::admin2:
      score = 2.2;
      break;
    case PlaceLevel::area:
      score = 2.5;
      break;
    default:
      score = row.population > 0 ? 0.45 * std::log10(row.population + 10) : 1.8;
      break;
  }
  if (row.kind == neighbourhood_) score -= 1;
  if (row.is_block) score -= 0.5;
  if (row.cc == india_) score += 1.5;
  if (row.cc == pakistan_) score += 0.4;
  return score;
}

std::string_view Gazetteer::country_name(StringId cc) const {
  if (cc == 0) return {};
  const auto found = std::lower_bound(countries_.begin(), countries_.end(), cc,
                                      [](const auto& country, StringId code) { return country.first < code; });
  return found != countries_.end() && found->first == cc ? lexicon_.string(found->second) : std::string_view();
}

StringId Gazetteer::nationality(std::string_view normal, std::span<const Token> tokens, std::uint32_t at,
                                Scratch& scratch) const {
  const Token& token = tokens[at];
  if (token.word == 0 || !lexicon_.word_classes(token.word).test(nationality_)) return 0;
  for (const LexicalMatch& match : look_up(normal, tokens.subspan(at, 1), scratch)) {
    if (lexicon_.entry_class(match.entry) == nationality_) return lexicon_.entry_attribute(match.entry, keys_.cc);
  }
  return 0;
}

bool Gazetteer::is_genitive(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const {
  return is_marker(normal, tokens, at, genitive_, scratch);
}

bool Gazetteer::is_upon(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const {
  return is_marker(normal, tokens, at, upon_, scratch);
}

bool Gazetteer::is_where(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const {
  constexpr std::size_t kLongest = 2;  // “ke paas”
  if (at >= tokens.size()) return false;
  const auto& matches = look_up(normal, tokens.subspan(at, std::min(kLongest, tokens.size() - at)), scratch);
  return std::any_of(matches.begin(), matches.end(), [&](const LexicalMatch& match) {
    const StringId where = match.begin == 0 && lexicon_.entry_class(match.entry) == marker_ ? lexicon_.entry_attribute(match.entry, keys_.grammatical_case) : 0;
    return where != 0 && (where == inside_ || where == beside_ || where == upon_);
  });
}

bool Gazetteer::is_district_word(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const {
  if (at >= tokens.size() || tokens[at].word == 0 || !lexicon_.word_classes(tokens[at].word).test(place_class_)) return false;
  for (const LexicalMatch& match : look_up(normal, tokens.subspan(at, 1), scratch)) {
    if (lexicon_.entry_class(match.entry) == place_class_ && lexicon_.entry_attribute(match.entry, keys_.level) == admin2_) return true;
  }
  return false;
}

bool Gazetteer::is_marker(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, StringId grammatical_case,
                          Scratch& scratch) const {
  if (at >= tokens.size() || tokens[at].word == 0 || !lexicon_.word_classes(tokens[at].word).test(marker_)) return false;
  for (const LexicalMatch& match : look_up(normal, tokens.subspan(at, 1), scratch)) {
    if (lexicon_.entry_class(match.entry) == marker_ &&
        lexicon_.entry_attribute(match.entry, keys_.grammatical_case) == grammatical_case) {
      return true;
    }
  }
  return false;
}

}  // namespace incidents
