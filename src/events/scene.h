#pragma once
/// Where an incident happened: of all places its frames name, the scenes, most specific first; and what a happening
/// told without a place takes from the article's main one.
#include <vector>

#include "events/merge.h"
#include "incidents/incident.h"

namespace incidents {

/// A location with the mention that gives it; kNone where it is inferred.
struct Scene {
  IncidentLocation location;
  MentionIndex mention = kNone;
};

/// The scenes of a draft: villages and facilities before towns, towns before the units around them, rivers and roads
/// last; in a chain (“of district X of block Y of village Z”) the last name first. A main draft without any takes the
/// dateline's place, marked matched = "dateline".
/// `type`: the event's name; police events may happen where the police are from.
std::vector<Scene> find_scenes(const DocumentView& view, const FrameFacts& frames, const Draft& draft, std::string_view type);

/// The place that a draft without one shares with the article's main incident: the state where the text says “in the
/// state”, the district or town otherwise; marked matched = "context". Nullopt where the main one has none. A happening
/// of long ago shares only the very place that the text points to: “at this same crossing”.
std::optional<IncidentLocation> inherited_location(const DocumentView& view, const FrameFacts& frames,
                                                   const Draft& draft, const Incident& lead, bool is_history);

}  // namespace incidents
