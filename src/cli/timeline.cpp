#include "output/timeline.h"

#include <memory>

#include "cli/command.h"
#include "cli/log_input.h"
#include "cli/options.h"
#include "cli/run.h"
#include "cli/sink.h"

namespace incidents::cli {

std::function<int()> declare_timeline(CLI::App& app) {
  struct TimelineOptions {
    LogOptions log;
    std::string by = "day", color = "auto", language = "en";
  };
  const auto options = std::make_shared<TimelineOptions>();
  add_log_options(app, options->log);
  app.add_option("--by", options->by, "A line a day, month or year (default day)")
      ->check(one_of({"day", "month", "year"}))
      ->type_name("UNIT");
  add_color_option(app, options->color);
  add_language_option(app, options->language);
  return [options] {
    output::Timeline timeline(options->by);
    const int code = read_logs(options->log, [&](const Incident& incident, std::uint64_t) { timeline.add(incident); });
    const output::Labels labels = labels_of(Extractor(), options->language);
    output::Style style = make_style(labels, options->language);
    style.color = use_color(options->color, 1);
    std::string out;
    timeline.append_text(style, out);
    Sink sink(std::nullopt);
    sink.write(out);
    sink.commit();
    return code;
  };
}

}  // namespace incidents::cli
