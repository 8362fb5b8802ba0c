// The ladder of charges: step by step which articles were brought, put in place of others, dropped, and which
// led to a conviction.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// One list a case with a step a change of the charges; nothing for a case with fewer than two steps.
Html ladder_of(const Context& context, const std::vector<tracker::model::SituatedEvent>& events);

}  // namespace sitegen::page
