// Counts the people of a record by what their statuses say.
#pragma once

#include <vector>

#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/model/totals.h"

namespace tracker::rules {

/// `statuses` is one a person, in the record's order.
model::Totals totals_of(const model::Record& record, const std::vector<model::Status>& statuses, base::Day as_of);

}  // namespace tracker::rules
