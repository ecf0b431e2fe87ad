#include "text/decode.h"

#include <fmt/format.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <cstring>

namespace incidents {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LeMark = "\xFF\xFE";
constexpr std::string_view kUtf16BeMark = "\xFE\xFF";
constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
constexpr std::size_t kSniffed = 8192;

/// One of how many bytes may be a control character before a text counts as binary.
constexpr std::size_t kControlShare = 16;

void report(std::vector<Diagnostic>& diagnostics, const char* encoding, std::uint32_t count) {
  if (count != 0) diagnostics.push_back({fmt::format("malformed {} replaced by U+FFFD", encoding), count});
}

/// The end of the well-formed UTF-8 that starts at `at`; what most texts consist of is taken in big steps.
std::size_t skip_well_formed(std::string_view bytes, std::size_t at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  const std::size_t size = bytes.size();
  while (at < size) {
    if (data[at] < 0x80) {
      std::uint64_t word = 0;
      while (at + sizeof word <= size &&
             (std::memcpy(&word, data + at, sizeof word), (word & 0x8080808080808080U) == 0)) {
        at += sizeof word;
      }
      while (at < size && data[at] < 0x80) ++at;
    } else if (at + 2 < size && data[at] == 0xE0 && (data[at + 1] & 0xE0) == 0xA0 && (data[at + 2] & 0xC0) == 0x80) {
      at += 3;  // U+0800 to U+0FFF: the Indic blocks
    } else {
      std::size_t next = at;
      UChar32 c = 0;
      U8_NEXT(data, next, size, c);
      if (c < 0) return at;
      at = next;
    }
  }
  return at;
}

Decoded decode_utf8(std::string_view bytes) {
  Decoded decoded;
  std::size_t at = skip_well_formed(bytes, 0);
  decoded.text.assign(bytes.substr(0, at));
  std::uint32_t malformed = 0;
  while (at < bytes.size()) {
    // U8_NEXT steps over the longest prefix of a well-formed sequence, as Unicode recommends (chapter 3.9, U+FFFD
    // substitution of maximal subparts).
    const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
    UChar32 c = 0;
    U8_NEXT(data, at, bytes.size(), c);
    decoded.text += kReplacement;
    ++malformed;
    const std::size_t end = skip_well_formed(bytes, at);
    decoded.text += bytes.substr(at, end - at);
    at = end;
  }
  report(decoded.diagnostics, "UTF-8", malformed);
  return decoded;
}

void append_code_point(std::string& text, UChar32 c) {
  std::uint8_t buffer[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(buffer, length, c);
  text.append(reinterpret_cast<const char*>(buffer), length);
}

Decoded decode_utf16(std::string_view bytes, bool little_endian) {
  std::u16string units(bytes.size() / 2, u'\0');
  for (std::size_t i = 0; i < units.size(); ++i) {
    const auto first = static_cast<std::uint8_t>(bytes[2 * i]);
    const auto second = static_cast<std::uint8_t>(bytes[2 * i + 1]);
    units[i] = static_cast<char16_t>(little_endian ? first | second << 8 : second | first << 8);
  }
  Decoded decoded;
  decoded.text.reserve(bytes.size() + bytes.size() / 2);
  std::uint32_t malformed = 0;
  for (std::size_t at = 0; at < units.size();) {
    UChar32 c = 0;
    U16_NEXT(units.data(), at, units.size(), c);
    if (U_IS_SURROGATE(c)) {
      ++malformed;
      decoded.text += kReplacement;
    } else {
      append_code_point(decoded.text, c);
    }
  }
  if (bytes.size() % 2 != 0) {
    ++malformed;
    decoded.text += kReplacement;
  }
  report(decoded.diagnostics, "UTF-16", malformed);
  return decoded;
}

bool is_control(char byte) {
  const auto c = static_cast<std::uint8_t>(byte);
  return (c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f') || c == 0x7F;
}

}  // namespace

Decoded decode(std::string_view bytes) {
  if (bytes.starts_with(kUtf16LeMark)) return decode_utf16(bytes.substr(2), true);
  if (bytes.starts_with(kUtf16BeMark)) return decode_utf16(bytes.substr(2), false);
  if (bytes.starts_with(kUtf8Mark)) bytes.remove_prefix(kUtf8Mark.size());
  return decode_utf8(bytes);
}

bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, kSniffed);
  if (head.starts_with(kUtf16LeMark) || head.starts_with(kUtf16BeMark)) {
    // A NUL unit is no text either; UTF-32's little-endian mark is UTF-16's with such a unit behind it.
    for (std::size_t i = 2; i + 1 < head.size(); i += 2) {
      if (head[i] == '\0' && head[i + 1] == '\0') return true;
    }
    return false;
  }
  std::size_t controls = 0;
  for (const char byte : head) {
    if (byte == '\0') return true;
    if (is_control(byte)) ++controls;
  }
  return controls * kControlShare > head.size();
}

}  // namespace incidents
