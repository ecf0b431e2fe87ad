#include "events/view.h"

#include <algorithm>

namespace incidents {

DocumentView::DocumentView(const Lexicon& lexicon_, const Rules& rules_, const Symbols& symbols)
    : lexicon(lexicon_), rules(rules_), sym(symbols) {}

void DocumentView::reset(std::string_view normal_, std::span<const Token> tokens_,
                         std::span<const Sentence> sentences_, std::span<const LexicalMatch> phrases_,
                         const Mentions& mentions_, const SourceText& source_, std::optional<Date> published_) {
  normal = normal_;
  tokens = tokens_;
  sentences = sentences_;
  phrases = phrases_;
  mentions = &mentions_;
  source = &source_;
  published = published_;
  index_tokens();
  index_classes();
  index_cues();
  index_covers();
  find_headline();
  cut_clauses();
}

void DocumentView::index_tokens() {
  sentence_of_.assign(size() + 1, 0);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    std::fill(sentence_of_.begin() + sentences[s].first, sentence_of_.begin() + sentences[s].last, s);
  }
  // Each token points to the first mention and phrase that start at it or later.
  const auto mention_count = static_cast<std::uint32_t>(mentions->all.size());
  const auto phrase_count = static_cast<std::uint32_t>(phrases.size());
  first_mention_.assign(size() + 1, mention_count);
  first_phrase_.assign(size() + 1, phrase_count);
  for (std::uint32_t i = mention_count; i-- > 0;) first_mention_[mentions->all[i].begin] = i;
  for (std::uint32_t i = phrase_count; i-- > 0;) first_phrase_[phrases[i].begin] = i;
  for (std::uint32_t t = size(); t-- > 0;) {
    first_mention_[t] = std::min(first_mention_[t], first_mention_[t + 1]);
    first_phrase_[t] = std::min(first_phrase_[t], first_phrase_[t + 1]);
  }
}

bool DocumentView::is_still_to_come(std::uint32_t first, std::uint32_t last) const {
  const auto is_future = [&](std::uint32_t t) {
    return has_class(t, sym.verb) && std::any_of(sym.future_endings.begin(), sym.future_endings.end(),
                                                 [&](std::string_view ending) { return word(t).ends_with(ending); });
  };
  if (last > first && is_future(last - 1)) return true;
  for (std::uint32_t t = last; t < size() && t < last + 3 && has_class(t, sym.verb); ++t) {
    if (is_future(t)) return true;
  }
  return false;
}

bool DocumentView::is_habitual_verb(std::uint32_t t) const {
  if (!has_class(t, sym.verb) || t + 1 >= size() || sentence_of(t) != sentence_of(t + 1)) return false;
  const bool imperfective = std::any_of(sym.present_endings.begin(), sym.present_endings.end(),
                                        [&](std::string_view ending) { return word(t).ends_with(ending); });
  const LexicalMatch* is = imperfective ? phrase_at(t + 1, sym.function) : nullptr;
  return is && attribute(is->entry, sym.k_tense) == sym.v_present;
}

bool DocumentView::is_habitual(std::uint32_t first, std::uint32_t last) const {
  if (last > first && is_habitual_verb(last - 1)) return true;
  if (first > 1 && is_habitual_verb(first - 2)) return true;  // “karta hai hamla”
  for (std::uint32_t t = last; t < size() && t < last + 3 && (has_class(t, sym.verb) || phrase_at(t, sym.negation)); ++t) {
    const MentionIndex said = mention_at(t, MentionKind::cue);
    if (said != kNone && (cue(said) == Cue::attribution || cue(said) == Cue::allege)) return false;  // “are said to be”
    if (is_habitual_verb(t)) return true;
  }
  return false;
}

void DocumentView::index_classes() {
  classes_at_.assign(size() + 1, {});
  classes_before_.assign(size() + 1, {});
  for (const LexicalMatch& phrase : phrases) {
    const ClassId id = lexicon.entry_class(phrase.entry);
    classes_at_[phrase.begin][id] = true;
    classes_before_[phrase.end][id] = true;
  }
}

