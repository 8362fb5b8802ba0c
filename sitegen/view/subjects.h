// What people, cases, articles and places are called where there is only plain text: in feeds, calendars and tables.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sitegen/view/words.h"
#include "tracker/model/record.h"

namespace sitegen::view {

/// The id where the record does not have the entity (any more).
std::string person_title(const tracker::model::Record& record, const Words& words, std::string_view id);
std::string case_title(const tracker::model::Record& record, const Words& words, std::string_view id);
/// "Municipal court, Almaty": the place and what it lies in, but for the country.
std::string place_title(const tracker::model::Record& record, const Words& words, std::string_view id);
/// "article 405, Criminal Code"; `reference` may have a part.
std::string article_title(const tracker::model::Record& record, const Words& words, std::string_view reference);

/// "kz-cc-2014:405" of the charge "kz-cc-2014:405.2"; empty for what is no reference.
std::string article_of_charge(std::string_view charge);
/// The place and every region that it lies in.
std::vector<std::string> regions_of(const tracker::model::Record& record, const std::string& place);

}  // namespace sitegen::view
