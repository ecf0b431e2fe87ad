/// The machine. What a rule needs is told by keys: words, lemmas and classes. Where they stand in a stretch of tokens (a
/// sentence, but for very long ones) is noted as bits, one set of positions for each group of keys that atoms ask for.
/// A rule is looked at only where the rarest group that it needs stands, and then all at once: its instructions are
/// gone through once from the last to the first, each giving the positions from which it leads to a match. That costs
/// a few steps an instruction, however many tokens there are to begin with, and mostly ends at the first atoms with no
/// position left. Only from the positions that are left at the first instruction is the match itself read, by
/// depth-first search over (instruction, position) in the order that the pattern prefers, never on a way that leads to
/// no match and never twice through one state.
#include <algorithm>

#include "rules/edge_tests.h"
#include "rules/rules.h"

namespace incidents {
namespace {

/// Matches reach at most so many tokens; a guard against sentences without end.
constexpr std::uint32_t kMaxReach = 256;

}  // namespace

/// One phase in one stretch of at most 64 N - 1 tokens.
template <std::size_t N>
class StretchMatcher {
 public:
  StretchMatcher(const Rules& rules, PhaseId phase, const Lattice& lattice, MatchScratch& scratch,
                 SieveScratch<N>& sieve)
      : rules_(rules),
        lexicon_(*rules.lexicon_),
        program_(rules.program_),
        phase_id_(phase),
        phase_(program_.phases[phase]),
        groups_(program_.groups.subspan(phase_.first_group, phase_.group_count)),
        lattice_(lattice),
        scratch_(scratch),
        sieve_(sieve),
        tests_(rules, lattice, scratch.classes) {
    const auto uses = rules_.uses(program::KeyKind::any_word, 0);
    const auto use = std::find_if(uses.begin(), uses.end(), [&](const program::Use& u) { return u.phase == phase; });
    if (use != uses.end()) any_word_ = &*use;
    if (sieve_.groups.size() < phase_.group_count) sieve_.groups.resize(phase_.group_count);
    if (sieve_.atoms.size() < phase_.atom_count) sieve_.atoms.resize(phase_.atom_count);
  }

  /// Adds the matches that begin at tokens [first, own_end) and end by `last`. `sighted`: keys of words and rows there.
  void run(const Sentence& sentence, std::uint32_t first, std::uint32_t last, std::uint32_t own_end,
           std::span<const MatchScratch::Sighting> sighted) {
    sentence_ = sentence;
    first_ = first;
    last_ = last;
    own_ = Positions<N>::below(own_end - first);
    const auto mentions = lattice_.mentions_in(first, last);
    ++scratch_.stretch;
    marks_known_ = false;
    sieve_.groups[0] = Positions<N>::below(last - first);
    see_any_word();
    for (const MatchScratch::Sighting& sighting : sighted) see(sighting);
    for (const std::uint32_t mention : mentions) see(lattice_.mentions().all[mention]);
    note_classes();
    try_anchored(0);
    for (const std::uint32_t group : scratch_.noted) {
      if (group < phase_.anchor_count) try_anchored(group);
    }
    for (const std::uint32_t group : scratch_.noted) sieve_.groups[group] = {};
    scratch_.noted.clear();
  }

 private:
  using Op = program::Op;
  using Job = MatchScratch::Job;
  using Step = MatchScratch::Step;

  // which keys stand where

  void see_any_word() {
    if (any_word_ == nullptr) return;
    Positions<N> words;
    for (std::uint32_t token = first_; token < last_; ++token) {
      if (is_word(lattice_.tokens()[token])) words.add(token - first_);
    }
    if (words.empty()) return;
    note(any_word_->first_group, any_word_->group_count, words);
  }

  void see(const Mention& m) {
    see_class(rules_.kind_class(m), m.begin);
    see_class(m.class_id, m.begin);
    if (m.origin.kind == Origin::Kind::entry) see_class(lexicon_.entry_class(m.origin.id), m.begin);
  }

  void see_class(ClassId id, std::uint32_t at) {
    if (id == 0) return;
    scratch_.classes[at].add(id);
    if (sieve_.classes[id].empty()) scratch_.noted_classes.push_back(id);
    sieve_.classes[id].add(at - first_);
  }

