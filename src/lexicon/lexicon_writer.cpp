#include "lexicon/lexicon_writer.h"

#include <algorithm>
#include <array>
#include <bit>
#include <map>
#include <string>

#include "text/normalise.h"

namespace incidents {
namespace {

namespace section = layout::section;

/// Slots for `count` keys: a power of two, at most half full.
std::size_t slot_count(std::size_t count) { return std::bit_ceil(2 * count + 2); }

constexpr std::uint64_t edge_key(std::uint32_t parent, std::uint32_t symbol) {
  return (static_cast<std::uint64_t>(parent) << 32) | symbol;
}

std::array<std::uint64_t, 4> pack(const ClassSet& classes) {
  std::array<std::uint64_t, 4> words{};
  for (std::size_t i = 0; i < classes.size(); ++i) {
    if (classes.test(i)) words[i / 64] |= std::uint64_t{1} << (i % 64);
  }
  return words;
}

}  // namespace

LexiconWriter::LexiconWriter(Vocabulary& vocabulary) : vocabulary_(&vocabulary), nodes_(1) {
  // Look-up knows a hyphen between words by its id, though no phrase holds one.
  vocabulary.intern_word("-");
}

std::uint32_t LexiconWriter::file_index(std::string_view name) {
  const StringId id = vocabulary_->intern(name);
  const auto it = std::find(files_.rbegin(), files_.rend(), id);
  if (it != files_.rend()) return static_cast<std::uint32_t>(files_.rend() - it - 1);
  files_.push_back(id);
  return static_cast<std::uint32_t>(files_.size() - 1);
}

EntryId LexiconWriter::add_entry(const EntryRow& row) {
  layout::Entry entry{};
  entry.name = vocabulary_->intern(row.name);
  entry.attributes = static_cast<std::uint32_t>(attributes_.size());
  entry.line = row.line;
  entry.file = static_cast<std::uint16_t>(file_index(row.file));
  entry.attribute_count = static_cast<std::uint8_t>(row.attributes.size());
  entry.class_id = row.class_id;
  for (const auto& [key, value] : row.attributes) {
    attributes_.push_back({vocabulary_->intern(key), vocabulary_->intern(value)});
  }
  entries_.push_back(entry);
  return static_cast<EntryId>(entries_.size() - 1);
}

std::uint32_t LexiconWriter::root(PhraseSymbol symbol) const {
  const auto it = edges_.find(edge_key(0, symbol));
  return it == edges_.end() ? 0 : it->second;
}

void LexiconWriter::add_phrase(EntryId entry, std::span<const PhraseSymbol> symbols) {
  std::uint32_t node = 0;
  for (const PhraseSymbol symbol : symbols) {
    const auto [it, added] = edges_.try_emplace(edge_key(node, symbol), static_cast<std::uint32_t>(nodes_.size()));
    if (added) {
      nodes_[node].children |= layout::child_bit(symbol);
      nodes_.emplace_back();
    }
    node = it->second;
  }
  auto& entries = nodes_[node].entries;
  if (std::find(entries.begin(), entries.end(), entry) == entries.end()) entries.push_back(entry);
}

void LexiconWriter::add_table(std::string_view name, std::span<const std::string_view> columns,
                              std::span<const TableRow> rows) {
  tables_.push_back({vocabulary_->intern(name), static_cast<std::uint32_t>(table_cells_.size()),
                     static_cast<std::uint32_t>(table_lines_.size()), static_cast<std::uint32_t>(columns.size()),
                     static_cast<std::uint32_t>(rows.size())});
  for (const std::string_view column : columns) table_cells_.push_back(vocabulary_->intern(column));
  for (const TableRow& row : rows) {
    for (const std::string_view cell : row.cells) table_cells_.push_back(vocabulary_->intern(cell));
    table_lines_.push_back(file_index(row.file));
    table_lines_.push_back(row.line);
  }
}

void LexiconWriter::write(ImageWriter& image) {
  // Words and strings last: what the other sections intern must be in them.
  std::vector<layout::LemmaName> names;
  for (const auto& [normal, lemma] : vocabulary_->lemma_names()) {
    names.push_back({vocabulary_->intern(normal), lemma});
  }
  std::vector<layout::Lemma> lemmas;
  for (LemmaId id = 0; id < vocabulary_->lemma_count(); ++id) {
    lemmas.push_back({vocabulary_->intern(vocabulary_->lemma_name(id)), root(id | layout::kLemmaBit)});
  }
  std::vector<StringId> classes = {0};
  for (std::uint32_t id = 1; id < vocabulary_->class_count(); ++id) {
    classes.push_back(vocabulary_->intern(vocabulary_->class_name(static_cast<ClassId>(id))));
  }
  image.add_section(section::kLemmas, lemmas);
  image.add_section(section::kLemmaNames, names);
  image.add_section(section::kClasses, classes);
  image.add_section(section::kEntries, entries_);
  image.add_section(section::kAttributes, attributes_);
  image.add_section(section::kFiles, files_);
  image.add_section(section::kTables, tables_);
  image.add_section(section::kTableCells, table_cells_);
  image.add_section(section::kTableLines, table_lines_);
  write_trie(image);
  write_words(image);
  write_strings(image);
}

void LexiconWriter::write_trie(ImageWriter& image) const {
  std::vector<layout::Node> nodes;
  std::vector<EntryId> entries;
  for (const Node& node : nodes_) {
    nodes.push_back({static_cast<std::uint32_t>(entries.size()), static_cast<std::uint16_t>(node.entries.size()),
                     node.children});
    entries.insert(entries.end(), node.entries.begin(), node.entries.end());
  }
  // The hash map's own order differs between standard libraries; the image's must not.
  std::vector<std::pair<std::uint64_t, std::uint32_t>> edges;
  for (const auto& edge : edges_) {
    if (edge.first >> 32 != 0) edges.push_back(edge);
  }
  std::sort(edges.begin(), edges.end());
  std::vector<layout::Edge> slots(slot_count(edges.size()));
  for (const auto& [key, child] : edges) {
    const auto parent = static_cast<std::uint32_t>(key >> 32);
    const auto symbol = static_cast<std::uint32_t>(key);
    std::size_t i = layout::edge_hash(parent, symbol) & (slots.size() - 1);
    while (slots[i].parent != 0) i = (i + 1) & (slots.size() - 1);
    slots[i] = {parent, symbol, child};
  }
  image.add_section(section::kNodes, nodes);
  image.add_section(section::kNodeEntries, entries);
  image.add_section(section::kEdges, slots);
}

void LexiconWriter::write_words(ImageWriter& image) {
  std::map<std::array<std::uint64_t, 4>, std::uint16_t> set_ids = {{pack(ClassSet()), 0}};
  std::vector<std::uint64_t> sets(4);
  std::vector<layout::Word> words;
  std::vector<LemmaId> lemmas;
  for (WordId id = 0; id < vocabulary_->word_count(); ++id) {
    const auto packed = pack(vocabulary_->word_classes(id));
    const auto [set, added] = set_ids.try_emplace(packed, static_cast<std::uint16_t>(set_ids.size()));
    if (added) sets.insert(sets.end(), packed.begin(), packed.end());
    const auto& of_word = vocabulary_->lemmas(id);
    words.push_back({vocabulary_->word_string(id), static_cast<std::uint32_t>(lemmas.size()),
                     static_cast<std::uint16_t>(of_word.size()), set->second, id == 0 ? 0 : root(id)});
    lemmas.insert(lemmas.end(), of_word.begin(), of_word.end());
  }
  const auto spellings = vocabulary_->spellings();
  std::vector<layout::WordSlot> slots(slot_count(spellings.size()));
  for (const auto& [spelling, word] : spellings) {
    const std::uint64_t hash = hash_bytes(vocabulary_->string(spelling));
    std::size_t i = hash & (slots.size() - 1);
    while (slots[i].word != 0) i = (i + 1) & (slots.size() - 1);
    slots[i] = {spelling, word, static_cast<std::uint32_t>(hash >> 32)};
  }
  image.add_section(section::kWords, words);
  image.add_section(section::kWordSlots, slots);
  image.add_section(section::kWordLemmas, lemmas);
  image.add_section(section::kClassSets, sets);
}

void LexiconWriter::write_strings(ImageWriter& image) const {
  std::vector<std::uint32_t> offsets = {0};
  std::string bytes;
  std::vector<StringId> slots(slot_count(vocabulary_->string_count()));
  for (StringId id = 0; id < vocabulary_->string_count(); ++id) {
    const std::string_view text = vocabulary_->string(id);
    bytes += text;
    offsets.push_back(static_cast<std::uint32_t>(bytes.size()));
    if (id == 0) continue;
    std::size_t i = hash_bytes(text) & (slots.size() - 1);
    while (slots[i] != 0) i = (i + 1) & (slots.size() - 1);
    slots[i] = id;
  }
  image.add_section(section::kStringOffsets, offsets);
  image.add_section(section::kStringBytes, std::string_view(bytes));
  image.add_section(section::kStringSlots, slots);
}

}  // namespace incidents
