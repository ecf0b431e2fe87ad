// A number is read from left to right into groups, one for each multiplier of a thousand or more: (lakh group)
// (thousand group) (rest). A group is a coefficient, times a hundred perhaps, and a rest below a hundred. Multipliers
// fall; one that rises multiplies all that was read (das hazaar karor). Halves and quarters are coefficients like any
// other.
#include "mentions/numeral.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace incidents {
namespace {

constexpr double kHundred = 100;
constexpr double kThousand = 1000;
constexpr double kLakh = 100000;
constexpr double kCrore = 10000000;

/// 18.6 times 100,000 is 1,860,000, whatever the last bit of 18.6 says.
double snapped(double value) {
  const double whole = std::round(value);
  return std::abs(value) >= 1 && std::abs(value - whole) <= std::abs(value) * 1e-12 ? whole : value;
}

bool is_times(const Numeral& n) { return n.kind == NumeralKind::times || n.kind == NumeralKind::times_only; }

class Composer {
 public:
  explicit Composer(std::span<const Numeral> numerals) : numerals_(numerals) {}

  std::optional<ComposedNumber> compose() {
    if (numerals_.empty()) return std::nullopt;
    if (const auto special = take_special()) return special;
    const bool negative = at(0) == NumeralKind::minus;
    if (negative) ++next_;
    while (next_ < numerals_.size() && !done_ && take()) {
    }
    if (!started_) return std::nullopt;
    ComposedNumber out;
    out.low = total_low_ + group_low_;
    out.high = total_high_ + group_high_;
    out.ordinal = ordinal_;
    out.scale = scale_;
    if (!ordinal_) take_tail(out);
    out.low = snapped(out.low);
    out.high = snapped(out.high);
    if (negative) {
      std::swap(out.low, out.high);
      out.low = -out.low;
      out.high = -out.high;
    }
    if (out.low < out.high) out.sense = ComposedNumber::Sense::range;
    out.used = next_;
    return out;
  }

 private:
  std::optional<NumeralKind> at(std::size_t i) const {
    return i < numerals_.size() ? std::optional(numerals_[i].kind) : std::nullopt;
  }

  /// Words that stand alone or before multipliers only: dozens (vague), several, all.
  std::optional<ComposedNumber> take_special() {
    using Sense = ComposedNumber::Sense;
    const Numeral& first = numerals_[0];
    ComposedNumber out;
    out.low = out.high = first.value;
    out.used = 1;
    switch (first.kind) {
      case NumeralKind::all:
        out.sense = Sense::all;
        return out;
      case NumeralKind::vague:
        out.sense = Sense::vague;
        break;
      case NumeralKind::several:
        out.sense = Sense::several;
        break;
      default:
        return std::nullopt;
    }
    while (out.used < numerals_.size() &&
           (is_times(numerals_[out.used]) || numerals_[out.used].kind == NumeralKind::dozen)) {
      out.low *= numerals_[out.used++].value;
      out.scale = numerals_[out.used - 1].value;
      out.sense = Sense::vague;
    }
    out.high = std::numeric_limits<double>::infinity();
    return out;
  }

  /// Takes the next numeral if it can belong to the number.
  bool take() {
    const Numeral& n = numerals_[next_];
    switch (n.kind) {
      case NumeralKind::unit:
        return take_small(n.value, n.value, n);
      case NumeralKind::digits:
        return take_digits(n);
      case NumeralKind::half:
        return take_half(n);
      case NumeralKind::shift:
        return take_shift(n);
      case NumeralKind::times:
      case NumeralKind::times_only:
        return take_times(n);
      case NumeralKind::dozen:
        return take_dozen(n);
      case NumeralKind::point:
        return take_decimals();
      case NumeralKind::joint_and:
        return take_and();
      default:
        return false;
    }
  }

  /// True where the numeral is the coefficient of a multiplier that can be no part of this number: the second “two” of
  /// two lakh, two lakh. A rise is taken only where money is counted so: two thousand two hundred crore.
  bool begins_another(std::size_t i) const {
    if (!started_ || i + 1 >= numerals_.size() || !is_times(numerals_[i + 1])) return false;
    const double times = numerals_[i + 1].value;
    if (times == kHundred) return hundred_;
    return times >= last_times_ && !(last_times_ == kThousand && times >= kCrore);
  }

  bool take_small(double low, double high, const Numeral& n) {
    if (small_ || decimal_ || begins_another(next_)) return false;
    if (n.kind == NumeralKind::digits && low != std::floor(low)) decimal_ = true;
    group_low_ += low + shift_;
    group_high_ += high + shift_;
    shift_ = 0;
    small_ = true;
    started_ = true;
    scale_ = 1;
    ++next_;
    if (n.ordinal) finish_ordinal();
    return true;
  }

  bool take_digits(const Numeral& n) {
    if (started_) {
      const double limit = hundred_ ? kHundred : last_times_;
      if (small_ || decimal_ || n.value >= limit || n.high > n.value || n.value < 1) return false;
    }
    return take_small(n.value, n.high, n);
  }

  bool take_half(const Numeral& n) {
    if (small_ || hundred_) return false;
    if (n.value < 1) {  // half a dozen, half a lakh; never by itself
      const auto next = at(next_ + 1);
      const bool scaled = next && (*next == NumeralKind::dozen || is_times(numerals_[next_ + 1]));
      if (!scaled && numerals_.size() > next_ + 1) return false;
    }
    return take_small(n.value, n.value, n);
  }

