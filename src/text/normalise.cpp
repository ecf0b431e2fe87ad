/// One pass over the source with two gears. The fast one runs a small automaton over code point classes (`kNext`, normal_form.h) and
/// copies for as long as nothing needs folding, a few cycles a letter. Where the automaton says so, one code point goes
/// through `Normaliser::add`, which folds it and looks back at what was written: every rule reads only the tail of the
/// output, so that a rule's own result is seen by the next one and the normal form is a fixed point. Then the automaton
/// is set anew from the tail.
#include "text/normalise.h"

#include <unicode/utf8.h>

#include <algorithm>
#include <array>

#include "text/devanagari.h"
#include "text/folding.h"
#include "text/markup.h"
#include "text/normal_form.h"

namespace incidents {
namespace {

using namespace devanagari;
using namespace normal_form;

/// True where `nasal` + virama is written as an anusvara before `next`: any obstruent for the dental one, which loans
/// and Sanskrit prefixes put everywhere, its own series for the others.
bool is_homorganic(char32_t nasal, char32_t next) {
  const auto in = [next](char32_t first, char32_t last) { return next >= first && next <= last; };
  const bool retroflex = in(kTta, kDdha) || next == kRra || next == kRrha;
  switch (nasal) {
    case kNga:
      return in(kKa, kGha);
    case kNya:
      return in(kCa, kJha);
    case kNna:
      return retroflex;
    case kNa:
      return in(kKa, kGha) || in(kCa, kJha) || retroflex || in(kTa, kDha) || in(kPa, kBha) || in(kSha, kSa);
    case kMa:
      return in(kPa, kBha);
    default:
      return false;
  }
}

/// The one vowel that `sign` makes with the vowel letter or sign that it was typed onto; 0 when it makes none.
char32_t stacked_vowel(char32_t base, char32_t sign) {
  struct Row {
    char32_t base, sign, vowel;
  };
  constexpr auto kRows = std::to_array<Row>({
      {kSignAa, kSignE, kSignO},
      {kSignAa, kSignAi, kSignAu},
      {kLetterAa, kSignE, kLetterO},
      {kLetterAa, kSignAi, kLetterAu},
      {kLetterE, kSignE, kLetterAi},
      {kLetterA, kSignAa, kLetterAa},
      {kLetterA, kSignI, kLetterI},
      {kLetterA, kSignIi, kLetterIi},
      {kLetterA, kSignU, kLetterU},
      {kLetterA, kSignUu, kLetterUu},
      {kLetterA, kSignE, kLetterE},
      {kLetterA, kSignAi, kLetterAi},
      {kLetterA, kSignCandraO, kLetterCandraO},
      {kLetterA, kSignO, kLetterO},
      {kLetterA, kSignAu, kLetterAu},
      {kLetterU, kSignUu, kLetterUu},
      {kSignAa, kSignCandraE, kSignCandraO},
      {kLetterAa, kSignCandraE, kLetterCandraO},
  });
  if (base == sign) return sign;
  for (const Row& row : kRows) {
    if (row.base == base && row.sign == sign) return row.vowel;
  }
  return 0;
}

struct Utf8 {
  std::array<char, 4> bytes;
  std::uint8_t length = 0;
  explicit Utf8(char32_t c) {
    auto* const data = reinterpret_cast<std::uint8_t*>(bytes.data());
    std::size_t at = 0;
    U8_APPEND_UNSAFE(data, at, c);
    length = static_cast<std::uint8_t>(at);
  }
  operator std::string_view() const { return {bytes.data(), length}; }  // NOLINT(google-explicit-constructor)
};

}  // namespace

class Normaliser {
 public:
  Normaliser(std::string_view source, std::string& out, OffsetMap& map) : source_(source), out_(out), map_(map) {
    out_.clear();
    out_.reserve(source.size());
    map_.runs_.clear();
    map_.capitals_.clear();
  }

  void run() {
    while (true) {
      copy_plain();
      if (at_ == source_.size()) break;
      add_next();
      set_state();
    }
    settle(U' ');
    map_.runs_.push_back({size(), at_ & kSourceMask, 0});
  }

