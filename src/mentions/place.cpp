/// Toponyms of one document. A rule or a row has said that a run of tokens names a place; here the rows of that name
/// are read again (a mention keeps only the first of them), narrowed by the class word beside the name, chosen in the
/// light of the other places (place_resolution), and written out with their parents. Names without a row take the
/// parents of the nearest place that they hang on.
#include "mentions/place.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "lexicon/sound_index.h"
#include "mentions/rule_context.h"
#include "text/normalise.h"

namespace incidents {
namespace {

std::optional<std::string> text_or_none(std::string_view text) {
  return text.empty() ? std::nullopt : std::optional<std::string>(text);
}

std::string words(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end) {
  if (begin >= end) return {};
  return std::string(normal.substr(tokens[begin].begin, tokens[end - 1].end - tokens[begin].begin));
}

LocationPrecision precision_of(PlaceLevel level) {
  switch (level) {
    case PlaceLevel::country:
      return LocationPrecision::country;
    case PlaceLevel::admin1:
      return LocationPrecision::admin1;
    case PlaceLevel::admin2:
      return LocationPrecision::admin2;
    default:
      return LocationPrecision::place;
  }
}

/// Keeps of the rows from `first` those that the class word allows; all of them where it allows none.
void narrow_by_class(const Gazetteer& gazetteer, const Toponym& place, std::size_t first,
                     std::vector<GazetteerRow>& rows) {
  if (place.class_kind.empty()) return;
  const bool small = gazetteer.is_small(place.class_kind);
  const auto misfits = [&](const GazetteerRow& row) {
    if (!small) return row.level != place.class_level;
    return row.level != PlaceLevel::place || gazetteer.lexicon().string(row.level_name) == "city";
  };
  const auto begin = rows.begin() + static_cast<std::ptrdiff_t>(first);
  if (!small && std::all_of(begin, rows.end(), misfits)) return;
  rows.erase(std::remove_if(begin, rows.end(), misfits), rows.end());
}

const Radius kNearVillage(60);
const Radius kDistrictReach(110);

constexpr std::size_t kNoReading = static_cast<std::size_t>(-1);

/// One document's resolution.
class PlaceResolver {
 public:
  PlaceResolver(const Gazetteer& gazetteer, std::string_view normal, std::span<const Token> tokens,
                std::span<const Sentence> sentences, Mentions& mentions, PlaceScratch& scratch)
      : lexicon_(gazetteer.lexicon()),
        gazetteer_(gazetteer),
        normal_(normal),
        tokens_(tokens),
        sentences_(sentences),
        mentions_(mentions),
        scratch_(scratch),
        readings_(scratch.readings),
        possible_place_(lexicon_.find_class("possible_place")),
        marker_(lexicon_.find_class("marker")),
        conjunction_(lexicon_.find_class("conjunction")) {}

  void run() {
    drop_inside_actors();
    drop_inside_places();
    read();
    drop_glosses();
    forget_rows_elsewhere();
    confirm_doubtful();
    choose_rows(scratch_.nationalities, readings_, scratch_.choice);
    forget_far_villages();
    for (const ToponymReading& reading : readings_) {
      if (!reading.doubtful) write(reading);
    }
    place_unknown_names();
  }

 private:
  Toponym& toponym(const ToponymReading& reading) { return mentions_.places[mentions_.all[reading.mention].payload]; }

  /// A place inside a person's name is none; inside another actor's it is no scene, and a mere adjective where nothing
  /// joins it to the head (“Delhi police”).
  void drop_inside_actors() {
    std::uint32_t reach = 0;
    const Mention* actor = nullptr;
    for (Mention& mention : mentions_.all) {
      if (mention.superseded) continue;
      if (mention.kind == MentionKind::actor && mention.end > reach) {
        reach = mention.end;
        actor = &mention;
      }
      if (mention.kind != MentionKind::place || actor == nullptr || mention.end > reach ||
          mention.begin < actor->begin) {
        continue;
      }
      if (mention.end - mention.begin == actor->end - actor->begin) continue;
      if (mention.payload != kNone && mentions_.places[mention.payload].is_sure) continue;
      // The municipality of a town, where it closes the actor's name, is the town: “in the municipality of X”.
      if (mention.end == actor->end && mention.payload != kNone && mentions_.places[mention.payload].class_kind == "municipality") {
        continue;
      }
      if (actor->payload != kNone && mentions_.actors[actor->payload].named_person) {
        mention.superseded = true;
      } else if (mention.payload != kNone) {
        Toponym& place = mentions_.places[mention.payload];
        place.is_scene_candidate = false;
        place.is_adjective = mention.begin == actor->begin && mention.end < actor->end && !is_marked(mention.end);
      }
    }
  }

