#include "cli/command_line.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include "cli/command.h"
#include "cli/message.h"
#include "cli/version.h"
#include "incidents/error.h"
#include "lexicon/suggest.h"
#include "output/utf8.h"

namespace incidents::cli {
namespace {

constexpr const char* kExamples =
    "Examples:\n"
    "  incidents parse article.txt --date 2024-07-26\n"
    "  incidents parse news/ --format ndjson -o log.ndjson\n"
    "  incidents COMMAND --help\n";

std::vector<std::string> flag_names(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options()) {
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  }
  return names;
}

std::string suggest(std::string_view word, const std::vector<std::string>& names) {
  const std::vector<std::string_view> views(names.begin(), names.end());
  return did_you_mean(word, views);
}

std::string without_value(const std::string& argument) { return argument.substr(0, argument.find('=')); }

}  // namespace

CommandLine::CommandLine()
    : app_("Hindi news in, a log of incidents out: what, when, where, to whom, how many, by whom, says who.",
           "incidents") {
  app_.set_version_flag("-V,--version", [] { return version_text(); }, "Print the version and the data's hash");
  app_.require_subcommand(1);
  app_.footer(kExamples);
  app_.get_formatter()->column_width(32);
  for (const Command& command : commands()) {
    CLI::App* sub = app_.add_subcommand(std::string(command.name), std::string(command.help));
    sub->footer(std::string(command.examples));
    actions_.push_back(command.declare(*sub));
  }
}

int CommandLine::run(int argc, const char* const* argv) {
  arguments_.assign(argv + std::min(argc, 1), argv + argc);
  if (arguments_.empty()) {
    print_raw(app_.help());
    return 2;
  }
  app_.parse(argc, argv);
  const auto table = commands();
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (app_.got_subcommand(std::string(table[i].name))) return actions_[i]();
  }
  return 0;
}

std::string CommandLine::suggestion() const {
  std::vector<std::string> names;
  for (const Command& command : commands()) names.emplace_back(command.name);
  const CLI::App* sub = nullptr;
  for (const std::string& argument : arguments_) {
    if (argument == "--") break;
    const bool is_flag = argument.size() > 2 && argument.starts_with("--");
    if (is_flag) {
      const auto flags = flag_names(sub ? *sub : app_);
      const std::string name = without_value(argument);
      if (std::find(flags.begin(), flags.end(), name) == flags.end()) return suggest(name, flags);
    } else if (!sub) {
      const auto found = app_.get_subcommands([&](const CLI::App* one) { return one->get_name() == argument; });
      if (found.empty()) return suggest(argument, names);
      sub = found.front();
    }
  }
  return {};
}

int CommandLine::report(const CLI::ParseError& error) const {
  if (error.get_exit_code() == 0) {
    app_.exit(error);
    std::cout.flush();
    if (!std::cout) throw Error(ErrorCode::output, "cannot write standard output");
    return 0;
  }
  const auto subs = app_.get_subcommands();
  std::string message = error.what();
  if (subs.empty() && !arguments_.front().starts_with('-')) message = "no such command: " + arguments_.front();
  if (message.find("did you mean") == std::string::npos) message += suggestion();
  print_message(output::printable(message));
  print_raw(fmt::format("Try: incidents {}--help\n", subs.empty() ? "" : subs.front()->get_name() + " "));
  return 2;
}

}  // namespace incidents::cli
