// The list in numbers: the headlines over time, and how the list divides by everything it can be filtered by.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile numbers_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
