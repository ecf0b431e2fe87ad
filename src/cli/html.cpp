/// The main text of a page: clutter is cut out by the names of elements and of their classes; what is left is scored, a
/// paragraph's text counting for its parent and half for its grandparent; the best element's paragraphs are the text.
#include "cli/html.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "cli/html_clean.h"
#include "cli/html_meta.h"
#include "cli/html_tree.h"
#include "text/decode.h"

namespace incidents::cli {
namespace {

template <std::size_t N>
bool is_one_of(const xmlNode* node, const std::array<std::string_view, N>& names) {
  return node->type == XML_ELEMENT_NODE &&
         std::find(names.begin(), names.end(), reinterpret_cast<const char*>(node->name)) != names.end();
}

constexpr std::array<std::string_view, 21> kClutterElements = {
    "script", "style",  "noscript", "nav",    "footer", "aside", "form",   "button", "select", "iframe",    "svg",
    "object", "head",   "template", "canvas", "input",  "label", "figure", "video",  "audio",  "figcaption"};

/// Words of class and id names that mark what surrounds an article. Compared with whole words of the name.
constexpr std::array<std::string_view, 43> kClutterWords = {
    "nav",      "navbar",    "menu",      "menus",   "sidebar",    "related",  "recommended", "recommend", "recommendation",
    "alsoread", "trending",  "popular",   "latest",  "comments",   "comment",  "share",       "sharing",   "social",
    "ad",       "ads",       "advert",    "promo",   "sponsored",  "widget",   "breadcrumb",  "breadcrumbs", "footer",
    "newsletter", "subscribe", "cookie",  "popup",   "modal",      "tags",     "tag",         "taglist",   "pagination",
    "hidden",   "caption",   "toolbar",   "login",   "readmore",   "masthead",  "navigation"};

/// Words of class and id names that mark the article itself.
constexpr std::array<std::string_view, 14> kStoryWords = {"article",  "articlebody", "story",  "storybody", "content", "post",   "entry",
                                                          "detail", "details",     "main", "news",      "body",    "text", "paragraph"};

constexpr std::array<std::string_view, 26> kBlockElements = {
    "p",  "div", "section", "article", "main", "body",  "h1", "h2", "h3", "h4",    "h5", "h6", "ul",
    "ol", "li",  "table",   "tr",      "td",   "th",    "dl", "dd", "dt", "blockquote", "pre", "header", "center"};

/// Calls `visit` with each word of a class or id: `related-stories alsoRead` has related, stories, also, read, alsoread.
template <typename Visit>
void for_each_word(std::string_view names, Visit visit) {
  std::string word, whole;
  const auto flush = [&](std::string& text) {
    if (!text.empty()) visit(text);
    text.clear();
  };
  for (const char c : names) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool letter = upper || (c >= 'a' && c <= 'z');
    if (upper || !letter) flush(word);
    if (letter) {
      word += static_cast<char>(upper ? c + 32 : c);
      whole += word.back();
    } else if (c == ' ') {
      flush(whole);
    }
  }
  flush(word);
  flush(whole);
}

/// True where a class, id or role of the element has one of the words.
template <std::size_t N>
bool is_named(const xmlNode* node, const std::array<std::string_view, N>& words) {
  bool named = false;
  for (const char* key : {"class", "id", "role"}) {
    for_each_word(attribute(node, key),
                  [&](const std::string& word) { named |= std::find(words.begin(), words.end(), word) != words.end(); });
  }
  return named;
}

bool has_clutter_name(const xmlNode* node) { return is_named(node, kClutterWords); }

bool is_invisible(const xmlNode* node) {
  if (xmlHasProp(node, reinterpret_cast<const xmlChar*>("hidden")) != nullptr) return true;
  if (attribute(node, "aria-hidden") == "true") return true;
  std::string style = attribute(node, "style");
  style.erase(std::remove(style.begin(), style.end(), ' '), style.end());
  return style.find("display:none") != std::string::npos;
}

bool is_clutter(const xmlNode* node) {
  if (node->type == XML_COMMENT_NODE || node->type == XML_PI_NODE) return true;
  if (node->type != XML_ELEMENT_NODE) return false;
  if (is_element(node, "body") || is_element(node, "html") || is_element(node, "article")) return false;
  return is_one_of(node, kClutterElements) || has_clutter_name(node) || is_invisible(node);
}

/// A run of text between block boundaries.
struct Paragraph {
  std::string text;
  std::size_t linked = 0;  ///< bytes of it that stand in links
  xmlNode* block = nullptr;

