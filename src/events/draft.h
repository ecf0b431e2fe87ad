#pragma once
/// What is gathered of one happening while the frames are joined, and where the walk through them stands.
#include <algorithm>
#include <optional>
#include <span>
#include <vector>

#include "events/compare.h"
#include "events/frame.h"

namespace incidents {

/// By EventId, how much the text speaks for each type. Which type that makes is decided when it is first asked after a
/// change (TypeVotes), since a draft is asked many times for each vote.
class Votes {
 public:
  explicit Votes(std::size_t types = 0) : votes_(types) {}

  std::size_t size() const { return votes_.size(); }
  double operator[](EventId type) const { return votes_[type]; }
  /// Of the type with the most; 0 where none has any.
  double most() const {
    double most = 0;
    for (EventId type : named_) most = std::max(most, votes_[type]);
    return most;
  }
  /// The types that votes were cast for, in the order of their ids: a handful of all that there are.
  std::span<const EventId> named() const { return named_; }
  void add(EventId type, double more) {
    const auto at = std::lower_bound(named_.begin(), named_.end(), type);
    if (at == named_.end() || *at != type) named_.insert(at, type);
    votes_[type] += more;
    decided_.reset();
  }
  template <class Decide>
  EventId decided(Decide decide) const {
    if (!decided_) decided_ = decide();
    return *decided_;
  }

 private:
  std::vector<double> votes_;
  std::vector<EventId> named_;
  mutable std::optional<EventId> decided_;
};

/// The frames of one happening.
struct Draft {
  std::vector<std::uint32_t> frames;   ///< in text order
  Votes votes;
  EventId type = kNoEvent;
  EventId charge = kNoEvent;           ///< the deed for which somebody is arrested
  bool of_charge = false;              ///< that deed, known by its day
  MentionIndex date = kNone;
  std::uint32_t dated_by = kNone;      ///< the frame that tells the date
  std::vector<MentionIndex> places;
  std::string attacker;                ///< as of its frames: the first told
  bool other_side = false;             ///< another land strikes than in what was told before it: not where that was
  bool aggregate = false;
  bool background = false;
  bool earlier = false;                ///< told as over and as older than the news
  MentionIndex shared_date = kNone;    ///< day told of the items of a list together
  std::uint32_t ordinal = 0;           ///< “the second incident”; 0 for none
  bool tried = false;                  ///< a court tells of it first
  bool headline = false;               ///< a headline tells of it
  bool main = false;
  bool summed = false;                 ///< a total by what is told one by one behind it
  bool of_total = false;               ///< one of the several whose total the article opens with
  std::uint32_t first_sentence = 0;
  std::uint32_t last_sentence = 0;
};

/// What was read of the article before its frames are joined.
struct Material {
  const DocumentView& view;
  const EventTypes& types;
  const CasualtyFacts& casualties;
  const FrameFacts& facts;
};

/// Where the walk through the frames stands.
struct Reading {
  std::uint32_t current = kNone;     ///< the draft told of last
  std::uint32_t item = 0;            ///< drafts before this one belong to earlier items of a list
  std::uint32_t item_draft = kNone;  ///< the item's draft where the list comes back to one
  bool counted_item = false;         ///< the item is told by its number
  bool brief = false;                ///< the item is news in brief of a town, and nothing of what was told before
  bool sections = false;             ///< headings between the paragraphs name happenings apart; the first is the page's headline
  bool round_up = false;             ///< the article opens with a total
  std::uint32_t moved = kNone;       ///< sentence that turned to another thing without telling it
};

/// The last of many: no article goes back farther, and it keeps a text of any length linear.
template <class Item>
std::span<const Item> latest(const std::vector<Item>& all) {
  constexpr std::size_t kWindow = 64;
  return std::span(all).last(std::min(all.size(), kWindow));
}

}  // namespace incidents
