#include "cli/line_source.h"

#include <unistd.h>

#include <cerrno>

namespace incidents::cli {
namespace {
constexpr std::size_t kChunk = std::size_t{64} << 10;
using Kind = ReadState::Kind;
}  // namespace

LineSource::LineSource(int fd, std::string path, Interrupt& interrupt, std::size_t max_bytes)
    : fd_(fd), path_(std::move(path)), interrupt_(interrupt), max_bytes_(max_bytes) {}

LineSource::~LineSource() {
  if (fd_ != STDIN_FILENO) close(fd_);
}

ReadState LineSource::fill() {
  if (at_ > 0) {
    buffer_.erase(0, at_);
    at_ = 0;
  }
  if (!interrupt_.wait_readable(fd_)) return {Kind::stopped, 0};
  // Growing the buffer itself would set every byte to zero first, which costs more than most articles do.
  if (chunk_ == nullptr) chunk_ = std::make_unique_for_overwrite<char[]>(kChunk);
  ssize_t got = 0;
  do {
    got = read(fd_, chunk_.get(), kChunk);
  } while (got < 0 && errno == EINTR);
  if (got < 0) return {Kind::failed, errno};
  buffer_.append(chunk_.get(), static_cast<std::size_t>(got));
  return {got == 0 ? Kind::end : Kind::ok, 0};
}

ReadState LineSource::next_line(std::string& line) {
  if (const ReadState state = begin(); state.kind != Kind::ok) return state;
  bool too_long = false;
  std::size_t searched = at_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', searched);
    if (end != std::string::npos) {
      ++number_;
      too_long |= end - at_ > max_bytes_;
      if (!too_long) line.assign(buffer_, at_, end - at_);
      at_ = end + 1;
      return {too_long ? Kind::too_long : Kind::ok, 0};
    }
    if (buffer_.size() - at_ > max_bytes_) {
      too_long = true;
      at_ = buffer_.size();
    }
    const std::size_t kept = buffer_.size() - at_;
    const ReadState state = fill();
    searched = kept;
    if (state.kind == Kind::end) {
      if (kept == 0 && !too_long) return state;
      ++number_;
      line.assign(buffer_, at_, kept);
      at_ = buffer_.size();
      return {too_long ? Kind::too_long : Kind::ok, 0};
    }
    if (state.kind != Kind::ok) return state;
  }
}

ReadState LineSource::begin() {
  if (begun_) return {Kind::ok, 0};
  while (buffer_.size() < 3) {
    const ReadState state = fill();
    if (state.kind == Kind::end) break;
    if (state.kind != Kind::ok) return state;
    // Whatever cannot become a mark needs no third byte, which a slow pipe may keep waiting.
    if (static_cast<unsigned char>(buffer_.front()) < 0x80) break;
  }
  begun_ = true;
  if (buffer_.starts_with("\xff\xfe") || buffer_.starts_with("\xfe\xff")) return {Kind::utf16, 0};
  if (buffer_.starts_with("\xef\xbb\xbf")) at_ = 3;
  return {Kind::ok, 0};
}

bool LineSource::begins_array() {
  if (begin().kind != Kind::ok) return false;
  const std::size_t first = buffer_.find_first_not_of(" \t\r\n", at_);
  return first != std::string::npos && buffer_[first] == '[';
}

ReadState LineSource::skip_to_value() {
  if (const ReadState state = begin(); state.kind != Kind::ok) return state;
  for (;;) {
    at_ += scanner_.skip(std::string_view(buffer_).substr(at_));
    if (at_ < buffer_.size()) return {Kind::ok, 0};
    if (const ReadState state = fill(); state.kind != Kind::ok) return state;
  }
}

ReadState LineSource::next_value(std::string& value) {
  if (const ReadState state = skip_to_value(); state.kind != Kind::ok) return state;
  bool too_long = false;
  ++number_;
  for (;;) {
    const std::size_t length = scanner_.find_end(std::string_view(buffer_).substr(at_));
    const bool found = length != ValueScanner::kMore;
    too_long |= (found ? length : buffer_.size() - at_) > max_bytes_;
    if (found) {
      if (!too_long) value.assign(buffer_, at_, length);
      at_ += length;
      return {too_long ? Kind::too_long : Kind::ok, 0};
    }
    if (too_long) {
      at_ = buffer_.size();
      scanner_.forget();
    }
    const ReadState state = fill();
    if (state.kind == Kind::ok) continue;
    if (state.kind != Kind::end) return state;
    scanner_.give_up();
    value.assign(buffer_, at_);
    at_ = buffer_.size();
    return {too_long ? Kind::too_long : Kind::ok, 0};
  }
}

ReadState LineSource::read_all(std::string& bytes) {
  for (;;) {
    if (buffer_.size() - at_ > max_bytes_) return {Kind::too_long, 0};
    const ReadState state = fill();
    if (state.kind == Kind::ok) continue;
    if (state.kind != Kind::end) return state;
    bytes = at_ == 0 ? std::move(buffer_) : buffer_.substr(at_);
    buffer_.clear();
    at_ = 0;
    return {Kind::ok, 0};
  }
}

}  // namespace incidents::cli
