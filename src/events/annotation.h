#pragma once
/// Mention → the annotated mention of `incidents annotate`.
#include <vector>

#include "events/view.h"

namespace incidents {

/// Appends what annotate prints of the mention; nothing for kinds that only rules and frames use (cues, effects, counts).
void annotate_mention(const DocumentView& view, const Mention& mention, std::vector<AnnotatedMention>& out);

/// Name of the rule or row behind a mention, and "file:line" of it; both empty where there is none.
struct OriginName {
  std::string name;
  std::string source;
};
OriginName origin_name(const DocumentView& view, const Origin& origin);

IncidentDate to_incident_date(const DocumentView& view, const Mention& date);

}  // namespace incidents
