#include "tracker/rules/fraction.h"

#include <charconv>

namespace tracker::rules {

std::optional<Fraction> parse_fraction(std::string_view text) {
  static constexpr int kLargest = 1000;
  Fraction fraction;
  const char* const end = text.data() + text.size();
  const auto first = std::from_chars(text.data(), end, fraction.numerator);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '/') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, fraction.denominator);
  if (second.ec != std::errc() || second.ptr != end) return std::nullopt;
  const auto fits = [](int value) { return value > 0 && value <= kLargest; };
  if (!fits(fraction.numerator) || !fits(fraction.denominator)) return std::nullopt;
  return fraction;
}

}  // namespace tracker::rules
