#pragma once
/// How far a run is, on standard error.
#include <chrono>
#include <cstdint>
#include <string>

namespace incidents::cli {

enum class ProgressStyle { none, closing, plain, bar };

/// What is going on and where: `name` is what --progress says.
struct ProgressWish {
  std::string name = "auto";
  bool quiet = false;
  bool several = false;              ///< more than one document may come
  bool results_on_terminal = false;  ///< a bar would stand among them
};

/// `auto` is a bar on a terminal, only the closing line where the results go there too, and nothing for one article;
/// quiet is none.
ProgressStyle progress_style(const ProgressWish& wish);

struct RunCounts {
  std::uint64_t documents = 0;
  std::uint64_t incidents = 0;
  std::uint64_t errors = 0;
  std::uint64_t bytes = 0;
};

class Progress {
 public:
  explicit Progress(ProgressStyle style);

  /// Shows the state where it is time to: `done` of `all` files begun (`all` 0: not known).
  void show(const RunCounts& counts, std::size_t done, std::size_t all, const std::string& current);
  /// Takes the bar away, so that a message can stand there.
  void clear();
  /// The closing line.
  void close(const RunCounts& counts);

 private:
  using Clock = std::chrono::steady_clock;
  double seconds() const;

  ProgressStyle style_;
  Clock::time_point begun_ = Clock::now();
  Clock::time_point shown_ = begun_;
  bool visible_ = false;
};

}  // namespace incidents::cli
