#include "cli/article.h"

#include <fmt/format.h>

#include <filesystem>

#include "cli/html.h"
#include "cli/record.h"
#include "cli/stamp.h"
#include "text/decode.h"

namespace incidents::cli {
namespace {

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
    article.info.published = record.date;
    article.info.published_from = PublishedFrom::record;
  }
  if (!record.unread_date.empty() && !article.info.published) {
    article.notes.push_back(fmt::format("the date \"{}\" is not understood", record.unread_date));
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
