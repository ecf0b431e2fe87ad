#pragma once
/// Places: from the names that rows and rules found to one entry each, by what the article says beside them.
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "mentions/gazetteer.h"
#include "mentions/mention.h"
#include "mentions/place_resolution.h"
#include "text/tokenise.h"

namespace incidents {

/// Buffers of one worker.
struct PlaceScratch {
  Gazetteer::Scratch look_up;
  ChoiceScratch choice;
  std::vector<ToponymReading> readings;
  std::vector<GazetteerRow> rows;  ///< of all readings, one after the other
  std::vector<std::size_t> first_rows;
  std::vector<StringId> nationalities;
  PlaceWeights names;   ///< of rows that places beyond doubt may be
  PlaceWeights states;  ///< first-level units among them
};

/// Gives each place of a document its entry and fills Toponym::resolved: the entry that agrees with the other places
/// (containment, then rank, population and an Indian prior). Where two stay possible, what they share is filled and the
/// rest is null. Unknown names take the parents that stand beside them. Names that are also common words become places
/// where the text bears them out; names inside a person's are superseded. Total.
void resolve_places(const Gazetteer& gazetteer, std::string_view normal, std::span<const Token> tokens,
                    std::span<const Sentence> sentences, Mentions& mentions, PlaceScratch& scratch);

/// True where `outer` is a country, first-level unit, district or city that `inner` lies in, both resolved; false for
/// the same place.
bool contains(const Toponym& outer, const Toponym& inner);

/// One reading of a name, as `incidents place` shows it.
struct PlaceCandidate {
  IncidentLocation location;
  std::string level;          ///< country admin1 admin2 city town village facility region water road
  double population = 0;      ///< 0 when not known
  double score = 0;           ///< without context; the first candidate has the highest
  std::string why;            ///< in English, what the score is made of
  SourceLine source;
};

/// All rows of a name, the likeliest first; empty when the gazetteer does not have it.
std::vector<PlaceCandidate> look_up_place(const Lexicon& lexicon, std::string_view name);

}  // namespace incidents
