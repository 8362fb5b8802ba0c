// The laws of a country that does not exist, for tests of the engine: another ladder of grades than any real one, other
// classes, an act of its own. What works there knows nothing of a real country.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tracker/rules/assess.h"
#include "tracker/rules/clocks.h"

namespace tests {

/// A story (story.h; its articles are of the code "law", its act is "act") with the laws of Lawland instead.
tracker::model::Record lawland(std::string_view story, std::vector<tracker::model::Offence> offences = {});

/// A law file as it would stand in laws/; throws where it has findings.
tracker::model::Law law_from(std::string_view toml);

/// "12.1: reduced 1/2" of every charge under the act, in the order of the record, and "(offence: …; person: …)" where
/// the readings differ.
std::vector<std::string> outcomes(const tracker::model::Record& record, std::string_view act = "act");

/// "window yes, listed unknown, …" of one charge.
std::string steps_of(const tracker::model::Record& record, std::string_view number, std::string_view act = "act");

/// "end_of_term 2030-01-22", "2024-08-18/2024-10-16", "2029-04-10/.." and the certainty, in the order of days.
std::vector<std::string> clocks(const tracker::model::Record& record, std::string_view as_of = "2030-01-01");

/// The rules on terms, to change one for a test.
tracker::model::Law& rules_of(tracker::model::Record& record);

std::string outcome_text(const tracker::rules::Verdict& verdict);

}  // namespace tests
