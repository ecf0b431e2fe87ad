/// Measured on names with both spellings on file: skeleton and distance find nine in ten among the towns of South Asia
/// and those of the world with 15,000 people; inside one state or country, which is all that is asked here, namesakes
/// are few.
#include "lexicon/name_sound.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace incidents {
namespace {

bool is_vowel(char c) { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'; }

/// Last steps of both scripts: doubles, vowel pairs, nasals before lips.
std::string tidy(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    char c = text[i];
    const char next = i + 1 < text.size() ? text[i + 1] : '\0';
    if (is_vowel(c) && is_vowel(next)) {
      const std::string_view pair = text.substr(i, 2);
      char one = '\0';
      if (pair == "ee") one = 'i';
      if (pair == "oo") one = 'u';
      if (pair == "ou" || pair == "au") one = 'o';
      if (pair == "ai" || pair == "ei") one = 'e';
      if (one != '\0') {
        c = one;
        ++i;
      }
    }
    if (c == 'm' && (next == 'p' || next == 'b')) c = 'n';
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

/// One letter or digraph at `text[i]`; advances `i` to its last letter.
char latin_sound(std::string_view text, std::size_t& i) {
  const char c = text[i];
  const char next = i + 1 < text.size() ? text[i + 1] : '\0';
  if (next == 'h') {
    constexpr std::string_view kAspirates = "kgjtdb";
    if (kAspirates.find(c) != std::string_view::npos) return ++i, c;
    if (c == 'p') return ++i, 'f';
    if (c == 's') return ++i, 's';
    if (c == 'c') return ++i, 'X';
  }
  switch (c) {
    case 'c':
      if (next == 'k') ++i;
      return next == 'e' || next == 'i' || next == 'y' ? 's' : 'k';
    case 'z':
      return 'j';
    case 'q':
      return 'k';
    case 'w':
      return 'v';
    default:
      return c;
  }
}

/// Sounds of U+0915 … U+0939; '?' for none.
constexpr std::string_view kConsonants = "kkggnXXjjnttddnttddnnpfbbmyrrllvvsssh";
/// Sounds of the vowels U+0905 … U+0914 and, 0x39 higher, of their signs.
constexpr std::string_view kVowels = "aaiiuurleeeeoooo";

struct Sound {
  char letter;
  bool inherent;  ///< a vowel that is not written
};

std::vector<char32_t> decode(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    if (lead >= 0xE0 && lead < 0xF0 && i + 2 < text.size()) {
      out.push_back(static_cast<char32_t>((lead & 0x0F) << 12 | (text[i + 1] & 0x3F) << 6 | (text[i + 2] & 0x3F)));
      i += 3;
    } else {
      out.push_back(lead);
      ++i;
    }
  }
  return out;
}

std::vector<Sound> spell_out(const std::vector<char32_t>& letters) {
  std::vector<Sound> out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char32_t c = letters[i];
    const char32_t next = i + 1 < letters.size() ? letters[i + 1] : 0;
    char consonant = '\0';
    if (c >= 0x0915 && c <= 0x0939) consonant = kConsonants[c - 0x0915];
    if (c == 0x095C || c == 0x095D) consonant = 'r';
    if (consonant != '\0') {
      out.push_back({consonant, false});
      const bool has_sign = (next >= 0x093E && next <= 0x094D) || next == 0x0962;
      if (!has_sign) out.push_back({'a', true});
    } else if (c >= 0x0905 && c <= 0x0914) {
      out.push_back({kVowels[c - 0x0905], false});
    } else if (c >= 0x093E && c <= 0x094C) {
      out.push_back({kVowels[c - 0x093E + 1], false});
    } else if (c == 0x0902) {
      out.push_back({'n', false});
    }
  }
  return out;
}

/// Drops inherent vowels at the end and, from right to left, between a vowel and one consonant on either side.
void drop_silent(std::vector<Sound>& sounds) {
  if (!sounds.empty() && sounds.back().inherent) sounds.pop_back();
  for (std::size_t i = sounds.size(); i-- > 2;) {
    if (i + 2 >= sounds.size() || !sounds[i].inherent) continue;
    const bool between = !is_vowel(sounds[i - 1].letter) && is_vowel(sounds[i - 2].letter) &&
                         !is_vowel(sounds[i + 1].letter) && is_vowel(sounds[i + 2].letter);
    if (between) sounds.erase(sounds.begin() + static_cast<std::ptrdiff_t>(i));
  }
}

double replace_cost(char a, char b) {
  if (a == b) return 0;
  if (is_vowel(a) && is_vowel(b)) return 0.3;
  constexpr std::array<std::string_view, 6> kNear = {"bv", "js", "Xs", "dr", "td", "kg"};
  for (const std::string_view pair : kNear) {
    if ((pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a)) return 0.5;
  }
  return 1.1;
}

double drop_cost(char c) { return is_vowel(c) ? 0.35 : c == 'y' || c == 'h' ? 0.5 : 1.0; }

}  // namespace

std::string fold_latin_name(std::string_view latin) {
  std::string letters;
  for (const char c : latin) {
    if (c >= 'a' && c <= 'z') letters += c;
    if (c >= 'A' && c <= 'Z') letters += static_cast<char>(c - 'A' + 'a');
  }
  std::string out;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    const char sound = latin_sound(letters, i);
    if (sound == 'x') {
      out += "ks";
    } else {
      out += sound;
    }
  }
  return tidy(out);
}

std::string fold_devanagari_name(std::string_view normal) {
  std::string out;
  for (std::size_t begin = 0; begin < normal.size();) {
    const std::size_t end = std::min(normal.find_first_of(" -", begin), normal.size());
    std::vector<Sound> sounds = spell_out(decode(normal.substr(begin, end - begin)));
    drop_silent(sounds);
    for (const Sound& sound : sounds) out += sound.letter;
    begin = end + 1;
  }
  return tidy(out);
}

std::string name_skeleton(std::string_view folded) {
  std::string out;
  for (std::size_t i = 0; i < folded.size(); ++i) {
    char c = folded[i];
    if (is_vowel(c)) {
      if (i == 0) out += 'A';
      continue;
    }
    if ((c == 'y' || c == 'h') && i != 0) continue;
    if (c == 'v') c = 'b';
    if (out.empty() || out.back() != c) out += c;
  }
  return out;
}

double sound_distance(std::string_view a, std::string_view b) {
  std::vector<double> row(b.size() + 1, 0.0);
  for (std::size_t j = 1; j <= b.size(); ++j) row[j] = row[j - 1] + drop_cost(b[j - 1]);
  for (const char c : a) {
    double diagonal = row[0];
    row[0] += drop_cost(c);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const double above = row[j];
      row[j] = std::min({diagonal + replace_cost(c, b[j - 1]), above + drop_cost(c), row[j - 1] + drop_cost(b[j - 1])});
      diagonal = above;
    }
  }
  return row[b.size()];
}

bool is_safe_match(std::string_view skeleton, double distance) {
  if (skeleton.size() < 3) return false;
  if (distance < 1e-9) return true;
  return (skeleton.size() >= 4 && distance <= 0.36) || (skeleton.size() >= 5 && distance <= 0.71);
}

}  // namespace incidents
