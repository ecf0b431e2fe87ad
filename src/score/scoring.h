#pragma once
/// One article's answers against its labels.
#include <string>
#include <vector>

#include "score/conventions.h"
#include "score/label.h"
#include "score/tally.h"

namespace incidents::score {

/// Something that an answer has wrong, in words.
struct Mistake {
  std::string article, type;
  std::string what;          ///< a field, or: missed, type, spurious, false alarm
  std::string wanted, said;  ///< empty where there is nothing
};

/// Counts, and the mistakes behind `mistakes`. `answers` is null where the program gave none for this article.
Tally score_article(const Conventions& conventions, const LabelledArticle& article, const std::vector<Answer>* answers,
                    std::vector<Mistake>& mistakes);

}  // namespace incidents::score
