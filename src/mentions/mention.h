#pragma once
/// A mention: a run of tokens that means something, with the row or rule that found it. Earlier phases' mentions are
/// single tokens to later rules; the events layer reads nothing but mentions and tokens.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "incidents/incident.h"
#include "lexicon/lexicon.h"
#include "mentions/date_form.h"
#include "rules/rule_match.h"

namespace incidents {

enum class MentionKind : std::uint8_t {
  number,    ///< payload NumberValue
  date,      ///< payload Timex
  place,     ///< payload Toponym
  actor,     ///< person, group, force, organisation: payload ActorValue
  weapon,    ///< entry gives kind and model
  trigger,   ///< entry or rule gives the event type(s)
  count,     ///< a number with what it counts: payload CountValue
  effect,    ///< killed, injured, …: entry or rule attribute `effect`
  cue,       ///< negation, modality, attribution, claim, damage, background …: attribute `cue`
  other      ///< made by a rule for other rules only
};

/// By MentionKind; each is a class to rules. `other` is a class of classes.tsv, so it has no name of its own.
inline constexpr std::array<std::string_view, 9> kMentionKindNames = {"number",  "date",  "place",  "actor", "weapon",
                                                                      "trigger", "count", "effect", "cue"};

/// Where a mention comes from: a lexicon row or a rule.
struct Origin {
  enum class Kind : std::uint8_t { none, entry, rule } kind = Kind::none;
  std::uint32_t id = 0;
};

struct NumberValue {
  std::optional<double> min, max;  ///< inclusive; nullopt is open
  Qualifier qualifier = Qualifier::exact;
  bool ordinal = false;            ///< pahla, 5vin (first, 5th): never a count
  bool article = false;            ///< a lone “ek”: 1 or “a”
  double scale = 1;                ///< the multiplier it ends in: 1000 of “two or three thousand”
};

/// A date expression before and after it is resolved. `start`/`end` are set only where they are known.
struct Timex {
  std::optional<Date> start, end;
  DatePrecision precision = DatePrecision::day;
  ResolvedFrom resolved_from = ResolvedFrom::none;
  std::string timex;               ///< TIMEX3
  bool needs_published = false;    ///< would be resolved by a publication date that is not known
  bool duration = false;           ///< a length of time (for three hours), no calendar place
  bool vague = false;              ///< recently, these days
  bool since = false;              ///< since then, since 2014: the end is open up to publication
  DateForm form;                   ///< the words' own saying, before publication day and context are known
  bool night_across = false;       ///< a night that reaches into the next day
};

/// What a place is a unit of; `area` is a region, water or road that may reach over many units.
enum class PlaceLevel : std::uint8_t { unknown, country, admin1, admin2, place, area };

struct Toponym {
  EntryId entry = kNone;           ///< gazetteer row; kNone for an unknown name found by pattern
  IncidentLocation resolved;       ///< name, chain, coordinates; name only where unknown. Span is not filled here
  PlaceLevel level = PlaceLevel::unknown;
  std::string standard_name;       ///< the row's first spelling, under which others name it as parent; "" when unknown
  std::uint32_t name_begin = 0;    ///< tokens of the name alone: a mention may hold the word for its class too
  std::uint32_t name_end = 0;
  std::uint32_t core_begin = 0;    ///< the name without a class word or direction that belongs to it; empty for none
  std::uint32_t core_end = 0;
  std::string_view class_kind;     ///< what the class word beside it says it is: district, village, …; "" for none
  PlaceLevel class_level = PlaceLevel::unknown;
  bool is_part = false;            ///< a part of the entry only: its north, its coast
  bool is_adjective = false;       ///< of a country (a nationality): belongs to actors, is no scene
  bool is_scene_candidate = true;  ///< false for governments, speakers' and hospitals' towns, distances
  bool is_origin = false;          ///< where people are from: a scene only where no other is told
  bool is_sure = false;            ///< a scene whatever longer name holds it: “in the hostel of the university of X”
  bool is_home = false;            ///< of a person: where it happened only if no other place is told, and not to all
  bool is_seat = false;            ///< of police: “Wada police arrested him” tells of no other scene
  bool is_dateline = false;
};

struct ActorValue {
  std::string name;                ///< the words of the noun phrase without postposition
  std::string kind;                ///< military police government armed_group civilian organization person media crowd
  std::optional<std::string> country;
  bool plural = false;
  bool named_person = false;
};

/// N of something: two women, four rockets, three houses.
struct CountValue {
  std::uint32_t number = kNone;    ///< index of the number mention
  std::uint32_t what = kNone;      ///< index of the actor/weapon/… mention counted; kNone where only words say it
  std::string what_class;          ///< people soldier police militant civilian child woman official weapon vehicle house
                                   ///< animal occurrence troops money age distance magnitude time law score identifier …
  std::string who;                 ///< the counted words
};

struct Mention {
  MentionKind kind = MentionKind::other;
  std::uint32_t begin = 0;         ///< tokens [begin, end)
  std::uint32_t end = 0;
  Origin origin;
  ClassId class_id = 0;            ///< class that rules see this mention as
  std::uint32_t payload = kNone;   ///< index into the payload vector of its kind
  std::uint32_t rule_match = kNone;  ///< index into Mentions::rule_matches where the origin is a rule
  bool superseded = false;         ///< a later, longer mention of its kind covers it
};

/// All mentions of a document, with payloads by kind. Reused between documents.
struct Mentions {
  std::vector<Mention> all;        ///< sorted by begin, then longer first, once recognition is done
  std::vector<NumberValue> numbers;
  std::vector<Timex> dates;
  std::vector<Toponym> places;
  std::vector<ActorValue> actors;
  std::vector<CountValue> counts;
  std::vector<RuleMatch> rule_matches;  ///< what mentions of Origin rule were made of
  void clear();
};

}  // namespace incidents