  /// A class is of many groups and stands in many places: all of them go to each group at once.
  void note_classes() {
    for (const ClassId id : scratch_.noted_classes) {
      for (const program::Use& use : rules_.class_uses_[id]) {
        if (use.phase == phase_id_) note(use.first_group, use.group_count, sieve_.classes[id]);
      }
      sieve_.classes[id] = {};
    }
    scratch_.noted_classes.clear();
  }

  void see(const MatchScratch::Sighting& key) {
    Positions<N> at;
    at.add(key.token - first_);
    note(key.first_group, key.group_count, at);
  }

  void note(std::uint32_t first_group, std::uint32_t count, const Positions<N>& at) {
    for (const std::uint32_t group : program_.key_groups.subspan(first_group, count)) {
      if (sieve_.groups[group].empty()) scratch_.noted.push_back(group);
      sieve_.groups[group] |= at;
    }
  }

  // which rules may match, and from where

  void try_anchored(std::uint32_t anchor) {
    const program::Group& group = groups_[anchor];
    for (const program::Anchored& anchored : program_.anchored.subspan(group.first, group.count)) {
      if (needs_stand(anchored)) match_rule(anchored.rule, anchor);
    }
  }

  /// What the rule needs stands in the rule's order and at its distances.
  bool needs_stand(const program::Anchored& anchored) {
    Positions<N> at = sieve_.groups[0];
    for (std::uint32_t i = 0; i < anchored.need_count; ++i) {
      const program::Need& need = anchored.needs[i];
      const auto [least, most] = need.behind;
      if (i > 0) at = most == program::kFar ? at.behind(least) : at.behind(least, most);
      at &= sieve_.groups[need.group];
      if (need.atoms != 0 && !at.empty()) at = taken_by_one(need, at);
      if (at.empty()) return false;
    }
    return true;
  }

  /// The positions where one of the need's atoms may take an edge.
  Positions<N> taken_by_one(const program::Need& need, const Positions<N>& begins) {
    Positions<N> taken;
    for (const std::uint32_t id : program_.need_atoms.subspan(need.first_atom, need.atoms)) {
      const program::Atom& atom = program_.atoms[id];
      const Positions<N> sieved = begins & sieve_.groups[atom.group];
      const bool is_sure = atom.edges != program::kTokenEdges || atom.by_group != 0 || sieved.empty();
      taken |= is_sure ? sieved : ask(id, sieved);
    }
    return taken;
  }

  void match_rule(RuleId id, std::uint32_t anchor) {
    rule_ = id;
    const program::Rule& rule = program_.rules[id];
    code_ = program_.instructions.subspan(rule.first_instruction, rule.instruction_count);
    if (!marks_known_) look_at_marks();
    (find_starts(sieve_.groups[anchor]) & own_).each([this](std::uint32_t at) { search(first_ + at); });
  }

  /// The positions from which the rule matches. Leaves in `reach` those of each of its instructions.
  /// Each match takes an edge at one of `anchors`, so it ends behind the first of them.
  Positions<N> find_starts(const Positions<N>& anchors) {
    auto& reach = sieve_.reach;
    if (reach.size() < code_.size()) reach.resize(code_.size());
    Positions<N> leads_on = Positions<N>::below(last_ - first_ + 1) - Positions<N>::below(anchors.first() + 1);
    for (std::size_t pc = code_.size(); pc-- > 0;) {
      const program::Instruction& instruction = code_[pc];
      switch (instruction.op) {
        case Op::atom:
          leads_on = step_back(instruction.x, leads_on);
          if (instruction.y != 0 && leads_on.empty()) return {};
          break;
        case Op::skip:
          leads_on = leads_on.moved_left() - clause_ends_;
          break;
        case Op::split:
          leads_on = reach[instruction.x] | reach[instruction.y];
          break;
        case Op::jump:
          leads_on = reach[instruction.x];
          break;
        case Op::sentence_start:
          leads_on &= starts_;
          break;
        case Op::sentence_end:
          leads_on &= ends_;
          break;
        default:
          break;
      }
      reach[pc] = leads_on;
    }
    return leads_on;
  }

