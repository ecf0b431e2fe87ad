#include "lexicon/vocabulary.h"

#include <algorithm>

#include "lexicon/suggest.h"
#include "text/normalise.h"

namespace incidents {

Vocabulary::Vocabulary() : words_(1), classes_(1) {
  constexpr std::size_t kExpected = 1u << 18;  // growing by rehashing was a tenth of a compiler's time
  string_ids_.reserve(kExpected);
  word_ids_.reserve(kExpected);
  intern("");
}

StringId Vocabulary::intern(std::string_view text) {
  if (const auto it = string_ids_.find(text); it != string_ids_.end()) return it->second;
  const auto id = static_cast<StringId>(strings_.size());
  const auto it = string_ids_.emplace(text, id).first;
  strings_.push_back(&it->first);
  return id;
}

StringId Vocabulary::find_string(std::string_view text) const {
  const auto it = string_ids_.find(text);
  return it == string_ids_.end() ? kNone : it->second;
}

std::string_view Vocabulary::string(StringId id) const { return *strings_.at(id); }

WordId Vocabulary::intern_word(std::string_view normal_form) {
  if (const auto alias = aliases_.find(normal_form); alias != aliases_.end()) normal_form = alias->second;
  if (const auto it = word_ids_.find(normal_form); it != word_ids_.end()) return it->second;
  const auto id = static_cast<WordId>(words_.size());
  words_.emplace_back().text = intern(normal_form);
  word_ids_.emplace(normal_form, id);
  return id;
}

std::vector<std::string> Vocabulary::split_words(std::string_view written) const {
  const std::string normal = normalise(written);
  Tokens tokens;
  tokenise(normal, tokens, {.abbreviations = &abbreviations_, .capitals = {}});
  std::vector<std::string> words;
  for (const Token& token : tokens.tokens) words.push_back(normal.substr(token.begin, token.end - token.begin));
  return words;
}

std::vector<WordId> Vocabulary::intern_words(std::string_view written) {
  std::vector<WordId> ids;
  for (const std::string& word : split_words(written)) ids.push_back(intern_word(word));
  return ids;
}

WordId Vocabulary::find_word(std::string_view normal_form) const {
  if (const auto alias = aliases_.find(normal_form); alias != aliases_.end()) normal_form = alias->second;
  const auto it = word_ids_.find(normal_form);
  return it == word_ids_.end() ? 0 : it->second;
}

std::string_view Vocabulary::word_text(WordId id) const { return string(words_.at(id).text); }

void Vocabulary::add_alias(std::string_view variant, std::string_view standard) {
  if (variant == standard || aliases_.contains(standard)) return;
  aliases_.emplace(variant, standard);
}

LemmaId Vocabulary::find_lemma(std::string_view written) const {
  const std::string normal = normalise(written);
  auto it = lemma_ids_.find(normal);
  if (it == lemma_ids_.end()) {
    if (const auto alias = aliases_.find(normal); alias != aliases_.end()) it = lemma_ids_.find(alias->second);
  }
  return it == lemma_ids_.end() ? kNone : it->second;
}

LemmaId Vocabulary::declare_lemma(std::string_view written) {
  const auto [it, added] = lemma_ids_.emplace(normalise(written), static_cast<LemmaId>(lemmas_.size()));
  if (added) lemmas_.push_back(intern(written));
  return it->second;
}

void Vocabulary::add_lemma_name(std::string_view written, LemmaId lemma) {
  lemma_ids_.emplace(normalise(written), lemma);
}

std::vector<std::pair<std::string_view, LemmaId>> Vocabulary::lemma_names() const {
  std::vector<std::pair<std::string_view, LemmaId>> names(lemma_ids_.begin(), lemma_ids_.end());
  std::sort(names.begin(), names.end());
  return names;
}

std::string_view Vocabulary::lemma_name(LemmaId id) const { return string(lemmas_.at(id)); }

void Vocabulary::add_form(LemmaId lemma, WordId word) {
  auto& lemmas = words_.at(word).lemmas;
  const auto at = std::lower_bound(lemmas.begin(), lemmas.end(), lemma);
  if (at == lemmas.end() || *at != lemma) lemmas.insert(at, lemma);
}

const std::vector<LemmaId>& Vocabulary::lemmas(WordId word) const { return words_.at(word).lemmas; }

ClassId Vocabulary::find_class(std::string_view name) const {
  const auto it = class_ids_.find(name);
  return it == class_ids_.end() ? ClassId{0} : it->second;
}

ClassId Vocabulary::declare_class(std::string_view name) {
  if (const ClassId known = find_class(name); known != 0) return known;
  if (classes_.size() > 255) return 0;
  const auto id = static_cast<ClassId>(classes_.size());
  classes_.push_back(intern(name));
  class_ids_.emplace(name, id);
  return id;
}

std::string_view Vocabulary::class_name(ClassId id) const { return id == 0 ? std::string_view() : string(classes_.at(id)); }

const ClassSet& Vocabulary::word_classes(WordId word) const { return words_.at(word).classes; }

void Vocabulary::add_class(WordId word, ClassId class_id) { words_.at(word).classes.set(class_id); }

std::string Vocabulary::suggest_lemma(std::string_view written) const {
  std::vector<std::string_view> names;
  for (const StringId id : lemmas_) names.push_back(string(id));
  return did_you_mean(written, names);
}

std::string Vocabulary::suggest_class(std::string_view name) const {
  std::vector<std::string_view> names;
  for (std::size_t i = 1; i < classes_.size(); ++i) names.push_back(string(classes_[i]));
  return did_you_mean(name, names);
}

std::vector<std::pair<StringId, WordId>> Vocabulary::spellings() {
  std::vector<std::pair<StringId, WordId>> all;
  for (WordId id = 1; id < words_.size(); ++id) all.emplace_back(words_[id].text, id);
  std::vector<std::pair<std::string_view, WordId>> variants;
  for (const auto& [variant, standard] : aliases_) {
    const auto word = word_ids_.find(standard);
    if (word != word_ids_.end() && !word_ids_.contains(variant)) variants.emplace_back(variant, word->second);
  }
  // The hash map's own order differs between standard libraries; the ids must not.
  std::sort(variants.begin(), variants.end());
  for (const auto& [variant, word] : variants) all.emplace_back(intern(variant), word);
  return all;
}

}  // namespace incidents
