// One language of content/lexicon, compiled: words by class, and patterns as RE2.
#pragma once

#include <re2/re2.h>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "tracker/base/finding.h"
#include "tracker/model/enums.h"
#include "tracker/model/lexicon.h"
#include "tracker/read/sieve.h"

namespace tracker::read {

/// What a word can be. A word may be several things.
enum class Class : std::uint8_t {
  Abbreviation, Month, Weekday, UnitYear, UnitMonth, UnitDay, UnitHour, TermNoun, Number,
  ArticleWord, PartWord, PointWord, CodeWord, ForeignCode, Same, And, To, Of, He, She, They, The, RoleSubject, RoleGroup, RoleOfficial,
  RoleBeside, Profession, NotName, Organisation, Given, Particle, Honorific, Place, Currency, Half, Own, Each, Court, Later, Former, Ours, Others, UnitAlone, BeforeUnit, More, Punishment, Count,
};
/// The key of [words] that fills a class: "role.official"; empty for what is made of other keys.
std::string_view key_of(Class which);

struct WordInfo {
  std::uint64_t classes = 0;
  int index = 0;      // which month (1 to 12) or weekday (1 Monday)
  double number = 0;  // value of a number word
  std::string currency;
  bool is(Class which) const { return (classes >> static_cast<unsigned>(which)) & 1; }
};

enum class SubjectAt { Before, After, Either, Around, Inside, Topic };

struct Rule {
  model::LexiconRule source;
  model::EventType event = model::EventType::Other;
  SubjectAt subject = SubjectAt::Before;
  std::optional<model::SentenceKind> kind;
  std::unique_ptr<re2::RE2> pattern;
  std::unique_ptr<re2::RE2> not_after;
};

struct DateRule {
  model::LexiconDate source;
  std::unique_ptr<re2::RE2> pattern;
  int day = 0, month = 0, year = 0, weekday = 0, number = 0;  // groups; 0: has none
};

struct ValuePattern {
  std::string value;
  std::unique_ptr<re2::RE2> pattern;
};

struct CautionRule {
  model::LexiconCaution source;
  std::unique_ptr<re2::RE2> pattern;
};

/// What a [[caution]] may be of; `propose` has one reason to look closely for each.
inline constexpr std::array<std::string_view, 5> kCautions = {"death", "torture", "minor", "health", "designation"};

struct Grammar {
  std::string language;
  std::vector<Rule> rules;
  std::vector<DateRule> dates;
  std::vector<ValuePattern> kinds;
  std::vector<ValuePattern> guards;
  std::vector<CautionRule> cautions;
  struct Sieves {
    Sieve rules, dates, kinds, guards;
  } sieves;  // pattern n of each is entry n of the list above
  std::vector<std::string> surname_endings;
  std::vector<std::pair<std::string, Class>> fused;  // "летн" of "шестилетний", with the unit it means
  std::unordered_set<std::string> given;  // keys (tracker/match) of given names
  std::unique_ptr<re2::RE2> anchors;  // of bytes: a paragraph where it finds nothing tells of no event

  /// By the whole word, else by the longest beginning that stands as "begin*". Null for a word of no class.
  const WordInfo* look_up(std::string_view word) const;
  const WordInfo* look_up_beginning(std::string_view word) const;
  bool has_surname_ending(std::string_view word) const;

  /// Looked up by views: a lookup makes no string.
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>{}(word); }
  };
  using Words = std::unordered_map<std::string, WordInfo, Hash, std::equal_to<>>;
  Words whole;
  Words beginnings;
  std::vector<std::size_t> beginning_lengths;  // in bytes, longest first
};

/// Compiles one lexicon; what is wrong with it is said with its file and line.
std::unique_ptr<Grammar> compile(const model::Lexicon& lexicon, base::Findings& findings);

}  // namespace tracker::read
