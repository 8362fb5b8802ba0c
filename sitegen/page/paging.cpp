#include "sitegen/page/paging.h"

#include <algorithm>

#include "sitegen/view/links.h"

namespace sitegen::page {

using html::css;
using html::element;

int count_pages(std::size_t people) {
  return std::max(1, static_cast<int>((people + kRowsOfPage - 1) / kRowsOfPage));
}

People people_of_page(const People& people, int page) {
  const auto begin = std::min(people.size(), static_cast<std::size_t>(page - 1) * kRowsOfPage);
  const auto end = std::min(people.size(), begin + kRowsOfPage);
  return {people.begin() + static_cast<std::ptrdiff_t>(begin), people.begin() + static_cast<std::ptrdiff_t>(end)};
}

std::string page_words(const view::Words& words, int page, int pages) {
  return words("list.page", {{"page", words.number(page)}, {"pages", words.number(pages)}});
}

Html page_links(const Context& context, std::string_view first, int page, int pages) {
  if (pages == 1) return {};
  Html items;
  for (int other = 1; other <= pages; ++other) {
    html::Attributes here;
    if (other == page) here.push_back({"aria-current", "page"});
    const Html number = all(element("span", {css("sr")}, context.say("list.page_number"), " "), context.words.number(other));
    items += element("li", {}, html::link(context.to(view::further_path(first, other)), number, here));
  }
  return element("nav", {css("letters"), {"aria-label", context.words("list.pages")}}, element("ul", {}, items));
}

Html people_list(const Context& context, const People& people, const Html& caption, const MoreColumn& more) {
  const int pages = count_pages(people.size());
  if (pages == 1) return people_table(context, people, caption, more);
  const Html ways = page_links(context, context.path, 1, pages);
  const Html words = all(caption, "; ", page_words(context.words, 1, pages));
  return all(people_table(context, people_of_page(by_name(context.words, people), 1), words, more), ways);
}

}  // namespace sitegen::page
