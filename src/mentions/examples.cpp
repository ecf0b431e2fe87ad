#include "mentions/examples.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "incidents/date.h"
#include "lexicon/abbreviations.h"
#include "mentions/recognise.h"
#include "mentions/timex.h"
#include "text/normalise.h"

namespace incidents {
namespace {

struct Range {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool operator==(const Range&) const = default;
};

/// An example's text without its brackets, and the bytes that they enclosed.
struct Bracketed {
  std::string text;
  std::vector<Range> marked;
};

Bracketed take_brackets(std::string_view text) {
  Bracketed result;
  for (const char c : text) {
    const auto at = static_cast<std::uint32_t>(result.text.size());
    if (c == '[') {
      result.marked.push_back({at, at});
    } else if (c == ']') {
      if (!result.marked.empty()) result.marked.back().end = at;
    } else {
      result.text += c;
    }
  }
  return result;
}

std::string with_underscores(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '_');
  return text;
}

std::string bound(std::optional<double> value) { return value ? fmt::format("{}", *value) : "none"; }

std::string bounds(const NumberValue& number) {
  if (number.min && number.max && *number.min == *number.max) return bound(number.min);
  return bound(number.min) + "-" + bound(number.max);
}

std::string_view precision_name(DatePrecision precision) {
  switch (precision) {
    case DatePrecision::day:
      return "day";
    case DatePrecision::week:
      return "week";
    case DatePrecision::month:
      return "month";
    case DatePrecision::season:
      return "season";
    case DatePrecision::year:
      return "year";
    case DatePrecision::decade:
      return "decade";
    case DatePrecision::open:
      return "open";
  }
  return {};
}

std::string day(const std::optional<Date>& date) { return date ? format(*date) : "none"; }

class ExampleRunner {
 public:
  explicit ExampleRunner(const Lexicon& lexicon)
      : lexicon_(lexicon),
        rules_(lexicon),
        recogniser_(lexicon, rules_),
        tenses_(lexicon),
        abbreviations_(read_abbreviations(lexicon)) {}

  /// What is wrong with the example; "" when it holds.
  std::string run(const CompiledExample& compiled) {
    const Bracketed bracketed = take_brackets(compiled.example.text);
    analyse(compiled, bracketed.text);
    const std::vector<Range> marked = marked_tokens(bracketed.marked);
    const std::vector<Range> found = found_by(compiled.rule);
    if (!compiled.example.wanted) {
      return found.empty() ? "" : fmt::format("this must not be found, but the rule gives [{}]", words(found.front()));
    }
    if (found.empty()) return "the rule finds nothing here" + others(compiled.rule);
    for (const Range& range : marked) {
      if (std::find(found.begin(), found.end(), range) != found.end()) continue;
      return fmt::format("the rule finds [{}], not [{}]", words(nearest(found, range)), words(range));
    }
    return check_values(compiled, marked.empty() ? found.front() : marked.front());
  }

 private:
  void analyse(const CompiledExample& compiled, std::string_view text) {
    normalise(text, normal_, map_);
    tokenise(normal_, tokens_, {&abbreviations_, map_.capitals()});
    recogniser_.recognise_until(compiled.phase, normal_, tokens_, mentions_, scratch_);
  }

  std::vector<Range> marked_tokens(const std::vector<Range>& marked) const {
    std::vector<Range> result;
    for (const Range& bytes : marked) {
      Range tokens{kNone, 0};
      for (std::uint32_t i = 0; i < tokens_.tokens.size(); ++i) {
        const SourceRange source = map_.source(tokens_.tokens[i].begin, tokens_.tokens[i].end);
        if (source.begin >= bytes.end || source.end <= bytes.begin) continue;
        tokens.begin = std::min(tokens.begin, i);
        tokens.end = i + 1;
      }
      if (tokens.begin != kNone) result.push_back(tokens);
    }
    return result;
  }

  std::vector<Range> found_by(RuleId rule) const {
    std::vector<Range> result;
    if (rules_.make_class(rule) == 0) {
      // A rule that makes nothing leaves no mention, but the matches of the last phase are still there.
      for (const RuleMatch& match : scratch_.matches) {
        if (match.rule == rule) result.push_back({match.begin, match.end});
      }
    }
    for (const Mention& mention : mentions_.all) {
      if (is_of(mention, rule)) result.push_back({mention.begin, mention.end});
    }
    return result;
  }

  static bool is_of(const Mention& mention, RuleId rule) {
    return mention.origin.kind == Origin::Kind::rule && mention.origin.id == rule;
  }

  static Range nearest(const std::vector<Range>& found, Range wanted) {
    return *std::min_element(found.begin(), found.end(), [&](const Range& a, const Range& b) {
      const auto distance = [&](const Range& r) {
        return r.begin > wanted.begin ? r.begin - wanted.begin : wanted.begin - r.begin;
      };
      return distance(a) < distance(b);
    });
  }

  std::string words(Range range) const {
    if (range.begin >= range.end) return {};
    const auto& tokens = tokens_.tokens;
    return normal_.substr(tokens[range.begin].begin, tokens[range.end - 1].end - tokens[range.begin].begin);
  }