  /// Where edges begin that the atom takes and that end at one of `ends`.
  Positions<N> step_back(std::uint32_t atom_id, const Positions<N>& ends) {
    const program::Atom& atom = program_.atoms[atom_id];
    if (atom.edges == program::kTokenEdges) {
      const Positions<N> begins = sieve_.groups[atom.group] & ends.moved_left();
      return atom.by_group != 0 || begins.empty() ? begins : ask(atom_id, begins);
    }
    Positions<N> begins;
    (sieve_.groups[atom.group] & ends.before_last()).each([&](std::uint32_t at) {
      tests_.each_edge(first_ + at, atom.edges, [&](const Edge& edge) {
        if (edge.end > last_ || !ends.has(edge.end - first_) || !tests_.holds(atom, edge)) return true;
        begins.add(at);
        return false;
      });
    });
    return begins;
  }

  /// Those of the tokens on which the atom holds. A token is asked once, whatever rules have the atom.
  Positions<N> ask(std::uint32_t atom_id, const Positions<N>& tokens) {
    auto& known = sieve_.atoms[atom_id - phase_.first_atom];
    if (known.stretch != scratch_.stretch) known = {scratch_.stretch, {}, {}};
    const program::Atom& atom = program_.atoms[atom_id];
    (tokens - known.asked).each([&](std::uint32_t at) {
      if (tests_.holds(atom, {first_ + at, first_ + at + 1, kNone, kNone})) known.held.add(at);
    });
    known.asked |= tokens;
    return tokens & known.held;
  }

  void look_at_marks() {
    marks_known_ = true;
    clause_ends_ = starts_ = ends_ = {};
    const auto is_mark = [&](std::uint32_t token) { return lattice_.tokens()[token].kind == TokenKind::punctuation; };
    for (std::uint32_t token = first_; token < last_; ++token) {
      if (lattice_.ends_clause(token)) clause_ends_.add(token - first_);
    }
    std::uint32_t start = sentence_.first;
    while (start < last_ && is_mark(start)) ++start;
    for (std::uint32_t at = first_; at <= start; ++at) starts_.add(at - first_);
    std::uint32_t end = sentence_.last;
    while (end > first_ && is_mark(end - 1)) --end;
    for (std::uint32_t at = end; at <= last_; ++at) ends_.add(at - first_);
  }

  // the match itself: one rule from one token

  void search(std::uint32_t start) {
    start_ = start;
    limit_ = std::min(last_, start + kMaxReach);
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

  bool leads_to_match(std::uint32_t pc, std::uint32_t position) const {
    return position <= limit_ && sieve_.reach[pc].has(position - first_);
  }

  /// Goes on from one state until an edge must be chosen or a match is reached.
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
          if (position == limit_) return;
          ++position;
          ++pc;
          break;
        case Op::split:
          if (!leads_to_match(instruction.x, position)) {
            pc = instruction.y;
            break;
          }
          if (leads_to_match(instruction.y, position)) {
            scratch_.jobs.push_back({.instruction = instruction.y, .position = position, .trail = trail_length()});
          }
          pc = instruction.x;
          break;
        case Op::jump:
          pc = instruction.x;
          break;
        case Op::sentence_start:
        case Op::sentence_end:
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

  /// Puts a job by for each edge on which the atom holds; the preferred edge is taken first.
  void take_edges(const program::Atom& atom, std::uint32_t next, std::uint32_t position) {
    const std::size_t first_job = scratch_.jobs.size();
    tests_.each_edge(position, atom.edges, [&](const Edge& edge) {
      if (leads_to_match(next, edge.end) && tests_.holds(atom, edge)) {
        scratch_.jobs.push_back({next, edge.end, trail_length(), edge.mention, edge.entry, edge.begin});
      }
      return true;
    });
    std::reverse(scratch_.jobs.begin() + static_cast<std::ptrdiff_t>(first_job), scratch_.jobs.end());
  }

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

  const Rules& rules_;
  const Lexicon& lexicon_;
  const program::View& program_;
  const PhaseId phase_id_;
  const program::Phase& phase_;
  const std::span<const program::Group> groups_;
  const Lattice& lattice_;
  MatchScratch& scratch_;
  SieveScratch<N>& sieve_;
  const EdgeTests tests_;
  const program::Use* any_word_ = nullptr;  ///< what it is to the phase that a token is a word
  // the stretch
  Sentence sentence_;
  std::uint32_t first_ = 0;
  std::uint32_t last_ = 0;
  Positions<N> own_;
  bool marks_known_ = false;
  Positions<N> clause_ends_;
  Positions<N> starts_;  ///< behind nothing but marks of the sentence
  Positions<N> ends_;    ///< before nothing but marks of the sentence
  // the rule
  RuleId rule_ = 0;
  std::span<const program::Instruction> code_;
  std::uint32_t start_ = 0;
  std::uint32_t limit_ = 0;
  std::uint32_t width_ = 0;
  std::size_t first_candidate_ = 0;
};

class PhaseMatcher {
 public:
  PhaseMatcher(const Rules& rules, PhaseId phase, const Lattice& lattice, MatchScratch& scratch)
      : lattice_(lattice),
        scratch_(scratch),
        sighted_(scratch.sighted[phase]),
        short_(rules, phase, lattice, scratch, scratch.short_sieve),
        middle_(rules, phase, lattice, scratch, scratch.middle_sieve),
        long_(rules, phase, lattice, scratch, scratch.long_sieve) {}

