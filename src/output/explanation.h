#pragma once
/// What `incidents explain` prints.
#include <string>

#include "incidents/incident.h"
#include "output/format.h"

namespace incidents::output {

/// For each incident and field the words, the rule or row and its line; then the numbers that became no field.
void record_explanation(const Document& document, const Style& style, std::string& out);

}  // namespace incidents::output
