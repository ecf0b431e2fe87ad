#include "cli/run.h"

#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <thread>

#include "cli/listing.h"
#include "cli/message.h"
#include "cli/progress.h"
#include "cli/resume.h"
#include "cli/sink.h"
#include "output/utf8.h"
#include "text/region.h"
#include "text/width.h"

namespace incidents::cli {
namespace {

constexpr int kInterrupted = 130;

InputOptions with_output(InputOptions input, const std::optional<std::string>& output) {
  input.output = output.value_or("");
  return input;
}

/// The state of one run that the steps of the batch share; consume() and finish() belong to the calling thread.
class Run {
 public:
  Run(const RunOptions& options, const Task& task)
      : options_(options),
        task_(task),
        extractor_(make_extractor(task.extractor, options.lexicon)),
        labels_(labels_of(extractor_, options.language)),
        input_(with_output(options.input, options.output), interrupt_),
        article_options_{options.date, options.text_field, options.date_field, options.keep},
        resume_point_(options.resume ? find_resume_point(*options.output) : ResumePoint()),
        reader_(input_, article_options_, resume_point_, options.output.value_or("")),
        progress_(progress_style({options.progress, options.quiet, input_.several(),
                                  !options.output && isatty(STDOUT_FILENO) != 0})) {
    style_ = make_style(labels_, options.language);
    style_.several = input_.several();
    style_.color = options.output ? options.color == "always" : use_color(options.color, STDOUT_FILENO);
    style_.offsets = options.offsets;
    style_.bom = options.bom;
    if (options.resume) {
      sink_.emplace(*options.output, resume_point_.bytes);
      sink_->keep_partial();
    } else {
      sink_.emplace(options.output);
    }
  }

  int go() {
    if (!options_.quiet) {
      for (const std::string& folder : input_.empty_folders()) {
        print_message(fmt::format("{}: no file in it to read; --glob names others than {}", output::printable(folder),
                                  readable_extensions()));
      }
    }
    std::string opening;
    task_.begin(style_, opening);
    sink_->write(opening);
    run_batch(jobs(), {.read = [this] { return reader_.next(); },
                       .work = [this](InputItem&& item, Scratch& scratch) { return work(std::move(item), scratch); },
                       .consume = [this](Result&& result, bool idle) { return consume(std::move(result), idle); },
                       .tick = [this] { show_progress(); },
                       .stop_reading = [this] { interrupt_.stop(); }});
    return finish();
  }

 private:
  unsigned jobs() const {
    if (!input_.several()) return 1;
    return options_.jobs != 0 ? options_.jobs : std::max(1u, std::thread::hardware_concurrency());
  }

  Result work(InputItem&& item, Scratch& scratch) const {
    Result result;
    if (auto* problem = std::get_if<InputProblem>(&item)) return failure(problem->message);
    auto& raw = std::get<RawInput>(item);
    result.name = raw.label();
    result.bytes = raw.bytes.size();
    auto made = make_article(std::move(raw), article_options_);
    if (auto* why = std::get_if<std::string>(&made)) return failure(result.name + ": " + *why);
    const Article& article = std::get<Article>(made);
    for (const std::string& note : article.notes) result.problems += output::printable(result.name + ": " + note) + '\n';
    task_.work(extractor_, article, style_, scratch, result);
    return result;
  }

  static Result failure(const std::string& message) {
    Result result;
    result.failed = true;
    result.problems = output::printable(message) + '\n';
    return result;
  }

  bool consume(Result&& result, bool idle) {
    if (!result.problems.empty()) report(result.problems);
    if (result.failed) {
      ++counts_.errors;
    } else {
      ++counts_.documents;
      counts_.incidents += result.summary.incidents();
      counts_.bytes += result.bytes;
      summary_.add(result.summary);
      unresolved_ += result.unresolved_dates;
      if (!result.out.empty()) {
        if (any_written_) sink_->write(task_.separator);
        any_written_ = true;
        sink_->write(result.out);
      }
    }
    current_ = std::move(result.name);
    show_progress();
    if (idle) sink_->flush();
    return !sink_->closed();
  }

  void report(const std::string& lines) {
    progress_.clear();
    for (std::size_t from = 0; from < lines.size();) {
      const std::size_t end = lines.find('\n', from);
      print_message(lines.substr(from, end - from));
      from = end + 1;
    }
  }

  void show_progress() {
    progress_.show(counts_, input_.files_begun(), input_.file_count(), current_);
  }

  /// What stands behind the last result: also an interrupted run's output is to be read by its consumers.
  void close_brackets() {
    std::string closing;
    task_.end(summary_, style_, closing);
    sink_->write(closing);
  }

  int finish() {
    if (sink_->closed()) return 0;
    if (interrupt_.by_signal()) {
      if (sink_->in_place()) close_brackets();
      sink_->flush();
      if (task_.lines) sink_->keep_partial();
      progress_.close(counts_);
      print_message(fmt::format("interrupted after {} document{}{}", counts_.documents, counts_.documents == 1 ? "" : "s",
                                options_.output && task_.lines ? "; --resume goes on from here" : ""));
      return kInterrupted;
    }
    close_brackets();
    sink_->commit();
    progress_.close(counts_);
    if (unresolved_ > 0 && !options_.quiet) {
      print_message(fmt::format("{} relative date{} stay{} unresolved; --date would resolve them", unresolved_,
                                unresolved_ == 1 ? "" : "s", unresolved_ == 1 ? "s" : ""));
    }
    return counts_.errors == 0 ? 0 : 1;
  }

  const RunOptions& options_;
  const Task& task_;
  Interrupt interrupt_;
  Extractor extractor_;
  output::Labels labels_;
  Input input_;
  ArticleOptions article_options_;
  ResumePoint resume_point_;
  ResumingReader reader_;
  Progress progress_;
  std::optional<Sink> sink_;
  output::Style style_;
  RunCounts counts_;
  std::string current_;  ///< the input whose result came last
  output::Summary summary_;
  std::uint64_t unresolved_ = 0;
  bool any_written_ = false;
};

}  // namespace

int run_articles(const RunOptions& options, const Task& task) {
  if (options.resume && (!options.output || Sink::is_special(*options.output) || !task.lines)) {
    throw Error(ErrorCode::usage, "--resume needs --output FILE and a format of one line a document, such as ndjson");
  }
  return Run(options, task).go();
}

void report_diagnostics(const std::string& label, const std::vector<Diagnostic>& diagnostics, std::string& problems) {
  for (const Diagnostic& diagnostic : diagnostics) {
    problems += output::printable(label) + ": " + output::printable(diagnostic.message);
    if (diagnostic.count > 1) problems += fmt::format(" ({} times)", diagnostic.count);
    problems += '\n';
  }
}

output::Labels labels_of(const Extractor& extractor, const std::string& language) {
  return output::Labels::from_tables(extractor.table("labels"), extractor.table("events"), language);
}

output::Style make_style(const output::Labels& labels, std::string_view language) {
  output::Style style;
  style.labels = &labels;
  style.language = language;
  style.width = display_width;
  style.country_name = country_name;
  style.country_number = country_number;
  style.world_region = world_region;
  return style;
}

Extractor make_extractor(const Options& options, const std::string& lexicon) {
  return lexicon.empty() ? Extractor(options) : Extractor(options, lexicon);
}

}  // namespace incidents::cli
