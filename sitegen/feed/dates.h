// The clocks as iCalendar files, one for everybody and one a person. Their history is read off the versions that touched
// the person, the person's cases or a law, so that UID and SEQUENCE last and what is gone is cancelled.
#pragma once

#include <vector>

#include "sitegen/view/view.h"
#include "sitegen/view/words.h"
#include "tracker/report/calendar.h"

namespace sitegen::feed {

/// feeds/dates.ics and feeds/dates/ID.ics below the language's folder.
std::vector<view::OutputFile> date_calendars(const view::View& view, const view::Words& words);

/// Of everybody on the list.
tracker::report::ClockHistory date_history(const view::View& view);

}  // namespace sitegen::feed
