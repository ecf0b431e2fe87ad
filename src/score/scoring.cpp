/// Field by field. A field with one value is a hit where both sides give it and it is right, wrong where the answer
/// gives one that is not, missed where the label has one that was not hit. A field of several names counts each name:
/// a label's that some answer shares is a hit, an answer's that no label shares is wrong. Missed labels are compared
/// with an empty answer and invented answers with an empty label; these go to `rest`.
#include "score/scoring.h"

#include <fmt/format.h>

#include <algorithm>

#include "score/pairing.h"

namespace incidents::score {
namespace {

using Names = std::vector<std::string>;

std::string describe(const Bounds& bounds) {
  if (bounds.min && bounds.max && *bounds.min == *bounds.max) return fmt::format("{}", *bounds.min);
  return fmt::format("{}…{}", bounds.min ? fmt::format("{}", *bounds.min) : "",
                     bounds.max ? fmt::format("{}", *bounds.max) : "");
}

std::string describe(const Days& days) {
  if (days.end == days.start) return days.start;
  return fmt::format("{}…{}", days.start, days.end.value_or(""));
}

template <typename Value>
std::string describe(const std::vector<Value>& values) {
  Names each;
  for (const Value& value : values) each.push_back(describe(value));
  return fmt::format("{}", fmt::join(each, " or "));
}

template <typename Value>
std::string describe(const std::optional<Value>& value) {
  return value ? describe(*value) : std::string();
}

std::string place_names(const Answer& answer) {
  Names names;
  for (const Answer::Place& place : answer.places) names.push_back(place.name);
  return fmt::format("{}", fmt::join(names, ", "));
}

/// Who is acted on in these may be read as suspect or as target.
bool is_acted_on(std::string_view type) { return type == "arrest" || type == "seizure" || type == "raid"; }

/// Figures that not every label says: left out where the label has no such key.
bool is_sometimes_labelled(Slot slot) { return slot == Slot::rescued || slot == Slot::displaced; }

/// Names of the actors with one of these roles, each once.
Names actor_names(const Answer& answer, std::initializer_list<std::string_view> roles) {
  Names names;
  for (const Answer::Actor& actor : answer.actors) {
    const bool wanted = !actor.name.empty() && std::find(roles.begin(), roles.end(), actor.role) != roles.end();
    if (wanted && std::find(names.begin(), names.end(), actor.name) == names.end()) names.push_back(actor.name);
  }
  return names;
}

/// Adds names that are not there yet.
Names joined(Names names, const Names& more) {
  for (const std::string& name : more) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  }
  return names;
}

/// A label (or none) against an answer (or none), into every slot.
class Comparison {
 public:
  /// One of `label` and `answer` may be null.
  Comparison(const Conventions& conventions, const std::optional<std::string>& published, const Label* label,
             const Answer* answer, Tally& tally, std::vector<Mistake>& mistakes, const std::string& article)
      : conventions_(conventions),
        published_(published),
        invented_(label == nullptr),
        paired_(label != nullptr && answer != nullptr),
        label_(label != nullptr ? *label : no_label()),
        answer_(answer != nullptr ? *answer : no_answer()),
        tally_(tally),
        mistakes_(mistakes),
        article_(article) {}

  void run() {
    compare_date();
    compare_place();
    compare_places();
    compare_country();
    for (std::size_t i = 0; i < kFigures.size(); ++i) compare_figure(i);
    compare_aggregate();
    compare_statuses();
    compare_actors();
    compare_weapons();
  }

 private:
  static const Label& no_label() {
    static const Label none;
    return none;
  }
  static const Answer& no_answer() {
    static const Answer none;
    return none;
  }

  bool same(std::string_view a, std::string_view b) const { return conventions_.names().same(a, b); }

  void add(Slot slot, Counts counts) { (paired_ ? tally_[slot].paired : tally_[slot].rest) += counts; }

  void add_value(Slot slot, bool labelled, bool said, bool right) {
    const bool hit = labelled && said && right;
    add(slot, {hit, said && !hit, labelled && !hit});
  }

