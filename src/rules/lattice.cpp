#include "rules/lattice.h"

#include <algorithm>

namespace incidents {

void Lattice::open(const Lexicon& lexicon, std::string_view normal, std::span<const Token> tokens,
                   std::span<const Sentence> sentences, std::span<const LexicalMatch> phrases) {
  tokens_ = tokens;
  sentences_ = sentences;
  phrases_ = phrases;
  first_phrase_.assign(tokens.size() + 2, 0);
  for (const LexicalMatch& phrase : phrases) ++first_phrase_[phrase.begin + 1];
  for (std::size_t i = 1; i < first_phrase_.size(); ++i) first_phrase_[i] += first_phrase_[i - 1];
  find_clause_ends(lexicon, normal);
  mentions_ = nullptr;
  first_mention_.assign(tokens.size() + 2, 0);
  mention_order_.clear();
}

void Lattice::find_clause_ends(const Lexicon& lexicon, std::string_view normal) {
  ends_clause_.assign(tokens_.size(), 0);
  for (std::size_t i = 0; i < tokens_.size(); ++i) {
    const Token& token = tokens_[i];
    if (token.kind != TokenKind::punctuation || token.end != token.begin + 1) continue;
    const char mark = normal[token.begin];
    // A dash between blanks cuts; a hyphen inside a name does not.
    const bool spaced =
        (token.flags & kSpaceBefore) != 0 && (i + 1 == tokens_.size() || (tokens_[i + 1].flags & kSpaceBefore) != 0);
    ends_clause_[i] = mark == ';' || mark == ':' || (mark == '-' && spaced) ? 1 : 0;
  }
  const ClassId conjunction = lexicon.find_class("conjunction");
  const StringId joins = lexicon.find_string("joins");
  const StringId clause = lexicon.find_string("clause");
  if (conjunction == 0 || joins == kNone || clause == kNone) return;
  for (const LexicalMatch& phrase : phrases_) {
    if (lexicon.entry_class(phrase.entry) != conjunction) continue;
    if (lexicon.entry_attribute(phrase.entry, joins) != clause) continue;
    std::fill(ends_clause_.begin() + phrase.begin, ends_clause_.begin() + phrase.end, std::uint8_t{1});
  }
}

void Lattice::set_mentions(const Mentions& mentions) {
  mentions_ = &mentions;
  first_mention_.assign(tokens_.size() + 2, 0);
  std::uint32_t count = 0;
  for (const Mention& mention : mentions.all) {
    if (mention.superseded) continue;
    ++first_mention_[mention.begin + 1];
    ++count;
  }
  for (std::size_t i = 1; i < first_mention_.size(); ++i) first_mention_[i] += first_mention_[i - 1];
  mention_order_.resize(count);
  // A counting sort that runs from the last mention, so that the latest comes first; first_mention_ is used as cursor
  // and set right again by the shift at the end.
  for (std::size_t i = mentions.all.size(); i-- > 0;) {
    const Mention& mention = mentions.all[i];
    if (!mention.superseded) mention_order_[first_mention_[mention.begin]++] = static_cast<std::uint32_t>(i);
  }
  for (std::size_t i = first_mention_.size(); i-- > 1;) first_mention_[i] = first_mention_[i - 1];
  first_mention_[0] = 0;
  for (std::size_t token = 0; token < tokens_.size(); ++token) {
    const auto first = mention_order_.begin() + first_mention_[token];
    const auto last = mention_order_.begin() + first_mention_[token + 1];
    // An insertion sort: a handful at most, and std::stable_sort would allocate.
    for (auto i = first; i != last; ++i) {
      for (auto j = i; j != first && mentions.all[*(j - 1)].end < mentions.all[*j].end; --j) std::iter_swap(j - 1, j);
    }
  }
}

}  // namespace incidents
