#pragma once
/// Victims whom the clause of an effect does not name, because they were told before: “uski maut”, “sabhi ghayal hue”, “doctors
/// declared dead”. Fills a figure's quantity and what marks it as of people told before.
#include "events/clause_pronouns.h"
#include "events/dead_of_wounded.h"
#include "events/head_count.h"
#include "events/people_lists.h"

namespace incidents {

class ToldBefore {
 public:
  ToldBefore(const DocumentView& view, const CasualtyFacts& facts, const PeopleLists& lists, const HeadCount& count,
             const ClausePronouns& pronouns, const DeadOfWounded& wounded, const std::vector<std::uint32_t>& aboard)
      : view_(view), sym_(view.sym), facts_(facts), lists_(lists), count_(count), pronouns_(pronouns), wounded_(wounded), aboard_(aboard) {}

  /// Those told before by whatever the clause has of them: a pronoun, “all”, or nothing. False where they cannot be told.
  bool take_told(Figure& figure, const Mention& m, const Clause& clause, StringId frame) const;

 private:
  bool take_pronoun(Figure& figure, const Mention& m, StringId frame) const;
  bool take_group(Figure& figure, const Mention& m, StringId frame) const;
  bool is_other_one(const Mention& m) const;
  StringId group_of_subject_before(std::uint32_t token) const;
  bool is_told_hurt(const Mention& m) const;
  bool take_everybody(Figure& figure, const Mention& m, const Clause& clause) const;
  bool take_brought_before(Figure& figure, const Mention& m, const Clause& clause, StringId frame) const;
  bool take_struck_before(Figure& figure, const Mention& m, StringId frame) const;
  bool is_struck(const PeoplePhrase& phrase, std::uint32_t last) const;
  bool befell(std::uint32_t first, std::uint32_t last) const;
  std::uint32_t comma_before(const Mention& m) const;
  bool take_the_one_told(Figure& figure, const Mention& m, const Clause& clause, StringId frame) const;
  bool is_befallen(const PeoplePhrase& p) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const CasualtyFacts& facts_;
  const PeopleLists& lists_;
  const HeadCount& count_;
  const ClausePronouns& pronouns_;
  const DeadOfWounded& wounded_;
  const std::vector<std::uint32_t>& aboard_;  ///< quantified phrases of people aboard something
};

}  // namespace incidents
