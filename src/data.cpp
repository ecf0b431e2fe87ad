#include "data.h"

#include "datac/compile.h"
#include "lexicon/embedded.h"
#include "text/normalise.h"

namespace incidents {
namespace {

std::vector<std::byte> compile_overlay(const std::string& folder) {
  const Lexicon base(embedded_image());
  Compiled compiled = compile(source_files(base), read_data_files(folder, folder, true));
  throw_if_any(compiled.problems);
  return std::move(compiled.image);
}

AbbreviationKind abbreviation_kind(std::string_view name) {
  if (name == "letter") return AbbreviationKind::letter;
  if (name == "letter_word") return AbbreviationKind::letter_word;
  return AbbreviationKind::abbreviation;
}

Abbreviations read_abbreviations(const Lexicon& lexicon) {
  const Table table = lexicon.table("abbreviations");
  std::vector<Abbreviation> rows;
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    rows.push_back({normalise(table.text(row, "form")), abbreviation_kind(table.text(row, "kind"))});
  }
  return Abbreviations(std::move(rows));
}

}  // namespace

Extractor::Data::Data() : Data(std::vector<std::byte>{}) {}
Extractor::Data::Data(const std::string& lexicon_dir) : Data(compile_overlay(lexicon_dir)) {}

Extractor::Data::Data(std::vector<std::byte> image)
    : compiled(std::move(image)),
      lexicon(compiled.empty() ? embedded_image() : std::span<const std::byte>(compiled)),
      rules(lexicon),
      recogniser(lexicon, rules),
      events(lexicon),
      abbreviations(read_abbreviations(lexicon)) {}

}  // namespace incidents
