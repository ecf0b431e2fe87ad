#include "rules/edge_tests.h"

#include <algorithm>

namespace incidents {

bool EdgeTests::holds(const program::Atom& atom, const Edge& edge) const {
  for (const Term& term : program_.terms.subspan(atom.first, atom.count)) {
    if (term.negated == 0 ? !holds(term, edge) : begins_here(term, edge.begin)) return false;
  }
  return true;
}

bool EdgeTests::holds(const Term& term, const Edge& edge) const {
  if (term.kind == TermKind::has_class) return holds_class(term, edge);
  if (term.kind == TermKind::any_of) {
    if (has_class_of(program_.masks[term.first], edge)) return true;
    if (edge.end == edge.begin + 1 && has_word_of(term, lattice_.tokens()[edge.begin])) return true;
    const auto members = program_.terms.subspan(term.id, term.count).subspan(term.words);
    return std::any_of(members.begin(), members.end(), [&](const Term& member) { return holds(member, edge); });
  }
  return edge.end == edge.begin + 1 && holds_on(term, lattice_.tokens()[edge.begin]);
}

bool EdgeTests::has_word_of(const Term& term, const Token& token) const {
  if (token.word == 0 || term.words == 0) return false;
  const auto words = program_.terms.subspan(term.id, term.words);
  const auto at = std::lower_bound(words.begin(), words.end(), token.word,
                                   [](const Term& member, WordId word) { return member.id < word; });
  return at != words.end() && at->id == token.word;
}

/// A term that is no class holds on the token.
bool EdgeTests::holds_on(const Term& term, const Token& token) const {
  switch (term.kind) {
    case TermKind::word:
      return token.word == term.id;
    case TermKind::lemma: {
      const auto lemmas = lexicon_.lemmas(token.word);
      return std::find(lemmas.begin(), lemmas.end(), term.id) != lemmas.end();
    }
    case TermKind::digits:
      return token.kind == TokenKind::number;
    case TermKind::any_word:
      return is_word(token);
    default:
      return false;
  }
}

bool EdgeTests::holds_class(const Term& term, const Edge& edge) const {
  const auto id = static_cast<ClassId>(term.id);
  if (edge.mention != kNone) {
    const Mention& m = lattice_.mentions().all[edge.mention];
    const bool has = m.class_id == id || rules_.kind_class(m) == id ||
                     (edge.entry != kNone && lexicon_.entry_class(edge.entry) == id);
    return has && conditions_hold(
                      term, [&](StringId key) { return rules_.attribute(lattice_.mentions(), m, key); }, &m);
  }
  // The name of a kind means mentions alone: a row of that class whose mention was superseded or killed is none.
  if (edge.entry == kNone || lexicon_.entry_class(edge.entry) != id || rules_.kind_mask_.has(id)) return false;
  return conditions_hold(
      term, [&](StringId key) { return lexicon_.entry_attribute(edge.entry, key); }, nullptr);
}

/// A negated term means that nothing which it would take starts at this token.
bool EdgeTests::begins_here(const Term& term, std::uint32_t position) const {
  if (term.kind == TermKind::any_of) {
    if (surely_begins(term, position) || has_word_of(term, lattice_.tokens()[position])) return true;
    const auto members = program_.terms.subspan(term.id, term.count).subspan(term.words);
    return std::any_of(members.begin(), members.end(), [&](const Term& m) { return begins_here(m, position); });
  }
  // What holds on a longer edge than the token's is a class, and a word is the same on all edges of one token.
  if (term.kind != TermKind::has_class || !has_class(position, term.id)) return surely_begins(term, position);
  bool found = false;
  each_edge(position, program::kMentionEdges | program::kPhraseEdges, [&](const Edge& edge) {
    found = holds_class(term, edge);
    return !found;
  });
  return found;
}

/// What the term takes begins at the position, whatever its conditions say.
bool EdgeTests::surely_begins(const Term& term, std::uint32_t position) const {
  switch (term.kind) {
    case TermKind::has_class:
      return term.count == 0 && has_class(position, term.id);
    case TermKind::any_of:
      return classes_[position].meets(program_.masks[term.first]);
    default:
      return holds_on(term, lattice_.tokens()[position]);
  }
}

bool EdgeTests::has_class_of(const program::ClassMask& mask, const Mention& m) const {
  return mask.has(m.class_id) || mask.has(rules_.kind_class(m)) ||
         (m.origin.kind == Origin::Kind::entry && mask.has(lexicon_.entry_class(m.origin.id)));
}

bool EdgeTests::has_class_of(const program::ClassMask& mask, const Edge& edge) const {
  if (edge.mention != kNone) return has_class_of(mask, lattice_.mentions().all[edge.mention]);
  if (edge.entry == kNone) return false;
  const ClassId id = lexicon_.entry_class(edge.entry);
  return mask.has(id) && !rules_.kind_mask_.has(id);
}

template <class Attribute>
bool EdgeTests::conditions_hold(const Term& term, Attribute attribute, const Mention* mention) const {
  for (const program::Condition& condition : program_.conditions.subspan(term.first, term.count)) {
    const auto values = program_.values.subspan(condition.first, condition.count);
    const StringId value = attribute(condition.key);
    bool is = std::find(values.begin(), values.end(), value) != values.end();
    if (value == 0 && mention != nullptr) is = computed_is(condition.key, values, *mention);
    if (is == (condition.negated != 0)) return false;
  }
  return true;
}

bool EdgeTests::computed_is(StringId key, std::span<const StringId> values, const Mention& mention) const {
  const std::string_view computed = computed_attribute(lattice_.mentions(), mention, lexicon_.string(key));
  return !computed.empty() && std::any_of(values.begin(), values.end(),
                                          [&](StringId value) { return lexicon_.string(value) == computed; });
}

}  // namespace incidents
