#include "mentions/unknown_places.h"

#include <algorithm>

#include "mentions/written_place.h"

namespace incidents {
namespace {

/// One document's unknown names.
class UnknownPlaces {
 public:
  explicit UnknownPlaces(PlaceDocument& doc) : doc_(doc) {}

  void place_unknown_names() {
    for (std::size_t i = doc_.readings.size(); i-- > 0;) {
      if (leads_as_dateline(i)) dateline_ = i;
    }
    for (std::size_t i = 0; i < doc_.readings.size(); ++i) {
      const ToponymReading& reading = doc_.readings[i];
      if (!reading.doubtful && doc_.toponym(reading).entry == kNone) take_parents(i);
      if (i < dateline_ && leads_as_dateline(i)) dateline_ = i;
      if (!can_hold(reading)) continue;
      before_ = i;
      if (doc_.toponym(reading).is_scene_candidate) scene_before_ = i;
    }
    take_home_country();
  }

 private:
  /// An article that names no country nor any known place, but villages and police stations, is of the papers' home.
  void take_home_country() {
    bool homely = false;
    for (const ToponymReading& reading : doc_.readings) {
      if (reading.doubtful) continue;
      if (doc_.toponym(reading).resolved.country) return;
      homely = homely || doc_.gazetteer.is_obscure(doc_.toponym(reading).class_kind) || doc_.gazetteer.is_called_after(doc_.toponym(reading).class_kind);
    }
    const auto& told = doc_.scratch.nationalities;
    if (!homely || !std::all_of(told.begin(), told.end(), [&](StringId cc) { return cc == doc_.gazetteer.home(); })) return;
    for (const ToponymReading& reading : doc_.readings) {
      if (!reading.doubtful && reading.rows.empty()) write_country(doc_.gazetteer, doc_.gazetteer.home(), doc_.toponym(reading).resolved);
    }
  }

  /// An unknown name lies where the text hangs it: on the place before it (“X district's village Y”) or behind it (“Y,
  /// X”) in its sentence, else in the one unit that the article so far speaks of.
  void take_parents(std::size_t self) {
    Toponym& place = doc_.toponym(doc_.readings[self]);
    if (place.resolved.country) {
      take_sentence_holder(self);
      return;
    }
    if (const std::size_t parent = find_parent(self); parent != kNoReading) {
      const Toponym& holder = doc_.toponym(doc_.readings[parent]);
      take_from(is_narrowed_by_dateline(holder) ? doc_.toponym(doc_.readings[dateline_]) : holder, place);
    } else if (dateline_ != kNoReading) {
      take_from_dateline(doc_.toponym(doc_.readings[dateline_]), place);
    } else {
      take_shared_country(self);
      return;
    }
    match_by_sound(doc_, place);
  }

  /// “On the highway A-B”, “on the line A B”: the land that both lie in; 0 where a known one of them lies in several, or they
  /// in two.
  StringId land_of_route(const Toponym& road) {
    if (road.class_kind != "road" && road.class_kind != "railway") return 0;
    constexpr std::uint32_t kLongest = 8;  // tokens of a name
    if (road.name_end - road.name_begin > kLongest) return 0;
    const auto is_joint = [&](std::uint32_t t) { return doc_.tokens[t].kind == TokenKind::punctuation; };
    std::uint32_t joint = road.name_begin;
    while (joint < road.name_end && !is_joint(joint)) ++joint;
    if (joint < road.name_end) return land_of_ends(road, joint, joint + 1, false);
    for (std::uint32_t t = road.name_begin + 1; t < road.name_end; ++t) {
      if (const StringId land = land_of_ends(road, t, t, true)) return land;
    }
    return 0;
  }

  /// The ends are the name's tokens before `first_end` and from `second` on; `both`: each must be a town that is known.
  StringId land_of_ends(const Toponym& road, std::uint32_t first_end, std::uint32_t second, bool both) {
    StringId land = 0;
    for (const auto& [begin, end] : {std::pair(road.name_begin, first_end), std::pair(second, road.name_end)}) {
      route_ends_.clear();
      // The word for a road may be a part of the name.
      for (std::uint32_t last = end; last > begin && route_ends_.empty(); --last) {
        doc_.gazetteer.find(doc_.normal, doc_.tokens, begin, last, doc_.scratch.look_up, route_ends_);
      }
      if (both && route_ends_.empty()) return 0;
      for (const GazetteerRow& row : route_ends_) {
        if (row.cc == 0 || (land != 0 && row.cc != land)) return 0;
        land = row.cc;
      }
    }
    return land;
  }

  /// “Of R, which may be one of two towns of a land, the works W”: W is of that land. A road is of the land of its ends.
  void take_shared_country(std::size_t self) {
    if (const StringId land = land_of_route(doc_.toponym(doc_.readings[self]))) return write_country(doc_.gazetteer, land, doc_.toponym(doc_.readings[self]).resolved);
    if (self == 0 || doc_.readings[self - 1].sentence != doc_.readings[self].sentence || doc_.readings[self - 1].doubtful) return;
    const IncidentLocation& from = doc_.toponym(doc_.readings[self - 1]).resolved;
    IncidentLocation& out = doc_.toponym(doc_.readings[self]).resolved;
    out.country = from.country;
    out.country_name = from.country_name;
    out.admin1 = from.admin1;
  }

  /// Of “State: headline” and “Town. Body” the town's counts.
  bool leads_as_dateline(std::size_t i) {
    if (!is_local_dateline(doc_.readings[i])) return false;
    return dateline_ == kNoReading || !contains(doc_.toponym(doc_.readings[i]), doc_.toponym(doc_.readings[dateline_]));
  }

