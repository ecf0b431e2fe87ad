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

/// Milliseconds that a run has to end by itself: a reader of ours that does not read, or a text that takes long, must
/// not make a process that only kill -9 ends.
constexpr int kGrace = 10000;

bool is_ignored(int signal) {
  struct sigaction action {};
  return sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN;
}

sigset_t watched_signals() {
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, SIGINT);
  sigaddset(&set, SIGTERM);
  if (!is_ignored(SIGHUP)) sigaddset(&set, SIGHUP);
  return set;
}

void make_readable(int event) {
  const std::uint64_t one = 1;
  [[maybe_unused]] const auto written = write(event, &one, sizeof one);
}

/// As if the signal had never been blocked.
void die_of(int signal_number) {
  signal(signal_number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, signal_number);
  pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
  raise(signal_number);
}

}  // namespace

Interrupt::Interrupt() {
  const sigset_t set = watched_signals();
  pthread_sigmask(SIG_BLOCK, &set, nullptr);
  signal(SIGPIPE, SIG_IGN);
  signals_ = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
  stop_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  over_ = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  watcher_ = std::thread([this] { watch(); });
}

Interrupt::~Interrupt() {
  make_readable(over_);
  watcher_.join();
  for (const int fd : {signals_, stop_, over_}) close(fd);
}

void Interrupt::stop() {
  stopped_ = true;
  make_readable(stop_);
}

bool Interrupt::wait_readable(int fd) const {
  for (;;) {
    pollfd waits[] = {{fd, POLLIN, 0}, {stop_, POLLIN, 0}};
    const int ready = poll(waits, 2, -1);
    if (ready < 0 && errno == EINTR) continue;
    return !stopped_ && ready > 0 && waits[0].revents != 0;
  }
}

int Interrupt::wait_signal(int timeout, bool& over) const {
  for (;;) {
    pollfd waits[] = {{signals_, POLLIN, 0}, {over_, POLLIN, 0}};
    const int ready = poll(waits, 2, timeout);
    if (ready < 0 && errno == EINTR) continue;
    over = waits[1].revents != 0;
    signalfd_siginfo taken{};
    const bool came = read(signals_, &taken, sizeof taken) == static_cast<ssize_t>(sizeof taken);
    if (came || over || ready == 0) return came ? static_cast<int>(taken.ssi_signo) : 0;
  }
}

void Interrupt::watch() {
  bool over = false;
  const int first = wait_signal(-1, over);
  if (first == 0) return;
  by_signal_ = true;
  stop();
  const int second = wait_signal(kGrace, over);
  if (second != 0 || !over) die_of(second != 0 ? second : first);
}

}  // namespace incidents::cli
