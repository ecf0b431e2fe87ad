#pragma once
/// What police reports put behind and before a name: whose child somebody is, how old, and where he lives.
#include <vector>

#include "events/people.h"

namespace incidents {

/// Makes one phrase of a named person and his epithets: “Sunil putra Chhotelal, nivasi gram X”, “X nivasi Sunil”. Father
/// and “resident” are nobody of their own there, and the postposition behind them is the person's.
void fold_epithets(const DocumentView& view, std::vector<PeoplePhrase>& people);

}  // namespace incidents
