/// The timeline for people: a block an incident in order of date, then totals. All words around the results come from
/// labels; everything that comes from the input passes append_printable, so that no escape sequence reaches a terminal.
#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "incidents/date.h"
#include "output/formats.h"
#include "output/names.h"
#include "output/utf8.h"

namespace incidents::output {
namespace {

constexpr std::string_view kBold = "\x1b[1m", kRed = "\x1b[31m", kYellow = "\x1b[33m", kDim = "\x1b[2m",
                           kReset = "\x1b[0m";

std::size_t width_of(std::string_view text, const Style& style) { return style.width ? style.width(text) : text.size(); }

void append_padded(std::string& out, std::string_view text, std::size_t columns, const Style& style) {
  out += text;
  const std::size_t width = width_of(text, style);
  if (width < columns) out.append(columns - width, ' ');
}

void append_colored(std::string& out, std::string_view color, std::string_view text, const Style& style) {
  if (style.color) out += color;
  out += text;
  if (style.color) out += kReset;
}

std::string join(const std::vector<std::string>& parts, std::string_view with) {
  return fmt::format("{}", fmt::join(parts, with));
}

/// Appends what is not there yet.
void add_once(std::vector<std::string>& list, std::string text) {
  if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(std::move(text));
}

std::string quantity_text(const Quantity& quantity, const Labels& labels) {
  if (quantity.min && quantity.max) {
    if (*quantity.min != *quantity.max) return fmt::format("{}–{}", *quantity.min, *quantity.max);
    const std::string number = std::to_string(*quantity.min);
    return quantity.qualifier == Qualifier::about ? labels.fill("quantity_about", number) : number;
  }
  if (quantity.min) return labels.fill("quantity_at_least", std::to_string(*quantity.min));
  if (quantity.max) return labels.fill("quantity_at_most", std::to_string(*quantity.max));
  return labels.get("quantity_unknown");
}

std::string total_text(const Sum& sum, const Labels& labels) {
  const auto total = sum.total();
  return total ? quantity_text(*total, labels) : "–";
}

std::string date_text(const Incident& incident, const Labels& labels) {
  if (!incident.date) return labels.get("no_date");
  const IncidentDate& date = *incident.date;
  if (date.start && date.end) {
    if (*date.start == *date.end) return format(*date.start);
    return format(*date.start) + "…" + format(*date.end);
  }
  if (date.start) return format(*date.start) + "…";
  if (date.end) return "…" + format(*date.end);
  return date.timex.empty() ? labels.get("no_date") : printable(date.timex);
}

/// The chain of the most specific place, then other places by name.
std::string place_text(const Incident& incident) {
  std::vector<std::string> chain;
  if (incident.locations.empty()) return {};
  const IncidentLocation& first = incident.locations.front();
  add_once(chain, printable(first.name));
  for (const auto& part : {first.admin2, first.admin1, first.country_name}) {
    if (part) add_once(chain, printable(*part));
  }
  std::vector<std::string> others;
  for (std::size_t i = 1; i < incident.locations.size(); ++i) {
    const std::string name = printable(incident.locations[i].name);
    if (std::find(chain.begin(), chain.end(), name) == chain.end()) add_once(others, name);
  }
  return join(chain, ", ") + (others.empty() ? "" : "; " + join(others, ", "));
}

std::vector<std::string> actors_with(const Incident& incident, std::initializer_list<std::string_view> roles) {
  std::vector<std::string> names;
  for (const Actor& actor : incident.actors) {
    if (std::find(roles.begin(), roles.end(), actor.role) != roles.end()) add_once(names, printable(actor.name));
  }
  return names;
}

std::vector<std::string> weapon_texts(const Incident& incident) {
  std::vector<std::string> texts;
  for (const Weapon& weapon : incident.weapons) add_once(texts, printable(weapon.text));
  return texts;
}

/// Did somebody do it to them on purpose? Whom an accident or a flood befell is its victim, no target.
bool is_deed(const Incident& incident) { return incident.category != "accident" && incident.category != "disaster"; }

std::vector<std::string> targets_of(const Incident& incident) {
  return is_deed(incident) ? actors_with(incident, {"target", "victim"}) : actors_with(incident, {"target"});
}

/// “drone attack on X by Y with Z; 3 killed, 5 injured”, made from the slots.
std::string what_text(const Incident& incident, const Labels& labels) {
  std::vector<std::string> words;
  const auto say = [&](std::string_view key, const std::vector<std::string>& names) {
    if (!names.empty()) words.push_back(labels.fill(key, join(names, ", ")));
  };
  words.push_back(printable(labels.get(incident.type)));
  const bool against_suspects = incident.category == "operation";
  if (against_suspects) say("what_of", actors_with(incident, {"suspect"}));
  say("what_on", targets_of(incident));
  against_suspects ? say("what_by", actors_with(incident, {"perpetrator"}))
                   : say("what_by", actors_with(incident, {"perpetrator", "suspect"}));
  say("what_with", weapon_texts(incident));
  std::string text = join(words, " ");
  std::vector<std::string> figures;
  for (const CasualtyField& field : kCasualtyFields) {
    const auto& casualty = incident.casualties.*field.member;
    if (!casualty) continue;
    figures.push_back(labels.fill("what_" + std::string(field.name), quantity_text(casualty->quantity, labels)));
  }
  if (!figures.empty()) text += "; " + join(figures, ", ");
  if (incident.aggregate) {
    text += "; " + labels.fill("what_occurrences", quantity_text(incident.occurrences, labels));
  }
  return text;
}

std::string actor_statement(const Actor& actor, const Labels& labels) {
  std::string text = printable(actor.name);
  if (!actor.status.empty() && actor.status != "stated") text += " (" + labels.get(actor.status) + ")";
  return text;
}

std::string statements_of(const Incident& incident, std::string_view role, const Labels& labels) {
  std::vector<std::string> names;
  for (const Actor& actor : incident.actors) {
    if (actor.role == role) add_once(names, actor_statement(actor, labels));
  }
  return join(names, ", ");
}

std::string casualty_text(const Casualty& casualty, const Labels& labels) {
  std::string text = quantity_text(casualty.quantity, labels);
  if (casualty.who) text += " " + printable(*casualty.who);
  std::vector<std::string> parts;
  for (const Casualty::Part& part : casualty.parts) {
    parts.push_back(quantity_text(part.quantity, labels) + (part.who ? " " + printable(*part.who) : ""));
  }
  if (!parts.empty()) text += " (" + labels.fill("including", join(parts, ", ")) + ")";
  std::vector<std::string> others;
  for (const Casualty::Alternative& other : casualty.alternatives) {
    others.push_back(quantity_text(other.quantity, labels) + (other.source ? " (" + printable(*other.source) + ")" : ""));
  }
  if (!others.empty()) text += "; " + labels.fill("other_figures", join(others, ", "));
  return text;
}

std::string claim_text(const Incident& incident, const Labels& labels) {
  if (!incident.claim.status) return {};
  std::string text = labels.get("claim_" + *incident.claim.status);
  if (incident.claim.by) text += " (" + printable(*incident.claim.by) + ")";
  return text;
}

std::string seized_text(const Incident& incident) {
  std::vector<std::string> texts;
  for (const SeizedItem& item : incident.seized) add_once(texts, printable(item.text));
  return join(texts, ", ");
}

/// Label and value of each line of an incident's block; lines without a value are left out.
std::vector<std::pair<std::string, std::string>> lines_of(const Incident& incident, const Labels& labels) {
  std::vector<std::pair<std::string, std::string>> lines;
  const auto line = [&](std::string_view key, std::string value) {
    if (!value.empty()) lines.emplace_back(labels.get(key), std::move(value));
  };
  line("where", place_text(incident));
  line("what", what_text(incident, labels));
  for (const CasualtyField& field : kCasualtyFields) {
    if (const auto& casualty = incident.casualties.*field.member) line(field.name, casualty_text(*casualty, labels));
  }
  line("weapons", join(weapon_texts(incident), ", "));
  line("by", statements_of(incident, "perpetrator", labels));
  line("suspects", statements_of(incident, "suspect", labels));
  line("against", join(targets_of(incident), ", "));
  if (!is_deed(incident)) line("victims", join(actors_with(incident, {"victim"}), ", "));
  line("sources", join(actors_with(incident, {"source"}), ", "));
  line("claim", claim_text(incident, labels));
  line("seized", seized_text(incident));
  if (incident.damage) line("damage", labels.get("damage_" + *incident.damage));
  if (incident.certainty != "stated") line("certainty", labels.get(incident.certainty));
  return lines;
}

void append_incident(const Incident& incident, const Style& style, std::string& out) {
  const Labels& labels = *style.labels;
  append_colored(out, kBold, date_text(incident, labels), style);
  out += "  ";
  append_colored(out, incident.category == "attack" || incident.category == "crime" ? kRed : kYellow,
                 printable(labels.get(incident.type)), style);
  if (!incident.main) append_colored(out, kDim, " · " + labels.get("background"), style);
  if (incident.aggregate) append_colored(out, kDim, " · " + labels.get("aggregate"), style);
  out += '\n';
  const auto lines = lines_of(incident, labels);
  std::size_t columns = 0;
  for (const auto& [label, value] : lines) columns = std::max(columns, width_of(label, style));
  for (const auto& [label, value] : lines) {
    out += "  ";
    if (style.color) out += kDim;
    append_padded(out, label, columns, style);
    if (style.color) out += kReset;
    out += "  ";
    out += value;
    out += '\n';
  }
  out += '\n';
}

template <typename Name>
void append_counts(const std::map<std::string, std::uint64_t>& counts, std::string_view title, const Style& style,
                   Name name_of_key, std::string& out) {
  if (counts.empty()) return;
  std::vector<std::pair<std::string, std::uint64_t>> rows;
  std::size_t columns = 0;
  for (const auto& [name, count] : counts) {
    rows.emplace_back(printable(name_of_key(name)), count);
    columns = std::max(columns, width_of(rows.back().first, style));
  }
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
  append_colored(out, kBold, style.labels->get(title), style);
  out += '\n';
  for (const auto& [name, count] : rows) {
    out += "  ";
    append_padded(out, name, columns, style);
    out += fmt::format("  {:>6}\n", count);
  }
}

}  // namespace

void append_tallies_text(const Summary& summary, const Style& style, std::string& out) {
  const Labels& labels = *style.labels;
  std::vector<std::vector<std::string>> rows{
      {labels.get("totals"), labels.get("incidents"), labels.get("killed"), labels.get("injured")}};
  const auto row = [&](std::string_view key, const Tally& tally) {
    if (tally.incidents == 0) return;
    rows.push_back({labels.get(key), std::to_string(tally.incidents), total_text(tally.killed, labels),
                    total_text(tally.injured, labels)});
  };
  row("main", summary.main);
  row("background", summary.background);
  row("all_single", summary.single);
  row("aggregates", summary.aggregates);
  std::vector<std::size_t> columns(rows[0].size());
  for (const auto& cells : rows) {
    for (std::size_t i = 0; i < cells.size(); ++i) columns[i] = std::max(columns[i], width_of(cells[i], style));
  }
  for (std::size_t r = 0; r < rows.size(); ++r) {
    std::string line;
    for (std::size_t i = 0; i < rows[r].size(); ++i) {
      if (i > 0) line.append(2 + columns[i] - width_of(rows[r][i], style), ' ');
      i == 0 ? append_padded(line, rows[r][i], columns[i], style) : static_cast<void>(line += rows[r][i]);
    }
    r == 0 ? append_colored(out, kBold, line, style) : static_cast<void>(out += line);
    out += '\n';
  }
}

void record_text(const Document& document, const Style& style, std::string& out) {
  const Labels& labels = *style.labels;
  const DocumentMeta& meta = document.meta;
  std::string heading = printable(meta.path.value_or(meta.id));
  if (meta.title) heading += " · " + printable(*meta.title);
  append_colored(out, kBold, heading, style);
  out += '\n';
  const std::string published =
      meta.published ? format(*meta.published) + " (" + labels.get("from_" + std::string(name_of(meta.published_from))) + ")"
                     : labels.get("not_known");
  out += labels.fill("published", published) + "\n\n";
  if (document.incidents.empty()) out += labels.get("no_incidents") + "\n";

  std::vector<const Incident*> timeline;
  for (const Incident& incident : document.incidents) timeline.push_back(&incident);
  std::stable_sort(timeline.begin(), timeline.end(), [](const Incident* a, const Incident* b) {
    const auto key = [](const Incident& incident) {
      return incident.date && incident.date->start ? *incident.date->start : Date{9999, 12, 31};
    };
    return key(*a) < key(*b);
  });
  for (const Incident* incident : timeline) append_incident(*incident, style, out);
}

void end_text(const Summary& summary, const Style& style, std::string& out) {
  if (summary.documents == 0 || summary.incidents() == 0) return;
  const Labels& labels = *style.labels;
  append_tallies_text(summary, style, out);
  append_counts(summary.by_type, "by_type", style, [&](const std::string& type) { return labels.get(type); }, out);
  const auto country = [&](const std::string& code) {
    return style.country_name ? style.country_name(code, style.language) : code;
  };
  append_counts(summary.by_country, "by_country", style, country, out);
  if (summary.first || summary.last) {
    const auto day = [](const std::optional<Date>& date) { return date ? format(*date) : std::string("…"); };
    out += labels.fill("dates", day(summary.first) + " … " + day(summary.last)) + '\n';
  }
}

}  // namespace incidents::output
