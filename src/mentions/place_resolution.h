#pragma once
/// Which of a name's rows is meant: evidence of an article's places, and the score of a row under it.
#include <span>
#include <string>
#include <vector>

#include "mentions/gazetteer.h"

namespace incidents {

/// A toponym of the document with the rows that it may be.
struct ToponymReading {
  std::uint32_t mention = 0;   ///< index into Mentions::all
  std::uint32_t sentence = 0;
  std::uint32_t begin = 0;     ///< first token of the name
  std::uint32_t end = 0;       ///< behind the mention, with its class word
  std::vector<GazetteerRow> rows = {};
  std::size_t chosen = kUndecided;
  bool ambiguous = false;      ///< rows far apart are as likely: `chosen` is one of them, what they share holds
  bool doubtful = false;       ///< may be no place at all

  static constexpr std::size_t kUndecided = static_cast<std::size_t>(-1);
};

/// Where the article's other places are, weighed: certain readings count fully, the rest by their best row.
class PlaceEvidence {
 public:
  void clear();
  void add_country(StringId cc, double weight);
  void add_unit(StringId cc, StringId unit, double weight);  ///< a first-level unit or district, by its printed name
  double country(StringId cc) const;
  double unit(StringId cc, StringId unit) const;

 private:
  struct Item {
    StringId cc, unit;
    double weight;
  };
  std::vector<Item> items_;
};

/// What a row has going for it before the article is asked: rank, population, the papers' home.
double prior_score(const Gazetteer& gazetteer, const GazetteerRow& row);

/// Two rows that are one place to a reader: a district and its seat, a city and its province.
bool same_place(const GazetteerRow& a, const GazetteerRow& b);

/// Chooses a row for every reading.
void choose_rows(const Gazetteer& gazetteer, std::span<const StringId> nationalities,
                 std::vector<ToponymReading>& readings);

}  // namespace incidents
