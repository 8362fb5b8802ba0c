// Text pages (about, method, …), and Markdown that may be in another language.
#pragma once

#include <map>
#include <string>

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile text_page(const view::View& view, const view::Words& words,
                           const tracker::model::Page& page);

/// The text in the page's language, else in the default one or the first there is, with a visible label; a
/// text that waits for a native reader says so. `#` becomes `top_heading`.
Html text_in(const Context& context, const std::map<std::string, tracker::model::Text>& texts,
             int top_heading);

}  // namespace sitegen::page
