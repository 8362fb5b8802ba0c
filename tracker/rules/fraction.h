// Shares and rates as laws write them: "3/4", "3/2".
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace tracker::rules {

struct Fraction {
  int numerator = 0;
  int denominator = 1;

  bool is_zero() const { return numerator == 0; }
  double value() const { return static_cast<double>(numerator) / denominator; }
  std::string text() const { return std::to_string(numerator) + '/' + std::to_string(denominator); }
  friend bool operator==(const Fraction& a, const Fraction& b) {
    return a.numerator * b.denominator == b.numerator * a.denominator;
  }
};

/// Nothing where the text is not "n/d" with 0 < n ≤ 1000 and 0 < d ≤ 1000.
std::optional<Fraction> parse_fraction(std::string_view text);

}  // namespace tracker::rules
