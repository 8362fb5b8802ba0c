// From statements to proposals. Pure: the same record, statements and rulings give the same proposals in the same order.
// What is not told proposes nothing: absence says nothing about a person.
#pragma once

#include <vector>

#include "tracker/model/record.h"
#include "tracker/propose/proposal.h"

namespace tracker::propose {

/// In the order in which a person is asked: by person, then date. What is in the record with its source, what a ruling
/// rejected, and what `record` cannot cite (a source it does not have) is not among them.
std::vector<Proposal> propose(const model::Record& record, const std::vector<Told>& told);

/// How a rejection of the proposal is remembered in a ruling's `field`: "sentenced@2023-04-10 36m of 1f2e…". The last
/// word is a digest of the folded name, so that no name of somebody who is not on the list is written down.
std::string rejection_field(const Proposal& proposal);

}  // namespace tracker::propose
