#pragma once
/// What holds of the text layer for any bytes: shared by the fuzz target and the test over random bytes.
#include <string>
#include <string_view>

#include "text/decode.h"
#include "text/normalise.h"
#include "text/tokenise.h"

namespace incidents {

inline bool is_code_point_boundary(std::string_view text, std::size_t at) {
  return at == text.size() || (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80);
}

/// The first invariant that `bytes` break; "" when all hold.
inline std::string broken_invariant(std::string_view bytes) {
  const std::string text = decode(bytes).text;
  if (!bytes.starts_with("\xFF\xFE") && !bytes.starts_with("\xFE\xFF") && decode(text).text != text &&
      !text.starts_with("\xEF\xBB\xBF")) {
    return "decoding yields UTF-8";
  }
  std::string normal;
  OffsetMap map;
  normalise(text, normal, map);
  if (normalise(normal) != normal) return "normalise is idempotent";
  if (map.normal_size() != normal.size() || map.source_size() != text.size()) return "the map covers both texts";
  Tokens tokens;
  tokenise(normal, tokens, {.abbreviations = nullptr, .capitals = map.capitals()});
  std::uint32_t source_end = 0;
  std::uint32_t end = 0;
  for (const Token& token : tokens.tokens) {
    if (token.begin < end || token.end <= token.begin) return "tokens are in order and not empty";
    if (normal.substr(end, token.begin - end).find_first_not_of(" \n") != std::string::npos) {
      return "only blanks stand between tokens";
    }
    const SourceRange range = map.source(token.begin, token.end);
    if (range.begin >= range.end || range.begin < source_end) return "tokens come from the source in order";
    if (!is_code_point_boundary(text, range.begin) || !is_code_point_boundary(text, range.end)) {
      return "tokens come from whole code points";
    }
    end = token.end;
    source_end = range.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : tokens.sentences) {
    if (sentence.first != next || sentence.last <= sentence.first) return "sentences cover the tokens";
    next = sentence.last;
  }
  return next == tokens.tokens.size() ? "" : "sentences cover the tokens";
}

}  // namespace incidents
