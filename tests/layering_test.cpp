/// The house's two rules of building: includes point one way, and no Hindi word stands in code.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

namespace incidents {
namespace {

namespace fs = std::filesystem;

/// The folders of src/ in order: each may include itself and those before it.
const std::vector<std::string> kOrder = {"text", "lexicon", "rules", "mentions", "events"};

/// What each layer may include beside <…> and incidents/…; files right under src/ are the layer "".
std::vector<std::string> allowed_layers(const std::string& layer) {
  if (layer == "include") return {};
  if (layer == "output") return {"output"};
  if (layer == "score") return {"text", "score"};
  if (layer == "cli") {
    auto all = kOrder;
    all.insert(all.end(), {"output", "score", "cli"});
    return all;
  }
  if (layer.empty() || layer == "datac") {
    auto all = kOrder;
    all.push_back("datac");
    return all;
  }
  const auto own = std::find(kOrder.begin(), kOrder.end(), layer);
  return {kOrder.begin(), own == kOrder.end() ? own : own + 1};
}

/// What rules match over: plain structs, declared beside the recognisers that fill them.
bool is_shared_vocabulary(const std::string& layer, const std::string& target) {
  return layer == "rules" && target == "mentions/mention.h";
}

std::vector<fs::path> code_files(const fs::path& root) {
  std::vector<fs::path> files;
  for (const char* folder : {"src", "include"}) {
    for (const auto& entry : fs::recursive_directory_iterator(root / folder)) {
      const auto extension = entry.path().extension();
      if (extension == ".h" || extension == ".cpp" || extension == ".S") files.push_back(entry.path());
    }
  }
  return files;
}

std::string layer_of(const fs::path& file, const fs::path& root) {
  const fs::path relative = fs::relative(file, root);
  if (*relative.begin() == "include") return "include";
  const fs::path inside = fs::relative(file, root / "src");
  return inside.has_parent_path() ? inside.begin()->string() : "";
}

/// Includes of `text` that a file of `layer` must not have.
std::vector<std::string> forbidden_includes(const std::string& layer, std::istream& text) {
  const auto allowed = allowed_layers(layer);
  std::vector<std::string> found;
  for (std::string line; std::getline(text, line);) {
    if (line.starts_with("#include <unicode/") && layer != "text") found.push_back(line);
    if (!line.starts_with("#include \"")) continue;
    const std::string target = line.substr(10, line.find('"', 10) - 10);
    const auto slash = target.find('/');
    const std::string folder = slash == std::string::npos ? "" : target.substr(0, slash);
    if (folder == "incidents" || is_shared_vocabulary(layer, target)) continue;
    if (folder.empty() && layer.empty()) continue;
    if (std::find(allowed.begin(), allowed.end(), folder) == allowed.end()) found.push_back(line);
  }
  return found;
}

/// U+0904 … U+0939 in UTF-8: E0 A4 84 … E0 A4 B9.
bool has_devanagari_letter(const std::string& line) {
  for (auto at = line.find("\xe0\xa4"); at != std::string::npos && at + 2 < line.size(); at = line.find("\xe0\xa4", at + 1)) {
    const auto last = static_cast<unsigned char>(line[at + 2]);
    if (last >= 0x84 && last <= 0xb9) return true;
  }
  return false;
}

TEST(Layering, includes_point_one_way) {
  const fs::path root = INCIDENTS_SOURCE_DIR;
  for (const fs::path& file : code_files(root)) {
    std::ifstream text(file);
    EXPECT_EQ(forbidden_includes(layer_of(file, root), text), std::vector<std::string>{}) << file;
  }
}

TEST(Layering, no_hindi_word_stands_in_code) {
  for (const fs::path& file : code_files(INCIDENTS_SOURCE_DIR)) {
    std::ifstream text(file);
    std::size_t number = 0;
    for (std::string line; std::getline(text, line);) {
      ++number;
      EXPECT_FALSE(has_devanagari_letter(line)) << file.string() << ":" << number << ": " << line;
    }
  }
}

TEST(Layering, the_check_itself_can_fail) {
  const struct {
    std::string layer, line;
    bool forbidden;
  } rows[] = {
      {"text", "#include \"lexicon/lexicon.h\"", true},     {"lexicon", "#include \"text/tokenise.h\"", false},
      {"output", "#include \"text/width.h\"", true},        {"output", "#include \"incidents/incident.h\"", false},
      {"events", "#include \"mentions/mention.h\"", false}, {"mentions", "#include \"events/frame.h\"", true},
      {"events", "#include \"cli/run.h\"", true},           {"cli", "#include \"output/format.h\"", false},
      {"include", "#include \"text/decode.h\"", true},      {"cli", "#include <unicode/uchar.h>", true},
      {"datac", "#include \"cli/run.h\"", true},            {"", "#include \"events/merge.h\"", false},
  };
  for (const auto& row : rows) {
    std::istringstream text(row.line);
    EXPECT_EQ(!forbidden_includes(row.layer, text).empty(), row.forbidden) << row.layer << ": " << row.line;
  }
  EXPECT_TRUE(has_devanagari_letter("x \xe0\xa4\x95"));
  EXPECT_FALSE(has_devanagari_letter("danda \xe0\xa5\xa4, sign \xe0\xa4\xbe"));
}

}  // namespace
}  // namespace incidents
