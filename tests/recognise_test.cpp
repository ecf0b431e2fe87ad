#include "mentions/recognise.h"

#include <gtest/gtest.h>

#include <string>

#include "mentions/examples.h"
#include "rules_fixture.h"

namespace incidents {
namespace {

using testing::data_files;
using testing::Language;

std::string rule(std::string_view name, std::string_view match, std::string_view make, std::string_view examples = "") {
  return "rule " + std::string(name) + "\n  match = " + std::string(match) + "\n  make = " + std::string(make) + "\n" +
         std::string(examples.empty() ? "  yes = क\n  no = ख\n" : examples);
}

/// A small language with two phases and one text recognised by it.
struct Recognised {
  Recognised(const std::string& first, const std::string& second, std::string_view text)
      : language(files(first, second)), normal(normalise(text)) {
    tokenise(normal, tokens);
    Recogniser(language.lexicon, language.rules).recognise(normal, tokens, mentions, scratch);
  }

  static DataFiles files(const std::string& first, const std::string& second) {
    DataFiles result = data_files(first);
    result.push_back({"rules/20-second.rules", second, "rules/20-second.rules"});
    return result;
  }

  std::string words(std::uint32_t begin, std::uint32_t end) const {
    if (begin >= end) return {};
    return normal.substr(tokens.tokens[begin].begin, tokens.tokens[end - 1].end - tokens.tokens[begin].begin);
  }

  const Mention* find(MentionKind kind, std::string_view wanted) const {
    for (const Mention& m : mentions.all) {
      if (m.kind == kind && words(m.begin, m.end) == wanted) return &m;
    }
    return nullptr;
  }

  /// "kind:words" of the mentions that are not superseded, in order.
  std::string shown() const {
    std::string out;
    for (const Mention& m : mentions.all) {
      if (m.superseded) continue;
      const auto kind = static_cast<std::size_t>(m.kind);
      if (!out.empty()) out += " | ";
      out += kind < kMentionKindNames.size() ? std::string(kMentionKindNames[kind]) : "other";
      out += ":" + words(m.begin, m.end);
    }
    return out;
  }

