// What the reader knows of one language, as content/lexicon/<language>.toml says it. Content, but no part of versions.
//
// Patterns are RE2 and are tried on a sentence in its plain form: lower case, words and signs with one space between, and
// one capital letter in place of every mention: P person, D date, T term, A article, C court, N somebody by role ("the
// activist"), G several by role or number ("the three activists"), R somebody who is no subject (judge, lawyer, …).
// "%name%" in a pattern stands for the pattern of that name in [macro].
#pragma once

#include <map>
#include <string>
#include <vector>

#include "tracker/model/text.h"

namespace tracker::model {

/// One way to say that something happened.
struct LexiconRule {
  std::string id;
  std::string event;                // code of model::EventType
  std::string pattern;
  std::string not_after;            // what stands right before, with its blank, where this is no event ("the ")
  std::string subject = "before";   // where whom it happened to stands: before, after, either (after, else before), around
                                    // (before, else after), inside (in the pattern), topic (whom the paragraph is about)
  std::string term;                 // "required", "none"; empty: taken where there is one
  std::string articles;             // "none"; empty: taken
  std::string date;                 // "none": the words tell of a stay or of an end, not of the day of the event
  std::string kind;                 // sentence kind, where the words say it
  int nth = 0;                      // "the second charge": which of the articles told before
  bool background = false;          // the words tell it as history ("had earlier been convicted")
  bool again = false;               // never the same as another one of the text ("further charges")
  std::vector<std::string> match;   // sentences that must give the event
  std::vector<std::string> never;   // sentences that must not
  Position at;
};

/// A way to write a date; the named groups of the pattern say what it has: day, month, year, weekday, number.
struct LexiconDate {
  std::string pattern;
  std::string base;       // "published", "previous" (the date told before), empty: as written
  int days = 0, months = 0, years = 0;  // from there, later
  bool earlier = false;                 // … or earlier
  bool capital = false;   // the word is capitalised, or it is no date ("May")
  std::string precision;  // "day", "month", "year"; empty: what is written
  std::vector<std::string> match;  // "text => 2022-06" with 2023-03-06 as the day of publication
  Position at;
};

/// A pattern with a value. Of a term: imprisonment, restricted_freedom, suspended, …, or "no" where it is no punishment. Of
/// a guard: where it is looked for ("left" up to the event, "right" from it, "inside" it, "clause", "sentence"), or "not_subject": the
/// person in it is no subject of a case.
struct LexiconPattern {
  std::string value;
  std::string pattern;
  Position at;
};

/// Words of what is never accepted in bulk (design §9): "death", "torture", "minor", "health" or "designation".
struct LexiconCaution {
  std::string value;
  std::string pattern;             // tried on the plain form, without letters for mentions
  std::vector<std::string> match;  // sentences that must be marked
  std::vector<std::string> never;  // sentences that must not
  Position at;
};

struct Lexicon {
  std::string language;
  std::map<std::string, std::vector<std::string>, std::less<>> words;  // by class: "abbreviation", "month.1", "role.judge"
  std::map<std::string, double, std::less<>> numbers;                  // "five" = 5, "half" = 0.5
  std::map<std::string, std::string, std::less<>> macros;
  std::vector<LexiconRule> rules;
  std::vector<LexiconDate> dates;
  std::vector<LexiconPattern> kinds;   // of terms
  std::vector<LexiconPattern> guards;  // what takes a statement away: requested, possible, negated, …
  std::vector<LexiconCaution> cautions;
  std::string file;
  Position at;
};

}  // namespace tracker::model
