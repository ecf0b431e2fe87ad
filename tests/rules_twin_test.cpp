/// Thousands of small random rules on small random sentences, against a matcher that follows every path of the tree and
/// knows neither programs nor indexes.
#include <gtest/gtest.h>

#include <functional>
#include <map>
#include <random>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "rules/pattern.h"
#include "rules_fixture.h"

namespace incidents {
namespace {

using testing::data_files;
using testing::Language;
using testing::rule;
using testing::Text;

constexpr std::string_view kSetMembers = "कल मार~ @arms @adjective @actor";

/// Follows the pattern's tree, preferred branches first, and calls `done` at each end.
class NaiveMatcher {
 public:
  NaiveMatcher(const Language& language, const Text& text) : lexicon_(language.lexicon), text_(text) {}

  std::vector<RuleMatch> match(const std::vector<PatternNode>& patterns) {
    std::vector<RuleMatch> all;
    for (RuleId id = 0; id < patterns.size(); ++id) {
      for (const Sentence& sentence : text_.tokens.sentences) {
        for (std::uint32_t start = sentence.first; start < sentence.last; ++start) {
          attempt(id, patterns[id], sentence, start, all);
        }
      }
    }
    std::sort(all.begin(), all.end(), [](const RuleMatch& a, const RuleMatch& b) {
      return std::tuple(a.begin, -std::int64_t{a.whole_end}, a.whole_begin, -std::int64_t{a.end}, a.rule) <
             std::tuple(b.begin, -std::int64_t{b.whole_end}, b.whole_begin, -std::int64_t{b.end}, b.rule);
    });
    std::vector<RuleMatch> chosen;
    for (const RuleMatch& m : all) {
      const bool free = std::none_of(chosen.begin(), chosen.end(), [&](const RuleMatch& other) {
        return m.begin < other.end && other.begin < m.end;
      });
      if (free) chosen.push_back(m);
    }
    return chosen;
  }

 private:
  using Next = std::function<void(std::uint32_t)>;

  struct Edge {
    std::uint32_t end = 0;
    std::uint32_t mention = kNone;
    EntryId entry = kNone;
  };

  void attempt(RuleId id, const PatternNode& pattern, Sentence sentence, std::uint32_t start,
               std::vector<RuleMatch>& all) {
    sentence_ = sentence;
    slots_.clear();
    number_slots(pattern);
    state_ = {.rule = id, .begin = start, .whole_begin = start, .slots = {}};
    bracketed_ = false;
    std::set<std::uint32_t> ends;
    std::map<std::pair<std::uint32_t, std::uint32_t>, RuleMatch> by_mention;
    walk(pattern, start, [&](std::uint32_t end) {
      if (!ends.insert(end).second) return;  // a preferred path came here before
      RuleMatch m = state_;
      m.whole_end = end;
      if (!bracketed_) m.end = end;
      const auto [at, is_new] = by_mention.try_emplace({m.begin, m.end}, m);
      if (!is_new && at->second.whole_end < end) at->second = m;
    });
    for (const auto& [mention, m] : by_mention) all.push_back(m);
  }

  void number_slots(const PatternNode& node) {
    if (node.kind == PatternNode::Kind::slot) slots_.try_emplace(node.name, static_cast<std::uint32_t>(slots_.size()));
    for (const PatternNode& child : node.children) number_slots(child);
  }

  void walk(const PatternNode& node, std::uint32_t at, const Next& next) {
    switch (node.kind) {
      case PatternNode::Kind::atom:
        for (const Edge& edge : edges(at)) {
          if (!holds(node, at, edge)) continue;
          const RuleMatch before = state_;
          for (const std::uint32_t slot : open_) keep(state_.slots[slot], edge);
          next(edge.end);
          state_ = before;
        }
        return;
      case PatternNode::Kind::sequence:
        return walk_all(node.children, 0, at, next);
      case PatternNode::Kind::alternatives:
        for (const PatternNode& child : node.children) walk(child, at, next);
        return;
      case PatternNode::Kind::repeat:
        return walk_repeat(node, 0, at, next);
      case PatternNode::Kind::gap:
        for (std::uint32_t width = 0; width <= node.max && at + width <= sentence_.last; ++width) {
          if (width > 0 && ends_clause(at + width - 1)) return;
          next(at + width);
        }
        return;
      case PatternNode::Kind::slot:
        return walk_slot(node, at, next);
      case PatternNode::Kind::sentence_start:
        if (only_marks(sentence_.first, at)) next(at);
        return;
      case PatternNode::Kind::sentence_end:
        if (only_marks(at, sentence_.last)) next(at);
        return;
      case PatternNode::Kind::mention_begin:
        with(state_.begin, at, [&] { next(at); });
        return;
      case PatternNode::Kind::mention_end:
        bracketed_ = true;
        with(state_.end, at, [&] { next(at); });
        return;
    }
  }

