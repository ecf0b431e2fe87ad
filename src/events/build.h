#pragma once
/// The events layer's door: mentions of one document → its incidents.
#include <memory>
#include <vector>

#include "events/view.h"
#include "incidents/incident.h"

namespace incidents {

/// The tables of the events layer, read once per Extractor; const and shared.
class EventTables {
 public:
  explicit EventTables(const Lexicon& lexicon);
  ~EventTables();
  EventTables(EventTables&&) noexcept;

  const Symbols& symbols() const;

 private:
  friend class IncidentBuilder;
  struct Parts;
  std::unique_ptr<const Parts> parts_;
};

/// Buffers of one worker.
class IncidentBuilder {
 public:
  IncidentBuilder();
  ~IncidentBuilder();

  /// Incidents in order of their first sentence. With `explain` each carries its reasons, and `unused` receives the
  /// numbers that became no field, with why.
  std::vector<Incident> build(const EventTables& tables, DocumentView& view, bool explain,
                              std::vector<Reason>& unused);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace incidents
