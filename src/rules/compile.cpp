/// From trees to programs, in two passes: first all files are parsed, so that names of sets, make arguments and kinds
/// are known; then each rule is emitted as a small automaton (emit.cpp) and anchored in its phase's index by the rarest
/// words, lemmas or classes that it needs.
#include "rules/compile.h"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
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

/// The index of a phase while it grows: groups of keys, and the rules that are anchored at each.
struct PhaseIndex {
  std::map<PatternKeys, std::uint32_t> group_ids;
  std::map<PatternKey, std::vector<std::uint32_t>> groups;  ///< by key, those that it is of
  std::vector<std::vector<program::Anchored>> anchored{1};  ///< by group
  std::uint32_t anchor_count = 0;                           ///< groups with rules, once they are sorted

  /// The number of a group of keys, new or not. Group 0 is that of an edge without key.
  std::uint32_t group(const PatternKeys& keys) {
    if (keys.contains({program::KeyKind::none, 0})) return 0;
    const auto [at, is_new] = group_ids.try_emplace(keys, static_cast<std::uint32_t>(anchored.size()));
    if (is_new) {
      anchored.emplace_back();
      for (const PatternKey& key : keys) groups[key].push_back(at->second);
    }
    return at->second;
  }

  /// Numbers the groups anew, those with rules first.
  void sort_groups() {
    std::vector<std::uint32_t> order(anchored.size());
    std::iota(order.begin(), order.end(), 0u);
    const auto has_rules = [this](std::uint32_t group) { return group == 0 || !anchored[group].empty(); };
    anchor_count = static_cast<std::uint32_t>(
        std::stable_partition(order.begin(), order.end(), has_rules) - order.begin());
    std::vector<std::uint32_t> renumbered(order.size());
    std::vector<std::vector<program::Anchored>> sorted;
    for (const std::uint32_t group : order) {
      renumbered[group] = static_cast<std::uint32_t>(sorted.size());
      sorted.push_back(std::move(anchored[group]));
    }
    anchored = std::move(sorted);
    for (auto& rules : anchored) {
      for (program::Anchored& rule : rules) {
        for (program::Need& need : rule.needs) need.group = renumbered[need.group];
      }
    }
    for (auto& [keys, group] : group_ids) group = renumbered[group];
    for (auto& [key, of] : groups) {
      for (std::uint32_t& group : of) group = renumbered[group];
      std::sort(of.begin(), of.end());
    }
  }

  void anchor(RuleId rule, const EmittedPattern& pattern, std::vector<std::uint32_t>& need_atoms) {
    program::Anchored entry{.rule = rule};
    for (const PatternNeed& need : pattern.needs) {
      program::Need& added = entry.needs[entry.need_count++];
      added.group = group(need.keys);
      added.behind = {saturated(need.behind.least), saturated(need.behind.most)};
      if (!need.keys.contains({program::KeyKind::any_word, 0})) continue;
      added.first_atom = static_cast<std::uint32_t>(need_atoms.size());
      added.atoms = static_cast<std::uint16_t>(need.atoms.size());
      need_atoms.insert(need_atoms.end(), need.atoms.begin(), need.atoms.end());
    }
    anchored[pattern.needs.empty() ? 0 : entry.needs[pattern.rarest_need].group].push_back(entry);
  }

  static std::uint8_t saturated(std::uint32_t tokens) {
    return static_cast<std::uint8_t>(std::min(tokens, program::kFar));
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
    sample_examples();
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

  /// The examples of all rules are sentences of the news: how many have a word, a lemma or a class tells how common it is.
  void sample_examples() {
    for (const RuleFile& file : files_) {
      for (const RuleSource& rule : file.rules) {
        for (const RuleExample& example : rule.examples) sample_sentence(example.text);
      }
    }
  }

  void sample_sentence(const std::string& text) {
    using program::KeyKind;
    PatternKeys keys{{KeyKind::any_word, 0}};
    for (const std::string& word : vocabulary_.split_words(text)) {
      if (word.find_first_of("0123456789") != std::string::npos) keys.emplace(KeyKind::digits, 0);
      const WordId id = vocabulary_.find_word(word);
      if (id == 0) continue;
      keys.emplace(KeyKind::word, id);
      for (const LemmaId lemma : vocabulary_.lemmas(id)) keys.emplace(KeyKind::lemma, lemma);
      const ClassSet& classes = vocabulary_.word_classes(id);
      for (std::uint32_t c = 1; c < classes.size(); ++c) {
        if (classes.test(c)) keys.emplace(KeyKind::has_class, c);
      }
    }
    for (const PatternKey& key : keys) ++emitter_.sample.with_key[key];
    ++emitter_.sample.sentences;
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
    phase.first_atom = static_cast<std::uint32_t>(program_.atoms.size());
    emitter_.open_phase();
    PhaseIndex index;
    for (const RuleFile& file : files) {
      PatternSets sets = shared_sets_;
      if (phase_of(file) != kSharedSets) declare_sets(file, sets);
      for (const RuleSource& rule : file.rules) compile_rule(file, rule, sets, index);
    }
    phase.rule_count = static_cast<std::uint32_t>(program_.rules.size()) - phase.first_rule;
    if (phase.rule_count == 0) return;
    phase.atom_count = static_cast<std::uint32_t>(program_.atoms.size()) - phase.first_atom;
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
      program_.rules.push_back(rule);
      index.anchor(id, pattern, program_.need_atoms);
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

  /// Notes which keys the phase asks for, and which rules where they stand.
  void add_index(program::Phase& phase, PhaseIndex& index) {
    const auto atoms = std::span(program_.atoms).subspan(phase.first_atom, phase.atom_count);
    for (const program::Atom& atom : atoms) index.group(emitter_.keys_of(atom));
    index.sort_groups();
    for (program::Atom& atom : atoms) atom.group = index.group(emitter_.keys_of(atom));
    phase.anchor_count = index.anchor_count;
    phase.first_group = static_cast<std::uint32_t>(program_.groups.size());
    phase.group_count = static_cast<std::uint32_t>(index.anchored.size());
    for (const auto& rules : index.anchored) {
      program_.groups.push_back(
          {static_cast<std::uint32_t>(program_.anchored.size()), static_cast<std::uint32_t>(rules.size())});
      program_.anchored.insert(program_.anchored.end(), rules.begin(), rules.end());
    }
    for (const auto& [key, groups] : index.groups) {
      key_uses_[key].push_back({.phase = static_cast<std::uint32_t>(program_.phases.size()),
                                .first_group = static_cast<std::uint32_t>(program_.key_groups.size()),
                                .group_count = static_cast<std::uint32_t>(groups.size())});
      program_.key_groups.insert(program_.key_groups.end(), groups.begin(), groups.end());
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
