/// Names in patterns → ids: words, lemmas, classes, sets and attributes, each checked against what exists.
#include <algorithm>

#include "lexicon/suggest.h"
#include "rules/emit.h"

namespace incidents {
namespace {

using program::Term;
using program::TermKind;

constexpr std::uint8_t kAllEdges = program::kTokenEdges | program::kPhraseEdges | program::kMentionEdges;
constexpr std::uint8_t kClassEdges = program::kPhraseEdges | program::kMentionEdges;

std::string quote(std::string_view text) { return "'" + std::string(text) + "'"; }

bool is_plain_class(const Term& term) { return term.kind == TermKind::has_class && term.count == 0; }

}  // namespace

PatternSet PatternEmitter::resolve_members(const std::vector<PatternTerm>& members, const PatternSets& sets) {
  PatternSet result;
  for (const PatternTerm& member : members) {
    if (member.kind == PatternTerm::Kind::set) {
      const PatternSet& other = find_set(member, sets);
      result.terms.insert(result.terms.end(), other.terms.begin(), other.terms.end());
      result.phrases.insert(result.phrases.end(), other.phrases.begin(), other.phrases.end());
    } else if (member.kind == PatternTerm::Kind::word) {
      std::vector<WordId> words = vocabulary_.intern_words(member.text);
      if (words.size() == 1) {
        result.terms.push_back({.kind = TermKind::word, .id = words.front()});
      } else if (!words.empty()) {
        result.phrases.push_back(std::move(words));
      }
    } else {
      result.terms.push_back(resolve(member, sets));
    }
  }
  return result;
}

const PatternSet& PatternEmitter::find_set(const PatternTerm& term, const PatternSets& sets) const {
  const auto set = sets.find(term.text);
  if (set != sets.end()) return set->second;
  std::vector<std::string_view> names;
  for (const auto& [name, members] : sets) names.push_back(name);
  throw PatternError{term.at, "unknown set " + quote("%" + term.text) + did_you_mean(term.text, names)};
}

Term PatternEmitter::any_of(const PatternSet& set) {
  Term result{.kind = TermKind::any_of,
              .id = static_cast<std::uint32_t>(program_.terms.size()),
              .first = static_cast<std::uint32_t>(program_.masks.size())};
  program::ClassMask mask;
  std::set<WordId> words;
  std::vector<Term> others;
  for (const Term& member : set.terms) {
    if (is_plain_class(member)) {
      mask.add(static_cast<ClassId>(member.id));
    } else if (member.kind == TermKind::word) {
      words.insert(member.id);
    } else {
      others.push_back(member);
    }
  }
  for (const WordId word : words) program_.terms.push_back({.kind = TermKind::word, .id = word});
  program_.terms.insert(program_.terms.end(), others.begin(), others.end());
  result.words = static_cast<std::uint16_t>(words.size());
  result.count = static_cast<std::uint32_t>(words.size() + others.size());
  program_.masks.push_back(mask);
  return result;
}

Term PatternEmitter::resolve(const PatternTerm& term, const PatternSets& sets) {
  Term result;
  switch (term.kind) {
    case PatternTerm::Kind::word: {
      const std::vector<WordId> words = vocabulary_.intern_words(term.text);
      if (words.size() != 1) {
        throw PatternError{term.at, quote(term.text) + " is " + std::to_string(words.size()) +
                                        " tokens: it can stand neither behind ! nor beside &"};
      }
      result = {.kind = TermKind::word, .id = words.front()};
      break;
    }
    case PatternTerm::Kind::lemma: {
      const LemmaId lemma = vocabulary_.find_lemma(term.text);
      if (lemma == kNone) {
        throw PatternError{term.at, "unknown lemma " + quote(term.text + "~") + vocabulary_.suggest_lemma(term.text)};
      }
      result = {.kind = TermKind::lemma, .id = lemma};
      break;
    }
    case PatternTerm::Kind::any_form_of_class:
      result = resolve_class(term);
      break;
    case PatternTerm::Kind::set: {
      const PatternSet& set = find_set(term, sets);
      if (!set.phrases.empty()) {
        throw PatternError{
            term.at,
            quote("%" + term.text) + " holds several words in one member: it can stand neither behind ! nor beside &"};
      }
      result = any_of(set);
      break;
    }
    case PatternTerm::Kind::digits:
      result.kind = TermKind::digits;
      break;
    case PatternTerm::Kind::any_word:
      result.kind = TermKind::any_word;
      break;
  }
  result.negated = term.negated ? 1 : 0;
  return result;
}

Term PatternEmitter::resolve_class(const PatternTerm& term) {
  Term result{.kind = TermKind::has_class, .id = vocabulary_.find_class(term.text)};
  if (result.id == 0) {
    throw PatternError{term.at, "unknown class " + quote("@" + term.text) + vocabulary_.suggest_class(term.text)};
  }
  result.first = static_cast<std::uint32_t>(program_.conditions.size());
  result.count = static_cast<std::uint32_t>(term.conditions.size());
  for (const AttributeCondition& condition : term.conditions) {
    // The gazetteer's values are names and numbers, too many to be known here.
    check_condition(condition, term.text != "place");
    program_.conditions.push_back({.key = vocabulary_.intern(condition.key),
                                   .negated = condition.negated ? 1u : 0u,
                                   .first = static_cast<std::uint32_t>(program_.values.size()),
                                   .count = static_cast<std::uint32_t>(condition.values.size())});
    for (const std::string& value : condition.values) program_.values.push_back(vocabulary_.intern(value));
  }
  return result;
}

void PatternEmitter::check_condition(const AttributeCondition& condition, bool values_known) const {
  if (known.keys.empty()) return;
  if (!known.keys.contains(condition.key)) {
    const std::vector<std::string_view> names(known.keys.begin(), known.keys.end());
    throw PatternError{condition.at, "unknown attribute " + quote(condition.key) + did_you_mean(condition.key, names)};
  }
  if (!values_known) return;
  std::vector<std::string_view> values;
  for (auto it = known.values.lower_bound({condition.key, ""}); it != known.values.end(); ++it) {
    if (it->first != condition.key) break;
    values.push_back(it->second);
  }
  if (values.empty()) return;  // a computed attribute
  for (const std::string& value : condition.values) {
    if (std::find(values.begin(), values.end(), value) == values.end()) {
      throw PatternError{condition.at, "no row gives " + condition.key + "=" + value + did_you_mean(value, values)};
    }
  }
}

/// Edges on which a term may hold. Tests of a word look at any edge of one token; a class never needs the plain token,
/// since a row of one word is a phrase edge too.
std::uint8_t PatternEmitter::edges_of(const Term& term) const {
  if (term.kind == TermKind::has_class) return kClassEdges;
  if (term.kind != TermKind::any_of) return kAllEdges;
  std::uint8_t edges = program_.masks[term.first].is_empty() ? 0 : kClassEdges;
  for (std::uint32_t i = 0; i < term.count; ++i) edges |= edges_of(program_.terms[term.id + i]);
  return edges;
}

bool PatternEmitter::tests_classes(const Term& term) const {
  if (term.kind == TermKind::has_class) return true;
  if (term.kind != TermKind::any_of) return false;
  const auto members = std::span(program_.terms).subspan(term.id, term.count);
  return !program_.masks[term.first].is_empty() ||
         std::any_of(members.begin(), members.end(), [this](const Term& m) { return tests_classes(m); });
}

/// `!x & !y` is what neither takes: one term, asked before the others.
std::vector<Term> PatternEmitter::join_exclusions(const std::vector<Term>& terms) {
  PatternSet excluded;
  std::vector<Term> joined;
  for (const Term& term : terms) {
    if (term.negated == 0) {
      joined.push_back(term);
    } else if (term.kind == TermKind::any_of) {
      for (std::uint32_t id = 0; id < 256; ++id) {
        if (program_.masks[term.first].has(static_cast<ClassId>(id))) excluded.terms.push_back({.kind = TermKind::has_class, .id = id});
      }
      const auto members = std::span(program_.terms).subspan(term.id, term.count);
      excluded.terms.insert(excluded.terms.end(), members.begin(), members.end());
    } else {
      excluded.terms.push_back(term);
      excluded.terms.back().negated = 0;
    }
  }
  if (excluded.terms.empty()) return joined;
  Term neither = any_of(excluded);
  neither.negated = 1;
  joined.insert(joined.begin(), neither);
  return joined;
}

/// Does a token that has one of the atom's keys meet it, whatever else stands there?
bool PatternEmitter::is_told_by_keys(const program::Atom& atom) const {
  return atom.edges == program::kTokenEdges && atom.count == 1 && program_.terms[atom.first].negated == 0;
}

void PatternEmitter::spell_out(const Term& term, std::vector<std::uint64_t>& out) const {
  out.push_back(static_cast<std::uint64_t>(term.kind) * 2 + term.negated);
  out.push_back(term.count);
  if (term.kind == TermKind::any_of) {
    const auto& bits = program_.masks[term.first].bits;
    out.insert(out.end(), bits.begin(), bits.end());
    for (const Term& member : std::span(program_.terms).subspan(term.id, term.count)) spell_out(member, out);
    return;
  }
  out.push_back(term.id);
  for (const program::Condition& condition : std::span(program_.conditions).subspan(term.first, term.count)) {
    out.insert(out.end(), {condition.key, condition.negated, condition.count});
    const auto values = std::span(program_.values).subspan(condition.first, condition.count);
    out.insert(out.end(), values.begin(), values.end());
  }
}

/// An atom that the phase has already is the same atom, so that a token is asked once for all rules.
std::uint32_t PatternEmitter::add_atom(const std::vector<Term>& written) {
  const std::vector<Term> terms = join_exclusions(written);
  std::vector<std::uint64_t> spelt;
  for (const Term& term : terms) spell_out(term, spelt);
  const auto [at, is_new] =
      known_atoms_.try_emplace(std::move(spelt), static_cast<std::uint32_t>(program_.atoms.size()));
  if (!is_new) return at->second;
  program::Atom atom{.first = static_cast<std::uint32_t>(program_.terms.size()),
                     .count = static_cast<std::uint16_t>(terms.size()),
                     .edges = kAllEdges};
  bool any_class = false;
  for (const Term& term : terms) {
    if (term.negated != 0) continue;
    atom.edges &= edges_of(term);
    any_class = any_class || tests_classes(term);
  }
  if (!any_class) atom.edges = program::kTokenEdges;
  program_.terms.insert(program_.terms.end(), terms.begin(), terms.end());
  atom.by_group = is_told_by_keys(atom) ? 1 : 0;
  program_.atoms.push_back(atom);
  return at->second;
}

}  // namespace incidents
