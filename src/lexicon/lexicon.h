#pragma once
/// The view over a compiled data image: words, lemmas, classes, phrases, entries, tables. Nothing is parsed or copied
/// when it is opened; every accessor is a bounds-checked read of the image.
///
/// Words. Every normalised form that any row or rule mentions has a word id ≥ 1; all other words are 0.
/// Lemmas. A row with a paradigm gives its last word's forms; `मार~` in rules and phrases means any form of lemma मार.
/// Classes. A row's class (`number`, `person_common`, `weapon`, …; declared in classes.tsv, at most 255). 
/// Entries. One row: canonical name, class, attributes, place in its source file.
/// Phrases. Rows of one or more words in a trie over words and lemmas.
#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/tokenise.h"

namespace incidents {

using WordId = std::uint32_t;    ///< 0: unknown word
using LemmaId = std::uint32_t;
using ClassId = std::uint8_t;    ///< 0: no class
using EntryId = std::uint32_t;
using StringId = std::uint32_t;  ///< interned string; equal strings have equal ids; 0 is ""
using ClassSet = std::bitset<256>;

inline constexpr std::uint32_t kNone = 0xffffffffu;

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

/// A generic table (events, roles, …) of string cells: header names and rows, kept as interned strings.
class Table;

class Lexicon {
 public:
  /// `image` must outlive the view and be 8-byte aligned. Throws Error(data) where magic, version, byte order, size or
  /// hash header is wrong.
  explicit Lexicon(std::span<const std::byte> image);

  // words
  WordId find_word(std::string_view normal_form) const;  ///< 0 when unknown
  std::string_view word_text(WordId) const;
  std::span<const LemmaId> lemmas(WordId) const;          ///< lemmas this form belongs to, sorted
  LemmaId find_lemma(std::string_view normal_lemma) const;  ///< kNone when unknown
  const ClassSet& word_classes(WordId) const;             ///< classes of the one-word entries of this form

  // strings
  std::string_view string(StringId) const;
  StringId find_string(std::string_view) const;           ///< kNone when no row uses it

  // classes
  ClassId find_class(std::string_view name) const;        ///< 0 when not declared
  std::string_view class_name(ClassId) const;

  // entries
  std::uint32_t entry_count() const;
  ClassId entry_class(EntryId) const;
  StringId entry_name(EntryId) const;                     ///< canonical form: the row's first form, as written
  StringId entry_attribute(EntryId, StringId key) const;  ///< 0 when the row does not give it
  std::string_view attribute(EntryId, std::string_view key) const;  ///< convenience; not for the hot path
  SourceLine entry_source(EntryId) const;

  /// All phrases of the lexicon that start at each token, longest first, in token order; also fills Token::word.
  void look_up(std::string_view normal, std::span<Token> tokens, std::vector<LexicalMatch>& out) const;

  /// A table by its file's stem ("events", "roles"); empty when there is none.
  Table table(std::string_view name) const;

  /// A raw section by name, for other modules' compiled data (rules, gazetteer); empty when there is none.
  std::span<const std::byte> section(std::string_view name) const;

  std::string hash() const;  ///< 16 hex digits

 private:
  std::span<const std::byte> image_;
  // views of sections …
};

}  // namespace incidents
