// Everything that can be wrong with a record whose files could be read: references to nothing, impossible sequences,
// dates that cannot be, words that are missing. Findings carry the file and line of the event or reference.
#pragma once

#include "tracker/base/finding.h"
#include "tracker/base/instant.h"
#include "tracker/model/record.h"

namespace tracker::rules {

/// Sorted. Errors keep a record from being recorded; warnings and notes do not.
base::Findings check(const model::Record& record, base::Day today);

/// Names, texts, summaries and pages that one language of the site has and another lacks, a note a language and kind. Apart
/// from `check`, because nothing is wrong: pages fall back and say so.
base::Findings missing_translations(const model::Record& record);

}  // namespace tracker::rules
