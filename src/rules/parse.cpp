/// Rule files, line by line: blocks, keys and continuations; patterns are given to pattern.cpp.
#include <algorithm>
#include <optional>
#include <unordered_set>
#include <utility>

#include "incidents/date.h"
#include "lexicon/suggest.h"
#include "rules/pattern.h"
#include "rules/rule.h"

namespace incidents {
namespace {

constexpr std::string_view kBlanks = " \t\r";

std::string_view trim(std::string_view text) {
  const std::size_t first = text.find_first_not_of(kBlanks);
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    std::string_view line = text.substr(0, end);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back(line);
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return lines;
}

/// One logical line: `head = value` or `head` alone, with the lines that go on with it.
struct Statement {
  std::uint32_t indent = 0;
  std::string_view head;  ///< what stands before the first '=', or the whole
  RulePosition head_at;
  bool has_value = false;
  RuleText value;
};

std::uint32_t indent_of(std::string_view line) {
  return static_cast<std::uint32_t>(std::min(line.find_first_not_of(kBlanks), line.size()));
}

bool is_empty_or_comment(std::string_view line) {
  const std::string_view text = trim(line);
  return text.empty() || text.front() == '#';
}

/// Words of a value at blanks, with their byte offsets.
std::vector<std::pair<std::string_view, std::size_t>> words_of(std::string_view text) {
  std::vector<std::pair<std::string_view, std::size_t>> words;
  std::size_t position = 0;
  while ((position = text.find_first_not_of(kBlanks, position)) != std::string_view::npos) {
    const std::size_t end = std::min(text.find_first_of(kBlanks, position), text.size());
    words.emplace_back(text.substr(position, end - position), position);
    position = end;
  }
  return words;
}

class FileParser {
 public:
  FileParser(const DataFile& file, Problems& problems) : problems_(problems) {
    result_.file = &file;
    result_.lines = split_lines(file.contents);
  }

  RuleFile parse() {
    while (std::optional<Statement> statement = next_statement()) {
      try {
        take(*statement);
      } catch (const PatternError& error) {
        report(error.at, error.message);
      }
    }
    close_rule();
    return std::move(result_);
  }

 private:
  void report(RulePosition at, std::string message) {
    problems_.push_back(result_.error(at, std::move(message)));
    rule_is_bad_ = true;
  }

  std::optional<Statement> next_statement() {
    while (line_ < result_.lines.size() && is_empty_or_comment(result_.lines[line_])) ++line_;
    if (line_ == result_.lines.size()) return std::nullopt;
    const std::string_view line = result_.lines[line_];
    Statement statement;
    statement.indent = indent_of(line);
    statement.head_at = position(line_, statement.indent);
    const std::size_t equals = line.find('=');
    statement.has_value = equals != std::string_view::npos;
    statement.head = trim(line.substr(0, equals));
    if (statement.has_value) append(statement, equals + 1);
    ++line_;
    for (; line_ < result_.lines.size(); ++line_) {
      const std::string_view next = result_.lines[line_];
      if (is_empty_or_comment(next)) continue;
      if (!statement.has_value || indent_of(next) <= statement.indent) break;
      append(statement, 0);
    }
    return statement;
  }

  void append(Statement& statement, std::size_t from) {
    const std::string_view line = result_.lines[line_];
    const std::size_t first = line.find_first_not_of(kBlanks, from);
    if (first == std::string_view::npos) return;
    statement.value.append(trim(line.substr(first)), position(line_, first));
  }

  RulePosition position(std::size_t line, std::size_t byte) const {
    RuleText text;
    text.append(result_.lines[line], {static_cast<std::uint32_t>(line + 1), 1});
    return text.at(byte);
  }

  void take(Statement& statement) {
    const auto words = words_of(statement.head);
    const std::string_view keyword = words.empty() ? std::string_view{} : words.front().first;
    if (statement.indent == 0) {
      close_rule();
      if (keyword == "rule") return open_rule(statement);
      if (keyword == "set") return take_set(statement);
      static constexpr std::string_view kBlocks[] = {"rule", "set"};
      return report(statement.head_at, "expected 'rule NAME' or 'set NAME = …'" + did_you_mean(keyword, kBlocks));
    }
    if (!in_rule_) return report(statement.head_at, "an indented line must belong to a rule");
    take_key(statement, keyword);
  }

  void open_rule(const Statement& statement) {
    in_rule_ = true;
    rule_is_bad_ = false;
    rule_ = {};
    const auto words = words_of(statement.head);
    if (statement.has_value || words.size() != 2) {
      return report(statement.head_at, "a rule begins with 'rule' and one name: rule subject.detail");
    }
    rule_.name = words[1].first;
    rule_.at = {statement.head_at.line, statement.head_at.column + static_cast<std::uint32_t>(words[1].second)};
  }

