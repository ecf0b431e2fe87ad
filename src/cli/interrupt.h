#pragma once
/// Ctrl-C as a value: SIGINT and SIGTERM are blocked in all threads and read from a descriptor by whoever waits for
/// input, so that no handler and no global is needed. A second Ctrl-C ends the process at once.
#include <atomic>

namespace incidents::cli {

class Interrupt {
 public:
  /// Blocks the signals in the calling thread; make it before any other thread starts. Ignores SIGPIPE.
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  /// Asks the reader to stop, from any thread.
  void stop();
  /// True when the reader was stopped, by a signal or by stop(). Does not wait.
  bool stopped();
  /// True when it was a signal.
  bool by_signal() const { return by_signal_; }
  /// Waits until `fd` can be read (true) or the run is stopped (false).
  bool wait_readable(int fd);

 private:
  bool poll_with(int fd, int timeout);

  int signals_ = -1;
  int wake_ = -1;
  std::atomic<bool> stopped_{false};
  std::atomic<bool> by_signal_{false};
};

}  // namespace incidents::cli
