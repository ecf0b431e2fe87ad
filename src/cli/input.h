#pragma once
/// Where documents come from: files, folders, standard input, record files. One at a time, in a fixed order, in memory
/// that does not grow with their number.
#include <atomic>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "cli/article.h"
#include "cli/file_list.h"
#include "cli/interrupt.h"

namespace incidents::cli {

struct InputOptions {
  std::vector<std::string> paths;  ///< `-` is standard input
  InputKind kind = InputKind::automatic;
  std::string glob;                ///< for files in folders; empty: the extensions that we read
  std::string output;              ///< the run's own file, which is no input where it stands in a folder
  bool want_modified = false;
  std::size_t max_bytes = std::size_t{16} << 20;  ///< of one document; longer ones are refused
};

/// An input that could not be read, in words: `news/a.txt: no such file`.
struct InputProblem {
  std::string message;
};

using InputItem = std::variant<RawInput, InputProblem>;

class LineSource;

class Input {
 public:
  /// Lists the folders at once, sorted by name; reads nothing else yet.
  Input(InputOptions options, Interrupt& interrupt);
  ~Input();

  /// True where more than one document may come.
  bool several() const { return several_; }
  /// Files to read; documents may be more.
  std::size_t file_count() const { return file_count_; }
  /// Files begun so far, and the current one's name.
  std::size_t files_begun() const { return files_begun_; }

  /// Folders that were named and hold nothing to read.
  const std::vector<std::string>& empty_folders() const { return empty_folders_; }

  bool interrupted() const { return interrupt_.by_signal(); }

  /// The next document or problem; nullopt at the end or when interrupted.
  std::optional<InputItem> next();

 private:
  std::optional<InputItem> next_record();
  /// Ends the record file being read.
  InputItem close_with(InputProblem problem);
  std::optional<InputItem> open(const ListedPath& file);
  std::optional<InputItem> read_whole(const ListedPath& file, int fd);

  InputOptions options_;
  Interrupt& interrupt_;
  FileList files_;
  std::size_t file_count_ = 0;
  std::atomic<std::size_t> files_begun_ = 0;          ///< progress looks at it from another thread
  std::vector<std::string> empty_folders_;
  bool several_ = false;
  std::unique_ptr<LineSource> lines_;                 ///< of the record file being read
  bool values_ = false;                               ///< its records are JSON values, not lines
};

}  // namespace incidents::cli
