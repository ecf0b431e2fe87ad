#include "text/source_text.h"

namespace incidents {
namespace {

constexpr std::uint32_t kBlock = 64;  // bytes between two stored counts: a look-up scans at most this many

bool starts_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }

std::uint32_t utf16_length(char first_byte) { return static_cast<unsigned char>(first_byte) >= 0xF0 ? 2u : 1u; }

std::uint32_t units_in(std::string_view bytes, OffsetUnit unit) {
  if (unit == OffsetUnit::bytes) return static_cast<std::uint32_t>(bytes.size());
  std::uint32_t count = 0;
  for (char c : bytes) {
    if (starts_character(c)) count += unit == OffsetUnit::utf16 ? utf16_length(c) : 1u;
  }
  return count;
}

}  // namespace

void SourceText::reset(std::string_view decoded, const OffsetMap& map, std::span<const Token> tokens,
                       OffsetUnit unit) {
  decoded_ = decoded;
  map_ = &map;
  tokens_ = tokens;
  unit_ = unit;
  before_block_.clear();
  code_points_ = 0;
  std::uint32_t units = 0;
  for (std::size_t i = 0; i < decoded.size(); i += kBlock) {
    before_block_.push_back(units);
    const auto block = decoded.substr(i, kBlock);
    units += units_in(block, unit);
    code_points_ += units_in(block, OffsetUnit::code_points);
  }
  before_block_.push_back(units);
}

std::string_view SourceText::text(std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return {};
  const SourceRange range = map_->source(tokens_[begin].begin, tokens_[end - 1].end);
  return decoded_.substr(range.begin, range.end - range.begin);
}

Span SourceText::span(std::uint32_t begin, std::uint32_t end) const {
  if (begin >= end) return {};
  const SourceRange range = map_->source(tokens_[begin].begin, tokens_[end - 1].end);
  return {offset(range.begin), offset(range.end)};
}

std::uint32_t SourceText::offset(std::uint32_t byte) const {
  if (unit_ == OffsetUnit::bytes) return byte;
  const auto block = byte / kBlock;
  return before_block_[block] + units_in(decoded_.substr(block * kBlock, byte - block * kBlock), unit_);
}

}  // namespace incidents
