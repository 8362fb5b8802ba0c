// The page of one court, region, prison or town, and the list of them all.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile place_page(const view::View& view, const view::Words& words,
                            const tracker::model::Place& place);
view::OutputFile places_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
