// An article of a code: title, parts with penalty and gravity, what the acts' lists say, who is charged under it.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile article_page(const view::View& view, const view::Words& words, const tracker::model::Law& law,
                              const tracker::model::Article& article);

/// "5 years", "life", "no imprisonment", "not read".
Html penalty(const Context& context, const tracker::model::ArticlePart& part);

}  // namespace sitegen::page
