#pragma once
/// What a rule's atoms ask of an edge of the lattice.
#include <cstdint>
#include <span>
#include <string_view>

#include "rules/lattice.h"
#include "rules/program.h"
#include "rules/rules.h"

namespace incidents {

/// A token, a phrase or a mention as one step: tokens [begin, end).
struct Edge {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t mention = kNone;
  EntryId entry = kNone;
};

inline bool is_word(const Token& token) { return token.kind == TokenKind::word || token.kind == TokenKind::mixed; }

class EdgeTests {
 public:
  /// `classes`: by token, those of the rows and mentions that start there.
  EdgeTests(const Rules& rules, const Lattice& lattice, std::span<const program::ClassMask> classes)
      : rules_(rules), lexicon_(*rules.lexicon_), program_(rules.program_), lattice_(lattice), classes_(classes) {}

  /// All terms of the atom hold.
  bool holds(const program::Atom& atom, const Edge& edge) const;

  /// Calls `visit` on mentions, phrases and the token at `position`, in this order, while it returns true.
  template <class Visit>
  void each_edge(std::uint32_t position, std::uint8_t edges, Visit visit) const {
    if ((edges & program::kMentionEdges) != 0) {
      for (const std::uint32_t index : lattice_.mentions_at(position)) {
        const Mention& m = lattice_.mentions().all[index];
        const EntryId entry = m.origin.kind == Origin::Kind::entry ? m.origin.id : kNone;
        if (!visit(Edge{m.begin, m.end, index, entry})) return;
      }
    }
    if ((edges & program::kPhraseEdges) != 0) {
      for (const LexicalMatch& phrase : lattice_.phrases_at(position)) {
        if (!visit(Edge{phrase.begin, phrase.end, kNone, phrase.entry})) return;
      }
    }
    if ((edges & program::kTokenEdges) != 0) visit(Edge{position, position + 1, kNone, kNone});
  }

 private:
  using Term = program::Term;
  using TermKind = program::TermKind;

  bool has_class(std::uint32_t position, std::uint32_t id) const {
    return classes_[position].has(static_cast<ClassId>(id));
  }
  bool holds(const Term& term, const Edge& edge) const;
  /// One of the words of an any_of stands there: look-up in a sorted list.
  bool has_word_of(const Term& term, const Token& token) const;
  bool holds_on(const Term& term, const Token& token) const;
  bool holds_class(const Term& term, const Edge& edge) const;
  bool begins_here(const Term& term, std::uint32_t position) const;
  bool surely_begins(const Term& term, std::uint32_t position) const;
  bool has_class_of(const program::ClassMask& mask, const Mention& mention) const;
  bool has_class_of(const program::ClassMask& mask, const Edge& edge) const;
  template <class Attribute>
  bool conditions_hold(const Term& term, Attribute attribute, const Mention* mention) const;
  bool computed_is(StringId key, std::span<const StringId> values, const Mention& mention) const;

  const Rules& rules_;
  const Lexicon& lexicon_;
  const program::View& program_;
  const Lattice& lattice_;
  std::span<const program::ClassMask> classes_;
};

}  // namespace incidents
