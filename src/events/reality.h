#pragma once
/// Whether what a clause tells of has happened. Fears, plans, drills, films, markets and denials void its triggers; what is
/// said in general, wished or still ahead tells little or nothing.
#include "events/casualty.h"
#include "events/event_types.h"

namespace incidents {

class Reality {
 public:
  Reality(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties)
      : view_(view), sym_(view.sym), types_(types), casualties_(casualties) {}

  /// What says that the events of the clause did not happen; Cue::none where nothing does.
  Cue unreal_cue(const Clause& clause) const;
  /// Does the cue void what its clause tells, but nothing else of the sentence?
  static bool voids_clause(Cue cue);
  /// Is what the cue marks still to come, if it comes at all?
  static bool lies_ahead(Cue cue);
  /// “Planning a robbery, ten were arrested”, “… had an encounter with the police”: the deed was only planned, the arrest or the
  /// fight behind the plan has happened.
  bool takes_planners(const Mention& m, Cue unreal, const Clause& clause) const;
  /// “After the blast that happened in X there is an alert in Y”: what the clause warns of is not the blast.
  bool is_taken_for_granted(const Mention& m, Cue unreal) const;
  /// “hue hamle ke baad”, “hui bhishan aag mein”: a noun with a postposition behind the participle of “happen”.
  bool is_told_as_happened(const Mention& m) const;
  /// “nahin pakda”: a negation right before the words, or shortly behind them in the clause.
  bool is_negated(const Mention& m, const Clause& clause) const;
  /// “heat waves make it hard to go out”: the clause ends with what happens again and again, without a day or a number.
  bool speaks_in_general(const Clause& clause) const;
  /// “in the time of a flood let there be boats”, “one should leave the house”.
  bool wishes(const Clause& clause) const;
  /// “will set the hostages free”. Who announces a strike or a meeting has done so already; the cues tell of those.
  bool is_ahead(const Mention& m, EventId type) const;
  /// “abductions will flourish as a trade once more”: the noun is what the clause's last verb, a future one, tells of.
  bool is_told_as_ahead(const Mention& m, EventId type, const Clause& clause) const;

 private:
  bool is_link(std::uint32_t sentence) const;
  bool is_definite(const Clause& clause) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
};

}  // namespace incidents
