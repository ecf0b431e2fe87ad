#include "text/normalise.h"

#include <gtest/gtest.h>
#include <unicode/utf8.h>

#include <random>

namespace incidents {
namespace {

struct Row {
  const char* in;
  const char* want;
};

void expect_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(normalise(row.in), row.want) << "in: " << row.in;
}

TEST(Normalise, nukta_is_dropped_but_for_the_flaps) {
  expect_rows({
      {"फ़रवरी", "फरवरी"},            // composed
      {"फ\u093Cरवरी", "फरवरी"},      // decomposed
      {"ज\u093C\u093Cख्मी", "जख्मी"},  // doubled
      {"क़ानून ख़बर ग़लत ऩ ऱ ऴ य़", "कानून खबर गलत न र ळ य"},
      {"सड\u093Cक", "स\u095Cक"},
      {"स\u095Cक", "स\u095Cक"},
      {"पढ\u093Cाई", "प\u095Dाई"},
      {"बड\u093C\u093Cा", "ब\u095Cा"},
      {"बडा\u093C", "ब\u095Cा"},  // typed behind the vowel sign
      {"डर", "डर"},
      {"पकडन\u093Cे", "पक\u095Cने"},  // legacy fonts: one letter late
      {"बढ\u0929े", "ब\u095Dने"},
      {"कांवडिय\u093Cों", "कांव\u095Cियों"},
      {"नय\u093Cा", "नया"},
  });
}

TEST(Normalise, nasals_become_an_anusvara) {
  expect_rows({
      {"पाँच", "पांच"},
      {"हिन्दी", "हिंदी"},
      {"मुम्बई", "मुंबई"},
      {"सितम्बर", "सितंबर"},
      {"गङ्गा पञ्जाब दण्ड", "गंगा पंजाब दंड"},
      {"इन्सान", "इंसान"},
      {"मुन्शी", "मुंशी"},
      {"इन्टर इण्टर", "इंटर इंटर"},
      {"ग्राउन्ड", "ग्राउंड"},
      {"इन्कार इन्जन", "इंकार इंजन"},
      {"पण्ड\u093Cा पण्\u095Cा", "पं\u095Cा पं\u095Cा"},
      {"हिंंदी हिँंदी", "हिंदी हिंदी"},
  });
}

TEST(Normalise, nasals_stay_before_nasals_and_semivowels) {
  expect_rows({
      {"अन्न", "अन्न"},
      {"जन्म", "जन्म"},
      {"सम्मान", "सम्मान"},
      {"अन्य", "अन्य"},
      {"उन्होंने", "उन्होंने"},
      {"सम्राट", "सम्राट"},
      {"पुण्य", "पुण्य"},
      {"नम्र अन्वेषण", "नम्र अन्वेषण"},
      {"न्गा", "न्गा"},  // nothing to nasalise
  });
}

TEST(Normalise, invisible_characters_vanish) {
  expect_rows({
      {"क्\u200Dष", "क्ष"},
      {"क्\u200Cष", "क्ष"},
      {"\uFEFFनई", "नई"},
      {"सर\u00ADकार", "सरकार"},
      {"\u200Fघर\u202C", "घर"},
      {"घर\x01", "घर"},
  });
}

TEST(Normalise, visarga_vanishes_and_so_does_a_colon_in_its_place) {
  expect_rows({
      {"दुःख", "दुख"},
      {"छः", "छ"},
      {"इस्लामाबादः", "इस्लामाबाद"},
      {"दु:ख", "दुख"},
      {"अन्त:करण", "अंतकरण"},
      {"प्रात:काल", "प्रातकाल"},
      {"ललितपुर:शनिवार", "ललितपुर:शनिवार"},  // a dateline without its blank
      {"ललितपुरःशनिवार", "ललितपुर:शनिवार"},  // the colon was typed as a visarga
      {"ललितपुरः शनिवार", "ललितपुर: शनिवार"},
      {"ललितपुरः में", "ललितपुर में"},
      {"मुख्यतः शनिवार क्रमशः रविवार", "मुख्यत शनिवार क्रमश रविवार"},
      {"वाराणसीःवाराणसी में", "वाराणसी:वाराणसी में"},
      {"अंततः सरकार", "अंतत सरकार"},
      {"निःशुल्क", "निशुल्क"},
      {"छ: लोग", "छ: लोग"},
      {"समय 11:30", "समय 11:30"},
      {"a:b", "a:b"},
  });
}

TEST(Normalise, glides_between_vowels_vanish) {
  expect_rows({
      {"गयी", "गई"},
      {"गयीं", "गईं"},
      {"हुये", "हुए"},
      {"रुपये", "रुपए"},
      {"जायेगा", "जाएगा"},
      {"आयें", "आएं"},
      {"ये", "ये"},
      {"यीशु", "यीशु"},
      {"प्रत्येक", "प्रत्येक"},
      {"किया", "किया"},
      {"संयोग", "संयोग"},
  });
}

TEST(Normalise, typing_damage_is_mended) {
  expect_rows({
      {"पूूर्व", "पूर्व"},
      {"हंै मंे", "हैं में"},
      {"दाे अौर अा एेसे", "दो और आ ऐसे"},
      {"आॅपरेशन डाॅक्टर", "ऑपरेशन डॉक्टर"},
      {"हुर्इ कार्रवाई", "हुई कार्रवाई"},
      {"¨सह ¨हदी", "सिंह हिंदी"},
      {"क््या", "क्या"},
      {"श्रीमान् अर्थात्।", "श्रीमान अर्थात।"},
      {"में्", "में"},
  });
}

TEST(Normalise, digits_are_ascii) {
  expect_rows({
      {"७ मिग-२७ १२,५००", "7 मिग-27 12,500"},
      {"१०", "10"},
      {"मौत०", "मौत."},
      {"किमी० दूर", "किमी. दूर"},
      {"कि०मी०", "कि.मी."},
      {"डॉ॰", "डॉ."},
      {"बस10", "बस10"},
      {"बस05", "बस05"},
  });
}

TEST(Normalise, marks_have_one_form) {
  expect_rows({
      {"गए।। हुए॥ है| ||", "गए। हुए। है। ।"},
      {"“क” ‘ख’ ‘‘ग’’ ''घ'' «च»", "\"क\" 'ख' \"ग\" \"घ\" \"च\""},
      {"दो–तीन — चार", "दो-तीन - चार"},
      {"और... फिर…. तब....", "और… फिर… तब…"},
      {"ＡＢ－１２", "ab-12"},
  });
}

TEST(Normalise, a_mark_inside_of_a_word_is_dropped_and_one_that_closes_a_quotation_stays) {
  expect_rows({
      {"ह’त्या मा'रपीट घट‘ना", "हत्या मारपीट घटना"},
      {"जॉन ओ'नील", "जॉन ओनील"},
      {"‘मन की बात’में कहा", "'मन की बात'में कहा"},
      {"'ताज'का", "'ताज'का"},
      {"‘ताज’ में ह’त्या", "'ताज' में हत्या"},
      {"क'' ख'", "क\" ख'"},
  });
}

TEST(Normalise, blanks_and_line_ends) {
  expect_rows({
      {"क\u00A0ख\tग\u2003घ", "क ख ग घ"},
      {"क\r\nख\rग\nघ\r\n\r\nच", "क\nख\nग\nघ\n\nच"},
      {"क\u2028ख", "क\nख"},
  });
}

TEST(Normalise, entities_and_tags) {
  expect_rows({
      {"क&nbsp;ख", "क ख"},
      {"&quot;क&quot; &#8220;ख&#x201D;", "\"क\" \"ख\""},
      {"क &amp; ख &amp;quot;", "क & ख \""},
      {"<p>नई</p><p class=\"a\">दिल्ली</P>", "\nनई\n\nदिल्ली\n"},
      {"<b>नई</b> <a href=\"http://a.b/c?d=1\">दिल्ली</a>", " नई   दिल्ली "},
      {"क<br/>ख <!-- x -->", "क\nख  "},
      {"&amp;lt;p&amp;gt;क", "\nक"},
      {"2 < 3 > 1; क & ख; &foo; <3>", "2 < 3 > 1; क & ख; &foo; <3>"},
      {"&#2325;&#2381;&#2359;", "क्ष"},
      {"श्रीमान्<br>", "श्रीमान\n"},
  });
}

TEST(Normalise, latin_is_lower_case_and_capitals_are_remembered) {
  std::string out;
  OffsetMap map;
  normalise("घर CRPF IeD", out, map);
  EXPECT_EQ(out, "घर crpf ied");
  EXPECT_EQ(map.capitals(), (std::vector<std::uint32_t>{7, 8, 9, 10, 12, 14}));
}

struct OffsetRow {
  const char* in;
  const char* word;  ///< in the normal form
  const char* want;  ///< the source's spelling of it
};

TEST(Normalise, offsets_lead_back_to_the_source) {
  const OffsetRow rows[] = {
      {"यह हिन्दी है", "हिंदी", "हिन्दी"},
      {"यह हिन्दी है", "है", "है"},
      {"दिल्ली: इस्लामाबादः से", "इस्लामाबाद", "इस्लामाबादः"},
      {"इस्लामाबादः से", "से", "से"},
      {"दु:ख हुआ", "दुख", "दु:ख"},
      {"&quot;बम&quot; फटा", "बम", "बम"},
      {"&quot;बम&quot; फटा", "\"", "&quot;"},
      {"<p>मौत5 की</p>", "5", "5"},
      {"वे गयी थीं", "गई", "गयी"},
      {"उस ¨सह को", "सिंह", "¨सह"},
      {"१२,५०० लोग", "12,500", "१२,५००"},
      {"कि०मी० दूर", "कि.मी.", "कि०मी०"},
      {"क|ख", "।", "|"},
      {"श्रीमान् ने", "श्रीमान", "श्रीमान्"},
  };
  std::string out;
  OffsetMap map;
  for (const OffsetRow& row : rows) {
    const std::string_view source = row.in;
    normalise(source, out, map);
    const auto at = static_cast<std::uint32_t>(out.find(row.word));
    ASSERT_NE(at, static_cast<std::uint32_t>(std::string::npos)) << out;
    const SourceRange range = map.source(at, at + static_cast<std::uint32_t>(std::string_view(row.word).size()));
    EXPECT_EQ(source.substr(range.begin, range.end - range.begin), row.want) << "in: " << row.in;
  }
}

TEST(Normalise, empty_text) {
  std::string out = "x";
  OffsetMap map;
  normalise("", out, map);
  EXPECT_EQ(out, "");
  EXPECT_EQ(map.normal_size(), 0U);
  EXPECT_EQ(map.source(0, 0).end, 0U);
  normalise("\u200D", out, map);
  EXPECT_EQ(out, "");
  EXPECT_EQ(map.source_size(), 3U);
}

/// Random texts that are dense in what the rules look at.
std::string random_text(std::mt19937& random) {
  static constexpr char32_t kDense[] = {
      U' ',   U'\n',  U'\r',  U'.',   U':',   U'0',   U'1',   U'\'',  U'"',   U'&',   U';',   U'<',   U'>',   U'p',
      U'A',   U'|',   U'-',   U'/',   0xA8,   0xA0,   0x200D, 0x2019, 0x2026, 0x0928, 0x094D, 0x0930, 0x092F, 0x092E,
      0x0921, 0x0922, 0x0923, 0x0939, 0x093C, 0x093E, 0x0940, 0x0947, 0x0948, 0x0902, 0x0901, 0x0903, 0x0905, 0x0906,
      0x0907, 0x090F, 0x0964, 0x0965, 0x0966, 0x0970, 0x095C, 0x0915, 0x093D, 0xFF1A, 0x00C9, 0x1F600};
  static constexpr std::string_view kPieces[] = {"&amp;", "&quot;", "&#2381;", "<p>", "</b>",
                                                 "&lt;",  "&gt;",   "...",     "न्द",  "र्इ"};
  std::string text;
  const int length = static_cast<int>(random() % 24);
  for (int i = 0; i < length; ++i) {
    const auto dice = random() % 16;
    if (dice == 0) {
      text += kPieces[random() % std::size(kPieces)];
      continue;
    }
    char32_t c = kDense[random() % std::size(kDense)];
    if (dice == 1) c = 0x0900 + static_cast<char32_t>(random() % 128);
    if (dice == 2) c = static_cast<char32_t>(random() % 0x3100);
    char buffer[4];
    std::size_t size = 0;
    U8_APPEND_UNSAFE(reinterpret_cast<std::uint8_t*>(buffer), size, c);
    text.append(buffer, size);
  }
  return text;
}

bool is_boundary(std::string_view text, std::uint32_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
}

TEST(Normalise, is_idempotent_on_random_text) {
  std::mt19937 random(1);
  for (int i = 0; i < 300000; ++i) {
    const std::string text = random_text(random);
    const std::string once = normalise(text);
    ASSERT_EQ(normalise(once), once) << "in: " << text << " round " << i;
  }
}

TEST(Normalise, offsets_of_random_text_tile_the_source) {
  std::mt19937 random(2);
  std::string out;
  OffsetMap map;
  for (int i = 0; i < 100000; ++i) {
    const std::string text = random_text(random);
    normalise(text, out, map);
    ASSERT_EQ(map.normal_size(), out.size());
    ASSERT_EQ(map.source_size(), text.size());
    SourceRange previous{0, 0};
    for (std::uint32_t begin = 0; begin < out.size();) {
      std::uint32_t end = begin + 1;
      while (!is_boundary(out, end)) ++end;
      const SourceRange range = map.source(begin, end);
      ASSERT_LT(range.begin, range.end) << text << " at " << begin;
      ASSERT_LE(range.end, text.size());
      ASSERT_TRUE(is_boundary(text, range.begin) && is_boundary(text, range.end)) << text << " at " << begin;
      // Either the next piece of the source, or another letter of the same block.
      const bool same_block = range.begin == previous.begin && range.end == previous.end;
      ASSERT_TRUE(begin == 0 || same_block || range.begin == previous.end) << text << " at " << begin;
      previous = range;
      begin = end;
    }
    ASSERT_EQ(previous.end, out.empty() ? 0 : text.size()) << text;
  }
}

/// The fast gear must do what the careful one does: a text cut anywhere by a code point that is dropped folds the same.
TEST(Normalise, dropped_characters_change_nothing) {
  std::mt19937 random(3);
  for (int i = 0; i < 100000; ++i) {
    const std::string text = random_text(random);
    if (text.find('&') != std::string::npos || text.find('\r') != std::string::npos) continue;
    std::string joined;
    for (std::size_t at = 0; at < text.size(); ++at) {
      if (is_boundary(text, static_cast<std::uint32_t>(at)) && at > 0) joined += "\u2060";
      joined += text[at];
    }
    ASSERT_EQ(normalise(joined), normalise(text)) << "in: " << text;
  }
}

}  // namespace
}  // namespace incidents