  /// A name inside a longer one (“Srinagar highway” in “Jammu-Srinagar highway”) is no mention of its own.
  void drop_inside_places() {
    std::uint32_t begin = 0, end = 0;
    for (Mention& mention : mentions_.all) {
      if (mention.superseded || mention.kind != MentionKind::place) continue;
      if (mention.begin > begin && mention.end <= end) {
        mention.superseded = true;
      } else if (mention.end > end) {
        begin = mention.begin;
        end = mention.end;
      }
    }
  }

  /// A village or a police station is mostly in no list, and small towns share their names: a row counts only where
  /// the article speaks of no other state than the row's, a village's where it speaks of a place near it.
  void forget_far_villages() {
    PlaceWeights& states = scratch_.states;  // how many places of each the article names
    states.clear();
    double telling = 0;  // of them, those that are told more of than that a paper's desk is there
    for (const ToponymReading& reading : readings_) {
      if (const GazetteerRow* unit = unit_of(reading)) {
        states.add(unit->cc, state_of(*unit), 1);
        telling += is_capitals_dateline(reading, *unit) ? 0 : 1;
      }
    }
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      ToponymReading& reading = readings_[i];
      const GazetteerRow* row = reading.choice();
      if (reading.doubtful || row == nullptr || toponym(reading).is_dateline) continue;
      const std::string_view kind = toponym(reading).class_kind;
      if (!row->is_block && !gazetteer_.is_obscure(kind) && !gazetteer_.is_called_after(kind)) continue;
      const double self = unit_of(reading) != nullptr ? 1 : 0;
      const bool near = states.of(row->cc, row->admin1) > self && (!must_be_near(i) || has_neighbour(i, *row));
      if (near || telling <= self) continue;
      if (self != 0) states.add(row->cc, row->admin1, -1);
      telling -= self;
      reading.rows = {};
    }
  }

  /// Villages, and small towns and police stations in news of a district, are mostly no list's namesakes.
  bool must_be_near(std::size_t i) {
    const std::string_view kind = toponym(readings_[i]).class_kind;
    if (gazetteer_.is_small(kind)) return true;
    if (gazetteer_.is_called_after(kind)) return names_district_before(i);
    return (gazetteer_.is_obscure(kind) || readings_[i].choice()->is_block) && names_district_before(i);
  }

  /// Does the article, before the name, speak of a district or of a town that the news is from, and of no other beside it?
  bool names_district_before(std::size_t self) {
    constexpr std::size_t kLook = 30;
    for (std::size_t i = self > kLook ? self - kLook : 0; i < self; ++i) {
      const GazetteerRow* unit = unit_of(readings_[i]);
      if (unit == nullptr || unit->level == PlaceLevel::admin1 || !unit->point) continue;
      const bool from_capital = toponym(readings_[i]).is_dateline && !lexicon_.attribute(unit->entry, "seat").empty();
      if (!from_capital) return true;
    }
    return false;
  }

  /// The row of a place that says in which state the news is; nullptr for others.
  const GazetteerRow* unit_of(const ToponymReading& reading) {
    const GazetteerRow* row = reading.choice();
    if (reading.doubtful || reading.ambiguous || row == nullptr || gazetteer_.is_obscure(toponym(reading).class_kind)) return nullptr;
    if (gazetteer_.is_called_after(toponym(reading).class_kind)) return nullptr;
    const bool lies_in_one = row->level != PlaceLevel::country && row->level != PlaceLevel::area && state_of(*row) != 0;
    return lies_in_one ? row : nullptr;
  }

  static StringId state_of(const GazetteerRow& row) {
    return row.level == PlaceLevel::admin1 ? row.name : row.admin1;
  }

  /// A capital's dateline says nothing of where the news is from.
  bool is_capitals_dateline(const ToponymReading& reading, const GazetteerRow& row) {
    return toponym(reading).is_dateline && lexicon_.attribute(row.entry, "seat") == "country";
  }

  /// Does the article, near the name, speak of a place that a village may be named with: its district, a town near it?
  bool has_neighbour(std::size_t self, const GazetteerRow& village) {
    constexpr std::size_t kLook = 30;
    const std::size_t first = self > kLook ? self - kLook : 0;
    for (std::size_t i = first; i < std::min(readings_.size(), self + kLook); ++i) {
      const GazetteerRow* unit = i == self ? nullptr : unit_of(readings_[i]);
      if (unit != nullptr && is_within_reach(*unit, village)) return true;
    }
    return false;
  }

  static bool is_within_reach(const GazetteerRow& unit, const GazetteerRow& village) {
    if (unit.level == PlaceLevel::admin1) return false;
    if (village.admin2 != 0 && (village.admin2 == unit.admin2 || village.admin2 == unit.name)) return true;
    return unit.point && village.point && kNearVillage.holds(*unit.point, *village.point);
  }

