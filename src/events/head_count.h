#pragma once
/// How many people a phrase names: by its number, by what its noun says (a couple), or one by its form.
#include "events/casualty.h"

namespace incidents {

class HeadCount {
 public:
  HeadCount(const DocumentView& view, const CasualtyFacts& facts) : view_(view), sym_(view.sym), facts_(facts) {}

  /// How many people the phrase names, by its number or by what it is; nullopt where its words do not say.
  std::optional<Quantity> count_of(const PeoplePhrase& p, std::uint32_t effect_end) const;
  /// The number, times how many the noun names by itself: two couples are four.
  Quantity counted(const Quantified& n) const;
  /// How many people an uncounted phrase names: 1 for a person or a singular noun, what the row's `count` says (a
  /// couple), nothing for a plural.
  /// `listed`: stands in a list, whose plural verb says nothing of each (“driver and cleaner were arrested”).
  std::optional<Quantity> implied_count(const PeoplePhrase& p, std::uint32_t effect_end, bool listed = false) const;
  /// Is the verb that ends before the token, or goes on behind it, a plural?
  bool plural_verb_after(std::uint32_t t) const;
  /// The words of the phrase without its number; "" for a bare number.
  std::string who_text(const PeoplePhrase& p) const;

 private:
  std::int64_t places_of_each(MentionIndex number) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const CasualtyFacts& facts_;
};

}  // namespace incidents
