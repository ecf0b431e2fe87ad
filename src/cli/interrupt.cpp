#include "cli/interrupt.h"

#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>

namespace incidents::cli {
namespace {
sigset_t watched_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  return set;
}
}  // namespace

Interrupt::Interrupt() {
  const sigset_t set = watched_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signal(SIGPIPE, SIG_IGN);
  signals_ = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  wake_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
}

Interrupt::~Interrupt() {
  close(signals_);
  close(wake_);
}

void Interrupt::stop() {
  stopped_ = true;
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(wake_, &one, sizeof one);
}

bool Interrupt::stopped() {
  if (!stopped_) poll_with(-1, 0);
  return stopped_;
}

bool Interrupt::wait_readable(int fd) { return poll_with(fd, -1); }

bool Interrupt::poll_with(int fd, int timeout) {
  for (;;) {
    pollfd waits[] = {{fd, POLLIN, 0}, {signals_, POLLIN, 0}, {wake_, POLLIN, 0}};
    const int ready = poll(waits, 3, timeout);
    if (ready < 0 && errno == EINTR) continue;
    if (waits[1].revents != 0) {
      signalfd_siginfo taken;
      [[maybe_unused]] const auto size = read(signals_, &taken, sizeof taken);
      by_signal_ = true;
      stopped_ = true;
      const sigset_t set = watched_signals();
      pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
    }
    if (stopped_) return false;
    return ready > 0 && waits[0].revents != 0;
  }
}

}  // namespace incidents::cli
