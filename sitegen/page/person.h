// The page of one person.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

view::OutputFile person_page(const view::View& view, const view::Words& words,
                             const tracker::model::Person& person);

}  // namespace sitegen::page
