#include "events/weapons.h"

#include <algorithm>
#include <array>
#include <string_view>

#include <fmt/format.h>

#include "events/goods.h"

namespace incidents {
namespace {

constexpr std::uint32_t kReach = 12;  // tokens between a number and its noun, at most

/// What is not printed of a thing seized.
struct Taken {
  bool any = false;     ///< “arms”, “narcotics”: says not which
  bool drug = false;
  bool priced = false;  ///< its measure is its price
  std::uint32_t sentence = 0;
};

/// Reads the weapons and goods of one draft.
class WeaponSetter {
 public:
  explicit WeaponSetter(Assembly& assembly)
      : assembly_(assembly), in_(assembly.in), view_(assembly.view), draft_(assembly.draft), out_(assembly.out) {}

  void set_weapons() {
    if (!takes_weapons()) return;
    assembly_.each_frame([&](const Frame& f) {
      view_.for_each(MentionKind::weapon, f.first, f.last, [&](MentionIndex, const Mention& m) { add_weapon(f, m); });
      for (const Goods& g : find_goods(view_, in_.types, in_.casualties, f)) keep_seized(seized(g.begin, g.end, g.kind), {false, false, is_priced(g.begin, g.end), f.sentence});
    });
    if (std::any_of(out_.weapons.begin(), out_.weapons.end(), [&](const Weapon& w) { return !is_any_weapon(w) && is_firearm(w.kind); })) {
      std::erase_if(out_.weapons, [&](const Weapon& w) { return is_any_weapon(w); });
    }
    drop_told_better();
  }

 private:
  bool takes_weapons() const {
    if (in_.types[draft_.type].self_inflicted) return false;
    return in_.types.is_deed(draft_.type) || assembly_.category() == Category::unrest || assembly_.category() == Category::operation;
  }

  static bool is_firearm(std::string_view kind) {
    constexpr std::array<std::string_view, 3> kFirearms = {"gun", "rifle", "pistol"};
    return std::find(kFirearms.begin(), kFirearms.end(), kind) != kFirearms.end();
  }

  /// “arms”, where a firearm is named, says nothing more.
  bool is_any_weapon(const Weapon& w) const { return std::find(any_weapons_.begin(), any_weapons_.end(), w.span.start) != any_weapons_.end(); }

  void add_weapon(const Frame& f, const Mention& m) {
    if (m.origin.kind == Origin::Kind::entry && view_.lexicon.entry_class(m.origin.id) != view_.sym.weapon) return add_seized(f, m);
    if (is_in_name(m)) return;
    Weapon w;
    w.kind = view_.string(view_.attribute(m, view_.sym.k_kind));
    std::uint32_t begin = m.begin;
    if (const Quantified* q = count_of(m.begin, m.end)) {
      w.count = to_quantity(view_, q->number);
      begin = std::min(begin, q->begin);
    }
    w.text = view_.text(begin, m.end);
    w.span = view_.source->span(begin, m.end);
    if (!is_seized(f, m)) {
      if (view_.attribute(m, view_.sym.k_shot) == view_.sym.v_yes) return;  // “by a bullet” says that a gun was used, not which
    } else {
      add_seized(f, m);
      if (w.kind == "communication") return;  // found with arms, but none
    }
    const bool any = view_.attribute(m, view_.sym.k_generic) == view_.sym.v_yes;
    if (any) any_weapons_.push_back(w.span.start);
    for (Weapon& other : out_.weapons) {
      if (other.kind != w.kind || any != is_any_weapon(other)) continue;
      if (!other.count && w.count) other = std::move(w);
      return;
    }
    out_.weapons.push_back(std::move(w));
    assembly_.because(fmt::format("weapons[{}]", out_.weapons.size() - 1), m.begin, m.end, m.origin);
  }

  /// A word of somebody's name.
  bool is_in_name(const Mention& m) const {
    const MentionIndex actor = view_.mention_over(m.begin, MentionKind::actor);
    return actor != kNone && view_.mention(actor).payload != kNone && view_.mentions->actors[view_.mention(actor).payload].named_person;
  }

  bool is_seized(const Frame& f, const Mention& m) const {
    return tells(f, &EventType::takes_goods) || (tells(f, &EventType::takes_people) && is_taken_along(f, m));
  }

