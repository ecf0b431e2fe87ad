/// The machine: from each token, the rules that may begin there are tried by depth-first search over (instruction,
/// position), in the order that the pattern prefers, and no pair is entered twice in one attempt. That gives what a
/// backtracking matcher gives, at the cost of a Pike machine: at most instructions × tokens in reach, with no copies of
/// slots on the way. The path taken is a trail, from which slots are read when a match is reached.
#include <algorithm>

#include "rules/rules.h"

namespace incidents {
namespace {

/// Matches reach at most so many tokens; a guard against sentences without end.
constexpr std::uint32_t kMaxReach = 256;

bool is_word(const Token& token) { return token.kind == TokenKind::word || token.kind == TokenKind::mixed; }

}  // namespace

class PhaseMatcher {
 public:
  PhaseMatcher(const Rules& rules, const Lattice& lattice, MatchScratch& scratch)
      : rules_(rules), lexicon_(*rules.lexicon_), program_(rules.program_), lattice_(lattice), scratch_(scratch) {}

  void run(PhaseId id, std::vector<RuleMatch>& out) {
    phase_id_ = id;
    phase_ = &program_.phases[id];
    scratch_.candidates.clear();
    scratch_.tried.assign(phase_->rule_count, 0);
    scratch_.seen_to.assign(phase_->group_count, 0);
    scratch_.seen_to[0] = kNone;
    sighted_ = scratch_.sighted[id];
    scratch_.classes = scratch_.row_classes;
    for (const Sentence& sentence : lattice_.sentences()) {
      sentence_ = sentence;
      look_at_sentence();
      for (const Sighting& sighting : scratch_.sightings) try_rules(program_.uses[sighting.use], sighting.token);
      if (phase_->any_count != 0) try_anywhere();
    }
    choose(out);
  }

 private:
  using Op = program::Op;
  using Term = program::Term;
  using TermKind = program::TermKind;
  using Job = MatchScratch::Job;
  using Step = MatchScratch::Step;
  using Sighting = MatchScratch::Sighting;

  struct Edge {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t mention = kNone;
    EntryId entry = kNone;
  };

  // which rules may begin where

  /// Notes which keys of the phase stand where: those of words and rows, looked up before, and those of mentions.
  void look_at_sentence() {
    scratch_.sightings.clear();
    for (const std::uint32_t mention : lattice_.mentions_in(sentence_.first, sentence_.last)) {
      const Mention& m = lattice_.mentions().all[mention];
      see_rows_before(m.begin + 1);
      see_class(kind_class(m), m.begin);
      see_class(m.class_id, m.begin);
      if (m.origin.kind == Origin::Kind::entry) see_class(lexicon_.entry_class(m.origin.id), m.begin);
    }
    see_rows_before(sentence_.last);
  }

  void see_rows_before(std::uint32_t end) {
    std::size_t i = 0;
    for (; i < sighted_.size() && sighted_[i].token < end; ++i) see(sighted_[i]);
    sighted_ = sighted_.subspan(i);
  }

  void see_class(ClassId id, std::uint32_t at) {
    if (id == 0 || scratch_.classes[at].has(id)) return;
    scratch_.classes[at].add(id);
    for (const program::Use& use : rules_.class_uses_[id]) {
      if (use.phase == phase_id_) see({at, static_cast<std::uint32_t>(&use - program_.uses.data())});
    }
  }

  void see(const Sighting& sighting) {
    const program::Use& use = program_.uses[sighting.use];
    if (use.count != 0) scratch_.sightings.push_back(sighting);
    for (const std::uint32_t group : program_.key_groups.subspan(use.first_group, use.group_count)) {
      scratch_.seen_to[group] = sighting.token + 1;
    }
  }

  void try_rules(const program::Use& use, std::uint32_t at) { try_rules(use.first, use.count, at); }

  void try_anywhere() {
    for (std::uint32_t token = sentence_.first; token < sentence_.last; ++token) {
      try_rules(phase_->first_any, phase_->any_count, token);
    }
  }

