// Lines of a court's schedule or list of cases as statements: a hearing that is scheduled, was held, or was adjourned. A
// court lists everybody, so only those whom the list knows by name are told of; who it is, is then asked as of any page.
#pragma once

#include <vector>

#include "tracker/match/names.h"
#include "tracker/parse/court_row.h"
#include "tracker/propose/told.h"

namespace tracker::propose {

/// `page` has the source, address, snapshot and language of the table; `seen` is the day it was fetched: a hearing of an
/// earlier day was held, unless the court says otherwise.
std::vector<Told> told_of_rows(const std::vector<parse::CourtRow>& rows, const match::Names& names, const Told& page,
                               base::Day seen);

}  // namespace tracker::propose