  void read() {
    readings_.clear();
    scratch_.rows.clear();
    scratch_.first_rows.clear();
    std::uint32_t sentence = 0;
    for (std::uint32_t i = 0; i < mentions_.all.size(); ++i) {
      const Mention& mention = mentions_.all[i];
      const bool possible =
          mention.kind == MentionKind::other && mention.class_id == possible_place_ && possible_place_ != 0;
      if (mention.superseded || (mention.kind != MentionKind::place && !possible)) continue;
      while (sentence + 1 < sentences_.size() && mention.begin >= sentences_[sentence].last) ++sentence;
      ToponymReading reading{.mention = i, .sentence = sentence, .begin = mention.begin, .end = mention.end};
      reading.doubtful = possible;
      std::uint32_t name_end = mention.end;
      if (!possible) {
        Toponym& place = toponym(reading);
        if (place.name_end == 0) {
          place.name_begin = mention.begin;
          place.name_end = mention.end;
        }
        reading.begin = place.name_begin;
        name_end = place.name_end;
        if (place.is_dateline && !at_line_start(mention.begin, sentence)) place.is_dateline = false;
      }
      const std::size_t first_row = scratch_.rows.size();
      find_rows(reading, name_end);
      if (possible && scratch_.rows.size() == first_row) continue;
      readings_.push_back(reading);
      scratch_.first_rows.push_back(first_row);
    }
    scratch_.first_rows.push_back(scratch_.rows.size());
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const std::size_t first = scratch_.first_rows[i];
      readings_[i].rows = std::span(scratch_.rows).subspan(first, scratch_.first_rows[i + 1] - first);
    }
    scratch_.nationalities.clear();
    for (std::uint32_t at = 0; at < tokens_.size(); ++at) {
      const StringId cc = gazetteer_.nationality(normal_, tokens_, at, scratch_.look_up);
      if (cc != 0) scratch_.nationalities.push_back(cc);
    }
  }

  /// Appends the rows of a reading. The name with its class word may be a row (a river, a valley); else the name alone
  /// is.
  void find_rows(const ToponymReading& reading, std::uint32_t name_end) {
    std::vector<GazetteerRow>& rows = scratch_.rows;
    const std::size_t first = rows.size();
    const auto find = [&](std::uint32_t begin, std::uint32_t end) {
      if (rows.size() == first) gazetteer_.find(normal_, tokens_, begin, end, scratch_.look_up, rows);
    };
    find(reading.begin, reading.end);
    if (name_end != reading.end) find(reading.begin, name_end);
    if (reading.doubtful) return;
    const Toponym& place = toponym(reading);
    // A road named for a town leads there: it is not that town, and holds nothing.
    const bool leads_there = place.class_kind == "road" || place.class_kind == "railway";
    if (place.core_end > place.core_begin && !leads_there) find(place.core_begin, place.core_end);
    narrow_by_class(gazetteer_, place, first, rows);
  }

  bool at_line_start(std::uint32_t token, std::uint32_t sentence) const {
    return token == 0 || starts_line(token) || (sentence < sentences_.size() && starts_line(sentences_[sentence].first));
  }

  bool starts_line(std::uint32_t token) const { return (tokens_[token].flags & (kLineStart | kParagraphStart)) != 0; }

  /// The same name in other letters in brackets behind it, “X (Latin X)”, is no mention of its own.
  void drop_glosses() {
    for (std::size_t i = 1; i < readings_.size(); ++i) {
      const ToponymReading& gloss = readings_[i];
      if (gloss.begin == 0 || tokens_[gloss.begin - 1].kind != TokenKind::punctuation ||
          normal_[tokens_[gloss.begin - 1].begin] != '(') {
        continue;
      }
      const ToponymReading& named = readings_[i - 1];
      const bool adjacent = gloss.begin == named.end + 1;
      if (adjacent && !named.doubtful && share_a_place(named.rows, gloss.rows)) mentions_.all[gloss.mention].superseded = true;
    }
    std::erase_if(readings_, [&](const ToponymReading& reading) { return mentions_.all[reading.mention].superseded; });
  }

  static bool share_a_place(std::span<const GazetteerRow> a, std::span<const GazetteerRow> b) {
    return std::any_of(a.begin(), a.end(), [&](const GazetteerRow& x) {
      return std::any_of(b.begin(), b.end(), [&](const GazetteerRow& y) { return x.entry == y.entry; });
    });
  }

