// What we could not see: for every source that is followed the times in which it was not seen, so that a reader can tell
// "nothing happened" from "nobody could look".
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile coverage_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
