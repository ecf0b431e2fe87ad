#include <memory>

#include "cli/command.h"
#include "cli/run.h"
#include "output/annotation.h"

namespace incidents::cli {
namespace {

int annotate(const RunOptions& options) {
  const bool lines = options.format == "ndjson";
  Task task;
  task.extractor.offsets = options.offsets;
  task.begin = [](const output::Style&, std::string&) {};
  task.end = [](const output::Summary&, const output::Style&, std::string&) {};
  task.separator = lines ? "" : "\n";
  task.lines = lines;
  task.work = [lines](const Extractor& extractor, const Article& article, const output::Style& style, Scratch& scratch,
                      Result& result) {
    const Annotation annotation = extractor.annotate(article.text, article.info, scratch);
    report_diagnostics(result.name, annotation.diagnostics, result.problems);
    (lines ? output::record_annotation_ndjson : output::record_annotation_text)(annotation, style, result.out);
  };
  return run_articles(options, task);
}

}  // namespace

std::function<int()> declare_annotate(CLI::App& app) {
  const auto options = std::make_shared<RunOptions>();
  add_input_options(app, *options);
  options->format = "text";
  app.get_option("path")->required(false);
  app.add_option("-f,--format", options->format, "How to print: text, ndjson")
      ->check(one_of({"text", "ndjson"}))
      ->type_name("FORMAT");
  app.add_flag_callback(
      "--ndjson",
      [options] {
        options->format = "ndjson";
        options->input.kind = InputKind::ndjson;
      },
      "Records in, one a line, and annotations out, one a line");
  add_run_options(app, *options);
  return [options] {
    if (options->input.paths.empty()) options->input.paths = {"-"};
    return annotate(*options);
  };
}

}  // namespace incidents::cli
