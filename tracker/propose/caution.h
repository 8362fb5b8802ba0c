// What is never accepted in bulk (design §9). Private to this folder.
#pragma once

#include <vector>

#include "tracker/propose/proposal.h"

namespace tracker::propose {

/// By the type of the event, by the words around the quotations, by the age of the person, and by what is not certain.
std::vector<Caution> cautions_of(const model::Record& record, const Proposal& proposal);

}  // namespace tracker::propose
