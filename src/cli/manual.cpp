#include <fmt/format.h>

#include "cli/shell_files.h"
#include "cli/version.h"
#include "output/utf8.h"

namespace incidents::cli {
namespace {

constexpr char32_t kEllipsis = 0x2026;

/// Text that roff takes as it stands: dashes and backslashes escaped, all of it ASCII, no line begins with a request.
std::string roff(std::string_view text) {
  std::string out;
  bool line_start = true;
  for (std::size_t at = 0; at < text.size();) {
    const output::CodePoint c = output::decode_at(text, at);
    if (line_start && (c.value == '.' || c.value == '\'')) out += "\\&";
    if (c.value == '-' || c.value == '\\') out += '\\';
    c.value < 0x80 ? out.append(text, at, c.length) : out.append(c.value == kEllipsis ? "..." : "?");
    line_start = c.value == '\n';
    at += c.length;
  }
  return out;
}

std::string option_heading(const CLI::Option& option) {
  std::string names;
  for (const std::string& name : option.get_snames()) names += (names.empty() ? "-" : ", -") + name;
  for (const std::string& name : option.get_lnames()) names += (names.empty() ? "--" : ", --") + name;
  if (option.get_positional()) names = option.get_name(true);
  std::string type = option.get_items_expected_max() > 0 ? option.get_type_name() : "";
  type = type.substr(0, type.find(':'));
  return type.empty() || option.get_positional() ? fmt::format("\\fB{}\\fR", roff(names))
                                                 : fmt::format("\\fB{}\\fR \\fI{}\\fR", roff(names), roff(type));
}

void append_command(const CLI::App& app, std::string& out) {
  out += fmt::format(".SS incidents {}\n{}.\n", roff(app.get_name()), roff(app.get_description()));
  for (const CLI::Option* option : app.get_options()) {
    out += fmt::format(".TP\n{}\n{}.\n", option_heading(*option), roff(option->get_description()));
  }
  const std::string footer = app.get_footer();
  if (!footer.empty()) out += ".PP\n.nf\n" + roff(footer) + ".fi\n";
}

}  // namespace

std::string manual_page(const CLI::App& root) {
  std::string out = fmt::format(
      ".TH INCIDENTS 1 \"\" \"incidents {}\" \"User Commands\"\n"
      ".SH NAME\nincidents \\- Hindi news to incident logs\n"
      ".SH SYNOPSIS\n\\fBincidents\\fR \\fICOMMAND\\fR [\\fIOPTIONS\\fR] [\\fIPATH\\fR...]\n"
      ".SH DESCRIPTION\n{}\n"
      ".PP\nIt works offline, by rules and words that are data. The same command gives the same bytes on every machine.\n"
      ".SH COMMANDS\n",
      roff(INCIDENTS_VERSION), roff(root.get_description()));
  for (const CLI::App* app : root.get_subcommands([](const CLI::App*) { return true; })) append_command(*app, out);
  out +=
      ".SH EXIT STATUS\n"
      ".TP\n0\nAll done; also when no incident was found, and when the reader of a pipe went away.\n"
      ".TP\n1\nSome input could not be read, or the result not be written; the rest was done.\n"
      ".TP\n2\nThe command line or the data is wrong.\n"
      ".TP\n130\nInterrupted; what was written is whole.\n"
      ".SH ENVIRONMENT\n.TP\n\\fBNO_COLOR\\fR\nNo colours, unless \\fB\\-\\-color always\\fR.\n";
  return out;
}

}  // namespace incidents::cli
