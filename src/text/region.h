#pragma once
/// Names and numbers of countries, from ICU's tables.
#include <string>
#include <string_view>

namespace incidents {

/// ISO 3166-1 numeric code of an alpha-2 one; 0 for what is no country.
int country_number(std::string_view alpha2);

/// Name of a country in a language (`en`, `hi`); the code itself where there is none.
std::string country_name(std::string_view alpha2, std::string_view language);

/// Name in English of the part of the world (UN M49 subcontinent) that the country lies in; empty where not known.
std::string world_region(std::string_view alpha2);

}  // namespace incidents
