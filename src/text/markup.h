#pragma once
/// The traces of HTML that copied web text carries.
#include <string_view>

namespace incidents {

/// The character that an entity's body (between & and ;, lower case) stands for; 0 when it is none.
char32_t entity_character(std::string_view body);

enum class Tag { none, inline_, line_break };

/// What stands between < and >: a tag that breaks the line (p, br, div, …), another tag or comment, or no tag.
Tag classify_tag(std::string_view body);

/// How far before its end an entity or tag may begin, in bytes: bounds what a stray & or < can swallow.
constexpr std::size_t kLongestEntity = 10;
constexpr std::size_t kLongestTag = 1000;

}  // namespace incidents
