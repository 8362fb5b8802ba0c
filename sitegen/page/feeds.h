// The page of feeds: what can be followed, in which formats, and what is in each.
#pragma once

#include "sitegen/view/view.h"
#include "sitegen/view/words.h"

namespace sitegen::page {

view::OutputFile feeds_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
