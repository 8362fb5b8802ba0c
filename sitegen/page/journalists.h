// The page for journalists: what to cite, what is in each feed, how complete each source and the list itself are.
#pragma once

#include "sitegen/view/view.h"
#include "sitegen/view/words.h"

namespace sitegen::page {

/// The text page whose words stand on the journalists' page, where there is one.
inline constexpr std::string_view kJournalistsText = "journalists";

view::OutputFile journalists_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
