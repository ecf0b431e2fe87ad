#include "score/name_match.h"

#include <algorithm>

#include "text/decompose.h"

namespace incidents::score {
namespace {

constexpr char32_t kChandrabindu = 0x901, kAnusvara = 0x902, kNukta = 0x93c, kVirama = 0x94d, kZeroDigit = 0x966;

bool is_dropped(char32_t c) { return c == kNukta || c == 0x200c || c == 0x200d; }

/// The nasals of the five classes of stops: nga, nya, nna, na, ma.
bool is_nasal(char32_t c) { return c == 0x919 || c == 0x91e || c == 0x923 || c == 0x928 || c == 0x92e; }

bool is_consonant(char32_t c) { return c >= 0x915 && c <= 0x939; }

bool is_word_character(char32_t c) {
  return (c >= 0x900 && c <= 0x97f) || (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9');
}

std::u32string fold(std::string_view name) {
  std::u32string text = decompose(name);
  std::erase_if(text, is_dropped);
  std::u32string folded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool homorganic =
        is_nasal(text[i]) && i + 2 < text.size() && text[i + 1] == kVirama && is_consonant(text[i + 2]);
    if (homorganic) {
      folded += kAnusvara;
      ++i;  // the virama
    } else if (text[i] == kChandrabindu) {
      folded += kAnusvara;
    } else if (text[i] >= kZeroDigit && text[i] < kZeroDigit + 10) {
      folded += U'0' + (text[i] - kZeroDigit);
    } else {
      folded += text[i];
    }
  }
  return folded;
}

}  // namespace

NameMatcher::NameMatcher(const std::vector<std::string>& function_words, const std::vector<std::string>& endings) {
  for (const std::string& word : function_words) function_words_.insert(decompose(word));
  for (const std::string& ending : endings) endings_.push_back(decompose(ending));
  std::stable_sort(endings_.begin(), endings_.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
}

std::u32string NameMatcher::without_ending(std::u32string word) const {
  if (word.size() <= 3) return word;
  for (const std::u32string& ending : endings_) {
    if (word.ends_with(ending)) {
      word.resize(word.size() - ending.size());
      break;
    }
  }
  return word;
}

std::set<std::u32string> NameMatcher::words(std::string_view name) const {
  const std::u32string text = fold(name);
  std::set<std::u32string> words;
  for (auto at = text.begin(); at != text.end();) {
    const auto begin = std::find_if(at, text.end(), is_word_character);
    at = std::find_if_not(begin, text.end(), is_word_character);
    std::u32string word(begin, at);
    if (!word.empty() && !function_words_.contains(word)) words.insert(without_ending(std::move(word)));
  }
  return words;
}

bool NameMatcher::same(std::string_view a, std::string_view b) const {
  const auto words_a = words(a);
  const auto words_b = words(b);
  if (words_a.empty() || words_b.empty()) return false;
  const auto shared =
      std::count_if(words_a.begin(), words_a.end(), [&](const auto& word) { return words_b.contains(word); });
  return 2 * static_cast<std::size_t>(shared) >= std::min(words_a.size(), words_b.size());
}

}  // namespace incidents::score
