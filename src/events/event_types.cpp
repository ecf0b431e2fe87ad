#include "events/event_types.h"

#include <algorithm>
#include <utility>

#include "lexicon/words.h"

namespace incidents {
namespace {

}  // namespace

Category to_category(std::string_view name) {
  constexpr std::pair<std::string_view, Category> kNames[] = {
      {"attack", Category::attack},     {"crime", Category::crime},       {"operation", Category::operation}, {"unrest", Category::unrest},
      {"accident", Category::accident}, {"disaster", Category::disaster}, {"politics", Category::politics}};
  const auto* found = std::find_if(std::begin(kNames), std::end(kNames), [&](const auto& n) { return n.first == name; });
  return found == std::end(kNames) ? Category::accident : found->second;
}

EventTypes::EventTypes(const Lexicon& lexicon) {
  const Table events = lexicon.table("events");
  const auto cell = [](const Table& table, std::uint32_t row, std::string_view column) {
    return table.cell(row, table.find_column(column));
  };
  for (std::uint32_t row = 0; row < events.row_count(); ++row) {
    EventType t;
    t.category = to_category(events.text(row, "category"));
    t.category_name = cell(events, row, "category");
    t.type = cell(events, row, "type");
    t.acled = cell(events, row, "acled");
    t.plover = cell(events, row, "plover");
    t.cameo = cell(events, row, "cameo");
    types_.push_back(t);
  }
  const auto add_types = [&](std::string_view names, EventSet& out) {
    for_each_word(names, [&](std::string_view name) {
      const bool category = name.starts_with('@');
      const StringId id = lexicon.find_string(category ? name.substr(1) : name);
      for (EventId e = 0; e < types_.size(); ++e) {
        if ((category ? types_[e].category_name : types_[e].type) == id) out.set(e);
      }
    });
  };
  const Table joins = lexicon.table("joins");
  for (std::uint32_t row = 0; row < joins.row_count(); ++row) {
    const EventId e = find(cell(joins, row, "type"));
    if (e == kNoEvent) continue;
    types_[e].general = joins.text(row, "general") == "yes";
    types_[e].counted = joins.text(row, "counted") == "yes";
    types_[e].patients = joins.text(row, "patients") == "yes";
    types_[e].apart = joins.text(row, "apart") == "yes";
    types_[e].bloodless = joins.text(row, "bloodless") == "yes";
    types_[e].discrete = joins.text(row, "discrete") == "yes";
    types_[e].wide = joins.text(row, "wide") == "yes";
    types_[e].lasting = joins.text(row, "lasting") == "yes";
    const std::string_view damages = joins.text(row, "damages");
    types_[e].damages = damages == "yes";
    types_[e].damaged = damages == "within";
    add_types(joins.text(row, "covers"), types_[e].covers);
    add_types(joins.text(row, "follows"), types_[e].follows);
    add_types(joins.text(row, "later"), types_[e].later);
  }
  for (EventId e = 0; e < types_.size(); ++e) types_[e].covers.set(e);

  read_conduct(lexicon);

  const Table yields = lexicon.table("yields");
  for (std::uint32_t row = 0; row < yields.row_count(); ++row) {
    const EventId e = find(cell(yields, row, "type"));
    if (e != kNoEvent) add_types(yields.text(row, "to"), types_[e].yields);
  }

  const Table alleged = lexicon.table("alleged");
  for (std::uint32_t row = 0; row < alleged.row_count(); ++row) {
    const EventId e = find(cell(alleged, row, "type"));
    if (e != kNoEvent) add_types(alleged.text(row, "to"), types_[e].alleged);
  }

  const Table narrows = lexicon.table("narrows");
  for (std::uint32_t row = 0; row < narrows.row_count(); ++row) {
    Narrowing n;
    n.type = find(cell(narrows, row, "type"));
    n.becomes = find(cell(narrows, row, "becomes"));
    n.weapon = narrows.text(row, "what") == "weapon";
    n.evidence = narrows.text(row, "kind");
    n.weight = std::atof(std::string(narrows.text(row, "weight")).c_str());
    if (n.type != kNoEvent && n.becomes != kNoEvent) narrowings_.push_back(n);
  }
}

void EventTypes::read_conduct(const Lexicon& lexicon) {
  const Table conduct = lexicon.table("conduct");
  for (const bool of_category : {true, false}) {  // a type's own row says it instead
    for (std::uint32_t row = 0; row < conduct.row_count(); ++row) {
      std::string_view event = conduct.text(row, "event");
      if (event.starts_with('@') != of_category) continue;
      if (of_category) event.remove_prefix(1);
      const StringId id = lexicon.find_string(event);
      const std::string_view owner = conduct.text(row, "owner");
      for (EventType& t : types_) {
        if ((of_category ? t.category_name : t.type) != id) continue;
        t.exchange = conduct.text(row, "exchange") == "yes";
        t.outlaws_did_it = conduct.text(row, "outlaws") == "doers";
        t.self_inflicted = conduct.text(row, "self") == "yes";
        t.takes_people = conduct.text(row, "takes") == "people";
        t.takes_captives = conduct.text(row, "takes") == "captives";
        t.takes_goods = conduct.text(row, "takes") == "goods";
        t.unmarked_doer = conduct.text(row, "unmarked") == "yes";
        t.owner = owner == "fighters" ? DeedOwner::fighters : owner == "states" ? DeedOwner::states : owner == "anybody" ? DeedOwner::anybody : DeedOwner::none;
      }
    }
  }
}

bool EventTypes::is_blast(EventId e) const {
  if (types_[e].general || types_[e].category != Category::accident) return false;
  for (EventId other = 0; other < types_.size(); ++other) {
    if (types_[e].covers[other] && types_[other].category == Category::attack) return true;
  }
  return false;
}

EventId EventTypes::find(StringId type) const {
  for (EventId e = 0; type != 0 && e < types_.size(); ++e) {
    if (types_[e].type == type) return e;
  }
  return kNoEvent;
}

}  // namespace incidents
