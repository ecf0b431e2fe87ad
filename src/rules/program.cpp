#include "rules/program.h"

#include <algorithm>
#include <cstring>
#include <type_traits>

#include "incidents/error.h"
#include "rules/rule_match.h"

namespace incidents::program {
namespace {

[[noreturn]] void fail() { throw Error(ErrorCode::data, "the data image's rules are damaged"); }

void check(bool holds) {
  if (!holds) fail();
}

/// [first, first + count) lies in an array of `size`.
void check_range(std::uint64_t first, std::uint64_t count, std::size_t size) { check(first + count <= size); }

template <class T>
std::span<const T> array(std::span<const std::byte> section, Array where) {
  static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
  check(where.offset % alignof(T) == 0);
  check_range(where.offset, std::uint64_t{where.count} * sizeof(T), section.size());
  return {reinterpret_cast<const T*>(section.data() + where.offset), where.count};
}

void check_group(const View& p, const Phase& phase, const Group& group) {
  check_range(group.first, group.count, p.anchored.size());
  for (const Anchored& anchored : p.anchored.subspan(group.first, group.count)) {
    check(anchored.rule - phase.first_rule < phase.rule_count);
    check(anchored.need_count <= kMaxNeeds);
    for (const Need& need : anchored.needs) {
      check(need.group < phase.group_count && need.behind.least <= need.behind.most);
      check_range(need.first_atom, need.atoms, p.need_atoms.size());
      for (const std::uint32_t atom : p.need_atoms.subspan(need.first_atom, need.atoms)) {
        check(atom - phase.first_atom < phase.atom_count);
      }
    }
  }
}

/// Jumps go forward, and all atoms are of the phase.
void check_instructions(const View& p, const Phase& phase, const Rule& rule) {
  const auto code = p.instructions.subspan(rule.first_instruction, rule.instruction_count);
  check(!code.empty() && code.back().op == Op::match);
  for (std::uint32_t at = 0; at < code.size(); ++at) {
    const Instruction& instruction = code[at];
    const auto leads_on = [&](std::uint32_t to) { return to > at && to < code.size(); };
    switch (instruction.op) {
      case Op::atom:
        check(instruction.x - phase.first_atom < phase.atom_count);
        break;
      case Op::split:
        check(leads_on(instruction.x) && leads_on(instruction.y));
        break;
      case Op::jump:
        check(leads_on(instruction.x));
        break;
      case Op::slot_begin:
      case Op::slot_end:
        check(instruction.x < rule.slot_count);
        break;
      default:
        check(instruction.op <= Op::match);
    }
  }
}

void check_rule(const View& p, const Phase& phase, const Rule& rule) {
  check_range(rule.first_argument, rule.argument_count, p.arguments.size());
  check_range(rule.first_slot, rule.slot_count, p.slot_names.size());
  check(rule.slot_count <= kMaxSlots);
  check_range(rule.first_instruction, rule.instruction_count, p.instructions.size());
  check_instructions(p, phase, rule);
  for (const Argument& argument : p.arguments.subspan(rule.first_argument, rule.argument_count)) {
    check(argument.slot == kNone || argument.slot < rule.slot_count);
  }
}

void check_phase(const View& p, const Phase& phase) {
  check_range(phase.first_rule, phase.rule_count, p.rules.size());
  check_range(phase.first_group, phase.group_count, p.groups.size());
  check_range(phase.first_atom, phase.atom_count, p.atoms.size());
  check(phase.group_count != 0 && phase.anchor_count <= phase.group_count);
  for (const Rule& rule : p.rules.subspan(phase.first_rule, phase.rule_count)) check_rule(p, phase, rule);
  for (const Group& group : p.groups.subspan(phase.first_group, phase.group_count)) check_group(p, phase, group);
  for (const Atom& atom : p.atoms.subspan(phase.first_atom, phase.atom_count)) check(atom.group < phase.group_count);
}

void check_use(const View& p, const Use& use) {
  check(use.phase < p.phases.size());
  const Phase& phase = p.phases[use.phase];
  check_range(use.first_group, use.group_count, p.key_groups.size());
  for (std::uint32_t i = 0; i < use.group_count; ++i) {
    check(p.key_groups[use.first_group + i] < phase.group_count);
  }
}

/// A table of open addressing is probed with a mask, so its size must be a power of two with a free slot.
void check_keys(const View& p) {
  check(!p.keys.empty() && (p.keys.size() & (p.keys.size() - 1)) == 0);
  check(std::any_of(p.keys.begin(), p.keys.end(), [](const Key& key) { return key.kind == KeyKind::none; }));
  for (const Key& key : p.keys) check_range(key.first_use, key.use_count, p.uses.size());
  for (const Use& use : p.uses) check_use(p, use);
}

void check_term(const View& p, const Term& term) {
  if (term.kind == TermKind::any_of) {
    check(term.first < p.masks.size());
    check_range(term.id, term.count, p.terms.size());
    check(term.words <= term.count);
    for (const Term& member : p.terms.subspan(term.id, term.count)) check(member.kind != TermKind::any_of);
  } else {
    check(term.kind != TermKind::has_class || term.id < 256);
    check_range(term.first, term.count, p.conditions.size());
  }
}

void check_indices(const View& p) {
  for (const Phase& phase : p.phases) check_phase(p, phase);
  check_keys(p);
  for (const Atom& atom : p.atoms) check_range(atom.first, atom.count, p.terms.size());
  for (const Term& term : p.terms) check_term(p, term);
  for (const Condition& condition : p.conditions) check_range(condition.first, condition.count, p.values.size());
}

class Writer {
 public:
  Writer() : bytes_(sizeof(Header)) {}

