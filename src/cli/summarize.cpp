#include <memory>
#include <optional>

#include "cli/command.h"
#include "cli/log_input.h"
#include "cli/options.h"
#include "cli/run.h"
#include "cli/sink.h"

namespace incidents::cli {
namespace {

struct SummarizeOptions {
  LogOptions log;
  std::vector<std::string> by;
  std::string format;
  std::optional<std::size_t> top;
  std::string color = "auto", language = "en";
};

/// What is shown when --by does not say.
constexpr std::string_view kUsual[] = {"type", "country", "state", "month", "actor", "weapon"};

std::vector<output::Grouping> groupings_of(const std::vector<std::string>& by) {
  std::vector<output::Grouping> groupings;
  if (by.empty()) {
    for (const std::string_view name : kUsual) groupings.emplace_back(std::vector{output::find_dimension(name)});
    return groupings;
  }
  std::vector<const output::Dimension*> dimensions;
  for (const std::string& name : by) dimensions.push_back(output::find_dimension(name));
  groupings.emplace_back(std::move(dimensions));
  return groupings;
}

void append_text(const output::Summary& summary, const std::vector<output::Grouping>& groupings, std::size_t top,
                 std::uint64_t doubtful, const output::Style& style, std::string& out) {
  for (const output::Grouping& grouping : groupings) {
    if (grouping.rows(1).empty()) continue;
    output::append_grouping_text(grouping, top, style, out);
    out += '\n';
  }
  output::append_tallies_text(summary, style, out);
  if (doubtful > 0) out += style.labels->fill("double_counts", std::to_string(doubtful)) + '\n';
}

std::string as_json(const output::Summary& summary, const std::vector<output::Grouping>& groupings, std::size_t top,
                    std::uint64_t doubtful) {
  std::string out = "{\"schema\":\"incidents-summary/1\",\"summary\":";
  output::append_summary_json(summary, out);
  out += ",\"doubtful_double_counts\":" + std::to_string(doubtful) + ",\"tables\":[";
  for (std::size_t i = 0; i < groupings.size(); ++i) {
    if (i > 0) out += ',';
    out += "{\"by\":[";
    for (std::size_t d = 0; d < groupings[i].by().size(); ++d) {
      out += (d > 0 ? ",\"" : "\"") + std::string(groupings[i].by()[d]->name) + '"';
    }
    out += "],\"rows\":";
    output::append_grouping_json(groupings[i], top, out);
    out += '}';
  }
  return out + "]}\n";
}

int summarize(const SummarizeOptions& options) {
  const std::size_t top = options.top.value_or(options.format == "text" ? 20 : 0);
  auto groupings = groupings_of(options.by);
  output::Summary summary;
  output::DoubleCounts double_counts;
  const int code = read_logs(options.log, [&](const Incident& incident, std::uint64_t document) {
    summary.add(incident);
    double_counts.add(incident, document);
    for (output::Grouping& grouping : groupings) grouping.add(incident);
  });
  std::string out;
  if (options.format == "json") {
    out = as_json(summary, groupings, top, double_counts.doubtful());
  } else if (options.format == "csv") {
    for (const output::Grouping& grouping : groupings) output::append_grouping_csv(grouping, top, out);
  } else {
    const output::Labels labels = labels_of(Extractor(), options.language);
    output::Style style = make_style(labels, options.language);
    style.color = use_color(options.color, 1);
    append_text(summary, groupings, top, double_counts.doubtful(), style, out);
  }
  Sink sink(std::nullopt);
  sink.write(out);
  sink.commit();
  return code;
}

}  // namespace

std::function<int()> declare_summarize(CLI::App& app) {
  const auto options = std::make_shared<SummarizeOptions>();
  add_log_options(app, options->log);
  std::vector<std::string> names;
  for (const output::Dimension& dimension : output::dimensions()) names.emplace_back(dimension.name);
  app.add_option("--by", options->by, "Count by one or more of: type, category, country, state, place, year, month, day, actor, weapon")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->check(one_of(names))
      ->type_name("A,B");
  app.add_option("--top", options->top, "Rows of a table at most; 0 is all (default: 20 in text, all in JSON and CSV)")->type_name("N");
  add_format_option(app, options->format, {"text", "json", "csv"});
  add_color_option(app, options->color);
  add_language_option(app, options->language);
  return [options] {
    if (options->format == "csv" && options->by.empty()) options->by = {"type"};
    return summarize(*options);
  };
}

}  // namespace incidents::cli
