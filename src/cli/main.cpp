/// The program: arguments to a subcommand, and the only place where errors become exit codes.
#include <fcntl.h>
#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <exception>
#include <functional>
#include <string>

#include "cli/command_line.h"
#include "cli/message.h"
#include "incidents/error.h"

namespace {

int exit_code(incidents::ErrorCode code) {
  switch (code) {
    case incidents::ErrorCode::usage:
    case incidents::ErrorCode::data:
      return 2;
    case incidents::ErrorCode::input:
    case incidents::ErrorCode::output:
      return 1;
  }
  return 1;
}

/// Where the caller closed one of the standard descriptors, the next file that we open would take its number and be
/// read or written in its place. /dev/null, opened the wrong way round, keeps the number and fails as a closed one does.
void occupy_standard_descriptors() {
  for (int fd = 0; fd <= 2; ++fd) {
    if (fcntl(fd, F_GETFD) == -1) {
      [[maybe_unused]] const int taken = open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY);
    }
  }
}

/// The exit code of a command line that is asked for help or is wrong.
int run_or_report(incidents::cli::CommandLine& line, int argc, char** argv) {
  try {
    return line.run(argc, argv);
  } catch (const CLI::ParseError& error) {
    return line.report(error);
  }
}

}  // namespace

int main(int argc, char** argv) {
  occupy_standard_descriptors();
  incidents::cli::CommandLine line;
  try {
    return run_or_report(line, argc, argv);
  } catch (const incidents::Error& error) {
    incidents::cli::print_message(error.what());
    return exit_code(error.code());
  } catch (const std::exception& error) {
    incidents::cli::print_message(error.what());
    return 1;
  }
}
