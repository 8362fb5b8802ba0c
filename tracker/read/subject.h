// To whom an event of a sentence happened.
#pragma once

#include <vector>

#include "tracker/read/events.h"
#include "tracker/read/story.h"

namespace tracker::read {

struct Subject {
  std::vector<std::size_t> people;
  bool direct = false;    // named in the sentence
  bool later = false;     // somebody or a group that the text has not named yet
  int count = 0;          // of such a group; 0 for one person or where not said
  bool unknown_group = false;  // people whom the text does not name: "they" is them from here on
  bool several = false;   // such a group
};

Subject find_subject(const FoundEvent& event, const Shape& shape, const Story& story, const People& people);

}  // namespace tracker::read
