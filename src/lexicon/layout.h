#pragma once
/// The records of the lexicon's image sections, shared by the compiler that writes them and the view that reads them.
/// Section names stand in `layout::section`.
#include <bitset>
#include <cstdint>
#include <span>

namespace incidents {

using WordId = std::uint32_t;  ///< 0: unknown word
using LemmaId = std::uint32_t;
using ClassId = std::uint8_t;  ///< 0: no class
using EntryId = std::uint32_t;
using StringId = std::uint32_t;  ///< interned string; equal strings have equal ids; 0 is ""
using ClassSet = std::bitset<256>;

inline constexpr std::uint32_t kNone = 0xffffffffu;

namespace layout {

/// A record, or nullptr outside; no index of an image is trusted.
template <class Record>
const Record* at(std::span<const Record> records, std::uint32_t index) {
  return index < records.size() ? &records[index] : nullptr;
}

/// Records [first, first + count), or none where they would reach outside.
template <class Record>
std::span<const Record> part(std::span<const Record> records, std::uint32_t first, std::uint32_t count) {
  if (first > records.size() || count > records.size() - first) return {};
  return records.subspan(first, count);
}

namespace section {
inline constexpr const char* kStringOffsets = "strings.offsets";  ///< u32, one more than strings
inline constexpr const char* kStringBytes = "strings.bytes";
inline constexpr const char* kStringSlots = "strings.slots";      ///< open addressing by hash_bytes; 0 is free
inline constexpr const char* kWords = "words";
inline constexpr const char* kWordSlots = "words.slots";          ///< open addressing by hash_bytes; word 0 is free
inline constexpr const char* kWordLemmas = "words.lemmas";
inline constexpr const char* kClassSets = "class_sets";           ///< 4 u64 a set
inline constexpr const char* kLemmas = "lemmas";
inline constexpr const char* kLemmaNames = "lemmas.names";        ///< sorted by the bytes of the name
inline constexpr const char* kClasses = "classes";                ///< StringId a class, class 0 first
inline constexpr const char* kEntries = "entries";
inline constexpr const char* kAttributes = "entries.attributes";  ///< sorted by key inside an entry
inline constexpr const char* kFiles = "files";                    ///< StringId a file
inline constexpr const char* kNodes = "trie.nodes";               ///< node 0 is “nowhere”
inline constexpr const char* kNodeEntries = "trie.entries";
inline constexpr const char* kEdges = "trie.edges";               ///< open addressing by edge_hash; parent 0 is free
inline constexpr const char* kTables = "tables";
inline constexpr const char* kTableCells = "tables.cells";
inline constexpr const char* kTableLines = "tables.lines";        ///< file and line of each row, two u32 a row
inline constexpr const char* kSources = "sources";                ///< the data files, for overlays; see sources.h
}  // namespace section

struct Word {
  StringId text;
  std::uint32_t lemmas;       ///< first of them in words.lemmas
  std::uint16_t lemma_count;
  std::uint16_t class_set;
  std::uint32_t node;         ///< trie node of the phrases that start with this word, 0 for none
};

struct WordSlot {
  StringId spelling;
  WordId word;
  std::uint32_t tag;          ///< upper half of the hash
};

struct Lemma {
  StringId name;
  std::uint32_t node;         ///< trie node of the phrases that start with any form of this lemma, 0 for none
};

struct LemmaName {
  StringId normal;
  LemmaId lemma;
};

struct Entry {
  StringId name;
  std::uint32_t attributes;
  std::uint32_t line;
  std::uint16_t file;
  std::uint8_t attribute_count;
  ClassId class_id;
};

struct Attribute {
  StringId key;
  StringId value;
};

struct Node {
  std::uint32_t entries;      ///< first of them in trie.entries
  std::uint16_t entry_count;  ///< entries whose phrase ends here
  std::uint16_t children;     ///< bits of the symbols that go on from here, see child_bit
};

/// Where a node lacks a symbol's bit it has no such child, and the table of edges need not be asked.
inline std::uint16_t child_bit(std::uint32_t symbol) { return static_cast<std::uint16_t>(1u << (symbol * 0x9e3779b1u >> 28)); }


/// `symbol` is a word id, or a lemma id with kLemmaBit.
struct Edge {
  std::uint32_t parent;
  std::uint32_t symbol;
  std::uint32_t child;
};
inline constexpr std::uint32_t kLemmaBit = 0x80000000u;

inline std::uint32_t edge_hash(std::uint32_t parent, std::uint32_t symbol) {
  const std::uint64_t h = ((static_cast<std::uint64_t>(parent) << 32) | symbol) * 0x9e3779b97f4a7c15ULL;
  return static_cast<std::uint32_t>(h >> 32);
}

struct TableHead {
  StringId name;
  std::uint32_t cells;        ///< first in tables.cells: the column names, then the rows
  std::uint32_t lines;        ///< first in tables.lines
  std::uint32_t column_count;
  std::uint32_t row_count;
};

}  // namespace layout
}  // namespace incidents
