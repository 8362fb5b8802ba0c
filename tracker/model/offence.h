// What somebody is accused of having done, as far as laws ask: when, how old, and the facts an act makes conditions of.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "tracker/base/date.h"
#include "tracker/model/event.h"
#include "tracker/model/law_codes.h"

namespace tracker::model {

/// Told in the file of a case, because defendants of one case are mostly accused of one act. What is not told is not
/// known: a fact in neither `holds` nor `fails` is unknown.
struct Offence {
  std::string id;
  std::vector<Ref> charges;     // article references it is about; empty: every charge of the case
  std::vector<Ref> defendants;  // empty: all
  std::optional<base::PartialDate> date;
  std::optional<Age> age;
  std::vector<std::string> holds;  // ids of conditions of amnesty acts
  std::vector<std::string> fails;
  Localised note;                      // how we know
  std::optional<Certainty> certainty;  // absent means high
  std::vector<Citation> sources;
  Position at;
};

}  // namespace tracker::model
