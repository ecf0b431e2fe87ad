#pragma once
/// Writes the sections that `Lexicon` views.
#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/layout.h"
#include "lexicon/vocabulary.h"

namespace incidents {

/// A word of a phrase: a word id, or a lemma id with layout::kLemmaBit for any form of that lemma.
using PhraseSymbol = std::uint32_t;

class LexiconWriter {
 public:
  explicit LexiconWriter(Vocabulary& vocabulary);

  struct EntryRow {
    std::string_view name;
    ClassId class_id = 0;
    std::string_view file;
    std::uint32_t line = 0;
    std::vector<std::pair<std::string_view, std::string_view>> attributes;  ///< key, value; at most 255
  };
  EntryId add_entry(const EntryRow& row);

  /// Makes `symbols` (not empty) a way to write `entry`.
  void add_phrase(EntryId entry, std::span<const PhraseSymbol> symbols);

  struct TableRow {
    std::string_view file;
    std::uint32_t line = 0;
    std::vector<std::string_view> cells;  ///< as many as there are columns
  };
  void add_table(std::string_view name, std::span<const std::string_view> columns, std::span<const TableRow> rows);

  /// Adds the sections. To be called last, when every compiler has interned what it needs.
  void write(ImageWriter& image);

 private:
  struct Node {
    std::vector<EntryId> entries;
    std::uint16_t children = 0;
  };
  std::uint32_t file_index(std::string_view name);
  std::uint32_t root(PhraseSymbol symbol) const;  ///< 0 when no phrase begins with it
  void write_strings(ImageWriter& image) const;
  void write_words(ImageWriter& image);
  void write_trie(ImageWriter& image) const;

  Vocabulary* vocabulary_;
  std::vector<StringId> files_;
  std::vector<layout::Entry> entries_;
  std::vector<layout::Attribute> attributes_;
  std::vector<Node> nodes_;                                  ///< node 0 is “nowhere”
  std::unordered_map<std::uint64_t, std::uint32_t> edges_;   ///< parent (0: a phrase's begin) and symbol → node
  std::vector<layout::TableHead> tables_;
  std::vector<StringId> table_cells_;
  std::vector<std::uint32_t> table_lines_;
};

}  // namespace incidents