  /// “Of unit U the place X”: where no row of X lies in U, X is a place that the gazetteer does not have.
  void forget_rows_elsewhere() {
    for (std::size_t i = 1; i < readings_.size(); ++i) {
      if (readings_[i].doubtful) continue;
      if (const std::size_t town = town_of_bare_district(i); town != kNoReading) forget_if_elsewhere(readings_[town], readings_[i]);
      if (readings_[i - 1].doubtful) continue;
      const bool bracketed = is_dateline_of(readings_[i - 1], readings_[i]);  // “X (U). In the area of the station …”
      ToponymReading& inner = bracketed ? readings_[i - 1] : readings_[i];
      const ToponymReading& outer = bracketed ? readings_[i] : readings_[i - 1];
      if (bracketed || (hangs_on(outer, inner) && !attacks(outer, inner))) forget_if_elsewhere(outer, inner);
    }
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
    const ToponymReading& inner = readings_[self];
    if (inner.begin < 2) return kNoReading;
    const std::uint32_t unit = inner.begin - 2;
    const bool opens = unit == sentences_[inner.sentence].first || (unit > 0 && tokens_[unit - 1].kind == TokenKind::punctuation);
    if (!opens || !gazetteer_.is_genitive(normal_, tokens_, unit + 1, scratch_.look_up)) return kNoReading;
    if (!gazetteer_.is_district_word(normal_, tokens_, unit, scratch_.look_up)) return kNoReading;
    for (std::size_t i = self; i-- > 0;) {
      if (!readings_[i].doubtful && toponym(readings_[i]).is_dateline) return i;
    }
    return kNoReading;
  }

  /// Is the unit told in brackets behind the town that the news is from?
  bool is_dateline_of(const ToponymReading& town, const ToponymReading& unit) {
    if (!toponym(town).is_dateline || unit.begin != town.end + 1) return false;
    const Token& mark = tokens_[unit.begin - 1];
    return mark.kind == TokenKind::punctuation && normal_[mark.begin] == '(';
  }

  /// “X's attack on A”, in Hindi “X ka A par hamla”: A is not told to lie in the land X.
  bool attacks(const ToponymReading& outer, const ToponymReading& inner) {
    const bool land = std::any_of(outer.rows.begin(), outer.rows.end(), [](const GazetteerRow& row) { return row.level == PlaceLevel::country; });
    return land && gazetteer_.is_upon(normal_, tokens_, inner.end, scratch_.look_up);
  }

  /// Only a genitive stands between the two.
  bool hangs_on(const ToponymReading& outer, const ToponymReading& inner) {
    return inner.sentence == outer.sentence && inner.begin == outer.end + 1 &&
           gazetteer_.is_genitive(normal_, tokens_, outer.end, scratch_.look_up);
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

  /// A name that is also a word is a place where the article has it as a place elsewhere, or where a unit that holds it
  /// stands near it and a case marker or comma follows.
  void confirm_doubtful() {
    scratch_.names.clear();
    scratch_.states.clear();
    for (const ToponymReading& reading : readings_) {
      if (!reading.doubtful) note(reading);
    }
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      ToponymReading& reading = readings_[i];
      if (!reading.doubtful || !is_marked(mentions_.all[reading.mention].end)) continue;
      if (!named_elsewhere(reading) && !held_nearby(i) && !held_by_article(reading)) continue;
      confirm(reading);
      note(reading);
    }
  }

  /// Takes down what a place beyond doubt may be.
  void note(const ToponymReading& reading) {
    for (const GazetteerRow& row : reading.rows) {
      scratch_.names.add(row.cc, row.name, 1);
      if (row.level == PlaceLevel::admin1) scratch_.states.add(row.cc, row.name, 1);
      if (row.level == PlaceLevel::place && row.admin2 != 0) scratch_.states.add(row.cc, row.admin2, 1);
    }
  }

  bool is_marked(std::uint32_t at) const {
    if (at >= tokens_.size()) return true;
    const Token& token = tokens_[at];
    if (token.kind == TokenKind::punctuation) return true;
    if (token.word == 0) return false;
    const ClassSet& classes = lexicon_.word_classes(token.word);
    return classes.test(marker_) || classes.test(conjunction_);
  }

  bool named_elsewhere(const ToponymReading& reading) const {
    return std::any_of(reading.rows.begin(), reading.rows.end(),
                       [&](const GazetteerRow& row) { return scratch_.names.of(row.cc, row.name) != 0; });
  }

