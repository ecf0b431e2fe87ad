#include "cli/record.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/json_input.h"
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

/// A string or number as text; nullopt for anything else and for an empty string.
std::optional<std::string> as_text(const ordered_json& value) {
  if (value.is_string()) {
    const auto& text = value.get_ref<const std::string&>();
    return text.empty() ? std::nullopt : std::optional(text);
  }
  if (value.is_number()) return value.dump();
  return std::nullopt;
}

/// Takes the first of the keys that has a value out of the record.
template <typename Keys>
std::optional<std::string> take(ordered_json& record, const Keys& keys) {
  for (const auto& key : keys) {
    const auto found = record.find(std::string(key));
    if (found == record.end()) continue;
    auto text = as_text(*found);
    if (!text) continue;
    record.erase(std::string(key));
    return text;
  }
  return std::nullopt;
}

template <typename Keys>
std::optional<std::string> take(ordered_json& record, const std::string& chosen, const Keys& keys) {
  return chosen.empty() ? take(record, keys) : take(record, std::array<std::string_view, 1>{chosen});
}

}  // namespace

std::variant<Record, std::string> read_record(std::string_view json, const ArticleOptions& options) {
  auto parsed = parse_json(json);
  if (auto* problem = std::get_if<std::string>(&parsed)) return std::move(*problem);
  auto& root = std::get<ordered_json>(parsed);
  if (!root.is_object()) return fmt::format("a record must be an object, this is {}", root.type_name());
  Record record;
  auto text = take(root, options.text_field, kTextKeys);
  if (!text && options.text_field.empty() && root.find("text") == root.end() && root.find("content") == root.end() &&
      root.find("maintext") == root.end() && root.find("body") == root.end()) {
    return "the record has no text (looked for text, maintext, content, body; --text-field names another)";
  }
  if (!text && !options.text_field.empty() && root.find(options.text_field) == root.end()) {
    return fmt::format("the record has no field \"{}\" (--text-field)", options.text_field);
  }
  record.text = text.value_or("");
  record.date = take(root, options.date_field, kDateKeys);
  record.title = take(root, kTitleKeys);
  record.id = take(root, std::array<std::string_view, 1>{"id"});
  if (const auto url = root.find("url"); url != root.end()) record.url = as_text(*url);
  if (options.keep) record.rest = escaped(root.dump(-1, ' ', false, ordered_json::error_handler_t::replace));
  return record;
}

}  // namespace incidents::cli
