#pragma once
/// The subcommands: one row each, one file each. Help, completions and the man page read the same table.
#include <CLI/CLI.hpp>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace incidents::cli {

struct Command {
  std::string_view name;
  std::string_view help;      ///< one line
  std::string_view examples;  ///< shown after the flags
  /// Adds the flags and gives the action, which returns the exit code.
  std::function<int()> (*declare)(CLI::App& app);
};

std::span<const Command> commands();

std::function<int()> declare_parse(CLI::App& app);
std::function<int()> declare_annotate(CLI::App& app);
std::function<int()> declare_explain(CLI::App& app);
std::function<int()> declare_place(CLI::App& app);
std::function<int()> declare_check(CLI::App& app);
std::function<int()> declare_score(CLI::App& app);
std::function<int()> declare_summarize(CLI::App& app);
std::function<int()> declare_timeline(CLI::App& app);
std::function<int()> declare_formats(CLI::App& app);
std::function<int()> declare_types(CLI::App& app);
std::function<int()> declare_completions(CLI::App& app);
std::function<int()> declare_man(CLI::App& app);

}  // namespace incidents::cli
