// The complete list of people as a table that needs no script; a long list takes several pages. With a script it can be
// searched, filtered and sorted as a whole.
#pragma once

#include <vector>

#include "sitegen/page/context.h"

namespace sitegen::page {

/// People in the order of the list: by mark, then by name.
std::vector<const tracker::model::Person*> in_list_order(const view::View& view, const view::Words& words);

/// The list, or the first page of a long one.
view::OutputFile list_page(const view::View& view, const view::Words& words);
/// Page `page` of `pages`, from 2 on. `people` is what stands on it.
view::OutputFile further_list_page(const view::View& view, const view::Words& words,
                                   const std::vector<const tracker::model::Person*>& people, int page, int pages);

/// The script of the list in this language: the code and, where the list has one page, what it knows of the people.
view::OutputFile list_script(const view::View& view, const view::Words& words);
/// For each person, a list a facet of the numbers of the values that the person has: those of the form's options. By place
/// in the record.
using FacetNumbers = std::vector<std::vector<std::vector<int>>>;
FacetNumbers facet_numbers(const view::View& view);
/// What the script of a long list knows of the people of a page: names and values to search by, and their rows.
view::OutputFile list_rows(const view::View& view, const view::Words& words, const FacetNumbers& numbers,
                           const std::vector<const tracker::model::Person*>& people, int page);

}  // namespace sitegen::page
