// What a server shows for an address that leads nowhere. It may be asked for at any depth, so its own
// addresses begin at the root of the host; every other page's are relative.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile not_found_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
