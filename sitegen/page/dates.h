// When things end, for one person and for everybody: computed, with the sum.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// A person's dates; nothing where none can be computed.
Html dates_of(const Context& context, const tracker::model::Person& person);

/// Coming dates of everybody, and those that are past by the sum alone.
view::OutputFile dates_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