  bool tells(const Frame& f, bool EventType::*attribute) const {
    return std::any_of(f.triggers.begin(), f.triggers.end(), [&](const TriggerHit& t) { return in_.types[t.type].*attribute; });
  }

  /// “ek katta va do kartus ke saath giraftar”: things on to the postposition.
  bool is_taken_along(const Frame& f, const Mention& m) const {
    constexpr std::uint32_t kThings = 12;
    const std::uint32_t limit = std::min(f.last, m.end + kThings);
    for (std::uint32_t t = m.end; t < limit; ++t) {
      if (const LexicalMatch* marker = view_.phrase_at(t, view_.sym.marker)) {
        const StringId cased = view_.attribute(marker->entry, view_.sym.k_case);
        if (cased == view_.sym.v_ke_saath || cased == view_.sym.v_samet) return true;
        if (cased != view_.sym.v_ka) return false;
      }
      const bool thing = view_.mention_over(t, MentionKind::weapon) != kNone || view_.mention_over(t, MentionKind::number) != kNone;
      if (thing) continue;
      const bool other = view_.has_class(t, view_.sym.verb) || view_.mention_over(t, MentionKind::trigger) != kNone ||
                         view_.mention_over(t, MentionKind::effect) != kNone || view_.mention_over(t, MentionKind::actor) != kNone;
      if (other) return false;
    }
    return false;
  }

  const Quantified* count_of(std::uint32_t begin, std::uint32_t end) const {
    const auto& list = in_.casualties.quantified;
    for (auto i = first_from(list, begin > kReach ? begin - kReach : 0); i < list.size() && list[i].begin <= end; ++i) {
      const Quantified& q = list[i];
      if (q.counted != Counted::thing || q.head_begin < begin || q.head_begin >= end) continue;
      // “AK 47 | rounds”: the number is another weapon's name.
      const MentionIndex other = view_.mention_over(q.begin, MentionKind::weapon);
      if (other != kNone && view_.mention(other).begin < q.begin && view_.mention(other).end <= begin) continue;
      return &q;
    }
    return nullptr;
  }

  void add_seized(const Frame& f, const Mention& m) {
    if (!is_seized(f, m)) return;
    // “the Narcotics Bureau”: a part of somebody's name.
    const MentionIndex actor = view_.mention_over(m.begin, MentionKind::actor);
    if (actor != kNone && view_.mention(actor).end > m.end) return;
    SeizedItem item = seized(m.begin, m.end, view_.string(view_.attribute(m, view_.sym.k_kind)));
    if (const StringId model = view_.attribute(m, view_.sym.k_model); model != 0) item.model = std::string(view_.string(model));
    const bool any = view_.attribute(m, view_.sym.k_generic) == view_.sym.v_yes;
    const bool drug = m.origin.kind == Origin::Kind::entry && view_.lexicon.entry_class(m.origin.id) == view_.sym.drug;
    keep_seized(std::move(item), {any, drug, is_priced(m.begin, m.end), f.sentence});
  }

  /// The thing with its number or measure.
  SeizedItem seized(std::uint32_t begin, std::uint32_t end, std::string_view kind) const {
    SeizedItem item;
    item.kind = kind;
    if (const Quantified* q = count_of(begin, end)) {
      item.count = to_quantity(view_, q->number);
      begin = std::min(begin, q->begin);
    } else if (const auto measure = measured(begin, end)) {
      item.count = to_quantity(view_, measure->number);
      item.unit = view_.text(measure->head_begin, measure->head_end);
      begin = std::min(begin, measure->begin);
      if (const Quantified* larger = larger_unit_before(*measure)) {
        add_larger_unit(*item.count, *larger, *measure);
        begin = larger->begin;
      }
    }
    item.text = view_.text(begin, end);
    item.span = view_.source->span(begin, end);
    return item;
  }

  /// A thing told again is no second one: the telling with a number stands, and a weight rather than a price.
  void keep_seized(SeizedItem item, Taken taken) {
    for (std::size_t i = 0; i < out_.seized.size(); ++i) {
      SeizedItem& other = out_.seized[i];
      if (other.kind != item.kind || (other.model && item.model && other.model != item.model) || taken.any != taken_[i].any) continue;
      const bool better = other.count ? taken_[i].priced && !taken.priced && item.count : item.count.has_value();
      const bool same = other.count && item.count && other.count->min == item.count->min && other.count->max == item.count->max &&
                        (other.text == item.text || taken_[i].sentence != taken.sentence);
      if (!same && other.count && item.count && taken_[i].priced == taken.priced) continue;
      if (better) {
        other = std::move(item);
        taken_[i] = taken;
      }
      return;
    }
    out_.seized.push_back(std::move(item));
    taken_.push_back(taken);
  }

