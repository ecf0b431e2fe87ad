#pragma once
/// Dates of a text. Rules find them (phases 20-dates and 25-date-ranges) and say in their `make` line what the words
/// mean; build_timex (rule_context.h) takes that down as a DateForm, and resolve_dates puts all forms of a text on the
/// calendar.
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "mentions/mention.h"
#include "mentions/resolve_date.h"
#include "text/tokenise.h"

namespace incidents {

/// How the table `tense` reads a verb: see data/tense.tsv.
class TenseReader {
 public:
  explicit TenseReader(const Lexicon& lexicon);

  /// A word that tells a tense, and where it stands.
  struct Telling {
    std::uint32_t token = 0;  ///< the end of the search where there is none
    Tense tense = Tense::unknown;
  };

  /// The first telling word of tokens [begin, end).
  Telling next(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end) const;
  /// What the word at `token`, just before a date, makes of it: a condition is future.
  Tense before(std::string_view normal, const Token& token) const;
  /// Do the tokens [begin, end) close with a word for what was over by then?
  bool is_remote(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end) const;

 private:
  enum class Verdict : std::uint8_t { none, past, future, stop };
  struct Row {
    std::string letters;  ///< normal form; of a whole match, one word or more
    Verdict verdict = Verdict::none;
    std::uint32_t rank = 0;  ///< the first row that fits decides
  };
  /// Rows in order, by the letter that a word must begin or end with to fit them.
  using ByLetter = std::array<std::vector<Row>, 64>;

  static Tense tense_of(Verdict verdict);
  /// What the words that begin at token `i` say by the first row that fits them.
  /// `phrase`: whether words farther on decide it too (“batai ja rahi hai”).
  Verdict verdict_at(std::string_view normal, std::span<const Token> tokens, std::uint32_t i, bool* phrase = nullptr) const;

  ByLetter whole_;        ///< by first letter
  ByLetter endings_;      ///< by last letter
  std::vector<Row> before_;  ///< words before a date
  std::vector<Row> closing_;  ///< words that close a sentence
};

/// Resolves every date of `mentions`, in text order, against the publication day (if it is known), the tense of the
/// verb behind it and the date before it; marks as superseded the numbers that are parts of dates.
void resolve_dates(const TenseReader& tenses, std::string_view normal, std::span<const Token> tokens,
                   std::span<const Sentence> sentences, std::optional<Date> published, Mentions& mentions);

}  // namespace incidents
