#pragma once
/// A run over articles: input → batch → sink, with progress, hints and the exit code. Subcommands give the work.
#include <functional>
#include <string>

#include "cli/article.h"
#include "cli/batch.h"
#include "cli/options.h"
#include "output/format.h"

namespace incidents::cli {

/// What a subcommand does with each article, and what stands around the results.
struct Task {
  Options extractor;
  /// Fills out, summary and unresolved_dates of the result; a description of oddities goes to `problems`.
  std::function<void(const Extractor&, const Article&, const output::Style&, Scratch&, Result&)> work;
  std::function<void(const output::Style&, std::string&)> begin;
  std::function<void(const output::Summary&, const output::Style&, std::string&)> end;
  std::string separator;
  bool lines = false;  ///< a line a document: the run can be resumed
};

/// The exit code: 0 all done, 1 some input could not be read, 130 interrupted.
int run_articles(const RunOptions& options, const Task& task);

/// Adds one `label: message` line a diagnostic.
void report_diagnostics(const std::string& label, const std::vector<Diagnostic>& diagnostics, std::string& problems);

/// The labels of data/ in a language.
output::Labels labels_of(const Extractor& extractor, const std::string& language);

/// A style with these labels that knows the widths of text and the countries of the world. `labels` must outlive it.
output::Style make_style(const output::Labels& labels, std::string_view language);

/// Over the built-in data, with a folder laid over it unless `lexicon` is empty.
Extractor make_extractor(const Options& options, const std::string& lexicon);

}  // namespace incidents::cli
