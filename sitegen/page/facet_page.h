// Everybody who has one value of a filter: what the list's filters do, for those who have no script.
#pragma once

#include "sitegen/page/context.h"

namespace sitegen::page {

/// A value of a filter, with the filter it belongs to.
struct FacetSubject {
  view::Facet facet;
  const view::FacetValue* value;
};

/// The values that have such a page: all but regions and designations, which have pages of their own.
std::vector<FacetSubject> facet_subjects(const view::View& view);

view::OutputFile facet_page(const view::View& view, const view::Words& words, const FacetSubject& subject);

}  // namespace sitegen::page
