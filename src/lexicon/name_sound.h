#pragma once
/// How names of places sound: Devanagari and Latin spellings folded to one rough alphabet, so that an unknown Hindi
/// name can be looked for among Latin ones.
#include <string>
#include <string_view>

namespace incidents {

/// A Latin name (any case, ASCII letters; others are left out) as it sounds: aspirates without h, one letter for each
/// sound, no doubles, words joined.
std::string fold_latin_name(std::string_view latin);

/// The same of a Devanagari name in normal form, with the inherent vowels that are not spoken left out.
std::string fold_devanagari_name(std::string_view normal);

/// Consonants of a folded name; a leading vowel is 'A'. Equal for spellings that may be one name.
std::string name_skeleton(std::string_view folded);

/// Weighted edit distance of folded names: 0 for the same sounds; vowels are cheap, far consonants cost 1.
double sound_distance(std::string_view a, std::string_view b);

/// Whether a name of this skeleton may be taken for one at this distance: the shorter, the closer it must be.
bool is_safe_match(std::string_view skeleton, double distance);

}  // namespace incidents
