/// Holds the tokeniser equal to ICU's break iterator over tests/reference/words.rbbi, on texts made of the words of
/// data/.
#include <gtest/gtest.h>
#include <unicode/rbbi.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <memory>
#include <random>
#include <sstream>

#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents {
namespace {

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream contents;
  contents << file.rdbuf();
  return contents.str();
}

/// The forms of all lexicon and gazetteer rows.
std::vector<std::string> read_words() {
  std::vector<std::string> words;
  std::vector<std::filesystem::path> files;
  for (const char* folder : {"/data/lexicon", "/data/gazetteer"}) {
    for (const auto& entry : std::filesystem::directory_iterator(std::string(INCIDENTS_SOURCE_DIR) + folder)) {
      if (entry.path().extension() == ".tsv") files.push_back(entry.path());
    }
  }
  std::ranges::sort(files);
  for (const auto& file : files) {
    std::istringstream lines(read_file(file));
    for (std::string line; std::getline(lines, line);) {
      if (line.empty() || line[0] == '#') continue;
      std::istringstream forms(line.substr(0, line.find('\t')));
      for (std::string form; std::getline(forms, form, '|');) words.push_back(form);
    }
  }
  return words;
}

class Reference {
 public:
  Reference() {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    const auto rules = icu::UnicodeString::fromUTF8(read_file(INCIDENTS_SOURCE_DIR "/tests/reference/words.rbbi"));
    iterator_ = std::make_unique<icu::RuleBasedBreakIterator>(rules, where, status);
    EXPECT_TRUE(U_SUCCESS(status)) << u_errorName(status) << " at " << where.line << ":" << where.offset;
  }

  /// Pieces that are no blanks, with bars between them.
  std::string split(const std::string& normal) {
    const auto text = icu::UnicodeString::fromUTF8(normal);
    iterator_->setText(text);
    std::string joined;
    for (int begin = iterator_->first(), end = iterator_->next(); end != icu::BreakIterator::DONE;
         end = iterator_->next()) {
      std::string piece;
      text.tempSubStringBetween(begin, end).toUTF8String(piece);
      if (piece.find_first_not_of(" \n") != std::string::npos) joined += piece + "│";
      begin = end;
    }
    return joined;
  }

 private:
  std::unique_ptr<icu::RuleBasedBreakIterator> iterator_;
};

std::string split(const std::string& normal) {
  Tokens tokens;
  tokenise(normal, tokens);
  std::string joined;
  for (const Token& token : tokens.tokens) joined += normal.substr(token.begin, token.end - token.begin) + "│";
  return joined;
}

TEST(TokeniseReference, agrees_on_every_form_of_the_data) {
  Reference reference;
  const auto words = read_words();
  ASSERT_GT(words.size(), 1000U);
  for (const std::string& word : words) {
    const std::string normal = normalise(word);
    EXPECT_EQ(split(normal), reference.split(normal)) << word;
  }
}

TEST(TokeniseReference, agrees_on_random_texts) {
  Reference reference;
  const auto words = read_words();
  constexpr const char* kNumbers[] = {
      "5",       "12",   "1,25,000", "10,000",  "2.5",    "15-20",     "11:30",    "26/11",         "17/03/2021",
      "2013-14", "५",    "१२,५००",   "5वीं",     "55वें",    "32वर्षीय",   "5वाहन",    "एके-47",         "ak-47",
      "f-16",    "g20",  "5g",       "100kg",   "मिग-27", "जुलाई-2021", "कम-1,000", "10,000-12,000", "1990s",
      "21st",    "5-वीं", "u.s.",     "bbc.com", "ए.",     "j. smith",  "मौत5",     "जी20"};
  constexpr const char* kMarks[] = {" ", " ",  " ",   " ",   "\n",  "। ",   "।",      ", ",     " - ",
                                    "-", "--", "...", " \"", "\" ", " (",   ") ",     ". ",     ": ",
                                    "/", "?",  "! ",  " % ", "$",   "\n\n", "&nbsp;", "\u200D "};
  std::mt19937 random(7);
  for (int i = 0; i < 20000; ++i) {
    std::string text;
    for (int k = 0; k < 12; ++k) {
      const bool drawn = random() % 4 == 0;
      const std::string word = drawn ? kNumbers[random() % std::size(kNumbers)] : words[random() % words.size()];
      const bool number = drawn || word.find_first_of("0123456789") != std::string::npos;  // m4, g20: data has some too
      text += word;
      // A number's neighbours are its own; the tables of tokenise_test hold what happens there.
      text += number ? " " : kMarks[random() % std::size(kMarks)];
    }
    const std::string normal = normalise(text);
    ASSERT_EQ(split(normal), reference.split(normal)) << text;
  }
}

}  // namespace
}  // namespace incidents
