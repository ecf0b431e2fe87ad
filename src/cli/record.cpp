#include "cli/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <nlohmann/json.hpp>

#include "cli/json_input.h"
#include "cli/stamp.h"
#include "output/utf8.h"

namespace incidents::cli {
namespace {

using nlohmann::ordered_json;

constexpr std::array<std::string_view, 7> kTextKeys = {"text",    "maintext",    "content", "body",
                                                       "article", "articleBody", "article_text"};
constexpr std::array<std::string_view, 11> kDateKeys = {
    "date",         "date_publish", "published",    "datePublished",  "published_at", "publish_date",
    "date_published", "pub_date",     "pubDate",      "published_date", "publishedAt"};
constexpr std::array<std::string_view, 3> kTitleKeys = {"title", "headline", "heading"};

/// JSON with the characters that a terminal would obey escaped; they can only stand inside strings.
std::string escaped(const std::string& json) {
  std::string out;
  for (std::size_t at = 0; at < json.size();) {
    const output::CodePoint c = output::decode_at(json, at);
    if (output::is_hazardous(c.value)) {
      out += fmt::format("\\u{:04x}", static_cast<unsigned>(c.value));
    } else {
      out.append(json, at, c.length);
    }
    at += c.length;
  }
  return out;
}

/// A string or number as text, also as MongoDB wraps it ({"$oid": …}, {"$date": …}) and a list of paragraphs as one
/// text; nullopt for anything else and for an empty string.
std::optional<std::string> as_text(const ordered_json& value) {
  std::string text;
  if (value.is_string()) {
    text = value.get_ref<const std::string&>();
  } else if (value.is_number()) {
    text = value.dump();
  } else if (value.is_object() && value.size() == 1 && value.begin().key().starts_with('$')) {
    return as_text(value.begin().value());
  } else if (value.is_array()) {
    for (const ordered_json& part : value) {
      if (!part.is_string()) return std::nullopt;
      text.append(text.empty() ? "" : "\n").append(part.get_ref<const std::string&>());
    }
  }
  return text.empty() ? std::nullopt : std::optional(text);
}

/// The first of the keys that has a value; null where none has.
struct Found {
  std::string key, text;
};
template <typename Keys>
std::optional<Found> find(const ordered_json& record, const Keys& keys) {
  for (const auto& key : keys) {
    const auto found = record.find(std::string(key));
    if (found == record.end()) continue;
    if (auto text = as_text(*found)) return Found{std::string(key), std::move(*text)};
  }
  return std::nullopt;
}

template <typename Keys>
std::optional<Found> find(const ordered_json& record, const std::string& chosen, const Keys& keys) {
  return chosen.empty() ? find(record, keys) : find(record, std::array<std::string_view, 1>{chosen});
}

/// Takes the first of the keys that has a value out of the record.
template <typename Keys>
std::optional<std::string> take(ordered_json& record, const Keys& keys) {
  auto found = find(record, keys);
  if (!found) return std::nullopt;
  record.erase(found->key);
  return std::move(found->text);
}

std::optional<Date> day_of(const std::string& text) {
  if (auto date = date_of_stamp(text)) return date;
  std::int64_t time = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), time);
  return error == std::errc() && end == text.data() + text.size() ? date_of_unix_time(time) : std::nullopt;
}

/// The date goes out of the record where it is understood, and stays there as it is where not.
void take_date(ordered_json& root, const std::string& field, Record& record) {
  const auto found = find(root, field, kDateKeys);
  if (!found) return;
  record.date = day_of(found->text);
  record.date ? void(root.erase(found->key)) : void(record.unread_date = found->text);
}

/// Why a record gives no text.
std::optional<std::string> lack_of_text(const ordered_json& root, const std::string& field) {
  if (!field.empty()) {
    if (root.contains(field)) return std::nullopt;
    return fmt::format("the record has no field \"{}\" (--text-field)", field);
  }
  for (const std::string_view key : kTextKeys) {
    if (root.contains(std::string(key))) return std::nullopt;
  }
  return "the record has no text (looked for text, maintext, content, body; --text-field names another)";
}

}  // namespace

std::variant<Record, std::string> read_record(std::string_view json, const ArticleOptions& options) {
  auto parsed = parse_json(json);
  if (auto* problem = std::get_if<std::string>(&parsed)) return std::move(*problem);
  auto& root = std::get<ordered_json>(parsed);
  if (!root.is_object()) return fmt::format("a record must be an object, this is {}", root.type_name());
  Record record;
  if (const auto text = find(root, options.text_field, kTextKeys)) {
    root.erase(text->key);
    record.text = text->text;
  } else if (auto why = lack_of_text(root, options.text_field)) {
    return std::move(*why);
  }
  take_date(root, options.date_field, record);
  record.title = take(root, kTitleKeys);
  record.id = take(root, std::array<std::string_view, 1>{"id"});
  if (const auto url = root.find("url"); url != root.end()) record.url = as_text(*url);
  if (options.keep) record.rest = escaped(root.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
  return record;
}

}  // namespace incidents::cli
