#include "events/dropping.h"

#include <algorithm>

namespace incidents {
namespace {

class Dropper {
 public:
  Dropper(const Material& material, const Settings& settings, const FrameContent& content, const TypeVotes& votes, std::vector<Draft>& drafts)
      : view_(material.view), types_(material.types), casualties_(material.casualties), facts_(material.facts), content_(content), votes_(votes), drafts_(drafts),
        bearing_(settings.number("bearing", 2)),
        lead_sentences_(static_cast<std::uint32_t>(settings.number("lead_sentences", 2))), oldest_year_(static_cast<int>(settings.number("oldest_year", 0))), dated_events_(settings.words("dated_events")) {}

  void run() {
    drop_unreal();
    drop_weak();
  }

 private:
  /// A drill or a film that a later sentence reveals undoes what was told before it on the same subject.
  void drop_unreal() {
    // Sentences between two changes of subject are a block.
    std::vector<std::uint32_t> blocks = {0};
    for (const Frame& f : facts_.frames) {
      if (f.shift || f.section) blocks.push_back(std::max(blocks.back(), f.sentence));
    }
    const auto block_of = [&](std::uint32_t sentence) {
      return static_cast<std::size_t>(std::upper_bound(blocks.begin(), blocks.end(), sentence) - blocks.begin());
    };
    std::vector<bool> staged(blocks.size() + 1);
    std::uint32_t idiom = 0, shows = 0, words = 0;
    for (const Frame& f : facts_.frames) {
      if (f.unreal_cue == Cue::market || f.unreal_cue == Cue::sport) ++idiom;
      if (f.unreal_cue == Cue::film) ++shows;
      if (f.unreal_cue == Cue::verbal_attack || f.unreal_cue == Cue::metaphor) ++words;
      if (f.unreal_cue == Cue::drill || f.unreal_cue == Cue::film) staged[block_of(f.sentence)] = true;
    }
    // The headline stands above the block that says what it is about: a review names the film below it.
    std::erase_if(drafts_, [&](const Draft& d) {
      bool told = false;
      const bool unreal = std::all_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) {
        const Frame& frame = facts_.frames[f];
        const bool here = staged[block_of(frame.sentence)];
        told = told || here;
        return here || frame.headline;
      });
      return told && unreal;
    });
    if (idiom >= 2) {
      std::erase_if(drafts_, [&](const Draft& d) { return !has_people(d); });
    }
    // A quarrel in parliament: what is told there without a day and people is one figure of speech more.
    std::erase_if(drafts_, [&](const Draft& d) { return words >= kGenre && d.frames.size() < words && d.date == kNone && !d.headline && !d.aggregate && !has_people(d); });
    // A report of a game or a review, told in more sentences than the happening, which has no day: it is of the game, of the plot.
    std::erase_if(drafts_, [&](const Draft& d) {
      return d.date == kNone && ((idiom >= kGenre && d.frames.size() < idiom) || (shows >= kGenre - 1 && d.frames.size() < shows + 1));
    });
  }

  bool has_people(const Draft& d) const {
    for (std::uint32_t f : d.frames) {
      for (std::uint32_t g : facts_.frames[f].figures) {
        if (casualties_.figures[g].quantity && !casualties_.figures[g].victims.empty()) return true;
      }
    }
    return false;
  }

  /// A headline that no sentence of the body takes up stands only where it tells enough by itself.
  void drop_weak() {
    std::erase_if(drafts_, [&](const Draft& d) { return tells_in_general(d) || is_passing(d) || is_only_named(d) || is_of_old_times(d) || is_undated_act(d); });
    std::erase_if(drafts_, [&](const Draft& d) {
      double weight = d.of_charge ? bearing_ : 0;
      for (std::uint32_t f : d.frames) {
        const Frame& frame = facts_.frames[f];
        weight += frame.weight;
        if (!frame.headline && content_.tells_of_victims(frame)) weight += frame.triggers.empty() ? bearing_ : 1;
      }
      return weight < bearing_;
    });
  }

  /// “some years ago” is no day.
  bool has_day(const Draft& d) const { return d.date != kNone && content_.timex(d.date).form.op != DateOp::vague; }

