#include "output/cells.h"

#include <fmt/format.h>

#include <algorithm>

#include "output/utf8.h"

namespace incidents::output {

std::string guarded(std::string_view text) {
  std::string cell = printable(text);
  const auto first = cell.find_first_not_of(' ');
  if (first != std::string::npos && std::string_view("=+-@").find(cell[first]) != std::string_view::npos) {
    cell.insert(cell.begin(), '\'');
  }
  return cell;
}

void append_csv_row(const std::vector<std::string>& cells, std::string& out) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    const std::string& cell = cells[i];
    if (cell.find_first_of(",\"\r\n") == std::string::npos) {
      out += cell;
      continue;
    }
    out += '"';
    for (const char c : cell) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  out += "\r\n";
}

void append_tsv_row(const std::vector<std::string>& cells, std::string& out) {
  out += fmt::format("{}\n", fmt::join(cells, "\t"));
}

std::vector<std::string> actor_names(const Incident& incident, std::initializer_list<std::string_view> roles) {
  std::vector<std::string> names;
  for (const Actor& actor : incident.actors) {
    const bool wanted = std::find(roles.begin(), roles.end(), actor.role) != roles.end();
    if (wanted && std::find(names.begin(), names.end(), actor.name) == names.end()) names.push_back(actor.name);
  }
  return names;
}

std::string joined(const std::vector<std::string>& parts, std::string_view separator) {
  return fmt::format("{}", fmt::join(parts, separator));
}

namespace {
std::string bound(const std::optional<std::int64_t>& value) { return value ? std::to_string(*value) : std::string(); }
}  // namespace

std::string min_of(const std::optional<Casualty>& casualty) {
  return casualty ? bound(casualty->quantity.min) : std::string();
}

std::string max_of(const std::optional<Casualty>& casualty) {
  return casualty ? bound(casualty->quantity.max) : std::string();
}

}  // namespace incidents::output
