// The page of one body or list that recognises prisoners: by which criteria, and whom.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile designation_page(const view::View& view, const view::Words& words,
                                  const tracker::model::Designation& designation);

}  // namespace sitegen::page
