#pragma once
/// One document whose places are being resolved: what the steps of resolve_places share.
#include "mentions/place.h"

namespace incidents {

class PlaceDocument {
 public:
  PlaceDocument(const Gazetteer& gazetteer, std::string_view normal, std::span<const Token> tokens,
                std::span<const Sentence> sentences, Mentions& mentions, PlaceScratch& scratch);

  const Lexicon& lexicon;
  const Gazetteer& gazetteer;
  const std::string_view normal;  ///< the normalised text
  const std::span<const Token> tokens;
  const std::span<const Sentence> sentences;
  Mentions& mentions;
  PlaceScratch& scratch;
  std::vector<ToponymReading>& readings;  ///< of the scratch, in text order

  /// The toponym of a reading that is not doubtful.
  Toponym& toponym(const ToponymReading& reading) const { return mentions.places[mentions.all[reading.mention].payload]; }

  /// Does a postposition, a conjunction, a mark or the end of the text stand at the token?
  bool is_marked(std::uint32_t at) const;

  /// Only a genitive stands between the two.
  bool hangs_on(const ToponymReading& outer, const ToponymReading& inner) const;

 private:
  const ClassId marker_;
  const ClassId conjunction_;
};

/// Index of no reading.
inline constexpr std::size_t kNoReading = static_cast<std::size_t>(-1);

}  // namespace incidents