  void try_rules(std::uint32_t first, std::uint32_t count, std::uint32_t at) {
    const std::span<const std::uint32_t> seen_to = scratch_.seen_to;
    for (const program::Start& start : program_.starts.subspan(first, count)) {
      if (seen_to[start.need.group] <= at + start.need.behind) continue;  // most rules end here
      std::uint32_t& tried = scratch_.tried[start.rule - phase_->first_rule];
      if (tried == at + 1) continue;
      tried = at + 1;
      const auto& needs = program_.rules[start.rule].needs;
      if (std::all_of(needs.begin(), needs.end(), [&](const program::Need& need) { return is_met(need, at); })) {
        attempt(start.rule, at);
      }
    }
  }

  /// What the rule cannot do without stands where it may be.
  bool is_met(const program::Need& need, std::uint32_t start) const {
    return scratch_.seen_to[need.group] > start + need.behind;
  }

  // one attempt: one rule from one token

  void attempt(RuleId id, std::uint32_t start) {
    rule_ = id;
    const program::Rule& rule = program_.rules[id];
    code_ = program_.instructions.subspan(rule.first_instruction, rule.instruction_count);
    start_ = start;
    limit_ = std::min(sentence_.last, start + kMaxReach);
    if (is_dead_end(0, start)) return;
    width_ = limit_ - start + 1;
    const std::size_t states = std::size_t{width_} * code_.size();
    if (scratch_.visited.size() < states) scratch_.visited.resize(states);
    if (++scratch_.attempt == 0) {
      std::fill(scratch_.visited.begin(), scratch_.visited.end(), 0u);
      scratch_.attempt = 1;
    }
    first_candidate_ = scratch_.candidates.size();
    scratch_.jobs.clear();
    scratch_.jobs.push_back({.instruction = 0, .position = start});
    while (!scratch_.jobs.empty()) {
      const Job job = scratch_.jobs.back();
      scratch_.jobs.pop_back();
      scratch_.trail.resize(job.trail);
      if (job.from != kNone) {
        scratch_.trail.push_back({Op::atom, 0, job.from, job.edge_mention, job.edge_entry});
      }
      follow(job.instruction, job.position);
    }
  }

  /// The next edge that the pattern asks for is none at the position: most ways end so.
  bool is_dead_end(std::uint32_t pc, std::uint32_t position) const {
    for (;; ++pc) {
      switch (code_[pc].op) {
        case Op::slot_begin:
        case Op::slot_end:
        case Op::mention_begin:
        case Op::mention_end:
          break;
        case Op::sentence_start:
          if (!only_marks(sentence_.first, position)) return true;
          break;
        case Op::atom:
          return position >= limit_ || !may_hold(program_.atoms[code_[pc].x], position);
        default:
          return false;
      }
    }
  }

  /// Goes on from one state until an edge must be chosen, a match is reached or the path is dead.
  void follow(std::uint32_t pc, std::uint32_t position) {
    for (;;) {
      std::uint32_t& visited = scratch_.visited[std::size_t{pc} * width_ + (position - start_)];
      if (visited == scratch_.attempt) return;
      visited = scratch_.attempt;
      const program::Instruction& instruction = code_[pc];
      switch (instruction.op) {
        case Op::atom:
          return take_edges(program_.atoms[instruction.x], pc + 1, position);
        case Op::skip:
          if (position >= limit_ || lattice_.ends_clause(position)) return;
          ++position;
          ++pc;
          break;
        case Op::split:
          if (is_dead_end(instruction.x, position)) {
            pc = instruction.y;
            break;
          }
          if (!is_dead_end(instruction.y, position)) {
            scratch_.jobs.push_back({.instruction = instruction.y, .position = position, .trail = trail_length()});
          }
          pc = instruction.x;
          break;
        case Op::jump:
          pc = instruction.x;
          break;
        case Op::sentence_start:
          if (!only_marks(sentence_.first, position)) return;
          ++pc;
          break;
        case Op::sentence_end:
          if (!only_marks(position, sentence_.last)) return;
          ++pc;
          break;
        case Op::match:
          return add_candidate(position);
        default:
          scratch_.trail.push_back({.op = instruction.op, .slot = instruction.x, .position = position});
          ++pc;
      }
    }
  }

  std::uint32_t trail_length() const { return static_cast<std::uint32_t>(scratch_.trail.size()); }

  bool only_marks(std::uint32_t first, std::uint32_t last) const {
    const auto tokens = lattice_.tokens().subspan(first, last - first);
    return std::all_of(tokens.begin(), tokens.end(), [](const Token& t) { return t.kind == TokenKind::punctuation; });
  }

