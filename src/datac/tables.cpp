#include "datac/tables.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <string>
#include <unordered_map>

#include "lexicon/suggest.h"

namespace incidents {
namespace {

class MergedTable {
 public:
  /// `sheet` names the columns; its rows are not added yet.
  explicit MergedTable(const Sheet& sheet) {
    for (const Cell& cell : sheet.columns()) {
      std::string_view name = cell.text;
      if (name.starts_with('*')) {
        name.remove_prefix(1);
        key_.push_back(columns_.size());
      }
      columns_.push_back(name);
    }
    if (key_.empty()) key_.push_back(0);
  }

  void add(const Sheet& sheet, Problems& problems) {
    const auto from = match_columns(sheet, problems);
    if (from.empty()) return;
    for (const Sheet::Row& row : sheet.rows()) add_row(sheet, row, from, problems);
  }

  void write(std::string_view name, LexiconWriter& writer) {
    std::erase_if(rows_, [](const Merged& row) { return row.removed; });
    std::vector<LexiconWriter::TableRow> rows;
    for (Merged& row : rows_) rows.push_back(std::move(row.row));
    writer.add_table(name, columns_, rows);
  }

 private:
  struct Merged {
    LexiconWriter::TableRow row;
    bool overlay = false;
    bool removed = false;
  };

  /// For each column of the table, the sheet's column that gives it; empty when the sheet has a column of its own.
  std::vector<std::size_t> match_columns(const Sheet& sheet, Problems& problems) const {
    std::vector<std::size_t> from(columns_.size(), Sheet::kNoColumn);
    for (std::size_t i = 0; i < sheet.columns().size(); ++i) {
      std::string_view name = sheet.columns()[i].text;
      if (name.starts_with('*')) name.remove_prefix(1);
      const auto it = std::find(columns_.begin(), columns_.end(), name);
      if (it == columns_.end()) {
        problems.push_back(data_error(sheet.file().shown, 0, 0, {},
                                      fmt::format("unknown column '{}'{}", name, did_you_mean(name, columns_))));
        return {};
      }
      from[static_cast<std::size_t>(it - columns_.begin())] = i;
    }
    return from;
  }

  void add_row(const Sheet& sheet, const Sheet::Row& row, const std::vector<std::size_t>& from, Problems& problems) {
    Merged merged{{sheet.file().shown, row.line, {}}, sheet.file().overlay, false};
    for (const std::size_t column : from) merged.row.cells.push_back(sheet.text(row, column));
    if (merged.overlay && !merged.row.cells[0].empty() && merged.row.cells[0].starts_with('-')) {
      merged.row.cells[0].remove_prefix(1);
      merged.removed = true;
    }
    std::string key;
    for (const std::size_t column : key_) key += fmt::format("{}\t", merged.row.cells[column]);
    const auto [it, added] = index_.try_emplace(key, rows_.size());
    if (added && !merged.removed) {
      rows_.push_back(std::move(merged));
    } else if (added) {
      index_.erase(it);
      problems.push_back(sheet.error(row, 0, "no such row to remove"));
    } else if (rows_[it->second].overlay == merged.overlay) {
      problems.push_back(sheet.error(row, from[key_.front()],
                                     fmt::format("a row of this key stands in line {} already",
                                                 rows_[it->second].row.line)));
    } else {
      rows_[it->second] = std::move(merged);
    }
  }

  std::vector<std::string_view> columns_;
  std::vector<std::size_t> key_;  ///< indices into columns_
  std::vector<Merged> rows_;
  std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace

std::string_view file_stem(std::string_view name) {
  name = name.substr(name.rfind('/') + 1);
  return name.substr(0, name.find('.'));
}

void add_tables(const std::vector<Sheet>& sheets, LexiconWriter& writer, Problems& problems) {
  std::map<std::string_view, MergedTable> tables;
  for (const Sheet& sheet : sheets) {
    if (sheet.columns().empty()) continue;
    tables.try_emplace(file_stem(sheet.file().name), sheet).first->second.add(sheet, problems);
  }
  for (auto& [name, table] : tables) table.write(name, writer);
}

}  // namespace incidents
