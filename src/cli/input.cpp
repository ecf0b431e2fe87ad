#include "cli/input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <system_error>

#include "cli/line_source.h"
#include "cli/listing.h"
#include "incidents/date.h"

namespace incidents::cli {
namespace {

using Kind = ReadState::Kind;

std::string shown(const std::string& path) { return path == "-" ? "standard input" : path; }

InputProblem problem(const std::string& path, std::string_view what) {
  return {fmt::format("{}: {}", shown(path), what)};
}

std::optional<Date> modified_date(int fd) {
  struct stat status {};
  if (fstat(fd, &status) != 0) return std::nullopt;
  const std::chrono::sys_seconds time{std::chrono::seconds{status.st_mtime}};
  const std::chrono::year_month_day day{std::chrono::floor<std::chrono::days>(time)};
  return make_date(static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())),
                   static_cast<int>(static_cast<unsigned>(day.day())));
}

bool is_blank(const std::string& line) { return line.find_first_not_of(" \t\r") == std::string::npos; }

std::string too_long_message(std::size_t max_bytes) {
  return fmt::format("longer than {} MB, not an article (--max-mb raises the limit)", max_bytes >> 20);
}

std::string read_failure(const ReadState& state, std::size_t max_bytes) {
  if (state.kind == Kind::too_long) return too_long_message(max_bytes);
  if (state.kind == Kind::utf16) return "records in UTF-16 are not read; iconv -f UTF-16 -t UTF-8 makes them readable";
  return std::generic_category().message(state.error);
}

}  // namespace

Input::Input(InputOptions options, Interrupt& interrupt) : options_(std::move(options)), interrupt_(interrupt) {
  for (const std::string& path : options_.paths) {
    const std::size_t before = files_.size();
    list_files(path, options_.kind, {options_.glob, options_.output}, files_);
    if (files_.size() == before) empty_folders_.push_back(path);
    several_ |= files_.size() != before + 1 || holds_several(path, options_.kind);
  }
  several_ |= options_.paths.size() > 1;
  file_count_ = files_.size();
}

Input::~Input() = default;

std::optional<InputItem> Input::next() {
  for (;;) {
    if (interrupt_.stopped()) return std::nullopt;
    if (lines_) {
      if (auto item = next_record()) return item;
      if (interrupt_.stopped()) return std::nullopt;
      lines_.reset();
    }
    auto file = files_.next();
    if (!file) return std::nullopt;
    ++files_begun_;
    if (auto item = open(*file)) return item;
  }
}

std::optional<InputItem> Input::next_record() {
  RawInput raw;
  raw.kind = RawInput::Kind::record;
  for (;;) {
    const ReadState state = values_ ? lines_->next_value(raw.bytes) : lines_->next_line(raw.bytes);
    const std::string path = lines_->path();
    if (state.kind == Kind::end && values_) {
      if (lines_->in_array()) return close_with(problem(path, "the array is not closed; is the file cut off?"));
      if (lines_->number() == 0) return close_with(problem(path, "no record in it"));
    }
    if (state.kind == Kind::end || state.kind == Kind::stopped) return std::nullopt;
    if (path != "-") raw.path = path;
    raw.line = lines_->number();
    if (state.kind == Kind::too_long) return problem(raw.label(), too_long_message(options_.max_bytes));
    if (state.kind != Kind::ok) return close_with(problem(path, read_failure(state, options_.max_bytes)));
    if (!is_blank(raw.bytes)) return raw;
  }
}

InputItem Input::close_with(InputProblem problem) {
  lines_.reset();
  return problem;
}

std::optional<InputItem> Input::open(const ListedPath& file) {
  if (!file.problem.empty()) return problem(file.path, file.problem);
  const int fd = file.path == "-" ? STDIN_FILENO : ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return problem(file.path, std::generic_category().message(errno));
  lines_ = std::make_unique<LineSource>(fd, file.path, interrupt_, options_.max_bytes);
  values_ = file.kind == InputKind::json || (file.kind == InputKind::ndjson && lines_->begins_array());
  if (values_ || file.kind == InputKind::ndjson) return std::nullopt;
  auto item = read_whole(file, fd);
  lines_.reset();
  return item;
}

std::optional<InputItem> Input::read_whole(const ListedPath& file, int fd) {
  RawInput raw;
  raw.kind = file.kind == InputKind::html ? RawInput::Kind::html : RawInput::Kind::text;
  if (file.path != "-") raw.path = file.path;
  if (options_.want_modified) raw.modified = modified_date(fd);
  const ReadState state = lines_->read_all(raw.bytes);
  if (state.kind == Kind::stopped) return std::nullopt;
  if (state.kind != Kind::ok) return problem(file.path, read_failure(state, options_.max_bytes));
  return raw;
}

}  // namespace incidents::cli
