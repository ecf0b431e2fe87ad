/// From trees to programs, in two passes: first all files are parsed, so that names of sets, make arguments and kinds
/// are known; then each rule is emitted as a small automaton (emit.cpp) and put into its phase's index of first atoms.
#include "rules/compile.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <utility>

#include "lexicon/suggest.h"
#include "mentions/mention.h"
#include "rules/emit.h"
#include "rules/program.h"
#include "rules/rules.h"

namespace incidents {
namespace {

constexpr std::string_view kFolder = "rules/";
constexpr std::string_view kExtension = ".rules";
constexpr std::string_view kSharedSets = "00-sets";

/// "rules/50-counts.rules" → "50-counts"; "" for other files.
std::string_view phase_of(std::string_view file) {
  const std::size_t folder = file.rfind(kFolder);
  if (folder == std::string_view::npos || !file.ends_with(kExtension)) return {};
  file.remove_prefix(folder + kFolder.size());
  file.remove_suffix(kExtension.size());
  return file;
}

std::string_view phase_of(const RuleFile& file) { return phase_of(file.file->name); }

/// The index of a phase while it grows: by key, the rules that may begin with it and the groups it belongs to.
struct PhaseIndex {
  std::map<PatternKey, std::vector<RuleId>> starts;
  std::map<PatternKey, std::vector<std::uint32_t>> groups;
  std::map<PatternKeys, std::uint32_t> group_ids;

  /// The number of a group of keys, new or not; groups count from 1.
  std::uint32_t group(const PatternKeys& keys) {
    const auto [at, is_new] = group_ids.try_emplace(keys, static_cast<std::uint32_t>(group_ids.size() + 1));
    if (is_new) {
      for (const PatternKey& key : keys) groups[key].push_back(at->second);
    }
    return at->second;
  }
};

class Compiler {
 public:
  Compiler(Vocabulary& vocabulary, const AttributeNames& attributes, Problems& problems)
      : vocabulary_(vocabulary), problems_(problems), emitter_(vocabulary, program_) {
    for (const std::string_view kind : kMentionKindNames) vocabulary.declare_class(kind);
    if (!attributes.keys.empty()) {
      for (const std::string& key : attributes.keys) emitter_.known.keys.insert(key);
      for (const auto& value : attributes.values) emitter_.known.values.insert(value);
      for (const std::string_view key : kMentionAttributes) emitter_.known.keys.emplace(key);
    }
  }

  CompiledRules compile(const DataFiles& files) {
    for (const DataFile& file : files) {
      if (!phase_of(file.name).empty() && !report_bad_utf8(file, problems_)) {
        files_.push_back(parse_rules(file, problems_));
      }
    }
    // Files of one name, from two folders, are one phase.
    std::stable_sort(files_.begin(), files_.end(),
                     [](const RuleFile& a, const RuleFile& b) { return phase_of(a) < phase_of(b); });
    declare_arguments();
    for (const RuleFile& file : files_) {
      for (const RuleSource& rule : file.rules) {
        if (file.file->overlay) replaced_.insert(rule.name);
      }
    }
    for (const RuleFile& file : files_) {
      if (phase_of(file) == kSharedSets) declare_sets(file, shared_sets_);
    }
    for (std::size_t i = 0; i < files_.size();) {
      std::size_t end = i + 1;
      while (end < files_.size() && phase_of(files_[end]) == phase_of(files_[i])) ++end;
      compile_phase(std::span(files_).subspan(i, end - i));
      i = end;
    }
    add_keys();
    result_.section = program::serialise(program_.view());
    return std::move(result_);
  }

 private:
  void declare_arguments() {
    if (emitter_.known.keys.empty()) return;
    for (const RuleFile& file : files_) {
      for (const RuleSource& rule : file.rules) {
        for (const RuleArgument& argument : rule.arguments) {
          emitter_.known.keys.insert(argument.key);
          if (!argument.is_slot) emitter_.known.values.emplace(argument.key, argument.value);
        }
      }
    }
  }