  template <class Body>
  static void with(std::uint32_t& variable, std::uint32_t value, Body body) {
    const std::uint32_t before = variable;
    variable = value;
    body();
    variable = before;
  }

  void walk_all(const std::vector<PatternNode>& nodes, std::size_t index, std::uint32_t at, const Next& next) {
    if (index == nodes.size()) return next(at);
    walk(nodes[index], at, [&](std::uint32_t end) { walk_all(nodes, index + 1, end, next); });
  }

  void walk_repeat(const PatternNode& node, std::uint32_t done, std::uint32_t at, const Next& next) {
    if (done < node.max) {
      walk(node.children[0], at, [&](std::uint32_t end) { walk_repeat(node, done + 1, end, next); });
    }
    if (done >= node.min) next(at);
  }

  void walk_slot(const PatternNode& node, std::uint32_t at, const Next& next) {
    const std::uint32_t slot = slots_.at(node.name);
    const RuleMatch before = state_;
    state_.slots[slot] = {.begin = at};
    open_.push_back(slot);
    walk(node.children[0], at, [&](std::uint32_t end) {
      const SlotMatch inside = state_.slots[slot];
      state_.slots[slot].end = end;
      open_.pop_back();
      next(end);
      open_.push_back(slot);
      state_.slots[slot] = inside;
    });
    open_.pop_back();
    state_ = before;
  }

  static void keep(SlotMatch& slot, const Edge& edge) {
    if (edge.mention != kNone) {
      slot.mention = edge.mention;
      slot.entry = edge.entry;
    } else if (edge.entry != kNone && slot.mention == kNone) {
      slot.entry = edge.entry;
    }
  }

  std::vector<Edge> edges(std::uint32_t at) const {
    std::vector<Edge> result;
    if (at >= sentence_.last) return result;
    for (std::uint32_t end = sentence_.last; end > at; --end) {
      for (std::uint32_t i = static_cast<std::uint32_t>(text_.mentions.all.size()); i-- > 0;) {
        const Mention& m = text_.mentions.all[i];
        if (m.begin == at && m.end == end && !m.superseded) {
          result.push_back({end, i, m.origin.kind == Origin::Kind::entry ? m.origin.id : kNone});
        }
      }
    }
    for (const LexicalMatch& phrase : text_.phrases) {
      if (phrase.begin == at) result.push_back({phrase.end, kNone, phrase.entry});
    }
    result.push_back({at + 1});
    return result;
  }

  /// Words are taken as plain tokens; a class by rows and mentions; all terms on one edge.
  bool holds(const PatternNode& node, std::uint32_t at, const Edge& edge) const {
    bool any_class = false;
    for (const PatternTerm& term : node.terms) {
      any_class =
          any_class ||
          (!term.negated && (term.kind == PatternTerm::Kind::any_form_of_class || term.kind == PatternTerm::Kind::set));
    }
    const bool is_token = edge.mention == kNone && edge.entry == kNone;
    if (!any_class && !is_token) return false;
    for (const PatternTerm& term : node.terms) {
      if (!term.negated) {
        if (!holds(term, at, edge)) return false;
      } else {
        for (const Edge& other : edges(at)) {
          if (holds(term, at, other)) return false;
        }
      }
    }
    return true;
  }

