#pragma once
/// Reading the program's own logs back.
#include <string>
#include <string_view>
#include <variant>

#include "incidents/incident.h"

namespace incidents::output {

/// The document in one line of `--format ndjson`, as far as counting and listing need it (evidence, rules and offsets
/// stay unread), or in words why it is none.
std::variant<Document, std::string> read_document(std::string_view line);

}  // namespace incidents::output
