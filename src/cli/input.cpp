#include "cli/input.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <nlohmann/json.hpp>
#include <system_error>

#include "cli/json_input.h"
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
  return state.kind == Kind::too_long ? too_long_message(max_bytes) : std::generic_category().message(state.error);
}

}  // namespace

Input::Input(InputOptions options, Interrupt& interrupt) : options_(std::move(options)), interrupt_(interrupt) {
  for (const std::string& path : options_.paths) {
    auto files = list_files(path, options_.kind, options_.glob);
    std::error_code ignored;
    several_ |= files.size() != 1 || files[0].kind == InputKind::json || files[0].kind == InputKind::ndjson ||
                files[0].path != path;
    files_.insert(files_.end(), std::make_move_iterator(files.begin()), std::make_move_iterator(files.end()));
  }
  several_ |= options_.paths.size() > 1;
}

Input::~Input() = default;

std::optional<InputItem> Input::next() {
  for (;;) {
    if (interrupt_.stopped()) return std::nullopt;
    if (!pending_.empty()) {
      RawInput raw = std::move(pending_.back());
      pending_.pop_back();
      return raw;
    }
    if (lines_) {
      if (auto item = next_record()) return item;
      if (interrupt_.stopped()) return std::nullopt;
      lines_.reset();
    }
    if (next_file_ == files_.size()) return std::nullopt;
    if (auto item = open_next()) return item;
  }
}

std::optional<InputItem> Input::next_record() {
  RawInput raw;
  raw.kind = RawInput::Kind::record;
  for (;;) {
    const ReadState state = lines_->next_line(raw.bytes);
    if (state.kind == Kind::end || state.kind == Kind::stopped) return std::nullopt;
    if (lines_->path() != "-") raw.path = lines_->path();
    raw.line = lines_->line_number();
    if (state.kind == Kind::too_long) return problem(raw.label(), too_long_message(options_.max_bytes));
    if (state.kind == Kind::failed) {
      const std::string path = lines_->path();
      lines_.reset();
      return problem(path, std::generic_category().message(state.error));
    }
    if (!is_blank(raw.bytes)) return raw;
  }
}

std::optional<InputItem> Input::open_next() {
  const ListedPath& file = files_[next_file_++];
  if (!file.problem.empty()) return problem(file.path, file.problem);
  const int fd = file.path == "-" ? STDIN_FILENO : open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return problem(file.path, std::generic_category().message(errno));
  lines_ = std::make_unique<LineSource>(fd, file.path, interrupt_, options_.max_bytes);
  if (file.kind == InputKind::ndjson) return std::nullopt;
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
  if (file.kind == InputKind::json) return split_json(file, std::move(raw.bytes));
  return raw;
}

InputItem Input::split_json(const ListedPath& file, std::string bytes) {
  const auto parsed = parse_json(bytes);
  const auto record = [&](std::string text, std::uint64_t number) {
    RawInput raw;
    raw.kind = RawInput::Kind::record;
    raw.bytes = std::move(text);
    if (file.path != "-") raw.path = file.path;
    raw.line = number;
    return raw;
  };
  // What is no array goes on as one record, which reports what is wrong with it.
  const auto* found = std::get_if<nlohmann::ordered_json>(&parsed);
  if (!found || !found->is_array()) return record(std::move(bytes), 1);
  const auto& document = *found;
  if (document.empty()) return problem(file.path, "an empty array, no record in it");
  for (std::size_t i = document.size(); i > 1; --i) pending_.push_back(record(document[i - 1].dump(), i));
  return record(document[0].dump(), 1);
}

}  // namespace incidents::cli
