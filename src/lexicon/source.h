#pragma once
/// Data files as text: where they come from, their rows, and errors that show the place.
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "incidents/error.h"

namespace incidents {

/// One file of a data folder.
struct DataFile {
  std::string name;      ///< relative to the folder, with '/': "lexicon/weapons.tsv"
  std::string contents;
  std::string shown;     ///< how messages and `explain` call it: "data/lexicon/weapons.tsv"
  bool overlay = false;  ///< of a user's folder: its rows and rules replace those of the same key or name
};

/// In order of name, those of an overlay last, so that the same files give the same image on every machine.
using DataFiles = std::vector<DataFile>;

/// All problems found so far: a compiler reports many at once. Empty means the data is good.
using Problems = std::vector<Error>;

/// Reads every *.tsv and *.rules file below `folder`, sorted by name; messages call the folder `shown`. Throws
/// Error(data) when the folder or a file cannot be read.
DataFiles read_data_files(const std::string& folder, const std::string& shown, bool overlay = false);

/// An Error(data) at `column` (code points from 1; 0: the whole line) of `line`, whose text is `excerpt`.
Error data_error(std::string_view file, std::uint32_t line, std::uint32_t column, std::string_view excerpt,
                 std::string message);

/// Code points in valid UTF-8.
std::uint32_t count_code_points(std::string_view utf8);

/// Adds a problem for each line of `file` that is not UTF-8. True when there is one.
bool report_bad_utf8(const DataFile& file, Problems& problems);

struct Cell {
  std::string_view text;     ///< without surrounding blanks; a cell "-" is ""
  std::uint32_t column = 1;  ///< of the cell's first character, in code points from 1
};

/// The rows of a TSV file, as views into its contents.
class Sheet {
 public:
  struct Row {
    std::uint32_t line = 0;
    std::string_view excerpt;  ///< the whole line
    std::vector<Cell> cells;   ///< as many as there are columns
  };
  static constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

  /// Views `file`. Bad UTF-8, a missing header, unnamed or repeated columns and rows with too many cells go to
  /// `problems`; such rows, and all of a file that is not UTF-8, are left out.
  Sheet(const DataFile& file, Problems& problems);

  const DataFile& file() const { return *file_; }
  std::span<const Cell> columns() const { return columns_; }
  std::span<const Row> rows() const { return rows_; }
  std::size_t column(std::string_view name) const;
  /// The cell's text, "" where the sheet has no such column.
  std::string_view text(const Row& row, std::size_t column) const;

  /// An error at a cell, `into` code points behind its begin.
  Error error(const Row& row, std::size_t column, std::string message, std::uint32_t into = 0) const;

  /// Reports each of `names` that is not a column. True when all are there.
  bool require(std::span<const std::string_view> names, Problems& problems) const;

 private:
  void read_header(std::string_view line, std::uint32_t number, Problems& problems);
  void read_row(std::string_view line, std::uint32_t number, Problems& problems);

  const DataFile* file_;
  std::uint32_t header_line_ = 0;
  std::string_view header_;
  std::vector<Cell> columns_;
  std::vector<Row> rows_;
};

}  // namespace incidents
