#pragma once
/// The rows of settings.tsv.
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/lexicon.h"

namespace incidents {

/// Numbers and endings of settings.tsv that a linguist may tune.
struct Settings {
  explicit Settings(const Lexicon& lexicon);
  double number(std::string_view name, double otherwise) const;
  std::vector<std::string_view> words(std::string_view name) const;  ///< blank-separated

 private:
  std::vector<std::pair<std::string_view, std::string_view>> rows_;
};

}  // namespace incidents
