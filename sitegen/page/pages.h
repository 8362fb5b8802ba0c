// Every page of the site: functions from the view to markup. Nothing here reads a file or asks for the time,
// so the same view always gives the same bytes.
#pragma once

#include "sitegen/view/keys.h"
#include "sitegen/view/words.h"

namespace sitegen::page {

/// The pages that show the whole list, in all languages of the site, the stylesheet and the icon, as parts; the view must
/// live as long as they do. `stamp` covers all that the site is made of. Throws tracker::base::Error for a text page whose
/// id is the name of a page that the site makes itself.
view::Parts whole_parts(const view::View& view, const view::SharedWords& words, const view::Key& stamp);
/// All other pages, as parts.
view::Parts keyed_parts(const view::View& view, const view::SharedWords& words, view::Keys& keys);

/// The files of both.
std::vector<view::OutputFile> pages(const view::View& view);

}  // namespace sitegen::page
