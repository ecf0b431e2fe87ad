#include "mentions/rows_elsewhere.h"

#include <algorithm>

namespace incidents {
namespace {

const Radius kNearVillage(60);
const Radius kDistrictReach(110);

/// One document's readings against what its text says beside them.
class RowFilter {
 public:
  explicit RowFilter(PlaceDocument& doc) : doc_(doc) {}

  void forget_rows_elsewhere() {
    for (std::size_t i = 1; i < doc_.readings.size(); ++i) {
      if (doc_.readings[i].doubtful) continue;
      if (const std::size_t town = town_of_bare_district(i); town != kNoReading) forget_if_elsewhere(doc_.readings[town], doc_.readings[i]);
      if (doc_.readings[i - 1].doubtful) continue;
      const bool bracketed = is_dateline_of(doc_.readings[i - 1], doc_.readings[i]);  // “X (U). In the area of the station …”
      ToponymReading& inner = bracketed ? doc_.readings[i - 1] : doc_.readings[i];
      const ToponymReading& outer = bracketed ? doc_.readings[i] : doc_.readings[i - 1];
      if (bracketed || (doc_.hangs_on(outer, inner) && !attacks(outer, inner)) || is_in_land(outer, inner)) forget_if_elsewhere(outer, inner);
    }
  }

  void forget_far_villages() {
    PlaceWeights& states = doc_.scratch.states;  // how many places of each the article names
    states.clear();
    double telling = 0;  // of them, those that are told more of than that a paper's desk is there
    for (const ToponymReading& reading : doc_.readings) {
      if (const GazetteerRow* unit = unit_of(reading)) {
        states.add(unit->cc, state_of(*unit), 1);
        telling += is_capitals_dateline(reading, *unit) ? 0 : 1;
      }
    }
    for (std::size_t i = 0; i < doc_.readings.size(); ++i) {
      ToponymReading& reading = doc_.readings[i];
      const GazetteerRow* row = reading.choice();
      if (reading.doubtful || row == nullptr || doc_.toponym(reading).is_dateline) continue;
      const std::string_view kind = doc_.toponym(reading).class_kind;
      if (!row->is_block && !doc_.gazetteer.is_obscure(kind) && !doc_.gazetteer.is_called_after(kind)) continue;
      const double self = unit_of(reading) != nullptr ? 1 : 0;
      const bool near = states.of(row->cc, row->admin1) > self && (!must_be_near(i) || has_neighbour(i, *row));
      if (near || telling <= self) continue;
      if (self != 0) states.add(row->cc, row->admin1, -1);
      telling -= self;
      reading.rows = {};
    }
  }

 private:
  /// “In land L near X”, of a land abroad: namesakes at home are not meant; a state is.
  bool is_in_land(const ToponymReading& land, const ToponymReading& inner) const {
    if (inner.sentence != land.sentence || inner.begin != land.end + 1 || doc_.toponym(land).is_dateline) return false;
    const bool abroad = std::any_of(land.rows.begin(), land.rows.end(), [&](const GazetteerRow& row) {
      return row.level == PlaceLevel::country && row.cc != doc_.gazetteer.home();
    });
    const auto is_where = [&](std::uint32_t at) { return doc_.gazetteer.is_where(doc_.normal, doc_.tokens, at, doc_.scratch.look_up); };
    const bool state = std::any_of(inner.rows.begin(), inner.rows.end(), [](const GazetteerRow& row) { return row.level == PlaceLevel::admin1; });
    return abroad && !state && is_where(land.end) && is_where(inner.end);
  }

  /// Villages, and small towns and police stations in news of a district, are mostly no list's namesakes.
  bool must_be_near(std::size_t i) {
    const std::string_view kind = doc_.toponym(doc_.readings[i]).class_kind;
    if (doc_.gazetteer.is_small(kind)) return true;
    if (doc_.gazetteer.is_called_after(kind)) return names_district_before(i);
    return (doc_.gazetteer.is_obscure(kind) || doc_.readings[i].choice()->is_block) && names_district_before(i);
  }

  /// Does the article, before the name, speak of a district or of a town that the news is from, and of no other beside it?
  bool names_district_before(std::size_t self) {
    constexpr std::size_t kLook = 30;
    for (std::size_t i = self > kLook ? self - kLook : 0; i < self; ++i) {
      const GazetteerRow* unit = unit_of(doc_.readings[i]);
      if (unit == nullptr || unit->level == PlaceLevel::admin1 || !unit->point) continue;
      const bool from_capital = doc_.toponym(doc_.readings[i]).is_dateline && !doc_.lexicon.attribute(unit->entry, "seat").empty();
      if (!from_capital) return true;
    }
    return false;
  }

  /// The row of a place that says in which state the news is; nullptr for others.
  const GazetteerRow* unit_of(const ToponymReading& reading) {
    const GazetteerRow* row = reading.choice();
    if (reading.doubtful || reading.ambiguous || row == nullptr || doc_.gazetteer.is_obscure(doc_.toponym(reading).class_kind)) return nullptr;
    if (doc_.gazetteer.is_called_after(doc_.toponym(reading).class_kind)) return nullptr;
    const bool lies_in_one = row->level != PlaceLevel::country && row->level != PlaceLevel::area && state_of(*row) != 0;
    return lies_in_one ? row : nullptr;
  }

