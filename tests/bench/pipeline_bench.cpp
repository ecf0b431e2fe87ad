/// Bytes of source a second over the benchmark's articles: ICU's own NFC and word breaking as the measure, then this
/// program's layers, each with those before it.
#include <benchmark/benchmark.h>
#include <incidents/extractor.h>
#include <unicode/brkiter.h>
#include <unicode/normalizer2.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <sstream>
#include <string>
#include <vector>

#include "lexicon/abbreviations.h"
#include "lexicon/embedded.h"
#include "mentions/gazetteer.h"
#include "mentions/recognise.h"
#include "text/decode.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents {
namespace {

const std::vector<std::string>& articles() {
  static const std::vector<std::string> kArticles = [] {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(INCIDENTS_SOURCE_DIR "/tests/benchmark/text")) {
      paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const auto& path : paths) {
      std::ostringstream text;
      text << std::ifstream(path).rdbuf();
      texts.push_back(std::move(text).str());
    }
    return texts;
  }();
  return kArticles;
}

/// Calls `work` on every article, again and again.
template <class Work>
void measure(benchmark::State& state, Work work) {
  std::size_t bytes = 0;
  for (auto _ : state) {
    for (const std::string& text : articles()) {
      work(text);
      bytes += text.size();
    }
  }
  state.SetBytesProcessed(static_cast<std::int64_t>(bytes));
}

void icu_nfc_and_words(benchmark::State& state) {
  UErrorCode error = U_ZERO_ERROR;
  const icu::Normalizer2* nfc = icu::Normalizer2::getNFCInstance(error);
  const std::unique_ptr<icu::BreakIterator> words(icu::BreakIterator::createWordInstance(icu::Locale("hi"), error));
  icu::UnicodeString normal;
  measure(state, [&](const std::string& text) {
    nfc->normalize(icu::UnicodeString::fromUTF8(text), normal, error);
    words->setText(normal);
    while (words->next() != icu::BreakIterator::DONE) benchmark::DoNotOptimize(words->current());
  });
  if (U_FAILURE(error)) state.SkipWithError("ICU fails");
}
BENCHMARK(icu_nfc_and_words);

struct Layers {
  Lexicon lexicon{embedded_image()};
  Rules rules{lexicon};
  Recogniser recogniser{lexicon, rules};
  Abbreviations abbreviations = read_abbreviations(lexicon);
  std::string normal;
  OffsetMap map;
  Tokens tokens;

  void read(const std::string& text) {
    normalise(decode(text).text, normal, map);
    tokenise(normal, tokens, {&abbreviations, map.capitals()});
  }
};

void tokens(benchmark::State& state) {
  Layers layers;
  measure(state, [&](const std::string& text) { layers.read(text); });
}
BENCHMARK(tokens);

void words_and_phrases(benchmark::State& state) {
  Layers layers;
  std::vector<LexicalMatch> phrases;
  measure(state, [&](const std::string& text) {
    layers.read(text);
    layers.lexicon.look_up(layers.normal, layers.tokens.tokens, phrases);
  });
}
BENCHMARK(words_and_phrases);

void mentions(benchmark::State& state) {
  Layers layers;
  Mentions found;
  RecogniseScratch scratch;
  measure(state, [&](const std::string& text) {
    layers.read(text);
    layers.recogniser.recognise(layers.normal, layers.tokens, found, scratch);
  });
}
BENCHMARK(mentions);

void incidents_of_articles(benchmark::State& state) {
  const Extractor extractor;
  Scratch scratch;
  measure(state, [&](const std::string& text) { benchmark::DoNotOptimize(extractor.extract(text, {}, scratch)); });
}
BENCHMARK(incidents_of_articles);

/// All rows of one name.
void find_place(benchmark::State& state) {
  const Lexicon lexicon(embedded_image());
  const Gazetteer gazetteer(lexicon);
  const std::string normal = normalise("हैदराबाद");
  Tokens name;
  tokenise(normal, name);
  Gazetteer::Scratch scratch;
  std::vector<GazetteerRow> rows;
  for (auto _ : state) {
    rows.clear();
    gazetteer.find(normal, name.tokens, 0, 1, scratch, rows);
    benchmark::DoNotOptimize(rows.data());
  }
}
BENCHMARK(find_place);

}  // namespace
}  // namespace incidents

BENCHMARK_MAIN();