void DocumentView::index_cues() {
  cues_.clear();
  said_.clear();
  first_said_.assign(size() + 1, kNone);
  for (const Mention& m : mentions->all) {
    cues_.push_back(m.kind == MentionKind::cue ? sym.cue_of(attribute(m, sym.k_cue)) : Cue::none);
    if (cues_.back() == Cue::none || m.superseded) continue;
    std::uint32_t& first = first_said_[m.begin];
    first = std::min(first, static_cast<std::uint32_t>(said_.size()));
    said_.push_back(static_cast<MentionIndex>(cues_.size() - 1));
  }
  for (std::uint32_t t = size(); t-- > 0;) first_said_[t] = std::min(first_said_[t], first_said_[t + 1]);
}

/// By token, the first mention of each kind that covers it.
void DocumentView::index_covers() {
  constexpr std::uint32_t kLongest = 16;
  for (auto& over : over_) over.assign(size() + 1, kNone);
  for (MentionIndex i = 0; i < mentions->all.size(); ++i) {
    const Mention& m = mentions->all[i];
    const auto kind = static_cast<std::size_t>(m.kind);
    if (m.superseded) continue;
    for (std::uint32_t t = m.begin; t < std::min(m.end, m.begin + kLongest + 1); ++t) {
      if (over_[kind][t] == kNone) over_[kind][t] = i;
    }
  }
}

bool DocumentView::is_oblique_plural(std::uint32_t token) const {
  const std::string_view form = word(token);
  return std::any_of(sym.oblique_endings.begin(), sym.oblique_endings.end(),
                     [&](std::string_view ending) { return form.size() > ending.size() && form.ends_with(ending); });
}

bool DocumentView::is_singular_form(std::uint32_t token) const {
  const std::string_view form = word(token);
  return std::any_of(sym.singular_endings.begin(), sym.singular_endings.end(),
                     [&](std::string_view ending) { return form.size() > ending.size() && form.ends_with(ending); });
}

bool DocumentView::is_plural_form(std::uint32_t token) const {
  const std::string_view form = word(token);
  return std::any_of(sym.plural_endings.begin(), sym.plural_endings.end(),
                     [&](std::string_view ending) { return form.size() > ending.size() && form.ends_with(ending); });
}

const LexicalMatch* DocumentView::find_phrase_at(std::uint32_t token, ClassId id) const {
  for (std::uint32_t i = first_phrase_[token]; i < phrases.size() && phrases[i].begin == token; ++i) {
    if (lexicon.entry_class(phrases[i].entry) == id) return &phrases[i];  // longest first
  }
  return nullptr;
}

const LexicalMatch* DocumentView::find_phrase_before(std::uint32_t token, ClassId id) const {
  constexpr std::uint32_t kLongest = 6;
  for (std::uint32_t begin = token > kLongest ? token - kLongest : 0; begin < token; ++begin) {
    for (std::uint32_t i = first_phrase_[begin]; i < phrases.size() && phrases[i].begin == begin; ++i) {
      if (phrases[i].end == token && lexicon.entry_class(phrases[i].entry) == id) return &phrases[i];
    }
  }
  return nullptr;
}

bool DocumentView::begins_with_noun(const LexicalMatch& match) const {
  const ClassId id = lexicon.entry_class(match.entry);
  for (std::uint32_t i = first_phrase_[match.begin]; i < phrases.size() && phrases[i].begin == match.begin; ++i) {
    const EntryId e = phrases[i].entry;
    if (phrases[i].end < match.end && lexicon.entry_class(e) == id && string(attribute(e, sym.k_form_kind)) == "noun" &&
        attribute(e, sym.k_strength) != sym.v_support) return true;
  }
  return false;
}

StringId DocumentView::case_at(std::uint32_t token, std::uint32_t* after) const {
  if (token >= size()) return 0;
  const LexicalMatch* marker = phrase_at(token, sym.marker);
  if (!marker) return 0;
  if (after) *after = marker->end;
  return attribute(marker->entry, sym.k_case);
}

