#pragma once
/// JSON from outside, which may be malformed, badly encoded or made to hurt.
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <variant>

namespace incidents::cli {

/// The value with its keys in their order, malformed bytes as U+FFFD; in words what is wrong with it otherwise. What is
/// nested deeper than any record is refused, since to walk it would take as deep a stack.
std::variant<nlohmann::ordered_json, std::string> parse_json(std::string_view json);

}  // namespace incidents::cli
