#pragma once
/// The gazetteer's rows as numbers and interned names: what toponym resolution compares.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"
#include "mentions/mention.h"

namespace incidents {

/// A place in degrees, and on the unit sphere, so that points are compared without trigonometry.
struct Point {
  Point(double latitude, double longitude);
  double lat, lon;
  double x, y, z;
};

/// Great-circle distance in kilometres.
double distance_km(const Point& a, const Point& b);

/// A great-circle distance, asked of many pairs of points.
class Radius {
 public:
  explicit Radius(double kilometres);
  /// The points are less than so far apart.
  bool holds(const Point& a, const Point& b) const {
    const double x = a.x - b.x;
    const double y = a.y - b.y;
    const double z = a.z - b.z;
    return x * x + y * y + z * z < chord_squared_;
  }

 private:
  double chord_squared_;
};

struct GazetteerRow {
  EntryId entry = kNone;
  PlaceLevel level = PlaceLevel::unknown;
  StringId name = 0;    ///< first spelling
  StringId cc = 0;      ///< ISO 3166-1 alpha-2; 0 where more than one
  StringId admin1 = 0;  ///< first spellings of the parents; 0 where not given
  StringId admin2 = 0;
  StringId level_name = 0;
  StringId kind = 0;
  bool is_block = false;  ///< the seat of a block or of a police station: small, and one of many of its name
  std::optional<Point> point;
  double population = 0;
  double prior = 0;     ///< what the row has going for it before the article is asked: rank, population, the papers' home
};

/// "admin1" → PlaceLevel::admin1; city, town, village and facility are places; region, water and road are areas.
PlaceLevel place_level(std::string_view name);

/// Const once built, shared by all threads.
class Gazetteer {
 public:
  /// Buffers of a look-up.
  struct Scratch {
    std::vector<Token> tokens;
    std::vector<LexicalMatch> matches;
  };

  /// `lexicon` must outlive it.
  explicit Gazetteer(const Lexicon& lexicon);

  /// Appends the rows whose spelling is exactly the tokens [begin, end): places, and the doubtful ones among them.
  void find(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end,
            Scratch& scratch, std::vector<GazetteerRow>& out) const;
  GazetteerRow row(EntryId entry) const;
  /// In the language of the texts; "" for an unknown code.
  std::string_view country_name(StringId cc) const;
  /// The country of a nationality that starts at a token; 0 for none.
  StringId nationality(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const;
  /// Is the token a genitive postposition?
  bool is_genitive(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const;
  /// Is it a word for a district: “zila”?
  bool is_district_word(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const;
  /// Is it “par”, behind what is attacked?
  bool is_upon(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const;
  /// Does a marker for what lies in, on or near a place stand there?
  bool is_where(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, Scratch& scratch) const;

  /// Does a name's own class word, of this kind, say that the place is too small for the gazetteer's namesakes?
  bool is_small(std::string_view class_kind) const;
  /// Or that it is mostly in no list, so that a namesake's row says little?
  bool is_obscure(std::string_view class_kind) const;
  /// Or that it is mostly called after another place: “the Rampur crossing” is anywhere?
  bool is_called_after(std::string_view class_kind) const;

  /// The country that the texts' papers are at home in.
  StringId home() const { return india_; }

  const Lexicon& lexicon() const { return lexicon_; }

 private:
  const std::vector<LexicalMatch>& look_up(std::string_view normal, std::span<const Token> tokens, Scratch& scratch) const;
  bool is_marker(std::string_view normal, std::span<const Token> tokens, std::uint32_t at, StringId grammatical_case,
                 Scratch& scratch) const;
  double prior_of(const GazetteerRow& row) const;

  const Lexicon& lexicon_;
  std::array<ClassId, 3> place_classes_{};
  ClassId nationality_ = 0;
  ClassId marker_ = 0;
  ClassId place_class_ = 0;
  StringId genitive_ = kNone;
  StringId upon_ = kNone;
  StringId inside_ = kNone;
  StringId beside_ = kNone;
  struct {
    StringId level, cc, admin1, admin2, lat, lon, pop, kind, grammatical_case, rank;
  } keys_{};
  StringId neighbourhood_, block_, admin2_, india_, pakistan_;
  std::vector<std::string_view> small_kinds_, obscure_kinds_, called_after_kinds_;  ///< settings of these names
  std::vector<std::pair<StringId, StringId>> countries_;  ///< code and name, sorted by code
};

}  // namespace incidents
