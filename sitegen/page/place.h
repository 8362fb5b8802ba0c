// The page of one court, region, prison or town, and the list of them all.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// Whom the place's page shows: who comes from there, and those to whom something happened there; the cases heard there.
struct Concerned {
  std::vector<const tracker::model::Person*> people;
  std::vector<const tracker::model::Case*> cases;
};
Concerned concerned_by(const view::View& view, const tracker::model::Place& place);

view::OutputFile place_page(const view::View& view, const view::Words& words,
                            const tracker::model::Place& place);
view::OutputFile places_page(const view::View& view, const view::Words& words);

}  // namespace sitegen::page
