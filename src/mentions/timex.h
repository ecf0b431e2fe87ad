#pragma once
/// Dates of a text. Rules find them (phases 20-dates and 25-date-ranges) and say in their `make` line what the words mean;
/// build_timex (rule_context.h) takes that down as a DateForm, and resolve_dates puts all forms of a text on the calendar.
#include <optional>
#include <span>
#include <string_view>

#include "lexicon/lexicon.h"
#include "mentions/mention.h"
#include "mentions/resolve_date.h"
#include "text/tokenise.h"

namespace incidents {

/// Resolves every date of `mentions`, in text order, against the publication day (if it is known), the tense of the verb
/// behind it and the date before it; marks as superseded the numbers that are parts of dates.
void resolve_dates(const Lexicon& lexicon, std::string_view normal, std::span<const Token> tokens,
                   std::span<const Sentence> sentences, std::optional<Date> published, Mentions& mentions);

/// How the table `tense` reads a verb: see data/tense.tsv.
class TenseReader {
 public:
  explicit TenseReader(const Lexicon& lexicon);

  /// The tense of the first telling word of tokens [begin, end).
  Tense read(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end) const;

 private:
  enum class Verdict : std::uint8_t { none, past, future, stop };
  struct Ending {
    std::string_view letters;
    bool whole = false;
    Verdict verdict = Verdict::none;
  };
  std::vector<Ending> endings_;
};

}  // namespace incidents
