// The headlines month by month, as we know now what was so then: what the chart over time and its CSV are
// made of.
#pragma once

#include <string>
#include <vector>

#include "tracker/model/record.h"
#include "tracker/model/status.h"

namespace sitegen::view {

/// The state at the end of a month (of the newest version's day in the last one).
struct Month {
  std::string code;  // "2022-06"
  int deprived = 0;
  int unconfirmed = 0;  // of those: nothing since has confirmed it, and the last word is over a year old
  int prosecuted = 0;   // ever a defendant of a criminal case until then
};

/// From the month of the first dated event to that of `as_of`, without a gap; at most 600 months (then the
/// oldest are left out). A spell without a known beginning counts from the month in which it was last
/// confirmed. `statuses` is one a person. Folds every event of the record: ask `View::months` instead, which
/// does it once.
std::vector<Month> over_time(const tracker::model::Record& record,
                             const std::vector<tracker::model::Status>& statuses, tracker::base::Day as_of);

/// What the list covers changes now and then; a step in the line is then no event in the world. The words
/// under `scope.<month>` of `content/i18n` say so: the months that have such a word, in order.
std::vector<std::string> scope_changes(const tracker::model::Record& record);

}  // namespace sitegen::view
