#pragma once
/// How number words make a number: a pure function over words that are already known by their kind. Which word is of
/// which kind is data (numbers.tsv).
#include <cstdint>
#include <optional>
#include <span>

namespace incidents {

enum class NumeralKind : std::uint8_t {
  unit,        ///< 0 … 99
  digits,      ///< written in digits; may be a range
  times,       ///< 100, 1000, 100000, …: multiplies what stands before it
  times_only,  ///< the same, but never a number by itself
  dozen,       ///< 12
  half,        ///< 0.5, 1.5, 2.5 as coefficients
  shift,       ///< moves the coefficient behind it by +0.25, +0.5, −0.25
  vague,       ///< at least so many
  all,         ///< all of so many
  several,     ///< more than one
  part,        ///< thirds, quarters: divides what stands before it
  point,
  over,
  minus,
  joint_and,
  exactly
};

/// One word, or one token of digits.
struct Numeral {
  NumeralKind kind = NumeralKind::unit;
  double value = 0;
  double high = 0;       ///< digits: upper end of a range, else equal to value
  bool ordinal = false;  ///< the word is an ordinal and ends the number
};

struct ComposedNumber {
  std::size_t used = 0;  ///< how many numerals it took
  double low = 0, high = 0;
  double scale = 1;  ///< the multiplier that the number ends in: 1000 of two to three thousand
  enum class Sense : std::uint8_t { exact, range, vague, several, all } sense = Sense::exact;
  bool ordinal = false;
};

/// The longest number at the beginning of `numerals`, which stand side by side in the text; nullopt where none begins
/// there. A lone `half` of 0.5, `shift`, `part` or `times_only` is none.
std::optional<ComposedNumber> compose_numerals(std::span<const Numeral> numerals);

}  // namespace incidents