  void declare_sets(const RuleFile& file, PatternSets& sets) {
    for (const SetSource& set : file.sets) {
      try {
        if (sets.contains(set.name)) throw PatternError{set.at, "the set " + set.name + " is there already"};
        sets.emplace(set.name, emitter_.resolve_members(set.members, sets));
      } catch (const PatternError& error) {
        problems_.push_back(file.error(error.at, error.message));
      }
    }
  }

  void compile_phase(std::span<const RuleFile> files) {
    program::Phase phase;
    phase.name = vocabulary_.intern(phase_of(files.front()));
    phase.first_rule = static_cast<std::uint32_t>(program_.rules.size());
    PhaseIndex index;
    for (const RuleFile& file : files) {
      PatternSets sets = shared_sets_;
      if (phase_of(file) != kSharedSets) declare_sets(file, sets);
      for (const RuleSource& rule : file.rules) compile_rule(file, rule, sets, index);
    }
    phase.rule_count = static_cast<std::uint32_t>(program_.rules.size()) - phase.first_rule;
    if (phase.rule_count == 0) return;
    add_index(phase, index);
    program_.phases.push_back(phase);
  }

  void compile_rule(const RuleFile& file, const RuleSource& source, const PatternSets& sets, PhaseIndex& index) {
    const auto id = static_cast<RuleId>(program_.rules.size());
    try {
      if (!file.file->overlay && replaced_.contains(source.name)) return;
      if (!names_.insert(source.name).second) {
        throw PatternError{source.at, "a rule named " + source.name + " is there already"};
      }
      const EmittedPattern pattern = emitter_.emit(*source.match, source.at, sets);
      program::Rule rule;
      rule.name = vocabulary_.intern(source.name);
      rule.file = vocabulary_.intern(file.file->shown);
      rule.line = source.at.line;
      rule.make_kind = vocabulary_.intern(source.kind);
      rule.make_class = make_class(source);
      add_arguments(source, pattern, rule);
      rule.first_instruction = static_cast<std::uint32_t>(program_.instructions.size());
      rule.instruction_count = static_cast<std::uint32_t>(pattern.instructions.size());
      program_.instructions.insert(program_.instructions.end(), pattern.instructions.begin(),
                                   pattern.instructions.end());
      for (std::size_t i = 0; i < pattern.needs.size(); ++i) {
        rule.needs[i] = {index.group(pattern.needs[i].keys), pattern.needs[i].behind_first ? 1u : 0u};
      }
      program_.rules.push_back(rule);
      for (const PatternKey& key : pattern.first_keys) index.starts[key].push_back(id);
    } catch (const PatternError& error) {
      problems_.push_back(file.error(error.at, error.message));
      return;
    }
    for (const RuleExample& example : source.examples) {
      const std::string_view excerpt = file.lines[example.at.line - 1];
      result_.examples.push_back({.rule = id,
                                  .phase = static_cast<PhaseId>(program_.phases.size()),
                                  .example = example,
                                  .at = {file.file->shown, example.at.line, example.at.column, std::string(excerpt)}});
    }
  }

  std::uint32_t make_class(const RuleSource& source) const {
    if (source.kind == kMakeNothing) return 0;
    const ClassId id = vocabulary_.find_class(source.kind);
    if (id == 0) {
      throw PatternError{source.kind_at, "unknown kind '" + source.kind + "'" + vocabulary_.suggest_class(source.kind)};
    }
    return id;
  }

