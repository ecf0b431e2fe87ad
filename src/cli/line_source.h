#pragma once
/// Lines and whole contents of a descriptor, which may be a slow pipe that the user interrupts.
#include <cstdint>
#include <optional>
#include <string>

#include "cli/interrupt.h"

namespace incidents::cli {

/// What reading came to: `ok`, `end`, interrupted (`stopped`), larger than allowed (`too_long`) or an errno.
struct ReadState {
  enum class Kind { ok, end, stopped, too_long, failed } kind = Kind::ok;
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
  /// Everything that is left.
  ReadState read_all(std::string& bytes);

  std::uint64_t line_number() const { return line_number_; }
  const std::string& path() const { return path_; }

 private:
  ReadState fill();

  int fd_;
  std::string path_;
  Interrupt& interrupt_;
  std::size_t max_bytes_;
  std::string buffer_;
  std::size_t at_ = 0;  ///< start of what was not given out yet
  std::uint64_t line_number_ = 0;
};

}  // namespace incidents::cli
