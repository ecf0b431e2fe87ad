#pragma once
/// Tables of text: cells that no spreadsheet takes for a formula and no reader for two.
#include <string>
#include <string_view>
#include <vector>

#include "incidents/incident.h"

namespace incidents::output {

/// Text of the input as a cell: controls out, line breaks as blanks, an apostrophe before = + - @.
std::string guarded(std::string_view text);

/// Appends one RFC 4180 record: quotes where needed, CRLF.
void append_csv_row(const std::vector<std::string>& cells, std::string& out);
/// Appends one line of tab-separated cells.
void append_tsv_row(const std::vector<std::string>& cells, std::string& out);

/// Names of the actors in some roles, once each, in order.
std::vector<std::string> actor_names(const Incident& incident, std::initializer_list<std::string_view> roles);

std::string joined(const std::vector<std::string>& parts, std::string_view separator = "; ");

/// The number's lower or upper bound; empty where it is open or the number is not given.
std::string min_of(const std::optional<Casualty>& casualty);
std::string max_of(const std::optional<Casualty>& casualty);

}  // namespace incidents::output
