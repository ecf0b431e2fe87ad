#pragma once
/// Lines, JSON values and whole contents of a descriptor, which may be a slow pipe that the user interrupts.
#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "cli/interrupt.h"
#include "cli/value_scanner.h"

namespace incidents::cli {

/// What reading came to: `ok`, `end`, interrupted (`stopped`), larger than allowed (`too_long`), text in UTF-16 where
/// records are looked for (`utf16`), or an errno (`failed`).
struct ReadState {
  enum class Kind { ok, end, stopped, too_long, utf16, failed } kind = Kind::ok;
  int error = 0;
};

/// Owns `fd`, except standard input.
class LineSource {
 public:
  LineSource(int fd, std::string path, Interrupt& interrupt, std::size_t max_bytes);
  ~LineSource();
  LineSource(const LineSource&) = delete;
  LineSource& operator=(const LineSource&) = delete;

  /// The next line without its end. A line that is too long is skipped whole and reported once.
  ReadState next_line(std::string& line);
  /// The next element of the JSON array that the text is, or the next of the values that stand in it one after another.
  /// One that is too long is skipped whole and reported once.
  ReadState next_value(std::string& value);
  /// True in the middle of an array, at its end where it was not closed.
  bool in_array() const { return scanner_.in_array(); }
  /// True where the text begins with a bracket, so that it holds an array and not a record a line. Waits for its first
  /// bytes.
  bool begins_array();
  /// Everything that is left.
  ReadState read_all(std::string& bytes);

  /// Of the last line or value.
  std::uint64_t number() const { return number_; }
  const std::string& path() const { return path_; }

 private:
  ReadState fill();
  ReadState skip_to_value();
  /// Takes a byte order mark away, once; `utf16` for those of UTF-16.
  ReadState begin();

  int fd_;
  std::string path_;
  Interrupt& interrupt_;
  std::size_t max_bytes_;
  std::unique_ptr<char[]> chunk_;  ///< what one call of read() gave
  std::string buffer_;
  std::size_t at_ = 0;  ///< start of what was not given out yet
  std::uint64_t number_ = 0;
  bool begun_ = false;
  ValueScanner scanner_;
};

}  // namespace incidents::cli
