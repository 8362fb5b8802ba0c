// Every page of the site: functions from the view to markup. Nothing here reads a file or asks for the time,
// so the same view always gives the same bytes.
#pragma once

#include "sitegen/view/keys.h"

namespace sitegen::page {

/// All pages in all languages of the site, then the stylesheet and the icon. Throws tracker::base::Error for
/// a text page whose id is the name of a page that the site makes itself.
std::vector<view::OutputFile> pages(const view::View& view);

/// The same as parts of the site; the view must live as long as they do.
view::Parts parts(const view::View& view, view::Keys& keys);

}  // namespace sitegen::page
