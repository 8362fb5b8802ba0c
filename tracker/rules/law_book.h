// The laws of a record, made ready for looking things up: which parts an article had on a day, how grave each is, what an
// act says of it. Nothing here knows a country: grades, classes and acts are what the files name.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/record.h"
#include "tracker/rules/fraction.h"

namespace tracker::rules {

/// First and last day that something can have been. Both ends may be those of the calendar (open).
struct DayRange {
  base::Day earliest{};
  base::Day latest{};

  static DayRange of(const base::PartialDate& date) { return {date.earliest(), date.latest()}; }
  static DayRange open();
  friend bool operator==(const DayRange&, const DayRange&) = default;
};

inline constexpr int kNoGrade = -1;
/// A set of classes of one code, one bit a class in the order of the file.
using ClassSet = std::uint32_t;
inline constexpr std::size_t kMostClasses = 32;

/// How grave a part is, as the grades of its code have it (for Kazakhstan: Criminal Code, articles 10, 11 and 22). The index
/// of the grade, lightest first; kNoGrade where the heaviest punishment is not known.
int grade_of(const model::Law& code, const model::ArticlePart& part);

struct Part {
  const model::ArticlePart* told = nullptr;
  int grade = kNoGrade;
  ClassSet classes = 0;                                    // of the whole part
  std::vector<std::pair<std::string_view, ClassSet>> clauses;  // further ones of single clauses
  DayRange valid;
};

struct BookArticle {
  const model::Article* told = nullptr;
  std::vector<Part> parts;
  /// Preparation and attempt: charged beside the article that was aimed at.
  bool is_inchoate() const;
};

struct Code {
  const model::Law* law = nullptr;
  std::unordered_map<std::string_view, BookArticle> articles;

  ClassSet classes_of(const std::vector<std::string>& ids) const;
  /// The index of a grade; kNoGrade for an unknown one.
  int grade(std::string_view id) const;
};

struct BookExclusion {
  const model::Exclusion* told = nullptr;
  ClassSet classes = 0;
  std::vector<const model::Recidivism*> recidivism;
};

struct BookEffect {
  const model::Effect* told = nullptr;
  std::uint32_t grades = 0;      // one bit a grade
  std::uint32_t situations = 0;  // one bit a situation
  Fraction fraction;             // zero: not known
};

struct BookReading {
  const model::ActReading* told = nullptr;
  std::vector<const BookExclusion*> widens;
};

struct Act {
  const model::Law* law = nullptr;
  const Code* code = nullptr;
  DayRange window;    // of the offence; up to the day it came into force where it says none
  DayRange in_force;  // of the act; the day of adoption where the other is not known
  bool has_window = false;
  std::vector<const model::Condition*> requires_facts;
  std::unordered_map<std::string_view, const model::ListEntry*> list;
  std::vector<BookExclusion> exclusions;
  std::vector<BookEffect> effects;
  std::vector<BookReading> readings;
};

/// Keeps pointers into the record, which must outlive it and stay where it is.
class LawBook {
 public:
  explicit LawBook(const model::Record& record);
  LawBook(LawBook&&) noexcept = default;
  LawBook& operator=(LawBook&&) noexcept = default;

  const Code* code(std::string_view id) const;
  /// In the order of the record.
  const std::vector<Act>& acts() const { return acts_; }
  const Act* act(std::string_view id) const;
  /// Every law of rules on terms for that code.
  std::vector<const model::Law*> rules_for(std::string_view code) const;

 private:
  std::unordered_map<std::string_view, Code> codes_;
  std::vector<Act> acts_;
  std::vector<const model::Law*> rules_;
};

/// The less certain of the two.
model::Certainty lower(model::Certainty a, model::Certainty b);

}  // namespace tracker::rules
