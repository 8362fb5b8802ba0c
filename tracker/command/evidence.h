// Which receipts belong together: those of a source, or those that stand behind what is said of a person. Pure.
#pragma once

#include <string>
#include <vector>

#include "tracker/model/receipt.h"
#include "tracker/model/record.h"

namespace tracker::command {

std::vector<model::Receipt> receipts_of_source(const std::vector<model::Receipt>& receipts, const std::string& source);

/// The receipts of what the person's events cite, their own and those of their cases: of a citation with a snapshot the
/// receipts of those bytes, of one with an address the receipts of that address, else all of the source. In the order of
/// `receipts`, each once.
std::vector<model::Receipt> receipts_of_person(const std::vector<model::Receipt>& receipts, const model::Record& record,
                                               const model::Person& person);

/// The name of a page in an export: time, source, the beginning of its digest, and an ending by its type.
std::string page_name(const model::Receipt& receipt);

}  // namespace tracker::command
