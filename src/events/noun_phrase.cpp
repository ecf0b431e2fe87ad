#include "events/noun_phrase.h"

#include <algorithm>
#include <utility>

namespace incidents {
namespace {

constexpr std::uint32_t kLongest = 18;  // tokens; longer ones are no names

class PhraseReader {
 public:
  PhraseReader(const DocumentView& view, std::uint32_t end, std::uint32_t limit)
      : view_(view), sym_(view.sym), limit_(std::max(limit, end > kLongest ? end - kLongest : 0)) {
    phrase_.begin = phrase_.end = phrase_.core = end;
  }

  NounPhrase run() {
    trim_end();
    const std::uint32_t end = phrase_.end;
    std::uint32_t t = end;
    bool in_core = true;
    while (t > limit_) {
      const std::uint32_t next = step(t, t == end);
      if (next == t) break;
      if (is_genitive_) in_core = false;
      t = next;
      if (in_core) phrase_.core = t;
      if (view_.tokens[t].flags & (kLineStart | kParagraphStart)) break;
    }
    phrase_.begin = t;
    trim_begin();
    phrase_.core = std::max(phrase_.core, phrase_.begin);
    find_actor();
    return phrase_;
  }

 private:
  /// Token that the phrase begins with once the words before `t` are taken in; `t` itself where they do not belong.
  std::uint32_t step(std::uint32_t t, bool head) {
    is_genitive_ = false;
    const std::uint32_t last = t - 1;
    const bool counted = std::exchange(counted_, false);
    if (const MentionIndex m = view_.mention_over(last, MentionKind::actor); m != kNone && view_.mention(m).begin >= limit_) {
      return !head && !quoted_ && (stands_alone(view_.mention(m), t) || is_home_of_named(t)) ? t : view_.mention(m).begin;
    }
    if (counted && is_other_noun(t)) return t;
    if (view_.is_mark(last, ')')) return bracket_begin(t);
    if (is_quotation_mark(view_, last)) {
      // Going back, the first mark closes words in the phrase; one that opens words ends it.
      if (!quoted_ && !head && !is_called(t)) return t;
      quoted_ = !quoted_;
      return last;
    }
    if (!head && is_opening(last)) return t;
    if (view_.is_punctuation(last)) {
      if (view_.is_mark(last, '-')) return last;
      if (view_.is_mark(last, ',') && !head) phrase_.joined = last;
      return t;
    }
    if (const MentionIndex d = view_.mention_over(last, MentionKind::date); d != kNone) {
      return is_age(view_.mention(d), t) ? std::max(view_.mention(d).begin, limit_) : t;
    }
    if (const MentionIndex n = view_.mention_over(last, MentionKind::number); n != kNone) {
      // “the third | fuel's depot”: an ordinal far from its noun is a phrase of its own.
      if (view_.mentions->numbers[view_.mention(n).payload].ordinal && genitives_ > 0) return t;
      if (t < phrase_.end && view_.phrase_at(t, sym_.quantifier) && view_.is_oblique_plural(last)) return t;  // “donon | kuchh gharon mein”
      counted_ = true;
      return std::max(view_.mention(n).begin, limit_);
    }
    // “ke ghar” is a postposition too, but not where another one follows: “X ke ghar par”.
    const bool house = head && view_.phrase_before(t, sym_.structure);
    if (const LexicalMatch* marker = house ? nullptr : view_.phrase_before(t, sym_.marker)) {
      if (head || view_.attribute(marker->entry, sym_.k_case) != sym_.v_ka || !agrees(*marker, t)) return t;
      return genitive_begin(t, marker->begin);
    }
    if (const LexicalMatch* p = view_.phrase_before(t, sym_.pronoun)) return note_pronoun(*p, t);
    if (view_.phrase_before(t, sym_.conjunction)) {
      const std::uint32_t left = view_.phrase_before(t, sym_.conjunction)->begin;
      if (!head && left > limit_ && !view_.phrase_before(left, sym_.marker) && !is_verb(left - 1)) phrase_.joined = left;
      return t;
    }
    if (const LexicalMatch* f = view_.phrase_before(t, sym_.function)) {
      return view_.attribute(f->entry, sym_.k_part) == sym_.v_suffix && !head ? f->begin : t;
    }
    if (!head && (view_.has_class(last, sym_.initial) || is_initial_dot(last)) && is_person_at(t)) return is_initial_dot(last) ? last - 1 : last;  // “IG P. Sundarraj”
    // “bas”: a form of a verb too, but not before a postposition.
    const bool thing = head && (view_.phrase_before(t, sym_.vehicle) || view_.phrase_before(t, sym_.structure));
    if ((!thing && is_verb(last)) || view_.phrase_before(t, sym_.negation)) return t;
    // “yah hamla | sena ki bas par hua”: an event that is pointed at is its clause's subject.
    if (!head && view_.mention_over(last, MentionKind::trigger) != kNone && last > limit_ && view_.has_class(last - 1, sym_.pronoun)) return t;
    // “X ki | misail sainya adde par giri”: the first word of an event's phrase that goes on behind.
    if (!head && begins_deed(last)) return t;
    // “hamla | lashkar ke aatankiyon ne kiya”: the object that stands before its doer.
    if (!head && is_fronted_deed(t)) return t;
    // “hatya ka aarop | X par”: who is blamed stands behind the blame.
    if (!head && view_.phrase_before(t, sym_.blame)) return t;
    // “jiska nishana | station par tainat jawan the”: what was aimed at stands behind the aim.
    if (!head && view_.phrase_before(t, sym_.aim)) return t;
    return last;
  }

