// A person as one JSON object: the contract of `tracker list --json` and `tracker show --json`, and the lines of the
// site's JSON Lines download. One place, so that the command and the site can never say different things.
#pragma once

#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/rules/assess.h"

namespace tracker::report {

/// {id, name, names, also, status, liberty, stage, deprived_of_liberty, since, last_confirmed, …} on one line, keys in a
/// fixed order, without newline. Codes are those of vocabulary.csv; dates are EDTF; what is not known is null. With `law`,
/// `amnesty` has every act with our assessment beside the court's decision; else the decisions alone.
std::string list_entry(const model::Record& record, const model::Person& person, const model::Status& status,
                       const rules::PersonLaw* law = nullptr);

/// An array of list entries, one a line. `laws`: one a person, or null.
std::string list_json(const model::Record& record, const std::vector<model::Status>& statuses,
                      const std::vector<rules::PersonLaw>* laws = nullptr);

/// A list entry with `cases`, `events` and `timeline` (own and shared events in their order), indented.
std::string person_json(const model::Record& record, const model::Person& person, const model::Status& status,
                        const rules::PersonLaw* law = nullptr);

}  // namespace tracker::report
