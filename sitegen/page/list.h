// The complete list of people as one table that needs no script.
#pragma once

#include <vector>

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile list_page(const view::View& view, const view::Words& words);

/// People sorted by the language's rules; those without a known name last, by id.
std::vector<const tracker::model::Person*> sorted_people(const Context& context);

}  // namespace sitegen::page
