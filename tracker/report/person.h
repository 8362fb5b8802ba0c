// A person as one JSON object: the contract of `tracker list --json` and `tracker show --json`, and the lines of the
// site's JSON Lines download. One place, so that the command and the site can never say different things.
#pragma once

#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/model/status.h"

namespace tracker::report {

/// {id, name, names, also, status, liberty, stage, deprived_of_liberty, since, last_confirmed, …} on one line, keys in a
/// fixed order, without newline. Codes are those of vocabulary.csv; dates are EDTF; what is not known is null.
std::string list_entry(const model::Record& record, const model::Person& person, const model::Status& status);

/// An array of list entries, one a line.
std::string list_json(const model::Record& record, const std::vector<model::Status>& statuses);

/// A list entry with `cases`, `events` and `timeline` (own and shared events in their order), indented.
std::string person_json(const model::Record& record, const model::Person& person, const model::Status& status);

}  // namespace tracker::report
