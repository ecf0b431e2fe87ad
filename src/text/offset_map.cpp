#include <algorithm>

#include "text/normalise.h"

namespace incidents {

const OffsetMap::Run& OffsetMap::run_at(std::uint32_t normal) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end() - 1, normal,
                                      [](std::uint32_t offset, const Run& run) { return offset < run.normal; });
  return after == runs_.begin() ? *after : *(after - 1);
}

SourceRange OffsetMap::source(std::uint32_t begin, std::uint32_t end) const {
  if (runs_.size() < 2) return {};
  const Run& first = run_at(begin);
  const std::uint32_t source_begin =
      first.block || begin >= normal_size() ? first.source : first.source + (begin - first.normal);
  if (end <= begin) return {source_begin, source_begin};
  const Run& final = run_at(end - 1);
  const std::uint32_t source_end = final.block ? (&final)[1].source : final.source + (end - final.normal);
  return {source_begin, source_end};
}

}  // namespace incidents
