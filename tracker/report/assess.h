// Assessments and clocks as JSON: the contracts of `tracker assess --json` and `tracker clocks --json`.
#pragma once

#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/model/status.h"
#include "tracker/rules/assess.h"
#include "tracker/rules/clocks.h"

namespace tracker::report {

/// {id, name, as_of, assessments: [{act, charge, outcome, fraction, certainty, readings, steps: [{test, result, citation,
/// certainty}]}], decision}, indented, with newline. `fraction` is a number (0.75) and `reduced_by` its text ("3/4").
/// `decision` is what the court said of the act it decided on last, beside the assessment; null where no court did.
std::string assess_json(const model::Record& record, const model::Person& person, const model::Status& status,
                        const rules::PersonLaw& law, base::Day as_of);

/// {id, name, as_of, clocks: [{clock, case, earliest, latest, computed, certainty, lines}]}, indented, with newline.
/// `latest` is null where there is a first day and no last.
std::string clocks_json(const model::Record& record, const model::Person& person, const std::vector<rules::Clock>& clocks,
                        base::Day as_of);

/// What stands under `amnesty` for a person in `list` and `show`: one object an act, as JSON text.
std::string amnesty_json(const model::Status& status, const rules::PersonLaw& law);

/// "3/4" of a verdict; empty where it has none.
std::string fraction_text(const rules::Verdict& verdict);

}  // namespace tracker::report
