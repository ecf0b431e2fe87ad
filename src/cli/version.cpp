#include "cli/version.h"

#include <fmt/format.h>

#include "incidents/extractor.h"

namespace incidents::cli {

std::string version_text() { return fmt::format("incidents {} (data {})", INCIDENTS_VERSION, Extractor().data_hash()); }

}  // namespace incidents::cli
