// The clocks as iCalendar files, one for everybody and one a person. Their history is read off the versions that touched
// the person, the person's cases or a law, so that UID and SEQUENCE last and what is gone is cancelled.
#pragma once

#include <vector>

#include "sitegen/view/keys.h"
#include "sitegen/view/view.h"
#include "tracker/report/calendar.h"

namespace sitegen::feed {

/// feeds/dates.ics and feeds/dates/ID.ics of everybody who has any, below each language's folder.
view::Parts date_parts(const view::View& view, view::Keys& keys);

/// Of everybody on the list.
tracker::report::ClockHistory date_history(const view::View& view);

}  // namespace sitegen::feed
