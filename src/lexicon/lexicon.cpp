#include "lexicon/lexicon.h"

#include <algorithm>
#include <array>

#include "incidents/error.h"

namespace incidents {
namespace {

namespace section = layout::section;
using layout::at;
using layout::part;

std::vector<ClassSet> read_class_sets(std::span<const std::uint64_t> words) {
  std::vector<ClassSet> sets(words.size() / 4);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    for (std::size_t j = 4; j-- > 0;) sets[i] = (sets[i] << 64) | ClassSet(words[4 * i + j]);
  }
  return sets;
}

/// A table of open addressing is probed with a mask, so its size must be a power of two with a free slot.
template <class Slot>
std::span<const Slot> require_slots(std::span<const Slot> slots) {
  if (slots.empty() || (slots.size() & (slots.size() - 1)) != 0) {
    throw Error(ErrorCode::data, "data image: a hash table is missing or has a broken size");
  }
  return slots;
}

}  // namespace

Lexicon::Lexicon(std::span<const std::byte> image)
    : image_(image),
      string_offsets_(image_.records<std::uint32_t>(section::kStringOffsets)),
      string_bytes_(image_.text(section::kStringBytes)),
      string_slots_(require_slots(image_.records<StringId>(section::kStringSlots))),
      words_(image_.records<layout::Word>(section::kWords)),
      word_slots_(require_slots(image_.records<layout::WordSlot>(section::kWordSlots))),
      word_lemmas_(image_.records<LemmaId>(section::kWordLemmas)),
      class_sets_(read_class_sets(image_.records<std::uint64_t>(section::kClassSets))),
      lemmas_(image_.records<layout::Lemma>(section::kLemmas)),
      lemma_names_(image_.records<layout::LemmaName>(section::kLemmaNames)),
      classes_(image_.records<StringId>(section::kClasses)),
      entries_(image_.records<layout::Entry>(section::kEntries)),
      attributes_(image_.records<layout::Attribute>(section::kAttributes)),
      files_(image_.records<StringId>(section::kFiles)),
      nodes_(image_.records<layout::Node>(section::kNodes)),
      node_entries_(image_.records<EntryId>(section::kNodeEntries)),
      edges_(require_slots(image_.records<layout::Edge>(section::kEdges))),
      tables_(image_.records<layout::TableHead>(section::kTables)),
      table_cells_(image_.records<StringId>(section::kTableCells)),
      table_lines_(image_.records<std::uint32_t>(section::kTableLines)) {
  if (class_sets_.empty()) class_sets_.resize(1);
  hyphen_ = find_word("-");
}

WordId Lexicon::find_word(std::string_view normal_form) const {
  return find_word(normal_form, hash_bytes(normal_form));
}

WordId Lexicon::find_word(std::string_view normal_form, std::uint64_t hash) const {
  const auto tag = static_cast<std::uint32_t>(hash >> 32);
  const std::size_t mask = word_slots_.size() - 1;
  for (std::size_t i = hash & mask;; i = (i + 1) & mask) {
    const layout::WordSlot& slot = word_slots_[i];
    if (slot.word == 0) return 0;
    if (slot.tag == tag && string(slot.spelling) == normal_form) return slot.word;
  }
}

std::string_view Lexicon::word_text(WordId id) const {
  const auto* word = at(words_, id);
  return word == nullptr ? std::string_view() : string(word->text);
}

LemmaId Lexicon::find_lemma(std::string_view normal_lemma) const {
  const auto it = std::lower_bound(
      lemma_names_.begin(), lemma_names_.end(), normal_lemma,
      [this](const layout::LemmaName& name, std::string_view wanted) { return string(name.normal) < wanted; });
  return it != lemma_names_.end() && string(it->normal) == normal_lemma ? it->lemma : kNone;
}

std::string_view Lexicon::lemma_name(LemmaId id) const {
  const auto* lemma = at(lemmas_, id);
  return lemma == nullptr ? std::string_view() : string(lemma->name);
}

StringId Lexicon::find_string(std::string_view text) const {
  if (text.empty()) return 0;
  const std::size_t mask = string_slots_.size() - 1;
  for (std::size_t i = hash_bytes(text) & mask;; i = (i + 1) & mask) {
    if (string_slots_[i] == 0) return kNone;
    if (string(string_slots_[i]) == text) return string_slots_[i];
  }
}

ClassId Lexicon::find_class(std::string_view name) const {
  for (std::size_t i = 1; i < classes_.size(); ++i) {
    if (string(classes_[i]) == name) return static_cast<ClassId>(i);
  }
  return 0;
}

std::string_view Lexicon::class_name(ClassId id) const {
  const auto* name = at(classes_, id);
  return name == nullptr ? std::string_view() : string(*name);
}

std::string_view Lexicon::attribute(EntryId id, std::string_view key) const {
  const StringId key_id = find_string(key);
  return key_id == kNone ? std::string_view() : string(entry_attribute(id, key_id));
}

SourceLine Lexicon::source_line(std::uint32_t file, std::uint32_t line) const {
  const auto* name = at(files_, file);
  return {name == nullptr ? std::string_view() : string(*name), line};
}

