#pragma once
/// Runs the real program in a folder of its own.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace incidents::test {

struct Ran {
  int code = -1;
  std::string out, err;
};

inline std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream all;
  all << file.rdbuf();
  return all.str();
}

inline std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

/// A test with an empty folder that is its working folder; `incidents` in a script is the program.
class ProgramTest : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (std::filesystem::temp_directory_path() / ("incidents-" + std::string(6, 'X'))).string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    std::filesystem::create_directory(folder_ / "work");
  }

  void TearDown() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }

  std::filesystem::path path(const std::string& name) const { return folder_ / "work" / name; }

  void write(const std::string& name, const std::string& bytes) const {
    std::filesystem::create_directories(path(name).parent_path());
    std::ofstream(path(name), std::ios::binary) << bytes;
  }

  /// Runs a bash script; the code is the script's.
  Ran script(const std::string& text) const {
    std::ofstream(folder_ / "script") << "cd '" << path("").string() << "'\nPATH='"
                                      << std::filesystem::path(INCIDENTS_PROGRAM).parent_path().string() << "':$PATH\n"
                                      << text << "\n";
    const std::string command = "bash '" + (folder_ / "script").string() + "' >'" + (folder_ / "out").string() + "' 2>'" +
                                (folder_ / "err").string() + "' </dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status), read_file(folder_ / "out"),
            read_file(folder_ / "err")};
  }

  /// Runs the program with arguments as a shell would split them.
  Ran incidents(const std::string& arguments) const { return script("incidents " + arguments); }

  /// True where the shell finds a command of that name.
  bool has_command(const std::string& name) const { return script("command -v " + name).code == 0; }

 private:
  std::filesystem::path folder_;
};

inline constexpr const char* kArticle =
    "रामनगर, 12 मार्च (संवाददाता)। ज़िले के पुराने बाज़ार में मंगलवार को बम धमाके में तीन लोगों की मौत हो गई और पांच घायल हो गए। "
    "पुलिस ने बताया कि किसी संगठन ने हमले की ज़िम्मेदारी नहीं ली है।\n";

}  // namespace incidents::test
