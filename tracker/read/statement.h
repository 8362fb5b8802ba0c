// What a source says of one person, with its exact words: the value that reading makes and that matching, review and
// the `extract` command take. Nothing here is a fact of the record; a person decides about that.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/model/event.h"

namespace tracker::read {

/// Bytes [begin, end) of the text that was read (UTF-8).
struct Span {
  std::size_t begin = 0;
  std::size_t end = 0;
  friend bool operator==(const Span&, const Span&) = default;
};

struct Statement {
  std::string person;                      // the name as the source writes it, in its nominative where we know it
  std::string person_id;                   // who of the list it can only be by name; empty: nobody, or several
  std::vector<std::string> candidates;     // ids that the name alone could mean
  model::EventType event = model::EventType::Other;
  std::optional<base::PartialDate> date;   // of the event, never later than the day of publication but for hearings
  std::vector<std::string> articles;       // "405.2", "174"; number and part, without the code and without points
  std::optional<model::Sentence> sentence; // kind, months or days, fine; absent where no term is said
  std::string court;                       // as written
  std::string place;                       // as written
  std::string role;                        // "defendant", "convict", …: why this is a subject
  bool background = false;                 // told as history: an event of its own date, not news
  std::string quote;                       // exact words of the source
  Span at;                                 // of the quote
  Span paragraph;                          // around it
  double confidence = 0;                   // 0 to 1, from the rule and what it found
  std::string rule;                        // id in content/lexicon
};

}  // namespace tracker::read