  static StringId state_of(const GazetteerRow& row) {
    return row.level == PlaceLevel::admin1 ? row.name : row.admin1;
  }

  /// A capital's dateline says nothing of where the news is from.
  bool is_capitals_dateline(const ToponymReading& reading, const GazetteerRow& row) {
    return doc_.toponym(reading).is_dateline && doc_.lexicon.attribute(row.entry, "seat") == "country";
  }

  /// Does the article, near the name, speak of a place that a village may be named with: its district, a town near it?
  bool has_neighbour(std::size_t self, const GazetteerRow& village) {
    constexpr std::size_t kLook = 30;
    const std::size_t first = self > kLook ? self - kLook : 0;
    for (std::size_t i = first; i < std::min(doc_.readings.size(), self + kLook); ++i) {
      const GazetteerRow* unit = i == self ? nullptr : unit_of(doc_.readings[i]);
      if (unit != nullptr && is_within_reach(*unit, village)) return true;
    }
    return false;
  }

  static bool is_within_reach(const GazetteerRow& unit, const GazetteerRow& village) {
    if (unit.level == PlaceLevel::admin1) return false;
    if (village.admin2 != 0 && (village.admin2 == unit.admin2 || village.admin2 == unit.name)) return true;
    return unit.point && village.point && kNearVillage.holds(*unit.point, *village.point);
  }

  static void forget_if_elsewhere(const ToponymReading& outer, ToponymReading& inner) {
    const bool has_unit = std::any_of(outer.rows.begin(), outer.rows.end(), is_unit);
    const bool fits = std::any_of(inner.rows.begin(), inner.rows.end(), [&](const GazetteerRow& row) {
      return !may_be_elsewhere(row) || std::any_of(outer.rows.begin(), outer.rows.end(), [&](const GazetteerRow& unit) {
        return may_hold(unit, row);
      });
    });
    if (has_unit && !fits) inner.rows = {};
  }

  /// “Town. In the area X of the district …”: where a unit without a name stands before X, the town that the news is from.
  std::size_t town_of_bare_district(std::size_t self) {
    const ToponymReading& inner = doc_.readings[self];
    if (inner.begin < 2) return kNoReading;
    const std::uint32_t unit = inner.begin - 2;
    const bool opens = unit == doc_.sentences[inner.sentence].first || (unit > 0 && doc_.tokens[unit - 1].kind == TokenKind::punctuation);
    if (!opens || !doc_.gazetteer.is_genitive(doc_.normal, doc_.tokens, unit + 1, doc_.scratch.look_up)) return kNoReading;
    if (!doc_.gazetteer.is_district_word(doc_.normal, doc_.tokens, unit, doc_.scratch.look_up)) return kNoReading;
    for (std::size_t i = self; i-- > 0;) {
      if (!doc_.readings[i].doubtful && doc_.toponym(doc_.readings[i]).is_dateline) return i;
    }
    return kNoReading;
  }

  /// Is the unit told in brackets behind the town that the news is from?
  bool is_dateline_of(const ToponymReading& town, const ToponymReading& unit) {
    if (!doc_.toponym(town).is_dateline || unit.begin != town.end + 1) return false;
    const Token& mark = doc_.tokens[unit.begin - 1];
    return mark.kind == TokenKind::punctuation && doc_.normal[mark.begin] == '(';
  }

  /// “X's attack on A”, in Hindi “X ka A par hamla”: A is not told to lie in the land X.
  bool attacks(const ToponymReading& outer, const ToponymReading& inner) {
    const bool land = std::any_of(outer.rows.begin(), outer.rows.end(), [](const GazetteerRow& row) { return row.level == PlaceLevel::country; });
    return land && doc_.gazetteer.is_upon(doc_.normal, doc_.tokens, inner.end, doc_.scratch.look_up);
  }

  static bool is_unit(const GazetteerRow& row) {
    return row.level == PlaceLevel::admin1 || row.level == PlaceLevel::admin2 || row.level == PlaceLevel::country;
  }

  /// Countries, rivers and regions lie in no unit.
  static bool may_be_elsewhere(const GazetteerRow& row) {
    return row.level == PlaceLevel::place || row.level == PlaceLevel::admin1 || row.level == PlaceLevel::admin2;
  }

  /// May the unit hold the place? A district may, where the place is in its state and not far from its middle.
  static bool may_hold(const GazetteerRow& unit, const GazetteerRow& place) {
    if (unit.cc == 0 || place.cc == 0) return true;
    if (unit.cc != place.cc) return false;
    if (unit.level == PlaceLevel::country) return true;
    if (place.level == PlaceLevel::admin1) return true;
    if (unit.level == PlaceLevel::admin1) return place.admin1 == 0 || place.admin1 == unit.name || place.name == unit.name;
    if (place.admin1 != 0 && unit.admin1 != 0 && place.admin1 != unit.admin1) return false;
    return !unit.point || !place.point || kDistrictReach.holds(*unit.point, *place.point);
  }

  PlaceDocument& doc_;
};

}  // namespace

void forget_rows_elsewhere(PlaceDocument& doc) { RowFilter(doc).forget_rows_elsewhere(); }

void forget_far_villages(PlaceDocument& doc) { RowFilter(doc).forget_far_villages(); }

}  // namespace incidents
