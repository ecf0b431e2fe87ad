// A rule's `make = date op=… key=$slot` → DateForm. A slot gives the date, number or row that it matched: which of them
// is meant follows from the key.
#include <cmath>
#include <optional>
#include <utility>

#include "mentions/digits.h"
#include "mentions/mention.h"
#include "mentions/rule_context.h"

namespace incidents {
namespace {

class FormBuilder {
 public:
  explicit FormBuilder(const RuleMatchContext& context) : context_(context) {}

  bool build(DateForm& form) {
    for (const MakeArgument& argument : context_.rules.arguments(context_.match.rule)) {
      const std::string_view key = context_.lexicon.string(argument.key);
      const bool good = argument.slot == kNone
                            ? set_date_field(form, key, context_.lexicon.string(argument.literal)) || is_check(key)
                            : context_.match.slots[argument.slot].begin == kNone ||
                                  take_slot(form, key, context_.match.slots[argument.slot]);
      if (!good) return false;
    }
    return is_sound(form);
  }

 private:
  /// Arguments that test the place of the words, not the words.
  static bool is_check(std::string_view key) { return key == "require" || key == "alone"; }

  bool take_slot(DateForm& form, std::string_view key, const SlotMatch& slot) {
    if (key == "first") return take_date(form.first, slot);
    if (key == "second") return take_date(form.second, slot);
    if (key == "text") return take_digits(form, slot);
    if (key == "days") return take_days(form, slot);
    if (key == "years") return take_years(form, slot);
    if (key == "count") return take_count(form, slot);
    if (const NumberValue* number = number_of(slot)) return take_number(form, key, *number);
    if (slot.entry == kNone) return false;
    return take_row(form, key, slot);
  }

  /// A row gives the attribute of the key; `entry` gives all that a named day has.
  bool take_row(DateForm& form, std::string_view key, const SlotMatch& slot) {
    if (key == "entry") {
      constexpr std::string_view kKeys[] = {"offset", "tense", "part", "month", "day",  "year",
                                            "since",  "ref",   "unit", "first", "last", "direction"};
      for (const std::string_view each : kKeys) {
        const std::string_view value = context_.attribute(slot, each);
        const std::string_view field = each == "first" ? "month" : each == "last" ? "last_month" : each;
        if (!value.empty() && !set_date_field(form, field, value)) return false;
      }
      return true;
    }
    const std::string_view attribute = attribute_of(key);
    const std::string_view value = context_.attribute(slot, attribute);
    return !value.empty() && set_date_field(form, key, value);
  }

  /// Several fields may hold the same kind of thing.
  static std::string_view attribute_of(std::string_view key) {
    if (key == "last_weekday") return "weekday";
    if (key == "last_month") return "month";
    if (key == "frame_direction") return "direction";
    if (key == "frame") return "unit";
    return key;
  }

  const NumberValue* number_of(const SlotMatch& slot) const {
    if (slot.mention == kNone) return nullptr;
    const Mention& mention = context_.mentions.all[slot.mention];
    const bool is_number = mention.kind == MentionKind::number || mention.kind == MentionKind::other;
    return is_number && mention.payload < context_.mentions.numbers.size() ? &context_.mentions.numbers[mention.payload]
                                                                           : nullptr;
  }

  static bool take_number(DateForm& form, std::string_view key, const NumberValue& number) {
    if (!number.min || number.min != number.max) return false;
    return set_date_field(form, key, *number.min);
  }

  static bool take_count(DateForm& form, const NumberValue& number) {
    if (!number.min) return false;
    if (!number.max || number.qualifier == Qualifier::several) {  // some, dozens of: how many is not said
      form.count = 0;
      if (form.op == DateOp::ago || form.op == DateOp::window) {
        form.reference = form.direction == std::int8_t{1} ? TimeReference::future : TimeReference::past;
        form.op = DateOp::vague;
      }
      return true;
    }
    return set_date_field(form, "count", *number.min) && set_date_field(form, "last_count", *number.max);
  }

  bool take_count(DateForm& form, const SlotMatch& slot) {
    const NumberValue* number = number_of(slot);
    return number != nullptr && !number->ordinal && take_count(form, *number);
  }

