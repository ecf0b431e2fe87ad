#include "cli/sink.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

#include "incidents/error.h"

namespace incidents::cli {
namespace {

constexpr std::size_t kBuffer = std::size_t{64} << 10;

}  // namespace

bool Sink::is_special(const std::string& path) {
  struct stat status {};
  return path == "-" || (stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode));
}

Sink::Sink(const std::optional<std::string>& path) {
  if (!path || *path == "-") return;
  shown_ = *path;
  if (is_special(*path)) {
    fd_ = open(path->c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    path_ = *path;
    fd_ = open(partial_path(path_).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  }
  if (fd_ < 0) fail(errno);
}

Sink::Sink(const std::string& path, std::uint64_t keep) : path_(path), shown_(path) {
  fd_ = open(partial_path(path_).c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
  if (fd_ < 0) fail(errno);
  if (ftruncate(fd_, static_cast<off_t>(keep)) != 0 || lseek(fd_, 0, SEEK_END) < 0) fail(errno);
}

Sink::~Sink() {
  if (fd_ > 2) close(fd_);
  if (!path_.empty() && !keep_partial_) unlink(partial_path(path_).c_str());
}

void Sink::fail(int error) const {
  throw Error(ErrorCode::output, fmt::format("cannot write {}: {}", shown_, std::generic_category().message(error)));
}

bool Sink::write(std::string_view bytes) {
  buffer_ += bytes;
  return buffer_.size() < kBuffer || flush();
}

bool Sink::flush() {
  for (std::size_t at = 0; at < buffer_.size() && !closed_;) {
    const ssize_t written = ::write(fd_, buffer_.data() + at, buffer_.size() - at);
    if (written >= 0) {
      at += static_cast<std::size_t>(written);
    } else if (errno == EPIPE) {
      closed_ = true;
    } else if (errno != EINTR) {
      const int error = errno;
      buffer_.clear();
      fail(error);
    }
  }
  buffer_.clear();
  return !closed_;
}

void Sink::commit() {
  flush();
  if (path_.empty()) return;
  if (close(fd_) != 0) fail(errno);
  fd_ = -1;
  if (std::rename(partial_path(path_).c_str(), path_.c_str()) != 0) fail(errno);
  path_.clear();
}

}  // namespace incidents::cli
