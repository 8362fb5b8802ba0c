// The page of downloads: the whole list as files for other programs, what each is for, and how to check it.
#pragma once

#include "sitegen/view/view.h"
#include "sitegen/view/words.h"

namespace sitegen::page {

view::OutputFile downloads_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
