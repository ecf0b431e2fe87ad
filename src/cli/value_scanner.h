#pragma once
/// Where the top-level values of a JSON text end: those of one array, or values one after another. It only counts
/// brackets and minds strings, so that an array of any length is read in the memory of its longest element; whether a
/// value is well-formed is for the parser to say.
#include <cstddef>
#include <string_view>

namespace incidents::cli {

class ValueScanner {
 public:
  static constexpr std::size_t kMore = static_cast<std::size_t>(-1);

  /// Bytes before the next value: blanks, commas, the brackets of the outer array.
  std::size_t skip(std::string_view bytes);
  /// Length of the value that begins with `bytes`; kMore when its end is not among them. After kMore it is to be called
  /// with the same bytes and more behind them, or, after forget(), with those behind them alone.
  std::size_t find_end(std::string_view bytes);
  /// The bytes seen so far were thrown away.
  void forget() { seen_ = 0; }
  /// The text ended inside a value: the next call of find_end is for a new one.
  void give_up() { end_value(0); }

  /// True between the brackets of the outer array.
  bool in_array() const { return in_array_; }

 private:
  std::size_t end_value(std::size_t length);
  bool ends_scalar(char c) const { return in_array_ && (c == ',' || c == ']'); }

  bool begun_ = false;  ///< the first value or the outer array
  bool in_array_ = false;
  // Of the value being read:
  std::size_t seen_ = 0;
  std::size_t depth_ = 0;
  bool in_value_ = false, in_string_ = false, escaped_ = false;
};

}  // namespace incidents::cli