  bool held_nearby(std::size_t self) const {
    constexpr std::uint32_t kNear = 8;
    const ToponymReading& reading = readings_[self];
    const auto first = readings_.begin() + static_cast<std::ptrdiff_t>(self - std::min(self, kReach));
    const auto last = readings_.begin() + static_cast<std::ptrdiff_t>(std::min(readings_.size(), self + kReach));
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
      const bool in_district = row.level == PlaceLevel::place && row.admin2 != 0 && scratch_.states.of(row.cc, row.admin2) != 0;
      return in_district || scratch_.states.of(row.cc, row.admin1) != 0;
    });
  }

  void confirm(ToponymReading& reading) {
    Mention& mention = mentions_.all[reading.mention];
    mention.kind = MentionKind::place;
    mention.payload = static_cast<std::uint32_t>(mentions_.places.size());
    Toponym place;
    place.name_begin = mention.begin;
    place.name_end = mention.end;
    mentions_.places.push_back(std::move(place));
    reading.doubtful = false;
  }

  void write(const ToponymReading& reading) {
    Toponym& place = toponym(reading);
    IncidentLocation& out = place.resolved;
    out.name = words(normal_, tokens_, place.name_begin, place.name_end);
    out.kind = place.class_kind.empty() ? "place" : std::string(place.class_kind);
    place.level = place.class_level;
    place.entry = kNone;
    if (reading.chosen >= reading.rows.size()) return;
    const GazetteerRow& row = reading.rows[reading.chosen];
    if (reading.ambiguous) return write_shared(reading, out);
    place.entry = row.entry;
    place.level = row.level;
    place.standard_name = lexicon_.string(row.name);
    out.latin = text_or_none(lexicon_.attribute(row.entry, "latin"));
    if (place.class_kind.empty() || row.level != PlaceLevel::place || place.core_end != 0) {
      out.kind = lexicon_.attribute(row.entry, "kind");
    }
    if (place.core_end != 0 && !place.class_kind.empty()) out.kind = place.class_kind;
    if (place.is_part) out.kind = "region";
    out.admin2 = text_or_none(lexicon_.string(row.level == PlaceLevel::admin2 ? row.name : district_of(row, reading.rows)));
    out.admin1 = text_or_none(lexicon_.string(row.level == PlaceLevel::admin1 ? row.name : row.admin1));
    if (!out.admin2 && row.level == PlaceLevel::place) out.admin2 = district_told_before(reading, row);
    write_country(row.cc, out);
    if (row.point) {
      out.lat = row.point->lat;
      out.lon = row.point->lon;
    }
    out.precision = precision_of(row.level);
    // A town whose name the sources have no point for stands in the middle of its district, or where a town of it sounds
    // like it.
    if (lexicon_.attribute(row.entry, "point") == "district") {
      out.precision = LocationPrecision::admin2;
      match_by_sound(place);
    }
  }

  /// “Of district D the town T”, where the gazetteer does not say which district T is in.
  std::optional<std::string> district_told_before(const ToponymReading& reading, const GazetteerRow& row) {
    if (&reading == readings_.data()) return std::nullopt;
    const ToponymReading& outer = *(&reading - 1);
    const GazetteerRow* unit = outer.doubtful ? nullptr : outer.choice();
    if (unit == nullptr || unit->level != PlaceLevel::admin2 || unit->cc != row.cc || unit->admin1 != row.admin1) return std::nullopt;
    if (!hangs_on(outer, reading)) return std::nullopt;
    return text_or_none(lexicon_.string(unit->name));
  }

  /// The row's district; a town's without one is the district of its own name.
  static StringId district_of(const GazetteerRow& row, std::span<const GazetteerRow> namesakes) {
    if (row.admin2 != 0 || row.level != PlaceLevel::place || row.admin1 == 0) return row.admin2;
    for (const GazetteerRow& unit : namesakes) {
      if (unit.level == PlaceLevel::admin2 && unit.cc == row.cc && unit.admin1 == row.admin1) return unit.name;
    }
    return 0;
  }

  void write_country(StringId cc, IncidentLocation& out) const {
    out.country = text_or_none(lexicon_.string(cc));
    out.country_name = text_or_none(gazetteer_.country_name(cc));
  }

  /// Of rows that stay possible, what all share.
  void write_shared(const ToponymReading& reading, IncidentLocation& out) const {
    const GazetteerRow& first = reading.rows[reading.chosen];
    const auto all = [&](auto same) { return std::all_of(reading.rows.begin(), reading.rows.end(), same); };
    if (!all([&](const GazetteerRow& row) { return row.cc == first.cc; })) return;
    write_country(first.cc, out);
    if (all([&](const GazetteerRow& row) { return row.admin1 == first.admin1; })) {
      out.admin1 = text_or_none(lexicon_.string(first.admin1));
    }
  }

  void place_unknown_names() {
    for (std::size_t i = readings_.size(); i-- > 0;) {
      if (leads_as_dateline(i)) dateline_ = i;
    }
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      const ToponymReading& reading = readings_[i];
      if (!reading.doubtful && toponym(reading).entry == kNone) take_parents(i);
      if (i < dateline_ && leads_as_dateline(i)) dateline_ = i;
      if (!can_hold(reading)) continue;
      before_ = i;
      if (toponym(reading).is_scene_candidate) scene_before_ = i;
    }
    take_home_country();
  }

  /// An article that names no country nor any known place, but villages and police stations, is of the papers' home.
  void take_home_country() {
    bool homely = false;
    for (const ToponymReading& reading : readings_) {
      if (reading.doubtful) continue;
      if (toponym(reading).resolved.country) return;
      homely = homely || gazetteer_.is_obscure(toponym(reading).class_kind) || gazetteer_.is_called_after(toponym(reading).class_kind);
    }
    const auto& told = scratch_.nationalities;
    if (!homely || !std::all_of(told.begin(), told.end(), [&](StringId cc) { return cc == gazetteer_.home(); })) return;
    for (const ToponymReading& reading : readings_) {
      if (!reading.doubtful && reading.rows.empty()) write_country(gazetteer_.home(), toponym(reading).resolved);
    }
  }

  /// An unknown name lies where the text hangs it: on the place before it (“X district's village Y”) or behind it (“Y,
  /// X”) in its sentence, else in the one unit that the article so far speaks of.
  void take_parents(std::size_t self) {
    Toponym& place = toponym(readings_[self]);
    if (place.resolved.country) {
      take_sentence_holder(self);
      return;
    }
    if (const std::size_t parent = find_parent(self); parent != kNoReading) {
      const Toponym& holder = toponym(readings_[parent]);
      take_from(is_narrowed_by_dateline(holder) ? toponym(readings_[dateline_]) : holder, place);
    } else if (dateline_ != kNoReading) {
      take_from_dateline(toponym(readings_[dateline_]), place);
    } else {
      take_shared_country(self);
      return;
    }
    match_by_sound(place);
  }

  /// “On the highway A-B”: the land that both lie in; 0 where a known one of them lies in several, or they in two.
  StringId land_of_route(const Toponym& road) {
    if (road.class_kind != "road" && road.class_kind != "railway") return 0;
    const auto is_joint = [&](std::uint32_t t) { return tokens_[t].kind == TokenKind::punctuation; };
    std::uint32_t joint = road.name_begin;
    while (joint < road.name_end && !is_joint(joint)) ++joint;
    if (joint == road.name_begin || joint + 1 >= road.name_end) return 0;
    StringId land = 0;
    for (const auto& [begin, end] : {std::pair(road.name_begin, joint), std::pair(joint + 1, road.name_end)}) {
      route_ends_.clear();
      gazetteer_.find(normal_, tokens_, begin, end, scratch_.look_up, route_ends_);
      for (const GazetteerRow& row : route_ends_) {
        if (row.cc == 0 || (land != 0 && row.cc != land)) return 0;
        land = row.cc;
      }
    }
    return land;
  }

  /// “Of R, which may be one of two towns of a land, the works W”: W is of that land. A road is of the land of its ends.
  void take_shared_country(std::size_t self) {
    if (const StringId land = land_of_route(toponym(readings_[self]))) return write_country(land, toponym(readings_[self]).resolved);
    if (self == 0 || readings_[self - 1].sentence != readings_[self].sentence || readings_[self - 1].doubtful) return;
    const IncidentLocation& from = toponym(readings_[self - 1]).resolved;
    IncidentLocation& out = toponym(readings_[self]).resolved;
    out.country = from.country;
    out.country_name = from.country_name;
    out.admin1 = from.admin1;
  }

  /// Of “State: headline” and “Town. Body” the town's counts.
  bool leads_as_dateline(std::size_t i) {
    if (!is_local_dateline(readings_[i])) return false;
    return dateline_ == kNoReading || !contains(toponym(readings_[i]), toponym(readings_[dateline_]));
  }

  bool is_local_dateline(const ToponymReading& reading) {
    return !reading.doubtful && toponym(reading).is_dateline && toponym(reading).resolved.country;
  }

  /// Where nothing else tells, a local dateline holds the village; a seat of government only its state or country.
  void take_from_dateline(const Toponym& dateline, Toponym& place) const {
    const std::string_view seat = dateline.entry == kNone ? "" : lexicon_.attribute(dateline.entry, "seat");
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
    Toponym& place = toponym(readings_[self]);
    if (!readings_[self].ambiguous || place.resolved.lat) return;
    const std::size_t parent = find_parent(self);
    if (parent >= self || readings_[parent].sentence != readings_[self].sentence) return;
    const Toponym& holder = toponym(readings_[parent]);
    if (holder.level != PlaceLevel::admin2 && holder.level != PlaceLevel::place) return;
    if (holder.resolved.country != place.resolved.country) return;
    if (place.resolved.admin1 && holder.resolved.admin1 != place.resolved.admin1) return;
    take_from(holder, place);
  }

  /// A village of “state X” in news from a town of X lies near the town, unless that is a seat of government, from where
  /// news of anywhere comes.
  bool is_narrowed_by_dateline(const Toponym& holder) {
    if (dateline_ == kNoReading || (holder.level != PlaceLevel::country && holder.level != PlaceLevel::admin1)) return false;
    const Toponym& dateline = toponym(readings_[dateline_]);
    if (dateline.entry == kNone || !lexicon_.attribute(dateline.entry, "seat").empty()) return false;
    if (dateline.resolved.country != holder.resolved.country) return false;
    return holder.level == PlaceLevel::country || dateline.resolved.admin1 == holder.resolved.admin1;
  }

  /// A name in no list that sounds like one town of its country or state.
  void match_by_sound(Toponym& place) const {
    if (place.class_level != PlaceLevel::place && place.class_level != PlaceLevel::unknown) return;
    IncidentLocation& out = place.resolved;
    // In the home country, whose villages the text names by the dozen, a namesake somewhere proves nothing.
    if (out.country == "IN" && !out.admin1) return;
    const std::string normal = words(normal_, tokens_, place.name_begin, place.name_end);
    const auto match = find_by_sound(lexicon_.section(kPhoneticSection), normal, *out.country, out.admin1.value_or(""),
                                     out.admin2.value_or(""));
    if (!match) return;
    out.latin = std::string(match->latin);
    if (!out.admin1) out.admin1 = text_or_none(match->admin1);
    if (!out.admin2) out.admin2 = text_or_none(match->admin2);
    out.lat = std::round(match->lat * 1000) / 1000;  // the section holds them as floats
    out.lon = std::round(match->lon * 1000) / 1000;
    out.precision = LocationPrecision::place;
    out.matched = "phonetic";
  }

  bool can_hold(const ToponymReading& reading) {
    if (reading.doubtful) return false;
    const Toponym& place = toponym(reading);
    return place.entry != kNone && place.level != PlaceLevel::area && place.resolved.country.has_value() &&
           !place.is_dateline;
  }

  std::size_t find_parent(std::size_t self) {
    const auto in_sentence = [&](std::size_t i) {
      return i < readings_.size() && readings_[i].sentence == readings_[self].sentence;
    };
    if (in_sentence(before_) && !yields_to_scene(before_)) return before_;
    while (behind_ < readings_.size() && (behind_ <= self || !can_hold(readings_[behind_]))) ++behind_;
    if (in_sentence(behind_)) return behind_;
    // “The woods by U burn. … came to V”: no scene is told, but a town or district beside it.
    return scene_before_ == kNoReading && dateline_ == kNoReading && holds_villages(before_) ? before_ : scene_before_;
  }

  bool holds_villages(std::size_t i) {
    if (i == kNoReading) return false;
    const PlaceLevel level = toponym(readings_[i]).level;
    return level == PlaceLevel::admin2 || level == PlaceLevel::place;
  }

  /// “150 km from the capital, in village X”: what is no scene holds X less than the district told before does.
  bool yields_to_scene(std::size_t i) {
    if (toponym(readings_[i]).is_scene_candidate || scene_before_ == kNoReading) return false;
    const Toponym& scene = toponym(readings_[scene_before_]);
    if (scene.level == PlaceLevel::admin2 || scene.level == PlaceLevel::place) return true;
    // “According to the watchers in land A”, behind “in province P of land B”.
    return scene.level == PlaceLevel::admin1 && scene.resolved.country != toponym(readings_[i]).resolved.country;
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

  const Lexicon& lexicon_;
  const Gazetteer& gazetteer_;
  std::string_view normal_;
  std::span<const Token> tokens_;
  std::span<const Sentence> sentences_;
  Mentions& mentions_;
  PlaceScratch& scratch_;
  std::vector<ToponymReading>& readings_;
  ClassId possible_place_;
  ClassId marker_;
  ClassId conjunction_;
  // Readings that an unknown name may hang on, as far as its own.
  std::size_t before_ = kNoReading;        ///< the last that can hold
  std::size_t scene_before_ = kNoReading;  ///< the last of them that is a scene
  std::size_t behind_ = 0;                 ///< the next that can hold
  std::size_t dateline_ = kNoReading;      ///< the first dateline whose country is known
  std::vector<GazetteerRow> route_ends_;   ///< buffer of land_of_route
};

}  // namespace

