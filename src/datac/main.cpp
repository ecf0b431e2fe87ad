/// `incidents-datac data -o data.img`: checks the data, compiles it and writes the image. Exit 2 when the data is wrong.
#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "datac/compile.h"
#include "mentions/examples.h"

namespace {

constexpr int kExitData = 2;

void print(const incidents::Problems& problems, std::size_t limit) {
  for (std::size_t i = 0; i < problems.size() && i < limit; ++i) fmt::print(stderr, "{}\n", problems[i].what());
  if (problems.size() > limit) fmt::print(stderr, "and {} more problems\n", problems.size() - limit);
}

void write_image(const std::string& path, const std::vector<std::byte>& image) {
  std::ofstream out(path, std::ios::binary);
  out.write(reinterpret_cast<const char*>(image.data()), static_cast<std::streamsize>(image.size()));
  out.close();
  if (!out) throw incidents::Error(incidents::ErrorCode::output, path + ": cannot be written");
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Compiles a folder of data files into the image that incidents embeds.");
  std::string folder;
  std::string output;
  app.add_option("folder", folder, "the data folder")->required();
  app.add_option("-o,--output", output, "where the image goes; without it the data is only checked");
  std::size_t limit = 20;
  app.add_option("--max-problems", limit, "how many problems are printed")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    const std::string shown = std::filesystem::path(folder).lexically_normal().filename().string();
    const auto compiled = incidents::compile(incidents::read_data_files(folder, shown), {}, incidents::check_examples);
    if (!compiled.problems.empty()) {
      print(compiled.problems, limit);
      return kExitData;
    }
    if (!output.empty()) write_image(output, compiled.image);
  } catch (const incidents::Error& error) {
    fmt::print(stderr, "{}\n", error.what());
    return kExitData;
  }
  return 0;
}
