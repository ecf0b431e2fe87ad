#pragma once
/// Wounded who are told to have died: “three were hurt, of whom one died”, “two hurt in the blast died on Friday”. Changes
/// the figures told before.
#include "events/head_count.h"
#include "events/people_lists.h"

namespace incidents {

class DeadOfWounded {
 public:
  DeadOfWounded(const DocumentView& view, CasualtyFacts& facts, const PeopleLists& lists, const HeadCount& count)
      : view_(view), sym_(view.sym), facts_(facts), lists_(lists), count_(count) {}

  /// Are they dead of the wounded that were told right before? Those are wounded no more.
  void count_among_wounded(Figure& figure, const Mention& m, const Clause& clause) const;
  /// One who was hurt, and then in the same sentence “he”, “who” died.
  bool is_of_the_same(const Figure& figure, const Mention& m) const;
  /// “ek jawan ghayal hua aur baad mein vah shaheed ho gaya”: the last figure is of him, who died.
  void turn_to_dead(const Figure& figure) const;

 private:
  bool is_on_the_spot(const Clause& clause, const Mention& m) const;
  bool died_in_care(const Figure& hurt, const Clause& clause, const Figure& dead) const;
  void forget_wounded(const Figure& dead) const;
  bool refers_to(const Figure& before, const Clause& clause, const Mention& m) const;
  bool tells_part(std::uint32_t first, std::uint32_t last) const;

  const DocumentView& view_;
  const Symbols& sym_;
  CasualtyFacts& facts_;
  const PeopleLists& lists_;
  const HeadCount& count_;
};

}  // namespace incidents
