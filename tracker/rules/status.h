// The fold from dated events to the axes of a person's status (design §3.2). Pure: the record, a person and a day in,
// a value out. Nothing else in the project decides what state a person is in.
#pragma once

#include <vector>

#include "tracker/base/instant.h"
#include "tracker/model/record.h"
#include "tracker/model/status.h"

namespace tracker::rules {

/// The status on `as_of`, from the events whose earliest day is not after it.
model::Status status_of(const model::Record& record, const model::CaseIndex& cases, const model::Person& person,
                        base::Day as_of);
/// The same for one person alone: looks through all cases.
model::Status status_of(const model::Record& record, const model::Person& person, base::Day as_of);

/// One status a person, in the record's order.
std::vector<model::Status> statuses_of(const model::Record& record, base::Day as_of);

/// Whether a state of the liberty axis is deprivation of liberty (vocabulary.csv, column `deprived_of_liberty`).
model::Deprived deprives(model::Liberty liberty);

/// The precedence of display states, first wins. The method page prints it.
const std::vector<model::Display>& precedence();

}  // namespace tracker::rules
