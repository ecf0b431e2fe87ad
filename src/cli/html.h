#pragma once
/// Saved news pages: their main text, title and day of publication; menus, scripts, related stories left out.
#include <optional>
#include <string>
#include <string_view>

#include "incidents/incident.h"

namespace incidents::cli {

struct Page {
  std::string text;  ///< the title and the paragraphs, a blank line between them
  std::optional<std::string> title;
  std::optional<Date> published;
};

/// Total: any bytes in; a page without an article gives an empty or short text.
Page read_page(std::string_view html);

}  // namespace incidents::cli
