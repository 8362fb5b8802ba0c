// One charge under one act, for one part that it can mean: the steps and what they come to. Private to this folder.
#pragma once

#include <vector>

#include "tracker/rules/assess.h"

namespace tracker::rules {

struct Judged {
  std::vector<Verdict> readings;  // one a reading of the act, in its order
  Verdict plain;                  // of the charge alone, whatever else the person did
  Verdict if_met;                 // what the act does once everything that is not known is met; `plain` where it is shut
  std::vector<Step> steps;
};

/// `part` is null where the charge means no part that is known.
Judged judge(const Act& act, const Subject& subject, const ChargeFacts& charge, const Part* part);

}  // namespace tracker::rules
