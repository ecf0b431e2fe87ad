#pragma once
/// What `incidents annotate` prints.
#include <string>

#include "incidents/incident.h"
#include "output/format.h"

namespace incidents::output {

/// One line: id, tokens, sentences, mentions with values.
void record_annotation_ndjson(const Annotation& annotation, const Style& style, std::string& out);

/// The text with its mentions marked: in colour, or as `[words](kind)` without.
void record_annotation_text(const Annotation& annotation, const Style& style, std::string& out);

}  // namespace incidents::output