  void add_arguments(const RuleSource& source, const EmittedPattern& pattern, program::Rule& rule) {
    rule.first_slot = static_cast<std::uint32_t>(program_.slot_names.size());
    rule.slot_count = static_cast<std::uint32_t>(pattern.slots.size());
    rule.first_argument = static_cast<std::uint32_t>(program_.arguments.size());
    rule.argument_count = static_cast<std::uint32_t>(source.arguments.size());
    std::vector<program::Argument> arguments;
    for (const RuleArgument& argument : source.arguments) {
      program::Argument compiled{.key = vocabulary_.intern(argument.key)};
      if (argument.is_slot) {
        compiled.slot = find_slot(argument, pattern.slots);
      } else {
        compiled.literal = vocabulary_.intern(argument.value);
      }
      arguments.push_back(compiled);
    }
    program_.arguments.insert(program_.arguments.end(), arguments.begin(), arguments.end());
    for (const std::string& slot : pattern.slots) program_.slot_names.push_back(vocabulary_.intern(slot));
  }

  static std::uint32_t find_slot(const RuleArgument& argument, const std::vector<std::string>& slots) {
    const auto slot = std::find(slots.begin(), slots.end(), argument.value);
    if (slot == slots.end()) {
      const std::vector<std::string_view> names(slots.begin(), slots.end());
      throw PatternError{argument.at,
                         "the match has no slot '" + argument.value + "'" + did_you_mean(argument.value, names)};
    }
    return static_cast<std::uint32_t>(slot - slots.begin());
  }

  /// Notes what each key is to the phase.
  void add_index(program::Phase& phase, const PhaseIndex& index) {
    const auto id = static_cast<std::uint32_t>(program_.phases.size());
    std::map<PatternKey, program::Use> uses;
    for (const auto& [key, rules] : index.starts) {
      program::Use& use = uses[key];
      use.first = static_cast<std::uint32_t>(program_.starts.size());
      use.count = static_cast<std::uint32_t>(rules.size());
      for (const RuleId rule : rules) program_.starts.push_back({rule, program_.rules[rule].needs.front()});
    }
    for (const auto& [key, groups] : index.groups) {
      program::Use& use = uses[key];
      use.first_group = static_cast<std::uint32_t>(program_.key_groups.size());
      use.group_count = static_cast<std::uint32_t>(groups.size());
      program_.key_groups.insert(program_.key_groups.end(), groups.begin(), groups.end());
    }
    phase.group_count = static_cast<std::uint32_t>(index.group_ids.size() + 1);
    if (const auto any = uses.extract({program::KeyKind::none, 0})) {
      phase.first_any = any.mapped().first;
      phase.any_count = any.mapped().count;
    }
    for (auto& [key, use] : uses) {
      use.phase = id;
      key_uses_[key].push_back(use);
    }
  }

  /// Lays all keys into a hash table at most half full, in an order that only the rules decide.
  void add_keys() {
    std::size_t size = 2;
    while (size < key_uses_.size() * 2) size *= 2;
    program_.keys.resize(size);
    for (const auto& [key, uses] : key_uses_) {
      std::size_t at = program::hash_key(key.first, key.second) & (size - 1);
      while (program_.keys[at].kind != program::KeyKind::none) at = (at + 1) & (size - 1);
      program_.keys[at] = {.kind = key.first,
                           .id = key.second,
                           .first_use = static_cast<std::uint32_t>(program_.uses.size()),
                           .use_count = static_cast<std::uint32_t>(uses.size())};
      program_.uses.insert(program_.uses.end(), uses.begin(), uses.end());
    }
  }

  Vocabulary& vocabulary_;
  Problems& problems_;
  ProgramBuilder program_;
  PatternEmitter emitter_;
  std::vector<RuleFile> files_;
  PatternSets shared_sets_;
  std::map<PatternKey, std::vector<program::Use>> key_uses_;
  std::set<std::string> names_;
  std::set<std::string> replaced_;  ///< rules of an overlay, which stand for those of the same name below
  CompiledRules result_;
};

}  // namespace

CompiledRules compile_rules(const DataFiles& files, Vocabulary& vocabulary, const AttributeNames& attributes,
                            Problems& problems) {
  return Compiler(vocabulary, attributes, problems).compile(files);
}

}  // namespace incidents