MentionIndex DocumentView::mention_at(std::uint32_t token, MentionKind kind) const {
  for (std::uint32_t i = first_mention_[token]; i < mentions->all.size() && mentions->all[i].begin == token; ++i) {
    if (mentions->all[i].kind == kind && !mentions->all[i].superseded) return i;
  }
  return kNone;
}

MentionIndex DocumentView::find_cue(Cue cue, std::uint32_t first, std::uint32_t last) const {
  for (std::uint32_t i = first_said_[first]; i < said_.size() && mention(said_[i]).begin < last; ++i) {
    if (cues_[said_[i]] == cue && mention(said_[i]).end <= last) return said_[i];
  }
  return kNone;
}

namespace {

/// Cues whose words are not what they seem, against those that only say more of a figure or an event inside them.
bool changes_meaning(Cue cue) {
  switch (cue) {
    case Cue::revise: case Cue::earlier: case Cue::part: case Cue::add: case Cue::anaphor: case Cue::aggregate: case Cue::separate:
    case Cue::background: case Cue::recall: case Cue::shift: case Cue::headline: case Cue::digest: case Cue::aftermath: case Cue::attribution: case Cue::unnamed_source:
    case Cue::claim: case Cue::damage: case Cue::condition: case Cue::scene_not: case Cue::told_charge: case Cue::cause: case Cue::idle:
      return false;
    default:
      return true;
  }
}

}  // namespace

bool DocumentView::is_shielded(const Mention& m) const {
  const auto covers = [&](MentionIndex i) {
    if (i == kNone) return false;
    const Mention& longer = mention(i);
    // A cue over just an event's words undoes them; elsewhere it has to be longer.
    const bool same = m.kind == MentionKind::trigger && longer.kind == MentionKind::cue && longer.begin == m.begin && longer.end == m.end;
    return longer.begin <= m.begin && longer.end >= m.end && (same || longer.end - longer.begin > m.end - m.begin);
  };
  const MentionIndex cue = mention_over(m.begin, MentionKind::cue);
  if (covers(cue) && (m.kind == MentionKind::cue || changes_meaning(cues_[cue]))) return true;
  return m.kind != MentionKind::effect && covers(mention_over(m.begin, m.kind));
}

StringId DocumentView::attribute(const Mention& m, StringId key) const {
  if (m.origin.kind == Origin::Kind::entry) return lexicon.entry_attribute(m.origin.id, key);
  if (m.origin.kind == Origin::Kind::rule) {
    const MakeArgument* argument = rules.argument(m.origin.id, key);
    return argument ? argument->literal : 0;
  }
  return 0;
}

bool DocumentView::is_end_mark(std::uint32_t token) const {
  return is_punctuation(token) && !is_mark(token, '"') && !is_mark(token, '\'') && !is_mark(token, ')') &&
         !is_mark(token, '?') && !is_mark(token, '!') && !is_mark(token, ':');
}

void DocumentView::find_headline() {
  constexpr int kFurniture = 10;  // lines
  headline_sentences = 0;
  std::uint32_t first = 0, end = 0;
  for (int skipped = 0; first < size(); ++skipped, first = ++end) {
    while (!line_ends_after(end)) ++end;
    if (skipped == kFurniture || !is_furniture(first, end + 1)) break;
  }
  if (end + 1 >= size() || end - first > sym.headline_tokens || is_end_mark(end)) return;
  headline_sentences = sentence_of(end) + 1;
}

