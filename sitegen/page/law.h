// The laws of the record on one page: acts, codes with their articles, rules on terms.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile laws_page(const view::View& view, const view::Words& words);

/// Number, adopted, in force, source and certainty of a law.
Html law_facts(const Context& context, const tracker::model::Law& law);

}  // namespace sitegen::page
