#pragma once
/// Where results go: standard output, or a file that bears its name only when it is whole.
#include <optional>
#include <string>
#include <string_view>

namespace incidents::cli {

class Sink {
 public:
  /// Standard output without a path. A regular file is written as `PATH.part` and renamed by commit(); a device or pipe
  /// is written in place. Throws Error(output) where it cannot be opened.
  explicit Sink(const std::optional<std::string>& path);
  /// Goes on after `keep` bytes of `PATH.part`.
  Sink(const std::string& path, std::uint64_t keep);
  /// Removes an uncommitted `PATH.part`, unless keep_partial() was asked for.
  ~Sink();
  Sink(const Sink&) = delete;
  Sink& operator=(const Sink&) = delete;

  /// Throws Error(output) on a full disk and the like. False when the reader of a pipe is gone.
  bool write(std::string_view bytes);
  bool flush();
  /// Gives the file its name.
  void commit();
  void keep_partial() { keep_partial_ = true; }
  bool closed() const { return closed_; }
  /// True where what is written stays: standard output, a device, a pipe.
  bool in_place() const { return path_.empty(); }

  /// True where the path names what cannot be replaced by a rename: -, /dev/null, a named pipe.
  static bool is_special(const std::string& path);
  static std::string partial_path(const std::string& path) { return path + ".part"; }

 private:
  [[noreturn]] void fail(int error) const;

  int fd_ = 1;
  std::string path_;      ///< final name; empty where there is nothing to rename
  std::string shown_ = "standard output";
  std::string buffer_;
  bool closed_ = false;
  bool keep_partial_ = false;
};

}  // namespace incidents::cli
