/// Spelling does not matter: every golden, rewritten as other papers spell, gives the same log.
#include <gtest/gtest.h>

#include <functional>

#include "golden.h"
#include "text/devanagari.h"
#include "text/normalise.h"

namespace incidents {
namespace {

using Json = nlohmann::ordered_json;
using namespace devanagari;

constexpr char32_t kJoiner = 0x200D;

std::u32string decode_points(const std::string& utf8) {
  std::u32string out;
  for (std::size_t i = 0; i < utf8.size();) {
    const auto lead = static_cast<unsigned char>(utf8[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t c = length == 1 ? lead : lead & (0x7Fu >> length);
    for (std::size_t k = 1; k < length; ++k) c = (c << 6) | (static_cast<unsigned char>(utf8[i + k]) & 0x3Fu);
    out += c;
    i += length;
  }
  return out;
}

std::string encode_points(const std::u32string& text) {
  std::string out;
  const auto put = [&out](char32_t bits) { out += static_cast<char>(static_cast<unsigned char>(bits)); };
  for (const char32_t c : text) {
    if (c < 0x80) {
      put(c);
    } else if (c < 0x800) {
      put(0xC0 | (c >> 6));
      put(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
      put(0xE0 | (c >> 12));
      put(0x80 | ((c >> 6) & 0x3F));
      put(0x80 | (c & 0x3F));
    } else {
      put(0xF0 | (c >> 18));
      put(0x80 | ((c >> 12) & 0x3F));
      put(0x80 | ((c >> 6) & 0x3F));
      put(0x80 | (c & 0x3F));
    }
  }
  return out;
}

/// Letters with their nukta inside, and without.
constexpr std::pair<char32_t, char32_t> kNuktaLetters[] = {{0x0958, 0x0915}, {0x0959, 0x0916}, {0x095A, 0x0917},
                                                           {0x095B, 0x091C}, {0x095C, 0x0921}, {0x095D, 0x0922},
                                                           {0x095E, 0x092B}, {0x095F, 0x092F}};

std::u32string compose_nuktas(const std::u32string& text) {
  std::u32string out;
  for (const char32_t c : text) {
    if (c == kNukta && !out.empty()) {
      const auto* letter = std::find_if(std::begin(kNuktaLetters), std::end(kNuktaLetters), [&](auto l) { return l.second == out.back(); });
      if (letter != std::end(kNuktaLetters)) {
        out.back() = letter->first;
        continue;
      }
    }
    out += c;
  }
  return out;
}

std::u32string decompose_nuktas(const std::u32string& text) {
  std::u32string out;
  for (const char32_t c : text) {
    const auto* letter = std::find_if(std::begin(kNuktaLetters), std::end(kNuktaLetters), [&](auto l) { return l.first == c; });
    if (letter == std::end(kNuktaLetters)) {
      out += c;
    } else {
      out += letter->second;
      out += kNukta;
    }
  }
  return out;
}

/// Loans without their dots: zakhmi is jakhmi. The dots of the flapped letters stay, they are letters of their own.
std::u32string drop_nuktas_of_loans(const std::u32string& text) {
  std::u32string out;
  for (const char32_t c : decompose_nuktas(text)) {
    const bool is_flap = !out.empty() && (out.back() == kDda || out.back() == kDdha);
    if (c != kNukta || is_flap) out += c;
  }
  return out;
}

std::u32string replaced(std::u32string text, char32_t from, char32_t to) {
  std::replace(text.begin(), text.end(), from, to);
  return text;
}

std::u32string put_joiners_behind_viramas(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text[i] == kVirama && i + 1 < text.size() && is_letter(text[i + 1])) out += kJoiner;
  }
  return out;
}

std::u32string put_joiners_between_letters(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 0 && is_letter(text[i - 1]) && is_letter(text[i])) out += kJoiner;
    out += text[i];
  }
  return out;
}

std::u32string drop_joiners(std::u32string text) {
  std::erase_if(text, [](char32_t c) { return c == kJoiner || c == kJoiner - 1; });
  return text;
}

/// The nasal of a stop's own class; 0 for other letters.
char32_t nasal_of(char32_t stop) {
  if (stop >= kKa && stop <= kGha) return kNga;
  if (stop >= kCa && stop <= kJha) return kNya;
  if (stop >= kTta && stop <= kDdha) return kNna;
  if (stop >= kTa && stop <= kDha) return kNa;
  if (stop >= kPa && stop <= kBha) return kMa;
  return 0;
}

std::u32string write_nasals(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char32_t nasal = text[i] == kAnusvara && i + 1 < text.size() ? nasal_of(text[i + 1]) : 0;
    if (nasal == 0) {
      out += text[i];
    } else {
      out += nasal;
      out += kVirama;
    }
  }
  return out;
}

std::u32string write_anusvaras(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_nasal_of_next = i + 2 < text.size() && text[i + 1] == kVirama && nasal_of(text[i + 2]) == text[i];
    out += is_nasal_of_next ? kAnusvara : text[i];
    if (is_nasal_of_next) ++i;
  }
  return out;
}

std::u32string write_devanagari_digits(std::u32string text) {
  for (char32_t& c : text) {
    if (c >= U'0' && c <= U'9') c = c - U'0' + kDigitZero;
  }
  return text;
}

std::u32string write_ascii_digits(std::u32string text) {
  for (char32_t& c : text) {
    if (is_digit(c)) c = c - kDigitZero + U'0';
  }
  return text;
}

bool ends_word(const std::u32string& text, std::size_t at) { return at >= text.size() || !is_letter(text[at]); }