  bool take_days(DateForm& form, const SlotMatch& slot) {
    const NumberValue* number = number_of(slot);
    return number != nullptr && number->min && number->max && set_date_field(form, "day", *number->min) &&
           set_date_field(form, "last_day", *number->max);
  }

  bool take_years(DateForm& form, const SlotMatch& slot) {
    const NumberValue* number = number_of(slot);
    return number != nullptr && number->min && number->max && set_date_field(form, "year", *number->min) &&
           set_date_field(form, "last_year", *number->max);
  }

  bool take_date(std::uint32_t& field, const SlotMatch& slot) {
    if (slot.mention == kNone) return false;
    const Mention& mention = context_.mentions.all[slot.mention];
    if (mention.kind != MentionKind::date) return false;
    field = mention.payload;
    return true;
  }

  /// 17/03/2021, and 29/03 where the rule's context says that it is a date.
  bool take_digits(DateForm& form, const SlotMatch& slot) {
    const DigitReading reading = read_digits(context_.text(slot.begin, slot.end));
    if (reading.form != DigitForm::date) return false;
    if (reading.year == 0 && context_.argument("require") == "year") return false;
    form.year = static_cast<std::int16_t>(reading.year);
    form.month = static_cast<std::uint8_t>(reading.month);
    form.day = static_cast<std::uint8_t>(reading.day);
    return true;
  }

  /// What no pattern can say: days in order, decades that end in 0, parts of the day behind days only.
  bool is_sound(DateForm& form) const {
    if (form.last_day != 0 && form.last_day == form.day) return false;
    if (form.last_day != 0 && form.last_day < form.day) std::swap(form.day, form.last_day);
    if (form.last_year != 0 && form.last_year <= form.year) return false;
    if (form.month != 0 && form.last_day > 0 && !exists(form, form.last_day)) return false;
    if (form.month != 0 && form.day > 0 && !exists(form, form.day)) return false;
    if (form.op == DateOp::decade) return is_decade(form.year) && (form.last_year == 0 || is_decade(form.last_year));
    if (form.op == DateOp::none) return false;
    if (context_.argument("require") == "day") return first_is_day(form);
    if (context_.argument("require") == "point") return first_is_point(form);
    if (context_.argument("require") == "period") return form.first == kNoDate || !first_is_day(form);
    if (context_.argument("alone") == "yes") return stands_alone();
    return true;
  }

  static bool is_decade(int year) { return year % 10 == 0 && (year <= 90 || year >= 1000); }

  static bool exists(const DateForm& form, int day) {
    return make_date(form.year == 0 ? 2000 : form.year, form.month, day).has_value();
  }

  bool first_is_day(const DateForm& form) const {
    return form.first < context_.mentions.dates.size() && is_day_form(context_.mentions.dates[form.first].form);
  }

  /// False for what has two ends already: 4 to 22 January.
  bool first_is_point(const DateForm& form) const {
    if (form.first >= context_.mentions.dates.size()) return false;
    const DateForm& first = context_.mentions.dates[form.first].form;
    const bool half_open = first.op == DateOp::range || first.op == DateOp::window || first.op == DateOp::since ||
                           first.op == DateOp::until || first.op == DateOp::vague || first.op == DateOp::duration;
    return !half_open && first.last_day == 0 && first.last_weekday == 0 && first.last_month == 0 &&
           first.last_year == 0;
  }

  /// A bare year is none behind a currency or the name of what is numbered (flat 1903), nor before a unit.
  bool stands_alone() const {
    const std::uint32_t begin = context_.match.begin;
    const bool counted = has_class(context_.match.end, "unit");
    return !counted && (begin == 0 || (!has_class(begin - 1, "unit") && !has_class(begin - 1, "numbered")));
  }

  bool has_class(std::uint32_t token, std::string_view name) const {
    const auto tokens = context_.lattice.tokens();
    const ClassId id = context_.lexicon.find_class(name);
    return token < tokens.size() && id != 0 && context_.lexicon.word_classes(tokens[token].word).test(id);
  }

  const RuleMatchContext& context_;
};

}  // namespace

bool build_timex(const RuleMatchContext& context, Timex& out) {
  out = {};
  return FormBuilder(context).build(out.form);
}

}  // namespace incidents
