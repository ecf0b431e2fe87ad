#pragma once
/// The articles of tests/golden: NAME.txt with NAME.json, the incidents/1 document that a reader found right. What the
/// program is told of an article, its day of publication, stands in the JSON's `document`.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "incidents/date.h"
#include "incidents/extractor.h"
#include "output/format.h"

namespace incidents::test {

struct Golden {
  std::string name;
  std::string text;
  nlohmann::ordered_json want;  ///< null where NAME.json is missing
};

inline std::filesystem::path golden_folder() { return INCIDENTS_SOURCE_DIR "/tests/golden"; }

inline std::string read_file(const std::filesystem::path& path) {
  std::ostringstream bytes;
  bytes << std::ifstream(path, std::ios::binary).rdbuf();
  return bytes.str();
}

/// All of them, by name.
inline std::vector<Golden> read_goldens() {
  std::vector<Golden> goldens;
  for (const auto& entry : std::filesystem::directory_iterator(golden_folder())) {
    if (entry.path().extension() != ".txt") continue;
    std::filesystem::path json = entry.path();
    json.replace_extension(".json");
    Golden& golden = goldens.emplace_back();
    golden.name = entry.path().stem().string();
    golden.text = read_file(entry.path());
    if (std::filesystem::exists(json)) golden.want = nlohmann::ordered_json::parse(read_file(json));
  }
  std::sort(goldens.begin(), goldens.end(), [](const Golden& a, const Golden& b) { return a.name < b.name; });
  return goldens;
}

/// A day that the article tells by itself (`published_from`: dateline) is not told to the program.
inline ArticleInfo info_of(const Golden& golden) {
  ArticleInfo info;
  info.id = golden.name;
  if (golden.want.is_null()) return info;
  const auto& meta = golden.want.at("document");
  const bool is_told = meta.value("published_from", nlohmann::ordered_json("option")) == "option";
  if (is_told && meta.at("published").is_string()) {
    info.published = parse_iso_date(meta.at("published").get<std::string>());
    info.published_from = PublishedFrom::option;
  }
  return info;
}

/// The document as `--format ndjson` prints it.
inline std::string printed(const Document& document) {
  std::string out;
  output::find_format("ndjson")->record(document, output::Style{}, out);
  return out;
}

inline nlohmann::ordered_json as_json(const Document& document) { return nlohmann::ordered_json::parse(printed(document)); }

}  // namespace incidents::test
