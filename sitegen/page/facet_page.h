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

/// Whose people take more than one page: every value of every filter, those with pages of their own as well.
struct LongList {
  FacetSubject subject;
  std::string first;  // the path of the first page
  int pages = 1;
};
std::vector<LongList> long_lists(const view::View& view);

/// The first page.
view::OutputFile facet_page(const view::View& view, const view::Words& words, const FacetSubject& subject);
/// Page `page` of a long list, from 2 on. `people` is what stands on it, by name.
view::OutputFile further_page(const view::View& view, const view::Words& words, const LongList& list, int page,
                              const std::vector<const tracker::model::Person*>& people);

}  // namespace sitegen::page
