#include "data.h"

#include "datac/compile.h"
#include "lexicon/abbreviations.h"
#include "lexicon/embedded.h"

namespace incidents {
namespace {

std::vector<std::byte> compile_overlay(const std::string& folder) {
  const Lexicon base(embedded_image());
  Compiled compiled = compile(source_files(base), read_data_files(folder, folder, true));
  throw_if_any(compiled.problems);
  return std::move(compiled.image);
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
