#include "mentions/timex.h"

#include <algorithm>

#include "text/normalise.h"

namespace incidents {
namespace {

std::string_view text_of(std::string_view normal, const Token& token) {
  return normal.substr(token.begin, token.end - token.begin);
}

/// A letter, or what stands for it in a table of 64: the last byte of its UTF-8 tells the letters of one script apart.
std::size_t letter_at(std::string_view text, std::size_t last_byte) {
  return static_cast<unsigned char>(text[std::min(last_byte, text.size() - 1)]) % 64u;
}
std::size_t last_letter(std::string_view word) { return letter_at(word, word.size() - 1); }
std::size_t first_letter(std::string_view word) {
  const auto lead = static_cast<unsigned char>(word.front());
  return letter_at(word, lead < 0x80 ? 0 : lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3);
}

/// True when one of the next tokens ends at byte `end` of the normal form.
bool ends_token(std::span<const Token> tokens, std::uint32_t from, std::size_t end) {
  while (from < tokens.size() && tokens[from].end < end) ++from;
  return from < tokens.size() && tokens[from].end == end;
}

/// A date that later “on that day” may point at.
bool can_be_context(const Timex& date) {
  if (date.duration || date.vague || !date.start || !date.end) return false;
  return date.precision == DatePrecision::day || date.precision == DatePrecision::week ||
         date.precision == DatePrecision::month || date.precision == DatePrecision::year;
}

class DateResolver {
 public:
  DateResolver(const TenseReader& tense, std::string_view normal, std::span<const Token> tokens,
               std::span<const Sentence> sentences, std::optional<Date> published, Mentions& mentions)
      : tense_(tense), normal_(normal), tokens_(tokens), sentences_(sentences), mentions_(mentions) {
    context_.published = published;
  }

  void resolve() {
    for (const Mention& mention : mentions_.all) {
      if (mention.kind != MentionKind::date || mention.superseded || mention.payload >= mentions_.dates.size())
        continue;
      resolve_one(mention);
    }
    supersede_numbers();
  }

 private:
  void resolve_one(const Mention& mention) {
    Timex& date = mentions_.dates[mention.payload];
    while (sentence_ < sentences_.size() && sentences_[sentence_].last <= mention.begin) ++sentence_;
    context_.tense = is_fixed(date.form) ? Tense::unknown : tense_around(mention);
    // The day of “on the night of 11 September” is a date of its own.
    DateForm& day = date.form.first != kNoDate && is_day_of_year(mentions_.dates[date.form.first].form) ? mentions_.dates[date.form.first].form : date.form;
    const bool with_year = is_day_of_year(day) && day.year == 0 && (take_year(day) || take_year_before(day));
    resolve_date(date, context_, mentions_.dates);
    if (is_day_of_year(day) && day.year != 0) {
      if (told_.size() < kMostDays) told_.push_back({day.year, day.month, day.day});
      told_last_ = Date{day.year, day.month, day.day};
      told_in_ = sentence_;
    }
    if (with_year) {
      day.year = 0;
      date.resolved_from = ResolvedFrom::context;
    }
    if (can_be_context(date)) context_.before = DateInterval{date.start, date.end};
  }

  static bool is_day_of_year(const DateForm& form) { return form.op == DateOp::calendar && form.month != 0 && form.day != 0; }

  /// “11 September 2020 … on the night of 11 September”: the year that the same day was told with.
  bool take_year(DateForm& form) {
    const auto told = std::find_if(told_.rbegin(), told_.rend(), [&](const Date& d) { return d.month == form.month && d.day == form.day; });
    if (told == told_.rend()) return false;
    form.year = told->year;
    return true;
  }

  /// “On 14 March 2008 bombs burst. Five months after it, on 22 August, they had been arrested”: the year of the day told
  /// shortly before, or the next, where the sentence tells of what was over.
  bool take_year_before(DateForm& form) {
    constexpr std::size_t kSentences = 3;
    constexpr int kDays = 300;
    if (!told_last_ || sentence_ >= sentences_.size() || sentence_ - told_in_ > kSentences) return false;
    if (!tense_.is_remote(normal_, tokens_, sentences_[sentence_].first, sentences_[sentence_].last)) return false;
    for (const int later : {0, 1}) {
      const int year = told_last_->year + later;
      const auto day = make_date(year, form.month, form.day);
      if (!day || *day < *told_last_ || days_from_civil(*day) - days_from_civil(*told_last_) > kDays) continue;
      if (context_.published && *context_.published < *day) return false;
      form.year = static_cast<std::int16_t>(year);
      return true;
    }
    return false;
  }

  /// The tense of the first telling word behind the date in its sentence, unless the word before it makes it a
  /// condition. Dates come in order, so that a word found for one serves those up to it: each token is read once.
  Tense tense_around(const Mention& mention) {
    if (mention.begin > 0) {
      const Tense condition = tense_.before(normal_, tokens_[mention.begin - 1]);
      if (condition != Tense::unknown) return condition;
    }
    const std::uint32_t end =
        sentence_ < sentences_.size() ? sentences_[sentence_].last : static_cast<std::uint32_t>(tokens_.size());
    const bool known = searched_from_ <= mention.end && mention.end <= telling_.token && searched_to_ == end;
    if (!known) {
      telling_ = tense_.next(normal_, tokens_, mention.end, end);
      searched_from_ = mention.end;
      searched_to_ = end;
    }
    return telling_.tense;
  }

  /// Forms that no verb can move.
  static bool is_fixed(const DateForm& form) {
    return (form.op == DateOp::calendar && form.year != 0) || form.op == DateOp::duration ||
           form.op == DateOp::decade || form.op == DateOp::century || form.op == DateOp::vague ||
           form.op == DateOp::named;
  }

