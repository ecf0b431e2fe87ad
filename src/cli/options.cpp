#include "cli/options.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

#include "incidents/date.h"
#include "lexicon/suggest.h"

namespace incidents::cli {
namespace {

struct InputName {
  const char* name;
  InputKind kind;
};
constexpr InputName kInputNames[] = {{"auto", InputKind::automatic},
                                     {"text", InputKind::text},
                                     {"html", InputKind::html},
                                     {"json", InputKind::json},
                                     {"ndjson", InputKind::ndjson}};

struct OffsetName {
  const char* name;
  OffsetUnit unit;
};
constexpr OffsetName kOffsetNames[] = {
    {"code_points", OffsetUnit::code_points}, {"bytes", OffsetUnit::bytes}, {"utf16", OffsetUnit::utf16}};

template <typename Rows>
std::vector<std::string> names_of(const Rows& rows) {
  std::vector<std::string> names;
  for (const auto& row : rows) names.emplace_back(row.name);
  return names;
}

void read_date(const std::string& text, std::optional<Date>& date) {
  date = text.size() == 10 ? parse_iso_date(text) : std::nullopt;
  if (!date) throw CLI::ValidationError("--date", fmt::format("no such day: {} (write YYYY-MM-DD)", text));
}

}  // namespace

CLI::Validator one_of(std::vector<std::string> names) {
  std::string list = fmt::format("{}", fmt::join(names, "|"));
  return CLI::Validator(
      [names = std::move(names)](std::string& value) -> std::string {
        if (std::find(names.begin(), names.end(), value) != names.end()) return {};
        const std::vector<std::string_view> views(names.begin(), names.end());
        return fmt::format("{} is none of {}{}", value, fmt::join(names, ", "), did_you_mean(value, views));
      },
      std::move(list));
}

void add_input_options(CLI::App& app, RunOptions& options) {
  app.add_option("path", options.input.paths, "Files or folders; - is standard input")->required()->type_name("PATH");
  app.add_option_function<std::string>(
         "--input",
         [&options](const std::string& name) {
           for (const InputName& row : kInputNames) {
             if (name == row.name) options.input.kind = row.kind;
           }
         },
         "What the input is (default: by the file's extension; standard input is text)")
      ->check(one_of(names_of(kInputNames)))
      ->type_name("KIND");
  app.add_option("--glob", options.input.glob, "Files to read in folders, such as '*.txt'")->type_name("PATTERN");
  app.add_option_function<std::string>(
         "--date", [&options](const std::string& text) { read_date(text, options.date); },
         "Day of publication of all inputs; resolves yesterday, Monday, 16 July")
      ->type_name("YYYY-MM-DD");
  app.add_flag("--date-from-mtime", options.input.want_modified,
               "Take the file's time of change as day of publication where nothing better is known");
  app.add_option("--text-field", options.text_field, "Field of a record that holds the text")->type_name("NAME");
  app.add_option("--date-field", options.date_field, "Field of a record that holds the day of publication")
      ->type_name("NAME");
  app.add_flag("--keep", options.keep, "Carry a record's other fields through, under \"record\"");
  app.add_option_function<std::size_t>(
         "--max-mb", [&options](const std::size_t& megabytes) { options.input.max_bytes = megabytes << 20; },
         "Refuse documents longer than this (default 16)")
      ->check(CLI::Range(std::size_t{1}, std::size_t{1024}))
      ->type_name("N");
}

void add_format_option(CLI::App& app, std::string& format, std::vector<std::string> names) {
  format = names.front();
  if (std::find(names.begin(), names.end(), "json") != names.end()) {
    app.add_flag_callback("--json", [&format] { format = "json"; }, "Short for --format json");
  }
  app.add_option("-f,--format", format, fmt::format("How to print: {}", fmt::join(names, ", ")))
      ->check(one_of(names))
      ->type_name("FORMAT");
}

void add_lexicon_option(CLI::App& app, std::string& lexicon) {
  app.add_option("--lexicon", lexicon, "Folder with your own words, places and rules, laid over the built-in ones")
      ->type_name("DIR");
}

void add_color_option(CLI::App& app, std::string& color) {
  app.add_option("--color", color, "Colours: auto (on a terminal, unless NO_COLOR is set), always, never")
      ->check(one_of({"auto", "always", "never"}))
      ->type_name("WHEN");
}

void add_language_option(CLI::App& app, std::string& language) {
  app.add_option("--lang", language, "Language of labels: en or hi")->check(one_of({"en", "hi"}))->type_name("LANG");
}

void add_run_options(CLI::App& app, RunOptions& options) {
  app.add_option("-o,--output", options.output, "Write here instead of standard output; never left half-written")
      ->type_name("FILE");
  app.add_option_function<std::string>(
         "--offsets",
         [&options](const std::string& name) {
           for (const OffsetName& row : kOffsetNames) {
             if (name == row.name) options.offsets = row.unit;
           }
         },
         "Unit of offsets (default code_points)")
      ->check(one_of(names_of(kOffsetNames)))
      ->type_name("UNIT");
  add_lexicon_option(app, options.lexicon);
  app.add_option("-j,--jobs", options.jobs, "Documents at a time (default: one a core); the output is the same")
      ->check(CLI::Range(1u, 1024u))
      ->type_name("N");
  app.add_option("--progress", options.progress, "Progress on standard error: auto, bar, plain, none")
      ->check(one_of({"auto", "bar", "plain", "none"}))
      ->type_name("HOW");
  app.add_flag("-q,--quiet", options.quiet, "No progress and no hints on standard error; errors stay");
  add_color_option(app, options.color);
  add_language_option(app, options.language);
}

bool use_color(const std::string& choice, int fd) {
  if (choice != "auto") return choice == "always";
  const char* no_color = std::getenv("NO_COLOR");
  return isatty(fd) != 0 && (no_color == nullptr || *no_color == '\0');
}

}  // namespace incidents::cli
