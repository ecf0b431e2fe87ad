#pragma once
/// The vocabulary of events (events.tsv) with what belongs together (joins.tsv) and what it says of those who are in it
/// (conduct.tsv), as small indexes.
#include <bitset>
#include <vector>

#include "events/symbols.h"

namespace incidents {

using EventId = std::uint8_t;
inline constexpr EventId kNoEvent = 0xff;
inline constexpr std::size_t kMaxEvents = 128;
using EventSet = std::bitset<kMaxEvents>;

/// What kind of happening a type is (events.tsv, `category`).
enum class Category : std::uint8_t { attack, crime, operation, unrest, accident, disaster, politics };
Category to_category(std::string_view name);  ///< `accident` for no name of one: the build lets none through

/// Whose deed an event is by the genitive before its noun.
enum class DeedOwner : std::uint8_t {
  none,
  fighters,  ///< outlaws, armed groups and forces
  states,    ///< those, and lands: “Ukraine's drone strike”
  anybody,
};

struct EventType {
  Category category = Category::accident;
  StringId category_name = 0;
  StringId type = 0;
  StringId acled = 0, plover = 0, cameo = 0;
  bool general = false;   ///< says only the category (attack, accident): gives way to any narrower type
  bool counted = false;   ///< a counted group in it tells as much as a toll: “400 jawans were stationed”
  bool damages = false;   ///< its own word says that property was damaged
  bool damaged = false;   ///< the same, but as part of another happening only: a collapse in an earthquake
  bool lasting = false;   ///< the day told may be the one it ends on: a curfew until Monday
  bool wide = false;      ///< one happening reaches many lands: tremors felt in the next country too
  bool discrete = false;  ///< victims told of another place are another happening, not a part
  bool exchange = false;  ///< both sides use force
  bool outlaws_did_it = false;  ///< people named by a crime did it, even where a toll counts them
  bool self_inflicted = false;  ///< whoever suffers it did it
  bool takes_people = false;    ///< an arrest
  bool takes_captives = false;  ///< a kidnapping
  bool takes_goods = false;     ///< a seizure
  bool unmarked_doer = false;   ///< an armed group without a postposition did it: “carried off”
  DeedOwner owner = DeedOwner::none;
  bool patients = false;  ///< whoever is ill of it is not wounded
  bool apart = false;  ///< who is arrested for it is a happening of its own
  bool bloodless = false; ///< nobody is hurt by it: a curfew, a meeting
  EventSet covers;        ///< types that a mention of this one may stand for, itself included
  EventSet yields;        ///< narrower types that win where one strong word for them stands
  EventSet later;         ///< of those that it follows, the ones it belongs to on a later day too: the rescue after a flood
  EventSet alleged;       ///< what those who accuse somebody call the same death
  EventSet follows;       ///< incidents of these types take this one in where it has no day or place of its own
};

/// A row of narrows.tsv: a general type beside a weapon or actor of this kind speaks for a narrower type.
struct Narrowing {
  EventId type = kNoEvent;
  EventId becomes = kNoEvent;
  bool weapon = false;           ///< the evidence is a weapon's kind, else an actor's
  std::string_view evidence;
  double weight = 0;
};

class EventTypes {
 public:
  explicit EventTypes(const Lexicon& lexicon);

  const EventType& operator[](EventId id) const { return types_[id]; }
  std::size_t size() const { return types_.size(); }
  std::span<const Narrowing> narrowings() const { return narrowings_; }
  EventId find(StringId type) const;  ///< kNoEvent when it is no type
  Category category(EventId e) const { return types_[e].category; }
  bool is_unrest(EventId e) const { return category(e) == Category::unrest; }
  /// A deed of force against somebody.
  bool is_deed(EventId e) const { return category(e) == Category::attack || category(e) == Category::crime; }
  /// An accident that may turn out an attack: a blast.
  bool is_blast(EventId e) const;
  /// May two mentions speak of one happening?
  bool compatible(EventId a, EventId b) const { return a == b || types_[a].covers[b] || types_[b].covers[a]; }

 private:
  void read_conduct(const Lexicon& lexicon);

  std::vector<EventType> types_;
  std::vector<Narrowing> narrowings_;
};

}  // namespace incidents