/// gae is gaye, gai is gayi, hui keeps its vowel: what stands behind a consonant or a long a, at the end of a word.
std::u32string write_ye(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_final = ends_word(text, i + 1) || (text[i + 1] == kAnusvara && ends_word(text, i + 2));
    const bool follows = i > 0 && (is_consonant(text[i - 1]) || text[i - 1] == kSignAa || text[i - 1] == kSignI || text[i - 1] == kSignU);
    if (is_final && follows && (text[i] == kLetterE || text[i] == kLetterIi)) {
      out += kYa;
      out += text[i] == kLetterE ? kSignE : kSignIi;
    } else {
      out += text[i];
    }
  }
  return out;
}

std::u32string write_e(const std::u32string& text) {
  std::u32string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool is_syllable = text[i] == kYa && i + 1 < text.size() && (text[i + 1] == kSignE || text[i + 1] == kSignIi);
    const bool is_final = ends_word(text, i + 2) || (i + 2 < text.size() && text[i + 2] == kAnusvara && ends_word(text, i + 3));
    if (is_syllable && is_final && i > 0 && is_letter(text[i - 1]) && text[i - 1] != kVirama) {
      out += text[i + 1] == kSignE ? kLetterE : kLetterIi;
      ++i;
    } else {
      out += text[i];
    }
  }
  return out;
}

/// What a log says, whatever the spelling: no offsets, no ids made of words, every string in normal form.
Json meaning(const Json& value) {
  if (value.is_string()) return normalise(value.get<std::string>());
  if (value.is_array()) {
    Json out = Json::array();
    for (const Json& member : value) out.push_back(meaning(member));
    return out;
  }
  if (!value.is_object()) return value;
  Json out = Json::object();
  for (const auto& [key, member] : value.items()) {
    const bool is_offset = member.is_number() && (key == "start" || key == "end" || key == "start_offset" || key == "end_offset");
    if (!is_offset && key != "id" && key != "rules") out[key] = meaning(member);
  }
  return out;
}

struct Spelling {
  const char* name;
  std::function<std::u32string(const std::u32string&)> rewrite;
};

const std::vector<Spelling>& spellings() {
  static const std::vector<Spelling> all = {
      {"nuktas composed", compose_nuktas},
      {"nuktas decomposed", decompose_nuktas},
      {"loans without nuktas", drop_nuktas_of_loans},
      {"joiners behind viramas", put_joiners_behind_viramas},
      {"joiners between letters", put_joiners_between_letters},
      {"no joiners", drop_joiners},
      {"chandrabindu for anusvara", [](const std::u32string& text) { return replaced(text, kAnusvara, kAnusvara - 1); }},
      {"anusvara for chandrabindu", [](const std::u32string& text) { return replaced(text, kAnusvara - 1, kAnusvara); }},
      {"nasals for anusvara", write_nasals},
      {"anusvara for nasals", write_anusvaras},
      {"Devanagari digits", write_devanagari_digits},
      {"ASCII digits", write_ascii_digits},
      {"ye for e", write_ye},
      {"e for ye", write_e},
      {"pipes for dandas", [](const std::u32string& text) { return replaced(text, kDanda, U'|'); }},
      {"an old paper's",
       [](const std::u32string& text) {
         return put_joiners_behind_viramas(replaced(write_devanagari_digits(write_nasals(write_ye(text))), kDanda, U'|'));
       }},
  };
  return all;
}

TEST(GoldenSpelling, leaves_every_field_unchanged) {
  const Extractor extractor;
  Scratch scratch;
  std::vector<int> rewritten(spellings().size());
  for (const test::Golden& golden : test::read_goldens()) {
    const ArticleInfo info = test::info_of(golden);
    const std::u32string text = decode_points(golden.text);
    const Json want = meaning(test::as_json(extractor.extract(golden.text, info, scratch)).at("incidents"));
    for (std::size_t s = 0; s < spellings().size(); ++s) {
      const std::u32string other = spellings()[s].rewrite(text);
      if (other == text) continue;
      ++rewritten[s];
      const Json got = meaning(test::as_json(extractor.extract(encode_points(other), info, scratch)).at("incidents"));
      EXPECT_TRUE(want == got) << golden.name << ", " << spellings()[s].name << ":\n"
                                   << nlohmann::json::diff(nlohmann::json(want), nlohmann::json(got)).dump(1);
    }
  }
  for (std::size_t s = 0; s < spellings().size(); ++s) EXPECT_GT(rewritten[s], 0) << spellings()[s].name << " rewrites no article";
}

TEST(GoldenSpelling, rewritings_do_what_they_say) {
  struct Case {
    const char* spelling;
    const char* in;
    const char* want;
  };
  const Case cases[] = {
      {"loans without nuktas", "ज़ख़्मी सड़क", "जख्मी सड\u093Cक"},
      {"chandrabindu for anusvara", "पांच", "पाँच"},
      {"nasals for anusvara", "संगठन मुंबई हिंदी", "सङ्गठन मुम्बई हिन्दी"},
      {"anusvara for nasals", "मुम्बई सितम्बर जन्म", "मुंबई सितंबर जन्म"},
      {"Devanagari digits", "47", "४७"},
      {"ye for e", "हुए गई दवाएं किए", "हुये गयी दवायें किये"},
      {"e for ye", "हुये गयी दवायें यह रुपये", "हुए गई दवाएं यह रुपए"},
      {"pipes for dandas", "गए।", "गए|"},
  };
  for (const Case& c : cases) {
    const auto spelling = std::find_if(spellings().begin(), spellings().end(), [&](const Spelling& s) { return s.name == std::string(c.spelling); });
    ASSERT_NE(spelling, spellings().end()) << c.spelling;
    EXPECT_EQ(encode_points(spelling->rewrite(decode_points(c.in))), c.want) << c.spelling;
  }
}

}  // namespace
}  // namespace incidents
