// Days in court as a calendar: hearings, openings of trials, verdicts and what higher courts said, where the day is
// known. Past days stay: a calendar that forgets cannot be checked.
#pragma once

#include "sitegen/view/view.h"
#include "sitegen/view/words.h"
#include "tracker/report/ics.h"

namespace sitegen::feed {

/// In the order of days, then of ids. An entry's id is made of the entity's and the event's, so a day that is moved
/// moves the entry; its sequence counts the versions that changed the entity, which are at least those that changed it.
tracker::report::Calendar hearings(const view::View& view, const view::Words& words);

}  // namespace sitegen::feed