/// A line of the page above its headline: “Damascus, 9 August (agencies)”, “News.com”, “Send to a friend”.
bool DocumentView::is_furniture(std::uint32_t first, std::uint32_t end) const {
  constexpr std::uint32_t kLongest = 16, kDateline = 10, kLabel = 3;
  if (end - first > kLongest) return false;
  bool tells = false;
  for (MentionKind kind : {MentionKind::trigger, MentionKind::effect}) {
    for_each(kind, first, end, [&](MentionIndex, const Mention&) { tells = true; });
  }
  if (tells) return false;
  bool page = has_cue(Cue::headline, first, end) || end - first <= kLabel, foreign = true;
  for_each(MentionKind::date, first, end, [&](MentionIndex, const Mention&) { page = page || end - first <= kDateline; });
  for (std::uint32_t t = first; t < end; ++t) {
    const std::string_view letters = word(t);
    foreign = foreign && std::all_of(letters.begin(), letters.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  }
  return page || foreign;
}

/// “over the murder of X on Tuesday the shops were shut on Wednesday”, “after the clash on Monday …”: what stands before the
/// postposition has a day and an event word of its own, and so has what stands behind it.
bool DocumentView::leads_to_another(const LexicalMatch& marker, std::uint32_t first, std::uint32_t last) const {
  const StringId held = attribute(marker.entry, sym.k_case);
  if ((held != sym.v_ke_khilaf && held != sym.v_ke_baad) || marker.begin <= first) return false;
  const MentionIndex before = mention_over(marker.begin - 1, MentionKind::trigger);
  if (before == kNone && mention_over(marker.begin - 1, MentionKind::effect) == kNone) return false;
  const auto has_day = [&](std::uint32_t from, std::uint32_t to) {
    bool found = false;
    for_each(MentionKind::date, from, to, [&](MentionIndex, const Mention& m) { found = found || !mentions->dates[m.payload].duration; });
    return found;
  };
  bool told = false;
  for_each(MentionKind::trigger, marker.end, last, [&](MentionIndex, const Mention&) { told = true; });
  return told && has_day(first, marker.begin) && has_day(marker.end, last);
}

/// Does the token stand right behind a cue of what led to the sentence's event?
bool DocumentView::ends_cause(std::uint32_t token) const {
  const MentionIndex said = mention_over(token - 1, MentionKind::cue);
  return said != kNone && cues_[said] == Cue::cause && mention(said).end == token;
}

void DocumentView::cut_clauses() {
  clauses.clear();
  clause_of_.assign(size() + 1, 0);
  for (std::uint32_t s = 0; s < sentences.size(); ++s) {
    Clause clause{sentences[s].first, sentences[s].first, s, false, false};
    const auto close = [&](std::uint32_t at, bool relative) {
      if (at > clause.first) {
        clause.last = at;
        clauses.push_back(clause);
      }
      clause = {at, at, s, relative, false};
    };
    for (std::uint32_t t = sentences[s].first; t < sentences[s].last; ++t) {
      const bool after_verb =
          t > clause.first && (has_class(t - 1, sym.verb) ||
                               (is_punctuation(t - 1) && t - 1 > clause.first && has_class(t - 2, sym.verb)));
      if (t > clause.first && ends_cause(t)) {
        clause.cause = true;
        close(t, false);
      }
      const bool counts_more = t > clause.first && mention_over(t - 1, MentionKind::number) != kNone;  // “do aur log”: “do” is no verb here
      if (const LexicalMatch* c = phrase_at(t, sym.conjunction)) {
        const StringId joins = attribute(c->entry, sym.k_joins);
        // “said that”: where a longer cue holds the conjunction, the clause ends behind it.
        const MentionIndex cue = mention_over(t, MentionKind::cue);
        const std::uint32_t cut = cue != kNone && mention(cue).begin < t ? std::min(c->end, sentences[s].last) : t;
        if (joins == sym.v_clause || (joins == sym.v_both && after_verb && !counts_more)) close(cut, false);
      } else if (const LexicalMatch* p = phrase_at(t, sym.pronoun);
                 p && attribute(p->entry, sym.k_points) == sym.v_relative && t > clause.first + 1 &&
                 (after_verb || is_punctuation(t - 1))) {
        close(t, true);
      } else if (const LexicalMatch* marker = phrase_at(t, sym.marker); marker && leads_to_another(*marker, clause.first, sentences[s].last)) {
        close(marker->end, false);
      } else if (is_mark(t, ';') || (is_mark(t, ':') && t > clause.first) || (is_mark(t, ',') && (after_verb || s < headline_sentences))) {
        close(t + 1, false);
      }
    }
    close(sentences[s].last, false);
  }
  for (std::uint32_t c = 0; c < clauses.size(); ++c) {
    std::fill(clause_of_.begin() + clauses[c].first, clause_of_.begin() + clauses[c].last, c);
  }
}

}  // namespace incidents
