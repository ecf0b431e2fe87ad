// What numbers and dates cost, a token: composition alone, resolution alone, and the phases 10-numbers to
// 25-date-ranges.
#include <benchmark/benchmark.h>

#include <fstream>
#include <string>

#include "lexicon/abbreviations.h"
#include "lexicon/embedded.h"
#include "mentions/calendar.h"
#include "mentions/number.h"
#include "mentions/recognise.h"
#include "mentions/timex.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents {
namespace {

/// The sentences of both test tables, one a line.
std::string bench_text() {
  std::string text;
  for (const char* name : {"numbers.tsv", "dates.tsv"}) {
    std::ifstream file(std::string(INCIDENTS_SOURCE_DIR) + "/tests/tables/" + name);
    const std::size_t column = std::string_view(name) == "dates.tsv" ? 1 : 0;
    for (std::string line; std::getline(file, line);) {
      if (line.empty() || line[0] == '#') continue;
      for (std::size_t i = 0; i < column; ++i) line.erase(0, line.find('\t') + 1);
      for (const char c : line.substr(0, line.find('\t'))) {
        if (c != '[' && c != ']') text += c;
      }
      text += '\n';
    }
  }
  return text;
}

class Fixture {
 public:
  Fixture()
      : lexicon(embedded_image()),
        rules(lexicon),
        recogniser(lexicon, rules),
        tenses(lexicon),
        abbreviations(read_abbreviations(lexicon)) {
    OffsetMap map;
    normalise(bench_text(), normal, map);
    tokenise(normal, tokens, {&abbreviations, map.capitals()});
    lexicon.look_up(normal, tokens.tokens, phrases);
    while (last_phase + 1 < rules.phase_count() && rules.phase_name(last_phase + 1) <= "25-date-ranges") ++last_phase;
  }

  void count(benchmark::State& state) const {
    const auto done = static_cast<double>(state.iterations()) * static_cast<double>(tokens.tokens.size());
    state.counters["per_token"] = benchmark::Counter(done, benchmark::Counter::kIsRate | benchmark::Counter::kInvert);
  }

  Lexicon lexicon;
  Rules rules;
  Recogniser recogniser;
  TenseReader tenses;
  Abbreviations abbreviations;
  std::string normal;
  Tokens tokens;
  std::vector<LexicalMatch> phrases;
  Mentions mentions;
  RecogniseScratch scratch;
  PhaseId last_phase = 0;
};

void compose(benchmark::State& state) {
  Fixture f;
  for (auto _ : state) {
    f.mentions.clear();
    compose_numbers(f.lexicon, f.normal, f.tokens.tokens, f.phrases, f.mentions);
    benchmark::DoNotOptimize(f.mentions.all.data());
  }
  f.count(state);
}
BENCHMARK(compose);

void number_and_date_phases(benchmark::State& state) {
  Fixture f;
  for (auto _ : state) f.recogniser.recognise_until(f.last_phase, f.normal, f.tokens, f.mentions, f.scratch);
  f.count(state);
}
BENCHMARK(number_and_date_phases);

void resolve(benchmark::State& state) {
  Fixture f;
  f.recogniser.recognise_until(f.last_phase, f.normal, f.tokens, f.mentions, f.scratch);
  for (auto _ : state) {
    resolve_dates(f.tenses, f.normal, f.tokens.tokens, f.tokens.sentences, make_date(2024, 7, 26), f.mentions);
  }
  f.count(state);
}
BENCHMARK(resolve);

/// What an Extractor pays once.
void read_tense_table(benchmark::State& state) {
  Fixture f;
  for (auto _ : state) benchmark::DoNotOptimize(TenseReader(f.lexicon));
}
BENCHMARK(read_tense_table);

}  // namespace
}  // namespace incidents

BENCHMARK_MAIN();
