// How well sources are read, as it was measured: a part of the page on the method. The numbers come from content/figures,
// which a script writes.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// A section with a table of all measurements; nothing where there are none.
Html reading_figures(const Context& context);

}  // namespace sitegen::page