  /// Puts a job by for each edge on which the atom holds; the preferred edge is taken first.
  void take_edges(const program::Atom& atom, std::uint32_t next, std::uint32_t position) {
    if (position >= limit_ || !may_hold(atom, position)) return;
    const std::size_t first_job = scratch_.jobs.size();
    each_edge(position, atom.edges, [&](const Edge& edge) {
      if (edge.end <= limit_ && holds(atom, edge)) {
        scratch_.jobs.push_back({next, edge.end, trail_length(), edge.mention, edge.entry, edge.begin});
      }
      return true;
    });
    std::reverse(scratch_.jobs.begin() + static_cast<std::ptrdiff_t>(first_job), scratch_.jobs.end());
  }

  /// Calls `visit` on mentions, phrases and the token at `position`, in this order, while it returns true.
  template <class Visit>
  void each_edge(std::uint32_t position, std::uint8_t edges, Visit visit) const {
    if ((edges & program::kMentionEdges) != 0) {
      for (const std::uint32_t index : lattice_.mentions_at(position)) {
        const Mention& m = lattice_.mentions().all[index];
        const EntryId entry = m.origin.kind == Origin::Kind::entry ? m.origin.id : kNone;
        if (!visit(Edge{m.begin, m.end, index, entry})) return;
      }
    }
    if ((edges & program::kPhraseEdges) != 0) {
      for (const LexicalMatch& phrase : lattice_.phrases_at(position)) {
        if (!visit(Edge{phrase.begin, phrase.end, kNone, phrase.entry})) return;
      }
    }
    if ((edges & program::kTokenEdges) != 0) visit(Edge{position, position + 1, kNone, kNone});
  }

  // tests

  /// False where no edge at the position can meet the atom.
  bool may_hold(const program::Atom& atom, std::uint32_t position) const {
    for (const Term& term : program_.terms.subspan(atom.first, atom.count)) {
      if (term.negated == 0 ? !may_hold(term, position) : surely_begins(term, position)) return false;
    }
    return true;
  }

  bool may_hold(const Term& term, std::uint32_t position) const {
    switch (term.kind) {
      case TermKind::has_class:
        return has_class(position, term.id);
      case TermKind::any_of:
        return scratch_.classes[position].meets(program_.masks[term.first]) || any_member(term, [&](const Term& member) {
                 return may_hold(member, position);
               });
      default:
        return holds_on(term, lattice_.tokens()[position]);
    }
  }

  /// What the term takes begins at the position, whatever its conditions say.
  bool surely_begins(const Term& term, std::uint32_t position) const {
    switch (term.kind) {
      case TermKind::has_class:
        return term.count == 0 && has_class(position, term.id);
      case TermKind::any_of:
        return scratch_.classes[position].meets(program_.masks[term.first]);
      default:
        return holds_on(term, lattice_.tokens()[position]);
    }
  }

  bool has_class(std::uint32_t position, std::uint32_t id) const {
    return scratch_.classes[position].has(static_cast<ClassId>(id));
  }

  template <class Test>
  bool any_member(const Term& term, Test test) const {
    for (const Term& member : program_.terms.subspan(term.id, term.count)) {
      if (test(member)) return true;
    }
    return false;
  }

  bool holds(const program::Atom& atom, const Edge& edge) const {
    for (const Term& term : program_.terms.subspan(atom.first, atom.count)) {
      if (term.negated == 0 ? !holds(term, edge) : begins_here(term, edge.begin)) return false;
    }
    return true;
  }

  /// A negated term means that nothing which it would take starts at this token.
  bool begins_here(const Term& term, std::uint32_t position) const {
    if (term.kind == TermKind::any_of) {
      return surely_begins(term, position) ||
             any_member(term, [&](const Term& member) { return begins_here(member, position); });
    }
    // What holds on a longer edge than the token's is a class, and a word is the same on all edges of one token.
    if (term.kind != TermKind::has_class || !has_class(position, term.id)) return surely_begins(term, position);
    bool found = false;
    each_edge(position, program::kMentionEdges | program::kPhraseEdges, [&](const Edge& edge) {
      found = holds_class(term, edge);
      return !found;
    });
    return found;
  }

