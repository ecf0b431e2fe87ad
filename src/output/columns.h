#pragma once
/// An incident as a flat row: one table of columns for CSV, TSV and the properties of GeoJSON. Columns are added at the
/// end, never renamed.
#include <span>
#include <string>
#include <string_view>

#include "incidents/incident.h"

namespace incidents::output {

struct Column {
  enum class Kind { text, number, boolean };
  std::string_view name;
  Kind kind;
  /// Empty where the text does not say.
  std::string (*value)(const Document&, const Incident&);
};

std::span<const Column> columns();

}  // namespace incidents::output
