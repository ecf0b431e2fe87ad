#pragma once
/// Folds what readers take as the same word into one spelling, and remembers where each piece came from.
///
/// The normal form is ours, not NFC:
///   letters   nukta dropped (qa khha ghha za fa yya → ka kha ga ja pha ya) but rra rha kept, as U+095C U+095D;
///             chandrabindu → anusvara; a nasal + virama before an obstruent → anusvara (hindii, mumbai, insaan), never
///             before a nasal, ya, ra, la, va or ha; visarga dropped, and a colon that stands for it between letters
///             (behind a longer word it was typed for a colon);
///             yii and ye after a vowel → ii and e (gayii → gaii, huye → hue); virama at a word's end dropped
///   typing    doubled signs once; a vowel sign or nukta behind an anusvara or vowel sign put in its place; vowel signs
///             that were stacked on a vowel letter or sign to look like another one (a + o → o, aa + e → o);
///             legacy-font damage (r + virama + i → ii, diaeresis before a consonant → i + anusvara behind it)
///   digits    Devanagari and full width → ASCII; a zero behind a letter that stands for a dot → dot (ki0 mii0)
///   marks     danda variants and pipes → one danda; curly, low and angle quotes, doubled single quotes → " and ';
///             dashes → -; three dots and more → U+2026; the abbreviation sign → dot; full width → ASCII
///   blanks    every blank → space, every line end → '\n' (CR LF is one); ZWJ, ZWNJ, soft hyphens, BOMs, direction
///             marks, control characters dropped
///   markup    HTML entities → their character; tags → '\n' where they break the line, else a space
///   case      ASCII and Latin-1 letters lower case
/// Idempotent: normalise(normalise(x)) == normalise(x). One linear pass.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace incidents {

/// Half-open byte range of the source text.
struct SourceRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

/// Normal form → source, in bytes. Kept as runs, not as an entry a byte: most of a text is copied, so that a run is
/// some hundred bytes long and the map costs a few per cent of the text.
class OffsetMap {
 public:
  /// The source bytes that the normal form's bytes [begin, end) came from; characters that were dropped belong to what
  /// stands before them. Both ends must lie on code points of the normal form; the answer lies on code points of the
  /// source. O(log runs).
  SourceRange source(std::uint32_t begin, std::uint32_t end) const;

  /// Offsets in the normal form of letters that were capitals in the source, ascending.
  const std::vector<std::uint32_t>& capitals() const { return capitals_; }

  /// Bytes of the normal form and of the source.
  std::uint32_t normal_size() const { return runs_.empty() ? 0 : runs_.back().normal; }
  std::uint32_t source_size() const { return runs_.empty() ? 0 : runs_.back().source; }

 private:
  friend class Normaliser;
  struct Run {
    std::uint32_t normal;       ///< where it begins in the normal form
    std::uint32_t source : 31;  ///< where it begins in the source; it ends where the next one begins
    std::uint32_t block : 1;    ///< came as a whole from the whole of its source range; else byte by byte
  };
  const Run& run_at(std::uint32_t normal) const;

  std::vector<Run> runs_;  ///< ascending; the last one is empty and marks both ends
  std::vector<std::uint32_t> capitals_;
};

/// `utf8` must be valid UTF-8 below 2 GiB. `out` and `map` are overwritten and keep their capacity.
void normalise(std::string_view utf8, std::string& out, OffsetMap& map);

/// The same without a map, for lexicon forms.
std::string normalise(std::string_view utf8);

}  // namespace incidents