  bool has_class_of(const program::ClassMask& mask, const Mention& m) const {
    return mask.has(m.class_id) || mask.has(kind_class(m)) ||
           (m.origin.kind == Origin::Kind::entry && mask.has(lexicon_.entry_class(m.origin.id)));
  }

  bool has_class_of(const program::ClassMask& mask, const Edge& edge) const {
    if (edge.mention != kNone) return has_class_of(mask, lattice_.mentions().all[edge.mention]);
    if (edge.entry == kNone) return false;
    const ClassId id = lexicon_.entry_class(edge.entry);
    return mask.has(id) && !is_kind(id);
  }

  bool holds(const Term& term, const Edge& edge) const {
    if (term.kind == TermKind::has_class) return holds_class(term, edge);
    if (term.kind == TermKind::any_of) {
      return has_class_of(program_.masks[term.first], edge) ||
             any_member(term, [&](const Term& member) { return holds(member, edge); });
    }
    return edge.end == edge.begin + 1 && holds_on(term, lattice_.tokens()[edge.begin]);
  }

  /// A term that is no class holds on the token.
  bool holds_on(const Term& term, const Token& token) const {
    switch (term.kind) {
      case TermKind::word:
        return token.word == term.id;
      case TermKind::lemma: {
        const auto lemmas = lexicon_.lemmas(token.word);
        return std::find(lemmas.begin(), lemmas.end(), term.id) != lemmas.end();
      }
      case TermKind::digits:
        return token.kind == TokenKind::number;
      case TermKind::any_word:
        return is_word(token);
      default:
        return false;
    }
  }

  bool holds_class(const Term& term, const Edge& edge) const {
    const auto id = static_cast<ClassId>(term.id);
    if (edge.mention != kNone) {
      const Mention& m = lattice_.mentions().all[edge.mention];
      const bool has =
          m.class_id == id || kind_class(m) == id || (edge.entry != kNone && lexicon_.entry_class(edge.entry) == id);
      return has && conditions_hold(
                        term, [&](StringId key) { return rules_.attribute(lattice_.mentions(), m, key); }, &m);
    }
    if (edge.entry == kNone || lexicon_.entry_class(edge.entry) != id || is_kind(id)) return false;
    return conditions_hold(
        term, [&](StringId key) { return lexicon_.entry_attribute(edge.entry, key); }, nullptr);
  }

  /// The name of a kind means mentions alone: a row of that class whose mention was superseded or killed is none.
  bool is_kind(ClassId id) const { return rules_.kind_mask_.has(id); }

  ClassId kind_class(const Mention& mention) const {
    const auto kind = static_cast<std::size_t>(mention.kind);
    return kind < rules_.kind_classes_.size() ? rules_.kind_classes_[kind] : ClassId{0};
  }

  template <class Attribute>
  bool conditions_hold(const Term& term, Attribute attribute, const Mention* mention) const {
    for (const program::Condition& condition : program_.conditions.subspan(term.first, term.count)) {
      const auto values = program_.values.subspan(condition.first, condition.count);
      const StringId value = attribute(condition.key);
      bool is = std::find(values.begin(), values.end(), value) != values.end();
      if (value == 0 && mention != nullptr) is = computed_is(condition.key, values, *mention);
      if (is == (condition.negated != 0)) return false;
    }
    return true;
  }

  bool computed_is(StringId key, std::span<const StringId> values, const Mention& mention) const {
    const std::string_view computed = computed_attribute(lattice_.mentions(), mention, lexicon_.string(key));
    return !computed.empty() && std::any_of(values.begin(), values.end(),
                                            [&](StringId value) { return lexicon_.string(value) == computed; });
  }

  // results

  /// One attempt gives one candidate for each mention it found, that with the longest context behind.
  void add_candidate(std::uint32_t end) {
    RuleMatch match = read_trail(end);
    for (std::size_t i = first_candidate_; i < scratch_.candidates.size(); ++i) {
      RuleMatch& other = scratch_.candidates[i];
      if (other.begin != match.begin || other.end != match.end) continue;
      if (other.whole_end < match.whole_end) other = match;
      return;
    }
    scratch_.candidates.push_back(match);
  }

