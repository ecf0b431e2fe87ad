#include "datac/columns.h"

#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "datac/tables.h"
#include "lexicon/suggest.h"

namespace incidents {
namespace {

/// Calls `visit` with each blank-separated word and its offset in bytes.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin) visit(text.substr(begin, end - begin), begin);
    begin = end + 1;
  }
}

/// A column's name without the mark of a key.
std::string_view plain(std::string_view name) {
  if (name.starts_with('*')) name.remove_prefix(1);
  return name;
}

std::size_t find_column(const Sheet& sheet, std::string_view name) {
  for (std::size_t i = 0; i < sheet.columns().size(); ++i) {
    if (plain(sheet.columns()[i].text) == name) return i;
  }
  return Sheet::kNoColumn;
}

class ColumnCheck {
 public:
  ColumnCheck(const std::vector<Sheet>& sheets, Problems& problems) : sheets_(sheets), problems_(problems) {}

  void run() {
    each_sheet("columns", [&](const Sheet& sheet) {
      for (const Sheet::Row& row : sheet.rows()) check(sheet, row);
    });
  }

 private:
  template <class Visit>
  void each_sheet(std::string_view table, Visit visit) const {
    for (const Sheet& sheet : sheets_) {
      if (file_stem(sheet.file().name) == table) visit(sheet);
    }
  }

  /// Every word of the column, each behind `mark`. False where no table has such a column.
  bool collect(std::string_view table, std::string_view column, std::string_view mark, std::vector<std::string>& out) const {
    bool known = false;
    each_sheet(table, [&](const Sheet& sheet) {
      const std::size_t c = find_column(sheet, column);
      known = known || c != Sheet::kNoColumn;
      for (const Sheet::Row& row : sheet.rows()) {
        for_each_word(sheet.text(row, c), [&](std::string_view word, std::size_t) { out.push_back(fmt::format("{}{}", mark, word)); });
      }
    });
    return known;
  }

  std::vector<std::string> read_domain(const Sheet& sheet, const Sheet::Row& row) {
    const std::size_t holds = find_column(sheet, "holds");
    std::vector<std::string> domain;
    for_each_word(sheet.text(row, holds), [&](std::string_view word, std::size_t) {
      const std::size_t dot = word.find('.');
      const std::string_view mark = word.starts_with('@') ? word.substr(0, 1) : std::string_view();
      if (dot == std::string_view::npos) domain.emplace_back(word);
      else if (!collect(word.substr(mark.size(), dot - mark.size()), word.substr(dot + 1), mark, domain)) {
        problems_.push_back(sheet.error(row, holds, fmt::format("no table has a column '{}'", word.substr(mark.size()))));
      }
    });
    return domain;
  }

  void check(const Sheet& sheet, const Sheet::Row& row) {
    const std::string_view table = sheet.text(row, find_column(sheet, "table")), column = sheet.text(row, find_column(sheet, "column"));
    const std::vector<std::string> domain = read_domain(sheet, row);
    bool known = false;
    each_sheet(table, [&](const Sheet& checked) {
      const std::size_t c = find_column(checked, column);
      if (c == Sheet::kNoColumn) return;
      known = true;
      for (const Sheet::Row& r : checked.rows()) check_cell(checked, r, c, domain);
    });
    if (!known) problems_.push_back(sheet.error(row, find_column(sheet, "column"), fmt::format("no table has a column '{}.{}'", table, column)));
  }

  void check_cell(const Sheet& sheet, const Sheet::Row& row, std::size_t column, const std::vector<std::string>& domain) {
    const std::string_view cell = sheet.text(row, column);
    if (sheet.file().overlay && column == 0 && cell.starts_with('-')) return;  // a row that it removes
    for_each_word(cell, [&](std::string_view word, std::size_t begin) {
      if (std::find(domain.begin(), domain.end(), word) != domain.end()) return;
      const std::vector<std::string_view> names(domain.begin(), domain.end());
      problems_.push_back(sheet.error(row, column, fmt::format("unknown {} '{}'{}", plain(sheet.columns()[column].text), word, did_you_mean(word, names)),
                                      count_code_points(cell.substr(0, begin))));
    });
  }

  const std::vector<Sheet>& sheets_;
  Problems& problems_;
};

}  // namespace

void check_columns(const std::vector<Sheet>& sheets, Problems& problems) { ColumnCheck(sheets, problems).run(); }

}  // namespace incidents
