#include "cli/resume.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <system_error>

#include "cli/sink.h"
#include "incidents/error.h"
#include "output/json_writer.h"

namespace incidents::cli {
namespace {

namespace fs = std::filesystem;

/// The id in a line of `parse` or `annotate`.
std::string id_of_line(const std::string& line) {
  const auto record = nlohmann::json::parse(line, nullptr, false);
  if (!record.is_object()) return {};
  const auto document = record.find("document");
  const auto& holder = document != record.end() && document->is_object() ? *document : record;
  const auto id = holder.find("id");
  return id != holder.end() && id->is_string() ? id->get<std::string>() : std::string();
}

/// An id as a line of JSON gives it back: malformed bytes, as in the name of a file, are not there any more.
std::string as_printed(const std::string& id) {
  std::string text;
  output::JsonWriter(text).string(id);
  return nlohmann::json::parse(text).get<std::string>();
}

}  // namespace

ResumePoint find_resume_point(const std::string& path) {
  const std::string partial = Sink::partial_path(path);
  std::error_code error;
  if (!fs::exists(partial) && fs::exists(path)) {
    fs::copy_file(path, partial, error);
    if (error) throw Error(ErrorCode::output, fmt::format("cannot read {}: {}", path, error.message()));
  }
  ResumePoint point;
  std::ifstream file(partial, std::ios::binary);
  std::string line, last;
  while (std::getline(file, line) && !file.eof()) {
    ++point.documents;
    point.bytes += line.size() + 1;
    std::swap(last, line);
  }
  if (point.documents > 0) point.last_id = id_of_line(last);
  return point;
}

ResumingReader::ResumingReader(Input& input, ArticleOptions options, ResumePoint point, std::string path)
    : input_(input), options_(std::move(options)), point_(std::move(point)), path_(std::move(path)) {}

std::optional<InputItem> ResumingReader::next() {
  while (point_.documents > 0) {
    auto item = input_.next();
    if (!item) {
      if (!input_.interrupted()) refuse();
      return item;
    }
    if (std::holds_alternative<InputProblem>(*item)) return item;
    auto& raw = std::get<RawInput>(*item);
    const std::string label = raw.label();
    auto made = make_article(std::move(raw), options_);
    if (auto* why = std::get_if<std::string>(&made)) return InputProblem{label + ": " + *why};
    --point_.documents;
    if (point_.documents == 0 && as_printed(std::get<Article>(made).info.id) != point_.last_id) refuse();
  }
  return input_.next();
}

void ResumingReader::refuse() const {
  throw Error(ErrorCode::usage, fmt::format("{} was made from other inputs; remove it to begin anew",
                                            Sink::partial_path(path_)));
}

}  // namespace incidents::cli
