#include "rules/emit.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <tuple>
#include <utility>

#include "lexicon/suggest.h"
#include "rules/rule_match.h"

namespace incidents {
namespace {

using program::Instruction;
using program::KeyKind;
using program::Op;
using program::Term;
using program::TermKind;

constexpr std::size_t kMaxInstructions = 4000;
constexpr std::uint8_t kAllEdges = program::kTokenEdges | program::kPhraseEdges | program::kMentionEdges;
constexpr std::uint8_t kClassEdges = program::kPhraseEdges | program::kMentionEdges;

std::string quote(std::string_view text) { return "'" + std::string(text) + "'"; }

bool is_plain_class(const Term& term) { return term.kind == TermKind::has_class && term.count == 0; }

KeyKind key_kind(TermKind kind) {
  switch (kind) {
    case TermKind::word:
      return KeyKind::word;
    case TermKind::lemma:
      return KeyKind::lemma;
    case TermKind::has_class:
      return KeyKind::has_class;
    case TermKind::digits:
      return KeyKind::digits;
    case TermKind::any_word:
      return KeyKind::any_word;
    case TermKind::any_of:
      break;
  }
  return KeyKind::none;
}

/// The smaller, the fewer edges it holds on.
int commonness(TermKind kind) {
  switch (kind) {
    case TermKind::word:
      return 0;
    case TermKind::lemma:
      return 1;
    case TermKind::digits:
      return 2;
    case TermKind::any_of:
      return 3;
    case TermKind::has_class:
      return 4;
    case TermKind::any_word:
      return 5;
  }
  return 6;
}

/// Instructions that are reached from `from` without taking an edge. Anchors are passed where `through_anchors`.
std::vector<std::uint32_t> closure(std::span<const Instruction> code, std::uint32_t from, bool through_anchors) {
  std::vector<std::uint32_t> reached{from};
  std::vector<bool> seen(code.size());
  seen[from] = true;
  const auto reach = [&](std::uint32_t to) {
    if (!seen[to]) reached.push_back(to);
    seen[to] = true;
  };
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const Instruction& instruction = code[reached[i]];
    switch (instruction.op) {
      case Op::atom:
      case Op::skip:
      case Op::match:
        break;
      case Op::split:
        reach(instruction.x);
        reach(instruction.y);
        break;
      case Op::jump:
        reach(instruction.x);
        break;
      case Op::sentence_start:
      case Op::sentence_end:
        if (through_anchors) reach(reached[i] + 1);
        break;
      default:
        reach(reached[i] + 1);
    }
  }
  return reached;
}

}  // namespace

/// The state of emitting one pattern.
class PatternEmitter::Emission {
 public:
  Emission(PatternEmitter& emitter, const PatternSets& sets) : emitter_(emitter), sets_(sets) {}

  EmittedPattern run(const PatternNode& pattern, RulePosition rule) {
    rule_ = rule;
    Needs needs = emit(pattern);
    add(Op::match);
    check();
    find_first_keys();
    choose_needs(std::move(needs));
    return std::move(result_);
  }

 private:
  using Needs = std::vector<PatternKeys>;

  std::vector<Instruction>& code() { return result_.instructions; }

  std::uint32_t add(Op op, std::uint32_t x = 0, std::uint32_t y = 0) {
    code().push_back({.op = op, .x = x, .y = y});
    return here() - 1;
  }
  std::uint32_t here() { return static_cast<std::uint32_t>(code().size()); }

  /// Emits a node; gives what every way through it needs (see EmittedPattern::needs).
  Needs emit(const PatternNode& node) {
    if (code().size() > kMaxInstructions) throw PatternError{node.at, "the pattern is too large: split the rule"};
    switch (node.kind) {
      case PatternNode::Kind::atom:
        return emit_atom(node);
      case PatternNode::Kind::sequence:
        return emit_sequence(node);
      case PatternNode::Kind::alternatives:
        return choose(node.children.size(), [&](std::size_t i) { return emit(node.children[i]); });
      case PatternNode::Kind::repeat:
        return emit_repeat(node);
      case PatternNode::Kind::gap:
        emit_gap(node);
        break;
      case PatternNode::Kind::slot:
        return emit_slot(node);
      case PatternNode::Kind::sentence_start:
        add(Op::sentence_start);
        break;
      case PatternNode::Kind::sentence_end:
        add(Op::sentence_end);
        break;
      case PatternNode::Kind::mention_begin:
        add(Op::mention_begin);
        break;
      case PatternNode::Kind::mention_end:
        add(Op::mention_end);
        break;
    }
    return {};
  }

