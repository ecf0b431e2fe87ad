#pragma once
/// Positions of a stretch of tokens as bits: bit i stands before the stretch's token i, the last behind all of them.
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace incidents {

template <std::size_t N>
class Positions {
 public:
  static constexpr std::uint32_t kSize = 64 * N;

  /// All below `end`.
  static Positions below(std::uint32_t end) {
    Positions result;
    for (std::size_t i = 0; i < N; ++i) {
      const std::uint32_t first = static_cast<std::uint32_t>(64 * i);
      if (end > first) result.words_[i] = end - first >= 64 ? ~std::uint64_t{0} : (std::uint64_t{1} << (end - first)) - 1;
    }
    return result;
  }

  void add(std::uint32_t at) { words_[at / 64] |= std::uint64_t{1} << at % 64; }
  bool has(std::uint32_t at) const { return (words_[at / 64] >> at % 64 & 1u) != 0; }
  bool empty() const {
    std::uint64_t any = 0;
    for (const std::uint64_t word : words_) any |= word;
    return any == 0;
  }

  Positions& operator&=(const Positions& other) {
    for (std::size_t i = 0; i < N; ++i) words_[i] &= other.words_[i];
    return *this;
  }
  Positions& operator|=(const Positions& other) {
    for (std::size_t i = 0; i < N; ++i) words_[i] |= other.words_[i];
    return *this;
  }
  friend Positions operator&(Positions a, const Positions& b) { return a &= b; }
  friend Positions operator|(Positions a, const Positions& b) { return a |= b; }
  /// Those of a that are not of b.
  friend Positions operator-(Positions a, const Positions& b) {
    for (std::size_t i = 0; i < N; ++i) a.words_[i] &= ~b.words_[i];
    return a;
  }
  /// Each position moved one token to the left; that of the first token falls out.
  Positions moved_left() const {
    Positions result;
    for (std::size_t i = 0; i < N; ++i) result.words_[i] = words_[i] >> 1 | (i + 1 < N ? words_[i + 1] << 63 : 0);
    return result;
  }
  /// Those that lie `least` to `most` tokens behind one of them.
  Positions behind(std::uint32_t least, std::uint32_t most) const {
    Positions result = moved_right(least);
    std::uint32_t left = most - least;
    for (std::uint32_t step = 1; left != 0; left -= step, step *= 2) {
      if (step > left) step = left;
      result |= result.moved_right(step);
    }
    return result;
  }
  /// Those that lie at least so many tokens behind one of them.
  Positions behind(std::uint32_t least) const {
    return empty() ? Positions{} : below(kSize) - below(first() + least);
  }
  /// The first of them; kSize where there are none.
  std::uint32_t first() const {
    std::uint32_t at = 0;
    for (const std::uint64_t word : words_) {
      if (word != 0) return at + static_cast<std::uint32_t>(std::countr_zero(word));
      at += 64;
    }
    return kSize;
  }
  /// All before the last of them.
  Positions before_last() const {
    for (std::size_t i = N; i-- > 0;) {
      if (words_[i] != 0) return below(static_cast<std::uint32_t>(64 * i + 63 - std::countl_zero(words_[i])));
    }
    return {};
  }

  /// Calls `visit` with each, in order.
  template <class Visit>
  void each(Visit visit) const {
    for (std::size_t i = 0; i < N; ++i) {
      for (std::uint64_t rest = words_[i]; rest != 0; rest &= rest - 1) {
        visit(static_cast<std::uint32_t>(64 * i) + static_cast<std::uint32_t>(std::countr_zero(rest)));
      }
    }
  }

 private:
  Positions moved_right(std::uint32_t by) const {
    Positions result;
    for (std::size_t i = by / 64; i < N; ++i) {
      const std::size_t from = i - by / 64;
      result.words_[i] = words_[from] << by % 64;
      if (by % 64 != 0 && from != 0) result.words_[i] |= words_[from - 1] >> (64 - by % 64);
    }
    return result;
  }

  std::array<std::uint64_t, N> words_{};
};

}  // namespace incidents
