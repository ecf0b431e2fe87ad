#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "rules_fixture.h"

namespace incidents {
namespace {

using testing::data_files;
using testing::Language;
using testing::rule;
using testing::Text;

std::vector<RuleMatch> match(const Language& language, const Text& text) {
  MatchScratch scratch;
  std::vector<RuleMatch> matches;
  language.rules.open(text.lattice, scratch);
  for (PhaseId phase = 0; phase < language.rules.phase_count(); ++phase) {
    std::vector<RuleMatch> found;
    language.rules.match(phase, text.lattice, scratch, found);
    matches.insert(matches.end(), found.begin(), found.end());
  }
  return matches;
}

/// "rule:words" of each mention, with " | " between.
std::string found(const Language& language, std::string_view sentence) {
  const Text text(language.lexicon, sentence);
  std::string out;
  for (const RuleMatch& m : match(language, text)) {
    if (!out.empty()) out += " | ";
    out += std::string(language.rules.name(m.rule)) + ":" + text.words(m.begin, m.end);
  }
  return out;
}

std::string found_by(std::string_view pattern, std::string_view sentence) {
  const Language language(data_files(rule("r", pattern)));
  return found(language, sentence);
}

TEST(Patterns, take_what_they_say) {
  struct Row {
    const char* pattern;
    const char* sentence;
    const char* want;
  };
  const Row rows[] = {
      {"कल", "वह कल आया", "r:कल"},
      {"मार~", "वे मारे गए", "r:मारे"},
      {"मार~ जा~", "तीन लोग मारे गए", "r:मारे गए"},
      {"मार~", "वे गए", ""},
      {"@person_common", "तीन लोग आए", "r:लोग"},
      {"@person_common", "तीन लोगों को", "r:लोगों"},
      {"@arms", "एक देसी बम मिला", "r:देसी बम"},
      {"@marker{case=ne}", "लोगों ने जवान को", "r:ने"},
      {"@marker{case=ko|ne}", "लोगों ने जवान को", "r:ने | r:को"},
      {"@marker{case!=ne}", "लोगों ने जवान को", "r:को"},
      {"@person_common{group=soldier|person kind!=civilian}", "लोग और जवान", "r:जवान"},
      {"@person_common{group=soldier, kind=civilian}", "लोग और जवान", ""},
      {"@person_common{group=soldier} @marker{case=ko}", "लोगों को जवानों को", "r:जवानों को"},
      {"# @person_common", "12 लोग", "r:12 लोग"},
      {"# @person_common", "तीन लोग", ""},
      {"* @marker{case=mein}", "गांव में", "r:गांव में"},
      {"* @marker{case=mein}", "12 में", ""},
      {"^ लोग", "लोग आए। लोग गए", "r:लोग | r:लोग"},
      {"^ आए", "लोग आए", ""},
      {"^ लोग", "“लोग आए", "r:लोग"},
      {"आए $", "लोग आए।", "r:आए"},
      {"लोग $", "लोग आए।", ""},
      {"लोग \",\" जवान", "लोग, जवान आए", "r:लोग, जवान"},
      {"!लोग आए", "लोग आए जवान आए", "r:जवान आए"},
      {"!@person_common आए", "लोग आए वह आए", "r:वह आए"},
      {"मार~ & !मारे", "मारे मारा", "r:मारा"},
      {"@arms & बम", "देसी बम बम", "r:बम | r:बम"},
      {"लोग ( ने | को )", "लोग को", "r:लोग को"},
      {"लोग ने? आए", "लोग आए लोग ने आए", "r:लोग आए | r:लोग ने आए"},
      {"लोग न{2,3} आए", "लोग न आए लोग न न आए लोग न न न आए", "r:लोग न न आए | r:लोग न न न आए"},
      {"लोग ..2 आए", "लोग कल रात आए", "r:लोग कल रात आए"},
      {"लोग ..2 आए", "लोग कल देर रात आए", ""},
      {"लोग ..4 आए", "लोग गए, वे आए", "r:लोग गए, वे आए"},
      {"लोग ..4 आए", "लोग गए लेकिन वे आए", ""},
      {"लोग ..4 आए", "लोग गए; वे आए", ""},
      {"लोग ..4 आए", "लोग गए और वे आए", "r:लोग गए और वे आए"},
      {"लोग ..4 आए", "लोग गए। वे आए", ""},
      {"[ @person_common ] ..2 मार~ जा~", "तीन लोग कल मारे गए", "r:लोग"},
      {"@signal में ..2 [ @person_common ]", "हमला में लोग", "r:लोग"},
      {"[ @person_common ] और", "लोग और जवान और", "r:लोग | r:जवान"},
      {"@signal ..4 [ @person_common ]", "हमला में लोग और जवान", "r:लोग | r:जवान"},
      {"अल-असद", "ऐन अल-असद बेस", "r:अल-असद"},
      {"( कल | आज ) रात", "आज रात", "r:आज रात"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(std::string(row.pattern) + "  on  " + row.sentence);
    EXPECT_EQ(found_by(row.pattern, row.sentence), row.want);
  }
}

TEST(Patterns, are_folded_as_texts_are) {
  EXPECT_EQ(found_by("हिन्दी", "हिंदी में"), "r:हिंदी");
  EXPECT_EQ(found_by("गयी", "वह गई"), "r:गई");
  EXPECT_EQ(found_by("2024", "२०२४ में"), "r:2024");
}

TEST(Sets, hold_words_lemmas_classes_sets_and_phrases) {
  const Language language(
      data_files("set TIMES = कल आज\n"
                 "set MANY = %TIMES मार~ @arms{kind=bomb}\n  \"के बाद\"\n" +
                 rule("r", "%MANY")));
  EXPECT_EQ(found(language, "कल"), "r:कल");
  EXPECT_EQ(found(language, "मारी"), "r:मारी");
  EXPECT_EQ(found(language, "बम"), "r:बम");
  EXPECT_EQ(found(language, "इस के बाद"), "r:के बाद");
  EXPECT_EQ(found(language, "के पास"), "");
}

TEST(Sets, of_the_shared_file_are_known_to_all) {
  DataFiles files = data_files("set DAYS = कल आज\n", "rules/00-sets.rules");
  const std::string text = rule("r", "!%DAYS रात");
  files.push_back({"rules/20-more.rules", text, "rules/20-more.rules"});
  const Language language(files);
  EXPECT_EQ(language.rules.phase_count(), 1u);
  EXPECT_EQ(found(language, "कल रात"), "");
  EXPECT_EQ(found(language, "देर रात"), "r:देर रात");
}

TEST(Patterns, match_alike_in_sentences_of_any_length) {
  const Language language(data_files(rule("r", "जवान ..2 मार~ जा~") + rule("end", "[ वह ] $") + rule("start", "^ [ वाहन ]")));
  for (const std::size_t filler : {3u, 40u, 60u, 61u, 62u, 63u, 64u, 120u, 126u, 127u, 128u, 190u, 250u}) {
    std::string sentence = "वाहन";
    std::string want = "start:वाहन";
    for (std::size_t i = 0; i < filler; ++i) sentence += " वाहन";
    for (int i = 0; i < 3; ++i) {
      sentence += " जवान बहुत मारे गए";
      want += " | r:जवान बहुत मारे गए";
      for (std::size_t k = 0; k < filler / 3; ++k) sentence += " और";
    }
    EXPECT_EQ(found(language, sentence + " वह ।"), want + " | end:वह") << filler;
  }
}

TEST(Choice, is_leftmost_then_longest_then_file_order) {
  struct Row {
    const char* first;
    const char* second;
    const char* sentence;
    const char* want;
  };
  const Row rows[] = {
      {"ख ग", "क ख", "क ख ग", "b:क ख"},   {"क", "क ख", "क ख ग", "b:क ख"}, {"क", "[ क ] ख", "क ख", "b:क"},
      {"[ ख ]", "क [ ख ]", "क ख", "b:ख"}, {"क ख", "क ख", "क ख", "a:क ख"}, {"[ क ] ख", "[ ख ]", "क ख", "a:क | b:ख"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(std::string(row.first) + "  or  " + row.second);
    const Language language(data_files(rule("a", row.first) + rule("b", row.second)));
    EXPECT_EQ(found(language, row.sentence), row.want);
  }
}

TEST(Slots, keep_what_they_took) {
  const Language language(data_files(rule("r", "n:# who:( कल? w:@arms ) मिले", "noun count=$n what=$who of=$w kind=x")));
  const Text text(language.lexicon, "कल 3 देसी बम मिले");
  const auto matches = match(language, text);
  ASSERT_EQ(matches.size(), 1u);
  const RuleMatch& m = matches[0];
  EXPECT_EQ(text.words(m.slots[0].begin, m.slots[0].end), "3");
  EXPECT_EQ(text.words(m.slots[1].begin, m.slots[1].end), "देसी बम");
  EXPECT_EQ(m.slots[1].mention, kNone);
  ASSERT_NE(m.slots[2].entry, kNone);
  EXPECT_EQ(language.lexicon.attribute(m.slots[2].entry, "kind"), "homemade_bomb") << "the longest row is preferred";
  const auto key = [&](const char* name) { return language.lexicon.find_string(name); };
  EXPECT_EQ(language.rules.argument(m.rule, key("what"))->slot, 1u);
  EXPECT_EQ(language.lexicon.string(language.rules.argument(m.rule, key("kind"))->literal), "x");
  EXPECT_EQ(language.rules.argument(m.rule, key("case")), nullptr);
  EXPECT_EQ(language.rules.find_slot(m.rule, key("w")), 2u);
}

TEST(Slots, that_took_no_part_are_none) {
  const Language language(data_files(rule("r", "a:लोग b:ने?")));
  const Text text(language.lexicon, "लोग");
  const auto matches = match(language, text);
  ASSERT_EQ(matches.size(), 1u);
  EXPECT_EQ(matches[0].slots[1].begin, kNone);
}

TEST(Mentions, are_edges_unless_superseded) {
  const Language language(data_files(rule("r", "@actor @marker{case=ne}")));
  Text text(language.lexicon, "तीन लोगों ने");
  EXPECT_TRUE(match(language, text).empty()) << "the name of a kind means mentions, not rows";
  Mention mention;
  mention.kind = MentionKind::actor;
  mention.end = 2;
  text.mentions.all.push_back(mention);
  text.lattice.set_mentions(text.mentions);
  ASSERT_EQ(match(language, text).size(), 1u);
  EXPECT_EQ(match(language, text)[0].begin, 0u);
  text.mentions.all[0].superseded = true;
  text.lattice.set_mentions(text.mentions);
  EXPECT_TRUE(match(language, text).empty());
}

TEST(Mentions, of_numbers_tell_rules_what_they_are) {
  const Language language(data_files(rule("r", "@number{ordinal!=yes} @person_common")));
  Text text(language.lexicon, "तीसरे जवान");
  Mention mention;
  mention.kind = MentionKind::number;
  mention.end = 1;
  mention.payload = 0;
  text.mentions.all.push_back(mention);
  text.mentions.numbers.push_back({.min = 3, .max = 3, .ordinal = false});
  text.lattice.set_mentions(text.mentions);
  EXPECT_EQ(match(language, text).size(), 1u);
  text.mentions.numbers[0].ordinal = true;
  EXPECT_TRUE(match(language, text).empty());
}

TEST(Overlay, replaces_rules_of_the_same_name) {
  const DataFiles base = data_files(rule("r", "कल") + rule("s", "आज"));
  const std::string mine = rule("r", "परसों");
  const Compiled compiled = compile(base, {{"rules/10-test.rules", mine, "mine/rules/10-test.rules", true}});
  ASSERT_TRUE(compiled.problems.empty()) << compiled.problems.front().what();
  const Lexicon lexicon(compiled.image);
  const Rules rules(lexicon);
  EXPECT_EQ(rules.phase_count(), 1u);
  EXPECT_EQ(rules.rule_count(), 2u);
}

TEST(LongSentences, stay_cheap) {
  const Language language(data_files(rule("r", "( क | क क ){1,8} ..12 ( क? ){1,8} ..12 ख")));
  std::string sentence;
  for (int i = 0; i < 3000; ++i) sentence += "क ";
  EXPECT_EQ(found(language, sentence), "");
}

std::string first_problem(const DataFiles& files) {
  const Compiled compiled = compile(files);
  return compiled.problems.empty() ? "" : compiled.problems.front().what();
}

TEST(Errors, show_the_place_and_the_nearest_name) {
  struct Row {
    std::string rules;
    const char* want;
  };
  const std::string file = "rules/10-test.rules:";
  const Row rows[] = {
      {rule("r", "मर~"), "2:11: unknown lemma 'मर~'; did you mean 'मार'?"},
      {rule("r", "कल @amrs"), "2:14: unknown class '@amrs'; did you mean 'arms'?"},
      {"set DAYS = कल\n" + rule("r", "%DAY"), "3:11: unknown set '%DAY'; did you mean 'DAYS'?"},
      {rule("r", "num:#", "noun count=$nun"), "3:21: the match has no slot 'nun'; did you mean 'num'?"},
      {rule("r", "कल", "plase"), "3:10: unknown kind 'plase'; did you mean 'place'?"},
      {rule("r", "@marker{case=ki}"), "2:19: no row gives case=ki; did you mean 'ko'?"},
      {rule("r", "@marker{kase=ko}"), "2:19: unknown attribute 'kase'; did you mean 'case'?"},
      {rule("r", "( कल"), "2:15: expected ')' to close the group"},
      {rule("r", "कल )"), "2:14: unexpected ')'"},
      {rule("r", "[ कल"), "2:15: the mention's '[' has no ']'"},
      {rule("r", "कल ]"), "2:14: ']' without '['"},
      {rule("r", "( [ कल ] | आज )"), "2:13: [ ] may not stand inside ( )"},
      {rule("r", "कल{2,9}"), "2:14: a repetition goes up to 8"},
      {rule("r", "कल ..99 आज"), "2:14: a gap is 1 to 12 tokens wide"},
      {rule("r", "..3 आज"), "1:6: a pattern may not begin with a gap"},
      {rule("r", "कल ..3"), "1:6: a pattern may not end with a gap"},
      {rule("r", "कल? आज?"), "1:6: the pattern may match nothing at all"},
      {rule("r", "कल [ आज? ] रात"), "1:6: the mention [ ] may be empty"},
      {rule("r", "!\"के पास\""), "2:11: 'के पास' is 2 tokens: it can stand neither behind ! nor beside &"},
      {rule("r", "\"कल"), "2:11: the quote is not closed"},
      {rule("r", "कल") + rule("r", "आज"), "6:6: a rule named r is there already"},
      {"rule r\n  match = कल\n  make = noun\n  no = ख\n", "1:6: rule r has no yes example"},
      {"rule r\n  match = कल\n  make = noun\n  yes = ख\n", "1:6: rule r has no no example"},
      {"rule r\n  mach = कल\n", "2:3: a rule has match, make, yes and no, but no 'mach'; did you mean 'match'?"},
      {"rul r\n", "1:1: expected 'rule NAME' or 'set NAME = …'; did you mean 'rule'?"},
      {"rule r\n  match = कल\n  make = noun kind\n", "3:15: expected key=value, got 'kind'"},
      {"rule r\n  match = कल\n    %Y\n  make = noun\n  yes = क\n  no = ख\n", "3:5: unknown set '%Y'"},
      {"rule r\n  match = कल\n  make = noun\n  yes (26-07-2024) = क\n",
       "4:3: the day of an example is written yes (2024-07-26) = …"},
  };
  for (const Row& row : rows) {
    SCOPED_TRACE(row.rules);
    const std::string got = first_problem(data_files(row.rules));
    EXPECT_EQ(got.substr(0, got.find('\n')), file + row.want);
  }
}

TEST(Errors, put_a_caret_under_the_name) {
  EXPECT_EQ(first_problem(data_files(rule("r", "कल @amrs"))),
            "rules/10-test.rules:2:14: unknown class '@amrs'; did you mean 'arms'?\n"
            "  match = कल @amrs\n"
            "             ^");
}

TEST(Image, that_is_damaged_is_refused) {
  const Language language(data_files(rule("r", "कल")));
  const auto section = language.lexicon.section("rules");
  std::vector<std::byte> bytes(section.begin(), section.end());
  EXPECT_NO_THROW(program::view(bytes));
  EXPECT_THROW(program::view(std::span(bytes).first(bytes.size() - 4)), Error);
  EXPECT_THROW(program::view(std::span(bytes).first(10)), Error);
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    std::vector<std::byte> broken = bytes;
    broken[i] = std::byte{0xff};
    try {
      program::view(broken);
    } catch (const Error&) {
      // Either is good: refused, or a number that may be anything.
    }
  }
}

}  // namespace
}  // namespace incidents
