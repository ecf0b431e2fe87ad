#pragma once
/// A page as libxml2's tree, and the little that we ask of it.
#include <libxml/HTMLparser.h>

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace incidents::cli {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using Tree = std::unique_ptr<xmlDoc, FreeDocument>;

/// nullptr for bytes in which there is no element at all. Loads nothing from anywhere.
Tree parse_html(std::string_view utf8);

/// True for an element of that (lower case) name.
bool is_element(const xmlNode* node, std::string_view name);
/// The attribute's value, "" without one.
std::string attribute(const xmlNode* node, const char* name);

/// Visits `root` and all below it in document order, without recursion; `enter` says false to leave out what is below.
/// `leave` is called for each node that was entered, after what is below it.
void walk(xmlNode* root, const std::function<bool(xmlNode*)>& enter, const std::function<void(xmlNode*)>& leave);

/// All text below, blanks as they stand.
std::string text_below(xmlNode* root);

/// Blanks and line breaks as one blank, none at the ends.
std::string collapsed(std::string_view text);

}  // namespace incidents::cli
