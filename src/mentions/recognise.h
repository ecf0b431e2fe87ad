#pragma once
/// Recognition: words of the lexicon, numbers, then the phases of rules, each reading what those before it found.
#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "mentions/mention.h"
#include "rules/rules.h"
#include "text/tokenise.h"

namespace incidents {

/// Buffers of one worker.
struct RecogniseScratch {
  std::vector<LexicalMatch> phrases;  ///< of the last document, as look_up gives them: later layers read them too
  Lattice lattice;
  MatchScratch match;
  std::vector<RuleMatch> matches;
  std::vector<std::uint32_t> order;
  std::vector<std::uint32_t> new_index;
  std::vector<Mention> sorted;
};

class Recogniser {
 public:
  /// Both must outlive it. Reads the kinds of classes from the table "classes".
  Recogniser(const Lexicon& lexicon, const Rules& rules);

  /// Fills Token::word and `mentions`, whose payloads are not yet resolved (dates against the publication, places
  /// against each other). Total.
  void recognise(std::string_view normal, Tokens& tokens, Mentions& mentions, RecogniseScratch& scratch) const;

  /// The same, but stops behind `last_phase`.
  void recognise_until(PhaseId last_phase, std::string_view normal, Tokens& tokens, Mentions& mentions,
                       RecogniseScratch& scratch) const;

  /// The kind of mention that rows of a class make; nullopt for classes that make none.
  std::optional<MentionKind> kind_of(ClassId id) const { return kinds_[id]; }

 private:
  void add_lexical_mentions(std::string_view normal, const Tokens& tokens, std::span<const LexicalMatch> phrases,
                            Mentions& mentions) const;
  void apply(const RuleMatch& match, std::string_view normal, Mentions& mentions, const Lattice& lattice) const;
  MentionKind rule_kind(ClassId id) const;
  /// Supersedes what a new mention covers of its own kind.
  void remove_same(const Mention& by, Mentions& mentions, const Lattice& lattice) const;
  /// For `make = nothing`: the mentions of a kind or class inside the match; of any where `kind` is "".
  void remove_covered(const RuleMatch& match, std::string_view kind, Mentions& mentions, const Lattice& lattice) const;

  const Lexicon& lexicon_;
  const Rules& rules_;
  StringId kind_key_ = kNone;
  StringId cc_key_ = kNone;
  std::array<std::optional<MentionKind>, 256> kinds_{};       ///< by class: what its rows make
  std::array<std::optional<MentionKind>, 256> rule_kinds_{};  ///< by class: the kinds of that name
};

/// The attribute of the row or rule that made a mention (see Rules::attribute); "" when it gives none.
std::string_view attribute(const Lexicon& lexicon, const Rules& rules, const Mentions& mentions, const Mention& mention,
                           std::string_view key);

/// What a mention's rule matched in the slot `name`, or in the slot of `name=$slot`; nullptr for none.
const SlotMatch* slot(const Lexicon& lexicon, const Rules& rules, const Mentions& mentions, const Mention& mention,
                      std::string_view name);

/// Name of the rule ("count.killed.verb") or row (its first form) that made a mention, and where it stands.
std::string_view origin_name(const Lexicon& lexicon, const Rules& rules, const Mention& mention);
SourceLine origin_source(const Lexicon& lexicon, const Rules& rules, const Mention& mention);

}  // namespace incidents
