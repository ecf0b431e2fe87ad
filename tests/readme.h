#pragma once
/// The README's fenced blocks that a marker in a comment stands before: `<!-- run -->` before commands, whose answer is
/// the `text` block right behind them, and `<!-- file: NAME -->` before what a user is told to save.
#include <cstddef>
#include <string>
#include <vector>

#include "program.h"

namespace incidents::test {

struct ReadmeBlock {
  std::string text;
  std::string answer;  ///< of the `text` block behind; empty when there is none
};

/// Lines of the fence that opens at `line`, which is set behind its end; empty when there is no fence.
inline std::string fenced(const std::vector<std::string>& lines, std::size_t& line, const std::string& opening) {
  if (line >= lines.size() || lines[line] != opening) return {};
  std::string text;
  for (++line; line < lines.size() && lines[line] != "```"; ++line) text += lines[line] + "\n";
  ++line;
  return text;
}

/// All blocks behind the marker `<!-- NAME -->`, in order.
inline std::vector<ReadmeBlock> readme_blocks(const std::string& name) {
  const auto lines = lines_of(read_file(std::filesystem::path(INCIDENTS_SOURCE_DIR) / "README.md"));
  std::vector<ReadmeBlock> blocks;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (lines[i] != "<!-- " + name + " -->") continue;
    std::size_t next = i + 1;
    ReadmeBlock block;
    block.text = fenced(lines, next, "```sh");  // none before an answer that stands alone
    block.answer = fenced(lines, next, "```text");
    blocks.push_back(std::move(block));
  }
  return blocks;
}

}  // namespace incidents::test
