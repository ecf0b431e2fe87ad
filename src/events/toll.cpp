#include "events/toll.h"

#include <algorithm>

#include "events/compare.h"

namespace incidents {
namespace {

bool same_bounds(const Quantity& a, const Quantity& b) { return a.min == b.min && a.max == b.max; }

std::int64_t low(const Quantity& q) { return q.min.value_or(0); }

class TollJoiner {
 public:
  TollJoiner(const DocumentView& view, Effect effect) : view_(view), effect_(effect) {}

  void take(const PlacedFigure& placed) {
    const Figure& f = *placed.figure;
    if (f.of_wounded && f.quantity && effect_ == Effect::injured) return take_off(*f.quantity);
    if (f.effect != effect_ || !f.quantity) return;
    const Quantity& q = *f.quantity;
    if (f.zero) return take_zero(q);
    if (placed.rival || f.earlier || (placed.witness && base_ && !base_is_zero_)) return add_alternative(q, placed.source);
    if (base_by_witness_ && !f.part) {
      add_alternative(base_->quantity, std::nullopt);
      return set_base(f, placed.headline);
    }
    if (f.of_wounded && base_ && !base_is_zero_ && !base_from_headline_ && tells_other_side(f)) return add_side(f);
    if (f.part && base_) return same_bounds(base_->quantity, q) && f.who.empty() ? void() : add_part(f);
    if (!base_ || base_is_zero_) {
      sentence_ = placed.sentence;
      place_ = placed.place;
      set_base(f, placed.headline);
      base_by_witness_ = placed.witness;
      return;
    }
    if (is_beside(placed)) return add_side(f);
    // “X was arrested, three others were held”; “the officer was hurt too”.
    if (f.others && placed.sentence == sentence_ && !base_from_headline_ && !f.part) return add_side(f);
    if (f.also && !f.part && !base_from_headline_ && !(f.others && base_is_total_)) return add_side(f);
    if (same_bounds(base_->quantity, q) && (base_from_headline_ || f.revised || !is_other_side(f))) return enrich(f);
    if (base_from_headline_ && !placed.headline) {
      // The body is more exact than its headline.
      if (low(q) >= low(base_->quantity) || !is_part_of_base(f)) return set_base(f, false);
      return add_part(f);
    }
    if (f.revised && low(q) < low(base_->quantity) && effect_ != Effect::missing) return step_back(f);
    if (f.revised) return replace(f);
    if (is_other_side(f) || is_elsewhere(placed)) return add_side(f);
    // The missing are found: the later, smaller number is how it stands.
    if (effect_ == Effect::missing && !f.part) return replace(f);
    if (f.others && is_told_anew(placed)) return replace(f);
    // “three more bodies”: the total that was told holds them, unless it is smaller.
    if (f.others) return low(q) > low(base_->quantity) ? add_side(f) : add_part(f);
    if (low(q) > low(base_->quantity)) return replace(f);
    add_part(f);
  }

  std::optional<Casualty> result() && { return std::move(base_); }

 private:
  void take_zero(const Quantity& q) {
    if (base_) return;
    base_ = Casualty{q, std::nullopt, {}, {}};
    base_is_zero_ = true;
  }

  /// Those of the wounded who died are wounded no more.
  void take_off(const Quantity& dead) {
    if (!base_ || !dead.min || low(base_->quantity) <= *dead.min) return;
    *base_->quantity.min -= *dead.min;
    if (base_->quantity.max) *base_->quantity.max -= *dead.min;
  }

  void set_base(const Figure& f, bool headline) {
    std::vector<Casualty::Alternative> kept = base_ && !base_is_zero_ ? std::move(base_->alternatives) : std::vector<Casualty::Alternative>{};
    base_ = Casualty{*f.quantity, f.who.empty() ? std::nullopt : std::optional(f.who), f.parts, std::move(kept)};
    base_is_zero_ = false;
    base_from_headline_ = headline;
    base_by_witness_ = false;
    base_is_total_ = f.revised || f.victims.empty();
    groups_ = {f.group};
    if (f.other_group != 0) groups_.push_back(f.other_group);
  }

  void enrich(const Figure& f) {
    if (!base_->who && !f.who.empty()) base_->who = f.who;
    if (base_->parts.empty()) base_->parts = f.parts;
    if (f.group != 0) groups_.push_back(f.group);
    base_from_headline_ = false;
  }

  void replace(const Figure& f) {
    add_alternative(base_->quantity, std::nullopt);
    base_->quantity = *f.quantity;
    base_is_total_ = f.revised || f.victims.empty();
    if (!f.who.empty()) base_->who = f.who;
    for (const auto& part : f.parts) base_->parts.push_back(part);
  }

  /// A toll that has “risen” to less than what was told is an older one (a live page is read from its end), three more
  /// bodies are inside it.
  void step_back(const Figure& f) {
    if (f.others || !f.victims.empty()) return add_part(f);
    add_alternative(*f.quantity, std::nullopt);
  }

