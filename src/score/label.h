#pragma once
/// What is compared: the labels of an article and what a program answers for it, both as far as the scoring looks.
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace incidents::score {

/// Numbers of people that are compared, in the order of `Label::figures`.
inline constexpr std::array<std::string_view, 6> kFigures = {"killed",   "injured", "missing",
                                                             "detained", "rescued", "displaced"};

/// Both ends inclusive; none is open.
struct Bounds {
  std::optional<double> min, max;
  bool operator==(const Bounds&) const = default;
};

/// ISO days; an `end` of none is not compared.
struct Days {
  std::string start;
  std::optional<std::string> end;
};

/// A label's date in one of its three forms: days, an English weekday in lower case, the text's words.
struct LabelDate {
  std::optional<Days> days;
  std::string weekday, text;
};

struct LabelFigure {
  bool given = false;            ///< the label has the key, be it null
  std::vector<Bounds> accepted;  ///< its own, then rival ones
};

/// One labelled incident; what is empty is not labelled.
struct Label {
  std::string type;
  std::vector<std::string> also_ok;
  std::optional<LabelDate> date;
  std::vector<std::string> places;  ///< most specific first
  std::string country;
  std::array<LabelFigure, kFigures.size()> figures;
  std::vector<std::string> perpetrators, targets, sources, weapons;
  std::optional<Bounds> occurrences;
  std::string claim, damage;
  bool aggregate = false;
  bool main = true;
  bool optional = false;  ///< neither hit nor miss
};

struct LabelledArticle {
  std::string id;
  std::optional<std::string> published;  ///< ISO day
  std::vector<Label> incidents;
};

/// One incident of a program's answer (schema incidents/1); what is empty is not said.
struct Answer {
  struct Place {
    std::string name, admin2, admin1, country_name, country;
    /// Its own name first, then its parents', empty ones left out.
    std::vector<std::string_view> names() const;
  };
  struct Actor {
    std::string name, role;
  };

  std::string type;
  std::optional<Days> date;
  std::vector<Place> places;
  std::vector<Actor> actors;
  std::vector<std::string> weapons, seized;
  std::array<std::optional<Bounds>, kFigures.size()> figures;
  std::optional<Bounds> occurrences;
  std::string claim, damage;
  bool aggregate = false;
  std::optional<bool> main;
  std::string quote;  ///< the first piece of evidence
};

}  // namespace incidents::score