  /// “‘X’ | naam ke sangathan ne”, “‘X’ | naamak gut ne”: the mark closes a name.
  bool is_called(std::uint32_t t) const { return view_.has_class(t, sym_.identity); }

  bool begins_deed(std::uint32_t t) const {
    const MentionIndex deed = view_.mention_over(t, MentionKind::trigger);
    return deed != kNone && view_.mention(deed).begin == t && view_.mention(deed).end > phrase_.end + 1;
  }

  /// An event's bare noun before an armed body or a band, whose phrase “ne” ends.
  bool is_fronted_deed(std::uint32_t t) const {
    if (view_.case_at(phrase_.end) != sym_.v_ne) return false;
    const MentionIndex deed = view_.mention_over(t - 1, MentionKind::trigger);
    if (deed == kNone || view_.mention(deed).end != t) return false;
    const MentionIndex m = view_.mention_at(t, MentionKind::actor);
    if (m == kNone) return view_.mention_over(t, MentionKind::number) != kNone || view_.phrase_at(t, sym_.nationality);
    const ClassId id = view_.mention(m).class_id;
    return id != sym_.victim_noun && id != sym_.office && id != sym_.person_common;
  }

  bool is_initial_dot(std::uint32_t t) const { return view_.is_mark(t, '.') && t > limit_ && view_.has_class(t - 1, sym_.initial); }

  bool is_person_at(std::uint32_t t) const {
    const MentionIndex person = t < view_.size() ? view_.mention_at(t, MentionKind::actor) : kNone;
    return person != kNone && view_.mention(person).payload != kNone && view_.mentions->actors[view_.mention(person).payload].named_person;
  }

  /// “isse pehle | X ne”: a cue that opens the sentence.
  bool is_opening(std::uint32_t last) const {
    const MentionIndex m = view_.mention_over(last, MentionKind::cue);
    if (m == kNone || view_.mention(m).end != last + 1) return false;
    const Cue cue = view_.cue(m);
    return cue == Cue::background || cue == Cue::recall || cue == Cue::shift;
  }

