#include "cli/value_scanner.h"

namespace incidents::cli {

std::size_t ValueScanner::skip(std::string_view bytes) {
  std::size_t at = 0;
  for (; at < bytes.size(); ++at) {
    const char c = bytes[at];
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || (c == ',' && in_array_)) continue;
    if (c == '[' && !begun_) {
      begun_ = in_array_ = true;
    } else if (c == ']' && in_array_) {
      in_array_ = false;
    } else {
      break;
    }
  }
  return at;
}

std::size_t ValueScanner::find_end(std::string_view bytes) {
  for (; seen_ < bytes.size(); ++seen_) {
    const char c = bytes[seen_];
    if (in_string_) {
      in_string_ = escaped_ || c != '"';
      escaped_ = !escaped_ && c == '\\';
      continue;
    }
    if (depth_ == 0 && in_value_ && ends_scalar(c)) return end_value(seen_);
    in_value_ = true;
    if (c == '"') {
      in_string_ = true;
    } else if (c == '{' || c == '[') {
      ++depth_;
    } else if ((c == '}' || c == ']') && depth_ > 0 && --depth_ == 0) {
      return end_value(seen_ + 1);
    }
  }
  return kMore;
}

std::size_t ValueScanner::end_value(std::size_t length) {
  begun_ = true;
  seen_ = depth_ = 0;
  in_value_ = in_string_ = escaped_ = false;
  return length;
}

}  // namespace incidents::cli
