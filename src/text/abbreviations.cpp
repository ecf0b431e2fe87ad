#include <algorithm>

#include "text/tokenise.h"

namespace incidents {
namespace {

/// No name of a letter is longer, in bytes; bounds the search of spells_letters.
constexpr std::size_t kLongestLetterName = 24;

}  // namespace

Abbreviations::Abbreviations(std::vector<Abbreviation> rows) : rows_(std::move(rows)) {
  std::ranges::sort(rows_, {}, &Abbreviation::form);
}

const Abbreviation* Abbreviations::row(std::string_view form) const {
  const auto found = std::ranges::lower_bound(rows_, form, {}, &Abbreviation::form);
  return found != rows_.end() && found->form == form ? &*found : nullptr;
}

AbbreviationKind Abbreviations::find(std::string_view form) const {
  const Abbreviation* const found = row(form);
  return found != nullptr ? found->kind : AbbreviationKind::none;
}

bool Abbreviations::binds(std::string_view form) const {
  const Abbreviation* const found = row(form);
  return found != nullptr && found->binds;
}

bool Abbreviations::closes(std::string_view form) const {
  const Abbreviation* const found = row(form);
  return found != nullptr && found->closes;
}

bool Abbreviations::spells_letters(std::string_view word) const {
  constexpr std::size_t kLongest = 63;  // positions are bits of a word
  if (word.empty() || word.size() > kLongest) return false;
  std::uint64_t reached = 1;
  for (std::size_t begin = 0; begin < word.size(); ++begin) {
    if ((reached >> begin & 1) == 0) continue;
    const std::size_t last = std::min(word.size(), begin + kLongestLetterName);
    for (std::size_t end = begin + 1; end <= last; ++end) {
      const AbbreviationKind kind = find(word.substr(begin, end - begin));
      if (kind == AbbreviationKind::letter || kind == AbbreviationKind::letter_word) reached |= std::uint64_t{1} << end;
    }
  }
  return (reached >> word.size() & 1) != 0;
}

}  // namespace incidents
