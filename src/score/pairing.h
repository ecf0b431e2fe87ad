#pragma once
/// Which answer is meant by which label: best pairs first, by type, place, toll and date.
#include <optional>
#include <string>
#include <vector>

#include "score/conventions.h"
#include "score/label.h"

namespace incidents::score {

/// Type, or a type that the label also takes.
bool is_right_type(const Label& label, const Answer& answer);

/// One of the accepted days; an end that the label leaves open is not compared.
bool is_right_day(const std::vector<Days>& accepted, const Days& answer);

/// How much an answer looks like a label; 0 where the two must not be paired: a pair needs a right type, or the same
/// category with a shared place, toll or date.
double similarity(const Conventions& conventions, const Label& label, const Answer& answer,
                  const std::optional<std::string>& published);

/// For each label the index of its answer, or none. Each answer is taken once; the earlier one wins a tie.
std::vector<std::optional<std::size_t>> pair_up(const Conventions& conventions, const std::vector<Label>& labels,
                                                const std::vector<Answer>& answers,
                                                const std::optional<std::string>& published);

}  // namespace incidents::score
