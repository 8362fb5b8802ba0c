// A proposal as JSON: the contract of `tracker review --json`, and what the index keeps of it.
#pragma once

#include <string>
#include <vector>

#include "tracker/propose/proposal.h"

namespace tracker::propose {

/// {id, kind, person, person_id, identity: {verdict, candidates: [{id, score, why}]}, event: {…}, known_event, differs,
/// unknown, cautions, bulk, independent, sources: [{source, url, snapshot, quote, paragraph, rule, confidence}]} on one
/// line. What is not known is null.
std::string to_json(const Proposal& proposal);

/// An array of these, one a line.
std::string to_json(const std::vector<Proposal>& proposals);

/// [{id, score, beside_name, refused, why}]
std::string to_json(const std::vector<match::Candidate>& candidates);

}  // namespace tracker::propose
