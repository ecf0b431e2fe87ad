#include "mentions/place_document.h"

namespace incidents {

PlaceDocument::PlaceDocument(const Gazetteer& gazetteer_, std::string_view normal_, std::span<const Token> tokens_,
                             std::span<const Sentence> sentences_, Mentions& mentions_, PlaceScratch& scratch_)
    : lexicon(gazetteer_.lexicon()),
      gazetteer(gazetteer_),
      normal(normal_),
      tokens(tokens_),
      sentences(sentences_),
      mentions(mentions_),
      scratch(scratch_),
      readings(scratch_.readings),
      marker_(lexicon.find_class("marker")),
      conjunction_(lexicon.find_class("conjunction")) {}

bool PlaceDocument::is_marked(std::uint32_t at) const {
  if (at >= tokens.size()) return true;
  const Token& token = tokens[at];
  if (token.kind == TokenKind::punctuation) return true;
  if (token.word == 0) return false;
  const ClassSet& classes = lexicon.word_classes(token.word);
  return classes.test(marker_) || classes.test(conjunction_);
}

bool PlaceDocument::hangs_on(const ToponymReading& outer, const ToponymReading& inner) const {
  return inner.sentence == outer.sentence && inner.begin == outer.end + 1 &&
         gazetteer.is_genitive(normal, tokens, outer.end, scratch.look_up);
}

}  // namespace incidents
