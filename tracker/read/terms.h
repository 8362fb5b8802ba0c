// Lengths of time that may be a punishment: "two years and six months", "15 суток", "бір жарым жыл", "six and five years".
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/read/sentence.h"

namespace tracker::read {

struct Length {
  int months = 0;
  int days = 0;
  int hours = 0;
  friend bool operator==(const Length&, const Length&) = default;
};

struct Term {
  std::vector<Length> each;  // several for "six and five years"
  std::size_t begin = 0;     // tokens [begin, end)
  std::size_t end = 0;
};

/// Every term of the sentence, from left to right. Ages, points of time and ranges ("from five to ten years") are none.
std::vector<Term> find_terms(const Sentence& sentence, const Grammar& grammar);

struct FoundMoney {
  int amount = 0;
  std::string currency;  // ISO 4217
  std::size_t begin = 0, end = 0;
};
std::optional<FoundMoney> find_money(const Sentence& sentence, const Grammar& grammar);

}  // namespace tracker::read
