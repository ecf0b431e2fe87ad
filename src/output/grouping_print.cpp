#include <fmt/format.h>

#include <algorithm>

#include "output/cells.h"
#include "output/grouping.h"
#include "output/json_writer.h"
#include "output/utf8.h"

namespace incidents::output {
namespace {

/// `3`, `3–5`, `12+`, or a dash where nothing was said.
std::string short_total(const Sum& sum) {
  const auto total = sum.total();
  if (!total) return "–";
  if (!total->max) return fmt::format("{}+", total->min.value_or(0));
  return *total->min == *total->max ? fmt::format("{}", *total->max) : fmt::format("{}–{}", *total->min, *total->max);
}

std::string key_label(const Dimension& dimension, const std::string& key, const Style& style) {
  if (dimension.name == "country" && style.country_name) return style.country_name(key, style.language);
  const bool is_term = dimension.name == "type" || dimension.name == "category" || dimension.name == "weapon";
  return printable(is_term ? style.labels->get(key) : key);
}

void append_tally_json(std::string_view name, const Tally& tally, JsonWriter& json) {
  const auto bounds = [&](std::string_view key, const Sum& sum) {
    const auto total = sum.total();
    json.key(key);
    if (!total) return json.null();
    json.open('{');
    json.key("min");
    json.integer(total->min.value_or(0));
    json.key("max");
    total->max ? json.integer(*total->max) : json.null();
    json.close('}');
  };
  json.key(name);
  json.open('{');
  json.key("incidents");
  json.integer(static_cast<std::int64_t>(tally.incidents));
  bounds("killed", tally.killed);
  bounds("injured", tally.injured);
  json.close('}');
}

}  // namespace

void append_grouping_text(const Grouping& grouping, std::size_t top, const Style& style, std::string& out) {
  const auto width = [&](const std::string& text) { return style.width ? style.width(text) : text.size(); };
  std::vector<std::vector<std::string>> table(1);
  for (const Dimension* dimension : grouping.by()) table[0].push_back(style.labels->get(dimension->name));
  for (const char* key : {"incidents", "killed", "injured", "background", "aggregates"}) {
    table[0].push_back(style.labels->get(key));
  }
  for (const auto& [keys, group] : grouping.rows(top)) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < keys.size(); ++i) cells.push_back(key_label(*grouping.by()[i], keys[i], style));
    const Tally single = group->single();
    cells.insert(cells.end(), {std::to_string(single.incidents), short_total(single.killed), short_total(single.injured),
                               std::to_string(group->background.incidents), std::to_string(group->aggregates.incidents)});
    table.push_back(std::move(cells));
  }
  const std::size_t left_out = grouping.rows(0).size() + 1 - table.size();
  std::vector<std::size_t> columns(table[0].size());
  for (const auto& cells : table) {
    for (std::size_t i = 0; i < cells.size(); ++i) columns[i] = std::max(columns[i], width(cells[i]));
  }
  const std::size_t keys = grouping.by().size();
  for (std::size_t r = 0; r < table.size(); ++r) {
    if (r == 0 && style.color) out += "\x1b[1m";
    for (std::size_t i = 0; i < columns.size(); ++i) {
      const std::string blanks(columns[i] - width(table[r][i]), ' ');
      if (i > 0) out += "  ";
      out += i < keys ? table[r][i] + blanks : blanks + table[r][i];
    }
    if (r == 0 && style.color) out += "\x1b[0m";
    out += '\n';
  }
  if (left_out > 0) out += style.labels->fill("more_rows", std::to_string(left_out)) + '\n';
}

void append_grouping_csv(const Grouping& grouping, std::size_t top, std::string& out) {
  std::vector<std::string> header;
  for (const Dimension* dimension : grouping.by()) header.emplace_back(dimension->name);
  for (const char* tally : {"main", "background", "aggregates"}) {
    for (const char* figure : {"incidents", "killed_min", "killed_max", "injured_min", "injured_max"}) {
      header.push_back(fmt::format("{}_{}", tally, figure));
    }
  }
  append_csv_row(header, out);
  for (const auto& [keys, group] : grouping.rows(top)) {
    std::vector<std::string> cells;
    for (const std::string& key : keys) cells.push_back(guarded(key));
    for (const Tally* tally : {&group->main, &group->background, &group->aggregates}) {
      cells.push_back(std::to_string(tally->incidents));
      for (const Sum* sum : {&tally->killed, &tally->injured}) {
        const auto total = sum->total();
        cells.push_back(total ? std::to_string(total->min.value_or(0)) : "");
        cells.push_back(total && total->max ? std::to_string(*total->max) : "");
      }
    }
    append_csv_row(cells, out);
  }
}

void append_grouping_json(const Grouping& grouping, std::size_t top, std::string& out) {
  JsonWriter json(out);
  json.open('[');
  for (const auto& [keys, group] : grouping.rows(top)) {
    json.open('{');
    for (std::size_t i = 0; i < keys.size(); ++i) {
      json.key(grouping.by()[i]->name);
      json.string(keys[i]);
    }
    append_tally_json("main", group->main, json);
    append_tally_json("background", group->background, json);
    append_tally_json("aggregates", group->aggregates, json);
    json.close('}');
  }
  json.close(']');
}

}  // namespace incidents::output
