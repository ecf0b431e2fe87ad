#pragma once
/// What a page says about itself outside its text.
#include <optional>
#include <string>

#include "cli/html_tree.h"
#include "incidents/incident.h"

namespace incidents::cli {

struct PageMeta {
  std::optional<std::string> title;
  std::optional<Date> published;  ///< article:published_time, JSON-LD datePublished, itemprop, <time>, in that order
  std::string body;               ///< JSON-LD articleBody, "" without one
};

PageMeta read_meta(xmlNode* root);

}  // namespace incidents::cli
