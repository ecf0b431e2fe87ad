/// `incidents formats` and `incidents types`: what there is, from the tables themselves.
#include <fmt/format.h>

#include <algorithm>
#include <memory>

#include "cli/command.h"
#include "cli/run.h"
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

}  // namespace incidents::cli
