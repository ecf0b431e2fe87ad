#include "score/read.h"

#include <fmt/format.h>

#include <initializer_list>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace incidents::score {
namespace {

using nlohmann::json;

/// The value of a key; null where there is none.
const json& at(const json& object, std::string_view key) {
  static const json kNull;
  if (object.is_null()) return kNull;
  if (!object.is_object()) throw std::invalid_argument(fmt::format("an object with \"{}\" is wanted", key));
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

/// "" for null.
std::string text_of(const json& value, std::string_view key) {
  if (value.is_null()) return {};
  if (!value.is_string()) throw std::invalid_argument(fmt::format("\"{}\" is no string", key));
  return value.get<std::string>();
}

std::string text_at(const json& object, std::string_view key) { return text_of(at(object, key), key); }

/// The first of these keys that says something.
std::string first_text(const json& object, std::initializer_list<std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (std::string text = text_at(object, key); !text.empty()) return text;
  }
  return {};
}

std::optional<bool> bool_at(const json& object, std::string_view key) {
  const json& value = at(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_boolean()) throw std::invalid_argument(fmt::format("\"{}\" is neither true nor false", key));
  return value.get<bool>();
}

/// No items for null.
const json& list_at(const json& object, std::string_view key) {
  static const json kEmpty = json::array();
  const json& value = at(object, key);
  if (value.is_null()) return kEmpty;
  if (!value.is_array()) throw std::invalid_argument(fmt::format("\"{}\" is no list", key));
  return value;
}

std::vector<std::string> texts_at(const json& object, std::string_view key) {
  std::vector<std::string> texts;
  for (const json& value : list_at(object, key)) texts.push_back(text_of(value, key));
  return texts;
}

std::optional<double> number_at(const json& object, std::string_view key) {
  const json& value = at(object, key);
  if (value.is_null()) return std::nullopt;
  if (!value.is_number()) throw std::invalid_argument(fmt::format("\"{}\" is no number", key));
  return value.get<double>();
}

std::optional<Bounds> bounds_of(const json& quantity) {
  if (quantity.empty()) return std::nullopt;
  return Bounds{number_at(quantity, "min"), number_at(quantity, "max")};
}

std::optional<Days> days_of(const json& date) {
  Days days{text_at(date, "start"), std::nullopt};
  if (days.start.empty()) return std::nullopt;
  if (std::string end = text_at(date, "end"); !end.empty()) days.end = std::move(end);
  return days;
}

LabelFigure figure_of(const json& incident, std::string_view key) {
  LabelFigure figure;
  figure.given = incident.contains(key);
  if (const auto own = bounds_of(at(incident, key))) figure.accepted.push_back(*own);
  const json& more = at(incident, std::string(key) + "_ok");
  if (more.is_object()) {
    if (const auto bounds = bounds_of(more)) figure.accepted.push_back(*bounds);
  } else {
    for (const json& rival : list_at(incident, std::string(key) + "_ok")) {
      if (const auto bounds = bounds_of(rival)) figure.accepted.push_back(*bounds);
    }
  }
  return figure;
}

Label label_of(const json& incident) {
  Label label;
  label.type = text_at(incident, "type");
  if (label.type.empty()) throw std::invalid_argument("an incident without a \"type\"");
  label.also_ok = texts_at(incident, "also_ok");
  if (const json& date = at(incident, "date"); !date.empty()) {
    label.date = LabelDate{days_of(date), text_at(date, "weekday"), text_at(date, "text")};
  }
  label.places = texts_at(incident, "places");
  label.country = text_at(incident, "country");
  for (std::size_t i = 0; i < kFigures.size(); ++i) label.figures[i] = figure_of(incident, kFigures[i]);
  label.perpetrators = texts_at(incident, "perpetrators");
  label.targets = texts_at(incident, "targets");
  label.sources = texts_at(incident, "sources");
  label.weapons = texts_at(incident, "weapons");
  label.occurrences = bounds_of(at(incident, "occurrences"));
  label.claim = text_at(incident, "claim");
  label.damage = text_at(incident, "damage");
  label.aggregate = bool_at(incident, "aggregate").value_or(false);
  label.main = bool_at(incident, "main").value_or(!incident.contains("main"));
  label.optional = bool_at(incident, "optional").value_or(false);
  return label;
}

std::vector<std::string> things_of(const json& incident, std::string_view key) {
  std::vector<std::string> names;
  for (const json& thing : list_at(incident, key)) {
    if (std::string name = first_text(thing, {"text", "name", "kind"}); !name.empty()) names.push_back(std::move(name));
  }
  return names;
}

Answer answer_of(const json& incident) {
  Answer answer;
  answer.type = text_at(incident, "type");
  answer.date = days_of(at(incident, "date"));
  for (const json& place : list_at(incident, "locations")) {
    answer.places.push_back({text_at(place, "name"), text_at(place, "admin2"), text_at(place, "admin1"),
                             text_at(place, "country_name"), text_at(place, "country")});
  }
  for (const json& actor : list_at(incident, "actors")) {
    answer.actors.push_back({first_text(actor, {"name", "text"}), text_at(actor, "role")});
  }
  answer.weapons = things_of(incident, "weapons");
  answer.seized = things_of(incident, "seized");
  const json& casualties = at(incident, "casualties");
  for (std::size_t i = 0; i < kFigures.size(); ++i) answer.figures[i] = bounds_of(at(casualties, kFigures[i]));
  answer.occurrences = bounds_of(at(incident, "occurrences"));
  answer.claim = text_at(at(incident, "claim"), "status");
  answer.damage = text_at(incident, "damage");
  answer.aggregate = bool_at(incident, "aggregate").value_or(false);
  answer.main = bool_at(incident, "main");
  if (const json& evidence = list_at(incident, "evidence"); !evidence.empty()) {
    answer.quote = text_at(evidence.front(), "text");
  }
  return answer;
}

json parse(std::string_view text) {
  json parsed = json::parse(text, nullptr, false);
  if (!parsed.is_object()) throw std::invalid_argument("no JSON object");
  return parsed;
}

}  // namespace

std::vector<std::string_view> Answer::Place::names() const {
  std::vector<std::string_view> names;
  for (const std::string* level : {&name, &admin2, &admin1, &country_name}) {
    if (!level->empty()) names.push_back(*level);
  }
  return names;
}

LabelledArticle read_labels(std::string_view text) {
  const json parsed = parse(text);
  LabelledArticle article{text_at(parsed, "id"), std::nullopt, {}};
  if (article.id.empty()) throw std::invalid_argument("no \"id\"");
  if (std::string day = text_at(parsed, "published"); !day.empty()) article.published = std::move(day);
  for (const json& incident : list_at(parsed, "incidents")) article.incidents.push_back(label_of(incident));
  return article;
}

void read_answer(std::string_view text, Answers& answers) {
  const json parsed = parse(text);
  const json& document = at(parsed, "document");
  const json& id = document.is_object() && document.contains("id") ? at(document, "id") : at(parsed, "id");
  if (!id.is_string() && !id.is_number_integer()) throw std::invalid_argument("a document without an \"id\"");
  std::vector<Answer> incidents;
  for (const json& incident : list_at(parsed, "incidents")) incidents.push_back(answer_of(incident));
  answers[id.is_string() ? id.get<std::string>() : id.dump()] = std::move(incidents);
}

}  // namespace incidents::score