 private:
  static constexpr std::uint32_t kSourceMask = 0x7FFFFFFF;

  /// A code point of the output and where it begins; `c` is 0 before the first.
  struct Piece {
    char32_t c = 0;
    std::uint32_t at = 0;
  };

  std::uint32_t size() const { return static_cast<std::uint32_t>(out_.size()); }

  Piece piece_before(std::uint32_t end) const {
    if (end == 0) return {};
    const auto* const data = reinterpret_cast<const std::uint8_t*>(out_.data());
    std::uint32_t at = end - 1;
    while (U8_IS_TRAIL(data[at])) --at;
    std::int32_t c = 0;
    U8_GET_UNSAFE(data, at, c);
    return {static_cast<char32_t>(c), at};
  }
  Piece last() const { return piece_before(size()); }
  Piece before(Piece piece) const { return piece_before(piece.at); }

  void copy_plain() {
    const auto* const data = reinterpret_cast<const std::uint8_t*>(source_.data());
    const auto length = static_cast<std::uint32_t>(source_.size());
    std::uint32_t at = at_;
    State state = state_;
    while (at < length) {
      const std::uint8_t lead = data[at];
      Class c = kNeedsFolding;
      std::uint32_t width = 1;
      if (lead < 0x80) {
        c = kAscii[lead];
      } else if (lead == 0xE0 && (data[at + 1] & 0xFE) == 0xA4) {
        c = kDevanagari[static_cast<std::size_t>((data[at + 1] & 1) << 6 | (data[at + 2] & 0x3F))];
        width = 3;
      }
      const State next = kNext[state][c];
      if (next == kSlow) break;
      state = next;
      at += width;
    }
    if (at != at_) append_copy(source_.substr(at_, at - at_), at_);
    at_ = at;
    state_ = state;
  }

  void add_next() {
    const std::uint32_t begin = at_;
    UChar32 c = 0;
    std::size_t at = at_;
    const auto* const data = reinterpret_cast<const std::uint8_t*>(source_.data());
    U8_NEXT_UNSAFE(data, at, c);
    if (c == '\r' && at < source_.size() && source_[at] == '\n') ++at;
    at_ = static_cast<std::uint32_t>(at);
    add(static_cast<char32_t>(c), begin);
  }

  void set_state() {
    const Piece tail = last();
    const Piece second = before(tail);
    state_ = state_of(tail.c, second.c);
  }

  // Writing. Source ranges have no gaps: a run ends where the next one begins, so a piece only says where it begins.

  void append_copy(std::string_view piece, std::uint32_t source_begin) {
    if (!copying_) map_.runs_.push_back({size(), source_begin & kSourceMask, 0});
    copying_ = true;
    out_ += piece;
  }

  void append_block(std::string_view piece, std::uint32_t source_begin) {
    if (!in_block_) map_.runs_.push_back({size(), source_begin & kSourceMask, 1});
    in_block_ = false;
    copying_ = false;
    out_ += piece;
  }

  void put(char32_t c, std::uint32_t source_begin) {
    const Utf8 piece(c);
    if (!in_block_ && piece.length == at_ - source_begin) {
      append_copy(piece, source_begin);
    } else {
      append_block(piece, source_begin);
    }
  }

  /// Takes back the output from `at` on and answers where its source began. Where that cuts a block, the next piece is
  /// joined to it.
  std::uint32_t take_back(std::uint32_t at) {
    auto& runs = map_.runs_;
    while (runs.back().normal > at) runs.pop_back();
    const OffsetMap::Run run = runs.back();
    std::uint32_t begin = run.source;
    in_block_ = false;
    if (run.normal == at) {
      runs.pop_back();
    } else if (run.block) {
      in_block_ = true;
    } else {
      begin += at - run.normal;
    }
    copying_ = false;
    no_tag_before_ = std::min(no_tag_before_, at);
    out_.resize(at);
    while (!map_.capitals_.empty() && map_.capitals_.back() >= at) map_.capitals_.pop_back();
    return begin;
  }

  /// Replaces the output from `at` on by one block.
  void replace(std::uint32_t at, std::string_view piece) {
    const std::uint32_t begin = take_back(at);
    append_block(piece, begin);
  }

