/// Look-up in ns a token, opening an image, compiling the whole data folder.
#include <benchmark/benchmark.h>

#include <string>
#include <vector>

#include "datac/compile.h"
#include "lexicon/abbreviations.h"
#include "lexicon/lexicon.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace {

using namespace incidents;

constexpr const char* kText =
    "नागपुर के पास एक निजी बस पलट गई, जिसमें सवार सात यात्रियों की मौत हो गई और बारह लोग गंभीर रूप से घायल हो गए। "
    "पुलिस अधीक्षक ने बताया कि चालक को हिरासत में ले लिया गया है। उधर, सीमा पर सुरक्षा बलों के साथ मुठभेड़ में "
    "दो आतंकवादी मारे गए तथा उनके पास से एके-47 राइफल बरामद की गई। बगदाद के उत्तर में अज्ञात हमलावरों ने रॉकेट दागे, "
    "लेकिन किसी के हताहत होने की खबर नहीं है। मंगलवार देर रात बाढ़ का पानी सैकड़ों घरों में घुस गया।\n";

const Compiled& data() {
  static const Compiled compiled = compile(read_data_files(INCIDENTS_SOURCE_DIR "/data", "data"));
  return compiled;
}

void look_up(benchmark::State& state) {
  const Lexicon lexicon(data().image);
  const Abbreviations abbreviations = read_abbreviations(lexicon);
  std::string text;
  for (int i = 0; i < 10; ++i) text += kText;
  const std::string normal = normalise(text);
  Tokens tokens;
  tokenise(normal, tokens, {.abbreviations = &abbreviations, .capitals = {}});
  std::vector<LexicalMatch> matches;
  for (auto _ : state) {
    lexicon.look_up(normal, tokens.tokens, matches);
    benchmark::DoNotOptimize(matches.data());
  }
  state.counters["ns_per_token"] =
      benchmark::Counter(static_cast<double>(tokens.tokens.size()) * 1e-9,
                         benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["matches_per_token"] = static_cast<double>(matches.size()) / static_cast<double>(tokens.tokens.size());
}
BENCHMARK(look_up);

void open_image(benchmark::State& state) {
  for (auto _ : state) {
    const Lexicon lexicon(data().image);
    benchmark::DoNotOptimize(&lexicon);
  }
}
BENCHMARK(open_image);

void compile_all(benchmark::State& state) {
  const DataFiles files = read_data_files(INCIDENTS_SOURCE_DIR "/data", "data");
  for (auto _ : state) benchmark::DoNotOptimize(compile(files).image.size());
  state.counters["image_bytes"] = static_cast<double>(data().image.size());
}
BENCHMARK(compile_all)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