  void take_set(const Statement& statement) {
    const auto words = words_of(statement.head);
    if (!statement.has_value || words.size() != 2) return report(statement.head_at, "a set is 'set NAME = members'");
    SetSource set;
    set.name = words[1].first;
    set.at = {statement.head_at.line, statement.head_at.column + static_cast<std::uint32_t>(words[1].second)};
    set.members = parse_members(statement.value);
    if (set.members.empty()) return report(set.at, "the set is empty");
    for (const PatternTerm& member : set.members) {
      if (member.negated) return report(member.at, "a set has no negated members");
    }
    result_.sets.push_back(std::move(set));
  }

  void take_key(const Statement& statement, std::string_view keyword) {
    // `yes (2024-07-26)` is the one key with an argument.
    const std::string_view key = keyword.substr(0, keyword.find('('));
    static constexpr std::string_view kKeys[] = {"match", "make", "yes", "no"};
    if (std::find(std::begin(kKeys), std::end(kKeys), key) == std::end(kKeys)) {
      return report(statement.head_at,
                    "a rule has match, make, yes and no, but no '" + std::string(key) + "'" + did_you_mean(key, kKeys));
    }
    if (!statement.has_value || statement.value.text().empty()) {
      return report(statement.head_at, "expected '" + std::string(key) + " = …'");
    }
    if (key == "match") {
      if (rule_.match) return report(statement.head_at, "a rule has one match");
      rule_.match = parse_pattern(statement.value);
    } else if (key == "make") {
      take_make(statement);
    } else {
      take_example(statement, key == "yes");
    }
  }

  void take_make(const Statement& statement) {
    if (!rule_.kind.empty()) return report(statement.head_at, "a rule has one make");
    const auto words = words_of(statement.value.text());
    rule_.kind = words.front().first;
    rule_.kind_at = statement.value.at(words.front().second);
    for (auto word = words.begin() + 1; word != words.end(); ++word) {
      rule_.arguments.push_back(argument(statement.value, word->first, word->second));
    }
  }

  RuleArgument argument(const RuleText& source, std::string_view word, std::size_t offset) const {
    const std::size_t equals = word.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == word.size()) {
      throw PatternError{source.at(offset), "expected key=value, got '" + std::string(word) + "'"};
    }
    RuleArgument result;
    result.key = word.substr(0, equals);
    result.is_slot = word[equals + 1] == '$';
    result.value = word.substr(equals + (result.is_slot ? 2 : 1));
    result.at = source.at(offset + equals + 1);
    return result;
  }

  void take_example(const Statement& statement, bool wanted) {
    RuleExample example;
    example.wanted = wanted;
    example.at = statement.value.at(0);
    if (const std::size_t open = statement.head.find('('); open != std::string_view::npos) {
      const std::size_t close = statement.head.find(')', open);
      if (close != std::string_view::npos) {
        example.published = parse_iso_date(trim(statement.head.substr(open + 1, close - open - 1)));
      }
      if (!example.published) {
        return report(statement.head_at, "the day of an example is written yes (2024-07-26) = …");
      }
    }
    const std::string_view text = statement.value.text();
    const std::size_t arrow = text.find("=>");
    example.text = trim(text.substr(0, arrow));
    if (arrow != std::string_view::npos) {
      if (!wanted) return report(statement.value.at(arrow), "a no example wants nothing behind =>");
      for (const auto& [word, offset] : words_of(text.substr(arrow + 2))) {
        example.want.push_back(argument(statement.value, word, arrow + 2 + offset));
      }
    }
    if (example.text.empty()) return report(statement.head_at, "the example is empty");
    rule_.examples.push_back(std::move(example));
  }

  void close_rule() {
    if (!std::exchange(in_rule_, false)) return;
    if (rule_is_bad_) return;
    check_parts();
    if (!rule_is_bad_) result_.rules.push_back(std::move(rule_));
  }

  void check_parts() {
    const auto has = [this](bool wanted) {
      return std::any_of(rule_.examples.begin(), rule_.examples.end(),
                         [wanted](const RuleExample& example) { return example.wanted == wanted; });
    };
    const std::string rule = "rule " + rule_.name;
    if (!rule_.match) report(rule_.at, rule + " has no match");
    if (rule_.kind.empty()) report(rule_.at, rule + " has no make");
    if (!has(true)) report(rule_.at, rule + " has no yes example");
    if (!has(false)) report(rule_.at, rule + " has no no example");
  }

  Problems& problems_;
  RuleFile result_;
  std::size_t line_ = 0;
  RuleSource rule_;
  bool in_rule_ = false;
  bool rule_is_bad_ = false;
};

}  // namespace

Error RuleFile::error(RulePosition at, std::string message) const {
  const std::string_view excerpt = at.line >= 1 && at.line <= lines.size() ? lines[at.line - 1] : std::string_view{};
  return data_error(file->shown, at.line, at.column, excerpt, std::move(message));
}

RuleFile parse_rules(const DataFile& file, Problems& problems) { return FileParser(file, problems).parse(); }

}  // namespace incidents
