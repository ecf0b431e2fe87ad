/// Toponyms of one document. A rule or a row has said that a run of tokens names a place; here the rows of that name
/// are read again (a mention keeps only the first of them), narrowed by the class word beside the name, chosen in the
/// light of the other places (place_resolution), and written out with their parents. Names without a row take the
/// parents of the nearest place that they hang on.
#include "mentions/place.h"

#include "mentions/doubtful_places.h"
#include "mentions/place_document.h"
#include "mentions/rows_elsewhere.h"
#include "mentions/toponym_readings.h"
#include "mentions/unknown_places.h"
#include "mentions/written_place.h"

namespace incidents {

void resolve_places(const Gazetteer& gazetteer, std::string_view normal, std::span<const Token> tokens,
                    std::span<const Sentence> sentences, Mentions& mentions, PlaceScratch& scratch) {
  PlaceDocument doc(gazetteer, normal, tokens, sentences, mentions, scratch);
  read_toponyms(doc);
  forget_rows_elsewhere(doc);
  confirm_doubtful(doc);
  choose_rows(scratch.nationalities, doc.readings, scratch.choice);
  forget_far_villages(doc);
  for (const ToponymReading& reading : doc.readings) {
    if (!reading.doubtful) write_place(doc, reading);
  }
  place_unknown_names(doc);
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

}  // namespace incidents
