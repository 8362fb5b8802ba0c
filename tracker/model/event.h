// One dated thing that happened to a person or in a case. Everything that is said of a person's state is folded from
// events; nothing else holds a status.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/model/enums.h"
#include "tracker/model/text.h"

namespace tracker::model {

/// Where a statement stands in a source.
struct Citation {
  Ref source;
  std::string locator;   // "ch. 3", "p. 12": where in the document
  std::string quote;     // exact words of the source
  std::string url;       // of this statement, where it differs from the source's
  std::string snapshot;  // SHA-256 of the archived bytes, 64 hexadecimal digits
  friend bool operator==(const Citation&, const Citation&) = default;
};

struct Money {
  std::optional<int> amount;  // in whole units of the currency
  std::optional<int> up_to;   // where the source gives a range
  std::string currency;       // ISO 4217
  friend bool operator==(const Money&, const Money&) = default;
};

struct Sentence {
  std::optional<SentenceKind> kind;
  std::optional<int> months;        // length of the main punishment
  std::optional<int> days;          // the same where it is counted in days
  std::optional<int> ban_months;    // ban on activities beside the main punishment
  Localised ban;                    // what is banned
  std::optional<int> labour_hours;
  std::optional<Money> fine;
  friend bool operator==(const Sentence&, const Sentence&) = default;
};

struct Event {
  std::string id;  // unique in its file: "e1"
  EventType type = EventType::Other;
  std::optional<base::PartialDate> date;  // absent: not known, and said so
  std::optional<base::PartialDate> until;
  int order = 0;  // breaks a tie between events of one date; small before large
  Ref case_id;
  std::vector<Ref> defendants;  // of an event in a case file: whom it concerns; empty means all
  std::vector<Ref> charges;     // article references
  std::vector<Ref> replaces;
  Ref place;
  Ref court;
  std::optional<int> days;
  std::optional<Sentence> sentence;
  std::optional<Money> fine;
  Ref act;  // amnesty act
  std::optional<AmnestyEffect> effect;
  Localised text;  // in our own words, where type and fields do not say it all
  Localised note;
  std::optional<Certainty> certainty;  // absent means high
  std::string original;                // what a source got wrong …
  std::string corrected;               // … and what is right; `note` says how we know
  std::vector<Citation> sources;       // at least one
  Position at;

  friend bool operator==(const Event& a, const Event& b);
};

}  // namespace tracker::model
