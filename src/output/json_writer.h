#pragma once
/// Appends JSON to a string, in the order it is told: no tree, no allocation of its own, commas where they belong.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "incidents/incident.h"

namespace incidents::output {

class JsonWriter {
 public:
  explicit JsonWriter(std::string& out) : out_(out) {}

  void open(char bracket);   ///< '{' or '['
  void close(char bracket);  ///< '}' or ']'
  /// The key of the next value: one of the program's own names, which stand as they are.
  void key(std::string_view name);
  /// The same for a name from elsewhere.
  void foreign_key(std::string_view utf8);

  void null();
  void boolean(bool value);
  void integer(std::int64_t value);
  void number(double value);  ///< shortest form that reads back as the same; null for what is not finite
  /// Always valid JSON: controls (C0, DEL, C1, line separators, bidirectional overrides) are escaped, malformed UTF-8 is
  /// U+FFFD.
  void string(std::string_view utf8);
  void date(Date date);
  /// `json` as it stands; it must be one valid value.
  void raw(std::string_view json);

  void string_or_null(std::string_view utf8);  ///< null for an empty text
  void string_or_null(const std::string& utf8) { string_or_null(std::string_view(utf8)); }
  void string_or_null(const std::optional<std::string>& utf8);
  void date_or_null(const std::optional<Date>& date);

 private:
  void separate();

  std::string& out_;
  bool need_comma_ = false;
};

}  // namespace incidents::output
