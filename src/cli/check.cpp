#include <fmt/format.h>

#include <memory>

#include "cli/command.h"
#include "cli/run.h"

namespace incidents::cli {

std::function<int()> declare_check(CLI::App& app) {
  const auto folder = std::make_shared<std::string>();
  app.add_option("folder", *folder, "Folder with files as in data/")->required()->type_name("DIR");
  return [folder] {
    const Extractor extractor = make_extractor({}, *folder);
    fmt::print("{}: all rows and rules are good (data {})\n", *folder, extractor.data_hash());
    return 0;
  };
}

}  // namespace incidents::cli
