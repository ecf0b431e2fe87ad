#pragma once
/// The table data/abbreviations.tsv (form, kind) as the tokeniser wants it.
#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"
#include "text/tokenise.h"

namespace incidents {

/// The kind of that name; nullopt for none of them.
std::optional<AbbreviationKind> abbreviation_kind(std::string_view name);

/// The table "abbreviations" of a compiled lexicon.
Abbreviations read_abbreviations(const Lexicon& lexicon);

}  // namespace incidents
