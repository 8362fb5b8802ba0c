// The page of one case.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile case_page(const view::View& view, const view::Words& words,
                           const tracker::model::Case& of_case);

}  // namespace sitegen::page
