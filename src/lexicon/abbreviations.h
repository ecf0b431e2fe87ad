#pragma once
/// The table data/abbreviations.tsv (form, kind, line) as the tokeniser wants it.
#include <optional>
#include <string_view>

#include "lexicon/lexicon.h"
#include "text/tokenise.h"

namespace incidents {

/// The kind of that name, none for an empty cell; nullopt for a word that names no kind.
std::optional<AbbreviationKind> abbreviation_kind(std::string_view name);

/// True for the cell “open” of the column `line`.
bool binds_line(std::string_view cell);

/// True for its cell “closed”.
bool closes_clause(std::string_view cell);

/// The table "abbreviations" of a compiled lexicon.
Abbreviations read_abbreviations(const Lexicon& lexicon);

}  // namespace incidents
