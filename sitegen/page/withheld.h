// What a page leaves out because somebody asked for it, said on the page: a gap that can be seen, without
// what stood there.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// The person's field (or, with an empty field, the whole person) is withheld by a decision of the record.
bool is_withheld(const Context& context, const tracker::model::Person& person, std::string_view field);

/// The name, or the words for a name that is withheld or not known.
std::string name_or_gap(const Context& context, const tracker::model::Person& person);

/// A note that names the kinds of what is withheld; nothing where nothing is. `subject` is "person/kz-0001".
Html withheld_note(const Context& context, const std::string& subject);

}  // namespace sitegen::page
