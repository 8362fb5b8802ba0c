// The page of one source: what it is, and every person and case with a line that rests on it.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile source_page(const view::View& view, const view::Words& words,
                             const tracker::model::Source& source);

}  // namespace sitegen::page
