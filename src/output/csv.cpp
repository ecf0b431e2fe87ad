#include "output/cells.h"
#include "output/columns.h"
#include "output/formats.h"

namespace incidents::output {
namespace {

std::vector<std::string> header() {
  std::vector<std::string> names;
  for (const Column& column : columns()) names.emplace_back(column.name);
  return names;
}

std::vector<std::string> row_of(const Document& document, const Incident& incident) {
  std::vector<std::string> cells;
  for (const Column& column : columns()) {
    std::string value = column.value(document, incident);
    cells.push_back(column.kind == Column::Kind::text ? guarded(value) : std::move(value));
  }
  return cells;
}

}  // namespace

void begin_csv(const Style& style, std::string& out) {
  if (style.bom) out += "\xef\xbb\xbf";
  append_csv_row(header(), out);
}

void record_csv(const Document& document, const Style&, std::string& out) {
  for (const Incident& incident : document.incidents) append_csv_row(row_of(document, incident), out);
}

void begin_tsv(const Style& style, std::string& out) {
  if (style.bom) out += "\xef\xbb\xbf";
  append_tsv_row(header(), out);
}

void record_tsv(const Document& document, const Style&, std::string& out) {
  for (const Incident& incident : document.incidents) append_tsv_row(row_of(document, incident), out);
}

}  // namespace incidents::output
