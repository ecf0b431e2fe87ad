#pragma once
/// Figures that no effect as a predicate tells: lists of those named (“ghayalon ki pahchan X aur Y ke rup mein”) and nouns for
/// victims (“char shav”, “mritak ki pahchan”). Appends to the figures.
#include "events/figure_sum.h"
#include "events/head_count.h"
#include "events/people_lists.h"

namespace incidents {

class Rolls {
 public:
  Rolls(const DocumentView& view, CasualtyFacts& facts, const PeopleLists& lists, const HeadCount& count, const FigureSum& sum)
      : view_(view), sym_(view.sym), facts_(facts), lists_(lists), count_(count), sum_(sum) {}

  /// “maare gae aatankvaadi …”: the effect only describes a noun that stands behind it.
  bool refers_back(const Mention& m) const;
  /// “giraftar aaropiyon mein X, Y aur Z shamil hain”, “… ki pahchan X aur Y ke rup mein”: the names say how many.
  void read_roll(MentionIndex index, const Mention& m, Effect effect) const;
  /// All nouns for victims that no effect has counted. For when all effects were read.
  void read_victim_nouns() const;

 private:
  void count_roll(MentionIndex cue, Effect effect, std::uint32_t p, std::uint32_t last) const;
  void read_one_described(MentionIndex index, const Mention& m, Effect effect, std::uint32_t p) const;
  void read_roll_of_victims(std::uint32_t index) const;
  void read_roll_of_arrested(std::uint32_t index) const;
  void read_one_victim(std::uint32_t index) const;
  void read_counted_victims(std::uint32_t index) const;
  bool is_undone(const PeoplePhrase& p) const;

  const DocumentView& view_;
  const Symbols& sym_;
  CasualtyFacts& facts_;
  const PeopleLists& lists_;
  const HeadCount& count_;
  const FigureSum& sum_;
};

}  // namespace incidents
