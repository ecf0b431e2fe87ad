#include <fmt/format.h>

#include <algorithm>

#include "cli/shell_files.h"

namespace incidents::cli {
namespace {

struct Flag {
  std::vector<std::string> names;     ///< with their dashes
  std::string help;
  std::vector<std::string> values;    ///< what it may be; empty: anything
  bool takes_value = false;
};

struct Subcommand {
  std::string name, help;
  std::vector<Flag> flags;
  std::vector<std::string> words;  ///< what its argument may be; empty: files
};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t from = 0;;) {
    const std::size_t end = text.find(separator, from);
    parts.push_back(text.substr(from, end - from));
    if (end == std::string::npos) return parts;
    from = end + 1;
  }
}

Flag flag_of(const CLI::Option& option) {
  Flag flag;
  for (const std::string& name : option.get_snames()) flag.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) flag.names.push_back("--" + name);
  flag.help = option.get_description();
  flag.takes_value = option.get_items_expected_max() > 0;
  // A checked option's type reads NAME:one|two.
  const std::string type = option.get_type_name();
  const auto colon = type.find(':');
  if (colon != std::string::npos && type.find('|') != std::string::npos) flag.values = split(type.substr(colon + 1), '|');
  return flag;
}

std::vector<Subcommand> subcommands_of(const CLI::App& root) {
  std::vector<Subcommand> subcommands;
  for (const CLI::App* app : root.get_subcommands([](const CLI::App*) { return true; })) {
    Subcommand sub{app->get_name(), app->get_description(), {}, {}};
    for (const CLI::Option* option : app->get_options()) {
      Flag flag = flag_of(*option);
      option->get_positional() ? void(sub.words = std::move(flag.values)) : sub.flags.push_back(std::move(flag));
    }
    subcommands.push_back(std::move(sub));
  }
  return subcommands;
}

std::string names_of(const std::vector<Subcommand>& subcommands, std::string_view separator) {
  std::vector<std::string> names;
  for (const Subcommand& sub : subcommands) names.push_back(sub.name);
  return fmt::format("{}", fmt::join(names, separator));
}

/// In single quotes for a POSIX-like shell.
std::string quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) out += c == '\'' ? std::string("'\\''") : std::string(1, c);
  return out + "'";
}

std::string bash_script(const std::vector<Subcommand>& subcommands) {
  std::string values, flags, words;
  for (const Subcommand& sub : subcommands) {
    if (!sub.words.empty()) {
      words += fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$cur\")); return ;;\n", sub.name, fmt::join(sub.words, " "));
    }
    std::vector<std::string> names;
    for (const Flag& flag : sub.flags) {
      names.insert(names.end(), flag.names.begin(), flag.names.end());
      if (flag.values.empty()) continue;
      std::vector<std::string> patterns;
      for (const std::string& name : flag.names) patterns.push_back(fmt::format("\"{} {}\"", sub.name, name));
      values += fmt::format("    {}) COMPREPLY=($(compgen -W \"{}\" -- \"$cur\")); return ;;\n", fmt::join(patterns, "|"),
                            fmt::join(flag.values, " "));
    }
    flags += fmt::format("    {}) words=\"{}\" ;;\n", sub.name, fmt::join(names, " "));
  }
  return fmt::format(
      "# bash completion for incidents\n"
      "_incidents() {{\n"
      "  local cur=${{COMP_WORDS[COMP_CWORD]}} prev=${{COMP_WORDS[COMP_CWORD-1]}} command= word words=\n"
      "  # --flag=value comes as three words\n"
      "  [[ $cur == = ]] && cur=\n"
      "  [[ $prev == = ]] && prev=${{COMP_WORDS[COMP_CWORD-2]}}\n"
      "  for word in \"${{COMP_WORDS[@]:1:COMP_CWORD-1}}\"; do\n"
      "    case $word in {0}) command=$word; break ;; esac\n"
      "  done\n"
      "  case \"$command $prev\" in\n{1}  esac\n"
      "  case $command in\n"
      "    \"\") COMPREPLY=($(compgen -W \"{2} --help --version\" -- \"$cur\")); return ;;\n"
      "{3}  esac\n"
      "  if [[ $cur == -* ]]; then COMPREPLY=($(compgen -W \"$words\" -- \"$cur\")); return; fi\n"
      "  case $command in\n{4}  esac\n"
      "  compopt -o filenames 2>/dev/null; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")\n"
      "}}\n"
      "complete -F _incidents incidents\n",
      names_of(subcommands, "|"), values, names_of(subcommands, " "), flags, words);
}

/// Specifications of zsh's _arguments, one a name: `'--format=[help]:value:(a b)'`.
std::string zsh_specification(const Flag& flag) {
  std::string help = flag.help;
  for (const char special : {'[', ']', ':'}) std::replace(help.begin(), help.end(), special, ' ');
  const std::string action = !flag.takes_value     ? ""
                             : flag.values.empty() ? ":value:_files"
                                                   : fmt::format(":value:({})", fmt::join(flag.values, " "));
  std::string out;
  for (const std::string& name : flag.names) {
    const std::string_view joint = !flag.takes_value ? "" : name.starts_with("--") ? "=" : "+";  // --name=value, -nvalue
    out += " \\\n        " + quoted(fmt::format("{}{}[{}]{}", name, joint, help, action));
  }
  return out;
}

std::string zsh_script(const std::vector<Subcommand>& subcommands) {
  std::string out = "#compdef incidents\n_incidents() {\n  local -a commands=(\n";
  for (const Subcommand& sub : subcommands) out += "    " + quoted(sub.name + ":" + sub.help) + "\n";
  out += "  )\n  if (( CURRENT == 2 )); then\n    _describe command commands\n    return\n  fi\n  case $words[2] in\n";
  for (const Subcommand& sub : subcommands) {
    out += fmt::format("    {})\n      _arguments", sub.name);
    for (const Flag& flag : sub.flags) out += zsh_specification(flag);
    out += sub.words.empty() ? " \\\n        '*:file:_files' ;;\n"
                             : fmt::format(" \\\n        '2:word:({})' ;;\n", fmt::join(sub.words, " "));
  }
  // Found on fpath the file is the function's first call; sourced it only declares.
  return out + "  esac\n}\nif [[ ${funcstack[1]} == _incidents ]]; then _incidents \"$@\"; else compdef _incidents incidents; fi\n";
}

std::string fish_script(const std::vector<Subcommand>& subcommands) {
  std::string out = "# fish completion for incidents\n";
  for (const Subcommand& sub : subcommands) {
    out += fmt::format("complete -c incidents -f -n __fish_use_subcommand -a {} -d {}\n", sub.name, quoted(sub.help));
    if (!sub.words.empty()) {
      out += fmt::format("complete -c incidents -f -n '__fish_seen_subcommand_from {}' -a '{}'\n", sub.name, fmt::join(sub.words, " "));
    }
    for (const Flag& flag : sub.flags) {
      out += fmt::format("complete -c incidents -n '__fish_seen_subcommand_from {}'", sub.name);
      for (const std::string& name : flag.names) {
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      }
      if (!flag.values.empty()) out += fmt::format(" -x -a '{}'", fmt::join(flag.values, " "));
      if (flag.values.empty() && flag.takes_value) out += " -r";
      out += " -d " + quoted(flag.help) + "\n";
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const CLI::App& root, std::string_view shell) {
  const auto subcommands = subcommands_of(root);
  if (shell == "zsh") return zsh_script(subcommands);
  if (shell == "fish") return fish_script(subcommands);
  return bash_script(subcommands);
}

}  // namespace incidents::cli
