#pragma once
/// Reads a sentence with the program's own data up to resolved dates, for tables of sentences with [brackets].
#include <algorithm>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/abbreviations.h"
#include "lexicon/embedded.h"
#include "mentions/calendar.h"
#include "mentions/recognise.h"
#include "mentions/timex.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents::testing {

/// Cells of the rows of tests/tables/NAME, without comments and the header; `line` is the row's.
struct TableRow {
  int line = 0;
  std::vector<std::string> cells;
};

inline std::vector<TableRow> read_table(const std::string& name) {
  std::ifstream file(std::string(INCIDENTS_SOURCE_DIR) + "/tests/tables/" + name);
  std::vector<TableRow> rows;
  bool header = true;
  std::string text;
  for (int line = 1; std::getline(file, text); ++line) {
    if (text.empty() || text[0] == '#') continue;
    if (std::exchange(header, false)) continue;
    TableRow row{line, {}};
    std::size_t begin = 0;
    for (std::size_t tab = text.find('\t'); tab != std::string::npos; tab = text.find('\t', begin)) {
      row.cells.push_back(text.substr(begin, tab - begin));
      begin = tab + 1;
    }
    row.cells.push_back(text.substr(begin));
    rows.push_back(std::move(row));
  }
  return rows;
}

/// A sentence without its brackets, and what they enclosed; `marked` is empty when there are none.
struct Bracketed {
  std::string text;
  std::string marked;
  std::size_t begin = 0;  ///< of the marked words, in bytes
};

inline Bracketed take_brackets(const std::string& sentence) {
  Bracketed out;
  const std::size_t open = sentence.find('[');
  const std::size_t close = sentence.find(']');
  if (open == std::string::npos || close == std::string::npos) return {sentence, "", 0};
  out.marked = sentence.substr(open + 1, close - open - 1);
  out.text = sentence.substr(0, open) + out.marked + sentence.substr(close + 1);
  out.begin = open;
  return out;
}

/// One number or date of a read sentence with the words it stands on.
template <class Value>
struct Found {
  std::string words;
  std::size_t begin = 0;
  Value value;
};

class NewsReader {
 public:
  NewsReader()
      : lexicon_(embedded_image()),
        rules_(lexicon_),
        recogniser_(lexicon_, rules_),
        tenses_(lexicon_),
        abbreviations_(read_abbreviations(lexicon_)) {}

  void read(std::string_view text, std::optional<Date> published = std::nullopt) {
    text_ = text;
    normalise(text_, normal_, map_);
    tokenise(normal_, tokens_, {&abbreviations_, map_.capitals()});
    recogniser_.recognise(normal_, tokens_, mentions_, scratch_);
    resolve_dates(tenses_, normal_, tokens_.tokens, tokens_.sentences, published, mentions_);
  }

  std::vector<Found<NumberValue>> numbers() const { return found(MentionKind::number, mentions_.numbers); }
  std::vector<Found<Timex>> dates() const { return found(MentionKind::date, mentions_.dates); }
  const Lexicon& lexicon() const { return lexicon_; }

 private:
  template <class Value>
  std::vector<Found<Value>> found(MentionKind kind, const std::vector<Value>& values) const {
    std::vector<Found<Value>> out;
    for (const Mention& mention : mentions_.all) {
      if (mention.kind != kind || mention.superseded || mention.begin >= mention.end) continue;
      const auto& tokens = tokens_.tokens;
      const SourceRange range = map_.source(tokens[mention.begin].begin, tokens[mention.end - 1].end);
      out.push_back({text_.substr(range.begin, range.end - range.begin), range.begin, values[mention.payload]});
    }
    return out;
  }

  Lexicon lexicon_;
  Rules rules_;
  Recogniser recogniser_;
  TenseReader tenses_;
  Abbreviations abbreviations_;
  std::string text_, normal_;
  OffsetMap map_;
  Tokens tokens_;
  Mentions mentions_;
  RecogniseScratch scratch_;
};

}  // namespace incidents::testing
