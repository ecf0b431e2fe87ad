#pragma once
/// Compiled rules as they lie in the image section "rules": a header, then arrays of plain structs. Everything refers
/// to everything else by index; the reader checks sizes once and every index once, then trusts them.
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "lexicon/lexicon.h"

namespace incidents::program {

inline constexpr std::uint32_t kMagic = 0x39524e49u;  // "INR9"

enum class Op : std::uint8_t {
  atom,        ///< x: atom; takes one edge, goes on behind it; y: 1 where every match passes here
  skip,        ///< takes one token that ends no clause
  split,       ///< x is preferred to y
  jump,        ///< x
  slot_begin,  ///< x: slot
  slot_end,    ///< x: slot
  mention_begin,
  mention_end,
  sentence_start,
  sentence_end,
  match
};

/// A rule is tried only where so many groups of keys that it needs stand, in its order and at its distances.
inline constexpr std::uint32_t kMaxNeeds = 4;
inline constexpr std::uint32_t kFar = 255;  ///< a distance in tokens without bound

/// Jump targets are relative to the rule's first instruction, and lie behind the jump.
struct Instruction {
  Op op = Op::match;
  std::uint8_t pad[3] = {};
  std::uint32_t x = 0;
  std::uint32_t y = 0;
};

enum class TermKind : std::uint8_t { word, lemma, has_class, digits, any_word, any_of };

/// A set of classes, a bit each.
struct ClassMask {
  std::array<std::uint64_t, 4> bits = {};
  void add(ClassId id) { bits[id / 64] |= std::uint64_t{1} << id % 64; }
  bool meets(const ClassMask& other) const {
    std::uint64_t common = 0;
    for (std::size_t i = 0; i < bits.size(); ++i) common |= bits[i] & other.bits[i];
    return common != 0;
  }
  bool is_empty() const { return (bits[0] | bits[1] | bits[2] | bits[3]) == 0; }
  bool has(ClassId id) const { return (bits[id / 64] >> id % 64 & 1u) != 0; }
};

/// One test on an edge. `has_class` tests the conditions [first, first + count) too. `any_of` holds when the edge has a
/// class of the mask `first`, or one of the terms [id, id + count) holds; the first `words` of them are words, by id.
struct Term {
  TermKind kind = TermKind::word;
  std::uint8_t negated = 0;
  std::uint16_t words = 0;
  std::uint32_t id = 0;  ///< word, lemma or class
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// Which edges an atom looks at.
enum Edges : std::uint8_t { kTokenEdges = 1, kPhraseEdges = 2, kMentionEdges = 4 };

/// All terms [first, first + count) hold on one edge.
struct Atom {
  std::uint32_t first = 0;
  std::uint16_t count = 0;
  std::uint8_t edges = kTokenEdges;
  std::uint8_t by_group = 0;  ///< 1: it holds on every token that has a key of the group
  std::uint32_t group = 0;    ///< of its phase: where none of its keys stands, the atom holds on no edge
};

/// The attribute `key` is (or, negated, is not) one of values [first, first + count).
struct Condition {
  StringId key = 0;
  std::uint32_t negated = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

struct Argument {
  StringId key = 0;
  StringId literal = 0;
  std::uint32_t slot = kNone;
};

struct Rule {
  StringId name = 0;
  StringId file = 0;
  std::uint32_t line = 0;
  StringId make_kind = 0;
  std::uint32_t make_class = 0;
  std::uint32_t first_argument = 0;
  std::uint32_t argument_count = 0;
  std::uint32_t first_slot = 0;  ///< into the slot names
  std::uint32_t slot_count = 0;
  std::uint32_t first_instruction = 0;
  std::uint32_t instruction_count = 0;
};

/// The groups [1, anchor_count) have rules anchored at them, those behind have none.
struct Phase {
  StringId name = 0;
  std::uint32_t first_rule = 0;
  std::uint32_t rule_count = 0;
  std::uint32_t first_group = 0;
  std::uint32_t group_count = 0;
  std::uint32_t anchor_count = 0;
  std::uint32_t first_atom = 0;
  std::uint32_t atom_count = 0;
};

/// The keys by which an edge that an atom takes is known, one group for all atoms of the phase with the same keys. The
/// rules anchored [first, first + count) are tried in sentences where one of the keys stands. Group 0 stands everywhere.
struct Group {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
};

/// Tokens from the beginning of one edge to that of a later one, of both bounds; `most` may be kFar.
struct Distance {
  std::uint8_t least = 0;
  std::uint8_t most = 0;
};

/// An edge that each match of a rule takes begins where a key of the group stands, so far behind the need before it.
/// Where that may be any word, `atoms` of the need atoms from `first_atom` say which atoms take it, else `atoms` is 0.
struct Need {
  std::uint32_t group = 0;
  Distance behind;
  std::uint16_t atoms = 0;
  std::uint32_t first_atom = 0;
};

/// A rule under the rarest group that each of its matches needs. `needs`: that one and others, in the order of edges.
struct Anchored {
  std::uint32_t rule = 0;
  std::uint32_t need_count = 0;
  std::array<Need, kMaxNeeds> needs{};
};

enum class KeyKind : std::uint32_t { none, word, lemma, has_class, digits, any_word };

/// What a word, lemma, class, … is to the phases: a hash table of `Key`s, open addressing, a power of two long.
struct Key {
  KeyKind kind = KeyKind::none;
  std::uint32_t id = 0;
  std::uint32_t first_use = 0;
  std::uint32_t use_count = 0;
};

/// What a key is to one phase: it is of the groups [first_group, first_group + group_count) of the key groups. Uses of
/// one key are sorted by phase.
struct Use {
  std::uint32_t phase = 0;
  std::uint32_t first_group = 0;
  std::uint32_t group_count = 0;
};

inline std::uint32_t hash_key(KeyKind kind, std::uint32_t id) {
  std::uint32_t h = (id * 8u + static_cast<std::uint32_t>(kind)) * 0x9e3779b1u;
  return h ^ (h >> 15);
}

struct Array {
  std::uint32_t offset = 0;  ///< bytes from the section's start
  std::uint32_t count = 0;
};

struct Header {
  std::uint32_t magic = kMagic;
  Array phases, rules, arguments, slot_names, instructions, atoms, terms, conditions, values, keys, uses, groups,
      anchored, need_atoms, key_groups, masks;
};

/// All arrays of a program: spans over an image, or over a builder's vectors.
struct View {
  std::span<const Phase> phases;
  std::span<const Rule> rules;
  std::span<const Argument> arguments;
  std::span<const StringId> slot_names;
  std::span<const Instruction> instructions;
  std::span<const Atom> atoms;
  std::span<const Term> terms;
  std::span<const Condition> conditions;
  std::span<const StringId> values;
  std::span<const Key> keys;
  std::span<const Use> uses;
  std::span<const Group> groups;
  std::span<const Anchored> anchored;
  std::span<const std::uint32_t> need_atoms;
  std::span<const std::uint32_t> key_groups;
  std::span<const ClassMask> masks;
};

/// Views a section; an empty section gives an empty view. Throws Error(data) where a size or an index is wrong.
View view(std::span<const std::byte> section);

/// The section's bytes.
std::vector<std::byte> serialise(const View& program);

}  // namespace incidents::program
