#pragma once
/// What is taken out of a page before the parser sees it, so that no page can hurt: the parser's time grows with the
/// square of an element's attributes, and it gives up where elements stand some hundreds deep, as they do in old pages
/// that never close their fonts.
#include <string>
#include <string_view>

namespace incidents::cli {

/// The page without tags that only say how words look, without attributes beyond the first hundred of an element, and
/// without the tags of elements that stand too deep. Scripts, styles and comments stay as they are.
std::string clean_html(std::string_view html);

}  // namespace incidents::cli
