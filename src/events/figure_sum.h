#pragma once
/// Makes a figure of the phrases whose people an effect befell: their numbers are added, “including” tells parts.
#include "events/head_count.h"
#include "events/people_lists.h"

namespace incidents {

class FigureSum {
 public:
  FigureSum(const DocumentView& view, const CasualtyFacts& facts, const PeopleLists& lists, const HeadCount& count,
            const std::vector<std::uint32_t>& aboard)
      : view_(view), sym_(view.sym), facts_(facts), lists_(lists), count_(count), aboard_(aboard) {}

  /// Marks what the clause says of all its figures: revised, earlier, part.
  void set_flags(Figure& figure, const Clause& clause) const;
  /// Adds the people of phrase `index`, whom effect `m` befell.
  void add(Figure& figure, std::uint32_t index, const Mention& m);
  /// “the rebel, his wife included”: beside one person “including” adds.
  void add_companion(Figure& figure, std::uint32_t chosen, const Mention& m);
  /// The phrases before the chosen one that are joined to it, back to token `stop`: “a farmer, his wife and two children”.
  void add_list_before(Figure& figure, std::uint32_t chosen, std::uint32_t stop, const Mention& m);
  /// Has a figure counted the phrase?
  bool is_taken(std::uint32_t phrase) const { return phrase < taken_.size() && taken_[phrase]; }

 private:
  bool opens_with_these(const Sentence& s) const;
  void add_included(Figure& figure, std::uint32_t chosen, std::uint32_t p, std::uint32_t stop, const Mention& m);
  void add_side(Figure& figure, const PeoplePhrase& p, const Quantity& q) const;
  static std::optional<std::string> some(std::string text);
  static void add_to(Quantity& sum, const Quantity& more);
  void add_part(Figure& figure, const PeoplePhrase& p);
  std::optional<Quantity> as_many_as_before(const PeoplePhrase& p) const;
  bool is_second(const PeoplePhrase& p) const;
  bool is_pronoun_told() const;
  bool is_also_of(const PeoplePhrase& p) const;

  const DocumentView& view_;
  const Symbols& sym_;
  const CasualtyFacts& facts_;
  const PeopleLists& lists_;
  const HeadCount& count_;
  const std::vector<std::uint32_t>& aboard_;  ///< quantified phrases of people aboard something
  std::vector<bool> taken_;  ///< people phrases that a figure has counted
};

}  // namespace incidents
