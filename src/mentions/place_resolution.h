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
  std::span<const GazetteerRow> rows = {};
  std::size_t chosen = kUndecided;
  bool ambiguous = false;      ///< rows far apart are as likely: `chosen` is one of them, what they share holds
  bool doubtful = false;       ///< may be no place at all

  static constexpr std::size_t kUndecided = static_cast<std::size_t>(-1);

  const GazetteerRow* choice() const { return chosen < rows.size() ? &rows[chosen] : nullptr; }
};

/// Neighbours asked to either side, so that the work stays linear in long documents.
inline constexpr std::size_t kReach = 60;

/// Weights of places by country code and name: a hash table that keeps its memory from document to document.
class PlaceWeights {
 public:
  void clear();
  void add(StringId cc, StringId name, double weight);
  double of(StringId cc, StringId name) const;  ///< 0 for what was not added
  bool empty() const { return size_ == 0; }

 private:
  struct Slot {
    StringId cc = kNone;  ///< kNone: free
    StringId name = 0;
    double weight = 0;
  };
  std::size_t slot_of(StringId cc, StringId name) const;
  void grow();

  std::vector<Slot> slots_;  ///< open addressing, a power of two long
  std::size_t size_ = 0;
};

/// Where the article's other places are, weighed: certain readings count fully, the rest by their best row.
class PlaceEvidence {
 public:
  void clear() { weights_.clear(); }
  void add_country(StringId cc, double weight) { add_unit(cc, 0, weight); }
  /// A first-level unit or district, by its printed name.
  void add_unit(StringId cc, StringId unit, double weight) {
    if (cc != 0) weights_.add(cc, unit, weight);
  }
  double country(StringId cc) const { return cc == 0 ? 0 : unit(cc, 0); }
  double unit(StringId cc, StringId unit) const { return weights_.of(cc, unit); }

 private:
  PlaceWeights weights_;
};

/// Buffers of choose_rows.
struct ChoiceScratch {
  PlaceEvidence evidence;
  std::vector<ToponymReading> narrowed;
  std::vector<GazetteerRow> rows;  ///< of the narrowed readings
  std::vector<double> scores;
};

/// Two rows that are one place to a reader: a district and its seat, a city and its province.
bool same_place(const GazetteerRow& a, const GazetteerRow& b);

/// Chooses a row for every reading.
void choose_rows(std::span<const StringId> nationalities, std::vector<ToponymReading>& readings,
                 ChoiceScratch& scratch);

}  // namespace incidents
