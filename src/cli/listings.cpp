/// What the program can say of itself, from the tables themselves: formats, types, completions, the manual.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/run.h"
#include "cli/shell_files.h"
#include "cli/sink.h"
#include "output/format.h"

namespace incidents::cli {
namespace {

int print(const std::string& text) {
  Sink sink(std::nullopt);
  sink.write(text);
  sink.commit();
  return 0;
}

}  // namespace

std::function<int()> declare_formats(CLI::App&) {
  return [] {
    std::string out;
    for (const output::Format& format : output::formats()) {
      out += fmt::format("{:<12}.{:<9}{}\n", format.name, format.extension, format.help);
    }
    return print(out);
  };
}

std::function<int()> declare_types(CLI::App& app) {
  const auto lexicon = std::make_shared<std::string>();
  add_lexicon_option(app, *lexicon);
  return [lexicon] {
    const auto events = make_extractor({}, *lexicon).table("events");
    std::string out;
    for (const auto& row : events) out += fmt::format("{}\n", fmt::join(row, "\t"));
    return print(out);
  };
}

std::function<int()> declare_completions(CLI::App& app) {
  const auto shell = std::make_shared<std::string>();
  app.add_option("shell", *shell, "bash, zsh or fish")->required()->check(one_of({"bash", "zsh", "fish"}))->type_name("SHELL");
  return [shell, &app] { return print(completion_script(*app.get_parent(), *shell)); };
}

std::function<int()> declare_man(CLI::App& app) {
  return [&app] { return print(manual_page(*app.get_parent())); };
}

}  // namespace incidents::cli
