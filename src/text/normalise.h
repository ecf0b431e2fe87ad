#pragma once
/// Folds what readers take as the same word into one spelling, and remembers where each byte came from.
///
/// The normal form is ours, not NFC: nukta of क़ ख़ ग़ ज़ फ़ (and य़ etc.) dropped, ड़ ढ़ kept as U+095C U+095D; chandrabindu →
/// anusvara; homorganic nasal + virama → anusvara; ZWJ, ZWNJ, soft hyphens, BOMs dropped; visarga dropped; -यी/-ये after a
/// vowel → -ई/-ए; doubled vowel signs and nuktas once; Devanagari digits → ASCII; ASCII letters lower case; NBSP and other
/// blanks → space; curly quotes and dashes → their ASCII forms; HTML entities → their character and tags → a space.
/// Idempotent: normalise(normalise(x)) == normalise(x).
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incidents {

/// For each byte of the normal form, the half-open byte range of the source that it came from.
struct OffsetMap {
  std::vector<std::uint32_t> start;
  std::vector<std::uint32_t> end;
};

/// `utf8` must be valid UTF-8. `out` and `map` are overwritten and keep their capacity.
void normalise(std::string_view utf8, std::string& out, OffsetMap& map);

/// The same without a map, for lexicon forms.
std::string normalise(std::string_view utf8);

}  // namespace incidents
