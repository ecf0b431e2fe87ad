#include "mentions/number.h"

#include <array>
#include <charconv>
#include <cmath>

#include "mentions/digits.h"
#include "mentions/numeral.h"

namespace incidents {
namespace {

constexpr double kCentury = 2000;         ///< that of a year in two digits behind a month
constexpr double kFirstPlainYear = 1600;  ///< four digits from here on are a year where a case marker follows
constexpr double kLastPlainYear = 2100;
constexpr std::size_t kLongestRun = 24;  ///< words of one number; the longest real one has about fifteen

/// A numeral and where it stands. `entry` is kNone for digits.
struct PlacedNumeral {
  Numeral numeral;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  EntryId entry = kNone;
  std::uint8_t digits = 0;  ///< how many, where it is written in digits alone
};

double to_double(std::string_view text) {
  double value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class NumberReader {
 public:
  NumberReader(const Lexicon& lexicon, std::string_view normal, std::span<const Token> tokens,
               std::span<const LexicalMatch> matches, Mentions& mentions)
      : lexicon_(lexicon), normal_(normal), tokens_(tokens), matches_(matches), mentions_(mentions) {
    const auto class_of = [&](std::string_view name) { return lexicon.find_class(name); };
    number_word_ = class_of("number_word");
    fraction_ = class_of("fraction");
    ordinal_ = class_of("ordinal");
    suffix_ = class_of("ordinal_suffix");
    spaced_suffix_ = class_of("ordinal_suffix_apart");
    measures_ = {class_of("unit"), class_of("date_unit"), class_of("clock_unit")};
    number_ = class_of("number");
    ordinal_number_ = class_of("ordinal_number");
    day_number_ = class_of("day_number");
    year_number_ = class_of("year_number");
    digits_year_ = class_of("digits_year");
    day_span_ = class_of("day_span");
    year_span_ = class_of("year_span");
    numeric_date_ = class_of("numeric_date");
    numeric_day_ = class_of("numeric_day");
    clock_ = class_of("clock");
    short_year_ = class_of("short_year");
    month_ = class_of("month");
    month_ambiguous_ = class_of("month_ambiguous");
    kind_key_ = lexicon.find_string("kind");
    value_key_ = lexicon.find_string("value");
    mention_key_ = lexicon.find_string("mention");
    imperative_key_ = lexicon.find_string("imperative");
    not_ = lexicon.find_string("not");
    constexpr std::string_view kKinds[] = {"unit",  "",      "times", "times_only", "dozen", "half",
                                           "shift", "vague", "all",   "several",    "part",  "point",
                                           "over",  "minus", "and",   "exactly"};
    for (std::size_t i = 0; i < kinds_.size(); ++i) {
      kinds_[i] = kKinds[i].empty() ? kNone : lexicon.find_string(kKinds[i]);
    }
  }

  void read() {
    std::size_t match = 0;
    std::uint32_t blocked = 0;
    for (std::uint32_t i = 0; i < tokens_.size();) {
      if (tokens_[i].flags & kLineStart) flush();
      while (match < matches_.size() && matches_[match].begin < i) ++match;
      const LexicalMatch* word = nullptr;
      for (; match < matches_.size() && matches_[match].begin == i; ++match) {
        const LexicalMatch& m = matches_[match];
        const ClassId c = lexicon_.entry_class(m.entry);
        if (c != number_word_ && c != fraction_ && c != ordinal_) continue;
        if (lexicon_.entry_attribute(m.entry, kind_key_) == not_) {
          blocked = std::max(blocked, m.end);
        } else if (word == nullptr) {
          word = &m;
        }
      }
      if (i < blocked) {
        flush();
        ++i;
      } else if (word != nullptr) {
        push_word(*word);
        i = word->end;
      } else {
        if (!take_spaced_suffix(i) && !push_token(i)) flush();
        ++i;
      }
    }
    flush();
  }

 private:
  std::string_view text(std::uint32_t token) const {
    return normal_.substr(tokens_[token].begin, tokens_[token].end - tokens_[token].begin);
  }

  bool has_class(std::uint32_t word, ClassId id) const {
    return id != 0 && word != 0 && lexicon_.word_classes(word).test(id);
  }

  void push(const PlacedNumeral& numeral) {
    if (run_size_ == kLongestRun) flush();
    run_[run_size_++] = numeral;
  }

  void push_word(const LexicalMatch& m) {
    PlacedNumeral placed{{}, m.begin, m.end, m.entry, 0};
    const StringId kind = lexicon_.entry_attribute(m.entry, kind_key_);
    for (std::size_t k = 0; k < kinds_.size(); ++k) {
      if (kinds_[k] == kind) placed.numeral.kind = static_cast<NumeralKind>(k);
    }
    placed.numeral.value = to_double(lexicon_.string(lexicon_.entry_attribute(m.entry, value_key_)));
    placed.numeral.high = placed.numeral.value;
    placed.numeral.ordinal = lexicon_.entry_class(m.entry) == ordinal_;
    push(placed);
  }

  /// An ordinal's ending that was written apart from its digits.
  bool take_spaced_suffix(std::uint32_t i) {
    if (run_size_ == 0 || !has_class(tokens_[i].word, spaced_suffix_)) return false;
    PlacedNumeral& last = run_[run_size_ - 1];
    if (last.numeral.kind != NumeralKind::digits || last.end != i) return false;
    last.numeral.ordinal = true;
    last.end = i + 1;
    return true;
  }

  /// A token of digits, or of digits and letters. False when it is no part of a number.
  bool push_token(std::uint32_t i) {
    if (tokens_[i].kind == TokenKind::number) return !ends_identifier(i) && push_digits(i, text(i));
    if (tokens_[i].kind == TokenKind::mixed) return push_mixed(i, text(i));
    return false;
  }

  /// The last part of a registration: letters-73-2214, without a blank.
  bool ends_identifier(std::uint32_t i) const {
    if (i < 2 || text(i - 1) != "-" || tokens_[i - 2].kind != TokenKind::mixed) return false;
    return ((tokens_[i].flags | tokens_[i - 1].flags) & kSpaceBefore) == 0;
  }

  bool push_digits(std::uint32_t i, std::string_view digits) {
    const DigitReading reading = read_digits(digits);
    switch (reading.form) {
      case DigitForm::value:
        push({{NumeralKind::digits, reading.low, reading.high, false}, i, i + 1, kNone, reading.digits});
        return true;
      case DigitForm::range:
        flush();
        if (reading.low >= 1 && reading.high <= 31) add_other(day_span_, i, i + 1, reading.low, reading.high);
        push({{NumeralKind::digits, reading.low, reading.high, false}, i, i + 1, kNone, 0});
        return true;
      case DigitForm::years:
        flush();
        add_other(year_span_, i, i + 1, reading.low, reading.high);
        push({{NumeralKind::digits, reading.low, reading.high, false}, i, i + 1, kNone, 0});
        return true;
      case DigitForm::clock:
        flush();
        add_other(clock_, i, i + 1, 0, 0);
        return true;
      case DigitForm::date:
        flush();
        add_other(reading.year == 0 ? numeric_day_ : numeric_date_, i, i + 1, 0, 0);
        if (reading.year == 0 && reading.month == reading.day + 1) add_other(day_span_, i, i + 1, reading.day, reading.month);
        return true;
      case DigitForm::day_list:
        flush();
        add_other(day_span_, i, i + 1, reading.low, reading.high);
        return true;
      case DigitForm::none:
        return false;
    }
    return false;
  }

  /// Digits with an ordinal ending, also behind a hyphen. Letters first (ak-47) name a thing.
  bool push_mixed(std::uint32_t i, std::string_view token) {
    std::size_t end = 0;
    while (end < token.size() && (is_digit(token[end]) || token[end] == ',' || token[end] == '.')) ++end;
    std::size_t rest = end;
    if (rest < token.size() && token[rest] == '-') ++rest;
    if (end == 0 || rest == token.size()) return false;
    const DigitReading reading = read_digits(token.substr(0, end));
    if (reading.form != DigitForm::value) return false;
    const WordId suffix = lexicon_.find_word(token.substr(rest));
    if (has_class(suffix, suffix_)) {
      push({{NumeralKind::digits, reading.low, reading.high, true}, i, i + 1, kNone, reading.digits});
      return true;
    }
    return false;
  }

  void add_other(ClassId class_id, std::uint32_t begin, std::uint32_t end, double low, double high) {
    if (class_id == 0) return;
    Mention mention;
    mention.kind = MentionKind::other;
    mention.begin = begin;
    mention.end = end;
    mention.class_id = class_id;
    mention.payload = static_cast<std::uint32_t>(mentions_.numbers.size());
    NumberValue value;
    value.min = low;
    value.max = high;
    mentions_.numbers.push_back(value);
    mentions_.all.push_back(mention);
  }

  void flush() {
    std::array<Numeral, kLongestRun> numerals;
    for (std::size_t i = 0; i < run_size_; ++i) numerals[i] = run_[i].numeral;
    std::size_t at = 0;
    while (at < run_size_) {
      const std::span<const Numeral> rest(numerals.data() + at, run_size_ - at);
      const auto number = compose_numerals(rest);
      if (number) {
        emit(at, *number);
        at += number->used;
      } else {
        emit_lone_shift(at);
        ++at;
      }
    }
    run_size_ = 0;
  }

  bool measure_follows(std::uint32_t end) const {
    if (end >= tokens_.size()) return false;
    for (const ClassId c : measures_) {
      if (has_class(tokens_[end].word, c)) return true;
    }
    return false;
  }

  /// “Quarter-more hours” is 1.25 of them.
  void emit_lone_shift(std::size_t at) {
    const PlacedNumeral& placed = run_[at];
    if (placed.numeral.kind != NumeralKind::shift || !measure_follows(placed.end)) return;
    ComposedNumber number;
    number.used = 1;
    number.low = number.high = 1 + placed.numeral.value;
    emit(at, number);
  }

  /// The number that is also the verb “give” (and closes slogans): no number where nothing follows that it could count.
  bool is_imperative(const PlacedNumeral& placed) const {
    if (placed.entry == kNone || lexicon_.entry_attribute(placed.entry, imperative_key_) == 0) return false;
    if (placed.begin == 0 || tokens_[placed.begin - 1].kind != TokenKind::word) return false;
    if (tokens_[placed.begin].flags & kLineStart) return false;
    if (placed.end == tokens_.size() || (tokens_[placed.end].flags & kLineStart)) return true;
    const std::string_view next = text(placed.end);
    return tokens_[placed.end].kind == TokenKind::punctuation && next != "-" && next != "," && next != "(" &&
           next != "/";
  }

  void emit(std::size_t at, const ComposedNumber& number) {
    const PlacedNumeral& first = run_[at];
    const PlacedNumeral& last = run_[at + number.used - 1];
    if (number.used == 1) {
      if (first.numeral.kind == NumeralKind::half && first.numeral.value < 1 && !measure_follows(first.end)) return;
      if (is_imperative(first)) return;
    }
    add_number(first, last, number);
    add_readings(first, last, number);
  }

  void add_number(const PlacedNumeral& first, const PlacedNumeral& last, const ComposedNumber& number) {
    using Sense = ComposedNumber::Sense;
    NumberValue value;
    value.min = number.low;
    if (std::isfinite(number.high)) value.max = number.high;
    value.scale = number.scale;
    value.ordinal = number.ordinal;
    switch (number.sense) {
      case Sense::exact:
      case Sense::all:
        break;
      case Sense::range:
        value.qualifier = Qualifier::range;
        break;
      case Sense::vague:
        value.qualifier = Qualifier::at_least;
        break;
      case Sense::several:
        value.qualifier = Qualifier::several;
        break;
    }
    const bool is_one = number.used == 1 && first.entry != kNone && first.numeral.kind == NumeralKind::unit;
    value.article = is_one && !number.ordinal && number.low == 1;
    const bool silent = number.used == 1 && first.entry != kNone && mention_key_ != kNone &&
                        lexicon_.entry_attribute(first.entry, mention_key_) != 0;
    Mention mention;
    mention.kind = silent ? MentionKind::other : MentionKind::number;
    mention.begin = first.begin;
    mention.end = last.end;
    mention.class_id = number.ordinal ? ordinal_number_ : number_;
    mention.payload = static_cast<std::uint32_t>(mentions_.numbers.size());
    if (first.entry != kNone && number.used == 1) mention.origin = {Origin::Kind::entry, first.entry};
    mentions_.numbers.push_back(value);
    mentions_.all.push_back(mention);
  }

  bool is_month(WordId word) const { return has_class(word, month_) || has_class(word, month_ambiguous_); }

  /// What else the number could be to a date rule.
  void add_readings(const PlacedNumeral& first, const PlacedNumeral& last, const ComposedNumber& number) {
    const double value = number.low;
    if (number.sense != ComposedNumber::Sense::exact || value != std::floor(value) || value < 1) return;
    const bool in_digits = first.numeral.kind == NumeralKind::digits;
    const bool single = number.used == 1 && (first.numeral.kind == NumeralKind::unit || in_digits);
    if (single && value <= 31 && (!in_digits || (first.digits >= 1 && first.digits <= 2))) {
      add_other(day_number_, first.begin, last.end, value, value);
    }
    if (single && first.digits == 2 && first.begin > 0 && is_month(tokens_[first.begin - 1].word)) {
      add_other(short_year_, first.begin, last.end, kCentury + value, kCentury + value);
    }
    if (number.ordinal || value < 1000 || value >= 2200) return;
    if (in_digits && (number.used > 1 || first.digits != 4)) return;
    add_other(year_number_, first.begin, last.end, value, value);
    if (in_digits && value >= kFirstPlainYear && value <= kLastPlainYear)
      add_other(digits_year_, first.begin, last.end, value, value);
  }

  const Lexicon& lexicon_;
  std::string_view normal_;
  std::span<const Token> tokens_;
  std::span<const LexicalMatch> matches_;
  Mentions& mentions_;
  std::array<PlacedNumeral, kLongestRun> run_;
  std::size_t run_size_ = 0;
  std::array<StringId, 16> kinds_{};
  std::array<ClassId, 3> measures_{};
  StringId kind_key_ = 0, value_key_ = 0, mention_key_ = 0, imperative_key_ = 0, not_ = 0;
  ClassId number_word_ = 0, fraction_ = 0, ordinal_ = 0, suffix_ = 0, spaced_suffix_ = 0;
  ClassId number_ = 0, ordinal_number_ = 0, day_number_ = 0, year_number_ = 0, digits_year_ = 0, day_span_ = 0,
          year_span_ = 0, numeric_date_ = 0, numeric_day_ = 0, clock_ = 0, short_year_ = 0, month_ = 0, month_ambiguous_ = 0;
};

}  // namespace

void compose_numbers(const Lexicon& lexicon, std::string_view normal, std::span<const Token> tokens,
                     std::span<const LexicalMatch> matches, Mentions& mentions) {
  NumberReader(lexicon, normal, tokens, matches, mentions).read();
}

}  // namespace incidents
