#include "text/markup.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace incidents {
namespace {

struct Entity {
  std::string_view name;
  char32_t character;
};

constexpr auto kEntities = std::to_array<Entity>({
    {"amp", U'&'},      {"apos", U'\''},   {"bull", 0x2022},  {"copy", 0xA9},    {"deg", 0xB0},   {"gt", U'>'},
    {"hellip", 0x2026}, {"laquo", 0xAB},   {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", U'<'},    {"mdash", 0x2014},
    {"middot", 0xB7},   {"nbsp", 0xA0},    {"ndash", 0x2013}, {"quot", U'"'},    {"raquo", 0xBB}, {"rdquo", 0x201D},
    {"rlm", 0x200F},    {"rsquo", 0x2019}, {"shy", 0xAD},     {"times", 0xD7},   {"zwj", 0x200D}, {"zwnj", 0x200C},
});
static_assert(std::ranges::is_sorted(kEntities, {}, &Entity::name));

constexpr auto kLineBreaking = std::to_array<std::string_view>(
    {"article", "blockquote", "br",      "dd",    "div", "dl", "dt",     "figcaption", "figure", "footer",
     "h1",      "h2",         "h3",      "h4",    "h5",  "h6", "header", "hr",         "li",     "ol",
     "p",       "pre",        "section", "table", "td",  "th", "tr",     "ul"});
static_assert(std::ranges::is_sorted(kLineBreaking));

/// Numeric references to the C1 range mean Windows-1252, as every browser reads them.
char32_t from_windows_1252(char32_t c) {
  switch (c) {
    case 0x85:
      return 0x2026;
    case 0x91:
      return 0x2018;
    case 0x92:
      return 0x2019;
    case 0x93:
      return 0x201C;
    case 0x94:
      return 0x201D;
    case 0x96:
      return 0x2013;
    case 0x97:
      return 0x2014;
    default:
      return c;
  }
}

char32_t numeric_character(std::string_view digits) {
  int base = 10;
  if (digits.starts_with('x')) {
    base = 16;
    digits.remove_prefix(1);
  }
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
  if (error != std::errc{} || end != digits.data() + digits.size()) return 0;
  if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return 0;
  return from_windows_1252(value);
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_name(char c) { return is_lower(c) || (c >= '0' && c <= '9'); }

}  // namespace

char32_t entity_character(std::string_view body) {
  if (body.starts_with('#')) return numeric_character(body.substr(1));
  const auto* found = std::ranges::lower_bound(kEntities, body, {}, &Entity::name);
  return found != kEntities.end() && found->name == body ? found->character : 0;
}

Tag classify_tag(std::string_view body) {
  if (body.starts_with("!--") || body.starts_with("!doctype")) return Tag::inline_;
  if (body.starts_with('/')) body.remove_prefix(1);
  if (body.empty() || !is_lower(body.front())) return Tag::none;
  const auto* const name_end = std::ranges::find_if_not(body, is_name);
  const std::string_view name(body.begin(), name_end);
  const std::string_view rest(name_end, body.end());
  if (!rest.empty() && rest.front() != ' ' && rest.front() != '\n' && rest.front() != '/') return Tag::none;
  return std::ranges::binary_search(kLineBreaking, name) ? Tag::line_break : Tag::inline_;
}

}  // namespace incidents
