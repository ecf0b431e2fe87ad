#pragma once
/// What the readers of participants share: one frame that is read for an event of one type, the participants found in it
/// so far, and how a noun phrase becomes one.
#include <string_view>
#include <vector>

#include "events/noun_phrase.h"
#include "events/role.h"

namespace incidents {

class RoleReading {
 public:
  RoleReading(const DocumentView& view_, const EventTypes& types_, const RoleTable& roles_, const CasualtyFacts& casualties_,
              const Frame& frame_, EventId type_)
      : view(view_), sym(view_.sym), types(types_), roles(roles_), casualties(casualties_), frame(frame_), type(type_) {}

  const DocumentView& view;
  const Symbols& sym;
  const EventTypes& types;
  const RoleTable& roles;
  const CasualtyFacts& casualties;
  const Frame& frame;
  const EventId type;
  std::vector<RoleHit> hits;  ///< each reader looks at what those before it have found

  const EventType& event() const { return types[type]; }
  Category category() const { return event().category; }

  /// The row of roles.tsv for this event, or nullptr.
  const RoleTable::Row* row(StringId kind, StringId marker) const { return roles.find(type, kind, marker); }

  /// The phrase as a participant in that role, with all that its words tell of who it is.
  RoleHit hit(const NounPhrase& p, std::string_view role) const;
  RoleHit hit(const NounPhrase& p, const RoleTable::Row& row) const;

  /// Has one of the hits a token of these?
  bool overlaps(std::uint32_t begin, std::uint32_t end) const;

  /// Does a figure count these words as its victims?
  bool is_victim(std::uint32_t begin, std::uint32_t end) const;

  /// What the actor is in the output: military, armed_group, civilian, …
  std::string_view kind_of(const Mention& m) const;

  /// The kind by which the table of roles knows the actor: criminals are civilians elsewhere, but not there.
  StringId role_kind(const Mention& m) const;

  /// The people noun that the phrase ends in.
  const LexicalMatch* last_people_noun(const NounPhrase& p) const;

  /// A building or a vehicle that ends there, unless a weapon or a word for any thing.
  const LexicalMatch* thing_before(std::uint32_t end) const;

  /// Somebody named by a criminal deed: robbers, attackers.
  bool is_outlaw(const NounPhrase& p) const { return p.actor != kNone && view.mention(p.actor).class_id == sym.criminal; }

  /// Words that tell nothing of who they are: people, persons, a number alone.
  bool is_anyone(std::uint32_t begin, std::uint32_t end) const;

  /// The phrase that ends there with those joined to it, and those whom “including” names of them.
  std::vector<NounPhrase> phrases_before(std::uint32_t end, std::uint32_t limit) const;

  std::uint32_t sentence_begin(std::uint32_t t) const { return view.sentences[view.sentence_of(t)].first; }

 private:
  /// “pati Rajiv, sasur Shyam Babu samet anya logon ne”, “pati samet teen ke khilaf”: of people or a number only those
  /// before “including” say who they are.
  void add_included(std::vector<NounPhrase>& joined, std::uint32_t limit) const;

  /// “pratibandhit sangathan ka ek sadasya”: whose member it is says who he is.
  bool is_owned(const NounPhrase& p) const;

  /// “ek jawan”, “mahila”: one by the number, or by a noun in the singular.
  bool is_one_person(const NounPhrase& p) const;

  /// Kind and country by the phrase's head: an actor, a land (then its government), else a body that no row knows.
  void describe(const NounPhrase& p, RoleHit& h) const;
};

}  // namespace incidents
