#include <fmt/format.h>

#include <filesystem>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "cli/command.h"
#include "cli/message.h"
#include "cli/sink.h"
#include "incidents/extractor.h"

namespace incidents::cli {
namespace {

/// A mistyped folder is no good data.
bool has_data(const std::string& folder) {
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
    if (at->path().extension() == ".tsv" || at->path().extension() == ".rules") return true;
  }
  return false;
}

}  // namespace

std::function<int()> declare_check(CLI::App& app) {
  const auto folder = std::make_shared<std::string>();
  app.add_option("folder", *folder, "Folder with files as in data/")->required()->type_name("DIR");
  return [folder] {
    const std::vector<Error> problems = Extractor::check(*folder);
    if (problems.empty() && !has_data(*folder)) {
      throw Error(ErrorCode::data, fmt::format("{}: no .tsv or .rules file in it to check", *folder));
    }
    for (const Error& problem : problems) print_raw(std::string(problem.what()) + "\n");
    if (!problems.empty()) {
      throw Error(ErrorCode::data,
                  fmt::format("{}: {} problem{}", *folder, problems.size(), problems.size() == 1 ? "" : "s"));
    }
    Sink sink(std::nullopt);
    sink.write(fmt::format("{}: all rows and rules are good\n", *folder));
    sink.commit();
    return 0;
  };
}

}  // namespace incidents::cli