  /// “111 others were hurt”, later “120 others”: others than the dead, both times; nor are they others than an uncounted
  /// “several”.
  bool is_told_anew(const PlacedFigure& placed) const {
    const Quantity &old = base_->quantity, &q = placed.figure->quantity.value();
    if (effect_ != Effect::injured || placed.sentence == sentence_ || low(q) <= low(old)) return false;
    constexpr std::int64_t kMany = 10;
    return old.qualifier == Qualifier::several || (low(old) >= kMany && low(q) < 2 * low(old));
  }

  void add_part(const Figure& f) {
    base_->parts.push_back({*f.quantity, f.who.empty() ? std::nullopt : std::optional(f.who)});
  }

  void add_alternative(const Quantity& q, std::optional<std::string> source) {
    if (!base_) {
      pending_.push_back({q, std::move(source)});
      return;
    }
    base_->alternatives.push_back({q, std::move(source)});
  }

  /// “one Maoist was killed, while a jawan fell”: two figures of one sentence for two sides, both counted by nouns.
  bool is_beside(const PlacedFigure& placed) const {
    const Figure& f = *placed.figure;
    return placed.sentence == sentence_ && !base_from_headline_ && !f.revised && !f.part && is_other_side(f);
  }

  /// “12 died in X, in Y three lost their lives”: of one storm in two states, both count.
  bool is_elsewhere(const PlacedFigure& placed) const {
    if (placed.place == kNone || place_ == kNone || base_from_headline_ || placed.figure->part) return false;
    const auto toponym = [&](MentionIndex p) -> const Toponym& { return view_.mentions->places[view_.mention(p).payload]; };
    return relate(view_.sym, toponym(placed.place), toponym(place_)) == PlaceRelation::apart;
  }

  bool is_part_of_base(const Figure& f) const { return f.part || !is_other_side(f); }

  /// Militants beside soldiers, soldiers beside civilians: figures of different sides add up.
  bool is_other_side(const Figure& f) const {
    const int mine = side(f.group), joined = side(f.other_group);
    if (mine == 0 || std::any_of(groups_.begin(), groups_.end(), [&](StringId g) { return joined != 0 && side(g) == joined; })) return false;
    return std::none_of(groups_.begin(), groups_.end(), [&](StringId g) { return side(g) == mine || side(g) == 0; });
  }

  /// The same where bodies of no side were told too.
  bool tells_other_side(const Figure& f) const {
    const int mine = side(f.group);
    return mine != 0 && std::none_of(groups_.begin(), groups_.end(), [&](StringId g) { return side(g) == mine; });
  }

  /// 1 militants and criminals, 2 soldiers and police, 3 civilians of a certain kind, 0 anybody.
  int side(StringId group) const {
    const std::string_view g = view_.string(group);
    if (g == "militant" || g == "armed_group" || g == "criminal") return 1;
    if (g == "woman" || g == "child" || g == "villager" || g == "student" || g == "citizen") return 3;
    if (g == "soldier" || g == "police" || g == "guard" || g == "military" || g == "officer" || g == "official") return 2;
    return 0;
  }

  void add_side(const Figure& f) {
    Quantity& sum = base_->quantity;
    base_->parts.push_back({sum, base_->who});
    base_->parts.push_back({*f.quantity, f.who.empty() ? std::nullopt : std::optional(f.who)});
    if (sum.min && f.quantity->min) *sum.min += *f.quantity->min;
    if (sum.max && f.quantity->max) *sum.max += *f.quantity->max;
    else sum.max.reset();
    if (sum.qualifier == Qualifier::exact) sum.qualifier = f.quantity->qualifier;
    sum.text.clear();
    sum.span = {};
    base_->who.reset();
    groups_.push_back(f.group);
  }

 public:
  void close() {
    if (!base_) {
      // Only rival or earlier figures were given: the last one is what is known.
      if (pending_.empty()) return;
      base_ = Casualty{pending_.back().quantity, std::nullopt, {}, {}};
      pending_.pop_back();
    }
    for (auto& a : pending_) {
      if (!same_bounds(a.quantity, base_->quantity)) base_->alternatives.push_back(std::move(a));
    }
  }

 private:
  const DocumentView& view_;
  Effect effect_;
  std::optional<Casualty> base_;
  std::vector<Casualty::Alternative> pending_;
  std::vector<StringId> groups_;
  bool base_is_zero_ = false;
  bool base_is_total_ = false;  ///< “the toll is six”: those who die one by one are in it
  std::uint32_t sentence_ = 0;  ///< where the base stands
  MentionIndex place_ = kNone;  ///< of the base
  bool base_from_headline_ = false;
  bool base_by_witness_ = false;
};

}  // namespace

std::optional<Casualty> join_toll(const DocumentView& view, Effect effect, const std::vector<PlacedFigure>& figures) {
  TollJoiner joiner(view, effect);
  for (const PlacedFigure& f : figures) joiner.take(f);
  joiner.close();
  return std::move(joiner).result();
}

}  // namespace incidents
