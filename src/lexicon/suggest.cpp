#include "lexicon/suggest.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace incidents {
namespace {

std::u32string code_points(std::string_view utf8) {
  std::u32string out;
  for (const char c : utf8) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0u) == 0x80u && !out.empty()) {
      out.back() = (out.back() << 6) | (byte & 0x3Fu);
    } else {
      out.push_back(byte);
    }
  }
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  const std::u32string x = code_points(a);
  const std::u32string y = code_points(b);
  std::vector<std::size_t> before_last(y.size() + 1);
  std::vector<std::size_t> last(y.size() + 1);
  std::vector<std::size_t> row(y.size() + 1);
  std::iota(last.begin(), last.end(), std::size_t{0});
  for (std::size_t i = 1; i <= x.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= y.size(); ++j) {
      const std::size_t substitution = last[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, substitution});
      if (i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1]) {
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      }
    }
    std::swap(before_last, last);
    std::swap(last, row);
  }
  return last[y.size()];
}

std::string nearest(std::string_view name, std::span<const std::string_view> candidates) {
  const std::size_t length = code_points(name).size();
  std::size_t best = std::max<std::size_t>(1, length / 3) + 1;
  std::string_view found;
  for (const std::string_view candidate : candidates) {
    // A UTF-8 length that differs by more than four bytes an edit cannot be near: spares most of the work.
    const std::size_t gap = candidate.size() > name.size() ? candidate.size() - name.size()
                                                           : name.size() - candidate.size();
    if (gap > 4 * best || candidate.empty()) continue;
    const std::size_t distance = edit_distance(name, candidate);
    if (distance < best) {
      best = distance;
      found = candidate;
    }
  }
  return std::string(found);
}

std::string did_you_mean(std::string_view name, std::span<const std::string_view> candidates) {
  const std::string found = nearest(name, candidates);
  return found.empty() ? std::string() : "; did you mean '" + found + "'?";
}

}  // namespace incidents
