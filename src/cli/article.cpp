#include "cli/article.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/html.h"
#include "cli/record.h"
#include "incidents/date.h"
#include "text/decode.h"

namespace incidents::cli {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Value of the digits [from, from + count), or -1.
int digits(std::string_view text, std::size_t from, std::size_t count) {
  if (from + count > text.size()) return -1;
  int value = 0;
  for (std::size_t i = from; i < from + count; ++i) {
    if (!is_digit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

/// A day written at `at` as YYYYMMDD or with one separator (- _ / .) between its parts.
std::optional<Date> date_at(std::string_view text, std::size_t at, std::size_t& length) {
  const int year = digits(text, at, 4);
  if (year < 1900 || year > 2100 || at + 8 > text.size()) return std::nullopt;
  const char separator = text[at + 4];
  if (is_digit(separator)) {
    length = 8;
    return make_date(year, digits(text, at + 4, 2), digits(text, at + 6, 2));
  }
  if (std::string_view("-_/.").find(separator) == std::string_view::npos || at + 10 > text.size()) return std::nullopt;
  if (text[at + 7] != separator) return std::nullopt;
  length = 10;
  return make_date(year, digits(text, at + 5, 2), digits(text, at + 8, 2));
}

std::string stem_of(const std::string& path) { return std::filesystem::path(path).stem().string(); }

/// Fills `published` from the sources that rank below the article's own words.
void fall_back(const RawInput& raw, ArticleInfo& info) {
  if (info.published) return;
  if (raw.path && raw.line == 0) {
    if (const auto date = date_in_name(std::filesystem::path(*raw.path).filename().string())) {
      info.published = date;
      info.published_from = PublishedFrom::filename;
      return;
    }
  }
  if (raw.modified) {
    info.published = raw.modified;
    info.published_from = PublishedFrom::mtime;
  }
}

std::optional<std::string> fill_from_record(const RawInput& raw, const ArticleOptions& options, Article& article) {
  auto read = read_record(raw.bytes, options);
  if (auto* problem = std::get_if<std::string>(&read)) return std::move(*problem);
  auto& record = std::get<Record>(read);
  article.text = std::move(record.text);
  article.record = std::move(record.rest);
  article.info.title = std::move(record.title);
  const std::string place = (raw.path ? stem_of(*raw.path) : "stdin") + "-" + std::to_string(raw.line);
  article.info.id = record.id ? *record.id : record.url ? *record.url : place;
  if (record.date && !article.info.published) {
    article.info.published = date_of_stamp(*record.date);
    if (article.info.published) article.info.published_from = PublishedFrom::record;
  }
  return std::nullopt;
}

void fill_from_page(const RawInput& raw, Article& article) {
  Page page = read_page(raw.bytes);
  article.text = std::move(page.text);
  article.info.title = std::move(page.title);
  if (page.published && !article.info.published) {
    article.info.published = page.published;
    article.info.published_from = PublishedFrom::html;
  }
}

}  // namespace

std::string RawInput::label() const {
  std::string name = path.value_or("standard input");
  return line == 0 ? name : fmt::format("{}:{}", name, line);
}

std::optional<Date> date_in_name(std::string_view name) {
  for (std::size_t at = 0; at + 8 <= name.size(); ++at) {
    if (!is_digit(name[at]) || (at > 0 && is_digit(name[at - 1]))) continue;
    std::size_t length = 0;
    const auto date = date_at(name, at, length);
    const bool ends = at + length >= name.size() || !is_digit(name[at + length]);
    if (date && ends) return date;
  }
  return std::nullopt;
}

std::optional<Date> date_of_stamp(std::string_view stamp) {
  std::size_t length = 0;
  const auto date = date_at(stamp, 0, length);
  if (!date || (length < stamp.size() && is_digit(stamp[length]))) return std::nullopt;
  return date;
}

std::variant<Article, std::string> make_article(RawInput raw, const ArticleOptions& options) {
  if (raw.kind != RawInput::Kind::record && looks_binary(raw.bytes)) return "a binary file, not text";
  Article article;
  article.info.path = raw.path;
  article.info.published = options.date;
  if (options.date) article.info.published_from = PublishedFrom::option;
  const std::string stem = raw.path ? stem_of(*raw.path) : "stdin";
  switch (raw.kind) {
    case RawInput::Kind::record:
      if (auto problem = fill_from_record(raw, options, article)) return std::move(*problem);
      break;
    case RawInput::Kind::html:
      article.info.id = stem;
      fill_from_page(raw, article);
      break;
    case RawInput::Kind::text:
      article.info.id = stem;
      article.text = std::move(raw.bytes);
      break;
  }
  fall_back(raw, article.info);
  return article;
}

}  // namespace incidents::cli
