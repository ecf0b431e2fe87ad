#pragma once
/// The pronouns by which a clause tells whom its effect befell: “use”, “usne”, “unki”. nullptr where none stands for somebody
/// told before.
#include "events/people_lists.h"

namespace incidents {

class ClausePronouns {
 public:
  ClausePronouns(const DocumentView& view, const PeopleLists& lists) : view_(view), sym_(view.sym), lists_(lists) {}

  /// “use … giraftar kar lia”: the object of the clause, one person.
  const LexicalMatch* object_before(const Mention& m) const;
  /// “usne dam tod dia”, “vah ghayal ho gaya”: the subject of the clause, one person; else its object.
  const LexicalMatch* subject_before(const Mention& m, bool hurt) const;
  /// “unki mauqe par hi maut”: where and how may stand between, nobody else.
  const LexicalMatch* genitive_before(const Mention& m) const;
  /// “unhen … goli maar di”: the last one with ko, of any number.
  const LexicalMatch* plural_object_before(const Mention& m) const;
  /// Has the clause before the effect anything with ko that is no time?
  bool has_object(const Mention& m) const;

 private:
  bool is_of_beasts(const Mention& m) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const PeopleLists& lists_;
};

}  // namespace incidents
