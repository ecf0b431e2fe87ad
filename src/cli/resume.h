#pragma once
/// Going on with a run that was killed: what its partial file holds, and the inputs that are done already.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "cli/article.h"
#include "cli/input.h"

namespace incidents::cli {

/// How far a partial file goes, by its whole lines.
struct ResumePoint {
  std::uint64_t documents = 0;
  std::uint64_t bytes = 0;
  std::string last_id;  ///< of the last document; empty when there is none
};

/// Where to go on with `path`: its partial file, else the finished file, which becomes the partial one again; the
/// beginning where there is neither. Throws Error(output) where they cannot be read.
ResumePoint find_resume_point(const std::string& path);

/// Leaves out the inputs that a partial file holds already. Inputs that fail gave no line, so they are reported again.
class ResumingReader {
 public:
  ResumingReader(Input& input, ArticleOptions options, ResumePoint point, std::string path);

  /// The next input that is not done. Throws Error(usage) where the partial file was made from other inputs.
  std::optional<InputItem> next();

 private:
  [[noreturn]] void refuse() const;

  Input& input_;
  ArticleOptions options_;
  ResumePoint point_;
  std::string path_;
};

}  // namespace incidents::cli