  Needs emit_sequence(const PatternNode& node) {
    Needs all;
    for (const PatternNode& child : node.children) {
      Needs needs = emit(child);
      std::move(needs.begin(), needs.end(), std::back_inserter(all));
    }
    return all;
  }

  /// Code for one of `count` branches, the first preferred. One of the rarest needs of its branches is needed.
  template <class Branch>
  Needs choose(std::size_t count, Branch branch) {
    const bool behind_first = behind_first_;
    bool all_behind = true;
    bool all_need = true;
    PatternKeys any;
    std::vector<std::uint32_t> jumps;
    for (std::size_t i = 0; i < count; ++i) {
      const bool last = i + 1 == count;
      const std::uint32_t split = last ? 0 : add(Op::split, here() + 1);
      behind_first_ = behind_first;
      const Needs needs = branch(i);
      all_behind = all_behind && behind_first_;
      all_need = all_need && !needs.empty();
      if (!needs.empty()) any.merge(PatternKeys(rarest(needs)));
      if (last) break;
      jumps.push_back(add(Op::jump));
      code()[split].y = here();
    }
    for (const std::uint32_t jump : jumps) code()[jump].x = here();
    behind_first_ = all_behind;
    return all_need ? Needs{std::move(any)} : Needs{};
  }

  static const PatternKeys& rarest(const Needs& needs) {
    return *std::min_element(needs.begin(), needs.end(), [](const PatternKeys& a, const PatternKeys& b) {
      return std::tuple(rarity(a), a) < std::tuple(rarity(b), b);
    });
  }

