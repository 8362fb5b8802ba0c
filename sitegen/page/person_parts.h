// The parts of a person's page that are tables and lists of what is known.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// "since 10 April 2023", "since a day between February and March 2022": how it is said that something began on a date.
const char* since_key(const tracker::base::PartialDate& date);

/// Liberty, stage, life, restrictions, and what is known of the person, as a definition list.
Html facts_of(const Context& context, const tracker::model::Person& person);
/// Step by step how the charges came to be, then every charge with since and until, what replaced it and whether it led to a conviction.
Html charges_of(const Context& context, const tracker::model::Person& person);
Html sentences_of(const Context& context, const tracker::model::Status& status);
/// Who recognises the person, since when, by which criterion.
Html designations_of(const Context& context, const tracker::model::Person& person);
/// The name in every form, with its language.
Html names_of(const Context& context, const tracker::model::Person& person);
/// The cases with the other defendants.
Html cases_of(const Context& context, const tracker::model::Person& person);
/// The versions that changed this page.
Html history_of(const Context& context, const tracker::model::Person& person);

}  // namespace sitegen::page
