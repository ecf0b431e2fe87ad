/// The program: arguments to a subcommand, and the only place where errors become exit codes.
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

}  // namespace

int main(int argc, char** argv) {
  incidents::cli::CommandLine line;
  try {
    return line.run(argc, argv);
  } catch (const CLI::ParseError& error) {
    return line.report(error);
  } catch (const incidents::Error& error) {
    incidents::cli::print_message(error.what());
    return exit_code(error.code());
  } catch (const std::exception& error) {
    incidents::cli::print_message(error.what());
    return 1;
  }
}
