// Everybody from A to Z by every form of the name, in every language and script: the search of those without
// a script.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile names_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