  /// What was just read leaves no trace: it belongs to the last code point.
  void absorb() {
    in_block_ = false;
    copying_ = false;
    if (out_.empty() || map_.runs_.back().block) return;
    OffsetMap::Run& run = map_.runs_.back();
    const std::uint32_t at = last().at;
    if (run.normal == at) {
      run.block = 1;
    } else {
      map_.runs_.push_back({at, (run.source + (at - run.normal)) & kSourceMask, 1});
    }
  }

  // Rules.

  void add(char32_t raw, std::uint32_t begin) {
    const char32_t c = joins_names(raw) ? U':' : fold(raw);
    if (c == kDropped) return absorb();
    if (c != U'&') settle(c);  // an entity may turn out to be a joiner or a letter
    if (is_letter(c)) {
      add_letter(c, begin);
      if (c != raw && (c == kNa || c == kYa)) dot_flap_before(last());
      return;
    }
    const Piece tail = last();
    switch (c) {
      case U'.':
        return add_dot(tail, begin);
      case U'\'':
        if (tail.c == c) return replace(tail.at, "\"");
        break;
      case kDanda:
        if (tail.c == c) return absorb();
        break;
      case U';':
        if (close_entity()) return;
        break;
      case U'>':
        if (close_tag()) return;
        break;
      default:
        if (c != raw && raw < 0xFF5F && fold(raw) == c && is_capital(raw)) map_.capitals_.push_back(size());
        break;
    }
    put(c, begin);
  }

  static bool is_capital(char32_t raw) {
    return (raw >= U'A' && raw <= U'Z') || (raw >= 0xC0 && raw <= 0xDE) || (raw >= 0xFF21 && raw <= 0xFF3A);
  }

  /// Rules that needed to know what follows the tail.
  void settle(char32_t next) {
    const Piece tail = last();
    if (tail.c == kVirama && !is_letter(next)) {
      take_back(tail.at);
      absorb();
    } else if (tail.c == U'0' && (is_letter(next) || next == U' ' || next == U'\n') && ends_syllable(before(tail).c)) {
      replace(tail.at, ".");
    } else if (tail.c == U':' && (is_consonant(next) || is_vowel(next)) && ends_syllable(before(tail).c) &&
               is_short_word(tail)) {
      take_back(tail.at);
      absorb();
    } else if (tail.c == U'\'' && (is_consonant(next) || is_vowel(next)) && ends_syllable(before(tail).c) && !closes_quotation(tail)) {
      take_back(tail.at);
      absorb();
    }
  }

  /// A mark between two letters ends a quotation without the blank behind it where one was opened before; else it stands
  /// inside of a word: of a name (O'Neill), or where papers break words like killing to pass the filters of networks.
  bool closes_quotation(Piece mark) const {
    constexpr int kLongest = 60;  // code points: a title, no whole speech
    char32_t behind = mark.c;
    Piece piece = before(mark);
    for (int i = 0; i < kLongest && piece.c != 0 && piece.c != U'\n'; ++i) {
      const Piece ahead = before(piece);
      if (piece.c == mark.c && !ends_syllable(ahead.c)) return true;
      if (piece.c == mark.c && !is_letter(behind)) return false;
      behind = piece.c;
      piece = ahead;
    }
    return false;
  }

  /// A visarga stands inside a word behind one or two syllables (duhkh, antahkaran); “Lalitpur:shanivar” is a dateline
  /// without its blank.
  bool is_short_word(Piece colon) const {
    constexpr int kMost = 2;
    int syllables = 0;
    bool killed = false;  // the letter before a virama makes no syllable
    for (Piece piece = before(colon); is_letter(piece.c) || piece.c == kAnusvara; piece = before(piece)) {
      if (is_consonant(piece.c) ? !killed : is_vowel(piece.c)) ++syllables;
      if (syllables > kMost) return false;
      killed = piece.c == kVirama;
    }
    return true;
  }

