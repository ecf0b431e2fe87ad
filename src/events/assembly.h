#pragma once
/// What the steps of assemble share: one draft, the article it is of, and the incident that is being filled.
#include <string>

#include "events/assemble.h"

namespace incidents {

class Assembly {
 public:
  Assembly(const AssembleInput& in_, const Draft& draft_) : in(in_), view(in_.view), draft(draft_) {}

  const AssembleInput& in;
  const DocumentView& view;
  const Draft& draft;
  Incident out;

  Category category() const { return in.types.category(draft.type); }
  const Frame& frame(std::uint32_t f) const { return in.frames.frames[f]; }
  /// Visits the draft's frames in text order.
  template <class Visit>
  void each_frame(Visit visit) const {
    for (std::uint32_t f : draft.frames) visit(frame(f));
  }

  /// Notes the rule or row behind a field and, where reasons are asked for, the tokens [begin, end) that gave it.
  void because(std::string field, std::uint32_t begin, std::uint32_t end, const Origin& origin);
  /// Adds a rule or row to those of the incident; nothing for "".
  void note_rule(const std::string& name);
};

}  // namespace incidents