  /// Days, years and digits inside a date count nothing; the count of “three days ago” stays a number.
  void supersede_numbers() {
    std::size_t date = 0;
    const auto& all = mentions_.all;
    for (Mention& mention : mentions_.all) {
      if (mention.kind != MentionKind::number) continue;
      while (date < all.size() && (!is_date(all[date]) || all[date].end <= mention.begin)) ++date;
      for (std::size_t d = date; d < all.size() && all[d].begin < mention.end; ++d) {
        if (is_date(all[d]) && all[d].begin <= mention.begin && all[d].end >= mention.end && !counts(all[d])) {
          mention.superseded = true;
        }
      }
    }
  }

  static bool is_date(const Mention& mention) { return mention.kind == MentionKind::date && !mention.superseded; }

  bool counts(const Mention& mention) const { return mentions_.dates[mention.payload].form.count > 0; }

  const TenseReader& tense_;
  std::string_view normal_;
  std::span<const Token> tokens_;
  std::span<const Sentence> sentences_;
  Mentions& mentions_;
  DateContext context_;
  std::size_t sentence_ = 0;
  static constexpr std::size_t kMostDays = 64;  // that an article tells with their years
  std::vector<Date> told_;
  std::optional<Date> told_last_;
  std::size_t told_in_ = 0;  ///< the sentence of told_last_
  TenseReader::Telling telling_;
  std::uint32_t searched_from_ = 1;
  std::uint32_t searched_to_ = 0;  ///< of the sentence that telling_ was looked for in
};

}  // namespace

TenseReader::TenseReader(const Lexicon& lexicon) {
  const Table table = lexicon.table("tense");
  for (std::uint32_t row = 0; row < table.row_count(); ++row) {
    const std::string_view tense = table.text(row, "tense");
    const std::string_view match = table.text(row, "match");
    const bool over = tense == "over";
    const Verdict verdict = over || tense == "past" ? Verdict::past
                            : tense == "future"     ? Verdict::future
                            : tense == "stop"       ? Verdict::stop
                                                    : Verdict::none;
    const std::string_view written = table.text(row, "ending");
    // An ending may begin with a vowel sign, which folding would take for damage.
    const std::string letters = match == "end" ? std::string(written) : normalise(written);
    if (letters.empty()) continue;
    auto& rows = match == "end"      ? endings_[last_letter(letters)]
                 : match == "before" ? before_
                                     : whole_[first_letter(letters)];
    rows.push_back({letters, verdict, row});
    if (over) closing_.push_back(rows.back());
  }
}

TenseReader::Telling TenseReader::next(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin,
                                       std::uint32_t end) const {
  for (std::uint32_t i = begin; i < end; ++i) {
    bool phrase = false;
    const Verdict verdict = verdict_at(normal, tokens, i, &phrase);
    if (verdict == Verdict::none) continue;
    const bool has_auxiliary = verdict == Verdict::past && !phrase && i + 1 < end;
    if (has_auxiliary && verdict_at(normal, tokens, i + 1) == Verdict::future) return {i, Tense::future};
    return {i, tense_of(verdict)};
  }
  return {end, Tense::unknown};
}

Tense TenseReader::before(std::string_view normal, const Token& token) const {
  const std::string_view word = text_of(normal, token);
  const auto found = std::find_if(before_.begin(), before_.end(), [&](const Row& row) { return row.letters == word; });
  return found == before_.end() ? Tense::unknown : tense_of(found->verdict);
}

bool TenseReader::is_remote(std::string_view normal, std::span<const Token> tokens, std::uint32_t begin, std::uint32_t end) const {
  while (end > begin && tokens[end - 1].kind == TokenKind::punctuation) --end;
  if (end == begin) return false;
  const std::string_view word = text_of(normal, tokens[end - 1]);
  return std::any_of(closing_.begin(), closing_.end(), [&](const Row& row) { return row.letters == word; });
}

TenseReader::Verdict TenseReader::verdict_at(std::string_view normal, std::span<const Token> tokens,
                                             std::uint32_t i, bool* phrase) const {
  const std::string_view word = text_of(normal, tokens[i]);
  const std::string_view rest = normal.substr(tokens[i].begin);
  const auto& whole = whole_[first_letter(word)];
  const auto& endings = endings_[last_letter(word)];
  const auto fits = std::find_if(whole.begin(), whole.end(), [&](const Row& row) {
    return rest.starts_with(row.letters) &&
           (row.letters.size() == word.size() ||
            (row.letters.size() > word.size() && ends_token(tokens, i, tokens[i].begin + row.letters.size())));
  });
  const auto ends = std::find_if(endings.begin(), endings.end(), [&](const Row& row) { return word.ends_with(row.letters); });
  if (fits == whole.end()) return ends == endings.end() ? Verdict::none : ends->verdict;
  const bool by_phrase = ends == endings.end() || fits->rank < ends->rank;
  if (phrase) *phrase = by_phrase && fits->letters.size() > word.size();
  return by_phrase ? fits->verdict : ends->verdict;
}

Tense TenseReader::tense_of(Verdict verdict) {
  return verdict == Verdict::past ? Tense::past : verdict == Verdict::future ? Tense::future : Tense::unknown;
}

void resolve_dates(const TenseReader& tenses, std::string_view normal, std::span<const Token> tokens,
                   std::span<const Sentence> sentences, std::optional<Date> published, Mentions& mentions) {
  DateResolver(tenses, normal, tokens, sentences, published, mentions).resolve();
}

}  // namespace incidents
