/// All rows of one name, without a document: what `incidents place` prints.
#include <fmt/format.h>

#include <algorithm>

#include "mentions/place.h"
#include "mentions/written_place.h"
#include "text/normalise.h"

namespace incidents {

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