  void add_names(Slot slot, const Names& labelled, const Names& said) {
    const auto shares = [this](const std::string& name, const Names& others) {
      return std::any_of(others.begin(), others.end(), [&](const auto& other) { return same(name, other); });
    };
    const auto hits = std::count_if(labelled.begin(), labelled.end(), [&](const auto& n) { return shares(n, said); });
    const auto right = std::count_if(said.begin(), said.end(), [&](const auto& n) { return shares(n, labelled); });
    add(slot, {hits, std::ssize(said) - right, std::ssize(labelled) - hits});
  }

  void note(Slot slot, std::string wanted, std::string said) {
    if (!paired_) return;
    mistakes_.push_back({article_, label_.type, std::string(kSlots[static_cast<std::size_t>(slot)]), std::move(wanted),
                         std::move(said)});
  }

  void compare_date() {
    const auto days = conventions_.accepted_days(label_, published_);
    if (!days) return;
    const bool right = answer_.date && is_right_day(*days, *answer_.date);
    add_value(Slot::date, !days->empty(), answer_.date.has_value(), right);
    if (!days->empty() && !right) note(Slot::date, describe(*days), describe(answer_.date));
  }

  void compare_place() {
    if (label_.places.empty() && !label_.country.empty()) return;
    const auto first_two = answer_.places.begin() + std::min<std::ptrdiff_t>(2, std::ssize(answer_.places));
    const bool right = !label_.places.empty() && std::any_of(answer_.places.begin(), first_two, [&](const auto& place) {
      const auto names = place.names();
      return !names.empty() && same(label_.places.front(), names.front());
    });
    add_value(Slot::place, !label_.places.empty(), !answer_.places.empty(), right);
    if (!label_.places.empty() && !right) note(Slot::place, label_.places.front(), place_names(answer_));
  }

  /// Parents may come from a gazetteer: they can hit, not miss.
  void compare_places() {
    const auto is_hit = [&](const std::string& name) {
      return std::any_of(answer_.places.begin(), answer_.places.end(), [&](const Answer::Place& place) {
        const auto names = place.names();
        return std::any_of(names.begin(), names.end(), [&](std::string_view level) { return same(name, level); });
      });
    };
    const auto is_wrong = [&](const Answer::Place& place) {
      return !place.name.empty() && std::none_of(label_.places.begin(), label_.places.end(),
                                                 [&](const std::string& name) { return same(name, place.name); });
    };
    const auto hits = std::count_if(label_.places.begin(), label_.places.end(), is_hit);
    add(Slot::places, {hits, std::count_if(answer_.places.begin(), answer_.places.end(), is_wrong),
                       std::ssize(label_.places) - hits});
  }

  void compare_country() {
    const std::string first = answer_.places.empty() ? std::string() : answer_.places.front().country;
    const bool second =
        label_.places.size() > 1 && answer_.places.size() > 1 && answer_.places[1].country == label_.country;
    add_value(Slot::country, !label_.country.empty(), !first.empty(), label_.country == first || second);
  }

  void compare_figure(std::size_t i) {
    const Slot slot = static_cast<Slot>(static_cast<std::size_t>(Slot::killed) + i);
    if (is_sometimes_labelled(slot) && !invented_ && !label_.figures[i].given) return;
    const auto& accepted = label_.figures[i].accepted;
    const auto& said = answer_.figures[i];
    const bool right = said && std::find(accepted.begin(), accepted.end(), *said) != accepted.end();
    add_value(slot, !accepted.empty(), said.has_value(), right);
    if ((!accepted.empty() || said) && !right) note(slot, describe(accepted), describe(said));
  }

  void compare_aggregate() {
    if (label_.occurrences || label_.aggregate || answer_.aggregate) {
      add_value(Slot::aggregate, label_.aggregate, answer_.aggregate, true);
    }
    if (!label_.occurrences) return;
    add_value(Slot::occurrences, true, answer_.occurrences.has_value(), answer_.occurrences == label_.occurrences);
  }

  void compare_statuses() {
    if (!label_.claim.empty()) add_value(Slot::claim, true, !answer_.claim.empty(), answer_.claim == label_.claim);
    if (!label_.damage.empty()) add_value(Slot::damage, true, !answer_.damage.empty(), answer_.damage == label_.damage);
  }

