// What speaks for one person beside the name. Private to this folder.
#pragma once

#include <string>
#include <vector>

#include "tracker/match/identity.h"

namespace tracker::match {

/// The reasons that the record gives, strongest first; none of them is of the name.
std::vector<Reason> weigh_context(const model::Record& record, const Places& places, const model::Person& person,
                                  const Sought& sought);

/// One letter apart (inserted, left out, changed, or two changed places), in words that are long enough for that to be a
/// slip.
bool is_near(const std::string& a, const std::string& b);

}  // namespace tracker::match
