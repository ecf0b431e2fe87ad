// Numbers that rules make of numbers: ranges and bounds. What bounds a number is a row's attribute `bound`; what
// follows from it for the ends of the number stands here.
#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "mentions/mention.h"
#include "mentions/rule_context.h"

namespace incidents {
namespace {

std::optional<NumberValue> number_in(const RuleMatchContext& context, std::string_view slot) {
  const Mention* mention = context.mention(slot);
  if (mention == nullptr || mention->payload >= context.mentions.numbers.size()) return std::nullopt;
  const NumberValue& value = context.mentions.numbers[mention->payload];
  return value.ordinal ? std::nullopt : std::optional(value);
}

/// The longest number mention inside the match that begins (or ends, where `begin` is kNone) at that token.
std::optional<NumberValue> number_at(const RuleMatchContext& context, std::uint32_t begin, std::uint32_t end) {
  for (std::uint32_t token = context.match.begin; token < context.match.end; ++token) {
    for (const std::uint32_t index : context.lattice.mentions_at(token)) {
      const Mention& mention = context.mentions.all[index];
      if (mention.kind != MentionKind::number || mention.superseded) continue;
      if ((begin == kNone || mention.begin == begin) && (end == kNone || mention.end == end)) {
        return context.mentions.numbers[mention.payload];
      }
    }
  }
  return std::nullopt;
}

/// From `low` to `high`. “Two or three hundred” is 200 to 300: the multiplier behind the second number is meant for
/// both where the first one stays below the second with it.
bool make_range(NumberValue low, const NumberValue& high, NumberValue& out) {
  if (!low.min || !high.min) return false;
  if (low.scale == 1 && high.scale > 1 && *low.min * high.scale <= *high.min) {
    *low.min *= high.scale;
  }
  out.scale = high.scale;
  out.min = low.min;
  out.max = high.max;
  if (*low.min == *high.min) {  // one each
    out.qualifier = high.qualifier;
    return true;
  }
  out.qualifier = Qualifier::range;
  return *low.min < *high.min;
}

bool is_whole(double value) { return value == std::floor(value); }

/// The first number inside an exclusive bound: 20 and more than it begins at 21; 2.5 has no next one.
double above(double value) { return is_whole(value) ? value + 1 : value; }

double below(double value) { return is_whole(value) ? value - 1 : value; }

bool apply_bound(std::string_view bound, NumberValue& value) {
  const std::optional<double> upper = value.max ? value.max : value.min;
  if (bound == "about") {
    if (value.qualifier == Qualifier::exact) value.qualifier = Qualifier::about;
  } else if (bound == "at_least") {
    value.max.reset();
    value.qualifier = Qualifier::at_least;
  } else if (bound == "at_most") {
    value.max = upper;
    value.min.reset();
    value.qualifier = Qualifier::at_most;
  } else if (bound == "more_than") {
    if (value.qualifier != Qualifier::range && value.min) value.min = above(*value.min);
    value.max.reset();
    value.qualifier = Qualifier::more_than;
  } else if (bound == "less_than") {
    if (upper) value.max = below(*upper);
    value.min.reset();
    value.qualifier = Qualifier::less_than;
  } else {
    return false;
  }
  value.article = false;
  return true;
}

}  // namespace

bool build_number(const RuleMatchContext& context, NumberValue& out) {
  const std::string_view op = context.argument("op");
  if (op == "range") {
    const auto low = number_in(context, "low");
    const auto high = number_in(context, "high");
    return low && high && make_range(*low, *high, out);
  }
  if (op == "pair") {
    const auto low = number_at(context, context.match.begin, kNone);
    const auto high = number_at(context, kNone, context.match.end);
    return low && high && make_range(*low, *high, out);
  }
  const auto number = number_in(context, "n");
  if (!number) return false;
  out = *number;
  if (op == "exact") return true;
  if (op == "negative") {
    std::swap(out.min, out.max);
    if (out.min) out.min = -*out.min;
    if (out.max) out.max = -*out.max;
    return true;
  }
  // A number between bounds: from above 100 to below 300.
  if (const auto second = number_in(context, "m")) {
    NumberValue upper = *second;
    if (!apply_bound(context.argument("bound"), out) || !context.slot("last_bound")) return false;
    if (!apply_bound(context.attribute(*context.slot("last_bound"), "bound"), upper)) return false;
    if (!out.min) out.min = upper.min;
    out.max = upper.max ? upper.max : out.max;
    out.qualifier = Qualifier::range;
    return out.min && out.max && *out.min <= *out.max;
  }
  return apply_bound(context.argument("bound"), out);
}

}  // namespace incidents
