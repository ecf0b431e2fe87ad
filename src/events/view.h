#pragma once
/// What the events layer reads of one document, with indexes by token: mentions, lexicon phrases, sentences, clauses.
#include <array>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "events/symbols.h"
#include "mentions/mention.h"
#include "rules/rules.h"
#include "text/source_text.h"

namespace incidents {

/// A stretch of a sentence around one finite verb: tokens [first, last).
struct Clause {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::uint32_t sentence = 0;
  bool relative = false;  ///< opens with a relative pronoun: says more of what stands before
  bool cause = false;     ///< ends with “in protest against”, “angered by”: what led to what the next clause tells
};

/// Index into Mentions::all; kNone for no mention.
using MentionIndex = std::uint32_t;

class DocumentView {
 public:
  DocumentView(const Lexicon& lexicon, const Rules& rules, const Symbols& symbols);

  /// Sets the document and builds the indexes; everything given must outlive the next reset.
  void reset(std::string_view normal, std::span<const Token> tokens, std::span<const Sentence> sentences,
             std::span<const LexicalMatch> phrases, const Mentions& mentions, const SourceText& source,
             std::optional<Date> published);

  const Lexicon& lexicon;
  const Rules& rules;
  const Symbols& sym;
  std::string_view normal;
  std::span<const Token> tokens;
  std::span<const Sentence> sentences;
  std::span<const LexicalMatch> phrases;
  const Mentions* mentions = nullptr;
  const SourceText* source = nullptr;
  std::optional<Date> published;
  std::vector<Clause> clauses;
  std::uint32_t headline_sentences = 0;  ///< sentences from the start that are the headline

  std::uint32_t size() const { return static_cast<std::uint32_t>(tokens.size()); }
  std::uint32_t sentence_of(std::uint32_t token) const { return sentence_of_[token]; }
  std::uint32_t clause_of(std::uint32_t token) const { return clause_of_[token]; }

  /// Does the token, taken as one word, have the class?
  bool has_class(std::uint32_t token, ClassId id) const { return lexicon.word_classes(tokens[token].word).test(id); }
  /// A noun form that can only be plural: its ending is one of the setting `plural_endings`.
  bool is_plural_form(std::uint32_t token) const;
  /// Has the word the ending of a plural before postpositions?
  bool is_oblique_plural(std::uint32_t token) const;
  /// Has the word the ending of a singular?
  bool is_singular_form(std::uint32_t token) const;
  /// Does the verb that [first, last) ends with, or that follows it at once, tell of what is still to come?
  bool is_still_to_come(std::uint32_t first, std::uint32_t last) const;
  /// “karte hain”, “jaati hai”: an imperfective with the present of to be.
  bool is_habitual_verb(std::uint32_t token) const;
  /// Does that verb tell of what happens again and again: “karte hain”, “ho jaati hai”?
  bool is_habitual(std::uint32_t first, std::uint32_t last) const;
  bool line_ends_after(std::uint32_t token) const {
    return token + 1 >= size() || (tokens[token + 1].flags & (kLineStart | kParagraphStart));
  }
  /// A mark that closes a sentence of the body; headlines end in none, or in one of ? ! : " ' ).
  bool is_end_mark(std::uint32_t token) const;
  bool is_punctuation(std::uint32_t token) const { return tokens[token].kind == TokenKind::punctuation; }
  /// The token is that one ASCII mark.
  bool is_mark(std::uint32_t token, char mark) const {
    return tokens[token].end - tokens[token].begin == 1 && normal[tokens[token].begin] == mark;
  }
  std::string_view word(std::uint32_t token) const {
    return normal.substr(tokens[token].begin, tokens[token].end - tokens[token].begin);
  }

  /// Classes of the phrases that start at the token.
  const ClassSet& classes_at(std::uint32_t token) const { return classes_at_[token]; }
  /// Longest phrase of the class that starts at the token, or nullptr.
  const LexicalMatch* phrase_at(std::uint32_t token, ClassId id) const {
    return classes_at_[token][id] ? find_phrase_at(token, id) : nullptr;
  }
  /// Longest phrase of the class that ends before the token, or nullptr.
  const LexicalMatch* phrase_before(std::uint32_t token, ClassId id) const {
    return classes_before_[token][id] ? find_phrase_before(token, id) : nullptr;
  }

