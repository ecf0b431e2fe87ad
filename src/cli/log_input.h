#pragma once
/// Logs that the program wrote, read back document by document.
#include <CLI/CLI.hpp>
#include <functional>
#include <string>
#include <vector>

#include "incidents/incident.h"
#include "output/grouping.h"

namespace incidents::cli {

struct LogOptions {
  std::vector<std::string> paths;
  output::Filter filter;
};

/// LOG…, --type, --country, --since, --until, --min-killed.
void add_log_options(CLI::App& app, LogOptions& options);

/// Calls `visit` with each incident that passes the filter and the number of its document; names bad lines on standard
/// error. The exit code: 0, 1 where a line or file could not be read, 130 interrupted.
int read_logs(const LogOptions& options, const std::function<void(const Incident&, std::uint64_t document)>& visit);

}  // namespace incidents::cli
