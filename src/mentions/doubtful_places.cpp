#include "mentions/doubtful_places.h"

#include <algorithm>

namespace incidents {
namespace {

/// One document's doubtful names.
class DoubtfulPlaces {
 public:
  explicit DoubtfulPlaces(PlaceDocument& doc) : doc_(doc) {}

  void confirm_doubtful() {
    doc_.scratch.names.clear();
    doc_.scratch.states.clear();
    for (const ToponymReading& reading : doc_.readings) {
      if (!reading.doubtful) note(reading);
    }
    for (std::size_t i = 0; i < doc_.readings.size(); ++i) {
      ToponymReading& reading = doc_.readings[i];
      if (!reading.doubtful || !doc_.is_marked(doc_.mentions.all[reading.mention].end)) continue;
      if (!named_elsewhere(reading) && !held_nearby(i) && !held_by_article(reading)) continue;
      confirm(reading);
      note(reading);
    }
  }

 private:
  /// Takes down what a place beyond doubt may be.
  void note(const ToponymReading& reading) {
    for (const GazetteerRow& row : reading.rows) {
      doc_.scratch.names.add(row.cc, row.name, 1);
      if (row.level == PlaceLevel::admin1) doc_.scratch.states.add(row.cc, row.name, 1);
      if (row.level == PlaceLevel::place && row.admin2 != 0) doc_.scratch.states.add(row.cc, row.admin2, 1);
    }
  }

  bool named_elsewhere(const ToponymReading& reading) const {
    return std::any_of(reading.rows.begin(), reading.rows.end(),
                       [&](const GazetteerRow& row) { return doc_.scratch.names.of(row.cc, row.name) != 0; });
  }

  bool held_nearby(std::size_t self) const {
    constexpr std::uint32_t kNear = 8;
    const ToponymReading& reading = doc_.readings[self];
    const auto first = doc_.readings.begin() + static_cast<std::ptrdiff_t>(self - std::min(self, kReach));
    const auto last = doc_.readings.begin() + static_cast<std::ptrdiff_t>(std::min(doc_.readings.size(), self + kReach));
    return std::any_of(first, last, [&](const ToponymReading& other) {
      if (other.doubtful || other.sentence != reading.sentence) return false;
      const std::uint32_t gap =
          other.begin >= reading.end ? other.begin - reading.end : reading.begin - std::min(reading.begin, other.end);
      if (gap > kNear) return false;
      return std::any_of(other.rows.begin(), other.rows.end(), [&](const GazetteerRow& near) {
        return std::any_of(reading.rows.begin(), reading.rows.end(), [&](const GazetteerRow& row) {
          if (row.cc != near.cc) return false;
          // A country bears out its provinces alone, and where it stands beside them: “Sri Lanka's eastern province”.
          if (near.level == PlaceLevel::country) return row.level == PlaceLevel::admin1 && gap <= 1;
          return row.admin1 == near.name || (row.admin1 != 0 && row.admin1 == near.admin1);
        });
      });
    });
  }

  /// The article names the state that one of its rows lies in, or another town of its district, beyond doubt.
  bool held_by_article(const ToponymReading& reading) const {
    return std::any_of(reading.rows.begin(), reading.rows.end(), [&](const GazetteerRow& row) {
      const bool in_district = row.level == PlaceLevel::place && row.admin2 != 0 && doc_.scratch.states.of(row.cc, row.admin2) != 0;
      return in_district || doc_.scratch.states.of(row.cc, row.admin1) != 0;
    });
  }

  void confirm(ToponymReading& reading) {
    Mention& mention = doc_.mentions.all[reading.mention];
    mention.kind = MentionKind::place;
    mention.payload = static_cast<std::uint32_t>(doc_.mentions.places.size());
    Toponym place;
    place.name_begin = mention.begin;
    place.name_end = mention.end;
    doc_.mentions.places.push_back(std::move(place));
    reading.doubtful = false;
  }

  PlaceDocument& doc_;
};

}  // namespace

void confirm_doubtful(PlaceDocument& doc) { DoubtfulPlaces(doc).confirm_doubtful(); }

}  // namespace incidents
