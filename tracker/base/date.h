// A civil date that may be partial, written in EDTF (ISO 8601-2:2019, Library of Congress profile): all of level 0 that
// has no time of day, and these forms of level 1: qualified dates (`2022-06~` about, `?` uncertain, `%` both), intervals
// with qualified ends, and open or unknown ends (`2022-02/..`, `../2022-03`, `2022-02/`).
//
//   2022   2022-06   2022-06-15   2022-06~   2022-02/2022-03
//
// Every value stands for a range of days, and that range is what rules compute with.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "tracker/base/instant.h"

namespace tracker::base {

enum class Precision { Year, Month, Day, Interval };

class PartialDate {
 public:
  /// The value, or nothing; then `why` (if given) says what is wrong in words for the person who wrote it.
  static std::optional<PartialDate> parse(std::string_view text, std::string* why = nullptr);
  static PartialDate on(Day day);

  /// The text it was read from; parsing it again gives an equal value.
  const std::string& edtf() const { return text_; }
  /// First and last day that the text allows. An open or unknown end is 0001-01-01 or 9999-12-31.
  Day earliest() const { return earliest_; }
  Day latest() const { return latest_; }
  Precision precision() const { return precision_; }
  /// `~` or `%` stands anywhere in the text.
  bool is_approximate() const { return approximate_; }
  /// `?` or `%` stands anywhere in the text.
  bool is_uncertain() const { return uncertain_; }
  /// One day is meant and it is known.
  bool is_exact() const { return earliest_ == latest_ && !approximate_ && !uncertain_; }
  bool has_open_end() const;

  /// By earliest day, then latest day, then text: a total order that puts "2022" before "2022-01-02".
  friend std::strong_ordering operator<=>(const PartialDate& a, const PartialDate& b);
  friend bool operator==(const PartialDate& a, const PartialDate& b) { return a.text_ == b.text_; }

 private:
  std::string text_;
  Day earliest_{};
  Day latest_{};
  Precision precision_ = Precision::Day;
  bool approximate_ = false;
  bool uncertain_ = false;
};

/// Every day of `a` lies before every day of `b`.
bool surely_before(const PartialDate& a, const PartialDate& b);

/// The day `months` later; the last day of the month where that day does not exist (31 January + 1 = 28 February).
Day add_months(Day day, int months);

}  // namespace tracker::base
