#include "lexicon/inflect.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "lexicon/suggest.h"

namespace incidents {
namespace {

constexpr std::array<std::string_view, 3> kColumns = {"paradigm", "strip", "endings"};

std::vector<std::string> split_endings(std::string_view text) {
  std::vector<std::string> endings;
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view ending = text.substr(0, blank);
    if (ending == "-") {
      endings.emplace_back();
    } else if (!ending.empty()) {
      endings.emplace_back(ending);
    }
    text.remove_prefix(blank == std::string_view::npos ? text.size() : blank + 1);
  }
  return endings;
}

}  // namespace

void Paradigms::add(const Sheet& sheet, Problems& problems) {
  if (!sheet.require(kColumns, problems)) return;
  const std::size_t name = sheet.column("paradigm");
  const std::size_t strip = sheet.column("strip");
  const std::size_t endings = sheet.column("endings");
  std::set<std::string_view> of_this_file;
  for (const Sheet::Row& row : sheet.rows()) {
    const std::string_view paradigm = sheet.text(row, name);
    if (paradigm.empty()) {
      problems.push_back(sheet.error(row, name, "paradigm without a name"));
      continue;
    }
    auto& replacements = paradigms_[std::string(paradigm)];
    if (of_this_file.insert(paradigm).second) replacements.clear();
    // A paradigm of one bare form is written as a lone "-".
    auto list = split_endings(sheet.text(row, endings));
    if (list.empty()) list.emplace_back();
    replacements.push_back({std::string(sheet.text(row, strip)), std::move(list)});
  }
}

std::vector<std::string> Paradigms::inflect(std::string_view lemma, std::string_view paradigm) const {
  std::vector<std::string> forms;
  const auto it = paradigms_.find(paradigm);
  if (it == paradigms_.end()) return forms;
  const Replacement* best = nullptr;
  for (const Replacement& replacement : it->second) {
    if (lemma.ends_with(replacement.strip) && (best == nullptr || replacement.strip.size() > best->strip.size())) {
      best = &replacement;
    }
  }
  if (best == nullptr) return forms;
  for (const Replacement& replacement : it->second) {
    if (replacement.strip != best->strip) continue;
    const std::string stem(lemma.substr(0, lemma.size() - replacement.strip.size()));
    for (const std::string& ending : replacement.endings) {
      std::string form = stem + ending;
      if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    }
  }
  return forms;
}

std::string Paradigms::expected_ends(std::string_view paradigm) const {
  const auto it = paradigms_.find(paradigm);
  if (it == paradigms_.end()) return {};
  std::set<std::string> ends;
  for (const Replacement& replacement : it->second) ends.insert("-" + replacement.strip);
  return fmt::format("{}", fmt::join(ends, ", "));
}

std::string Paradigms::suggest(std::string_view name) const {
  std::vector<std::string_view> names;
  for (const auto& [paradigm, replacements] : paradigms_) names.push_back(paradigm);
  return did_you_mean(name, names);
}

}  // namespace incidents