  /// A visarga between two words of a dateline without a blank was typed for a colon; so was one at the end of a longer word
  /// that is no adverb of Sanskrit (mukhyatah, kramashah), or of a short one that such a sign closes (“Patna: …”).
  bool joins_names(char32_t raw) const {
    if (raw != kVisarga || at_ >= source_.size() || !ends_syllable(last().c)) return false;
    const bool is_short = is_short_word({kVisarga, size()});
    if (is_short && !is_vowel_sign(last().c)) return false;
    const auto* const data = reinterpret_cast<const std::uint8_t*>(source_.data());
    char32_t letter = kDropped;
    std::size_t behind = at_;
    // Each visarga looks as far as the next one only: linear in all.
    for (std::size_t at = at_; letter == kDropped && at < source_.size();) {
      UChar32 next = 0;
      U8_NEXT_UNSAFE(data, at, next);
      letter = next == kVisarga ? U' ' : fold(static_cast<char32_t>(next));
      behind = at;
    }
    const char32_t end = last().c;
    const bool closes = (letter == U' ' || letter == U'\n') && end != kTa && end != kSha && !is_short_behind(behind);
    return closes || (!is_short && (is_consonant(letter) || is_vowel(letter)));
  }

  /// Is the next word as short as postpositions are? Behind a name they stand for it, not behind its colon.
  bool is_short_behind(std::size_t at) const {
    constexpr int kMost = 3;  // code points
    const auto* const data = reinterpret_cast<const std::uint8_t*>(source_.data());
    for (int letters = 0; at < source_.size();) {
      UChar32 next = 0;
      U8_NEXT_UNSAFE(data, at, next);
      const char32_t letter = next == kVisarga ? U' ' : fold(static_cast<char32_t>(next));  // the next one looks on by itself
      if (letter == U' ' || letter == U'\n') return true;
      if (letter != kDropped && ++letters > kMost) return false;
    }
    return true;
  }

  static bool ends_syllable(char32_t c) { return is_on_vowel(c) || c == kAnusvara; }

  void add_letter(char32_t c, std::uint32_t begin) {
    if (is_consonant(c)) {
      add_consonant(c, begin);
    } else if (is_vowel(c)) {
      add_vowel(c, begin);
    } else if (is_vowel_sign(c)) {
      add_sign(c, begin);
    } else if (c == kNukta) {
      add_nukta();
    } else if (c == kVirama && !is_consonant(last().c)) {
      absorb();
    } else if (c == kAnusvara && last().c == kAnusvara) {
      absorb();
    } else {
      put(c, begin);
    }
  }

  void add_consonant(char32_t c, std::uint32_t begin) {
    if (last().c == kDiaeresis) {
      // Legacy fonts drew a short i with anusvara to the left of its consonant.
      while (last().c == kDiaeresis) begin = take_back(last().at);
      settle(c);
      add_consonant(c, begin);
      const Piece consonant = last();
      std::string syllable(Utf8(consonant.c));
      syllable += Utf8(kSignI);
      syllable += Utf8(kAnusvara);
      return replace(consonant.at, syllable);
    }
    if (const Piece tail = last(); tail.c == kVirama) {
      const Piece nasal = before(tail);
      if (is_on_vowel(before(nasal).c) && is_homorganic(nasal.c, c)) replace(nasal.at, Utf8(kAnusvara));
    }
    put(c, begin);
  }

  void add_vowel(char32_t c, std::uint32_t begin) {
    const Piece tail = last();
    if (tail.c == kVirama && (c == kLetterI || c == kLetterIi)) {
      // Legacy fonts drew the hook of the long i as a repha.
      const Piece repha = before(tail);
      if (repha.c == kRa) return add_vowel(kLetterIi, take_back(repha.at));
    }
    put(c, begin);
  }

