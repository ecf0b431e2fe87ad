/// `incidents score`: labelled articles against what this or another program says of them.
#include <fmt/format.h>
#include <fnmatch.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>
#include <nlohmann/json.hpp>
#include <stdexcept>
#include <system_error>

#include "cli/article.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/run.h"
#include "cli/sink.h"
#include "incidents/date.h"
#include "output/format.h"
#include "output/utf8.h"
#include "score/figures.h"
#include "score/read.h"

namespace incidents::cli {
namespace {

namespace fs = std::filesystem;

struct ScoreOptions {
  std::string labels;
  std::string texts;    ///< empty: the folder `text` beside the labels
  std::string program;  ///< saved answers, - for standard input; empty: the extractor is run
  std::vector<std::string> ids;
  std::size_t mistakes = 0;
  bool json = false;
  std::string lexicon;
};

std::string read_file(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::string bytes;
  if (file) bytes.assign(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  if (!file || file.bad()) {
    throw Error(ErrorCode::input, fmt::format("{}: {}", path.string(), std::generic_category().message(errno)));
  }
  return bytes;
}

bool is_wanted(const std::string& id, const std::vector<std::string>& globs) {
  return globs.empty() || std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
           return fnmatch(glob.c_str(), id.c_str(), 0) == 0;
         });
}

/// The label files that were asked for, sorted by name.
std::vector<fs::path> label_files(const ScoreOptions& options) {
  std::error_code error;
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(options.labels, error)) {
    const fs::path& path = entry.path();
    if (path.extension() == ".json" && is_wanted(path.stem().string(), options.ids)) files.push_back(path);
  }
  if (error) throw Error(ErrorCode::input, fmt::format("{}: {}", options.labels, error.message()));
  if (files.empty()) throw Error(ErrorCode::input, fmt::format("{}: no labels (ID.json) to score", options.labels));
  std::sort(files.begin(), files.end());
  return files;
}

fs::path text_folder(const ScoreOptions& options) {
  if (!options.texts.empty()) return options.texts;
  fs::path labels(options.labels);
  if (!labels.has_filename()) labels = labels.parent_path();  // a slash at the end
  return labels.parent_path() / "text";
}

/// The labelled articles; those without a text are left out where texts are asked for.
std::vector<score::LabelledArticle> read_articles(const ScoreOptions& options) {
  const bool needs_text = options.program.empty() || !options.texts.empty();
  std::vector<score::LabelledArticle> articles;
  for (const fs::path& file : label_files(options)) {
    try {
      score::LabelledArticle article = score::read_labels(read_file(file));
      if (needs_text && !fs::exists(text_folder(options) / (article.id + ".txt"))) continue;
      articles.push_back(std::move(article));
    } catch (const std::invalid_argument& problem) {
      throw Error(ErrorCode::input, fmt::format("{}: {}", file.string(), problem.what()));
    }
  }
  if (articles.empty()) {
    throw Error(ErrorCode::input, fmt::format("{}: no text of these labels", text_folder(options).string()));
  }
  return articles;
}

/// Saved answers, a document a line.
score::Answers read_answers(const std::string& path) {
  std::ifstream file;
  if (path != "-") {
    file.open(path);
    const int error = fs::is_directory(path) ? EISDIR : errno;
    if (!file || error == EISDIR) {
      throw Error(ErrorCode::input, fmt::format("{}: {}", path, std::generic_category().message(error)));
    }
  }
  std::istream& lines = path == "-" ? std::cin : file;
  score::Answers answers;
  std::uint32_t number = 0;
  for (std::string line; std::getline(lines, line);) {
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    try {
      score::read_answer(line, answers);
    } catch (const std::invalid_argument& problem) {
      throw Error(ErrorCode::input, problem.what(), {path == "-" ? "standard input" : path, number, 0, ""});
    }
  }
  return answers;
}

/// What `incidents parse --input ndjson --format ndjson` prints for an article, read back: another program's answers
/// come the same way.
void answer(const Extractor& extractor, const score::LabelledArticle& article, const std::string& text, Date stand_in,
            Scratch& scratch, score::Answers& answers) {
  const nlohmann::json record = {
      {"id", article.id}, {"text", text}, {"date", article.published.value_or(format(stand_in))}};
  RawInput raw{
      RawInput::Kind::record, record.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace), {}, 1, {}};
  auto made = make_article(std::move(raw), ArticleOptions());
  if (const auto* why = std::get_if<std::string>(&made)) {
    throw Error(ErrorCode::input, fmt::format("{}: {}", article.id, *why));
  }
  const Article& readable = std::get<Article>(made);
  std::string line;
  output::find_format("ndjson")->record(extractor.extract(readable.text, readable.info, scratch), {}, line);
  score::read_answer(line, answers);
}

score::Answers run_extractor(const Extractor& extractor, const ScoreOptions& options, Date stand_in,
                             const std::vector<score::LabelledArticle>& articles) {
  score::Answers answers;
  Scratch scratch;
  for (const score::LabelledArticle& article : articles) {
    answer(extractor, article, read_file(text_folder(options) / (article.id + ".txt")), stand_in, scratch, answers);
  }
  return answers;
}

/// Labels and answers are anybody's: nothing in them may command a terminal.
std::string list_mistakes(std::vector<score::Mistake> mistakes, std::size_t limit) {
  for (score::Mistake& mistake : mistakes) {
    for (std::string* part : {&mistake.article, &mistake.type, &mistake.what, &mistake.wanted, &mistake.said}) {
      *part = output::printable(*part);
    }
  }
  return score::format_mistakes(mistakes, limit);
}

int run_score(const ScoreOptions& options) {
  const Extractor extractor = make_extractor({}, options.lexicon);
  const score::Conventions conventions(extractor.table("score"), extractor.table("events"));
  const auto articles = read_articles(options);
  const score::Answers answers = options.program.empty()
                                     ? run_extractor(extractor, options, conventions.stand_in(), articles)
                                     : read_answers(options.program);
  std::vector<score::Tally> tallies;
  std::vector<score::Mistake> mistakes;
  score::Tally total;
  for (const score::LabelledArticle& article : articles) {
    const auto found = answers.find(article.id);
    tallies.push_back(
        score::score_article(conventions, article, found == answers.end() ? nullptr : &found->second, mistakes));
    total += tallies.back();
  }
  Sink sink(std::nullopt);
  if (options.json) {
    sink.write(score::format_json(total));
  } else {
    sink.write(score::format_table(tallies));
    if (options.mistakes > 0) sink.write("\n" + list_mistakes(std::move(mistakes), options.mistakes));
  }
  sink.commit();
  return 0;
}

}  // namespace

std::function<int()> declare_score(CLI::App& app) {
  const auto options = std::make_shared<ScoreOptions>();
  app.add_option("labels", options->labels, "Folder of labels, ID.json each")->required()->type_name("GOLD");
  app.add_option("--text", options->texts, "Folder of the texts, ID.txt each (default: text beside GOLD)")
      ->type_name("DIR");
  app.add_option(
         "--program-output", options->program,
         "Score these answers, an incidents/1 document a line, instead of running the extractor; - is standard input")
      ->type_name("FILE");
  app.add_option("--ids", options->ids, "Only the articles whose id fits one of these patterns, such as 'a*,b0?'")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->type_name("PATTERN,…");
  auto* mistakes = app.add_option("--errors", options->mistakes, "Print the first N mistakes too")->type_name("N");
  app.add_flag("--json", options->json, "Print one JSON object of figures instead of the table")->excludes(mistakes);
  add_lexicon_option(app, options->lexicon);
  return [options] { return run_score(*options); };
}

}  // namespace incidents::cli