SourceLine Lexicon::entry_source(EntryId id) const {
  const auto* entry = at(entries_, id);
  return entry == nullptr ? SourceLine{} : source_line(entry->file, entry->line);
}

std::uint32_t Lexicon::child(std::uint32_t node, std::uint32_t symbol) const {
  const std::size_t mask = edges_.size() - 1;
  for (std::size_t i = layout::edge_hash(node, symbol) & mask;; i = (i + 1) & mask) {
    const layout::Edge& edge = edges_[i];
    if (edge.parent == node && edge.symbol == symbol) return edge.child;
    if (edge.parent == 0) return 0;
  }
}

void Lexicon::descend(std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end, std::uint32_t node_id,
                      std::vector<LexicalMatch>& out) const {
  const auto* node = at(nodes_, node_id);
  if (node == nullptr) return;
  for (const EntryId entry : part(node_entries_, node->entries, node->entry_count)) out.push_back({begin, end, entry});
  if (node->children == 0 || end >= tokens.size()) return;

  std::uint32_t next = end;
  const auto is_joined = [&](std::uint32_t i) { return i < tokens.size() && (tokens[i].flags & kSpaceBefore) == 0; };
  if (tokens[next].word == hyphen_ && hyphen_ != 0 && is_joined(next) && is_joined(next + 1)) ++next;
  if (next >= tokens.size() || (tokens[next].flags & kParagraphStart) != 0) return;
  const WordId word = tokens[next].word;
  if (word == 0) return;
  const auto go_on = [&](std::uint32_t symbol) {
    if ((node->children & layout::child_bit(symbol)) == 0) return;
    if (const std::uint32_t to = child(node_id, symbol); to != 0) descend(tokens, begin, next + 1, to, out);
  };
  go_on(word);
  for (const LemmaId lemma : lemmas(word)) go_on(lemma | layout::kLemmaBit);
}

void Lexicon::match_from(std::span<const Token> tokens, std::uint32_t begin, std::vector<LexicalMatch>& out) const {
  const auto* word = at(words_, tokens[begin].word);
  if (word == nullptr || tokens[begin].word == 0) return;
  const auto first = static_cast<std::ptrdiff_t>(out.size());
  if (word->node != 0) descend(tokens, begin, begin + 1, word->node, out);
  for (const LemmaId lemma : lemmas(tokens[begin].word)) {
    if (lemmas_[lemma].node != 0) descend(tokens, begin, begin + 1, lemmas_[lemma].node, out);
  }
  if (static_cast<std::ptrdiff_t>(out.size()) - first < 2) return;
  std::sort(out.begin() + first, out.end(), [](const LexicalMatch& a, const LexicalMatch& b) {
    return a.end != b.end ? a.end > b.end : a.entry < b.entry;
  });
  const auto same = [](const LexicalMatch& a, const LexicalMatch& b) { return a.end == b.end && a.entry == b.entry; };
  out.erase(std::unique(out.begin() + first, out.end(), same), out.end());
}

void Lexicon::look_up(std::string_view normal, std::span<Token> tokens, std::vector<LexicalMatch>& out) const {
  out.clear();
  const auto text = [&](const Token& token) { return normal.substr(token.begin, token.end - token.begin); };
  // The table is too large for near memory: slots are fetched some tokens before they are read.
  constexpr std::size_t kAhead = 16;
  std::array<std::uint64_t, kAhead> hashes;
  for (std::size_t i = 0; i < tokens.size() + kAhead; ++i) {
    std::uint64_t& hash = hashes[i % kAhead];
    if (i >= kAhead) tokens[i - kAhead].word = find_word(text(tokens[i - kAhead]), hash);
    if (i >= tokens.size()) continue;
    hash = hash_bytes(text(tokens[i]));
    __builtin_prefetch(&word_slots_[hash & (word_slots_.size() - 1)]);
  }
  for (std::uint32_t i = 0; i < tokens.size(); ++i) match_from(tokens, i, out);
}

Table Lexicon::table(std::string_view name) const {
  Table table;
  for (const layout::TableHead& head : tables_) {
    if (string(head.name) != name) continue;
    table.lexicon_ = this;
    table.columns_ = part(table_cells_, head.cells, head.column_count);
    table.cells_ = part(table_cells_, head.cells + head.column_count, head.column_count * head.row_count);
    table.lines_ = part(table_lines_, head.lines, 2 * head.row_count);
    table.row_count_ = table.cells_.empty() ? 0 : head.row_count;
    break;
  }
  return table;
}

std::uint32_t Table::find_column(std::string_view name) const {
  for (std::uint32_t i = 0; i < columns_.size(); ++i) {
    if (lexicon_->string(columns_[i]) == name) return i;
  }
  return kNone;
}

StringId Table::cell(std::uint32_t row, std::uint32_t column) const {
  if (row >= row_count_ || column >= columns_.size()) return 0;
  return cells_[row * columns_.size() + column];
}

std::string_view Table::text(std::uint32_t row, std::string_view column) const {
  return lexicon_ == nullptr ? std::string_view() : lexicon_->string(cell(row, find_column(column)));
}

SourceLine Table::source(std::uint32_t row) const {
  if (row >= row_count_) return {};
  return lexicon_->source_line(lines_[2 * row], lines_[2 * row + 1]);
}

}  // namespace incidents
