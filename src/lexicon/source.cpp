#include "lexicon/source.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "lexicon/suggest.h"
#include "text/decode.h"

namespace incidents {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::string contents((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (!in) throw data_error(path.string(), 0, 0, {}, "cannot be read");
  return contents;
}

std::string_view trim(std::string_view text, std::uint32_t& dropped_before) {
  const auto is_blank = [](char c) { return c == ' ' || c == '\r'; };
  while (!text.empty() && is_blank(text.front())) {
    text.remove_prefix(1);
    ++dropped_before;
  }
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

std::vector<Cell> split_cells(std::string_view line) {
  std::vector<Cell> cells;
  std::uint32_t column = 1;
  while (true) {
    const std::size_t tab = line.find('\t');
    const std::string_view raw = line.substr(0, tab);
    std::uint32_t blanks = 0;
    std::string_view text = trim(raw, blanks);
    if (text == "-") text = {};
    cells.push_back({text, column + blanks});
    if (tab == std::string_view::npos) return cells;
    column += count_code_points(raw) + 1;
    line.remove_prefix(tab + 1);
  }
}

bool is_comment_or_blank(std::string_view line) {
  std::uint32_t blanks = 0;
  return line.starts_with('#') || trim(line, blanks).find_first_not_of('\t') == std::string_view::npos;
}

}  // namespace

DataFiles read_data_files(const std::string& folder, const std::string& shown, bool overlay) {
  DataFiles files;
  try {
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
      const auto extension = entry.path().extension();
      if (!entry.is_regular_file() || (extension != ".tsv" && extension != ".rules")) continue;
      const std::string name = entry.path().lexically_relative(folder).generic_string();
      files.push_back({name, read_file(entry.path()), shown + "/" + name, overlay});
    }
  } catch (const fs::filesystem_error& failure) {
    throw data_error(folder, 0, 0, {}, "cannot be read: " + failure.code().message());
  }
  std::sort(files.begin(), files.end(), [](const DataFile& a, const DataFile& b) { return a.name < b.name; });
  return files;
}

Error data_error(std::string_view file, std::uint32_t line, std::uint32_t column, std::string_view excerpt,
                 std::string message) {
  return Error(ErrorCode::data, std::move(message), {std::string(file), line, column, std::string(excerpt)});
}

std::uint32_t count_code_points(std::string_view utf8) {
  const auto starts = [](char c) { return (static_cast<unsigned char>(c) & 0xC0u) != 0x80u; };
  return static_cast<std::uint32_t>(std::count_if(utf8.begin(), utf8.end(), starts));
}

bool report_bad_utf8(const DataFile& file, Problems& problems) {
  if (decode(file.contents).diagnostics.empty()) return false;
  std::string_view rest = file.contents;
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const Decoded line = decode(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (line.diagnostics.empty()) continue;
    const auto good = std::string_view(line.text).substr(0, line.text.find("\xEF\xBF\xBD"));  // U+FFFD
    problems.push_back(data_error(file.shown, number, count_code_points(good) + 1, line.text, "not valid UTF-8"));
  }
  return true;
}

Sheet::Sheet(const DataFile& file, Problems& problems) : file_(&file) {
  if (report_bad_utf8(file, problems)) return;
  std::string_view rest = file.contents;
  if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
  for (std::uint32_t number = 1; !rest.empty(); ++number) {
    const std::size_t end = rest.find('\n');
    std::string_view line = rest.substr(0, end);
    rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (is_comment_or_blank(line)) {
      continue;
    } else if (columns_.empty()) {
      read_header(line, number, problems);
    } else {
      read_row(line, number, problems);
    }
  }
  if (columns_.empty()) problems.push_back(data_error(file.shown, 0, 0, {}, "no header line that names the columns"));
}

void Sheet::read_header(std::string_view line, std::uint32_t number, Problems& problems) {
  header_line_ = number;
  header_ = line;
  columns_ = split_cells(line);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const Cell& cell = columns_[i];
    if (cell.text.empty()) {
      problems.push_back(data_error(file_->shown, number, cell.column, line, "column without a name"));
    } else if (column(cell.text) < i) {
      problems.push_back(
          data_error(file_->shown, number, cell.column, line, fmt::format("column '{}' is named twice", cell.text)));
    }
  }
}

void Sheet::read_row(std::string_view line, std::uint32_t number, Problems& problems) {
  Row row{number, line, split_cells(line)};
  const auto is_given = [](const Cell& cell) { return !cell.text.empty(); };
  while (row.cells.size() > columns_.size() && !is_given(row.cells.back())) row.cells.pop_back();
  if (row.cells.size() > columns_.size()) {
    problems.push_back(data_error(
        file_->shown, number, row.cells[columns_.size()].column, line,
        fmt::format("cell {} of a row, but the header names {} columns", columns_.size() + 1, columns_.size())));
    return;
  }
  const std::uint32_t end = count_code_points(line) + 1;
  while (row.cells.size() < columns_.size()) row.cells.push_back({{}, end});
  rows_.push_back(std::move(row));
}

std::size_t Sheet::column(std::string_view name) const {
  const auto it = std::find_if(columns_.begin(), columns_.end(), [&](const Cell& cell) { return cell.text == name; });
  return it == columns_.end() ? kNoColumn : static_cast<std::size_t>(it - columns_.begin());
}

std::string_view Sheet::text(const Row& row, std::size_t column) const {
  return column < row.cells.size() ? row.cells[column].text : std::string_view();
}

Error Sheet::error(const Row& row, std::size_t column, std::string message, std::uint32_t into) const {
  const std::uint32_t at = column < row.cells.size() ? row.cells[column].column + into : 0;
  return data_error(file_->shown, row.line, at, row.excerpt, std::move(message));
}

bool Sheet::require(std::span<const std::string_view> names, Problems& problems) const {
  if (columns_.empty()) return false;
  std::vector<std::string_view> known;
  for (const Cell& cell : columns_) {
    if (std::find(names.begin(), names.end(), cell.text) == names.end()) known.push_back(cell.text);
  }
  bool complete = true;
  for (const std::string_view name : names) {
    if (column(name) != kNoColumn) continue;
    complete = false;
    problems.push_back(data_error(file_->shown, header_line_, 0, header_,
                                  fmt::format("no column '{}'{}", name, did_you_mean(name, known))));
  }
  return complete;
}

}  // namespace incidents
