/// Rules of places: `make = place name=$slot entry=$slot kind=… adjective=yes scene=no dateline=yes`, all optional. The
/// name is the whole match unless a slot gives it; the gazetteer row is that of the slot `entry`, else of `name`.
#include "mentions/rule_context.h"

namespace incidents {
namespace {

EntryId entry_in(const RuleMatchContext& context, std::string_view slot_name) {
  const SlotMatch* slot = context.slot(slot_name);
  if (slot == nullptr) return kNone;
  const Mention* mention = context.mention(slot_name);
  if (mention != nullptr && mention->kind == MentionKind::place && mention->payload < context.mentions.places.size()) {
    return context.mentions.places[mention->payload].entry;
  }
  return slot->entry;
}

}  // namespace

bool build_place(const RuleMatchContext& context, Toponym& out) {
  const SlotMatch* name = context.slot("name");
  out.resolved.name =
      name != nullptr ? context.text(name->begin, name->end) : context.text(context.match.begin, context.match.end);
  out.resolved.kind = context.argument("kind");
  out.entry = entry_in(context, "entry");
  if (out.entry == kNone) out.entry = entry_in(context, "name");
  out.is_adjective = context.argument("adjective") == "yes";
  out.is_scene_candidate = context.argument("scene") != "no";
  out.is_dateline = context.argument("dateline") == "yes";
  return true;
}

}  // namespace incidents
