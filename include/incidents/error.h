#pragma once
/// What can go wrong, as values: `Error` is thrown where data is loaded or input is read and is caught once in
/// `main`; `Diagnostic` is an oddity of one text and never stops anything.
#include <cstdint>
#include <exception>
#include <string>

namespace incidents {

/// A place in a data or record file. `line` and `column` count from 1, columns in code points; 0 means unknown.
struct Location {
  std::string file;
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::string excerpt;  ///< the source line, shown above a caret; empty when there is none
};

enum class ErrorCode {
  usage,  ///< the command line is wrong: exit 2
  data,   ///< a lexicon, rule or table is wrong: exit 2
  input,  ///< an input could not be read: exit 1, the others are done
  output  ///< a result could not be written (full disk): exit 1
};

class Error : public std::exception {
 public:
  Error(ErrorCode code, std::string message, Location location = {});

  ErrorCode code() const noexcept { return code_; }
  const std::string& message() const noexcept { return message_; }
  const Location& location() const noexcept { return location_; }

  /// `file:line:column: message`, then the source line and a caret where there is one.
  const char* what() const noexcept override { return rendered_.c_str(); }

 private:
  ErrorCode code_;
  std::string message_;
  Location location_;
  std::string rendered_;
};

/// An oddity met while reading a text (malformed bytes, a date that cannot be resolved without `--date`).
struct Diagnostic {
  std::string message;
  std::uint32_t count = 1;  ///< how often it was met in the document
};

}  // namespace incidents
