#pragma once
/// Latin towns by sound: a section of the data image, compiled from data/phonetic/towns.tsv, asked for unknown Hindi
/// names inside a country or state that is already known.
#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "lexicon/source.h"

namespace incidents {

inline constexpr std::string_view kPhoneticSection = "phonetic";

/// The section of a table with the columns latin, alternates (separated by |), cc, admin1, admin2, lat, lon, pop.
/// Appends to `problems` where a row is wrong.
std::vector<std::byte> compile_phonetic(const DataFile& file, Problems& problems);

struct SoundMatch {
  std::string_view latin;
  std::string_view admin1;  ///< as printed; "" when not known
  std::string_view admin2;
  double lat = 0;
  double lon = 0;
};

/// The one town of `cc` (and of `admin1` and `admin2` where they are not empty) that sounds like `normal`, under the
/// safe rule; nullopt when there is none, when two far apart are as close, or when the section is empty.
std::optional<SoundMatch> find_by_sound(std::span<const std::byte> section, std::string_view normal,
                                        std::string_view cc, std::string_view admin1, std::string_view admin2);

}  // namespace incidents