  bool is_local_dateline(const ToponymReading& reading) {
    return !reading.doubtful && doc_.toponym(reading).is_dateline && doc_.toponym(reading).resolved.country;
  }

  /// Where nothing else tells, a local dateline holds the village; a seat of government only its state or country.
  void take_from_dateline(const Toponym& dateline, Toponym& place) const {
    const std::string_view seat = dateline.entry == kNone ? "" : doc_.lexicon.attribute(dateline.entry, "seat");
    if (seat == "country") {
      place.resolved.country = dateline.resolved.country;
      place.resolved.country_name = dateline.resolved.country_name;
      place.resolved.precision = LocationPrecision::country;
      return;
    }
    take_from(dateline, place);
    if (seat == "state") {
      place.resolved.admin2.reset();
      place.resolved.precision = LocationPrecision::admin1;
    }
  }

  /// A name of many places, none of them near: where its sentence names a district or town before it, one more that lies
  /// there.
  void take_sentence_holder(std::size_t self) {
    Toponym& place = doc_.toponym(doc_.readings[self]);
    if (!doc_.readings[self].ambiguous || place.resolved.lat) return;
    const std::size_t parent = find_parent(self);
    if (parent >= self || doc_.readings[parent].sentence != doc_.readings[self].sentence) return;
    const Toponym& holder = doc_.toponym(doc_.readings[parent]);
    if (holder.level != PlaceLevel::admin2 && holder.level != PlaceLevel::place) return;
    if (holder.resolved.country != place.resolved.country) return;
    if (place.resolved.admin1 && holder.resolved.admin1 != place.resolved.admin1) return;
    take_from(holder, place);
  }

  /// A village of “state X” in news from a town of X lies near the town, unless that is a seat of government, from where
  /// news of anywhere comes.
  bool is_narrowed_by_dateline(const Toponym& holder) {
    if (dateline_ == kNoReading || (holder.level != PlaceLevel::country && holder.level != PlaceLevel::admin1)) return false;
    const Toponym& dateline = doc_.toponym(doc_.readings[dateline_]);
    if (dateline.entry == kNone || !doc_.lexicon.attribute(dateline.entry, "seat").empty()) return false;
    if (dateline.resolved.country != holder.resolved.country) return false;
    return holder.level == PlaceLevel::country || dateline.resolved.admin1 == holder.resolved.admin1;
  }

  bool can_hold(const ToponymReading& reading) {
    if (reading.doubtful) return false;
    const Toponym& place = doc_.toponym(reading);
    return place.entry != kNone && place.level != PlaceLevel::area && place.resolved.country.has_value() &&
           !place.is_dateline;
  }

  std::size_t find_parent(std::size_t self) {
    const auto in_sentence = [&](std::size_t i) {
      return i < doc_.readings.size() && doc_.readings[i].sentence == doc_.readings[self].sentence;
    };
    if (in_sentence(before_) && !yields_to_scene(before_)) return before_;
    while (behind_ < doc_.readings.size() && (behind_ <= self || !can_hold(doc_.readings[behind_]))) ++behind_;
    if (in_sentence(behind_)) return behind_;
    // “The woods by U burn. … came to V”: no scene is told, but a town or district beside it.
    return scene_before_ == kNoReading && dateline_ == kNoReading && holds_villages(before_) ? before_ : scene_before_;
  }

  bool holds_villages(std::size_t i) {
    if (i == kNoReading) return false;
    const PlaceLevel level = doc_.toponym(doc_.readings[i]).level;
    return level == PlaceLevel::admin2 || level == PlaceLevel::place;
  }

  /// “150 km from the capital, in village X”: what is no scene holds X less than the district told before does.
  bool yields_to_scene(std::size_t i) {
    if (doc_.toponym(doc_.readings[i]).is_scene_candidate || scene_before_ == kNoReading) return false;
    const Toponym& scene = doc_.toponym(doc_.readings[scene_before_]);
    if (scene.level == PlaceLevel::admin2 || scene.level == PlaceLevel::place) return true;
    // “According to the watchers in land A”, behind “in province P of land B”.
    return scene.level == PlaceLevel::admin1 && scene.resolved.country != doc_.toponym(doc_.readings[i]).resolved.country;
  }

  static void take_from(const Toponym& parent, Toponym& place) {
    IncidentLocation& out = place.resolved;
    const IncidentLocation& from = parent.resolved;
    out.country = from.country;
    out.country_name = from.country_name;
    if (parent.level == PlaceLevel::country && place.class_level == PlaceLevel::country) return;
    out.admin1 = from.admin1;
    out.admin2 = from.admin2;
    out.lat = from.lat;
    out.lon = from.lon;
    out.precision = parent.level == PlaceLevel::place ? LocationPrecision::admin2 : precision_of(parent.level);
  }

  PlaceDocument& doc_;
  // Readings that an unknown name may hang on, as far as its own.
  std::size_t before_ = kNoReading;        ///< the last that can hold
  std::size_t scene_before_ = kNoReading;  ///< the last of them that is a scene
  std::size_t behind_ = 0;                 ///< the next that can hold
  std::size_t dateline_ = kNoReading;      ///< the first dateline whose country is known
  std::vector<GazetteerRow> route_ends_;   ///< buffer of land_of_route
};

}  // namespace

void place_unknown_names(PlaceDocument& doc) { UnknownPlaces(doc).place_unknown_names(); }

}  // namespace incidents
