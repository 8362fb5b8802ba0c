// The numbers of court cases: CCCC-YY-00-T/N, as law-kz.md §4.1 describes them: court, year, a constant, the type of the
// proceedings with its Cyrillic suffix, and the number in the year, sometimes with a number in brackets for a matter that
// was severed or came back.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tracker::parse {

/// "7594-25-00-4а/12(2)" of "7594 – 25‑00 - 4A \ 12 (2)": small Cyrillic letters (also where Latin look-alikes stand),
/// hyphens, no spaces. Nothing where the whole text is no such number.
std::optional<std::string> normalised_case_number(std::string_view text);

struct FoundNumber {
  std::string number;  // normalised
  std::size_t begin = 0, end = 0;
};
/// All of a text, from left to right.
std::vector<FoundNumber> find_case_numbers(std::string_view text);

}  // namespace tracker::parse
