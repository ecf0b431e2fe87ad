#pragma once
/// Many documents on many cores: a reader, N workers, results in input order. A ticket a document, taken before it is
/// read and given back when its result was consumed, bounds memory whatever the input. One job is the same path.
#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "cli/input.h"
#include "incidents/extractor.h"
#include "output/summary.h"

namespace incidents::cli {

/// What became of one input.
struct Result {
  std::string out;                    ///< formatted, without separators
  std::string problems;               ///< lines for stderr
  std::string name;                   ///< of the input, for progress
  output::Summary summary;
  std::uint32_t unresolved_dates = 0;
  std::uint64_t bytes = 0;
  bool failed = false;
};

struct BatchSteps {
  /// The next input; nullopt at the end. Called by one thread.
  std::function<std::optional<InputItem>()> read;
  /// Called by any worker; depends on its arguments alone.
  std::function<Result(InputItem&&, Scratch&)> work;
  /// In input order, by the calling thread. `idle` is true where no further result is ready yet: the time to flush.
  /// False ends the run.
  std::function<bool(Result&&, bool idle)> consume;
  /// About once a second while the calling thread waits.
  std::function<void()> tick;
  /// Tells a reader that may be waiting for input to give up.
  std::function<void()> stop_reading;
};

/// Runs until the input ends or `consume` says no; rethrows what a step throws.
void run_batch(unsigned jobs, const BatchSteps& steps);

}  // namespace incidents::cli
