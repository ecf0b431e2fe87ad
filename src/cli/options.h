#pragma once
/// Flags that several subcommands share, each declared once.
#include <CLI/CLI.hpp>
#include <optional>
#include <string>
#include <vector>

#include "cli/input.h"
#include "incidents/extractor.h"

namespace incidents::cli {

/// What a run over articles was asked to do.
struct RunOptions {
  InputOptions input;
  std::string format;
  std::optional<std::string> output;
  std::optional<Date> date;
  OffsetUnit offsets = OffsetUnit::code_points;
  std::string language = "en";
  std::string lexicon;
  unsigned jobs = 0;  ///< 0: as many as there are cores
  std::string text_field, date_field;
  bool keep = false, with_text = false, bom = false;
  bool quiet = false, resume = false;
  std::string progress = "auto";  ///< auto bar plain none
  std::string color = "auto";     ///< auto always never
};

/// PATH…, --input, --glob, --date, --date-from-mtime, --text-field, --date-field, --keep, --max-mb.
void add_input_options(CLI::App& app, RunOptions& options);
/// --output, --offsets, --lexicon, --jobs, --progress, --quiet, --color, --lang.
void add_run_options(CLI::App& app, RunOptions& options);
/// --format with the names allowed, the first being the default, and --json where json is one of them.
void add_format_option(CLI::App& app, std::string& format, std::vector<std::string> names);
void add_lexicon_option(CLI::App& app, std::string& lexicon);
void add_color_option(CLI::App& app, std::string& color);
void add_language_option(CLI::App& app, std::string& language);

/// A check for CLI11: one of `names`, else an error with a did-you-mean.
CLI::Validator one_of(std::vector<std::string> names);

/// Whether to colour what goes to descriptor `fd`: as asked, else where it is a terminal and NO_COLOR is not set.
bool use_color(const std::string& choice, int fd);

}  // namespace incidents::cli
