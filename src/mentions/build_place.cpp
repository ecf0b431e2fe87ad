/// The builder `place`: a toponym of a rule's slots and arguments.
#include <algorithm>

#include "mentions/place.h"
#include "mentions/rule_context.h"

namespace incidents {
namespace {

/// Does a word end as names of settlements do, with something before the ending?
bool ends_as_place(const Lexicon& lexicon, std::string_view word) {
  constexpr std::size_t kLeastStem = 6;  // two letters of the script
  const Table endings = lexicon.table("place_endings");
  for (std::uint32_t row = 0; row < endings.row_count(); ++row) {
    const std::string_view ending = lexicon.string(endings.cell(row, 0));
    if (word.size() >= ending.size() + kLeastStem && word.ends_with(ending)) return true;
  }
  return false;
}

/// `strict`: the name (or the slot “rest” of it) holds no word of the lexicon; `ending`: it ends as a settlement's name.
bool is_unknown_name(const RuleMatchContext& context, const SlotMatch* name) {
  const std::string_view strict = context.argument("strict");
  const SlotMatch* checked = strict == "rest" ? context.slot("rest") : name;
  if (strict.empty() || checked == nullptr) return true;
  const auto tokens = context.lattice.tokens().subspan(checked->begin, checked->end - checked->begin);
  if (std::any_of(tokens.begin(), tokens.end(), [](const Token& token) { return token.word != 0; })) return false;
  return context.argument("ending") != "yes" || ends_as_place(context.lexicon, context.text(checked->begin, checked->end));
}

}  // namespace

bool build_place(const RuleMatchContext& context, Toponym& out) {
  const SlotMatch* name = context.slot("name");
  out.name_begin = name == nullptr ? context.match.begin : name->begin;
  out.name_end = name == nullptr ? context.match.end : name->end;
  if (const SlotMatch* core = context.slot("core")) {
    out.core_begin = core->begin;
    out.core_end = core->end;
  }
  if (const SlotMatch* class_word = context.slot("class")) {
    out.class_kind = context.attribute(*class_word, "kind");
    out.class_level = place_level(context.attribute(*class_word, "level"));
    if (context.attribute(*class_word, "in_name") == "yes") {
      if (out.core_end == 0) {
        out.core_begin = out.name_begin;
        out.core_end = out.name_end;
      }
      out.name_begin = std::min(out.name_begin, class_word->begin);
      out.name_end = std::max(out.name_end, class_word->end);
    }
  }
  if (const Mention* inner = context.mention("name"); inner != nullptr && inner->kind == MentionKind::place && inner->payload != kNone) {
    out.entry = context.mentions.places[inner->payload].entry;
  }
  if (const std::string_view level = context.argument("level"); !level.empty()) out.class_level = place_level(level);
  if (!is_unknown_name(context, name)) return false;
  if (out.class_kind.empty() && !context.argument("strict").empty()) out.class_kind = context.argument("kind");
  out.is_part = context.argument("part") == "yes";
  out.is_seat = context.argument("scene") == "seat";
  out.is_home = context.argument("scene") == "home";
  out.is_scene_candidate = context.argument("scene") != "no" && !out.is_seat && !out.is_home;
  out.is_sure = context.argument("scene") == "sure";
  out.is_origin = context.argument("scene") == "origin";
  out.is_dateline = context.argument("dateline") == "yes";
  return true;
}

}  // namespace incidents