  /// “badmash ghar mein”: people before the noun that no office, force or body are are its clause's subject.
  bool stands_alone(const Mention& m, std::uint32_t t) const {
    const ClassId id = m.class_id;
    if (const MentionIndex next = view_.mention_at(t, MentionKind::actor); next != kNone) {
      // “jawan | maovadiyon ke lagaae ambush mein”: two kinds of people side by side.
      // “badmash | punjab national bank mein”: people before a body.
      const Mention& body = view_.mention(next);
      const bool is_body = body.payload != kNone && view_.mentions->actors[body.payload].kind == "organization" && view_.case_at(body.end) == sym_.v_mein;
      if (is_body && (id == sym_.person_common || id == sym_.criminal || id == sym_.crowd)) return true;
      if (did_it_to(view_, m, body)) return true;
      // “inami badmash Guddu | police par fire kar bhaga”: a person by name before a force that something was done to.
      const StringId held = view_.case_at(body.end);
      const bool person = m.payload != kNone && view_.mentions->actors[m.payload].named_person;
      if (person && body.class_id == sym_.force && (held == sym_.v_par || held == sym_.v_ko)) return true;
      const ClassId other = body.class_id;
      // “tin log | police ke hathon maare gae”
      if ((held == sym_.v_dwara || held == sym_.v_ke_haathon) && id == sym_.person_common && (other == sym_.force || other == sym_.crowd)) return true;
      return (other == sym_.armed_group || other == sym_.criminal) && (id == sym_.person_common || id == sym_.force || id == sym_.crowd);
    }
    if (view_.mention_over(t, MentionKind::actor) != kNone || view_.phrase_at(t, sym_.marker) || view_.is_punctuation(t)) return false;
    return (id == sym_.person_common || id == sym_.criminal || id == sym_.crowd) &&
           (view_.phrase_at(t, sym_.structure) || view_.phrase_at(t, sym_.vehicle) || view_.mention_over(t, MentionKind::number) != kNone);
  }

  /// “X nivasi | Mohan”: where a named person lives is no part of the name.
  bool is_home_of_named(std::uint32_t t) const {
    const LexicalMatch* resident = view_.phrase_before(t, sym_.person_common);
    if (!resident || view_.attribute(resident->entry, sym_.k_link) != sym_.v_residence) return false;
    const MentionIndex name = view_.mention_at(t, MentionKind::actor);
    return name != kNone && view_.mention(name).payload != kNone && view_.mentions->actors[view_.mention(name).payload].named_person;
  }

  /// A bare noun before a number is a phrase of its own: “bam | ek godaam par”.
  bool is_other_noun(std::uint32_t t) const {
    const std::uint32_t last = t - 1;
    if (view_.phrase_before(t, sym_.unit) || view_.has_class(last, sym_.adjective)) return false;
    return view_.has_class(last, sym_.noun) || view_.mention_over(last, MentionKind::weapon) != kNone ||
           view_.mention_over(last, MentionKind::place) != kNone;
  }

  /// “jawanon ki | Al Shabab ke ladakon ne hatya ki”: no man owns a band, so the genitive is the deed's.
  bool is_band_of_victims(std::uint32_t marker, std::uint32_t t) const {
    if (view_.case_at(phrase_.end) != sym_.v_ne) return false;
    const MentionIndex band = view_.mention_at(t, MentionKind::actor);
    const std::uint32_t actor = band != kNone ? view_.mention(band).payload : kNone;
    if (actor == kNone || view_.mentions->actors[actor].kind != "armed_group") return false;
    return view_.phrase_before(marker, sym_.person_common) || view_.phrase_before(marker, sym_.force) || view_.phrase_before(marker, sym_.relation);
  }

  /// “yuvak ki | badmashon ne … hatya ki”, “yuvak ka | kuch logon ne apaharan kiya”: “ki” belongs to no man, and “ka” to
  /// nothing that a postposition follows.
  bool agrees(const LexicalMatch& marker, std::uint32_t t) const {
    if (view_.attribute(marker.entry, sym_.k_direct) == sym_.v_yes) return view_.case_at(phrase_.end) == 0;
    if (view_.attribute(marker.entry, sym_.k_gender) != sym_.v_f) return true;
    if (is_band_of_victims(marker.begin, t)) return false;
    std::uint32_t end = t;
    while (end < phrase_.end && !view_.phrase_at(end, sym_.marker)) ++end;
    for (const ClassId id : {sym_.person_common, sym_.criminal, sym_.relation, sym_.crowd, sym_.armed_group}) {
      const LexicalMatch* noun = view_.phrase_before(end, id);
      if (noun && noun->begin >= t && view_.attribute(noun->entry, sym_.k_gender) == sym_.v_m) return false;
    }
    return true;
  }

