/// A pattern as instructions, and what the index must know of it: the keys without which it matches nowhere.
#include "rules/emit.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "rules/rule_match.h"

namespace incidents {
namespace {

using program::Instruction;
using program::KeyKind;
using program::Op;
using program::Term;
using program::TermKind;

constexpr std::size_t kMaxInstructions = 4000;

std::string quote(std::string_view text) { return "'" + std::string(text) + "'"; }

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

/// Of one behind the other.
Width operator+(const Width& a, const Width& b) {
  return {std::min(a.least + b.least, program::kFar), std::min(a.most + b.most, program::kFar)};
}

/// Of one or the other.
Width either(const Width& a, const Width& b) { return {std::min(a.least, b.least), std::max(a.most, b.most)}; }

}  // namespace

/// The state of emitting one pattern.
class PatternEmitter::Emission {
 public:
  Emission(PatternEmitter& emitter, const PatternSets& sets) : emitter_(emitter), sets_(sets) {}

  EmittedPattern run(const PatternNode& pattern, RulePosition rule) {
    rule_ = rule;
    Part whole = emit(pattern);
    add(Op::match);
    check();
    check_begin();
    choose_needs(std::move(whole));
    return std::move(result_);
  }

 private:
  /// What is known of every way through a part of the pattern. The distance of the first need is that from where the
  /// part begins, `tail` that from where the last need's edge begins to where the part ends: its width without needs.
  struct Part {
    std::vector<PatternNeed> needs;
    Width tail;

    /// One part behind the other.
    void append(Part next) {
      if (next.needs.empty()) {
        tail = tail + next.tail;
        return;
      }
      next.needs.front().behind = tail + next.needs.front().behind;
      std::move(next.needs.begin(), next.needs.end(), std::back_inserter(needs));
      tail = next.tail;
    }
    /// Without the need `at`.
    void drop(std::size_t at) {
      Width& next = at + 1 < needs.size() ? needs[at + 1].behind : tail;
      next = needs[at].behind + next;
      needs.erase(needs.begin() + static_cast<std::ptrdiff_t>(at));
    }
    /// Without any.
    Width width() const {
      Width sum = tail;
      for (const PatternNeed& need : needs) sum = sum + need.behind;
      return sum;
    }
  };


  std::vector<Instruction>& code() { return result_.instructions; }

  std::uint32_t add(Op op, std::uint32_t x = 0, std::uint32_t y = 0) {
    code().push_back({.op = op, .x = x, .y = y});
    return here() - 1;
  }
  std::uint32_t here() { return static_cast<std::uint32_t>(code().size()); }

  /// Emits a node; gives what every way through it needs.
  Part emit(const PatternNode& node) {
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
        return emit_gap(node);
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

  Part emit_sequence(const PatternNode& node) {
    Part all;
    for (const PatternNode& child : node.children) all.append(emit(child));
    return all;
  }

  /// Code for one of `count` branches, the first preferred.
  template <class Branch>
  Part choose(std::size_t count, Branch branch) {
    std::vector<Part> parts;
    std::vector<std::uint32_t> jumps;
    const std::uint32_t choices = choices_;
    if (count > 1) ++choices_;
    for (std::size_t i = 0; i < count; ++i) {
      const bool last = i + 1 == count;
      const std::uint32_t split = last ? 0 : add(Op::split, here() + 1);
      parts.push_back(branch(i));
      if (last) break;
      jumps.push_back(add(Op::jump));
      code()[split].y = here();
    }
    for (const std::uint32_t jump : jumps) code()[jump].x = here();
    choices_ = choices;
    return join(std::move(parts));
  }

  /// Of parts one of which is taken: as many needs as each of them has, the first made of the first of each, and so on.
  Part join(std::vector<Part> parts) const {
    std::size_t count = program::kMaxNeeds;
    for (const Part& part : parts) count = std::min(count, part.needs.size());
    for (Part& part : parts) keep_rarest(part, count);
    Part joined = std::move(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
      joined.tail = either(joined.tail, parts[i].tail);
      for (std::size_t k = 0; k < count; ++k) {
        PatternNeed& need = joined.needs[k];
        PatternNeed& other = parts[i].needs[k];
        need.behind = either(need.behind, other.behind);
        need.keys.merge(other.keys);
        need.atoms.merge(other.atoms);
      }
    }
    return joined;
  }

  Part emit_repeat(const PatternNode& node) {
    Part all;
    for (std::uint32_t i = 0; i < node.min; ++i) {
      Part more = emit(node.children.front());
      if (!all.needs.empty()) more = {.needs = {}, .tail = more.width()};
      all.append(std::move(more));
    }
    ++choices_;
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = node.min; i < node.max; ++i) {
      splits.push_back(add(Op::split, here() + 1));
      const Part more = emit(node.children.front());
      all.append({.needs = {}, .tail = {0, more.width().most}});
    }
    for (const std::uint32_t split : splits) code()[split].y = here();
    --choices_;
    return all;
  }

  Part emit_gap(const PatternNode& node) {
    std::vector<std::uint32_t> splits;
    for (std::uint32_t i = 0; i < node.max; ++i) {
      splits.push_back(add(Op::split, 0, here() + 1));
      add(Op::skip);
    }
    for (const std::uint32_t split : splits) code()[split].x = here();
    return {.needs = {}, .tail = {0, node.max}};
  }