  template <class T>
  void write(Array& where, std::span<const T> values) {
    bytes_.resize((bytes_.size() + 7) / 8 * 8);
    where = {static_cast<std::uint32_t>(bytes_.size()), static_cast<std::uint32_t>(values.size())};
    const auto raw = std::as_bytes(values);
    bytes_.insert(bytes_.end(), raw.begin(), raw.end());
  }

  std::vector<std::byte> finish(const Header& header) {
    std::memcpy(bytes_.data(), &header, sizeof header);
    return std::move(bytes_);
  }

 private:
  std::vector<std::byte> bytes_;
};

}  // namespace

View view(std::span<const std::byte> section) {
  if (section.empty()) return {};
  Header header;
  check(section.size() >= sizeof header);
  std::memcpy(&header, section.data(), sizeof header);
  check(header.magic == kMagic);
  View result{.phases = array<Phase>(section, header.phases),
              .rules = array<Rule>(section, header.rules),
              .arguments = array<Argument>(section, header.arguments),
              .slot_names = array<StringId>(section, header.slot_names),
              .instructions = array<Instruction>(section, header.instructions),
              .atoms = array<Atom>(section, header.atoms),
              .terms = array<Term>(section, header.terms),
              .conditions = array<Condition>(section, header.conditions),
              .values = array<StringId>(section, header.values),
              .keys = array<Key>(section, header.keys),
              .uses = array<Use>(section, header.uses),
              .groups = array<Group>(section, header.groups),
              .anchored = array<Anchored>(section, header.anchored),
              .need_atoms = array<std::uint32_t>(section, header.need_atoms),
              .key_groups = array<std::uint32_t>(section, header.key_groups),
              .masks = array<ClassMask>(section, header.masks)};
  check_indices(result);
  return result;
}

std::vector<std::byte> serialise(const View& p) {
  Header header;
  Writer writer;
  writer.write(header.phases, p.phases);
  writer.write(header.rules, p.rules);
  writer.write(header.arguments, p.arguments);
  writer.write(header.slot_names, p.slot_names);
  writer.write(header.instructions, p.instructions);
  writer.write(header.atoms, p.atoms);
  writer.write(header.terms, p.terms);
  writer.write(header.conditions, p.conditions);
  writer.write(header.values, p.values);
  writer.write(header.keys, p.keys);
  writer.write(header.uses, p.uses);
  writer.write(header.groups, p.groups);
  writer.write(header.anchored, p.anchored);
  writer.write(header.need_atoms, p.need_atoms);
  writer.write(header.key_groups, p.key_groups);
  writer.write(header.masks, p.masks);
  return writer.finish(header);
}

}  // namespace incidents::program