  /// What other rules of the phase found, as a hint.
  std::string others(RuleId rule) const {
    std::string result;
    for (const RuleMatch& match : scratch_.matches) {
      result += result.empty() ? "; of its phase there is " : ", ";
      result += fmt::format("{} [{}]", rules_.name(match.rule), words({match.begin, match.end}));
      if (match.rule == rule) result += " whose value is refused";
    }
    return result;
  }

  std::string check_values(const CompiledExample& compiled, Range range) {
    if (compiled.example.want.empty()) return {};
    const auto mention = std::find_if(mentions_.all.begin(), mentions_.all.end(), [&](const Mention& m) {
      return is_of(m, compiled.rule) && Range{m.begin, m.end} == range;
    });
    if (mention == mentions_.all.end()) return "a rule that makes nothing has no values";
    resolve_dates(tenses_, normal_, tokens_.tokens, tokens_.sentences, compiled.example.published, mentions_);
    for (const RuleArgument& want : compiled.example.want) {
      const std::optional<std::string> got = value(*mention, want.key);
      if (!got) return fmt::format("a mention of this rule has no '{}'", want.key);
      if (with_underscores(*got) != want.value) {
        return fmt::format("{} is {}, not {}", want.key, got->empty() ? "nothing" : *got, want.value);
      }
    }
    return {};
  }

  std::optional<std::string> value(const Mention& mention, std::string_view key) const {
    if (key == "min" || key == "max") {
      const NumberValue* number = number_of(mention);
      if (number == nullptr) return std::nullopt;
      return bound(key == "min" ? number->min : number->max);
    }
    if (mention.kind == MentionKind::date && mention.payload < mentions_.dates.size()) {
      if (auto result = date_value(mentions_.dates[mention.payload], key)) return result;
    }
    if (auto result = payload_value(mention, key)) return result;
    return argument_value(mention, key);
  }

  const NumberValue* number_of(const Mention& mention) const {
    if (mention.kind == MentionKind::number) {
      return mention.payload < mentions_.numbers.size() ? &mentions_.numbers[mention.payload] : nullptr;
    }
    if (mention.rule_match >= mentions_.rule_matches.size()) return nullptr;
    for (const SlotMatch& slot : mentions_.rule_matches[mention.rule_match].slots) {
      if (const NumberValue* number = number_of(slot)) return number;
    }
    return nullptr;
  }

  const NumberValue* number_of(const SlotMatch& slot) const {
    if (slot.mention >= mentions_.all.size()) return nullptr;
    const Mention& mention = mentions_.all[slot.mention];
    return mention.kind == MentionKind::number ? number_of(mention) : nullptr;
  }

  static std::optional<std::string> date_value(const Timex& date, std::string_view key) {
    if (key == "start") return day(date.start);
    if (key == "end") return day(date.end);
    if (key == "timex") return date.timex;
    if (key == "precision") return std::string(precision_name(date.precision));
    return std::nullopt;
  }

  std::optional<std::string> payload_value(const Mention& mention, std::string_view key) const {
    const std::uint32_t at = mention.payload;
    if (mention.kind == MentionKind::actor && at < mentions_.actors.size()) {
      const ActorValue& actor = mentions_.actors[at];
      if (key == "name") return actor.name;
      if (key == "kind") return actor.kind;
      if (key == "country") return actor.country.value_or("none");
    }
    if (mention.kind == MentionKind::place && at < mentions_.places.size()) {
      if (key == "name") return mentions_.places[at].resolved.name;
      if (key == "country") return mentions_.places[at].resolved.country.value_or("none");
    }
    if (std::find(kMentionAttributes.begin(), kMentionAttributes.end(), key) == kMentionAttributes.end()) {
      return std::nullopt;
    }
    const std::string_view computed = computed_attribute(mentions_, mention, key);
    return computed.empty() ? std::nullopt : std::optional<std::string>(computed);
  }

  std::optional<std::string> argument_value(const Mention& mention, std::string_view key) const {
    const StringId id = lexicon_.find_string(key);
    const MakeArgument* argument = id == kNone ? nullptr : rules_.argument(mention.origin.id, id);
    if (argument == nullptr) return std::nullopt;
    if (argument->slot == kNone) return std::string(lexicon_.string(argument->literal));
    const SlotMatch& slot = mentions_.rule_matches[mention.rule_match].slots[argument->slot];
    if (slot.begin == kNone) return "none";
    if (const NumberValue* number = number_of(slot)) return bounds(*number);
    const StringId attribute = rules_.slot_attribute(mentions_, slot, id);
    return attribute != 0 ? std::string(lexicon_.string(attribute)) : words({slot.begin, slot.end});
  }

  const Lexicon& lexicon_;
  Rules rules_;
  Recogniser recogniser_;
  TenseReader tenses_;
  Abbreviations abbreviations_;
  std::string normal_;
  OffsetMap map_;
  Tokens tokens_;
  Mentions mentions_;
  RecogniseScratch scratch_;
};

}  // namespace

void check_examples(const Lexicon& lexicon, std::span<const CompiledExample> examples, Problems& problems) {
  ExampleRunner runner(lexicon);
  for (const CompiledExample& example : examples) {
    std::string problem = runner.run(example);
    if (!problem.empty()) problems.emplace_back(ErrorCode::data, std::move(problem), example.at);
  }
}

}  // namespace incidents