  /// Far from the beginning and without a day, a place, people, an actor or a weapon: a word in passing.
  bool is_passing(const Draft& d) const {
    if (d.headline || d.first_sentence < facts_.headline_sentences + lead_sentences_ || d.aggregate || d.ordinal > 0 || has_day(d) || !d.places.empty()) return false;
    return std::all_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) {
      const Frame& frame = facts_.frames[f];
      bool told = frame.section || frame.list_item || !frame.figures.empty();
      for (const MentionKind kind : {MentionKind::actor, MentionKind::weapon, MentionKind::place}) {
        view_.for_each(kind, frame.first, frame.last, [&](MentionIndex, const Mention&) { told = true; });
      }
      return !told;
    });
  }

  /// Named behind a postposition only (“curb incidents of theft”), without a day, a place, people or anybody who did it:
  /// that which is spoken of, not that which happened.
  bool is_only_named(const Draft& d) const {
    if (d.ordinal > 0 || d.of_charge || !d.places.empty() || !d.attacker.empty()) return false;
    return std::all_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) {
      const Frame& frame = facts_.frames[f];
      if (frame.date != kNone && !is_day_of_predicate(frame)) return false;
      return !frame.anaphor && !counts_anybody(frame) && !frame.occurrences && std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) { return is_named_in_case(t) || (t.noun && (t.strength == Strength::support || is_listed(t))); });
    });
  }

  /// “For the victims of the blast the minister on Monday announced …”: the day behind a genitive is not the blast's.
  bool is_day_of_predicate(const Frame& frame) const {
    const std::uint32_t day = view_.mention(frame.date).begin;
    return !frame.triggers.empty() && std::all_of(frame.triggers.begin(), frame.triggers.end(), [&](const TriggerHit& t) {
      const Mention& m = view_.mention(t.mention);
      const bool genitive = view_.case_at(m.end) == view_.sym.v_ka || (m.end > m.begin && view_.case_at(m.end - 1) == view_.sym.v_ka);
      return t.oblique && !t.told && genitive && m.end < day;
    });
  }

  bool counts_anybody(const Frame& frame) const {
    return std::any_of(frame.figures.begin(), frame.figures.end(), [&](std::uint32_t f) { return casualties_.figures[f].quantity.has_value(); });
  }

  /// By a noun, or by the effect that the same noun tells: “of the murder”.
  bool is_named_in_case(const TriggerHit& t) const { return t.oblique || (t.from_effect && view_.case_at(view_.mention(t.mention).end) != 0); }

  /// “hatya, loot aur apaharan”
  bool is_listed(const TriggerHit& t) const {
    const Mention& m = view_.mention(t.mention);
    return m.end < view_.size() && (view_.is_mark(m.end, ',') || view_.phrase_at(m.end, view_.sym.conjunction));
  }

  /// The battles of chronicles are no news, whoever recalls them.
  bool is_of_old_times(const Draft& d) const {
    return d.date != kNone && content_.timex(d.date).end && content_.timex(d.date).end->year < oldest_year_;
  }

  /// “because of the sanctions”, “in the talks”: an act of states that the article does not open with and gives no day.
  bool is_undated_act(const Draft& d) const {
    if (d.date != kNone || d.headline || d.first_sentence < facts_.headline_sentences + lead_sentences_) return false;
    const EventId type = votes_.decide_type(d);
    return type != kNoEvent && std::find(dated_events_.begin(), dated_events_.end(), view_.string(types_[type].type)) != dated_events_.end();
  }

  /// “there have been several stampedes before”, “in recent years”: no day, no number, no victims.
  bool tells_in_general(const Draft& d) const {
    return d.aggregate && (d.date == kNone || content_.timex(d.date).vague) && std::all_of(d.frames.begin(), d.frames.end(), [&](std::uint32_t f) {
             const Frame& frame = facts_.frames[f];
             return frame.figures.empty() && (!frame.occurrences || frame.occurrences->qualifier == Qualifier::several);
           });
  }

  static constexpr std::uint32_t kGenre = 3;  // sentences that make a report of a game

  const DocumentView& view_;
  const EventTypes& types_;
  const CasualtyFacts& casualties_;
  const FrameFacts& facts_;
  const FrameContent& content_;
  const TypeVotes& votes_;
  std::vector<Draft>& drafts_;
  double bearing_;
  std::uint32_t lead_sentences_;
  int oldest_year_;
  std::vector<std::string_view> dated_events_;
};

}  // namespace

void drop_no_incidents(const Material& material, const Settings& settings, const FrameContent& content, const TypeVotes& votes, std::vector<Draft>& drafts) {
  Dropper(material, settings, content, votes, drafts).run();
}

}  // namespace incidents
