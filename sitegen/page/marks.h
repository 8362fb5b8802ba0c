// The one sign of the site: a square that is as full as the liberty that is taken. Full for people who are
// held, half for people at liberty under a sentence or an open case, empty for those nothing is pending
// against, dashed where nothing is known, a lozenge for those who died in custody. The shape says it without
// colour, and words stand beside it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sitegen/page/context.h"

namespace sitegen::page {

enum class Mark { Dead, Held, Bound, Free, Unknown };

/// In the order in which lists show them.
const std::vector<Mark>& all_marks();
Mark mark_of(tracker::model::Display display);
/// "held": class in the stylesheet, id on the list page, and key in the words under `mark.`.
std::string_view code_of(Mark mark);

/// The square alone, hidden from screen readers: words stand beside it.
Html square(Mark mark);
/// Square and word.
Html chip(const Context& context, tracker::model::Display display);
/// Whether a legend also explains the sign of what was last confirmed more than a year ago.
enum class Stale { NotShown, Explained };
/// What the squares mean, as a list.
Html legend(const Context& context, Stale stale = Stale::NotShown);

/// "not confirmed since March 2023", visible; nothing where the state was confirmed.
Html stale_note(const Context& context, const tracker::model::Status& status);

}  // namespace sitegen::page