  void run(std::vector<RuleMatch>& out) {
    scratch_.candidates.clear();
    for (const Sentence& sentence : lattice_.sentences()) {
      const std::uint32_t length = sentence.last - sentence.first;
      if (length < Positions<1>::kSize) {
        match_in(short_, sentence);
      } else if (length < Positions<2>::kSize) {
        match_in(middle_, sentence);
      } else {
        match_in(long_, sentence);
      }
    }
    choose(out);
  }

 private:
  /// A sentence that is too long for one stretch is matched in several, each with all that a match may reach behind it.
  template <std::size_t N>
  void match_in(StretchMatcher<N>& matcher, const Sentence& sentence) {
    constexpr std::uint32_t kLongest = Positions<N>::kSize - 1;
    std::uint32_t first = sentence.first;
    for (; sentence.last - first > kLongest; first += kLongest - kMaxReach) {
      matcher.run(sentence, first, first + kLongest, first + kLongest - kMaxReach, sighted_in(first, first + kLongest));
    }
    matcher.run(sentence, first, sentence.last, sentence.last, sighted_in(first, sentence.last));
  }

  /// Stretches come in order of their first tokens.
  std::span<const MatchScratch::Sighting> sighted_in(std::uint32_t first, std::uint32_t last) {
    std::size_t skipped = 0;
    while (skipped < sighted_.size() && sighted_[skipped].token < first) ++skipped;
    sighted_ = sighted_.subspan(skipped);
    std::size_t count = 0;
    while (count < sighted_.size() && sighted_[count].token < last) ++count;
    return sighted_.first(count);
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

  const Lattice& lattice_;
  MatchScratch& scratch_;
  std::span<const MatchScratch::Sighting> sighted_;
  StretchMatcher<1> short_;
  StretchMatcher<2> middle_;
  StretchMatcher<8> long_;
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
        scratch.sighted[use.phase].push_back({at, use.first_group, use.group_count});
      }
    };
    if (token.word != 0) {
      see(uses(KeyKind::word, token.word));
      for (const LemmaId lemma : lexicon_->lemmas(token.word)) see(uses(KeyKind::lemma, lemma));
    }
    for (const LexicalMatch& phrase : lattice.phrases_at(at)) {
      const ClassId id = lexicon_->entry_class(phrase.entry);
      if (kind_mask_.has(id)) continue;  // the name of a kind means mentions alone
      see(class_uses_[id]);
      scratch.row_classes[at].add(id);
    }
    if (token.kind == TokenKind::number) see(uses(KeyKind::digits, 0));
  }
}

void Rules::match(PhaseId phase, const Lattice& lattice, MatchScratch& scratch, std::vector<RuleMatch>& out) const {
  scratch.classes = scratch.row_classes;
  PhaseMatcher(*this, phase, lattice, scratch).run(out);
}

}  // namespace incidents
