// The complete list of people as one table that needs no script. With a script it can be searched, filtered
// and sorted.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile list_page(const view::View& view, const view::Words& words);

/// The script of the list in this language: the names, what each row stands under, and the code.
view::OutputFile list_script(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
