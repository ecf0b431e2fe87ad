#include "events/event_types.h"

#include <cstdlib>

namespace incidents {
namespace {

/// Calls `visit` with each blank-separated word.
template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
  while (!text.empty()) {
    const std::size_t blank = text.find(' ');
    const std::string_view word = text.substr(0, blank);
    if (!word.empty()) visit(word);
    if (blank == std::string_view::npos) break;
    text.remove_prefix(blank + 1);
  }
}

}  // namespace

EventTypes::EventTypes(const Lexicon& lexicon) {
  const Table events = lexicon.table("events");
  for (std::uint32_t row = 0; row < events.rows(); ++row) {
    EventType t;
    t.category = events.cell(row, "category");
    t.type = events.cell(row, "type");
    t.acled = events.cell(row, "acled");
    t.plover = events.cell(row, "plover");
    t.cameo = events.cell(row, "cameo");
    types_.push_back(t);
  }
  const auto add_types = [&](std::string_view names, EventSet& out) {
    for_each_word(names, [&](std::string_view name) {
      const bool category = name.starts_with('@');
      const StringId id = lexicon.find_string(category ? name.substr(1) : name);
      for (EventId e = 0; e < types_.size(); ++e) {
        if ((category ? types_[e].category : types_[e].type) == id) out.set(e);
      }
    });
  };
  const Table joins = lexicon.table("joins");
  for (std::uint32_t row = 0; row < joins.rows(); ++row) {
    const EventId e = find(joins.cell(row, "type"));
    if (e == kNoEvent) continue;
    types_[e].general = lexicon.string(joins.cell(row, "general")) == "yes";
    add_types(lexicon.string(joins.cell(row, "covers")), types_[e].covers);
    add_types(lexicon.string(joins.cell(row, "follows")), types_[e].follows);
  }
  for (EventId e = 0; e < types_.size(); ++e) types_[e].covers.set(e);
}

EventId EventTypes::find(StringId type) const {
  for (EventId e = 0; type != 0 && e < types_.size(); ++e) {
    if (types_[e].type == type) return e;
  }
  return kNoEvent;
}

Settings::Settings(const Lexicon& lexicon) {
  const Table table = lexicon.table("settings");
  for (std::uint32_t row = 0; row < table.rows(); ++row) {
    rows_.emplace_back(lexicon.string(table.cell(row, "name")), lexicon.string(table.cell(row, "value")));
  }
}

double Settings::number(std::string_view name, double otherwise) const {
  for (const auto& [key, value] : rows_) {
    if (key == name) return std::atof(std::string(value).c_str());
  }
  return otherwise;
}

std::vector<std::string_view> Settings::words(std::string_view name) const {
  std::vector<std::string_view> out;
  for (const auto& [key, value] : rows_) {
    if (key == name) for_each_word(value, [&](std::string_view word) { out.push_back(word); });
  }
  return out;
}

}  // namespace incidents
