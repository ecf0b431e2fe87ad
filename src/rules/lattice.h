#pragma once
/// What rules read: at each token the edges that start there. An edge is the plain token, a phrase of the lexicon or an
/// earlier mention, and a rule's atom takes any of them as one step.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "mentions/mention.h"

namespace incidents {

/// Reused from document to document. What it is opened on must outlive its use.
class Lattice {
 public:
  /// Tokens must have their words filled in and `phrases` be sorted by begin, longest first, as look_up leaves them.
  /// Forgets all mentions.
  void open(const Lexicon& lexicon, std::string_view normal, std::span<const Token> tokens,
            std::span<const Sentence> sentences, std::span<const LexicalMatch> phrases);
  /// Takes the mentions as they are now, but for those that are superseded.
  void set_mentions(const Mentions& mentions);

  std::span<const Token> tokens() const { return tokens_; }
  std::span<const Sentence> sentences() const { return sentences_; }
  const Mentions& mentions() const { return *mentions_; }  ///< only after set_mentions

  /// Phrases that start at `token`, longest first.
  std::span<const LexicalMatch> phrases_at(std::uint32_t token) const {
    return phrases_.subspan(first_phrase_[token], first_phrase_[token + 1] - first_phrase_[token]);
  }
  /// Indices of the mentions that start at `token`, longest first, then the latest first.
  std::span<const std::uint32_t> mentions_at(std::uint32_t token) const {
    return {mention_order_.data() + first_mention_[token], first_mention_[token + 1] - first_mention_[token]};
  }
  /// Those that start at tokens [first, last), in order of their tokens.
  std::span<const std::uint32_t> mentions_in(std::uint32_t first, std::uint32_t last) const {
    return {mention_order_.data() + first_mention_[first], first_mention_[last] - first_mention_[first]};
  }
  /// A mark or conjunction that no gap may cross: ; : a dash between blanks, and rows of class conjunction that join
  /// clauses. A comma ends no clause.
  bool ends_clause(std::uint32_t token) const { return ends_clause_[token] != 0; }

 private:
  void find_clause_ends(const Lexicon& lexicon, std::string_view normal);

  std::span<const Token> tokens_;
  std::span<const Sentence> sentences_;
  std::span<const LexicalMatch> phrases_;
  const Mentions* mentions_ = nullptr;
  std::vector<std::uint32_t> first_phrase_;
  std::vector<std::uint32_t> first_mention_;
  std::vector<std::uint32_t> mention_order_;
  std::vector<std::uint8_t> ends_clause_;
};

}  // namespace incidents