  /// “X ke …”: takes the marker in, unless its owner is an event or a verb (“hamle ke chashmdid”).
  std::uint32_t genitive_begin(std::uint32_t t, std::uint32_t marker) {
    if (marker <= limit_ || view_.is_punctuation(marker - 1)) {
      if (marker > limit_ && (view_.is_mark(marker - 1, ')') || is_quotation_mark(view_, marker - 1))) return take_genitive(marker);
      return t;
    }
    const std::uint32_t owner = marker - 1;
    const bool known = view_.mention_over(owner, MentionKind::actor) != kNone || view_.mention_over(owner, MentionKind::place) != kNone;
    if (!known && (view_.mention_over(owner, MentionKind::trigger) != kNone || view_.phrase_before(marker, sym_.happening) || is_verb(owner))) return t;
    return take_genitive(marker);
  }

  std::uint32_t take_genitive(std::uint32_t marker) {
    is_genitive_ = true;
    ++genitives_;
    return marker;
  }

  std::uint32_t note_pronoun(const LexicalMatch& p, std::uint32_t t) {
    // One with a postposition of its own stands beside the phrase, it does not point at its noun.
    if (const StringId held = view_.attribute(p.entry, sym_.k_case); held != 0) {
      // “X aur uske dost ne”, “X, unki patni aur bete ko”: whose friend it is stands before, and X before that.
      if (held != sym_.v_ka || p.begin <= limit_) return t;
      const LexicalMatch* joint = view_.phrase_before(p.begin, sym_.conjunction);
      const std::uint32_t left = joint ? joint->begin : view_.is_mark(p.begin - 1, ',') ? p.begin - 1 : 0;
      if (left > limit_ && !is_verb(left - 1) && !view_.phrase_before(left, sym_.marker)) phrase_.joined = left;
      return t;
    }
    const StringId points = view_.attribute(p.entry, sym_.k_points);
    phrase_.nobody = points == sym_.v_any || points == sym_.v_question;
    phrase_.relative = points == sym_.v_relative;
    phrase_.pointing = points == sym_.v_near || points == sym_.v_far;
    return t;
  }

  /// “(41)”, “(BLA)” belongs to the name before it; a bracket behind a date or a dateline ends what comes before.
  std::uint32_t bracket_begin(std::uint32_t t) const {
    constexpr std::uint32_t kInside = 6;
    for (std::uint32_t u = t - 1; u-- > limit_ && u + kInside + 2 > t;) {
      if (!view_.is_mark(u, '(')) continue;
      if (u == limit_ || view_.is_punctuation(u - 1) || view_.mention_over(u - 1, MentionKind::date) != kNone) return t;
      const MentionIndex place = view_.mention_over(u - 1, MentionKind::place);
      if (place != kNone && view_.mentions->places[view_.mention(place).payload].is_dateline) return t;
      return u;
    }
    return t;
  }

  /// “48 saal ki”: a length of time in the genitive is an age.
  bool is_age(const Mention& date, std::uint32_t t) const {
    return view_.mentions->dates[date.payload].duration && t < view_.size() && view_.case_at(t) == sym_.v_ka;
  }

  bool is_verb(std::uint32_t t) const {
    return view_.has_class(t, sym_.verb) && !view_.has_class(t, sym_.noun) &&
           view_.mention_over(t, MentionKind::actor) == kNone && view_.mention_over(t, MentionKind::place) == kNone;
  }

