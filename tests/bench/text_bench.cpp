/// Speed of the text layer, in bytes of source a second. Texts are the repository's own, repeated.
#include <benchmark/benchmark.h>

#include <string>

#include "text/decode.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents {
namespace {

/// A news paragraph in modern spelling: few things to fold.
constexpr std::string_view kPlain =
    "शिमला के पास सोमवार सुबह एक बस गहरी खाई में गिर गई और उसमें सवार सात यात्रियों की मौके पर ही मौत हो गई। पुलिस ने "
    "बताया कि 12 अन्य घायल हैं, जिनमें से तीन की हालत गंभीर है। राज्य सरकार ने मृतकों के परिजनों को 5 लाख रुपए की मदद "
    "देने की घोषणा की।\n\n";

/// The same in the spelling of other outlets: nuktas apart, homorganic nasals, chandrabindu, glides, Devanagari digits.
constexpr std::string_view kFolded =
    "शिमला के पास सोमवार सुबह ५ बजे एक बस गहरी खाई में गिर गयी और उसमें सवार पाँच यात्रियों की मौत हो गयी| पुलिस ने "
    "बताया कि १२ अन्य ज\u093Cख्मी हैं, जिनमें से तीन हिन्दी फ\u093Cिल्मों से जुड\u093Cे थे। सम्बन्धियों को रुपये दिये "
    "जायेंगे।।\r\n\r\n";

std::string repeat(std::string_view text, std::size_t size) {
  std::string repeated;
  while (repeated.size() < size) repeated += text;
  return repeated;
}

std::string without_dandas(std::size_t size) {
  std::string text = repeat(kPlain, size);
  for (std::size_t at = 0; (at = text.find("।", at)) != std::string::npos;) text.replace(at, 3, ",");
  for (char& byte : text) {
    if (byte == '\n') byte = ' ';
  }
  return text;
}

void count_bytes(benchmark::State& state, const std::string& text) {
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations() * text.size()));
}

void decode_utf8(benchmark::State& state) {
  const std::string text = repeat(kPlain, 1 << 20);
  for (auto _ : state) benchmark::DoNotOptimize(decode(text));
  count_bytes(state, text);
}
BENCHMARK(decode_utf8);

void normalise_text(benchmark::State& state, std::string_view paragraph) {
  const std::string text = repeat(paragraph, 1 << 20);
  std::string out;
  OffsetMap map;
  for (auto _ : state) normalise(text, out, map);
  count_bytes(state, text);
}
BENCHMARK_CAPTURE(normalise_text, plain, kPlain);
BENCHMARK_CAPTURE(normalise_text, folded, kFolded);

void normalise_article(benchmark::State& state) {
  const std::string text = repeat(kPlain, 6000);
  std::string out;
  OffsetMap map;
  for (auto _ : state) normalise(text, out, map);
  count_bytes(state, text);
}
BENCHMARK(normalise_article);

void tokenise_text(benchmark::State& state) {
  const std::string text = normalise(repeat(kPlain, 1 << 20));
  Tokens tokens;
  for (auto _ : state) tokenise(text, tokens);
  count_bytes(state, text);
}
BENCHMARK(tokenise_text);

/// A text without an end mark or line end: time must grow with its size, not with its square.
void tokenise_without_danda(benchmark::State& state) {
  const std::string text = normalise(without_dandas(static_cast<std::size_t>(state.range(0))));
  Tokens tokens;
  for (auto _ : state) tokenise(text, tokens);
  count_bytes(state, text);
  state.SetComplexityN(state.range(0));
}
BENCHMARK(tokenise_without_danda)->RangeMultiplier(4)->Range(160 << 10, 10 << 20)->Complexity();

/// What could make a look-back or look-ahead go far, again and again.
void worst_case(benchmark::State& state, std::string_view piece) {
  const std::string text = repeat(piece, static_cast<std::size_t>(state.range(0)));
  std::string out;
  OffsetMap map;
  Tokens tokens;
  for (auto _ : state) {
    normalise(text, out, map);
    tokenise(out, tokens, {.abbreviations = nullptr, .capitals = map.capitals()});
  }
  count_bytes(state, text);
  state.SetComplexityN(state.range(0));
}
#define WORST_CASE(name, piece) \
  BENCHMARK_CAPTURE(worst_case, name, piece)->RangeMultiplier(4)->Range(64 << 10, 1 << 20)->Complexity()
WORST_CASE(open_tags, "<a ");
WORST_CASE(closed_tags, "a>");
WORST_CASE(ampersands, "&amp;");
WORST_CASE(semicolons, ";");
WORST_CASE(commas, "1,");
WORST_CASE(groups, "12,");
WORST_CASE(dots, "क.");
WORST_CASE(signs, "ा");
WORST_CASE(nuktas, "ड\u093C");
WORST_CASE(lines, "क\n");
WORST_CASE(blank_lines, "\n");
WORST_CASE(zeros, "क0 ");
WORST_CASE(diaereses, "\u00A8");
WORST_CASE(joiners, "\u200D");
WORST_CASE(hyphens, "ab-1");

}  // namespace
}  // namespace incidents

BENCHMARK_MAIN();
