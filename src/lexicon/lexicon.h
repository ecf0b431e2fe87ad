#pragma once
/// The view over a compiled data image: words, lemmas, classes, phrases, entries, tables. Nothing is parsed or copied
/// when it is opened; every accessor is a bounds-checked read of the image.
///
/// Words. Every normalised form that any row or rule mentions has a word id ≥ 1; all other words are 0.
/// Lemmas. A row with a paradigm gives its last word's forms; `maar~` in rules and phrases means any form of that verb.
/// Classes. A row's class (`number`, `person_common`, `weapon`, …; declared in classes.tsv, at most 255). 
/// Entries. One row: canonical name, class, attributes, place in its source file.
/// Phrases. Rows of one or more words in a trie over words and lemmas.
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/layout.h"
#include "text/tokenise.h"

namespace incidents {

/// A phrase of the lexicon found in a text: tokens [begin, end).
struct LexicalMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  EntryId entry = 0;
};

/// Where a row or rule stands: "data/lexicon/weapons.tsv", 12.
struct SourceLine {
  std::string_view file;
  std::uint32_t line = 0;
};

class Lexicon;

/// A table of string cells (events, roles, …): header names and rows, in file order.
class Table {
 public:
  Table() = default;

  bool empty() const { return row_count_ == 0; }
  std::uint32_t row_count() const { return row_count_; }
  std::uint32_t column_count() const { return static_cast<std::uint32_t>(columns_.size()); }
  StringId column_name(std::uint32_t column) const { return column < columns_.size() ? columns_[column] : 0; }
  /// kNone when there is no such column.
  std::uint32_t find_column(std::string_view name) const;
  /// 0 for an empty cell, and outside the table.
  StringId cell(std::uint32_t row, std::uint32_t column) const;
  /// The text of a cell; "" for an empty one, for an unknown column, and outside the table. Not for the hot path.
  std::string_view text(std::uint32_t row, std::string_view column) const;
  SourceLine source(std::uint32_t row) const;

 private:
  friend class Lexicon;
  const Lexicon* lexicon_ = nullptr;
  std::span<const StringId> columns_;
  std::span<const StringId> cells_;           ///< row by row
  std::span<const std::uint32_t> lines_;      ///< file and line of each row, two numbers a row
  std::uint32_t row_count_ = 0;
};

class Lexicon {
 public:
  /// `image` must outlive the view and be 8-byte aligned. Throws Error(data) where magic, version, byte order, size or
  /// header hash is wrong, or a section is missing.
  explicit Lexicon(std::span<const std::byte> image);

  // words
  WordId find_word(std::string_view normal_form) const;  ///< 0 when unknown
  std::string_view word_text(WordId) const;              ///< the standard spelling in normal form
  std::uint32_t word_count() const { return static_cast<std::uint32_t>(words_.size()); }  ///< with word 0
  std::span<const LemmaId> lemmas(WordId) const;          ///< lemmas this form belongs to, sorted
  LemmaId find_lemma(std::string_view normal_lemma) const;  ///< kNone when unknown
  std::string_view lemma_name(LemmaId) const;             ///< as written in its row
  const ClassSet& word_classes(WordId) const;             ///< classes of the one-word entries of this form

  // strings
  std::string_view string(StringId) const;
  StringId find_string(std::string_view) const;           ///< kNone when no row uses it

  // classes
  ClassId find_class(std::string_view name) const;        ///< 0 when not declared
  std::string_view class_name(ClassId) const;
  std::uint32_t class_count() const { return static_cast<std::uint32_t>(classes_.size()); }  ///< with class 0

  // entries
  std::uint32_t entry_count() const { return static_cast<std::uint32_t>(entries_.size()); }
  ClassId entry_class(EntryId) const;
  StringId entry_name(EntryId) const;                     ///< canonical form: the row's first form, as written
  StringId entry_attribute(EntryId, StringId key) const;  ///< 0 when the row does not give it
  std::string_view attribute(EntryId, std::string_view key) const;  ///< convenience; not for the hot path
  SourceLine entry_source(EntryId) const;

