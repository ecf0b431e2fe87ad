#pragma once
/// Data files as text: where they come from, their rows, and errors that show the place.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "incidents/error.h"

namespace incidents {

/// One file of a data folder: its name relative to that folder with '/' ("lexicon/weapons.tsv") and its bytes.
struct DataFile {
  std::string name;
  std::string contents;
};

/// In order of name, so that the same files give the same image on every machine.
using DataFiles = std::vector<DataFile>;

/// All problems found so far: a compiler reports many at once. Empty means the data is good.
using Problems = std::vector<Error>;

/// Reads every *.tsv and *.rules file below `folder`, sorted by name. Throws Error(data) when it cannot be read.
DataFiles read_data_files(const std::string& folder);

/// An Error(data) at `column` (code points from 1) of `line`, whose text is `excerpt`.
Error data_error(std::string_view file, std::uint32_t line, std::uint32_t column, std::string_view excerpt,
                 std::string message);

struct Cell {
  std::string_view text;      ///< without surrounding blanks; "-" is given as ""
  std::uint32_t column = 1;   ///< in code points, of the cell's first character
};

struct Row {
  std::uint32_t line = 0;
  std::string_view excerpt;   ///< the whole line
  std::vector<Cell> cells;    ///< as many as the header has columns
};

/// The rows of a TSV file, as views into its contents.
struct Sheet {
  std::string_view file;
  std::vector<std::string_view> columns;
  std::vector<Row> rows;

  /// Index of a column, or kNoColumn.
  std::size_t column(std::string_view name) const;
  Error error(const Row& row, std::size_t column, std::string message, std::uint32_t code_points_in = 0) const;
};

inline constexpr std::size_t kNoColumn = static_cast<std::size_t>(-1);

/// Splits a TSV file. Bad UTF-8, a missing header, duplicate column names and rows with too many cells go to `problems`;
/// such rows are left out.
Sheet read_sheet(const DataFile& file, Problems& problems);

}  // namespace incidents
