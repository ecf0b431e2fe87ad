#pragma once
/// The whole command line, built from the table of commands.
#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

namespace incidents::cli {

class CommandLine {
 public:
  CommandLine();
  CommandLine(const CommandLine&) = delete;
  CommandLine& operator=(const CommandLine&) = delete;

  /// Parses and runs; the exit code. Throws CLI::ParseError for report(), and what the subcommand throws.
  int run(int argc, const char* const* argv);
  /// Prints help to standard output, or what is wrong with a did-you-mean to standard error; the exit code.
  int report(const CLI::ParseError& error) const;

  const CLI::App& app() const { return app_; }

 private:
  std::string suggestion() const;

  CLI::App app_;
  std::vector<std::function<int()>> actions_;  ///< of the subcommands, in order
  std::vector<std::string> arguments_;
};

}  // namespace incidents::cli