namespace {

/// Does a word end as names of settlements do, with something before the ending?
bool ends_as_place(const Lexicon& lexicon, std::string_view word) {
  constexpr std::size_t kLeastStem = 6;  // two letters of the script
  const Table endings = lexicon.table("place_endings");
  for (std::uint32_t row = 0; row < endings.row_count(); ++row) {
    const std::string_view ending = lexicon.string(endings.cell(row, 0));
    if (word.size() >= ending.size() + kLeastStem && word.ends_with(ending)) return true;
  }
  return false;
}

/// `strict`: the name (or the slot “rest” of it) holds no word of the lexicon; `ending`: it ends as a settlement's name.
bool is_unknown_name(const RuleMatchContext& context, const SlotMatch* name) {
  const std::string_view strict = context.argument("strict");
  const SlotMatch* checked = strict == "rest" ? context.slot("rest") : name;
  if (strict.empty() || checked == nullptr) return true;
  const auto tokens = context.lattice.tokens().subspan(checked->begin, checked->end - checked->begin);
  if (std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.word != 0; })) return false;
  return context.argument("ending") != "yes" || ends_as_place(context.lexicon, context.text(checked->begin, checked->end));
}

}  // namespace

bool build_place(const RuleMatchContext& context, Toponym& out) {
  const SlotMatch* name = context.slot("name");
  out.name_begin = name == nullptr ? context.match.begin : name->begin;
  out.name_end = name == nullptr ? context.match.end : name->end;
  if (const SlotMatch* core = context.slot("core")) {
    out.core_begin = core->begin;
    out.core_end = core->end;
  }
  if (const SlotMatch* class_word = context.slot("class")) {
    out.class_kind = context.attribute(*class_word, "kind");
    out.class_level = place_level(context.attribute(*class_word, "level"));
    if (context.attribute(*class_word, "in_name") == "yes") {
      if (out.core_end == 0) {
        out.core_begin = out.name_begin;
        out.core_end = out.name_end;
      }
      out.name_begin = std::min(out.name_begin, class_word->begin);
      out.name_end = std::max(out.name_end, class_word->end);
    }
  }
  if (const Mention* inner = context.mention("name"); inner != nullptr && inner->kind == MentionKind::place && inner->payload != kNone) {
    out.entry = context.mentions.places[inner->payload].entry;
  }
  if (const std::string_view level = context.argument("level"); !level.empty()) out.class_level = place_level(level);
  if (!is_unknown_name(context, name)) return false;
  if (out.class_kind.empty() && !context.argument("strict").empty()) out.class_kind = context.argument("kind");
  out.is_part = context.argument("part") == "yes";
  out.is_seat = context.argument("scene") == "seat";
  out.is_home = context.argument("scene") == "home";
  out.is_scene_candidate = context.argument("scene") != "no" && !out.is_seat && !out.is_home;
  out.is_sure = context.argument("scene") == "sure";
  out.is_origin = context.argument("scene") == "origin";
  out.is_dateline = context.argument("dateline") == "yes";
  return true;
}

