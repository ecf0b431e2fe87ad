#pragma once
/// Which people phrases stand where, and which are joined to each other: “X, his wife Y and driver Z”, “in X five, in Y four
/// and in Z three people”.
#include "events/casualty.h"

namespace incidents {

class PeopleLists {
 public:
  PeopleLists(const DocumentView& view, const CasualtyFacts& facts) : view_(view), sym_(view.sym), facts_(facts) {}

  /// Index of the first people phrase that begins at the token or later.
  std::uint32_t first_phrase_from(std::uint32_t token) const;
  /// Does a people phrase lie in tokens [first, last)?
  bool has_people_between(std::uint32_t first, std::uint32_t last) const;
  /// The same of people or beasts.
  bool has_living_between(std::uint32_t first, std::uint32_t last) const;
  /// Is there nothing but “and”, commas, pronouns and adjectives between two people phrases?
  bool is_joined(const PeoplePhrase& left, const PeoplePhrase& right) const;
  /// “in X five, in Y four and in Z three people died”: only the last number has the noun.
  bool is_joined_by_places(const PeoplePhrase& left, const PeoplePhrase& right) const;
  /// Is the phrase joined to the one before it?
  bool ends_list(std::uint32_t index) const;
  /// “havildar | Y”: the office of the person named right behind it.
  bool is_title_of(const PeoplePhrase& title, const PeoplePhrase& person) const;
  /// “bike savar | shooteron ne”: what they ride.
  bool describes_doer(std::uint32_t index) const;
  /// “X and Y, both of them”: who stands before is counted already.
  bool counts_told(const PeoplePhrase& p) const;
  /// The counted phrase is only farther modifiers of the uncounted one (“six members of a family … people”).
  bool is_apposition(const PeoplePhrase& counted, const PeoplePhrase& uncounted) const;

 private:
  bool is_plain(std::uint32_t t) const;
  std::uint32_t measure_end(std::uint32_t t) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const CasualtyFacts& facts_;
};

}  // namespace incidents
