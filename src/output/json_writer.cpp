#include "output/json_writer.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "incidents/date.h"
#include "output/utf8.h"

namespace incidents::output {

void JsonWriter::separate() {
  if (need_comma_) out_ += ',';
  need_comma_ = true;
}

void JsonWriter::open(char bracket) {
  separate();
  out_ += bracket;
  need_comma_ = false;
}

void JsonWriter::close(char bracket) {
  out_ += bracket;
  need_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  separate();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  need_comma_ = false;
}

void JsonWriter::foreign_key(std::string_view utf8) {
  string(utf8);
  out_ += ':';
  need_comma_ = false;
}

void JsonWriter::null() { raw("null"); }

void JsonWriter::boolean(bool value) { raw(value ? "true" : "false"); }

void JsonWriter::integer(std::int64_t value) {
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::number(double value) {
  if (!std::isfinite(value)) return null();
  separate();
  fmt::format_to(std::back_inserter(out_), "{}", value);
}

void JsonWriter::string(std::string_view utf8) {
  separate();
  out_ += '"';
  std::size_t plain = 0;  // start of the run that needs no change
  const auto replace = [&](std::size_t at, std::size_t length, std::string_view with) {
    out_.append(utf8, plain, at - plain);
    out_ += with;
    plain = at + length;
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte >= 0x20 && byte < 0x7f && byte != '"' && byte != '\\') {
      ++at;
      continue;
    }
    if (const std::size_t end = skip_indic(utf8, at); end != at) {
      at = end;
      continue;
    }
    const CodePoint c = decode_at(utf8, at);
    if (c.malformed) {
      replace(at, c.length, "\xef\xbf\xbd");
    } else if (c.value == '"') {
      replace(at, c.length, "\\\"");
    } else if (c.value == '\\') {
      replace(at, c.length, "\\\\");
    } else if (c.value == '\n') {
      replace(at, c.length, "\\n");
    } else if (c.value == '\t') {
      replace(at, c.length, "\\t");
    } else if (c.value == '\r') {
      replace(at, c.length, "\\r");
    } else if (is_hazardous(c.value)) {
      replace(at, c.length, fmt::format("\\u{:04x}", static_cast<unsigned>(c.value)));
    }
    at += c.length;
  }
  out_.append(utf8, plain);
  out_ += '"';
}

void JsonWriter::date(Date date) {
  separate();
  out_ += '"';
  out_ += format(date);
  out_ += '"';
}

void JsonWriter::raw(std::string_view json) {
  separate();
  out_ += json;
}

void JsonWriter::string_or_null(std::string_view utf8) { utf8.empty() ? null() : string(utf8); }

void JsonWriter::string_or_null(const std::optional<std::string>& utf8) { utf8 ? string(*utf8) : null(); }

void JsonWriter::date_or_null(const std::optional<Date>& value) { value ? date(*value) : null(); }

}  // namespace incidents::output
