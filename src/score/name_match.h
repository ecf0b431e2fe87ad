#pragma once
/// Whether two names, as a label and a program write them, mean the same.
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace incidents::score {

class NameMatcher {
 public:
  /// `function_words` say nothing in a name; the longest fitting one of `endings` is cut off words of more than three
  /// code points. Both in folded spelling.
  NameMatcher(const std::vector<std::string>& function_words, const std::vector<std::string>& endings);

  /// The content words of a name, folded: nukta, joiners, chandrabindu, nasals before a consonant, digits, endings.
  std::set<std::u32string> words(std::string_view name) const;

  /// Half of the shorter name's content words are shared, as whole words. False where one has none.
  bool same(std::string_view a, std::string_view b) const;

 private:
  std::u32string without_ending(std::u32string word) const;

  std::set<std::u32string> function_words_;
  std::vector<std::u32string> endings_;  ///< longest first
};

}  // namespace incidents::score