  void compare_actors() {
    const std::string& type = invented_ ? answer_.type : label_.type;
    const Names actors = actor_names(answer_, {"perpetrator", "claimant", "suspect"});
    const std::string_view category = conventions_.category(type);
    // Victims of accidents and disasters are no targets.
    const Names targets = category == "accident" || category == "disaster" ? actor_names(answer_, {"target"})
                                                                           : actor_names(answer_, {"target", "victim"});
    if (is_acted_on(type)) {
      Names labelled = label_.perpetrators;
      labelled.insert(labelled.end(), label_.targets.begin(), label_.targets.end());
      add_names(Slot::targets, labelled, joined(targets, actors));
    } else {
      add_names(Slot::perpetrators, label_.perpetrators, actors);
      add_names(Slot::targets, label_.targets, targets);
    }
    add_names(Slot::sources, label_.sources, actor_names(answer_, {"source"}));
  }

  /// What was seized counts where the label has weapons.
  void compare_weapons() {
    Names said = answer_.weapons;
    if (!label_.weapons.empty()) said.insert(said.end(), answer_.seized.begin(), answer_.seized.end());
    add_names(Slot::weapons, label_.weapons, said);
  }

  const Conventions& conventions_;
  const std::optional<std::string>& published_;
  bool invented_, paired_;
  const Label& label_;
  const Answer& answer_;
  Tally& tally_;
  std::vector<Mistake>& mistakes_;
  const std::string& article_;
};

/// Whether the label was found, with its type, and whether the answer agrees on what the article is about.
void count_pair(const Label& label, const Answer* answer, Tally& tally) {
  const bool found = answer != nullptr, right = found && is_right_type(label, *answer);
  tally.incident += {found, 0, !found};
  tally.typed += {right, found && !right, !right};
  tally.typed_right += right;
  tally.main_labels += label.main;
  tally.main_found += label.main && found;
  if (!found || !answer->main) return;
  ++tally.main_said;
  tally.main_agreed += *answer->main == label.main;
}

void count_quiet(const std::vector<Answer>* answers, Tally& tally) {
  tally.quiet = 1;
  tally.quiet_clean = answers != nullptr && answers->empty();
  tally.false_alarms = answers != nullptr ? std::ssize(*answers) : 0;
}

}  // namespace

Tally score_article(const Conventions& conventions, const LabelledArticle& article, const std::vector<Answer>* answers,
                    std::vector<Mistake>& mistakes) {
  Tally tally;
  tally.articles = 1;
  tally.answered = answers != nullptr;
  const bool quiet = article.incidents.empty();
  if (quiet) count_quiet(answers, tally);
  const std::vector<Answer> said = answers != nullptr ? *answers : std::vector<Answer>{};
  const auto compare = [&](const Label* label, const Answer* answer) {
    Comparison(conventions, article.published, label, answer, tally, mistakes, article.id).run();
  };
  const auto pairs = pair_up(conventions, article.incidents, said, article.published);
  std::vector<bool> used(said.size());
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const Label& label = article.incidents[i];
    const Answer* answer = pairs[i] ? &said[*pairs[i]] : nullptr;
    if (pairs[i]) used[*pairs[i]] = true;
    if (label.optional) continue;
    compare(&label, answer);
    count_pair(label, answer, tally);
    const std::string where = label.places.empty() ? std::string() : label.places.front();
    if (answer == nullptr) {
      mistakes.push_back({article.id, label.type, "missed", where, ""});
    } else if (!is_right_type(label, *answer)) {
      mistakes.push_back({article.id, label.type, "type", label.type, answer->type});
    }
  }
  for (std::size_t j = 0; j < said.size(); ++j) {
    if (used[j]) continue;
    tally.incident += {0, 1, 0};
    tally.typed += {0, 1, 0};
    compare(nullptr, &said[j]);
    mistakes.push_back({article.id, said[j].type, quiet ? "false alarm" : "spurious", "", said[j].quote});
  }
  return tally;
}

}  // namespace incidents::score
