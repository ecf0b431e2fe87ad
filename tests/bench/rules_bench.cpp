/// Cost of recognition on the data as it is, in nanoseconds a token: look-up alone, then each phase of rules.
#include <benchmark/benchmark.h>

#include <string>

#include "datac/compile.h"
#include "lexicon/abbreviations.h"
#include "mentions/recognise.h"
#include "text/normalise.h"

namespace incidents {
namespace {

constexpr std::string_view kArticle =
    "जिले के एक गांव में सोमवार देर रात हुए धमाके में कम से कम तीन लोगों की मौत हो गई और 12 अन्य घायल हो गए।\n"
    "पुलिस अधीक्षक ने बताया कि घायलों को अस्पताल में भर्ती कराया गया है, जहां दो की हालत गंभीर है।\n"
    "किसी संगठन ने अब तक हमले की जिम्मेदारी नहीं ली है। पिछले साल जनवरी में इसी इलाके में सेना के काफिले पर "
    "आतंकवादियों ने रॉकेट से हमला किया था, जिसमें चार जवान शहीद हुए थे।\n"
    "सुरक्षा बलों ने तलाशी अभियान शुरू किया और 2 एके-47 राइफल, 150 कारतूस तथा 5 किलो विस्फोटक बरामद किया।\n"
    "मुख्यमंत्री ने घटना की निंदा करते हुए मृतकों के परिजनों को 5 लाख रुपये की सहायता देने की घोषणा की।\n";

struct Fixture {
  Fixture() : compiled(compile(read_data_files(INCIDENTS_SOURCE_DIR "/data", "data"))) {
    throw_if_any(compiled.problems);
    for (int i = 0; i < 8; ++i) text += kArticle;
    normal = normalise(text);
  }
  Compiled compiled;
  Lexicon lexicon{compiled.image};
  Rules rules{lexicon};
  Recogniser recogniser{lexicon, rules};
  Abbreviations abbreviations = read_abbreviations(lexicon);
  std::string text;
  std::string normal;
};

const Fixture& fixture() {
  static const Fixture kFixture;
  return kFixture;
}

void report(benchmark::State& state, std::size_t tokens) {
  state.counters["ns/token"] = benchmark::Counter(
      static_cast<double>(tokens) * 1e-9, benchmark::Counter::kIsIterationInvariantRate | benchmark::Counter::kInvert);
  state.counters["tokens"] = static_cast<double>(tokens);
}

void recognise(benchmark::State& state) {
  const Fixture& f = fixture();
  Tokens tokens;
  tokenise(f.normal, tokens, {&f.abbreviations, {}});
  Mentions mentions;
  RecogniseScratch scratch;
  for (auto _ : state) f.recogniser.recognise(f.normal, tokens, mentions, scratch);
  report(state, tokens.tokens.size());
  state.counters["mentions"] = static_cast<double>(mentions.all.size());
}
BENCHMARK(recognise);

void look_up(benchmark::State& state) {
  const Fixture& f = fixture();
  Tokens tokens;
  tokenise(f.normal, tokens, {&f.abbreviations, {}});
  std::vector<LexicalMatch> phrases;
  for (auto _ : state) {
    phrases.clear();
    f.lexicon.look_up(f.normal, tokens.tokens, phrases);
    benchmark::DoNotOptimize(phrases.data());
  }
  report(state, tokens.tokens.size());
}
BENCHMARK(look_up);

/// One phase over what the phases before it found.
void match_phase(benchmark::State& state) {
  const Fixture& f = fixture();
  const auto phase = static_cast<PhaseId>(state.range(0));
  if (phase >= f.rules.phase_count()) return state.SkipWithError("no such phase");
  Tokens tokens;
  tokenise(f.normal, tokens, {&f.abbreviations, {}});
  Mentions mentions;
  RecogniseScratch scratch;
  f.recogniser.recognise(f.normal, tokens, mentions, scratch);
  scratch.lattice.set_mentions(mentions);
  std::vector<RuleMatch> matches;
  for (auto _ : state) f.rules.match(phase, scratch.lattice, scratch.match, matches);
  report(state, tokens.tokens.size());
  state.SetLabel(std::string(f.rules.phase_name(phase)));
}
BENCHMARK(match_phase)->DenseRange(0, 15);

}  // namespace
}  // namespace incidents

BENCHMARK_MAIN();
