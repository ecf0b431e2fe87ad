#pragma once
/// The names of an image under construction: strings, words, lemmas, classes. The data compiler fills it from the
/// lexicon; the rule compiler asks it and adds the literal words of rules.
///
/// All `written` arguments are as a linguist wrote them: they are normalised here.
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/layout.h"
#include "text/tokenise.h"

namespace incidents {

class Vocabulary {
 public:
  Vocabulary();

  /// Words that may end in a dot, for all that is tokenised from now on.
  void set_abbreviations(Abbreviations abbreviations) { abbreviations_ = std::move(abbreviations); }

  // strings
  StringId intern(std::string_view text);         ///< equal strings give equal ids; "" gives 0
  StringId find_string(std::string_view text) const;  ///< kNone when unknown
  std::string_view string(StringId) const;        ///< stays valid
  std::uint32_t string_count() const { return static_cast<std::uint32_t>(strings_.size()); }

  // words
  /// One token in normal form → its id, added when new; a spelling variant gives the id of its standard word.
  WordId intern_word(std::string_view normal_form);
  /// Normalises and tokenises `written` and interns each token: a name with a hyphen gives three.
  std::vector<WordId> intern_words(std::string_view written);
  std::vector<std::string> split_words(std::string_view written) const;  ///< the same tokens, not interned
  WordId find_word(std::string_view normal_form) const;  ///< 0 when unknown
  std::string_view word_text(WordId) const;              ///< the standard form
  StringId word_string(WordId id) const { return words_.at(id).text; }  ///< the same, interned
  std::uint32_t word_count() const { return static_cast<std::uint32_t>(words_.size()); }  ///< with word 0
  /// Makes `variant` another spelling of the word `standard` (normal forms) for every later intern_word.
  void add_alias(std::string_view variant, std::string_view standard);

  // lemmas
  LemmaId find_lemma(std::string_view written) const;    ///< kNone when no row with a paradigm defines it
  LemmaId declare_lemma(std::string_view written);       ///< adds unless known
  void add_lemma_name(std::string_view written, LemmaId lemma);  ///< another name, unless it names a lemma already
  std::vector<std::pair<std::string_view, LemmaId>> lemma_names() const;  ///< (normal form, lemma), sorted by bytes
  std::string_view lemma_name(LemmaId) const;            ///< as first written
  std::uint32_t lemma_count() const { return static_cast<std::uint32_t>(lemmas_.size()); }
  void add_form(LemmaId lemma, WordId word);             ///< makes `word` a form of `lemma`
  const std::vector<LemmaId>& lemmas(WordId) const;      ///< sorted

  // classes
  ClassId find_class(std::string_view name) const;       ///< 0 when not declared
  /// Adds unless known: a kind of mention that rules make is a class to later rules. 0 when all 255 are used.
  ClassId declare_class(std::string_view name);
  std::string_view class_name(ClassId) const;
  std::uint32_t class_count() const { return static_cast<std::uint32_t>(classes_.size()); }  ///< with class 0
  const ClassSet& word_classes(WordId) const;
  void add_class(WordId, ClassId);

  /// "; did you mean 'X'?" or "", ready to be put behind a message.
  std::string suggest_lemma(std::string_view written) const;
  std::string suggest_class(std::string_view name) const;

  /// Every spelling that leads to a word, in a fixed order: (normal form, word id). Interns the variants.
  std::vector<std::pair<StringId, WordId>> spellings();

 private:
  struct Word {
    StringId text = 0;
    std::vector<LemmaId> lemmas;
    ClassSet classes;
  };
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view s) const { return std::hash<std::string_view>{}(s); }
  };
  template <class Value>
  using Index = std::unordered_map<std::string, Value, Hash, std::equal_to<>>;

  std::vector<const std::string*> strings_;  ///< keys of string_ids_, whose addresses are stable
  Index<StringId> string_ids_;
  std::vector<Word> words_;
  Index<WordId> word_ids_;
  Index<std::string> aliases_;  ///< variant → standard
  std::vector<StringId> lemmas_;
  Index<LemmaId> lemma_ids_;    ///< by normal form
  std::vector<StringId> classes_;
  Index<ClassId> class_ids_;
  Abbreviations abbreviations_;
};

}  // namespace incidents
