#pragma once
/// What a postposition's phrase has to do with the event: does a word for the event behind it govern it, as in “X ne …
/// hamla kiya” and “Y par hamla”, but not in “X ne hamle ki ninda ki”?
#include "events/role_reading.h"

namespace incidents {

class Government {
 public:
  explicit Government(const RoleReading& reading)
      : reading_(reading), view_(reading.view), sym_(reading.sym), frame_(reading.frame) {}

  /// Does a word for the event follow that is itself the predicate? “hamla kiya”, “maar giraya”, not “hamle ki ninda ki”.
  bool governs(std::uint32_t after, bool outlaw) const;

  /// Does any word for the event follow in the clause?
  bool tells(std::uint32_t after, bool thing) const;

  /// “yah hamla sena ki bas par kiya gaya”: the deed's noun stands first, and a bare verb behind.
  bool befalls(std::uint32_t begin, std::uint32_t after) const;

  /// “yah hamla | X ne | kiya”: the deed's noun right before its doer, and the verb right behind.
  bool fronted(std::uint32_t begin, std::uint32_t after) const;

  /// “sena ne jawabi karrawai ki”, “ilaqe ko gher liya”: in a clash a party does so, else whoever was attacked.
  bool answers(const TriggerHit& hit) const;

  /// “pulis ne bhi jawabi firing ki”: a party of the clash, and not who began it.
  bool only_answers(std::uint32_t after) const;

  /// Is it a word for the very event that is read for, not for another of the same frame?
  bool is_own(const TriggerHit& hit) const;

  /// The type of the next event word of the clause, where it is of the incident's category: a riot's arson.
  EventId event_after(std::uint32_t t) const;

 private:
  /// “X ne, jo … aae the, | Y par hamla kiya”: a relative clause between commas is an aside.
  std::uint32_t behind_aside(std::uint32_t from, std::uint32_t last) const;

  /// Where the words that a “ne” governs end: at the next clause that has its own subject.
  std::uint32_t reach(std::uint32_t from) const;

  /// “X ne kaha, "jang khatm hui"”: does `t` stand in what is quoted of the subject before `after`?
  bool is_in_speech(std::uint32_t after, std::uint32_t t) const;

  /// Does somebody kill, wound or carry off people there?
  bool harms(std::uint32_t first, std::uint32_t last) const;

  /// “X ne … maar giraye jaane ke baad kahi”: an infinitive with a postposition is no predicate.
  bool happened_before(const Mention& m) const;

  /// Does somebody do it to others? “maar giraya”, but not “maare gae”, which takes no “ne”, nor “hatya ke jurm mein”.
  bool does(const Mention& effect) const;

  /// Is the clause told as what came after the deed?
  bool follows_deed(std::uint32_t t) const;

  /// “hadtaal *ki* ghoshna”, but not the verb of “hadtaal *ki*.”
  bool is_genitive(std::uint32_t t) const;

  /// Can the word govern those whom the incident strikes? “rebels ko yuddhaviram ke lie razi karne” strikes nobody.
  /// Of a depot the fire that broke out there tells that it was hit.
  bool bears_on(const TriggerHit& hit, bool thing) const;

  /// “apradhiyon ko pakadne ke lie”: what is only meant to happen.
  bool is_purpose(const Mention& m) const;

  /// A participle follows and then people: “sawar”, “aae”.
  bool carries(std::uint32_t t) const;

  /// “ek motorcycle par | char badmash aae”, “bike se | utarkar”: its rider has no postposition, or what he did follows.
  bool rides(std::uint32_t t) const;

  const RoleReading& reading_;
  const DocumentView& view_;
  const Symbols& sym_;
  const Frame& frame_;
};

}  // namespace incidents
