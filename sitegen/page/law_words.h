// Laws, assessments and computed days in words: what the pages of laws, acts, people and dates share.
#pragma once

#include <optional>
#include <string_view>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// "22 January 2030", "between 18 August and 16 October 2024", "March 2022 or earlier", "not before …".
Html days(const Context& context, const tracker::rules::DayRange& range, bool open_end = false);
/// The days that an act covers, all of them: "2 January 2022 to 7 January 2022"; nothing where it names none.
Html window(const Context& context, const tracker::rules::Act& act);

/// "term to be reduced by 3/4".
Html verdict(const Context& context, const tracker::rules::Verdict& verdict);

/// "fairly certain"; marked where it is not verified.
Html certainty(const Context& context, tracker::model::Certainty certainty);

/// Where something is written and how sure it is, in a lower voice.
Html proof(const Context& context, std::string_view citation, tracker::model::Certainty certainty);

/// One step of an assessment as a sentence, with its proof.
Html step_line(const Context& context, const tracker::rules::Assessment& of, const tracker::rules::Step& step);

/// The title of an act or another law, leading to its page.
Html law_link(const Context& context, const tracker::model::Law& law);

/// "serious crime"; the word for what was not read where there is no grade.
Html grade(const Context& context, const tracker::model::Law& code, int grade);

/// The article of an assessment, leading to its page.
Html charge_link(const Context& context, const tracker::rules::ChargeFacts& charge);

/// A standing sentence: an assessment, not advice.
Html standing_words(const Context& context);

}  // namespace sitegen::page
