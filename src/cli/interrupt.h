#pragma once
/// Ctrl-C as a value: SIGINT and SIGTERM (and SIGHUP, unless nohup has it ignored) are blocked in all threads and read
/// from a descriptor by a thread that does nothing else, so that no handler and no global is needed. The first asks the
/// run to stop; a second, or a run that has not stopped some seconds later, ends the process at once.
#include <atomic>
#include <thread>

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
  bool stopped() const { return stopped_; }
  /// True when it was a signal.
  bool by_signal() const { return by_signal_; }
  /// Waits until `fd` can be read (true) or the run is stopped (false).
  bool wait_readable(int fd) const;

 private:
  void watch();
  /// The signal that came, 0 when the run is over or `timeout` milliseconds have passed.
  int wait_signal(int timeout, bool& over) const;

  int signals_ = -1;
  int stop_ = -1;  ///< readable once the run is stopped
  int over_ = -1;  ///< readable once the watching thread may end
  std::atomic<bool> stopped_{false};
  std::atomic<bool> by_signal_{false};
  std::thread watcher_;
};

}  // namespace incidents::cli
