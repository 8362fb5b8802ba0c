// An amnesty act: what it says, whom it reaches and whom not, what courts did, and the state's figures beside ours.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile act_page(const view::View& view, const view::Words& words, const tracker::rules::Act& act);

}  // namespace sitegen::page