  /// Particles (“too”, “only”) behind the noun.
  void trim_end() {
    while (phrase_.end > limit_) {
      const LexicalMatch* f = view_.phrase_before(phrase_.end, sym_.function);
      if (!f || view_.string(view_.attribute(f->entry, sym_.k_part)) != "particle") return;
      phrase_.end = f->begin;
    }
  }

  /// Marks, markers and suffixes that nothing is left before.
  void trim_begin() {
    while (phrase_.begin < phrase_.end) {
      const std::uint32_t t = phrase_.begin;
      const LexicalMatch* marker = view_.phrase_at(t, sym_.marker);
      if (marker && view_.mention_at(t, MentionKind::actor) == kNone) phrase_.begin = marker->end;
      else if (view_.is_mark(t, '(')) skip_bracket();
      else if (view_.is_punctuation(t) || view_.phrase_at(t, sym_.function) || is_aside(t) || is_bare_link(t) || is_situated(t) || is_first_of_all(t) || is_daypart(t)) ++phrase_.begin;
      else break;
    }
    phrase_.begin = std::min(phrase_.begin, phrase_.end);
  }

  /// “sthit”, “samarthit” whose place stands before the phrase.
  bool is_bare_link(std::uint32_t t) const {
    const LexicalMatch* link = view_.phrase_at(t, sym_.alignment);
    return link && link->end == t + 1 && link->end < phrase_.end && view_.mention_at(t, MentionKind::actor) == kNone;
  }

  /// “iraq mein | tainat amriki sena”: where they are stands before the phrase, and so the word that says that they are there.
  bool is_situated(std::uint32_t t) const {
    return t + 1 < phrase_.end && t > 0 && view_.has_class(t, sym_.situated) && view_.phrase_before(t, sym_.marker) && view_.mention_at(t, MentionKind::actor) == kNone;
  }

  /// “aaj subah | sena ki chauki par”
  bool is_daypart(std::uint32_t t) const { return t + 1 < phrase_.end && view_.has_class(t, sym_.daypart) && view_.mention_at(t, MentionKind::actor) == kNone; }

  /// “pahle | Usha ko peeta”, “pahle | sena ne kaha”: an adverb before the actor.
  bool is_first_of_all(std::uint32_t t) const {
    const bool adverb = view_.has_class(t, sym_.ago) || view_.has_class(t, sym_.at_time);
    return adverb && t + 1 < phrase_.end && view_.mention_at(t + 1, MentionKind::actor) != kNone;
  }

  /// A cue (“meanwhile”) that stands before the phrase.
  bool is_aside(std::uint32_t t) const {
    const MentionIndex cue = view_.mention_at(t, MentionKind::cue);
    return cue != kNone && view_.mention(cue).end < phrase_.end && view_.mention_at(t, MentionKind::actor) == kNone;
  }

  void skip_bracket() {
    while (phrase_.begin < phrase_.end && !view_.is_mark(phrase_.begin, ')')) ++phrase_.begin;
    if (phrase_.begin < phrase_.end) ++phrase_.begin;
  }

  void find_actor() {
    for (std::uint32_t t = phrase_.end; t > phrase_.core; --t) {
      const MentionIndex m = view_.mention_over(t - 1, MentionKind::actor);
      if (m == kNone) continue;
      phrase_.actor = m;
      return;
    }
  }

