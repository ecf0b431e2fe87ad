#include <memory>

#include "cli/command.h"
#include "cli/run.h"

namespace incidents::cli {
namespace {

std::vector<std::string> format_names() {
  std::vector<std::string> names;
  for (const output::Format& format : output::formats()) names.emplace_back(format.name);
  return names;
}

int parse(const RunOptions& options) {
  const output::Format& format = *output::find_format(options.format);
  Task task;
  task.extractor = {.offsets = options.offsets, .explain = false, .with_text = options.with_text};
  task.begin = format.begin;
  task.end = format.end;
  task.separator = format.separator;
  task.lines = format.lines;
  task.work = [&format](const Extractor& extractor, const Article& article, const output::Style& style,
                        Scratch& scratch, Result& result) {
    Document document = extractor.extract(article.text, article.info, scratch);
    document.record = article.record;
    report_diagnostics(result.name, document.diagnostics, result.problems);
    format.record(document, style, result.out);
    result.summary.add(document);
    result.unresolved_dates = document.unresolved_dates;
  };
  return run_articles(options, task);
}

}  // namespace

std::function<int()> declare_parse(CLI::App& app) {
  const auto options = std::make_shared<RunOptions>();
  add_input_options(app, *options);
  add_format_option(app, options->format, format_names());
  add_run_options(app, *options);
  app.add_flag("--with-text", options->with_text, "Put the decoded text, which offsets refer to, into the document");
  app.add_flag("--bom", options->bom, "Begin CSV and TSV with a byte order mark, for Excel");
  app.add_flag("--resume", options->resume, "Go on with an interrupted -o FILE without repeating or losing a document");
  return [options] { return parse(*options); };
}

}  // namespace incidents::cli