  Needs emit_repeat(const PatternNode& node) {
    Needs needs;
    for (std::uint32_t i = 0; i < node.min; ++i) {
      Needs more = emit(node.children.front());
      if (needs.empty()) needs = std::move(more);
    }
    const bool behind_first = behind_first_;
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = node.min; i < node.max; ++i) {
      splits.push_back(add(Op::split, here() + 1));
      emit(node.children.front());
    }
    for (const std::uint32_t split : splits) code()[split].y = here();
    behind_first_ = behind_first;
    return needs;
  }

  void emit_gap(const PatternNode& node) {
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = 0; i < node.max; ++i) {
      splits.push_back(add(Op::split, 0, here() + 1));
      add(Op::skip);
    }
    for (const std::uint32_t split : splits) code()[split].x = here();
  }

  Needs emit_slot(const PatternNode& node) {
    auto& slots = result_.slots;
    auto slot = std::find(slots.begin(), slots.end(), node.name);
    if (slot == slots.end()) {
      if (slots.size() == kMaxSlots) {
        throw PatternError{node.at, "a rule has at most " + std::to_string(kMaxSlots) + " slots"};
      }
      slot = slots.insert(slots.end(), node.name);
    }
    const auto index = static_cast<std::uint32_t>(slot - slots.begin());
    add(Op::slot_begin, index);
    Needs needs = emit(node.children.front());
    add(Op::slot_end, index);
    return needs;
  }

  Needs emit_atom(const PatternNode& node) {
    if (node.terms.size() == 1 && !node.terms.front().negated) {
      const PatternTerm& term = node.terms.front();
      if (term.kind == PatternTerm::Kind::word) return emit_words(emitter_.vocabulary_.intern_words(term.text), term);
      if (term.kind == PatternTerm::Kind::set) return emit_set(emitter_.find_set(term, sets_));
    }
    std::vector<Term> terms;
    for (const PatternTerm& term : node.terms) terms.push_back(emitter_.resolve(term, sets_));
    return add_atom(terms);
  }

  Needs emit_words(const std::vector<WordId>& words, const PatternTerm& term) {
    if (words.empty()) throw PatternError{term.at, quote(term.text) + " holds no word"};
    Needs all;
    for (const WordId word : words) {
      Needs needs = add_atom({Term{.kind = TermKind::word, .id = word}});
      std::move(needs.begin(), needs.end(), std::back_inserter(all));
    }
    return all;
  }

  Needs emit_set(const PatternSet& set) {
    const std::size_t first = set.terms.empty() ? 0 : 1;
    return choose(set.phrases.size() + first, [&](std::size_t i) {
      return i < first ? add_atom({emitter_.any_of(set)}) : emit_words(set.phrases[i - first], {});
    });
  }

  /// An atom that may be the first edge taken is no need: the index has looked at it.
  Needs add_atom(const std::vector<Term>& terms) {
    const std::uint32_t atom = emitter_.add_atom(terms);
    add(Op::atom, atom);
    if (!std::exchange(behind_first_, true)) return {};
    PatternKeys keys = keys_of(emitter_.program_.atoms[atom]);
    const bool says_little = keys.contains({KeyKind::none, 0}) || keys.contains({KeyKind::any_word, 0});
    return says_little ? Needs{} : Needs{std::move(keys)};
  }

  void check() {
    for (std::uint32_t i = 0; i < code().size(); ++i) {
      const Op op = code()[i].op;
      if (op == Op::mention_begin) {
        for (const std::uint32_t to : closure(code(), i, true)) {
          if (code()[to].op == Op::mention_end) throw PatternError{rule_, "the mention [ ] may be empty"};
        }
      } else if (op == Op::skip) {
        for (const std::uint32_t to : closure(code(), i + 1, false)) {
          if (code()[to].op == Op::match) throw PatternError{rule_, "a pattern may not end with a gap"};
        }
      }
    }
  }

  void find_first_keys() {
    // An anchor takes no edge: what follows it is what the rule begins with.
    for (const std::uint32_t to : closure(code(), 0, true)) {
      const Instruction& instruction = code()[to];
      if (instruction.op == Op::match) throw PatternError{rule_, "the pattern may match nothing at all"};
      if (instruction.op == Op::skip) throw PatternError{rule_, "a pattern may not begin with a gap"};
      if (instruction.op == Op::atom) result_.first_keys.merge(keys_of(emitter_.program_.atoms[instruction.x]));
    }
  }

  /// Keys one of which an edge must have for the atom to hold; the term that fewest edges meet decides.
  PatternKeys keys_of(const program::Atom& atom) const {
    const std::span<const Term> all(emitter_.program_.terms);
    const Term* best = nullptr;
    for (const Term& term : all.subspan(atom.first, atom.count)) {
      if (term.negated == 0 && (best == nullptr || commonness(term.kind) < commonness(best->kind))) best = &term;
    }
    if (best == nullptr) return {{KeyKind::none, 0}};
    if (best->kind != TermKind::any_of) return {{key_kind(best->kind), best->id}};
    PatternKeys keys;
    for (const Term& member : all.subspan(best->id, best->count)) keys.emplace(key_kind(member.kind), member.id);
    const program::ClassMask& mask = emitter_.program_.masks[best->first];
    for (std::uint32_t id = 0; id < 256; ++id) {
      if (mask.has(static_cast<ClassId>(id))) keys.emplace(KeyKind::has_class, id);
    }
    return keys;
  }

  /// Words are rarer than lemmas, and those than classes.
  static std::size_t rarity(const PatternKeys& keys) {
    std::size_t sum = 0;
    for (const auto& [kind, id] : keys) sum += kind == KeyKind::word ? 1 : kind == KeyKind::lemma ? 4 : 40;
    return sum;
  }

  /// Keeps the needs that fewest sentences meet.
  void choose_needs(Needs needs) {
    std::sort(needs.begin(), needs.end(), [](const PatternKeys& a, const PatternKeys& b) {
      return std::tuple(rarity(a), a) < std::tuple(rarity(b), b);
    });
    needs.erase(std::unique(needs.begin(), needs.end()), needs.end());
    if (needs.size() > program::kMaxNeeds) needs.resize(program::kMaxNeeds);
    result_.needs = std::move(needs);
  }

  PatternEmitter& emitter_;
  const PatternSets& sets_;
  EmittedPattern result_;
  RulePosition rule_;
  bool behind_first_ = false;  ///< whatever way the pattern came here, it has taken an edge
};

EmittedPattern PatternEmitter::emit(const PatternNode& pattern, RulePosition rule, const PatternSets& sets) {
  return Emission(*this, sets).run(pattern, rule);
}

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
  for (const Term& member : set.terms) {
    if (is_plain_class(member)) {
      mask.add(static_cast<ClassId>(member.id));
    } else {
      program_.terms.push_back(member);
      ++result.count;
    }
  }
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

std::uint32_t PatternEmitter::add_atom(const std::vector<Term>& terms) {
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
  program_.atoms.push_back(atom);
  return static_cast<std::uint32_t>(program_.atoms.size() - 1);
}

}  // namespace incidents