  /// A list of links is navigation, whatever it is called.
  bool is_prose() const { return !text.empty() && linked * 2 < text.size(); }
};

/// The paragraphs below `root`, clutter left out.
std::vector<Paragraph> paragraphs_below(xmlNode* root) {
  std::vector<Paragraph> paragraphs;
  Paragraph current;
  std::string raw;
  int links = 0;
  const auto close = [&](xmlNode* next_block) {
    current.text = collapsed(raw);
    current.linked = std::min(current.linked, current.text.size());
    if (!current.text.empty()) paragraphs.push_back(std::move(current));
    current = {};
    current.block = next_block;
    raw.clear();
  };
  current.block = root;
  const auto enter = [&](xmlNode* node) {
    if (node != root && is_clutter(node)) return false;
    if (node->type == XML_TEXT_NODE && node->content != nullptr) {
      const std::string_view text = reinterpret_cast<const char*>(node->content);
      raw += text;
      if (links > 0) current.linked += collapsed(text).size();
    } else if (is_element(node, "br")) {
      raw += ' ';
      if (node->next != nullptr && is_element(node->next, "br")) close(current.block);
    } else if (is_element(node, "a")) {
      ++links;
    } else if (is_one_of(node, kBlockElements)) {
      close(node);
    }
    return true;
  };
  const auto leave = [&](xmlNode* node) {
    if (is_element(node, "a")) {
      --links;
    } else if (is_one_of(node, kBlockElements)) {
      close(node->parent);
    }
  };
  walk(root, enter, leave);
  close(nullptr);
  return paragraphs;
}

/// The element that says of itself that it holds the article; nullptr where none or several do.
xmlNode* declared_body(xmlNode* root) {
  xmlNode* body = nullptr;
  std::vector<xmlNode*> articles;
  walk(
      root,
      [&](xmlNode* node) {
        if (node->type != XML_ELEMENT_NODE) return false;
        if (attribute(node, "itemprop") == "articleBody" && body == nullptr) body = node;
        if (is_element(node, "article") && !has_clutter_name(node)) articles.push_back(node);
        return true;
      },
      [](xmlNode*) {});
  if (body != nullptr) return body;
  return articles.size() == 1 ? articles.front() : nullptr;
}

/// The elements that a headline stands in.
std::unordered_set<const xmlNode*> headline_holders(xmlNode* root) {
  std::unordered_set<const xmlNode*> holders;
  walk(
      root,
      [&](xmlNode* node) {
        if (!is_element(node, "h1")) return true;
        for (const xmlNode* at = node->parent; at != nullptr && !is_element(at, "body"); at = at->parent) holders.insert(at);
        return false;
      },
      [](xmlNode*) {});
  return holders;
}

/// The element that most prose stands in; a name that says so and a headline beside it count as more prose.
xmlNode* best_scored(xmlNode* root) {
  const auto holders = headline_holders(root);
  const auto weight = [&](const xmlNode* node) {
    const bool by_headline = holders.contains(node) || holders.contains(node->parent);
    return std::size_t{2} + (is_named(node, kStoryWords) ? 1 : 0) + (by_headline ? 2 : 0);
  };
  std::unordered_map<xmlNode*, std::size_t> scores;
  std::vector<xmlNode*> order;  // ties go to the first
  const auto add = [&](xmlNode* node, std::size_t score) {
    if (node == nullptr || node->type != XML_ELEMENT_NODE) return;
    if (scores.emplace(node, 0).second) order.push_back(node);
    scores[node] += score;
  };
  for (const Paragraph& paragraph : paragraphs_below(root)) {
    if (!paragraph.is_prose() || paragraph.block == nullptr) continue;
    const std::size_t length = paragraph.text.size() - paragraph.linked;
    const bool is_paragraph = is_element(paragraph.block, "p") || is_element(paragraph.block, "li");
    xmlNode* holder = is_paragraph ? paragraph.block->parent : paragraph.block;
    add(holder, length * 2);
    if (holder != nullptr) add(holder->parent, length);
  }
  xmlNode* best = root;
  std::size_t best_score = 0;
  for (xmlNode* node : order) {
    if (const std::size_t score = scores[node] * weight(node); score > best_score) {
      best = node;
      best_score = score;
    }
  }
  return best;
}

std::string joined(const std::vector<Paragraph>& paragraphs) {
  std::string text;
  for (const Paragraph& paragraph : paragraphs) {
    if (!paragraph.is_prose()) continue;
    if (!text.empty()) text += "\n\n";
    text += paragraph.text;
  }
  return text;
}

}  // namespace

Page read_page(std::string_view html) {
  const Tree tree = parse_html(clean_html(decode(html).text));
  xmlNode* root = tree ? xmlDocGetRootElement(tree.get()) : nullptr;
  if (root == nullptr) return {};
  PageMeta meta = read_meta(root);
  xmlNode* declared = declared_body(root);
  std::string text = joined(paragraphs_below(declared != nullptr ? declared : best_scored(root)));
  constexpr std::size_t kShort = 200;
  if (text.size() < kShort && meta.body.size() > text.size()) text = collapsed(meta.body);

  Page page;
  page.title = std::move(meta.title);
  page.published = meta.published;
  if (page.title && !text.starts_with(*page.title)) {
    page.text = *page.title + (text.empty() ? "" : "\n\n");
  }
  page.text += text;
  return page;
}

}  // namespace incidents::cli
