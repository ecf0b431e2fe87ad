#include "mentions/toponym_readings.h"

#include <algorithm>

namespace incidents {
namespace {

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

/// One document's names.
class ToponymReader {
 public:
  explicit ToponymReader(PlaceDocument& doc) : doc_(doc), possible_place_(doc.lexicon.find_class("possible_place")) {}

  void run() {
    drop_inside_actors();
    drop_inside_places();
    read();
    drop_glosses();
  }

 private:

  /// A place inside a person's name is none; inside another actor's it is no scene, and a mere adjective where nothing
  /// joins it to the head (“Delhi police”).
  void drop_inside_actors() {
    std::uint32_t reach = 0;
    const Mention* actor = nullptr;
    for (Mention& mention : doc_.mentions.all) {
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
      if (mention.payload != kNone && doc_.mentions.places[mention.payload].is_sure) continue;
      // The municipality of a town, where it closes the actor's name, is the town: “in the municipality of X”.
      if (mention.end == actor->end && mention.payload != kNone && doc_.mentions.places[mention.payload].class_kind == "municipality") {
        continue;
      }
      if (actor->payload != kNone && doc_.mentions.actors[actor->payload].named_person) {
        mention.superseded = true;
      } else if (mention.payload != kNone) {
        Toponym& place = doc_.mentions.places[mention.payload];
        place.is_scene_candidate = false;
        place.is_adjective = mention.begin == actor->begin && mention.end < actor->end && !doc_.is_marked(mention.end);
      }
    }
  }

  /// A name inside a longer one (“Srinagar highway” in “Jammu-Srinagar highway”) is no mention of its own.
  void drop_inside_places() {
    std::uint32_t begin = 0, end = 0;
    for (Mention& mention : doc_.mentions.all) {
      if (mention.superseded || mention.kind != MentionKind::place) continue;
      if (mention.begin > begin && mention.end <= end) {
        mention.superseded = true;
      } else if (mention.end > end) {
        begin = mention.begin;
        end = mention.end;
      }
    }
  }

  void read() {
    doc_.readings.clear();
    doc_.scratch.rows.clear();
    doc_.scratch.first_rows.clear();
    std::uint32_t sentence = 0;
    for (std::uint32_t i = 0; i < doc_.mentions.all.size(); ++i) {
      const Mention& mention = doc_.mentions.all[i];
      const bool possible =
          mention.kind == MentionKind::other && mention.class_id == possible_place_ && possible_place_ != 0;
      if (mention.superseded || (mention.kind != MentionKind::place && !possible)) continue;
      while (sentence + 1 < doc_.sentences.size() && mention.begin >= doc_.sentences[sentence].last) ++sentence;
      ToponymReading reading{.mention = i, .sentence = sentence, .begin = mention.begin, .end = mention.end};
      reading.doubtful = possible;
      std::uint32_t name_end = mention.end;
      if (!possible) {
        Toponym& place = doc_.toponym(reading);
        if (place.name_end == 0) {
          place.name_begin = mention.begin;
          place.name_end = mention.end;
        }
        reading.begin = place.name_begin;
        name_end = place.name_end;
        if (place.is_dateline && !at_line_start(mention.begin, sentence)) place.is_dateline = false;
      }
      const std::size_t first_row = doc_.scratch.rows.size();
      find_rows(reading, name_end);
      if (possible && doc_.scratch.rows.size() == first_row) continue;
      doc_.readings.push_back(reading);
      doc_.scratch.first_rows.push_back(first_row);
    }
    doc_.scratch.first_rows.push_back(doc_.scratch.rows.size());
    for (std::size_t i = 0; i < doc_.readings.size(); ++i) {
      const std::size_t first = doc_.scratch.first_rows[i];
      doc_.readings[i].rows = std::span(doc_.scratch.rows).subspan(first, doc_.scratch.first_rows[i + 1] - first);
    }
    doc_.scratch.nationalities.clear();
    for (std::uint32_t at = 0; at < doc_.tokens.size(); ++at) {
      const StringId cc = doc_.gazetteer.nationality(doc_.normal, doc_.tokens, at, doc_.scratch.look_up);
      if (cc != 0) doc_.scratch.nationalities.push_back(cc);
    }
  }

  /// Appends the rows of a reading. The name with its class word may be a row (a river, a valley); else the name alone
  /// is.
  void find_rows(const ToponymReading& reading, std::uint32_t name_end) {
    std::vector<GazetteerRow>& rows = doc_.scratch.rows;
    const std::size_t first = rows.size();
    const auto find = [&](std::uint32_t begin, std::uint32_t end) {
      if (rows.size() == first) doc_.gazetteer.find(doc_.normal, doc_.tokens, begin, end, doc_.scratch.look_up, rows);
    };
    find(reading.begin, reading.end);
    if (name_end != reading.end) find(reading.begin, name_end);
    if (reading.doubtful) return;
    const Toponym& place = doc_.toponym(reading);
    // A road named for a town leads there: it is not that town, and holds nothing.
    const bool leads_there = place.class_kind == "road" || place.class_kind == "railway";
    if (place.core_end > place.core_begin && !leads_there) find(place.core_begin, place.core_end);
    narrow_by_class(doc_.gazetteer, place, first, rows);
  }

  bool at_line_start(std::uint32_t token, std::uint32_t sentence) const {
    return token == 0 || starts_line(token) || (sentence < doc_.sentences.size() && starts_line(doc_.sentences[sentence].first));
  }

  bool starts_line(std::uint32_t token) const { return (doc_.tokens[token].flags & (kLineStart | kParagraphStart)) != 0; }

  /// The same name in other letters in brackets behind it, “X (Latin X)”, is no mention of its own.
  void drop_glosses() {
    for (std::size_t i = 1; i < doc_.readings.size(); ++i) {
      const ToponymReading& gloss = doc_.readings[i];
      if (gloss.begin == 0 || doc_.tokens[gloss.begin - 1].kind != TokenKind::punctuation ||
          doc_.normal[doc_.tokens[gloss.begin - 1].begin] != '(') {
        continue;
      }
      const ToponymReading& named = doc_.readings[i - 1];
      const bool adjacent = gloss.begin == named.end + 1;
      if (adjacent && !named.doubtful && share_a_place(named.rows, gloss.rows)) doc_.mentions.all[gloss.mention].superseded = true;
    }
    std::erase_if(doc_.readings, [&](const ToponymReading& reading) { return doc_.mentions.all[reading.mention].superseded; });
  }

  static bool share_a_place(std::span<const GazetteerRow> a, std::span<const GazetteerRow> b) {
    return std::any_of(a.begin(), a.end(), [&](const GazetteerRow& x) {
      return std::any_of(b.begin(), b.end(), [&](const GazetteerRow& y) { return x.entry == y.entry; });
    });
  }

  PlaceDocument& doc_;
  const ClassId possible_place_;
};

}  // namespace

void read_toponyms(PlaceDocument& doc) { ToponymReader(doc).run(); }

}  // namespace incidents
