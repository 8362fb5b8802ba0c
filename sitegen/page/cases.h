// All cases on one page, by title.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile cases_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
