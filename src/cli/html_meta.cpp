#include "cli/html_meta.h"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

#include "cli/stamp.h"

namespace incidents::cli {
namespace {

using nlohmann::json;

constexpr int kDeepestJson = 16;

/// Names of <meta> elements that give the day of publication, best first.
constexpr std::array<std::string_view, 8> kDateNames = {"article:published_time", "og:published_time", "datepublished",
                                                        "publish-date",           "publishdate",       "pubdate",
                                                        "dc.date.issued",         "date"};

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return text;
}

/// What an object of linked data says of an article.
struct Linked {
  std::string date, body;
};

/// What the elements of a page offer, by kind; the best is chosen once all have been seen.
struct Offers {
  std::array<std::string, kDateNames.size()> meta_dates;
  Linked article, other;  ///< objects that say they are articles, and any other, such as the page or a video in it
  std::string property_date, time;
  std::string shared_title, heading, window_title;
};

void keep_first(std::string& kept, std::string text) {
  if (kept.empty()) kept = std::move(text);
}

/// NewsArticle, ReportageNewsArticle, LiveBlogPosting, …: one of an object's types.
bool is_article(const json& object) {
  const auto type = object.find("@type");
  if (type == object.end()) return false;
  const json types = type->is_array() ? *type : json::array({*type});
  return std::any_of(types.begin(), types.end(), [](const json& name) {
    if (!name.is_string()) return false;
    const auto& text = name.get_ref<const std::string&>();
    return text.ends_with("Article") || text.ends_with("BlogPosting");
  });
}

void read_linked(const json& value, Offers& offers, int depth) {
  if (depth > kDeepestJson) return;
  if (value.is_object()) {
    Linked& linked = is_article(value) ? offers.article : offers.other;
    for (const auto& [key, member] : value.items()) {
      if (key == "datePublished" && member.is_string()) {
        keep_first(linked.date, member.get<std::string>());
      } else if (key == "articleBody" && member.is_string()) {
        keep_first(linked.body, member.get<std::string>());
      } else {
        read_linked(member, offers, depth + 1);
      }
    }
  } else if (value.is_array()) {
    for (const json& member : value) read_linked(member, offers, depth + 1);
  }
}

/// Linked data as pages have it: with line ends inside strings, which JSON does not allow.
json parse_linked(std::string text) {
  std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  return json::parse(text, nullptr, false, true);
}

void read_meta_element(const xmlNode* node, Offers& offers) {
  const std::string content = attribute(node, "content");
  for (const char* key : {"property", "name", "itemprop"}) {
    const std::string name = lower(attribute(node, key));
    if (name == "og:title") keep_first(offers.shared_title, content);
    const auto at = std::find(kDateNames.begin(), kDateNames.end(), name);
    if (at != kDateNames.end()) keep_first(offers.meta_dates[static_cast<std::size_t>(at - kDateNames.begin())], content);
  }
}

bool read_element(xmlNode* node, Offers& offers) {
  if (is_element(node, "meta")) {
    read_meta_element(node, offers);
  } else if (is_element(node, "script")) {
    if (lower(attribute(node, "type")) == "application/ld+json") {
      read_linked(parse_linked(text_below(node)), offers, 0);
    }
    return false;
  } else if (is_element(node, "title")) {
    keep_first(offers.window_title, collapsed(text_below(node)));
  } else if (is_element(node, "h1")) {
    keep_first(offers.heading, collapsed(text_below(node)));
  } else if (is_element(node, "time")) {
    keep_first(offers.time, attribute(node, "datetime"));
  }
  if (attribute(node, "itemprop") == "datePublished") {
    const std::string stamp = attribute(node, "datetime");
    keep_first(offers.property_date, stamp.empty() ? attribute(node, "content") : stamp);
  }
  return true;
}

}  // namespace

PageMeta read_meta(xmlNode* root) {
  Offers offers;
  walk(root, [&](xmlNode* node) { return node->type != XML_ELEMENT_NODE || read_element(node, offers); }, [](xmlNode*) {});
  PageMeta meta;
  const auto try_date = [&](const std::string& stamp) {
    if (!meta.published) meta.published = date_of_stamp(stamp);
  };
  try_date(offers.meta_dates[0]);
  try_date(offers.article.date);
  try_date(offers.other.date);
  for (std::size_t i = 1; i < offers.meta_dates.size(); ++i) try_date(offers.meta_dates[i]);
  try_date(offers.property_date);
  try_date(offers.time);
  for (const std::string& title : {offers.shared_title, offers.heading, offers.window_title}) {
    if (!meta.title && !title.empty()) meta.title = collapsed(title);
  }
  meta.body = std::move(offers.article.body.empty() ? offers.other.body : offers.article.body);
  return meta;
}

}  // namespace incidents::cli
