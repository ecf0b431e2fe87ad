#include "text/region.h"

#include <unicode/locid.h>
#include <unicode/region.h>
#include <unicode/unistr.h>

namespace incidents {
namespace {

const icu::Region* find_region(std::string_view code) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Region* region = icu::Region::getInstance(std::string(code).c_str(), status);
  return U_SUCCESS(status) ? region : nullptr;
}

/// Name of a region code, which may be a number such as 034; empty where ICU has none.
std::string region_name(std::string_view code, std::string_view language) {
  const icu::Locale place((std::string("und_") + std::string(code)).c_str());
  icu::UnicodeString name;
  place.getDisplayCountry(icu::Locale(std::string(language).c_str()), name);
  std::string utf8;
  return name.toUTF8String(utf8);
}

}  // namespace

int country_number(std::string_view alpha2) {
  const icu::Region* region = find_region(alpha2);
  return region != nullptr && region->getType() == URGN_TERRITORY ? region->getNumericCode() : 0;
}

std::string country_name(std::string_view alpha2, std::string_view language) {
  std::string name = region_name(alpha2, language);
  return name.empty() ? std::string(alpha2) : name;
}

std::string world_region(std::string_view alpha2) {
  const icu::Region* region = find_region(alpha2);
  const icu::Region* around = region != nullptr ? region->getContainingRegion(URGN_SUBCONTINENT) : nullptr;
  return around != nullptr ? region_name(around->getRegionCode(), "en") : std::string();
}

}  // namespace incidents
