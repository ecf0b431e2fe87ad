#pragma once
/// Labels and answers out of JSON.
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "score/label.h"

namespace incidents::score {

/// A program's answers by the article's id.
using Answers = std::map<std::string, std::vector<Answer>>;

/// One labelled article. Throws std::invalid_argument that says what is wrong with it.
LabelledArticle read_labels(std::string_view json);

/// Adds one document of schema incidents/1, in place of an earlier one of that id. Throws std::invalid_argument.
void read_answer(std::string_view json, Answers& answers);

}  // namespace incidents::score
