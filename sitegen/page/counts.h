// What the programs can count of the record, below the page on the method: how much is named, dated, quoted,
// archived, confirmed and translated.
#pragma once

#include <string_view>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// Nothing for pages that have none.
Html counts_of(const Context& context, std::string_view page_id);

}  // namespace sitegen::page
