#pragma once
/// Bytes as they come → valid UTF-8. The decoded text is what all offsets of the output refer to.
#include <string>
#include <string_view>
#include <vector>

#include "incidents/error.h"

namespace incidents {

struct Decoded {
  std::string text;  ///< valid UTF-8, without a byte order mark
  std::vector<Diagnostic> diagnostics;
};

/// Total. UTF-8 (with or without BOM) and UTF-16 with BOM; each malformed sequence becomes one U+FFFD and is counted
/// in one Diagnostic.
Decoded decode(std::string_view bytes);

/// True for bytes that are no text: NULs or many control bytes in the first 8 KiB, where no UTF-16 BOM explains them.
bool looks_binary(std::string_view bytes);

}  // namespace incidents
