// A sheet in large print for a letter to somebody who is held where letters may be sent. Only a public
// address of the institution stands on it, and only while the last known state says that the person is there.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// The people who are held in a place with an address for letters, in the record's order.
std::vector<const tracker::model::Person*> people_with_letters(const view::View& view);

view::OutputFile letter_page(const view::View& view, const view::Words& words,
                             const tracker::model::Person& person);

/// The way there from the person's page; nothing where there is no such sheet.
Html letter_link(const Context& context, const tracker::model::Person& person);

}  // namespace sitegen::page