void resolve_places(const Gazetteer& gazetteer, std::string_view normal, std::span<const Token> tokens,
                    std::span<const Sentence> sentences, Mentions& mentions, PlaceScratch& scratch) {
  PlaceResolver(gazetteer, normal, tokens, sentences, mentions, scratch).run();
}

bool contains(const Toponym& outer, const Toponym& inner) {
  if (!outer.resolved.country || outer.resolved.country != inner.resolved.country) return false;
  if (outer.level == PlaceLevel::country) return inner.level != PlaceLevel::country;
  if (outer.standard_name.empty() || outer.entry == inner.entry) return false;
  const auto is_outer = [&](const std::optional<std::string>& unit) { return unit && *unit == outer.standard_name; };
  if (inner.level == outer.level && inner.standard_name == outer.standard_name) return false;
  const bool same_state = !outer.resolved.admin1 || outer.resolved.admin1 == inner.resolved.admin1;
  return is_outer(inner.resolved.admin1) || (is_outer(inner.resolved.admin2) && same_state);
}

std::vector<PlaceCandidate> look_up_place(const Lexicon& lexicon, std::string_view name) {
  const std::string normal = normalise(name);
  Tokens tokens;
  tokenise(normal, tokens);
  const Gazetteer gazetteer(lexicon);
  Gazetteer::Scratch scratch;
  std::vector<GazetteerRow> rows;
  if (!tokens.tokens.empty()) {
    gazetteer.find(normal, tokens.tokens, 0, static_cast<std::uint32_t>(tokens.tokens.size()), scratch, rows);
  }
  std::vector<PlaceCandidate> out;
  for (const GazetteerRow& row : rows) {
    PlaceCandidate candidate;
    candidate.location.name = lexicon.string(row.name);
    candidate.location.latin = text_or_none(lexicon.attribute(row.entry, "latin"));
    candidate.location.kind = lexicon.attribute(row.entry, "kind");
    candidate.location.admin2 = text_or_none(lexicon.string(row.admin2));
    candidate.location.admin1 = text_or_none(lexicon.string(row.admin1));
    candidate.location.country = text_or_none(lexicon.string(row.cc));
    candidate.location.country_name = text_or_none(gazetteer.country_name(row.cc));
    if (row.point) {
      candidate.location.lat = row.point->lat;
      candidate.location.lon = row.point->lon;
    }
    candidate.location.precision = precision_of(row.level);
    candidate.level = lexicon.string(row.level_name);
    candidate.population = row.population;
    candidate.score = row.prior;
    candidate.why = fmt::format("rank {}{}{}", candidate.level,
                                row.population > 0 ? fmt::format(", population {:.0f}", row.population) : "",
                                candidate.location.country == "IN" ? ", home country" : "");
    const std::string_view class_name = lexicon.class_name(lexicon.entry_class(row.entry));
    if (class_name != "place") candidate.why += ", only with a witness beside it";
    candidate.source = lexicon.entry_source(row.entry);
    out.push_back(std::move(candidate));
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
  return out;
}

}  // namespace incidents