  bool holds(const PatternTerm& term, std::uint32_t at, const Edge& edge) const {
    const Token& token = text_.tokens.tokens[at];
    const bool is_single = edge.end == at + 1;
    switch (term.kind) {
      case PatternTerm::Kind::word:
        return is_single && text_.words(at, at + 1) == term.text;
      case PatternTerm::Kind::lemma: {
        const auto lemmas = lexicon_.lemmas(token.word);
        return is_single && std::count(lemmas.begin(), lemmas.end(), lexicon_.find_lemma(term.text)) > 0;
      }
      case PatternTerm::Kind::digits:
        return is_single && token.kind == TokenKind::number;
      case PatternTerm::Kind::any_word:
        return is_single && (token.kind == TokenKind::word || token.kind == TokenKind::mixed);
      case PatternTerm::Kind::any_form_of_class: {
        const ClassId id = lexicon_.find_class(term.text);
        if (edge.mention == kNone) return edge.entry != kNone && lexicon_.entry_class(edge.entry) == id;
        const Mention& m = text_.mentions.all[edge.mention];
        return m.class_id == id || kMentionKindNames[static_cast<std::size_t>(m.kind)] == term.text ||
               (edge.entry != kNone && lexicon_.entry_class(edge.entry) == id);
      }
      case PatternTerm::Kind::set: {
        RuleText members;
        members.append(kSetMembers, {1, 1});
        for (const PatternTerm& member : parse_members(members)) {
          if (holds(member, at, edge)) return true;
        }
        return false;
      }
    }
    return false;
  }

  bool ends_clause(std::uint32_t token) const {
    return token >= text_.tokens.tokens.size() || text_.words(token, token + 1) == "लेकिन" ||
           text_.words(token, token + 1) == ";";
  }

  bool only_marks(std::uint32_t first, std::uint32_t last) const {
    for (std::uint32_t i = first; i < last; ++i) {
      if (text_.tokens.tokens[i].kind != TokenKind::punctuation) return false;
    }
    return true;
  }

  const Lexicon& lexicon_;
  const Text& text_;
  Sentence sentence_;
  RuleMatch state_;
  bool bracketed_ = false;
  std::map<std::string, std::uint32_t> slots_;
  std::vector<std::uint32_t> open_;
};

/// Random patterns over a handful of names, so that they meet the sentences often.
class Generator {
 public:
  explicit Generator(std::uint32_t seed) : random_(seed) {}

  std::string pattern() {
    slot_ = 0;
    std::string result;
    const bool brackets = chance(2);
    if (chance(8)) result += "^ ";
    if (brackets && chance(2)) result += item(1) + (chance(3) ? " ..2 " : " ");
    if (brackets) result += "[ ";
    result += item(2);
    for (std::uint32_t i = below(2); i > 0; --i) result += (chance(4) ? " ..3 " : " ") + item(2);
    if (brackets) result += " ]";
    if (brackets && chance(2)) result += (chance(3) ? " ..2 " : " ") + item(1);
    if (chance(8)) result += " $";
    return result;
  }

  std::string sentence() {
    static const char* const kVocabulary[] = {"लोग", "लोगों", "ने",  "बम", "देसी",  "मारा", "मारे", "धमाका", "के",
                                              "पास", "12",   "कल", ",",  "लेकिन", ";",    "।",   "और",    "लोग"};
    std::string result;
    for (std::uint32_t i = 1 + below(9); i > 0; --i) result += std::string(kVocabulary[below(18)]) + " ";
    return result;
  }

  void add_mentions(Text& text, const Lexicon& lexicon) {
    static const char* const kClasses[] = {"noun", "arms", "person_common", "adjective"};
    const auto size = static_cast<std::uint32_t>(text.tokens.tokens.size());
    for (std::uint32_t i = below(4); i > 0; --i) {
      Mention m;
      m.kind = static_cast<MentionKind>(below(9));
      m.begin = below(size);
      m.end = std::min(end_of_sentence(text, m.begin), m.begin + 1 + below(3));
      m.class_id = lexicon.find_class(kClasses[below(4)]);
      m.superseded = chance(5);
      if (chance(2)) m.origin = {Origin::Kind::entry, below(lexicon.entry_count())};
      text.mentions.all.push_back(m);
    }
    text.lattice.set_mentions(text.mentions);
  }

