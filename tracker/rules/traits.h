// What each type of event means for the fold, as one table: which axis it moves, and which rules look at it.
// A type that has no row moves nothing.
#pragma once

#include <optional>

#include "tracker/model/enums.h"

namespace tracker::rules {

/// How far an event reaches.
enum class Reach {
  Nothing,      // told beside the case; says nothing of the state
  State,        // bears on the state of the person
  Prosecution,  // the same, and it is a step of a criminal case: it should say of which
};

struct Traits {
  model::EventType type;
  Reach reach = Reach::Nothing;
  bool adds_charges = false;              // `charges` of the event are accusations from then on
  std::optional<model::Liberty> measure;  // a measure of a case: the next one of the case replaces it
  std::optional<model::Liberty> custody;  // a custody of the person, outside the measures of a case
};

/// The row of a type.
const Traits& traits_of(model::EventType type);

}  // namespace tracker::rules
