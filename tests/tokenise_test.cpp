#include "text/tokenise.h"

#include <gtest/gtest.h>

#include <fstream>
#include <random>

#include "lexicon/abbreviations.h"
#include "text/normalise.h"

namespace incidents {
namespace {

/// data/abbreviations.tsv.
const Abbreviations& abbreviations() {
  static const Abbreviations kTable = [] {
    std::vector<Abbreviation> rows;
    std::ifstream file(INCIDENTS_SOURCE_DIR "/data/abbreviations.tsv");
    for (std::string line; std::getline(file, line);) {
      const std::size_t tab = line.find('\t');
      if (line.starts_with('#') || tab == std::string::npos) continue;
      const std::size_t next = line.find('\t', tab + 1);
      const auto kind = abbreviation_kind(line.substr(tab + 1, next - tab - 1));
      const bool binds = next != std::string::npos && binds_line(line.substr(next + 1));
      const bool closes = next != std::string::npos && closes_clause(line.substr(next + 1));
      if (kind) rows.push_back({normalise(line.substr(0, tab)), *kind, binds, closes});
    }
    return Abbreviations(rows);
  }();
  return kTable;
}

struct Text {
  std::string source;
  std::string normal;
  OffsetMap map;
  Tokens tokens;

  explicit Text(std::string_view from, const Abbreviations* table = &abbreviations()) : source(from) {
    normalise(source, normal, map);
    tokenise(normal, tokens, {.abbreviations = table, .capitals = map.capitals()});
  }
  std::string slice(std::uint32_t begin, std::uint32_t end) const {
    const SourceRange range = map.source(begin, end);
    return source.substr(range.begin, range.end - range.begin);
  }
};

/// The source's spelling of each token, with blanks between them.
std::string tokens_of(std::string_view source, const Abbreviations* table = &abbreviations()) {
  const Text text(source, table);
  std::string joined;
  for (const Token& token : text.tokens.tokens)
    joined += (joined.empty() ? "" : " ") + text.slice(token.begin, token.end);
  return joined;
}

std::vector<std::string> sentences_of(std::string_view source) {
  const Text text(source);
  std::vector<std::string> sentences;
  for (const Sentence& sentence : text.tokens.sentences) {
    const auto& tokens = text.tokens.tokens;
    sentences.push_back(text.slice(tokens[sentence.first].begin, tokens[sentence.last - 1].end));
  }
  return sentences;
}

struct Row {
  const char* in;
  const char* want;
};

void expect_tokens(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(tokens_of(row.in), row.want) << "in: " << row.in;
}

TEST(Tokenise, numbers_stay_whole) {
  expect_tokens({
      {"1,25,000 लोग", "1,25,000 लोग"},
      {"१२,५०० 10,000 1,000,000", "१२,५०० 10,000 1,000,000"},
      {"12.5 605.80 9.30 बजे", "12.5 605.80 9.30 बजे"},
      {"15-20 2013-2014 2013-14", "15-20 2013-2014 2013-14"},
      {"10,000-12,000", "10,000-12,000"},
      {"11:30 17/03/2021 17.03.2021 26/11", "11:30 17/03/2021 17.03.2021 26/11"},
      {"19,20,21 फरवरी", "19 , 20 , 21 फरवरी"},
      {"2013,2014 में", "2013 , 2014 में"},
      {"10, 20", "10 , 20"},
      {"15 - 20", "15 - 20"},
      {"संख्या 25।", "संख्या 25 ।"},
  });
}

TEST(Tokenise, words_glued_to_numbers_are_split) {
  expect_tokens({
      {"32वर्षीय", "32 वर्षीय"},
      {"मौत5 घायल", "मौत 5 घायल"},
      {"5किमी 9.30बजे", "5 किमी 9.30 बजे"},
      {"50% ₹500 $1.5", "50 % ₹ 500 $ 1.5"},
      {"100kg", "100 kg"},
  });
}

TEST(Tokenise, ordinals_keep_their_ending) {
  expect_tokens({
      {"5वीं 55वां 21वें 10वी", "5वीं 55वां 21वें 10वी"},
      {"1ला 2रा 3री 4था 6ठे", "1ला 2रा 3री 4था 6ठे"},
      {"5-वीं", "5-वीं"},
      {"1st 2nd 11th", "1st 2nd 11th"},
      {"5था 7रा", "5 था 7 रा"},
      {"5वर्ष 5वाहन", "5 वर्ष 5 वाहन"},
  });
}

TEST(Tokenise, names_keep_their_numbers) {
  expect_tokens({
      {"एके-47 AK-47 मिग-२७ F-16", "एके-47 AK-47 मिग-२७ F-16"},
      {"एमक्यू-9बी F-16A Mi-17V5", "एमक्यू-9बी F-16A Mi-17V5"},
      {"G20 एके47 जी20 5G", "G20 एके47 जी20 5G"},
      {"एके-47 से", "एके-47 से"},
      {"हाईवे-5 एनएच-44 NH-48 एनएच44", "हाईवे - 5 एनएच - 44 NH - 48 एनएच 44"},
      {"जुलाई-2021", "जुलाई - 2021"},
      {"कम-1,000", "कम - 1,000"},
  });
}

TEST(Tokenise, words_split_at_hyphens_and_marks) {
  expect_tokens({
      {"आस-पास", "आस - पास"},
      {"ऐन अल-असद", "ऐन अल - असद"},
      {"सुबह–सुबह", "सुबह – सुबह"},
      {"30 -- पुलिस", "30 -- पुलिस"},
      {"(एपी) “क” [ख]", "( एपी ) “ क ” [ ख ]"},
      {"क/ख क:", "क / ख क :"},
      {"हां... नहीं", "हां ... नहीं"},
      {"जम्मू:कश्मीर", "जम्मू:कश्मीर"},  // a colon between letters is read as a visarga
      {"इस्लामाबादः में", "इस्लामाबादः में"},
  });
}

TEST(Tokenise, dots_of_initials_and_abbreviations_are_inside) {
  expect_tokens({
      {"डॉ. ए.के. आर. रवि", "डॉ. ए.के. आर. रवि"},
      {"डॉ॰ सिंह, डॉ० सिंह", "डॉ॰ सिंह , डॉ० सिंह"},
      {"5 कि.मी. दूर, 5 कि०मी० दूर", "5 कि.मी. दूर , 5 कि०मी० दूर"},
      {"उ.प्र. के", "उ.प्र. के"},
      {"500 रु. का", "500 रु. का"},
      {"U.S. bbc.com", "U.S. bbc.com"},
      {"वे आई. पुलिस", "वे आई . पुलिस"},
      {"आई. के. सिंह", "आई. के. सिंह"},
      {"सिंह जी. वे", "सिंह जी . वे"},
      {"गए.इनमें", "गए . इनमें"},
      {"डॉ.सिंह", "डॉ.सिंह"},
  });
}

TEST(Tokenise, without_a_table_only_single_letters_take_a_dot) {
  EXPECT_EQ(tokens_of("डॉ. ए. सिंह J. Smith", nullptr), "डॉ . ए. सिंह J. Smith");
}

TEST(Tokenise, kinds_and_flags) {
  const Text text("CRPF के 5वीं बस\nरुकी।\n\n20 %");
  struct Want {
    TokenKind kind;
    int flags;
  };
  const Want want[] = {
      {TokenKind::word, kLineStart | kParagraphStart | kCapitalised},
      {TokenKind::word, kSpaceBefore},
      {TokenKind::mixed, kSpaceBefore},
      {TokenKind::word, kSpaceBefore},
      {TokenKind::word, kSpaceBefore | kLineStart},
      {TokenKind::punctuation, 0},
      {TokenKind::number, kSpaceBefore | kLineStart | kParagraphStart},
      {TokenKind::symbol, kSpaceBefore},
  };
  ASSERT_EQ(text.tokens.tokens.size(), std::size(want));
  for (std::size_t i = 0; i < std::size(want); ++i) {
    EXPECT_EQ(text.tokens.tokens[i].kind, want[i].kind) << i;
    EXPECT_EQ(text.tokens.tokens[i].flags, want[i].flags) << i;
  }
}

using Sentences = std::vector<std::string>;

TEST(Sentences, end_at_every_mark) {
  EXPECT_EQ(sentences_of("वे गए। वे आए॥ वे रुके| क्यों? हां! ठीक. नहीं"),
            (Sentences{"वे गए।", "वे आए॥", "वे रुके|", "क्यों?", "हां!", "ठीक.", "नहीं"}));
}

TEST(Sentences, marks_may_lack_a_blank_behind_or_have_one_before) {
  EXPECT_EQ(sentences_of("वे गए।इनमें दो थे.वे रुके ।"), (Sentences{"वे गए।", "इनमें दो थे.", "वे रुके ।"}));
  EXPECT_EQ(sentences_of("चार मरे|पांच घायल"), (Sentences{"चार मरे|", "पांच घायल"}));
}

TEST(Sentences, a_latin_letter_behind_the_verb_is_a_danda_of_a_legacy_font) {
  EXPECT_EQ(sentences_of("वे आ गए I दो मरे हैं l चार रुके थेI वे बैठे"),
            (Sentences{"वे आ गए I", "दो मरे हैं l", "चार रुके थेI", "वे बैठे"}));
  EXPECT_EQ(sentences_of("भाग I में लिखा है"), (Sentences{"भाग I में लिखा है"}));
}

TEST(Sentences, doubled_marks_end_one_sentence) {
  EXPECT_EQ(sentences_of("वे गए।। वे आए?! वे रुके। ।"), (Sentences{"वे गए।।", "वे आए?!", "वे रुके। ।"}));
}

TEST(Sentences, dots_of_abbreviations_and_decimals_end_none) {
  EXPECT_EQ(sentences_of("डॉ. ए.के. आर. रवि 2.5 कि.मी. दूर 9.30 बजे मिले. वे बचे."),
            (Sentences{"डॉ. ए.के. आर. रवि 2.5 कि.मी. दूर 9.30 बजे मिले.", "वे बचे."}));
}

TEST(Sentences, a_number_may_end_one_but_not_where_it_counts_items) {
  EXPECT_EQ(sentences_of("घायल 25. मृतक 7."), (Sentences{"घायल 25.", "मृतक 7."}));
  EXPECT_EQ(sentences_of("1. आग लगी।\n2. बस पलटी।"), (Sentences{"1. आग लगी।", "2. बस पलटी।"}));
}

TEST(Sentences, closing_quotes_and_brackets_belong_to_them) {
  EXPECT_EQ(sentences_of("\"हम जाएंगे।\" उसने कहा।"), (Sentences{"\"हम जाएंगे।\"", "उसने कहा।"}));
  EXPECT_EQ(sentences_of("उसने कहा।\"हम जाएंगे।\""), (Sentences{"उसने कहा।", "\"हम जाएंगे।\""}));
  EXPECT_EQ(sentences_of("(वे बचे।) “क्यों?” ‘नहीं।’ हां"), (Sentences{"(वे बचे।)", "“क्यों?”", "‘नहीं।’", "हां"}));
}

TEST(Sentences, a_headline_ends_at_its_line) {
  EXPECT_EQ(sentences_of("बस खाई में गिरी, सात मरे\nशिमला के पास एक बस खाई में गिर गई और सात लोग मारे गए।"),
            (Sentences{"बस खाई में गिरी, सात मरे", "शिमला के पास एक बस खाई में गिर गई और सात लोग मारे गए।"}));
  EXPECT_EQ(sentences_of("बस खाई में गिरी\n\nसात मरे"), (Sentences{"बस खाई में गिरी", "सात मरे"}));
  EXPECT_EQ(sentences_of("<h1>बस गिरी</h1><p>सात मरे</p>"), (Sentences{"बस गिरी", "सात मरे"}));
}

TEST(Sentences, a_wrapped_line_goes_on) {
  EXPECT_EQ(sentences_of("बस गिरी\n"
                         "शिमला के पास सोमवार सुबह एक बस गहरी खाई में\n"
                         "गिर गई और उसमें सवार सात यात्रियों की मौके पर\n"
                         "ही मौत हो गई।"),
            (Sentences{"बस गिरी",
                       "शिमला के पास सोमवार सुबह एक बस गहरी खाई में\nगिर गई और उसमें सवार सात यात्रियों की मौके पर\nही "
                       "मौत हो गई।"}));
}

TEST(Sentences, a_torn_paragraph_goes_on_where_the_others_have_marks) {
  std::string paragraph =
      "शिमला के पास सोमवार सुबह एक बस गहरी खाई में गिर गई और उसमें सवार सात यात्रियों की मौके पर ही मौत हो गई";
  std::string text;
  for (int i = 0; i < 5; ++i)
    text += paragraph + ", जबकि कई लोग घायल हुए और उन्हें पास के एक बड़े अस्पताल में भर्ती कराया गया है।\n";
  EXPECT_EQ(sentences_of(text + paragraph + "\nऔर कई घायल हुए।").size(), 6U);
  EXPECT_EQ(sentences_of(text + "बस गिरी\nऔर कई घायल हुए।").size(), 7U) << "a headline is shorter";
}

TEST(Sentences, a_line_that_ends_in_a_postposition_goes_on) {
  EXPECT_EQ(sentences_of("बस गिरी, सात मरे\nमनाली के पास बस गहरी खाई में\nगिर गई।\nपुलिस ने\nजांच शुरू की।"),
            (Sentences{"बस गिरी, सात मरे", "मनाली के पास बस गहरी खाई में\nगिर गई।", "पुलिस ने\nजांच शुरू की।"}));
  EXPECT_EQ(sentences_of("मुठभेड़ शोपियां में\nतीन जवान घायल हुए।").size(), 2U) << "a headline may end so";
}

TEST(Sentences, a_page_that_breaks_its_lines_anywhere_is_read_through_them) {
  EXPECT_EQ(sentences_of("मथुरा । नेशनल हाईवे पर\nसोमवार तड़के तेज रफ्तार ट्रक सामने से आ रही\nकार से टकरा गया और\n"
                         "पांच लोगों की मौत हो गई। घायलों को\nअस्पताल ले जाया गया।\nजांच जारी\nपुलिस ने मामला दर्ज किया।"),
            (Sentences{"मथुरा ।", "नेशनल हाईवे पर\nसोमवार तड़के तेज रफ्तार ट्रक सामने से आ रही\nकार से टकरा गया "
                       "और\nपांच लोगों की मौत हो गई।", "घायलों को\nअस्पताल ले जाया गया।", "जांच जारी", "पुलिस ने मामला दर्ज "
                       "किया।"}));
}

TEST(Sentences, a_text_without_marks_is_cut_into_lengths_that_can_be_worked_with) {
  std::string words, with_commas;
  for (int i = 0; i < 1000; ++i) {
    words += "शब्द ";
    with_commas += i % 100 == 99 ? "शब्द, " : "शब्द ";
  }
  const auto lengths = [](const std::string& source) {
    std::vector<std::uint32_t> found;
    const Text text(source);
    for (const Sentence& sentence : text.tokens.sentences) found.push_back(sentence.last - sentence.first);
    return found;
  };
  EXPECT_EQ(lengths(words), (std::vector<std::uint32_t>{400, 400, 200}));
  EXPECT_EQ(lengths(with_commas), (std::vector<std::uint32_t>{303, 303, 303, 101})) << "behind the comma";
}

TEST(Sentences, cover_all_tokens_in_order) {
  std::mt19937 random(5);
  constexpr const char* kPieces[] = {"क",  "डॉ.", "।", ".", "\"", "\n",  " ", "\n\n",
                                     "1.", "आई",  "?", "'", ")",  "5वीं", "-", "\u0301"};
  for (int i = 0; i < 20000; ++i) {
    std::string source;
    for (auto length = random() % 16; length > 0; --length) source += kPieces[random() % std::size(kPieces)];
    const Text text(source);
    std::uint32_t next = 0;
    for (const Sentence& sentence : text.tokens.sentences) {
      ASSERT_EQ(sentence.first, next) << source;
      ASSERT_LT(sentence.first, sentence.last) << source;
      next = sentence.last;
    }
    ASSERT_EQ(next, text.tokens.tokens.size()) << source;
    std::uint32_t end = 0;
    for (const Token& token : text.tokens.tokens) {
      ASSERT_LE(end, token.begin);
      ASSERT_LT(token.begin, token.end);
      ASSERT_EQ(text.normal.substr(end, token.begin - end).find_first_not_of(" \n"), std::string::npos) << source;
      end = token.end;
    }
  }
}

}  // namespace
}  // namespace incidents
