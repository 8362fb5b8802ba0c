// On whose word: every source with what the job saw of it, and every body that recognises prisoners.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile sources_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
