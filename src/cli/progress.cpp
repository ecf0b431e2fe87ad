#include "cli/progress.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdio>

#include "cli/message.h"
#include "output/utf8.h"
#include "text/width.h"

namespace incidents::cli {
namespace {
constexpr std::string_view kClearLine = "\r\x1b[K";

std::string duration(double seconds) {
  const auto whole = static_cast<long>(seconds + 0.5);
  return whole < 60 ? fmt::format("{} s", whole) : fmt::format("{}:{:02} min", whole / 60, whole % 60);
}

std::string counted(std::uint64_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

/// Columns of the terminal; a usual number where it does not say.
std::size_t terminal_columns() {
  winsize size{};
  return ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// The end of `text` that fits, since a line that wraps could not be taken back.
std::string_view fitting_end(std::string_view text, std::size_t columns) {
  while (!text.empty() && display_width(text) > columns) text.remove_prefix(output::decode_at(text, 0).length);
  return text;
}
}  // namespace

ProgressStyle progress_style(const ProgressWish& wish) {
  if (wish.quiet || wish.name == "none") return ProgressStyle::none;
  if (wish.name == "plain") return ProgressStyle::plain;
  if (wish.name == "bar") return ProgressStyle::bar;
  if (!wish.several || isatty(STDERR_FILENO) == 0) return ProgressStyle::none;
  return wish.results_on_terminal ? ProgressStyle::closing : ProgressStyle::bar;
}

Progress::Progress(ProgressStyle style) : style_(style) {}

double Progress::seconds() const { return std::chrono::duration<double>(Clock::now() - begun_).count(); }

void Progress::show(const RunCounts& counts, std::size_t done, std::size_t all, const std::string& current) {
  if (style_ == ProgressStyle::none || style_ == ProgressStyle::closing) return;
  const auto interval = style_ == ProgressStyle::bar ? std::chrono::milliseconds(200) : std::chrono::seconds(10);
  if (Clock::now() - shown_ < interval) return;
  shown_ = Clock::now();
  const double rate = static_cast<double>(counts.documents) / seconds();
  std::string line = all > 1 ? fmt::format("{}/{} files", done, all) : fmt::format("{} documents", counts.documents);
  line += fmt::format(", {:.0f} documents/s", rate);
  if (all > 1 && done > 0) {
    line += ", " + duration(seconds() / static_cast<double>(done) * static_cast<double>(all - done)) + " left";
  }
  const std::string name = output::printable(current);
  const std::size_t taken = line.size() + 3;  // the comma, the blank, and a last column left free
  const std::size_t free = style_ == ProgressStyle::bar ? terminal_columns() : std::string::npos;
  if (!name.empty() && free > taken) line.append(", ").append(fitting_end(name, free - taken));
  if (style_ == ProgressStyle::bar) {
    print_raw(std::string(kClearLine) + line);
    visible_ = true;
  } else {
    print_message(line);
  }
}

void Progress::clear() {
  if (visible_) print_raw(kClearLine);
  visible_ = false;
}

void Progress::close(const RunCounts& counts) {
  clear();
  if (style_ == ProgressStyle::none) return;
  const double elapsed = seconds();
  print_message(fmt::format("{}, {}, {} in {:.1f} s, {:.1f} MB/s", counted(counts.documents, "document"),
                            counted(counts.incidents, "incident"), counted(counts.errors, "error"), elapsed,
                            static_cast<double>(counts.bytes) / 1e6 / elapsed));
}

}  // namespace incidents::cli