  Part emit_slot(const PatternNode& node) {
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
    Part part = emit(node.children.front());
    add(Op::slot_end, index);
    return part;
  }

  Part emit_atom(const PatternNode& node) {
    if (node.terms.size() == 1 && !node.terms.front().negated) {
      const PatternTerm& term = node.terms.front();
      if (term.kind == PatternTerm::Kind::word) return emit_words(emitter_.vocabulary_.intern_words(term.text), term);
      if (term.kind == PatternTerm::Kind::set) return emit_set(emitter_.find_set(term, sets_));
    }
    std::vector<Term> terms;
    for (const PatternTerm& term : node.terms) terms.push_back(emitter_.resolve(term, sets_));
    return add_atom(terms);
  }

  Part emit_words(const std::vector<WordId>& words, const PatternTerm& term) {
    if (words.empty()) throw PatternError{term.at, quote(term.text) + " holds no word"};
    Part all;
    for (const WordId word : words) all.append(add_atom({Term{.kind = TermKind::word, .id = word}}));
    return all;
  }

  Part emit_set(const PatternSet& set) {
    const std::size_t first = set.terms.empty() ? 0 : 1;
    return choose(set.phrases.size() + first, [&](std::size_t i) {
      return i < first ? add_atom({emitter_.any_of(set)}) : emit_words(set.phrases[i - first], {});
    });
  }

  Part add_atom(const std::vector<Term>& terms) {
    const std::uint32_t id = emitter_.add_atom(terms);
    add(Op::atom, id, choices_ == 0 ? 1 : 0);
    const program::Atom& atom = emitter_.program_.atoms[id];
    Part part{.needs = {}, .tail = {1, atom.edges == program::kTokenEdges ? 1 : program::kFar}};
    PatternKeys keys = emitter_.keys_of(atom);
    if (!keys.contains({KeyKind::none, 0})) part.needs.push_back({std::move(keys), {id}, {}});
    return part;
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

  void check_begin() {
    // An anchor takes no edge: what follows it is what the rule begins with.
    for (const std::uint32_t to : closure(code(), 0, true)) {
      const Instruction& instruction = code()[to];
      if (instruction.op == Op::match) throw PatternError{rule_, "the pattern may match nothing at all"};
      if (instruction.op == Op::skip) throw PatternError{rule_, "a pattern may not begin with a gap"};
    }
  }

  bool is_rarer(const PatternNeed& a, const PatternNeed& b) const {
    const std::size_t of_a = emitter_.sentences_with(a.keys);
    const std::size_t of_b = emitter_.sentences_with(b.keys);
    return of_a != of_b ? of_a < of_b : a.keys < b.keys;
  }

  auto rarer() const {
    return [this](const PatternNeed& a, const PatternNeed& b) { return is_rarer(a, b); };
  }

  /// Keeps so many of the needs, those that fewest sentences meet.
  void keep_rarest(Part& part, std::size_t count) const {
    while (part.needs.size() > count) {
      const auto commonest = std::max_element(part.needs.begin(), part.needs.end(), rarer());
      part.drop(static_cast<std::size_t>(commonest - part.needs.begin()));
    }
  }

  void choose_needs(Part whole) {
    keep_rarest(whole, program::kMaxNeeds);
    result_.needs = std::move(whole.needs);
    const auto rarest = std::min_element(result_.needs.begin(), result_.needs.end(), rarer());
    result_.rarest_need = static_cast<std::size_t>(rarest - result_.needs.begin());
  }

  PatternEmitter& emitter_;
  const PatternSets& sets_;
  EmittedPattern result_;
  RulePosition rule_;
  std::uint32_t choices_ = 0;  ///< around what is being emitted: where there are none, each match passes
};

PatternKeys PatternEmitter::keys_of(const program::Atom& atom) const {
  const std::span<const Term> all(program_.terms);
  const Term* best = nullptr;  // the term that fewest edges meet decides
  for (const Term& term : all.subspan(atom.first, atom.count)) {
    if (term.negated == 0 && (best == nullptr || commonness(term.kind) < commonness(best->kind))) best = &term;
  }
  if (best == nullptr) return {{KeyKind::none, 0}};
  if (best->kind != TermKind::any_of) return {{key_kind(best->kind), best->id}};
  PatternKeys keys;
  for (const Term& member : all.subspan(best->id, best->count)) keys.emplace(key_kind(member.kind), member.id);
  const program::ClassMask& mask = program_.masks[best->first];
  for (std::uint32_t id = 0; id < 256; ++id) {
    if (mask.has(static_cast<ClassId>(id))) keys.emplace(KeyKind::has_class, id);
  }
  return keys;
}

std::size_t PatternEmitter::sentences_with(const PatternKeys& keys) const {
  std::size_t sum = 0;
  for (const PatternKey& key : keys) {
    const auto counted = sample.with_key.find(key);
    const bool is_literal = key.first == KeyKind::word || key.first == KeyKind::lemma;
    // What the sample has not is rare where it is a word; a class may be one that rules make.
    sum += 1 + (counted != sample.with_key.end() ? counted->second : is_literal ? 0 : sample.sentences / 20);
  }
  return sum;
}

EmittedPattern PatternEmitter::emit(const PatternNode& pattern, RulePosition rule, const PatternSets& sets) {
  return Emission(*this, sets).run(pattern, rule);
}

}  // namespace incidents
