// Same case, different outcome: people of one case with one verdict, and what became of each.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile outcomes_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
