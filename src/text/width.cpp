#include "text/width.h"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

namespace incidents {
namespace {

/// Columns of the cluster that starts with `first`.
std::size_t cluster_width(UChar32 first) {
  switch (u_charType(first)) {
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return 0;
    default:
      break;
  }
  if (u_hasBinaryProperty(first, UCHAR_EMOJI_PRESENTATION)) return 2;
  const int width = u_getIntPropertyValue(first, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
  const bool printable_ascii = std::all_of(utf8.begin(), utf8.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
  if (printable_ascii) return utf8.size();
  const auto text = icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::BreakIterator> clusters(
      icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), status));
  if (U_FAILURE(status)) return static_cast<std::size_t>(text.countChar32());
  clusters->setText(text);
  std::size_t width = 0;
  for (int32_t at = clusters->first(); at < text.length(); at = clusters->next())
    width += cluster_width(text.char32At(at));
  return width;
}

}  // namespace incidents
