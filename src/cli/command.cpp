#include "cli/command.h"

namespace incidents::cli {

namespace {
constexpr Command kCommands[] = {
    {"parse", "Read articles and print their incident log",
     "Examples:\n"
     "  incidents parse article.txt --date 2024-07-26\n"
     "  incidents parse news/ --format ndjson -o log.ndjson --jobs 8\n"
     "  cat records.ndjson | incidents parse --input ndjson --format ndjson -\n",
     declare_parse},
    {"annotate", "Mark tokens, sentences and mentions (numbers, dates, places, actors, weapons, triggers)",
     "Examples:\n"
     "  incidents annotate article.txt\n"
     "  incidents annotate --ndjson < records.ndjson\n",
     declare_annotate},
    {"explain", "Say which words and which rule or row made each field, and why numbers were left unused",
     "Examples:\n"
     "  incidents explain article.txt --date 2024-07-26\n",
     declare_explain},
    {"place", "Look names up in the gazetteer: candidates, parents, coordinates, why, separated by tabs",
     "Examples:\n"
     "  incidents place \"$name\"\n"
     "  xargs incidents place < names.txt\n",
     declare_place},
    {"check", "Check a folder of your own words, places and rules, and run its examples",
     "Examples:\n"
     "  incidents check my-lexicon/\n"
     "  incidents parse article.txt --lexicon my-lexicon/\n",
     declare_check},
    {"score", "Score the extractor, or another program's answers, on labelled articles",
     "Examples:\n"
     "  incidents score tests/benchmark/gold --errors 40\n"
     "  incidents score my-articles/gold --text my-articles/text --json\n"
     "  incidents score tests/benchmark/gold --program-output other.ndjson\n",
     declare_score},
    {"summarize", "Count the incidents of logs by type, country, state, month, actor, weapon",
     "Examples:\n"
     "  incidents summarize log.ndjson\n"
     "  incidents summarize log.ndjson --by country,month --since 2024-01-01 --format csv\n"
     "  incidents parse news/ --format ndjson | incidents summarize --by type --min-killed 5\n",
     declare_summarize},
    {"timeline", "Print the timeline of whole logs with bars of killed and injured",
     "Examples:\n"
     "  incidents timeline log.ndjson\n"
     "  incidents timeline log.ndjson --by month --country IN\n",
     declare_timeline},
    {"formats", "List the output formats",
     "Examples:\n"
     "  incidents formats\n",
     declare_formats},
    {"types", "List the event types with their codes and labels, separated by tabs",
     "Examples:\n"
     "  incidents types | cut -f2\n",
     declare_types},
    {"completions", "Print a completion script for a shell",
     "Examples:\n"
     "  incidents completions bash > ~/.local/share/bash-completion/completions/incidents\n"
     "  incidents completions fish > ~/.config/fish/completions/incidents.fish\n",
     declare_completions},
    {"man", "Print the manual page",
     "Examples:\n"
     "  incidents man | man -l -\n",
     declare_man},
};
}  // namespace

std::span<const Command> commands() { return kCommands; }

}  // namespace incidents::cli