  RuleMatch read_trail(std::uint32_t end) const {
    RuleMatch match{.rule = rule_, .begin = start_, .end = end, .whole_begin = start_, .whole_end = end, .slots = {}};
    std::uint32_t open = 0;  // a bit for each slot
    for (const Step& step : scratch_.trail) {
      switch (step.op) {
        case Op::mention_begin:
          match.begin = step.position;
          break;
        case Op::mention_end:
          match.end = step.position;
          break;
        case Op::slot_begin:
          match.slots[step.slot] = {.begin = step.position};
          open |= 1u << step.slot;
          break;
        case Op::slot_end:
          match.slots[step.slot].end = step.position;
          open &= ~(1u << step.slot);
          break;
        default:
          for (std::uint32_t slot = 0; open >> slot != 0; ++slot) {
            if ((open >> slot & 1u) != 0) keep_edge(match.slots[slot], step);
          }
      }
    }
    return match;
  }

  static void keep_edge(SlotMatch& slot, const Step& step) {
    if (step.mention != kNone) {
      slot.mention = step.mention;
      slot.entry = step.entry;
    } else if (slot.mention == kNone && step.entry != kNone) {
      slot.entry = step.entry;
    }
  }

  /// Takes the candidates in order of preference, each unless its mention overlaps one that is taken.
  void choose(std::vector<RuleMatch>& out) {
    const auto& all = scratch_.candidates;
    auto& order = scratch_.order;
    order.resize(all.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = static_cast<std::uint32_t>(i);
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return precedes(all[a], all[b]); });
    out.clear();
    for (const std::uint32_t i : order) {
      // Mentions come by their first token, so only the last one taken can reach into the next.
      if (out.empty() || out.back().end <= all[i].begin) out.push_back(all[i]);
    }
  }

  static bool precedes(const RuleMatch& a, const RuleMatch& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.whole_end != b.whole_end) return a.whole_end > b.whole_end;
    if (a.whole_begin != b.whole_begin) return a.whole_begin < b.whole_begin;
    if (a.end != b.end) return a.end > b.end;
    return a.rule < b.rule;
  }

  const Rules& rules_;
  const Lexicon& lexicon_;
  const program::View& program_;
  const Lattice& lattice_;
  MatchScratch& scratch_;
  PhaseId phase_id_ = 0;
  const program::Phase* phase_ = nullptr;
  std::span<const Sighting> sighted_;  ///< from the token that is looked at
  Sentence sentence_;
  // the attempt
  std::span<const program::Instruction> code_;
  RuleId rule_ = 0;
  std::uint32_t start_ = 0;
  std::uint32_t limit_ = 0;
  std::uint32_t width_ = 0;
  std::size_t first_candidate_ = 0;
};

void Rules::open(const Lattice& lattice, MatchScratch& scratch) const {
  using program::KeyKind;
  scratch.sighted.resize(phase_count());
  for (auto& sighted : scratch.sighted) sighted.clear();
  scratch.row_classes.assign(lattice.tokens().size(), {});
  scratch.classes.resize(lattice.tokens().size());
  for (std::uint32_t at = 0; at < lattice.tokens().size(); ++at) {
    const Token& token = lattice.tokens()[at];
    const auto see = [&](std::span<const program::Use> found) {
      for (const program::Use& use : found) {
        scratch.sighted[use.phase].push_back({at, static_cast<std::uint32_t>(&use - program_.uses.data())});
      }
    };
    if (token.word != 0) {
      see(uses(KeyKind::word, token.word));
      for (const LemmaId lemma : lexicon_->lemmas(token.word)) see(uses(KeyKind::lemma, lemma));
    }
    for (const LexicalMatch& phrase : lattice.phrases_at(at)) {
      const ClassId id = lexicon_->entry_class(phrase.entry);
      see(class_uses_[id]);
      if (!kind_mask_.has(id)) scratch.row_classes[at].add(id);
    }
    if (token.kind == TokenKind::number) see(uses(KeyKind::digits, 0));
    if (is_word(token)) see(uses(KeyKind::any_word, 0));
  }
}

void Rules::match(PhaseId phase, const Lattice& lattice, MatchScratch& scratch, std::vector<RuleMatch>& out) const {
  PhaseMatcher(*this, lattice, scratch).run(phase, out);
}

}  // namespace incidents
