#include "events/context.h"

#include "events/quantified.h"

namespace incidents {
namespace {

enum class Fit { none, people, of_class, of_kind };

/// How well the noun at a token fits one word of a context.
class ContextWord {
 public:
  ContextWord(const DocumentView& view, std::string_view name) : view_(view), name_(name) {
    const Symbols& sym = view.sym;
    const struct { std::string_view name; ClassId id; } classes[] = {
        {"vehicle", sym.vehicle}, {"structure", sym.structure}, {"crowd", sym.crowd},   {"drug", sym.drug},
        {"weapon", sym.weapon},   {"animal", sym.animal},       {"money", sym.valuables}};
    for (const auto& c : classes) {
      if (c.name == name) class_ = c.id;
    }
  }

  Fit at(std::uint32_t token) const {
    if (class_ != 0) return is_of_class(token) || (name_ == "money" && is_money(token)) ? Fit::of_class : Fit::none;
    if (name_ == "people") return people_noun_at(view_, token) || is_named_person(token) ? Fit::people : Fit::none;
    for (const ClassId id : {view_.sym.vehicle, view_.sym.structure, view_.sym.weapon}) {
      const LexicalMatch* thing = view_.phrase_at(token, id);
      if (thing && !is_part_of_place_word(token, thing->end)) {
        const std::string_view kind = view_.string(view_.attribute(thing->entry, view_.sym.k_kind));
        if (kind == name_ || (name_ == "aircraft" && kind == "helicopter") || (name_ == "boat" && kind == "ship")) {
          return Fit::of_kind;
        }
      }
    }
    if (name_ != "water") return Fit::none;
    const MentionIndex place = view_.mention_at(token, MentionKind::place);
    const bool water = place != kNone && view_.mentions->places[view_.mention(place).payload].resolved.kind == "water";
    return water ? Fit::of_kind : Fit::none;
  }

 private:
  /// The express of an express-way is no train.
  bool is_part_of_place_word(std::uint32_t token, std::uint32_t end) const {
    const LexicalMatch* place = view_.phrase_at(token, view_.sym.place_class);
    return place && place->end > end;
  }

  /// A boat that overturns in a river is no vehicle of the road.
  bool is_of_class(std::uint32_t token) const {
    const LexicalMatch* thing = view_.phrase_at(token, class_);
    if (!thing || class_ != view_.sym.vehicle) return thing != nullptr;
    const std::string_view kind = view_.string(view_.attribute(thing->entry, view_.sym.k_kind));
    return kind != "boat" && kind != "ship";
  }

  bool is_named_person(std::uint32_t token) const {
    const MentionIndex actor = view_.mention_at(token, MentionKind::actor);
    return actor != kNone && view_.mention(actor).payload != kNone && view_.mentions->actors[view_.mention(actor).payload].named_person;
  }

  /// “42 hazar rupaye”
  bool is_money(std::uint32_t token) const {
    const LexicalMatch* unit = view_.phrase_at(token, view_.sym.unit);
    return unit && view_.string(view_.attribute(unit->entry, view_.sym.k_measures)) == "money";
  }

  const DocumentView& view_;
  std::string_view name_;
  ClassId class_ = 0;
};

}  // namespace

std::optional<std::size_t> find_context(const DocumentView& view, const Mention& mention, std::string_view names) {
  const Sentence& sentence = view.sentences[view.sentence_of(mention.begin)];
  std::optional<std::size_t> best;
  Fit best_fit = Fit::none;
  std::uint32_t best_distance = 0;
  for (std::size_t index = 0; !names.empty(); ++index) {
    const std::size_t blank = names.find(' ');
    const ContextWord word(view, names.substr(0, blank));
    for (std::uint32_t t = sentence.first; t < sentence.last; ++t) {
      if (t >= mention.begin && t < mention.end) continue;
      const Fit fit = word.at(t);
      if (fit == Fit::none) continue;
      const std::uint32_t distance = t < mention.begin ? mention.begin - t : t - mention.end + 1;
      if (fit > best_fit || (fit == best_fit && distance < best_distance)) {
        best = index;
        best_fit = fit;
        best_distance = distance;
      }
    }
    if (blank == std::string_view::npos) break;
    names.remove_prefix(blank + 1);
  }
  return best;
}

}  // namespace incidents
