// What the pieces of an assessment share. Private to this folder.
#pragma once

#include "tracker/rules/assess.h"

namespace tracker::rules {

/// All have to hold: one No is No, else one Unknown is Unknown.
model::Answer all_of(model::Answer a, model::Answer b);
/// One is enough.
model::Answer any_of(model::Answer a, model::Answer b);

/// Does `classes` of the part, or of the clause charged, meet `wanted`? Unknown where only a clause has it and the clause
/// is not told.
model::Answer has_class(const ChargeFacts& charge, const Part& part, ClassSet wanted);
/// The same over every part that the charge can mean.
model::Answer has_class(const ChargeFacts& charge, ClassSet wanted);

/// Is the person a repeat offender by that rule, for this part of this charge? (Computed from the convictions of the
/// record. Convictions in childhood do not count, nor those that were lifted or extinguished before the act was done: for
/// Kazakhstan Criminal Code, article 14, part 3.)
model::Answer is_repeat(const model::Recidivism& rule, const Subject& subject, const ChargeFacts& charge,
                        const Part& part);

/// Where the charge can have stood on the day the act came into force. Empty: it was gone by then.
std::vector<model::Situation> situations(const Act& act, const ChargeFacts& charge);

}  // namespace tracker::rules