  const DocumentView& view_;
  const Symbols& sym_;
  std::uint32_t limit_;
  NounPhrase phrase_;
  bool is_genitive_ = false;
  int genitives_ = 0;
  bool counted_ = false;  ///< a number was the last thing taken in
  bool quoted_ = false;
};

}  // namespace

bool did_it_to(const DocumentView& view, const Mention& outlaw, const Mention& next) {
  const Symbols& s = view.sym;
  if (outlaw.class_id != s.criminal || (next.class_id != s.person_common && next.class_id != s.office) || outlaw.end != next.begin) return false;
  const StringId marker = view.case_at(next.end);
  if (marker == 0 || marker == s.v_ne || view.attribute(next, s.k_generic) == s.v_yes) return false;
  const auto group = [&](const Mention& m) { return view.string(view.attribute(m, s.k_group)); };
  return group(outlaw) == "criminal" && group(next) != "man" && !view.is_oblique_plural(outlaw.end - 1);
}

bool is_quotation_mark(const DocumentView& view, std::uint32_t token) {
  const std::string_view w = view.word(token);
  return w == "'" || w == "\"" || w == "\u201c" || w == "\u201d" || w == "\u2018" || w == "\u2019";
}

NounPhrase noun_phrase_before(const DocumentView& view, std::uint32_t end, std::uint32_t limit) {
  return PhraseReader(view, end, limit).run();
}

namespace {

/// “Nepalsingh, Moolsingh aur Banesingh ne”: one or two words that no row knows, in a list with a named person.
bool is_listed_name(const DocumentView& view, const NounPhrase& p, const NounPhrase& last) {
  constexpr std::uint32_t kLongestName = 2;
  const MentionIndex person = last.empty() ? kNone : view.mention_over(last.end - 1, MentionKind::actor);
  const bool theirs = person != kNone && last.begin > 0 && view.has_class(last.begin - 1, view.sym.pronoun);  // “X, Y and their friends”
  const bool named = theirs || (person != kNone && view.mention(person).payload != kNone && view.mentions->actors[view.mention(person).payload].named_person);
  if (!named || p.end - p.begin > kLongestName) return false;
  for (std::uint32_t t = p.begin; t < p.end; ++t) {
    const ClassSet classes = view.lexicon.word_classes(view.tokens[t].word);
    if (classes.any() && !classes.test(view.sym.given_name) && !classes.test(view.sym.surname)) return false;
  }
  return true;
}

}  // namespace

std::vector<NounPhrase> joined_phrases_before(const DocumentView& view, std::uint32_t end, std::uint32_t limit) {
  constexpr std::size_t kMost = 4;
  std::vector<NounPhrase> phrases = {noun_phrase_before(view, end, limit)};
  while (phrases.size() < kMost && !phrases.back().empty() && phrases.back().joined != 0) {
    const NounPhrase p = noun_phrase_before(view, phrases.back().joined, limit);
    const auto is_land = [&](const NounPhrase& q) { return !q.empty() && view.mention_over(q.end - 1, MentionKind::place) != kNone; };
    const bool known = p.actor != kNone || view.phrase_before(p.end, view.sym.structure) || view.phrase_before(p.end, view.sym.vehicle) ||
                       (is_land(p) && is_land(phrases.back()));
    if (p.empty() || p.nobody || !(known || is_listed_name(view, p, phrases.front()))) break;
    phrases.push_back(p);
  }
  std::reverse(phrases.begin(), phrases.end());
  return phrases;
}

std::string phrase_text(const DocumentView& view, const NounPhrase& phrase) {
  std::uint32_t end = phrase.end;
  // A gloss in brackets behind the name is no part of it.
  if (end > phrase.begin && view.is_mark(end - 1, ')')) {
    std::uint32_t open = end - 1;
    while (open > phrase.begin && !view.is_mark(open, '(')) --open;
    if (open > phrase.begin) end = open;
  }
  std::uint32_t begin = phrase.begin;
  while (begin < end && view.is_punctuation(begin)) ++begin;
  while (end > begin && view.is_punctuation(end - 1)) --end;
  return view.text(begin, end);
}

std::string phrase_alias(const DocumentView& view, const NounPhrase& phrase) {
  constexpr std::uint32_t kInside = 6;
  std::uint32_t close = phrase.end;
  if (close > phrase.begin && view.is_mark(close - 1, ')')) --close;
  else if (close < view.size() && view.is_mark(close, '(')) while (close < view.size() && close < phrase.end + kInside && !view.is_mark(close, ')')) ++close;
  if (close >= view.size() || !view.is_mark(close, ')')) return {};
  std::uint32_t open = close;
  while (open > phrase.begin && !view.is_mark(open, '(')) --open;
  return view.is_mark(open, '(') ? view.text(open + 1, close) : std::string();
}

}  // namespace incidents
