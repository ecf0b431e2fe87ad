#include "lexicon/abbreviations.h"

#include <string>
#include <utility>
#include <vector>

#include "text/normalise.h"

namespace incidents {

std::optional<AbbreviationKind> abbreviation_kind(std::string_view name) {
  if (name.empty() || name == "-") return AbbreviationKind::none;
  if (name == "abbreviation") return AbbreviationKind::abbreviation;
  if (name == "letter") return AbbreviationKind::letter;
  if (name == "letter_word") return AbbreviationKind::letter_word;
  if (name == "numbered") return AbbreviationKind::numbered;
  return std::nullopt;
}

bool binds_line(std::string_view cell) { return cell == "open"; }
bool closes_clause(std::string_view cell) { return cell == "closed"; }

Abbreviations read_abbreviations(const Lexicon& lexicon) {
  const Table table = lexicon.table("abbreviations");
  std::vector<Abbreviation> rows;
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    const auto kind = abbreviation_kind(table.text(row, "kind"));
    const std::string_view line = table.text(row, "line");
    rows.push_back({normalise(table.text(row, "form")), kind.value_or(AbbreviationKind::abbreviation), binds_line(line), closes_clause(line)});
  }
  return Abbreviations(std::move(rows));
}

}  // namespace incidents
