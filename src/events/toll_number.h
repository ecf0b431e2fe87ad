#pragma once
/// The number beside a noun that counts victims: “mritakon ki sankhya badhkar 11 ho gai”, “11 mauten”.
#include "events/casualty.h"

namespace incidents {

class TollNumber {
 public:
  TollNumber(const DocumentView& view, const CasualtyFacts& facts) : view_(view), sym_(view.sym), facts_(facts) {}

  /// “jaan ganvane valon ki sankhya”: token behind the noun that counts those whom the effect befell; kNone for none.
  std::uint32_t tally_behind(const Mention& m, const Clause& clause) const;
  /// “mritakon ki sankhya badhkar 11 ho gai”, “11 mauten”: a number near the noun, the last one where two stand
  /// (“from 12 to 14”).
  bool take_number_near(Figure& figure, const Mention& m, const Clause& clause) const;

 private:
  bool has_comma_between(std::uint32_t first, std::uint32_t last) const;
  bool stands_alone(const Quantified& q, const Clause& clause) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const CasualtyFacts& facts_;
};

}  // namespace incidents