  /// All phrases of the lexicon that start at each token, longest first, in token order; also fills Token::word. A
  /// hyphen between two words counts as a blank. Phrases never cross a paragraph.
  void look_up(std::string_view normal, std::span<Token> tokens, std::vector<LexicalMatch>& out) const;

  /// A table by its file's stem ("events", "roles", "classes"); empty when there is none.
  Table table(std::string_view name) const;

  /// A raw section by name, for other modules' compiled data (rules, gazetteer); empty when there is none.
  std::span<const std::byte> section(std::string_view name) const { return image_.section(name); }

  std::string hash() const { return image_.hash(); }  ///< 16 hex digits
  /// Throws Error(data) where the contents do not have the hash of the header. Reads the whole image.
  void verify() const { image_.verify(); }

 private:
  WordId find_word(std::string_view normal_form, std::uint64_t hash) const;
  friend class Table;
  void match_from(std::span<const Token> tokens, std::uint32_t begin, std::vector<LexicalMatch>& out) const;
  void descend(std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end, std::uint32_t node,
               std::vector<LexicalMatch>& out) const;
  std::uint32_t child(std::uint32_t node, std::uint32_t symbol) const;
  SourceLine source_line(std::uint32_t file, std::uint32_t line) const;

  ImageView image_;
  std::span<const std::uint32_t> string_offsets_;
  std::string_view string_bytes_;
  std::span<const StringId> string_slots_;
  std::span<const layout::Word> words_;
  std::span<const layout::WordSlot> word_slots_;
  std::span<const LemmaId> word_lemmas_;
  std::vector<ClassSet> class_sets_;  ///< a few hundred: the distinct sets of classes that words have
  std::span<const layout::Lemma> lemmas_;
  std::span<const layout::LemmaName> lemma_names_;
  std::span<const StringId> classes_;
  std::span<const layout::Entry> entries_;
  std::span<const layout::Attribute> attributes_;
  std::span<const StringId> files_;
  std::span<const layout::Node> nodes_;
  std::span<const EntryId> node_entries_;
  std::span<const layout::Edge> edges_;
  std::span<const layout::TableHead> tables_;
  std::span<const StringId> table_cells_;
  std::span<const std::uint32_t> table_lines_;
  WordId hyphen_ = 0;
};

// What every layer asks at every token.

inline std::span<const LemmaId> Lexicon::lemmas(WordId id) const {
  const auto* word = layout::at(words_, id);
  return word == nullptr ? std::span<const LemmaId>() : layout::part(word_lemmas_, word->lemmas, word->lemma_count);
}

inline const ClassSet& Lexicon::word_classes(WordId id) const {
  const auto* word = layout::at(words_, id);
  return word != nullptr && word->class_set < class_sets_.size() ? class_sets_[word->class_set] : class_sets_[0];
}

inline std::string_view Lexicon::string(StringId id) const {
  if (id + std::size_t{1} >= string_offsets_.size()) return {};
  const std::uint32_t begin = string_offsets_[id];
  const std::uint32_t end = string_offsets_[id + 1];
  if (begin > end || end > string_bytes_.size()) return {};
  return {string_bytes_.data() + begin, end - begin};
}

inline ClassId Lexicon::entry_class(EntryId id) const {
  const auto* entry = layout::at(entries_, id);
  return entry == nullptr ? ClassId{0} : entry->class_id;
}

inline StringId Lexicon::entry_name(EntryId id) const {
  const auto* entry = layout::at(entries_, id);
  return entry == nullptr ? 0 : entry->name;
}

inline StringId Lexicon::entry_attribute(EntryId id, StringId key) const {
  const auto* entry = layout::at(entries_, id);
  if (entry == nullptr) return 0;
  for (const layout::Attribute& attribute : layout::part(attributes_, entry->attributes, entry->attribute_count)) {
    if (attribute.key == key) return attribute.value;
  }
  return 0;
}

}  // namespace incidents
