#pragma once
/// The result: plain structs that mirror the `incidents/1` contract field by field. A value that the text does not
/// give is `nullopt` or empty; nothing here is guessed. Formats (src/output) read these and nothing else.
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "incidents/error.h"

namespace incidents {

/// Half-open offsets into the decoded text, in the unit that `Options::offsets` asked for (code points by default).
struct Span {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  auto operator<=>(const Span&) const = default;
};

/// A day of the proleptic Gregorian calendar. Valid by construction through `make_date`/`parse_iso_date`.
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 1;
  std::uint8_t day = 1;
  auto operator<=>(const Date&) const = default;
};

enum class Qualifier { exact, about, at_least, more_than, at_most, less_than, range, several };

/// A number as the text bounds it, both ends inclusive; `nullopt` is open. “more than 175” is min 176, max open.
struct Quantity {
  std::optional<std::int64_t> min;
  std::optional<std::int64_t> max;
  Qualifier qualifier = Qualifier::exact;
  std::string text;  ///< the words, empty for a computed total
  Span span;
};

enum class DatePrecision { day, week, month, season, year, decade, open };
enum class ResolvedFrom { none, explicit_, published, context };

struct IncidentDate {
  std::optional<Date> start;
  std::optional<Date> end;
  DatePrecision precision = DatePrecision::day;
  std::string timex;  ///< TIMEX3; says what is known where start and end are null (XXXX-07-16)
  ResolvedFrom resolved_from = ResolvedFrom::none;
  std::string text;
  Span span;
};

enum class LocationPrecision { place, admin2, admin1, country };

struct IncidentLocation {
  std::string name;
  std::optional<std::string> latin;
  std::string kind;  ///< city, village, district, state, country, military_base, river, …
  std::optional<std::string> admin2;
  std::optional<std::string> admin1;
  std::optional<std::string> country;  ///< ISO 3166-1 alpha-2
  std::optional<std::string> country_name;
  std::optional<double> lat;
  std::optional<double> lon;
  LocationPrecision precision = LocationPrecision::place;
  std::optional<std::string> matched;  ///< "phonetic" where the entry was found by sound, "dateline" where inferred
  Span span;
};

struct Actor {
  std::string name;
  std::string role;    ///< perpetrator target victim claimant suspect source responder participant
  std::string kind;    ///< military police government armed_group civilian organization person media crowd
  std::optional<std::string> country;
  std::string status;  ///< stated alleged claimed denied
  Span span;
};

struct Weapon {
  std::string kind;
  std::optional<Quantity> count;
  std::string text;
  Span span;
};

struct Casualty {
  Quantity quantity;
  std::optional<std::string> who;
  struct Part {
    Quantity quantity;
    std::optional<std::string> who;
  };
  struct Alternative {
    Quantity quantity;
    std::optional<std::string> source;
  };
  std::vector<Part> parts;                ///< inside the number, never added to it
  std::vector<Alternative> alternatives;  ///< rival or earlier figures
};

struct Casualties {
  std::optional<Casualty> killed, injured, missing, detained, kidnapped, rescued, displaced;
};

struct SeizedItem {
  std::string kind;
  std::optional<std::string> model;
  std::optional<Quantity> count;
  std::optional<std::string> unit;
  std::string text;
  Span span;
};

struct Codes {
  std::optional<std::string> acled, plover, cameo;
};

struct Claim {
  std::optional<std::string> status;  ///< claimed unclaimed denied
  std::optional<std::string> by;
};

struct Evidence {
  std::uint32_t sentence = 0;  ///< index from 0
  std::string text;
  Span span;
};

/// Why one field says what it says, for `explain`.
struct Reason {
  std::string field;   ///< "date", "casualties.killed", "actors[0]", …
  std::string text;    ///< the words
  Span span;
  std::string rule;    ///< rule or row name, e.g. "count.killed.verb"
  std::string source;  ///< "data/rules/50-counts.rules:12"
};

struct Incident {
  std::string id;
  std::string category;
  std::string type;
  Codes codes;
  std::optional<IncidentDate> date;
  std::vector<IncidentLocation> locations;  ///< most specific first
  std::vector<Actor> actors;
  std::vector<Weapon> weapons;
  Casualties casualties;
  std::vector<SeizedItem> seized;
  std::optional<std::string> damage;  ///< none reported
  Quantity occurrences;
  bool aggregate = false;
  Claim claim;
  std::string certainty = "stated";  ///< stated attributed alleged denied
  bool main = true;
  std::vector<Evidence> evidence;
  std::vector<std::string> rules;
  std::vector<Reason> reasons;
};

/// Where the publication date came from; `none` prints as null.
enum class PublishedFrom { none, option, record, html, dateline, filename, mtime };

struct DocumentMeta {
  std::string id;
  std::optional<std::string> path;  ///< null for standard input
  std::optional<std::string> title;
  std::optional<Date> published;
  PublishedFrom published_from = PublishedFrom::none;
  std::uint32_t characters = 0;  ///< code points of the decoded text
  std::uint32_t sentences = 0;
  std::uint32_t tokens = 0;
};

/// One document's incident log.
struct Document {
  DocumentMeta meta;
  std::vector<Incident> incidents;
  std::vector<Diagnostic> diagnostics;
  std::uint32_t unresolved_dates = 0;  ///< relative dates that a publication date would resolve
  std::vector<Reason> unused_numbers;  ///< numbers that became no field, and why not
  std::optional<std::string> text;     ///< the decoded text, kept when asked for
  std::string record;                  ///< the input record as JSON when `--keep` asked for it; empty otherwise
};

/// One mention of `incidents annotate`.
struct AnnotatedMention {
  std::string kind;  ///< number date location actor weapon trigger
  Span span;
  std::string text;
  // number
  std::optional<double> min, max;
  Qualifier qualifier = Qualifier::exact;
  // date
  std::optional<IncidentDate> date;
  // location
  std::optional<IncidentLocation> location;
  // actor, trigger: name, kind/type, country
  std::string value_name, value_kind;
  std::optional<std::string> country;
  std::string rule;  ///< rule or row that made it
};

struct Annotation {
  std::string id;
  std::string text;  ///< the decoded text
  std::vector<Span> tokens;
  std::vector<Span> sentences;
  std::vector<AnnotatedMention> mentions;
  std::vector<Diagnostic> diagnostics;
};

}  // namespace incidents
