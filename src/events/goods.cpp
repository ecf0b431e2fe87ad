#include "events/goods.h"

#include <algorithm>

namespace incidents {
namespace {

class GoodsFinder {
 public:
  GoodsFinder(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, const Frame& frame)
      : view_(view), sym_(view.sym), types_(types), casualties_(casualties), frame_(frame) {}

  std::vector<Goods> run() {
    std::vector<Goods> out;
    if (std::none_of(frame_.triggers.begin(), frame_.triggers.end(), [&](const TriggerHit& t) { return types_[t.type].takes_goods || types_[t.type].takes_people; })) return out;
    for (std::uint32_t t = frame_.first; t < frame_.last; ++t) {
      const LexicalMatch* thing = thing_at(t);
      if (!thing) continue;
      if (is_taken(thing->end)) out.push_back({t, thing->end, view_.string(view_.attribute(thing->entry, sym_.k_kind))});
      t = thing->end - 1;
    }
    add_money(out);
    std::stable_sort(out.begin(), out.end(), [](const Goods& a, const Goods& b) { return a.begin < b.begin; });
    return out;
  }

 private:
  const LexicalMatch* thing_at(std::uint32_t t) const {
    const LexicalMatch* valuables = view_.phrase_at(t, sym_.valuables);
    const LexicalMatch* vehicle = view_.phrase_at(t, sym_.vehicle);
    if (view_.mention_over(t, MentionKind::place) != kNone) return nullptr;  // “the expressway”
    if (!vehicle && !valuables) return livestock_at(t);
    return vehicle && (!valuables || vehicle->end > valuables->end) ? vehicle : valuables;
  }

  /// Cattle are smuggled and stolen; a wild beast that is caught is no booty.
  const LexicalMatch* livestock_at(std::uint32_t t) const {
    const LexicalMatch* animal = view_.phrase_at(t, sym_.animal);
    return animal && view_.string(view_.attribute(animal->entry, sym_.k_kind)) == "livestock" ? animal : nullptr;
  }

  /// “43 hazar rupaye … baramad”: an amount that buys or prices nothing.
  void add_money(std::vector<Goods>& out) const {
    for (auto i = first_from(casualties_.quantified, frame_.first); i < casualties_.quantified.size(); ++i) {
      const Quantified& q = casualties_.quantified[i];
      if (q.begin >= frame_.last) return;
      const bool money = q.counted == Counted::measure && q.head != kNone && view_.string(view_.attribute(q.head, sym_.k_measures)) == "money";
      if (money && !thing_at(q.head_end) && is_taken(q.head_end)) out.push_back({q.head_begin, q.head_end, "cash"});
    }
  }

  /// Nothing but things, numbers and small words up to the word for the seizure, and no postposition but “ko”; “with them”
  /// people are arrested too.
  bool is_taken(std::uint32_t end) const {
    const StringId marker = view_.case_at(end);
    const bool along = marker == sym_.v_ke_saath || marker == sym_.v_samet;
    if ((marker != 0 && marker != sym_.v_ko && !along) || joins_noun(end)) return false;
    const std::uint32_t limit = std::min(frame_.last, view_.clauses[view_.clause_of(end - 1)].last);
    const TriggerHit* next = nullptr;
    for (const TriggerHit& t : frame_.triggers) {
      const Mention& m = view_.mention(t.mention);
      if ((types_[t.type].takes_goods || (along && types_[t.type].takes_people)) && m.begin >= end && m.begin < limit && (!next || m.begin < view_.mention(next->mention).begin)) next = &t;
    }
    if (!next) return false;
    for (std::uint32_t t = end; t < view_.mention(next->mention).begin; ++t) {
      // The numeral “do” is also “give”.
      const bool small = view_.phrase_at(t, sym_.marker) || view_.phrase_at(t, sym_.conjunction) || view_.mention_over(t, MentionKind::number) != kNone;
      const bool thing = thing_at(t) || view_.mention_over(t, MentionKind::weapon) != kNone;  // “sona” is gold, and “to sleep”
      if (view_.has_class(t, sym_.verb) && !small && !thing && view_.case_at(t + 1) != sym_.v_ka) return false;
    }
    return true;
  }

  /// “bike savar”, “truck chalak”, “mobile chor”: the thing only says what kind the next one is.
  bool joins_noun(std::uint32_t t) const {
    if (t >= frame_.last || thing_at(t) || view_.phrase_at(t, sym_.conjunction) || view_.mention_at(t, MentionKind::trigger) != kNone) return false;
    return people_noun_at(view_, t) || view_.phrase_at(t, sym_.aboard) || view_.has_class(t, sym_.noun) || view_.has_class(t, sym_.common);
  }

  const DocumentView& view_;
  const Symbols& sym_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
  const Frame& frame_;
};

}  // namespace

std::vector<Goods> find_goods(const DocumentView& view, const EventTypes& types, const CasualtyFacts& casualties, const Frame& frame) {
  return GoodsFinder(view, types, casualties, frame).run();
}

}  // namespace incidents