 private:
  std::uint32_t below(std::uint32_t n) { return static_cast<std::uint32_t>(random_() % n); }
  bool chance(std::uint32_t n) { return below(n) == 0; }

  static std::uint32_t end_of_sentence(const Text& text, std::uint32_t token) {
    for (const Sentence& sentence : text.tokens.sentences) {
      if (token < sentence.last) return sentence.last;
    }
    return token + 1;
  }

  std::string item(int depth) {
    std::string result;
    if (chance(4) && slot_ < 4) result += "s" + std::to_string(slot_++) + ":";
    if (depth > 0 && chance(3)) {
      result += "( " + item(depth - 1);
      if (chance(2)) result += " " + item(depth - 1);
      if (chance(2)) result += " | " + item(depth - 1);
      result += " )";
    } else {
      result += term(true);
      if (chance(5)) result += " & " + term(true);
    }
    if (chance(4)) result += chance(2) ? "?" : "{0,2}";
    return result;
  }

  std::string term(bool may_negate) {
    static const char* const kTerms[] = {"लोग",   "ने",       "मार~", "@arms",      "@person_common", "@actor",
                                         "@noun", "@weapon", "#",    "*",          "@signal",        "@marker",
                                         "के",     "\",\"",   "लोग~", "@adjective", "%SET",           "%SET"};
    return (may_negate && chance(7) ? "!" : "") + std::string(kTerms[below(18)]);
  }

  std::mt19937 random_;
  std::uint32_t slot_ = 0;
};

bool same(const RuleMatch& a, const RuleMatch& b) {
  return a.rule == b.rule && a.begin == b.begin && a.end == b.end && a.whole_begin == b.whole_begin &&
         a.whole_end == b.whole_end && a.slots == b.slots;
}

std::string show(const std::vector<RuleMatch>& matches) {
  std::string out;
  for (const RuleMatch& m : matches) {
    out += "\n  rule " + std::to_string(m.rule) + " [" + std::to_string(m.begin) + "," + std::to_string(m.end) +
           ") in [" + std::to_string(m.whole_begin) + "," + std::to_string(m.whole_end) + ")";
    for (const SlotMatch& s : m.slots) {
      if (s.begin != kNone) out += " " + std::to_string(s.begin) + "-" + std::to_string(s.end);
    }
  }
  return out;
}

TEST(Matcher, agrees_with_a_naive_twin_on_random_rules) {
  constexpr int kRuleSets = 1000;
  constexpr int kSentences = 25;
  Generator generator(20240726);
  int rule_sets = 0;
  int found = 0;
  while (rule_sets < kRuleSets) {
    std::string text = "set SET = " + std::string(kSetMembers) + "\n";
    std::vector<PatternNode> patterns;
    for (int i = 0; i < 3; ++i) {
      const std::string pattern = generator.pattern();
      text += rule("r" + std::to_string(i), pattern);
      RuleText source;
      source.append(pattern, {1, 1});
      patterns.push_back(parse_pattern(source));
    }
    const DataFiles files = data_files(text);
    if (!compile(files).problems.empty()) continue;  // a mention that may be empty, say
    ++rule_sets;
    const Language language(files);
    MatchScratch scratch;
    for (int i = 0; i < kSentences; ++i) {
      const std::string sentence = generator.sentence();
      Text read(language.lexicon, sentence);
      generator.add_mentions(read, language.lexicon);
      std::vector<RuleMatch> got;
      language.rules.open(read.lattice, scratch);
      language.rules.match(0, read.lattice, scratch, got);
      const std::vector<RuleMatch> want = NaiveMatcher(language, read).match(patterns);
      ASSERT_TRUE(std::equal(got.begin(), got.end(), want.begin(), want.end(), same))
          << text << sentence << "\ngot" << show(got) << "\nwant" << show(want);
      found += static_cast<int>(got.size());
    }
  }
  EXPECT_GT(found, kRuleSets * kSentences / 4) << "rules and sentences hardly meet";
}

}  // namespace
}  // namespace incidents
