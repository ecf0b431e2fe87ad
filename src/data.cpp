#include "data.h"

#include "datac/compile.h"
#include "lexicon/abbreviations.h"
#include "lexicon/embedded.h"
#include "lexicon/sound_index.h"
#include "mentions/examples.h"

namespace incidents {
namespace {

Compiled lay_over(const std::string& folder, const ExampleCheck& check) {
  const Lexicon base(embedded_image());
  return compile(source_files(base), read_data_files(folder, folder, true), check, base.section(kPhoneticSection));
}

std::vector<std::byte> compile_overlay(const std::string& folder) {
  Compiled compiled = lay_over(folder, {});
  throw_if_any(compiled.problems);
  return std::move(compiled.image);
}

}  // namespace

std::vector<Error> Extractor::check(const std::string& lexicon_dir) {
  return lay_over(lexicon_dir, check_examples).problems;
}

Extractor::Data::Data() : Data(std::vector<std::byte>{}) {}
Extractor::Data::Data(const std::string& lexicon_dir) : Data(compile_overlay(lexicon_dir)) {}

Extractor::Data::Data(std::vector<std::byte> image)
    : compiled(std::move(image)),
      lexicon(compiled.empty() ? embedded_image() : std::span<const std::byte>(compiled)),
      rules(lexicon),
      recogniser(lexicon, rules),
      tenses(lexicon),
      gazetteer(lexicon),
      events(lexicon),
      abbreviations(read_abbreviations(lexicon)) {}

}  // namespace incidents
