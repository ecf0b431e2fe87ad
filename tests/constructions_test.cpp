/// tests/constructions: the ways in which Hindi news builds a sentence about each type of event, with slots for whom, what
/// and where. Each is expanded in several ways, the same ones in every run, and must give one incident of its type, with
/// the place, the day, the toll and the participants that were put in.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "incidents/extractor.h"

namespace incidents {
namespace {

struct Construction {
  std::string types;     ///< blank-separated; any of them is right
  std::string sentence;  ///< with {slots} and (a|b) choices
  std::string where;     ///< file:line
};

struct Book {
  std::map<std::string, std::string> slots;  ///< name → its choices
  std::vector<Construction> constructions;
};

Book read_book() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(INCIDENTS_SOURCE_DIR "/tests/constructions")) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  Book book;
  for (const auto& file : files) {
    std::ifstream in(file);
    int number = 0;
    for (std::string line; std::getline(in, line);) {
      ++number;
      if (line.empty() || line.front() == '#') continue;
      const std::size_t tab = line.find('\t');
      const std::string first = line.substr(0, tab), rest = line.substr(tab + 1);
      const std::string where = file.filename().string() + ":" + std::to_string(number);
      if (first.front() == '{') book.slots[first.substr(1, first.size() - 2)] = rest;
      else book.constructions.push_back({first, rest, where});
    }
  }
  return book;
}

/// One expansion of a construction; what was put into its slots is kept by the letter or name behind them.
class Expansion {
 public:
  Expansion(const Book& book, const Construction& construction, std::uint32_t turn) : book_(book) {
    for (const char c : construction.sentence) state_ = (state_ ^ static_cast<unsigned char>(c)) * 16777619u;
    state_ += turn * 2654435761u;
    text_ = tidy(expand(construction.sentence));
  }

  const std::string& text() const { return text_; }
  const std::multimap<std::string, std::string>& put() const { return put_; }

 private:
  std::string expand(std::string text) {
    for (std::size_t open = text.find('{'); open != std::string::npos; open = text.find('{')) {
      const std::size_t close = text.find('}', open);
      const std::string slot = text.substr(open + 1, close - open - 1);
      const std::size_t colon = slot.find(':');
      const auto row = book_.slots.find(slot.substr(0, colon));
      EXPECT_NE(row, book_.slots.end()) << slot;
      if (row == book_.slots.end()) return text;
      const std::string value = expand("(" + row->second + ")");
      put_.emplace(colon == std::string::npos ? slot : slot.substr(colon + 1), value);
      text.replace(open, close - open + 1, value);
    }
    for (std::size_t close = text.find(')'); close != std::string::npos; close = text.find(')')) {
      const std::size_t open = text.rfind('(', close);
      text.replace(open, close - open + 1, choose(text.substr(open + 1, close - open - 1)));
    }
    return text;
  }

  std::string choose(const std::string& choices) {
    const auto count = static_cast<std::uint32_t>(std::count(choices.begin(), choices.end(), '|')) + 1;
    state_ = state_ * 1664525u + 1013904223u;
    std::size_t begin = 0;
    for (std::uint32_t skip = (state_ >> 8) % count; skip > 0; --skip) begin = choices.find('|', begin) + 1;
    return choices.substr(begin, choices.find('|', begin) - begin);
  }

  /// Empty choices leave blanks behind.
  static std::string tidy(const std::string& text) {
    std::string out;
    for (const char c : text) {
      if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
      if (c == ',' && !out.empty() && out.back() == ' ') out.pop_back();
      out += c;
    }
    while (!out.empty() && out.back() == ' ') out.pop_back();
    return out;
  }

  const Book& book_;
  std::uint32_t state_ = 2166136261u;
  std::string text_;
  std::multimap<std::string, std::string> put_;
};

std::string iso(const Date& d) { return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day); }

std::string last_word(const std::string& text) { return text.substr(text.rfind(' ') + 1); }

bool has_actor(const Incident& incident, const std::string& name, std::initializer_list<std::string_view> roles) {
  return std::any_of(incident.actors.begin(), incident.actors.end(), [&](const Actor& a) {
    return a.name.find(last_word(name)) != std::string::npos && std::find(roles.begin(), roles.end(), a.role) != roles.end();
  });
}

/// What the words of a slot say besides: a day's date, a toll's effect and number, as the rows of `facts` name them.
void expect_facts(const Book& book, const Incident& incident, const Expansion& expansion, const std::string& where) {
  const auto fact = [&](const std::string& value) {
    const auto row = book.slots.find("=" + value);
    return row == book.slots.end() ? std::string() : row->second;
  };
  for (const auto& [slot, value] : expansion.put()) {
    SCOPED_TRACE(where + ": " + expansion.text());
    if (slot == "place" || slot == "abroad") {
      ASSERT_FALSE(incident.locations.empty()) << value;
      EXPECT_NE(value.find(incident.locations.front().name), std::string::npos) << incident.locations.front().name;
    } else if (slot == "day") {
      ASSERT_TRUE(incident.date && incident.date->start) << value;
      EXPECT_EQ(iso(*incident.date->start), fact(value)) << value;
    } else if (slot == "toll") {
      const std::string told = fact(value);
      const auto& toll = told.front() == 'k' ? incident.casualties.killed : incident.casualties.injured;
      ASSERT_TRUE(toll) << value;
      EXPECT_EQ(std::to_string(toll->quantity.min.value_or(-1)), told.substr(1)) << value;
    } else if (slot == "did") {
      EXPECT_TRUE(has_actor(incident, value, {"perpetrator", "claimant"})) << value;
    } else if (slot == "whom") {
      EXPECT_TRUE(has_actor(incident, value, {"target", "victim", "suspect"})) << value;
    }
  }
}

TEST(Constructions, give_their_type_place_day_toll_and_participants) {
  constexpr std::uint32_t kTurns = 4;
  const Book book = read_book();
  ASSERT_GE(book.constructions.size(), 300u);
  ArticleInfo info;
  info.id = "construction";
  info.published = Date{2024, 7, 26};
  info.published_from = PublishedFrom::option;
  const Extractor extractor;
  Scratch scratch;
  for (const Construction& c : book.constructions) {
    for (std::uint32_t turn = 0; turn < kTurns; ++turn) {
      const Expansion expansion(book, c, turn);
      const Document document = extractor.extract(expansion.text() + "।", info, scratch);
      if (c.types == "-") {
        EXPECT_TRUE(document.incidents.empty()) << c.where << ": " << expansion.text() << " => " << document.incidents.front().type;
        continue;
      }
      EXPECT_EQ(document.incidents.size(), 1u) << c.where << ": " << expansion.text();
      if (document.incidents.empty()) continue;
      const Incident& incident = document.incidents.front();
      EXPECT_NE((" " + c.types + " ").find(" " + incident.type + " "), std::string::npos) << c.where << ": " << expansion.text() << " => " << incident.type;
      expect_facts(book, incident, expansion, c.where);
    }
  }
}

}  // namespace
}  // namespace incidents
