#pragma once
/// The decoded text behind the tokens: gives the words of a token range and their offsets in the unit asked for.
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "incidents/extractor.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents {

class SourceText {
 public:
  /// All arguments must outlive the view; `decoded` is valid UTF-8.
  void reset(std::string_view decoded, const OffsetMap& map, std::span<const Token> tokens, OffsetUnit unit);

  /// The words of tokens [begin, end) as they stand in the decoded text. Empty for an empty range.
  std::string_view text(std::uint32_t begin, std::uint32_t end) const;
  /// Their half-open offsets in the unit.
  Span span(std::uint32_t begin, std::uint32_t end) const;
  /// A byte offset of the decoded text in the unit.
  std::uint32_t offset(std::uint32_t byte) const;
  /// Length of the decoded text in code points, whatever the unit.
  std::uint32_t code_points() const { return code_points_; }

 private:
  std::string_view decoded_;
  const OffsetMap* map_ = nullptr;
  std::span<const Token> tokens_;
  OffsetUnit unit_ = OffsetUnit::code_points;
  std::uint32_t code_points_ = 0;
  std::vector<std::uint32_t> before_block_;  ///< units before each block of kBlock bytes
};

}  // namespace incidents
