#include <memory>

#include "cli/command.h"
#include "cli/run.h"
#include "output/explanation.h"

namespace incidents::cli {
namespace {

int explain(const RunOptions& options) {
  Task task;
  task.extractor = {.offsets = options.offsets, .explain = true, .with_text = false};
  task.begin = [](const output::Style&, std::string&) {};
  task.end = [](const output::Summary&, const output::Style&, std::string&) {};
  task.separator = "\n";
  task.work = [](const Extractor& extractor, const Article& article, const output::Style& style, Scratch& scratch,
                 Result& result) {
    const Document document = extractor.extract(article.text, article.info, scratch);
    report_diagnostics(result.name, document.diagnostics, result.problems);
    output::record_explanation(document, style, result.out);
    result.summary.add(document);
    result.unresolved_dates = document.unresolved_dates;
  };
  return run_articles(options, task);
}

}  // namespace

std::function<int()> declare_explain(CLI::App& app) {
  const auto options = std::make_shared<RunOptions>();
  add_input_options(app, *options);
  add_run_options(app, *options);
  return [options] { return explain(*options); };
}

}  // namespace incidents::cli