  /// Is the row of the mention for a noun (attribute `form_kind`)?
  bool is_noun(const Mention& mention) const { return string(attribute(mention, sym.k_form_kind)) == "noun"; }
  /// Does a shorter phrase of the same class, a noun, begin where this one does?
  bool begins_with_noun(const LexicalMatch& match) const;

  /// The attribute `case` of the postposition that starts at the token (`ne`, `ko`, `ke_anusar` …); 0 for none.
  /// `after` receives the token behind it.
  StringId case_at(std::uint32_t token, std::uint32_t* after = nullptr) const;

  /// Visits (index, mention) of the non-superseded mentions of a kind inside tokens [first, last), in order.
  template <class Visit>
  void for_each(MentionKind kind, std::uint32_t first, std::uint32_t last, Visit visit) const {
    for (std::uint32_t i = first_mention_[first]; i < mentions->all.size(); ++i) {
      const Mention& m = mentions->all[i];
      if (m.begin >= last) break;
      if (m.kind == kind && !m.superseded && m.end <= last) visit(i, m);
    }
  }
  /// What a mention says as a cue; Cue::none for other mentions.
  Cue cue(MentionIndex i) const { return cues_[i]; }
  /// The deed for which somebody is arrested is told with a day or place of its own: its words mean what they say.
  void tell_charge(MentionIndex cue) { cues_[cue] = Cue::told_charge; }
  /// The cue says nothing here.
  void drop_cue(MentionIndex cue) { cues_[cue] = Cue::idle; }
  /// The first cue of that meaning inside tokens [first, last); kNone when there is none.
  MentionIndex find_cue(Cue cue, std::uint32_t first, std::uint32_t last) const;
  bool has_cue(Cue cue, std::uint32_t first, std::uint32_t last) const { return find_cue(cue, first, last) != kNone; }

  /// Is the mention only a piece of a longer cue or trigger that means something else?
  bool is_shielded(const Mention& m) const;

  /// The longest non-superseded mention of the kind that starts at the token.
  MentionIndex mention_at(std::uint32_t token, MentionKind kind) const;
  /// The non-superseded mention of the kind that covers the token.
  MentionIndex mention_over(std::uint32_t token, MentionKind kind) const {
    return over_[static_cast<std::size_t>(kind)][token];
  }
  const Mention& mention(MentionIndex i) const { return mentions->all[i]; }

  /// An attribute of the row or rule that made the mention; 0 when it gives none.
  StringId attribute(const Mention& m, StringId key) const;
  StringId attribute(EntryId entry, StringId key) const { return lexicon.entry_attribute(entry, key); }

  std::string text(std::uint32_t begin, std::uint32_t end) const { return std::string(source->text(begin, end)); }
  std::string_view string(StringId id) const { return lexicon.string(id); }

 private:
  void index_tokens();
  void index_classes();
  void index_cues();
  void index_covers();
  const LexicalMatch* find_phrase_at(std::uint32_t token, ClassId id) const;
  const LexicalMatch* find_phrase_before(std::uint32_t token, ClassId id) const;
  void find_headline();
  bool is_furniture(std::uint32_t first, std::uint32_t end) const;
  bool leads_to_another(const LexicalMatch& marker, std::uint32_t first, std::uint32_t last) const;
  bool ends_cause(std::uint32_t token) const;
  void cut_clauses();

  std::vector<std::uint32_t> sentence_of_, clause_of_, first_mention_, first_phrase_;
  std::vector<ClassSet> classes_at_, classes_before_;  ///< by token, of the phrases that start at it or end before it
  std::vector<Cue> cues_;                              ///< by mention
  std::vector<MentionIndex> said_;                     ///< mentions that are cues, in order
  std::vector<std::uint32_t> first_said_;              ///< by token: the first of them that starts at it or later
  std::array<std::vector<MentionIndex>, kMentionKindNames.size() + 1> over_;  ///< by kind and token
};

}  // namespace incidents
