#pragma once
/// Which phrase of the clause names those whom an effect befell, by the effect's frame: subject, object, genitive or agent.
#include "events/clause_pronouns.h"
#include "events/people_lists.h"

namespace incidents {

/// The phrase chosen, and the token before which no phrase belongs to it.
struct Chosen {
  std::uint32_t phrase = kNone;  ///< index into the people phrases; kNone for none
  std::uint32_t stop = 0;
};

class VictimChoice {
 public:
  VictimChoice(const DocumentView& view, const CasualtyFacts& facts, const PeopleLists& lists, const ClausePronouns& pronouns)
      : view_(view), sym_(view.sym), facts_(facts), lists_(lists), pronouns_(pronouns) {}

  /// The phrase of those whom the effect befell, by its frame.
  Chosen choose(const Mention& m, const Clause& clause, StringId frame) const;

 private:
  std::uint32_t in_clause_before(const Mention& m, StringId frame) const;
  std::uint32_t find_victim(std::uint32_t stop, const Mention& m, StringId frame, bool with_ne) const;
  bool case_fits(const PeoplePhrase& p, StringId frame, const Mention& m) const;
  bool is_beside_beasts(const PeoplePhrase& p) const;
  /// “do gramino ki bhi maut hui”
  std::uint32_t behind_also(std::uint32_t t) const { return t < view_.size() && view_.has_class(t, sym_.also_word) ? t + 1 : t; }
  bool holds_people(const Mention& m) const;
  bool bare_number_fits(const PeoplePhrase& p, const Mention& m) const;
  std::uint32_t described_behind(const Mention& m, StringId frame) const;
  bool has_person_as_object(const Mention& m, std::uint32_t behind) const;
  std::uint32_t object_over_doer(std::uint32_t chosen, std::uint32_t stop, const Mention& m) const;
  std::uint32_t find_agent(std::uint32_t stop, const Mention& m, std::uint32_t otherwise) const;
  std::uint32_t nearer_with_ne(std::uint32_t chosen, const Mention& m) const;
  bool belongs_to_other_effect(std::uint32_t phrase, const Clause& clause) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const CasualtyFacts& facts_;
  const PeopleLists& lists_;
  const ClausePronouns& pronouns_;
};

}  // namespace incidents
