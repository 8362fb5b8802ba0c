// The history of the list: all versions on one page, and a page for each.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile changes_page(const view::View& view, const view::Words& words);
view::OutputFile version_page(const view::View& view, const view::Words& words,
                              const view::ShownVersion& shown);

}  // namespace sitegen::page
