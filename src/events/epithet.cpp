#include "events/epithet.h"

#include <algorithm>

namespace incidents {
namespace {

constexpr std::uint32_t kLongestAddress = 10;  // tokens

class EpithetFolder {
 public:
  EpithetFolder(const DocumentView& view, std::vector<PeoplePhrase>& people) : view_(view), people_(people) {}

  void run() {
    std::size_t kept = 0;
    for (std::size_t i = 0; i < people_.size();) {
      PeoplePhrase p = people_[i];
      std::size_t next = i + 1;
      if (is_resident(p) && next < people_.size() && people_[next].named && people_[next].begin == p.end) {
        const std::uint32_t from = address_before(p.begin);
        p = people_[next++];
        p.from = from;
      }
      if (is_kin(p) && next < people_.size() && people_[next].named && people_[next].begin == p.end) {
        const std::uint32_t from = p.begin;  // “his father Suresh” is one
        p = people_[next++];
        p.from = from;
      }
      if (p.named) next = fold_behind(p, next);
      people_[kept++] = p;
      i = next;
    }
    people_.resize(kept);
  }

 private:
  /// Takes in what follows the name; gives the index of the first phrase that is no part of it.
  std::size_t fold_behind(PeoplePhrase& p, std::size_t next) {
    std::uint32_t end = p.end;
    while (true) {
      end = behind_age(end);
      const std::uint32_t before = end;
      if (next + 1 < people_.size() && is_parent(people_[next]) && people_[next].begin == end && people_[next + 1].begin == people_[next].end) {
        end = people_[next + 1].end;
        next += 2;
      } else if (const std::size_t home = resident_at(next, end); home != next) {
        end = behind_address(people_[home - 1].end);
        next = home;
        while (next < people_.size() && people_[next].end <= end) ++next;
      }
      if (end == before) break;
    }
    if (end > p.after || (end > p.end && p.case_marker == 0)) {
      p.after = end;
      read_case(view_, p);
    }
    return next;
  }

  bool has_link(const PeoplePhrase& p, StringId value) const {
    const LexicalMatch* noun = p.named || p.quantified != kNone ? nullptr : people_noun_at(view_, p.begin);
    return noun && noun->end == p.end && view_.attribute(noun->entry, view_.sym.k_link) == value;
  }

  /// One relative: neither a couple nor “sons”.
  bool is_kin(const PeoplePhrase& p) const {
    if (p.named || p.quantified != kNone || p.case_marker != 0) return false;
    const LexicalMatch* noun = view_.phrase_at(p.begin, view_.sym.relation);
    return noun && noun->end == p.end && view_.attribute(noun->entry, view_.sym.k_count) == 0 && !view_.is_plural_form(noun->end - 1) &&
           view_.attribute(noun->entry, view_.sym.k_plural) != view_.sym.v_yes;
  }

  bool is_parent(const PeoplePhrase& p) const { return has_link(p, view_.sym.v_descent); }
  bool is_resident(const PeoplePhrase& p) const { return has_link(p, view_.sym.v_residence); }

  /// “(22)”, “23 varsh”, “umr 23 varsh”: the token behind an age.
  std::uint32_t behind_age(std::uint32_t t) const {
    constexpr std::uint32_t kAge = 4;
    if (t >= view_.size()) return t;
    if (view_.is_mark(t, '(')) {
      for (std::uint32_t u = t + 1; u < std::min(view_.size(), t + kAge); ++u) {
        if (view_.is_mark(u, ')')) return u + 1;
      }
      return t;
    }
    // “X and 65-year-old Y”: the age of the next one.
    // “X ke 11 varshiya putra Y”: his age.
    const bool anothers = view_.phrase_at(t, view_.sym.conjunction) || view_.is_punctuation(t) || view_.phrase_at(t, view_.sym.marker);
    const std::uint32_t reach = anothers ? 0 : 2;
    for (std::uint32_t u = t; u < std::min(view_.size(), t + reach); ++u) {
      if (view_.tokens[u].kind != TokenKind::number) continue;
      if (u + 1 >= view_.size()) continue;
      if (const LexicalMatch* unit = view_.phrase_at(u + 1, view_.sym.unit)) return unit->end;
      const LexicalMatch* years = view_.phrase_at(u + 1, view_.sym.date_unit);
      if (years && view_.string(view_.attribute(years->entry, view_.sym.k_unit)) == "year") return years->end;
    }
    return t;
  }

  /// “, gram X nivasi”, “nivasi X”: index behind the word for resident, where nothing but an address stands before it.
  std::size_t resident_at(std::size_t next, std::uint32_t end) const {
    if (next >= people_.size() || !is_resident(people_[next])) return next;
    const std::uint32_t begin = people_[next].begin;
    if (begin > end + kLongestAddress) return next;
    std::uint32_t t = end;
    if (t < begin && view_.is_mark(t, ',')) ++t;
    // “…, X nivasi Mohan”: the next one's home.
    const bool anothers = t < begin && next + 1 < people_.size() && people_[next + 1].begin == people_[next].end && people_[next + 1].named;
    if (anothers) return next;
    while (t < begin && is_address(t)) ++t;
    return t == begin ? next + 1 : next;
  }

  /// The token behind an address: names of places and words that no sentence goes on with; a comma only before a class
  /// word (“, thana X”).
  std::uint32_t behind_address(std::uint32_t t) const {
    const std::uint32_t limit = std::min(view_.size(), t + kLongestAddress);
    for (; t < limit; ++t) {
      if (view_.is_mark(t, ',') && t + 1 < limit && view_.phrase_at(t + 1, view_.sym.place_class)) continue;
      if (!is_address(t)) break;
    }
    // A postposition at the end is the person's, not the address's.
    if (t > 0 && view_.phrase_before(t, view_.sym.marker)) --t;
    return t;
  }

  std::uint32_t address_before(std::uint32_t t) const {
    const std::uint32_t limit = t > kLongestAddress ? t - kLongestAddress : 0;
    while (t > limit && is_address(t - 1)) --t;
    return t;
  }

  bool is_address(std::uint32_t t) const {
    if (view_.is_punctuation(t)) return false;
    if (view_.mention_over(t, MentionKind::place) != kNone || view_.phrase_at(t, view_.sym.place_class)) return true;
    if (const LexicalMatch* marker = view_.phrase_at(t, view_.sym.marker)) return view_.attribute(marker->entry, view_.sym.k_case) == view_.sym.v_ka;
    return view_.mention_over(t, MentionKind::actor) == kNone && view_.mention_over(t, MentionKind::date) == kNone &&
           view_.mention_over(t, MentionKind::trigger) == kNone && !view_.has_class(t, view_.sym.verb) &&
           !view_.phrase_at(t, view_.sym.conjunction) && !view_.phrase_at(t, view_.sym.pronoun) && !view_.phrase_at(t, view_.sym.negation);
  }

  const DocumentView& view_;
  std::vector<PeoplePhrase>& people_;
};

}  // namespace

void fold_epithets(const DocumentView& view, std::vector<PeoplePhrase>& people) { EpithetFolder(view, people).run(); }

}  // namespace incidents
