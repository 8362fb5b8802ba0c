// Whom the statements are about: first the people of a page, then those of several pages together, each against the list.
// Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "tracker/match/identity.h"
#include "tracker/propose/event_of.h"
#include "tracker/propose/told.h"

namespace tracker::propose {

struct Line {
  const Told* told = nullptr;
  Converted converted;
};

struct Subject {
  std::string name;      // the fullest form
  std::string language;  // of it
  std::string role;
  std::string key;       // folded words of the name, sorted: what ids are made of
  match::Sought sought;  // of the page that says most
  match::Identity identity;
  std::vector<Line> lines;
};

/// In order of key. Statements of one page that name somebody in two ways are one person's; people of two pages are one
/// where the list says so, or where name and something beside it agree.
std::vector<Subject> subjects_of(const model::Record& record, const match::Identifier& identifier,
                                 const std::vector<Told>& told);

}  // namespace tracker::propose
