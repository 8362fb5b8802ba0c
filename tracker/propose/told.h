// A statement together with where it stands: what the index keeps of a page that was read, and what proposals are made of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/read/statement.h"

namespace tracker::propose {

struct Told {
  read::Statement said;      // `at` and `paragraph` are of the text that was read
  std::string source;        // id
  std::string independence;  // sources of one group count once; the source's id where it names none
  std::string url;           // of the page
  std::string snapshot;      // SHA-256 of the archived bytes, hexadecimal
  std::string language;
  std::optional<base::PartialDate> published;
  std::string paragraph;     // exact words around the quotation
  read::Span quote;          // of the quotation in `paragraph`
  std::vector<std::string> delicate;  // what in the quotation is never accepted in bulk (read::Lexicons::cautions_in); not kept
                                      // in the index, so that a new word in the lexicon counts at once
};

}  // namespace tracker::propose