  bool take_shift(const Numeral& n) {
    if (small_ || hundred_ || next_ + 1 >= numerals_.size()) return false;
    const Numeral& next = numerals_[next_ + 1];
    if (next.kind == NumeralKind::unit || (next.kind == NumeralKind::digits && next.high <= next.value)) {
      if (next.ordinal) return false;
      if (started_ && next.kind == NumeralKind::digits && next.value >= last_times_) return false;
      if (begins_another(next_ + 1)) return false;
      shift_ = n.value;
      ++next_;
      return true;
    }
    if ((is_times(next) || next.kind == NumeralKind::dozen) && n.value != 0.5) {
      take_small(1 + n.value, 1 + n.value, n);
      return true;
    }
    return false;
  }

  bool take_times(const Numeral& n) {
    if (!started_ && n.kind == NumeralKind::times_only && !n.ordinal) return false;
    const bool has_group = small_ || hundred_;
    if (n.value == kHundred) {
      if (hundred_ || (started_ && !small_)) return false;
      group_low_ = (small_ ? group_low_ : 1) * kHundred;
      group_high_ = (small_ ? group_high_ : 1) * kHundred;
      small_ = false;
      hundred_ = true;
    } else if (!started_) {
      total_low_ = total_high_ = n.value;
      last_times_ = n.value;
    } else if (n.value > last_times_ && last_times_ != kNoTimes) {
      close_group();
      total_low_ *= n.value;
      total_high_ *= n.value;
      last_times_ = n.value;
    } else if (has_group && n.value < last_times_) {
      total_low_ += group_low_ * n.value;
      total_high_ += group_high_ * n.value;
      last_times_ = n.value;
      clear_group();
    } else {
      return false;
    }
    started_ = true;
    scale_ = n.value;
    ++next_;
    if (n.ordinal) finish_ordinal();
    return true;
  }

  bool take_dozen(const Numeral& n) {
    if (total_low_ != 0 || hundred_) return false;
    group_low_ = (small_ ? group_low_ : 1) * n.value;
    group_high_ = (small_ ? group_high_ : 1) * n.value;
    started_ = true;
    done_ = true;
    scale_ = n.value;
    ++next_;
    return true;
  }

  /// “point five zero”: each word is a digit, or several when it is ten and more.
  bool take_decimals() {
    if (!small_ && !hundred_) return false;
    std::size_t i = next_ + 1;
    double place = 1;
    double fraction = 0;
    while (i < numerals_.size() && !numerals_[i].ordinal) {
      const Numeral& n = numerals_[i];
      const bool digit = (n.kind == NumeralKind::unit || n.kind == NumeralKind::digits) && n.high <= n.value;
      if (!digit || n.value >= kHundred) break;
      place /= n.value >= 10 ? 100 : 10;
      fraction += n.value * place;
      ++i;
    }
    if (i == next_ + 1) return false;
    group_low_ += fraction;
    group_high_ += fraction;
    small_ = true;
    next_ = i;
    return true;
  }

  /// “three hundred and one”: only behind a multiplier, and only for what is clearly its rest. “Two hundred and three
  /// hundred” are two numbers.
  bool take_and() {
    if (!started_ || small_) return false;
    const auto rest = Composer(numerals_.subspan(next_ + 1)).compose();
    if (!rest || rest->sense != ComposedNumber::Sense::exact || rest->low < 1) return false;
    const double limit = hundred_ || last_times_ < kLakh ? kHundred : last_times_;
    if (rest->low >= limit) return false;
    group_low_ += rest->low;
    group_high_ += rest->high;
    ordinal_ = rest->ordinal;
    next_ += 1 + rest->used;
    small_ = true;
    done_ = true;
    scale_ = 1;
    return true;
  }

  /// Fractions behind a finished number: over, part, “exactly one over two”, “and two thirds”.
  void take_tail(ComposedNumber& out) {
    if (at(next_) == NumeralKind::part) {
      out.low /= numerals_[next_].value;
      out.high /= numerals_[next_].value;
      ++next_;
      return;
    }
    if (at(next_) == NumeralKind::over) {
      const auto below = Composer(numerals_.subspan(next_ + 1)).compose();
      if (!below || below->low == 0) return;
      out.low /= below->low;
      out.high /= below->low;
      next_ += 1 + below->used;
      return;
    }
    if (at(next_) == NumeralKind::exactly || at(next_) == NumeralKind::joint_and) {
      const auto fraction = Composer(numerals_.subspan(next_ + 1)).compose();
      if (!fraction || fraction->low <= 0 || fraction->low >= 1) return;
      out.low += fraction->low;
      out.high += fraction->low;
      next_ += 1 + fraction->used;
    }
  }

  void close_group() {
    total_low_ += group_low_;
    total_high_ += group_high_;
    clear_group();
  }

  void clear_group() {
    group_low_ = group_high_ = 0;
    small_ = hundred_ = false;
  }

  void finish_ordinal() {
    ordinal_ = true;
    done_ = true;
  }

  static constexpr double kNoTimes = std::numeric_limits<double>::infinity();

  std::span<const Numeral> numerals_;
  std::size_t next_ = 0;
  double total_low_ = 0, total_high_ = 0;
  double group_low_ = 0, group_high_ = 0;
  double shift_ = 0;
  double last_times_ = kNoTimes;
  double scale_ = 1;
  bool small_ = false;    ///< the group has its part below a hundred
  bool hundred_ = false;  ///< the group has its hundreds
  bool started_ = false;
  bool done_ = false;
  bool ordinal_ = false;
  bool decimal_ = false;  ///< 2.5 lakh has no rest
};

}  // namespace

std::optional<ComposedNumber> compose_numerals(std::span<const Numeral> numerals) {
  return Composer(numerals).compose();
}

}  // namespace incidents
