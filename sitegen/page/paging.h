// Lists that are too long for one page: the first part stands on the page of its subject, the rest on numbered pages in a
// folder beside it. A change of one person then reaches one page, and a phone loads what it can show.
#pragma once

#include <string>
#include <vector>

#include "sitegen/page/context.h"
#include "sitegen/page/people_table.h"

namespace sitegen::page {

/// Rows of a page. Whoever has fewer people than this never sees a second page.
inline constexpr std::size_t kRowsOfPage = 250;

/// How many pages so many people take; never 0.
int count_pages(std::size_t people);
/// Those of page `page`, counted from 1, out of people in order.
People people_of_page(const People& people, int page);

/// "page 2 of 4".
std::string page_words(const view::Words& words, int page, int pages);
/// The way to the other pages; nothing where there are none. `first` is the path of the first page.
Html page_links(const Context& context, std::string_view first, int page, int pages);

/// The first page of everybody given, by name, with the way to the further ones; nothing for nobody. The path of the page
/// itself is that of the list.
Html people_list(const Context& context, const People& people, const Html& caption, const MoreColumn& more = {});

}  // namespace sitegen::page
