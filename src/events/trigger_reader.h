#pragma once
/// The words of a clause that signal events, and how strongly each speaks for its type where it stands.
#include "events/frame.h"
#include "events/reality.h"
#include "events/totals.h"

namespace incidents {

class TriggerReader {
 public:
  TriggerReader(const DocumentView& view, const EventTypes& types, const Reality& reality, const Totals& totals)
      : view_(view), sym_(view.sym), types_(types), reality_(reality), totals_(totals) {}

  /// Adds mention `i`, a trigger, to the frame, or only the charge or the cue that voids it; nothing where its row asks for
  /// a context that is missing.
  void add(Frame& frame, MentionIndex i, const Mention& m) const;
  /// Adds what the effects of the clause imply: who was shot dead was attacked.
  void add_implied(Frame& frame, const Clause& clause) const;

 private:
  bool is_oblique(const TriggerHit& hit, const Mention& m) const;
  bool read_context(TriggerHit& hit, const Mention& m) const;
  static std::size_t count_words(std::string_view names);
  static std::string_view word_of(std::string_view names, std::size_t index);
  bool is_circumstance(const Mention& m, EventId type) const;
  bool is_cause(const Mention& m) const;
  bool is_of_court(const Mention& m) const;
  bool is_charge(const Mention& m, EventId type) const;
  MentionIndex charge_over(const Mention& m) const;
  bool ends_attack(const Mention& m, const TriggerHit& hit) const;
  bool is_deliberate(const Mention& m, EventId type) const;
  bool describes_people(const Mention& m) const;
  EventSet types(std::string_view names) const;
  void read_opening(Frame& frame, const Mention& m) const;
  void read_pointer(Frame& frame, const Mention& m) const;
  bool tells(const Frame& frame, EventId type, const Mention& words) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const Reality& reality_;
  const Totals& totals_;
};

}  // namespace incidents
