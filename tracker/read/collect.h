// One statement for what a text tells twice.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/read/statement.h"

namespace tracker::read {

/// A statement that may still learn from others of its text.
struct Draft {
  Statement statement;
  std::size_t person = 0;       // in People
  std::size_t paragraph = 0;
  std::size_t entry = 0;        // which entry of a list; 0 for none
  bool again = false;           // a further one of its kind, never the same as another
  std::vector<std::string> named_by_words;  // articles, by the text's own glossary
  int nth = 0;                  // of the articles told before; 0 for all
  bool guessed = false;         // the date is the day of publication, because nothing else was said
  bool own_date = false;        // the sentence itself says when
  bool later = false;           // "subsequently": some time after what was told before
};

/// Fills what a statement leaves open from its twin (convicted and sentenced are one day), joins statements of one person
/// and event that do not contradict each other, and sorts by place in the text.
std::vector<Statement> collect(std::vector<Draft> drafts);

}  // namespace tracker::read
