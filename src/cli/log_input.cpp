#include "cli/log_input.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <set>

#include "cli/input.h"
#include "cli/message.h"
#include "incidents/date.h"
#include "incidents/extractor.h"
#include "lexicon/suggest.h"
#include "output/read_document.h"
#include "output/utf8.h"

namespace incidents::cli {
namespace {

CLI::Option* add_day_option(CLI::App& app, const char* name, std::optional<Date>& day, const char* help) {
  return app
      .add_option_function<std::string>(
          name,
          [name, &day](const std::string& text) {
            day = text.size() == 10 ? parse_iso_date(text) : std::nullopt;
            if (!day) throw CLI::ValidationError(name, fmt::format("no such day: {} (write YYYY-MM-DD)", text));
          },
          help)
      ->type_name("YYYY-MM-DD");
}

/// The code in capitals; CLI11 takes what is returned for the error.
std::string country_code(std::string& code) {
  for (char& c : code) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  const bool is_code = code.size() == 2 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= 'A' && code[1] <= 'Z';
  return is_code ? "" : code + " is no country code of two letters, such as IN";
}

/// Names what could not be read, a few of many: where the input is no log at all, every line is wrong.
class Complaints {
 public:
  void add(const std::string& message) {
    if (count_++ < kShown) print_message(output::printable(message));
  }
  /// The closing line; `documents` were read.
  void close(std::uint64_t documents) const {
    if (count_ > kShown) print_message(fmt::format("and {} more", count_ - kShown));
    if (count_ > 0 && documents == 0) print_message("a log is what incidents parse --format ndjson (or json) prints");
  }
  bool any() const { return count_ > 0; }

 private:
  static constexpr std::uint64_t kShown = 10;
  std::uint64_t count_ = 0;
};

}  // namespace

void add_log_options(CLI::App& app, LogOptions& options) {
  app.add_option("log", options.paths, "Logs in NDJSON or JSON, or folders of them; - is standard input (the default)")
      ->type_name("LOG");
  app.add_option("--type", options.filter.types, "Only these types or categories")->delimiter(',')->allow_extra_args(false)->type_name("TYPE,…");
  app.add_option("--country", options.filter.countries, "Only these countries, such as IN,PK")
      ->delimiter(',')->allow_extra_args(false)
      ->transform(CLI::Validator(country_code, ""))
      ->type_name("CC,…");
  add_day_option(app, "--since", options.filter.since, "Only what happened on this day or later");
  add_day_option(app, "--until", options.filter.until, "Only what happened on this day or earlier");
  app.add_option("--min-killed", options.filter.min_killed, "Only where at least so many were killed")->type_name("N");
}

/// A type that is asked for, is none of ours and does not stand in the log is more likely a slip than a wish.
void name_unknown_types(const std::vector<std::string>& wanted, std::set<std::string, std::less<>> known) {
  if (wanted.empty()) return;
  for (const auto& row : Extractor().table("events")) known.insert(row.begin(), row.begin() + std::min<std::ptrdiff_t>(2, std::ssize(row)));
  const std::vector<std::string_view> names(known.begin(), known.end());
  for (const std::string& type : wanted) {
    if (!known.contains(type)) print_message(output::printable("no such type: " + type + did_you_mean(type, names)));
  }
}

int read_logs(const LogOptions& options, const std::function<void(const Incident&, std::uint64_t document)>& visit) {
  Interrupt interrupt;
  InputOptions input_options;
  input_options.paths = options.paths.empty() ? std::vector<std::string>{"-"} : options.paths;
  input_options.kind = InputKind::ndjson;  // also reads the array that --format json prints
  Input input(input_options, interrupt);
  Complaints complaints;
  std::uint64_t documents = 0;
  std::set<std::string, std::less<>> types;
  while (auto item = input.next()) {
    if (auto* problem = std::get_if<InputProblem>(&*item)) {
      complaints.add(problem->message);
      continue;
    }
    const auto& raw = std::get<RawInput>(*item);
    auto read = output::read_document(raw.bytes);
    if (auto* why = std::get_if<std::string>(&read)) {
      complaints.add(raw.label() + ": " + *why);
      continue;
    }
    ++documents;
    for (const Incident& incident : std::get<Document>(read).incidents) {
      if (!options.filter.types.empty()) types.insert({incident.type, incident.category});
      if (options.filter.passes(incident)) visit(incident, documents);
    }
  }
  complaints.close(documents);
  name_unknown_types(options.filter.types, std::move(types));
  return interrupt.by_signal() ? 130 : complaints.any() ? 1 : 0;
}

}  // namespace incidents::cli