  Language language;
  std::string normal;
  Tokens tokens;
  Mentions mentions;
  RecogniseScratch scratch;
};

TEST(Recogniser, makes_mentions_of_rows_the_longest_of_each_kind) {
  const Recognised r("", "", "देसी बम धमाका में लोग घायल");
  EXPECT_EQ(r.shown(), "weapon:देसी बम | trigger:बम धमाका | actor:लोग | effect:घायल");
  const Mention* actor = r.find(MentionKind::actor, "लोग");
  ASSERT_NE(actor, nullptr);
  EXPECT_EQ(r.mentions.actors[actor->payload].kind, "civilian");
  EXPECT_EQ(origin_name(r.language.lexicon, r.language.rules, *actor), "लोग");
}

TEST(Recogniser, lets_a_phase_see_what_the_phase_before_it_made) {
  const Recognised r(rule("one", "@signal में", "noun"), rule("two", "[ @noun & !लोग ] लोग", "adjective"), "धमाका में लोग");
  EXPECT_NE(r.find(MentionKind::other, "धमाका में"), nullptr);
  EXPECT_EQ(origin_name(r.language.lexicon, r.language.rules, r.mentions.all.front()), "one");
  std::size_t by_rule_two = 0;
  for (const Mention& m : r.mentions.all) {
    by_rule_two += origin_name(r.language.lexicon, r.language.rules, m) == "two" ? 1u : 0u;
  }
  EXPECT_EQ(by_rule_two, 1u);
}

TEST(Recogniser, gives_rule_mentions_the_kind_of_their_class) {
  const Recognised r(rule("one", "w:@arms वाले", "arms kind=carrier"), "", "बम वाले");
  const Mention* weapon = r.find(MentionKind::weapon, "बम वाले");
  ASSERT_NE(weapon, nullptr) << r.shown();
  EXPECT_EQ(r.language.lexicon.class_name(weapon->class_id), "arms");
  EXPECT_EQ(r.shown(), "weapon:बम वाले") << "the row inside is superseded";
}

TEST(Recogniser, keeps_slots_and_arguments_within_reach) {
  const Recognised r(rule("one", "e:@effect ..2 who:@actor", "effect effect=$e victim=$who frame=verb"), "",
                     "मौत इन जवान की");
  const Mention* effect = r.find(MentionKind::effect, "मौत इन जवान");
  ASSERT_NE(effect, nullptr) << r.shown();
  const Lexicon& lexicon = r.language.lexicon;
  const Rules& rules = r.language.rules;
  EXPECT_EQ(attribute(lexicon, rules, r.mentions, *effect, "effect"), "killed");
  EXPECT_EQ(attribute(lexicon, rules, r.mentions, *effect, "frame"), "verb");
  EXPECT_EQ(attribute(lexicon, rules, r.mentions, *effect, "case"), "");
  const SlotMatch* victim = slot(lexicon, rules, r.mentions, *effect, "victim");
  ASSERT_NE(victim, nullptr);
  ASSERT_LT(victim->mention, r.mentions.all.size());
  const Mention& soldier = r.mentions.all[victim->mention];
  EXPECT_EQ(r.words(soldier.begin, soldier.end), "जवान") << "indices hold after mentions are sorted";
  EXPECT_EQ(slot(lexicon, rules, r.mentions, *effect, "frame"), nullptr);
}

TEST(Recogniser, tests_attributes_of_rule_mentions_like_those_of_rows) {
  const Recognised r(rule("one", "@effect [ @actor ]", "actor effect=killed kind=victim"),
                     rule("two", "@actor{effect=killed}", "noun"), "मौत जवान लोग");
  EXPECT_NE(r.find(MentionKind::other, "जवान"), nullptr);
  EXPECT_EQ(r.find(MentionKind::other, "लोग"), nullptr);
  const Mention* actor = r.find(MentionKind::actor, "जवान");
  ASSERT_NE(actor, nullptr);
}

TEST(Recogniser, names_actors_by_slot_or_words) {
  const Recognised r(rule("one", "name:( * @actor ) ने", "actor kind=police cc=IN"), "", "कल दिल्ली जवान ने");
  const Mention* actor = r.find(MentionKind::actor, "दिल्ली जवान ने");
  ASSERT_NE(actor, nullptr) << r.shown();
  const ActorValue& value = r.mentions.actors[actor->payload];
  EXPECT_EQ(value.name, "दिल्ली जवान");
  EXPECT_EQ(value.kind, "police");
  EXPECT_EQ(value.country, "IN");
}

TEST(Recogniser, removes_what_a_rule_makes_nothing_of) {
  const Recognised r(rule("one", "@place बम", "nothing kind=place"), "", "राजपुर बम, राजपुर में");
  EXPECT_EQ(r.shown(), "weapon:बम | place:राजपुर");
}

TEST(Recogniser, forgets_the_document_before) {
  Recognised r("", "", "बम");
  const Recogniser recogniser(r.language.lexicon, r.language.rules);
  Tokens tokens;
  const std::string text = normalise("लोग");
  tokenise(text, tokens);
  recogniser.recognise(text, tokens, r.mentions, r.scratch);
  ASSERT_EQ(r.mentions.all.size(), 1u);
  EXPECT_EQ(r.mentions.all[0].kind, MentionKind::actor);
  EXPECT_EQ(r.mentions.actors.size(), 1u);
}

std::string example_problem(std::string_view match, std::string_view make, std::string_view yes, std::string_view no) {
  const std::string text =
      rule("r", match, make, "  yes = " + std::string(yes) + "\n  no = " + std::string(no) + "\n") +
      rule("s", "कल", "daypart", "  yes = कल\n  no = ख\n");
  const Compiled compiled = compile(data_files(text), {}, check_examples);
  return compiled.problems.empty() ? "" : compiled.problems.front().what();
}

TEST(Examples, hold_the_rule_to_its_word) {
  struct Row {
    const char* match;
    const char* make;
    const char* yes;
    const char* no;
    const char* want;
  };
  const Row rows[] = {
      {"@arms @marker", "noun", "कल [बम में] था", "बम था", ""},
      {"@arms @marker", "noun", "कल बम में था", "बम था", ""},
      {"@arms @marker", "noun", "कल [बम] में था", "बम था", "4:9: the rule finds [बम में], not [बम]"},
      {"@arms @marker", "noun", "बम था", "बम था", "4:9: the rule finds nothing here"},
      {"@arms @marker", "noun", "कल बम था", "बम था", "4:9: the rule finds nothing here; of its phase there is s [कल]"},
      {"@arms @marker", "noun", "बम में", "कल बम ने", "5:8: this must not be found, but the rule gives [बम ने]"},
      {"[ @arms ] @marker", "noun", "[बम] में [बम] ने", "बम", ""},
      {"w:@arms @marker", "noun kind=$w by=x", "बम में => kind=bomb by=x", "बम", ""},
      {"w:@arms @marker", "noun kind=$w by=x", "बम में => kind=gun", "बम", "4:9: kind is bomb, not gun"},
      {"w:@arms @marker", "noun what=$w", "देसी बम में => what=देसी_बम", "बम", ""},
      {"w:@arms @marker", "noun kind=$w", "बम में => min=3", "बम", "4:9: a mention of this rule has no 'min'"},
      {"name:@actor ने", "actor kind=police", "लोगों ने => kind=police name=लोगों", "लोग", ""},
      {"@arms", "nothing kind=weapon", "[बम] फटा", "लोग", ""},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(std::string(row.match) + " on " + row.yes);
    const std::string got = example_problem(row.match, row.make, row.yes, row.no);
    EXPECT_EQ(got.substr(0, got.find('\n')), *row.want == '\0' ? "" : std::string("rules/10-test.rules:") + row.want);
  }
}

}  // namespace
}  // namespace incidents
