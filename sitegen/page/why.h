// Why did the number change? Each headline from version to version, person by person, with the reason of each
// step.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile why_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
