#pragma once
/// What each number of the text counts: people, things, happenings, a measure or nothing that we know. Only numbers
/// that count people can become casualties; ages, money, distances, clock times and law sections never do.
#include <vector>

#include "events/view.h"

namespace incidents {

enum class Counted : std::uint8_t {
  people,      ///< the head names people; `group` says which
  victims,     ///< the head is a noun like the dead, the wounded, bodies: `effect` says what befell them
  thing,       ///< weapon, vehicle, building, animal, drug, valuables
  occurrence,  ///< a trigger noun or “times”: N attacks
  cases,       ///< a word for happenings of any kind: cases, incidents
  measure,     ///< money, distance, age, time, …
  bare         ///< no noun stands with it: "chhah ki maut", six dead
};

/// A number with its noun phrase.
struct Quantified {
  MentionIndex number = kNone;
  Counted counted = Counted::bare;
  std::uint32_t begin = 0;       ///< tokens of number and noun: [begin, end)
  std::uint32_t end = 0;
  std::uint32_t head_begin = 0;  ///< tokens of the noun; equal to head_end where bare
  std::uint32_t head_end = 0;
  EntryId head = kNone;          ///< the noun's lexicon row
  StringId group = 0;            ///< attribute `group` of the noun, else its class's name id; 0 where bare
  std::optional<Effect> effect;  ///< of `victims`
  bool others = false;           ///< "N anya", N others: comes on top of what stands before
};

/// Index of the first one that begins at the token or later; the list is in order.
std::size_t first_from(const std::vector<Quantified>& list, std::uint32_t token);

/// Every non-superseded, non-ordinal number of the document, in order.
void find_quantified(const DocumentView& view, std::vector<Quantified>& out);

/// The number's bounds as a Quantity with words and span. Fractions are rounded down for min, up for max.
Quantity to_quantity(const DocumentView& view, MentionIndex number);
Quantity exact_quantity(std::int64_t n);

/// The class of people nouns that starts at the token, longest row; nullptr for none.
const LexicalMatch* people_noun_at(const DocumentView& view, std::uint32_t token);

}  // namespace incidents