  void add_sign(char32_t sign, std::uint32_t begin) {
    const Piece tail = last();
    const bool behind_anusvara = tail.c == kAnusvara;
    const Piece base = behind_anusvara ? before(tail) : tail;
    char32_t vowel = stacked_vowel(base.c, sign);
    if (vowel == 0 && base.c == kYa && (sign == kSignIi || sign == kSignE)) {
      if (is_on_vowel(before(base).c)) vowel = sign == kSignIi ? kLetterIi : kLetterE;
    }
    if (vowel == 0 && behind_anusvara && is_consonant(base.c)) {
      std::string piece(Utf8{sign});
      piece += Utf8(kAnusvara);
      return replace(tail.at, piece);
    }
    if (vowel == 0) return put(sign, begin);
    // Added like a letter that was read, since it may in turn stack on what stands before.
    const std::uint32_t base_begin = take_back(base.at);
    add_letter(vowel, base_begin);
    if (behind_anusvara) {
      in_block_ = true;  // the vowel is one: its source was longer
      append_block(Utf8(kAnusvara), base_begin);
    }
  }

  /// Only the two flaps keep their nukta, also where it was typed behind the vowel sign.
  void add_nukta() {
    Piece base = last();
    for (int i = 0; i < 2 && (is_vowel_sign(base.c) || base.c == kAnusvara || base.c == kVirama); ++i)
      base = before(base);
    if (base.c == kDda || base.c == kDdha) {
      dot(base);
    } else if (base.c == kNa || base.c == kYa) {
      dot_flap_before(base);
    }
    absorb();
  }

  /// Legacy fonts set the dot of a flap one letter late: no Hindi word has it under na or ya.
  void dot_flap_before(Piece letter) {
    if (letter.c != kNa && letter.c != kYa) return;
    Piece base = before(letter);
    for (int i = 0; i < 2 && (is_vowel_sign(base.c) || base.c == kAnusvara); ++i) base = before(base);
    if (base.c == kDda || base.c == kDdha) dot(base);
  }

  void dot(Piece base) {
    const Utf8 flap(base.c == kDda ? kRra : kRrha);
    out_.replace(base.at, flap.length, std::string_view(flap));
  }

  void add_dot(Piece tail, std::uint32_t begin) {
    if (tail.c == kEllipsis) return absorb();
    if (tail.c == U'.') {
      const Piece first = before(tail);
      if (first.c == U'.') return replace(first.at, Utf8(kEllipsis));
    }
    put(U'.', begin);
  }

  /// Where `opening` last stands in the output at or after `from`. Looked for anew each time rather than remembered,
  /// since markup inside of markup may have been taken back.
  std::size_t find_opening(char opening, std::size_t from) const {
    const std::size_t found = std::string_view(out_).substr(from).rfind(opening);
    return found == std::string_view::npos ? found : from + found;
  }

  bool close_entity() {
    const std::size_t begin = find_opening('&', size() - std::min<std::size_t>(size(), kLongestEntity));
    if (begin == std::string::npos) return false;
    const char32_t c = entity_character(std::string_view(out_).substr(begin + 1));
    if (c == 0) return false;
    add(c, take_back(static_cast<std::uint32_t>(begin)));
    return true;
  }

  bool close_tag() {
    // What was no tag at an earlier > will be none at this one.
    const std::size_t reach = size() - std::min<std::size_t>(size(), kLongestTag);
    const std::size_t begin = find_opening('<', std::max<std::size_t>(reach, no_tag_before_));
    const Tag tag = begin == std::string::npos ? Tag::none : classify_tag(std::string_view(out_).substr(begin + 1));
    if (tag == Tag::none) {
      no_tag_before_ = size();
      return false;
    }
    add(tag == Tag::line_break ? U'\n' : U' ', take_back(static_cast<std::uint32_t>(begin)));
    return true;
  }

  std::string_view source_;
  std::string& out_;
  OffsetMap& map_;
  std::uint32_t at_ = 0;  ///< end of what was read
  State state_ = kNothing;
  bool copying_ = false;             ///< the last run is a copy and may grow
  std::uint32_t no_tag_before_ = 0;  ///< no < before this place can open a tag
  bool in_block_ = false;            ///< the last run is a block that was cut: the next piece joins it
};

void normalise(std::string_view utf8, std::string& out, OffsetMap& map) { Normaliser(utf8, out, map).run(); }

std::string normalise(std::string_view utf8) {
  std::string out;
  OffsetMap map;
  normalise(utf8, out, map);
  return out;
}

}  // namespace incidents
