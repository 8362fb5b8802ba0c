// Numbers in words and figures: "2 1/2", "полтора", "он сегіз", "three and a half", "үш жүз төртінші".
#pragma once

#include <cstddef>
#include <optional>

#include "tracker/read/sentence.h"

namespace tracker::read {

struct FoundNumber {
  double value = 0;
  std::size_t end = 0;  // token after it
};

/// The number that begins at this token.
std::optional<FoundNumber> number_at(const Sentence& sentence, std::size_t token, const Grammar& grammar);

/// Value of one word, "twenty-five" too; nothing for what is no number.
std::optional<double> number_in(std::string_view word, const Grammar& grammar);

}  // namespace tracker::read
