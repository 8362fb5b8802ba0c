// The first page: how many, since when, what changed, how to read it.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile home_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