  /// “arms” and “narcotics” say nothing more where it is told which.
  void drop_told_better() {
    const auto is_named = [&](bool drug) {
      for (std::size_t i = 0; i < taken_.size(); ++i) {
        if (!taken_[i].any && taken_[i].drug == drug && (drug || is_firearm(out_.seized[i].kind))) return true;
      }
      return false;
    };
    const bool arms = is_named(false), drugs = is_named(true);
    for (std::size_t i = taken_.size(); i-- > 0;) {
      if (!taken_[i].any || out_.seized[i].count || !(taken_[i].drug ? drugs : arms)) continue;
      out_.seized.erase(out_.seized.begin() + static_cast<std::ptrdiff_t>(i));
      taken_.erase(taken_.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  bool is_priced(std::uint32_t begin, std::uint32_t end) const {
    const Quantified* q = count_of(begin, end) ? nullptr : measured(begin, end);
    return q && q->head != kNone && q->head_begin != begin && view_.string(view_.attribute(q->head, view_.sym.k_measures)) == "money";
  }

  /// “11 quintal | 57 kilo”
  const Quantified* larger_unit_before(const Quantified& measure) const {
    const auto& list = in_.casualties.quantified;
    const auto i = first_from(list, measure.begin);
    if (i == 0 || list[i - 1].counted != Counted::measure || list[i - 1].head_end != measure.begin || list[i - 1].head == kNone) return nullptr;
    return grams(list[i - 1]) > grams(measure) && grams(measure) > 0 ? &list[i - 1] : nullptr;
  }

  std::int64_t grams(const Quantified& q) const { return std::atoll(std::string(view_.string(view_.attribute(q.head, view_.sym.k_grams))).c_str()); }

  void add_larger_unit(Quantity& count, const Quantified& larger, const Quantified& measure) const {
    const Quantity more = to_quantity(view_, larger.number);
    const std::int64_t units = grams(larger) / grams(measure);
    if (count.min && more.min) *count.min += *more.min * units;
    if (count.max && more.max) *count.max += *more.max * units;
    count.text = view_.text(larger.begin, measure.head_begin);
    count.span = view_.source->span(larger.begin, measure.head_begin);
  }

  /// Nothing but words of a bound and a postposition: “662 kilo se adhik ka ganja”.
  bool reaches(std::uint32_t from, std::uint32_t to) const {
    constexpr std::uint32_t kGap = 5;
    if (from > to || to - from > kGap) return false;
    for (std::uint32_t t = from; t < to;) {
      const LexicalMatch* bound = view_.phrase_at(t, view_.sym.bound_after);
      if (!bound) bound = view_.phrase_at(t, view_.sym.bound);
      const bool small = view_.phrase_at(t, view_.sym.marker) || view_.has_class(t, view_.sym.amount) || view_.has_class(t, view_.sym.adjective) ||
                         view_.mention_over(t, MentionKind::number) != kNone;
      if (!bound && !small) return false;
      t = bound ? bound->end : t + 1;
    }
    return true;
  }

  /// “418 kilo ganja”: the measure before the goods.
  /// An amount of money is its own measure.
  const Quantified* measured(std::uint32_t begin, std::uint32_t end) const {
    const auto& list = in_.casualties.quantified;
    for (auto i = first_from(list, begin > kReach ? begin - kReach : 0); i < list.size() && list[i].begin <= begin; ++i) {
      const Quantified& q = list[i];
      if (q.counted == Counted::measure && (reaches(q.head_end, begin) || (q.head_begin == begin && q.head_end == end))) return &q;
    }
    return nullptr;
  }

  Assembly& assembly_;
  const AssembleInput& in_;
  const DocumentView& view_;
  const Draft& draft_;
  Incident& out_;
  std::vector<Taken> taken_;                ///< beside each of what was seized
  std::vector<std::uint32_t> any_weapons_;  ///< where weapons without a kind (“arms”) begin
};

}  // namespace

void set_weapons(Assembly& assembly) { WeaponSetter(assembly).set_weapons(); }

}  // namespace incidents
