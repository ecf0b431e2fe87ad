#pragma once
/// Who did it, to whom, who says so: reads case markers through roles.tsv, claims and sources through cues.
#include <string>
#include <vector>

#include "events/frame.h"

namespace incidents {

/// One participant as one place of the text gives it.
struct RoleHit {
  std::string name;                    ///< the noun phrase with its genitives, without postposition
  std::string_view role;               ///< see `Actor::role`
  std::string kind;
  std::optional<std::string> country;
  std::string_view status = "stated";  ///< stated alleged claimed denied
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string alias;                   ///< the short name in brackets behind it; "" for none
  bool anyone = false;                 ///< says nothing of who they are: “three others”
  bool criminal = false;               ///< named by the deed alone: attackers, robbers
  bool by_deed = false;                ///< by the deed that is told: the suicide attacker, the gunmen
  bool force = false;                  ///< one of a force, by its words
  bool named = false;                  ///< a person by name
  bool nation = false;                 ///< a nationality alone: “Russian” attack
  bool accused = false;                ///< called “the accused”: told of before
  bool aged = false;                   ///< somebody by name and age of whom nothing else is told: dropped, unless the dead
                                       ///< or wounded one has no name
  bool protester = false;              ///< of whom the protest itself is told, whatever was done to them
  bool object = false;                 ///< whom the deed's verb strikes, with ko
  bool pointed_at = false;             ///< told by a pronoun or not at all, “they shot him”: yields to anybody who is told
  bool struck = false;                 ///< the toll says that somebody did it to them: “dher kie gae”
  bool single = false;                 ///< one person
  std::optional<Effect> effect;        ///< what a toll or an identification says befell them
  std::int64_t count = 0;              ///< how many they are, where a toll counts them alone; else 0
  EntryId head = kNone;                ///< the row of the noun that ends the phrase
  EntryId title = kNone;               ///< of a named person, the row of the office before the name
  bool bare = false;                   ///< that noun alone
  StringId group = 0;                  ///< of those counted: soldiers, women
  std::uint32_t row = kNone;           ///< row of roles.tsv; kNone where a cue or a casualty figure gave it
};

/// roles.tsv by event and marker.
class RoleTable {
 public:
  RoleTable(const Lexicon& lexicon, const EventTypes& types);

  struct Row {
    std::uint8_t event_rank = 0;  ///< 2 type, 1 category, 0 any
    EventSet events;
    StringId kind = 0;            ///< 0: any
    StringId marker = 0;
    std::string_view role;
    double weight = 0;
  };
  /// The most specific row, or nullptr.
  const Row* find(EventId event, StringId kind, StringId marker) const;
  std::uint32_t index(const Row* row) const { return static_cast<std::uint32_t>(row - rows_.data()); }
  StringId nominative() const { return nominative_; }
  StringId thing() const { return thing_; }
  SourceLine source(std::uint32_t row) const { return table_.source(row); }

 private:
  Table table_;
  std::vector<Row> rows_;
  StringId nominative_ = 0;
  StringId thing_ = 0;
};

struct Claimed {
  std::optional<std::string> status;  ///< claimed unclaimed denied
  std::optional<std::string> by;
};

/// Participants and sources of a frame that tells of an event of this type; appended to `out`.
void find_roles(const DocumentView& view, const EventTypes& types, const RoleTable& roles,
                const CasualtyFacts& casualties, const Frame& frame, EventId type, std::vector<RoleHit>& out);

/// What the frame says of responsibility; its claimants are appended to `out`.
Claimed find_claim(const DocumentView& view, const Frame& frame, std::vector<RoleHit>& out);

/// What only all frames of an incident together tell: the sides of a clash. Roles may change, hits may go.
void settle_roles(const EventType& type, std::vector<RoleHit>& roles);

/// First token of the noun phrase that ends with the words [begin, end): walks back over numbers, adjectives and
/// “X ke/ki” genitives, not before `limit`.
std::uint32_t phrase_begin(const DocumentView& view, std::uint32_t begin, std::uint32_t limit);

}  // namespace incidents
