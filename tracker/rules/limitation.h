// When the time for prosecution runs out. Private to this folder.
#pragma once

#include "tracker/rules/clocks.h"
#include "tracker/rules/subject.h"

namespace tracker::rules {

/// Nothing where no rule is told, where the day of the act is open on the side that matters, or where such an offence
/// never lapses. For several possible parts the range covers all.
std::optional<Reckoning> limitation_of(const LawBook& book, const ChargeFacts& charge);

/// Years by grade; nothing where the rows have none for it. `kind` narrows rows that are for some sentences only.
const model::GradeYears* years_for(const std::vector<model::GradeYears>& rows, const Code& code, const ChargeFacts& charge,
                                   const Part& part, std::optional<model::SentenceKind> kind);

}  // namespace tracker::rules
