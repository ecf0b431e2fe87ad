#include "events/everybody.h"

#include <algorithm>

namespace incidents {
namespace {

bool is_all(const DocumentView& view, std::uint32_t token) {
  const LexicalMatch* word = view.phrase_at(token, view.sym.quantifier);
  return word && view.string(view.attribute(word->entry, view.sym.k_quantity)) == "all";
}

bool counts_several(const DocumentView& view, const Quantified& q) {
  if (q.counted != Counted::people) return false;
  return to_quantity(view, q.number).min.value_or(0) >= 2;
}

}  // namespace

std::vector<std::uint32_t> counted_aboard(const DocumentView& view, const std::vector<Quantified>& quantified) {
  std::vector<std::uint32_t> out;
  constexpr std::uint32_t kGap = 2;  // “20 log us bas mein savar”
  for (std::uint32_t i = 0; i < quantified.size(); ++i) {
    const Quantified& q = quantified[i];
    if (!counts_several(view, q)) continue;
    const std::uint32_t last = view.sentences[view.sentence_of(q.begin)].last;
    for (std::uint32_t t = q.head_begin; t < std::min(last, q.end + kGap + 1); ++t) {
      if (view.is_punctuation(t)) break;
      if (!view.phrase_at(t, view.sym.aboard)) continue;
      out.push_back(i);
      break;
    }
  }
  return out;
}

std::optional<Quantity> count_of_all(const DocumentView& view, const std::vector<Quantified>& quantified,
                                     const std::vector<std::uint32_t>& aboard, const PeoplePhrase& phrase) {
  if (aboard.empty()) return std::nullopt;
  constexpr std::uint32_t kBefore = 2;  // “sabhi savar yatri”
  const std::uint32_t first = view.clauses[view.clause_of(phrase.begin)].first;
  bool all = false;
  for (std::uint32_t t = std::max(first, phrase.begin > kBefore ? phrase.begin - kBefore : 0); t < phrase.end; ++t) {
    all = all || is_all(view, t);
    if (view.phrase_at(t, view.sym.victim_noun)) return std::nullopt;  // all the wounded
  }
  if (!all) return std::nullopt;
  const auto behind = std::partition_point(aboard.begin(), aboard.end(),
                                           [&](std::uint32_t i) { return quantified[i].begin < phrase.begin; });
  return to_quantity(view, quantified[behind == aboard.begin() ? *behind : *(behind - 1)].number);
}

std::optional<Quantity> count_of_everybody(const DocumentView& view, const std::vector<Quantified>& quantified,
                                           const std::vector<std::uint32_t>& aboard, std::uint32_t before,
                                           const Clause& clause, StringId unless) {
  constexpr std::uint32_t kReach = 6;      // tokens between “all” and what befell them
  constexpr std::uint32_t kSentences = 2;  // back to where they were counted
  std::uint32_t all = kNone;
  for (std::uint32_t t = before; t > clause.first && t + kReach > before && all == kNone; --t) {
    if (people_noun_at(view, t - 1)) return std::nullopt;  // “all the wounded were taken …”
    if (is_all(view, t - 1)) all = t - 1;
  }
  if (all == kNone || (unless != 0 && view.case_at(all + 1) == unless)) return std::nullopt;
  const std::uint32_t sentence = view.sentence_of(all);
  const std::uint32_t from = view.sentences[sentence > kSentences ? sentence - kSentences : 0].first;
  std::uint32_t found = kNone;
  for (std::size_t i = first_from(quantified, from); i < quantified.size() && quantified[i].begin < all; ++i) {
    if (!counts_several(view, quantified[i])) continue;
    const bool better = found == kNone || !std::binary_search(aboard.begin(), aboard.end(), found) ||
                        std::binary_search(aboard.begin(), aboard.end(), static_cast<std::uint32_t>(i));
    if (better) found = static_cast<std::uint32_t>(i);
  }
  if (found == kNone) return std::nullopt;
  return to_quantity(view, quantified[found].number);
}

}  // namespace incidents
