#include "cli/html_tree.h"

#include <limits>

namespace incidents::cli {

Tree parse_html(std::string_view utf8) {
  [[maybe_unused]] static const bool ready = (xmlInitParser(), true);
  if (utf8.empty() || utf8.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) return nullptr;
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  return Tree(htmlReadMemory(utf8.data(), static_cast<int>(utf8.size()), nullptr, "UTF-8", kOptions));
}

bool is_element(const xmlNode* node, std::string_view name) {
  return node->type == XML_ELEMENT_NODE && name == reinterpret_cast<const char*>(node->name);
}

std::string attribute(const xmlNode* node, const char* name) {
  if (node->type != XML_ELEMENT_NODE) return {};
  xmlChar* value = xmlGetProp(node, reinterpret_cast<const xmlChar*>(name));
  if (value == nullptr) return {};
  std::string text(reinterpret_cast<const char*>(value));
  xmlFree(value);
  return text;
}

void walk(xmlNode* root, const std::function<bool(xmlNode*)>& enter, const std::function<void(xmlNode*)>& leave) {
  if (root == nullptr) return;
  xmlNode* node = root;
  bool entered = enter(node);
  for (;;) {
    if (entered && node->children != nullptr && node->type == XML_ELEMENT_NODE) {
      node = node->children;
    } else {
      if (entered) leave(node);
      while (node != root && node->next == nullptr) {
        node = node->parent;
        leave(node);
      }
      if (node == root) return;
      node = node->next;
    }
    entered = enter(node);
  }
}

std::string text_below(xmlNode* root) {
  std::string text;
  walk(
      root,
      [&](xmlNode* node) {
        const bool is_text = node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
        if (is_text && node->content != nullptr) text += reinterpret_cast<const char*>(node->content);
        return true;
      },
      [](xmlNode*) {});
  return text;
}

std::string collapsed(std::string_view text) {
  std::string out;
  bool blank = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    const bool is_nbsp = c == '\xc2' && at + 1 < text.size() && text[at + 1] == '\xa0';
    if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || is_nbsp) {
      blank = true;
      if (is_nbsp) ++at;
      continue;
    }
    if (blank && !out.empty()) out += ' ';
    blank = false;
    out += c;
  }
  return out;
}

}  // namespace incidents::cli
